"""E6: computing in orbit."""
import math

from .report import numbers, table

IN_ORBIT = ("D. Bhattacherjee et al., In-orbit computing: an outlandish thought experiment?, HotNets 2020, "
            "DOI 10.1145/3422604.3425937")
ERLANG = "A. K. Erlang's formula of waiting, evaluated in exact arithmetic"


def stations(places):
    """A list of stations in a scenario, from (name, latitude, longitude, population or None)."""
    return "\n".join(
        f"    - {{ name: {name}, latitude_deg: {latitude:g}, longitude_deg: {longitude:g}"
        + (f", population: {people:g} }}" if people else " }")
        for name, latitude, longitude, people in places)


def reach_scenario(name, preset, elevation_deg):
    """Places every five degrees of latitude and thirty of longitude, and all satellites as servers."""
    grid = [(f"{latitude}N {longitude}E", latitude, longitude, None)
            for latitude in range(0, 91, 5) for longitude in range(0, 360, 30)]
    return f"""name: {name}
epoch: 2000-01-01T00:00:00Z
window: {{ duration_s: 5700, step_s: 300 }}
constellation: {{ preset: {preset}, propagator: kepler-j2 }}
lasers: {{ topology: none }}
ground:
  min_elevation_deg: {elevation_deg}
  stations:
{stations(grid)}
sites: [{{ kind: orbit, satellites: all }}]
serving: {{}}
"""


MEET_UP = f"""name: meet-up-servers
epoch: 2000-01-01T00:00:00Z
window: {{ duration_s: 7200, step_s: 10 }}
constellation: {{ preset: starlink-2018 }}
ground:
  min_elevation_deg: 25
  stations:
{stations([("Abuja", 9.06, 7.49, None), ("Accra", 5.6, -0.19, None), ("Yaounde", 3.87, 11.52, None),
           ("Tokyo", 35.69, 139.69, None), ("Osaka", 34.69, 135.5, None), ("Nagoya", 35.18, 136.91, None)])}
sites: [{{ kind: orbit, satellites: all }}]
serving:
  groups:
    - {{ name: West Africa, users: [Abuja, Accra, Yaounde] }}
    - {{ name: Japan, users: [Tokyo, Osaka, Nagoya] }}
  policies: [best, min-max, sticky]
"""

# What figures of serving are drawn from besides.
SERVING = ["serving_users.csv", "serving_distribution.csv", "inference.csv", "shortfalls.csv"]

# Servers, load in servers, and the mean wait over the time of a service.
QUEUES = [(1, 0.8, 4.0), (2, 1.6, 0.7111111111 / 0.4), (8, 6.4, 0.4576449254 / 1.6),
          (100, 90.0, 0.2169404809 / 10.0)]


def queue_scenario():
    """A site for each size, and beside it people who ask as often as the load says."""
    places = [(f"Users{servers}", 0, 20 * place, 10 * load)
              for place, (servers, load, _) in enumerate(QUEUES)]
    sites = "\n".join(
        f"  - {{ kind: region, servers: {servers}, places: [{{ name: Site{servers}, latitude_deg: 0, "
        f"longitude_deg: {20 * place} }}] }}" for place, (servers, _, _) in enumerate(QUEUES))
    return f"""name: queues
window: {{ duration_s: 60, step_s: 60 }}
constellation: {{ preset: starlink-2018, only: [S1] }}
ground:
  min_elevation_deg: 25
  stations:
{stations(places)}
sites:
{sites}
serving:
  # A service takes a second, and ten people ask once in it.
  requests_per_person_day: 8640
  prompt_tokens: 1
  prefill_tokens_per_s: 2
  output_tokens: 1
  decode_tokens_per_s: 2
"""


def e6(shop):
    """Satellites in reach, servers at which users meet, and queues."""
    reach = {}
    for part, preset, elevation in [("kuiper", "kuiper", 30), ("starlink", "starlink-2018", 25)]:
        whole = shop.run("helio-datacenter", {"scenario.yaml": reach_scenario(part, preset, elevation)},
                         keep=["sight.csv", *SERVING], part=part, plots=True,
                         figures=["sight-rtt", "sight-count"])
        reach[part] = table(whole, "sight.csv")

    def extreme(rows, column, choose):
        return choose(value for value in numbers(rows, column) if not math.isnan(value))
    low = [row for row in reach["kuiper"] if float(row["latitude_deg"]) <= 55]
    high = [row for row in reach["kuiper"] if float(row["latitude_deg"]) > 60]
    shop.row("Kuiper up to 55 degrees, least round-trip time to a satellite in reach", "ms", 4.0,
             extreme(low, "least_rtt_ms", min), 0.5, IN_ORBIT)
    shop.row("Kuiper up to 55 degrees, greatest", "ms", 8.0, extreme(low, "greatest_rtt_ms", max), 0.5,
             IN_ORBIT)
    shop.row("Kuiper, satellites in reach beyond 60 degrees", "", 0,
             int(max(numbers(high, "most_satellites"))), 0, IN_ORBIT)
    rows = reach["starlink"]
    shop.row("Starlink, least round-trip time to a satellite in reach", "ms", 4.0,
             extreme(rows, "least_rtt_ms", min), 0.5, IN_ORBIT)
    shop.row("Starlink, greatest", "ms", 16.0, extreme(rows, "greatest_rtt_ms", max), 0.5, IN_ORBIT)
    weights = [math.cos(math.radians(float(row["latitude_deg"]))) for row in rows]
    many = sum(weight for weight, count in zip(weights, numbers(rows, "mean_satellites")) if count >= 30)
    share = many / sum(weights)
    shop.row("Starlink, 30 satellites or more in reach over most of the Earth", "", "yes",
             "yes" if share > 0.9 else "no", "exact", IN_ORBIT)

    meet = shop.run("helio-datacenter", {"scenario.yaml": MEET_UP},
                    keep=["meetup.csv", "meetup_servers.csv", "sight.csv", *SERVING], part="meet-up", plots=True,
                    figures=["meetup-1", "meetup-2"])
    lines = ["| group | policy | hand-offs in two hours | held for | mean | greatest | state moved | in |",
             "|---|---|---|---|---|---|---|---|"]
    offs = {}
    for row in table(meet, "meetup.csv"):
        offs[row["group"], row["policy"]] = int(row["hand_offs"])
        lines.append(f"| {row['group']} | {row['policy']} | {row['hand_offs']} | "
                     f"{float(row['mean_hold_s']):.0f} s | {float(row['mean_rtt_ms']):.2f} ms | "
                     f"{float(row['max_rtt_ms']):.2f} ms | {float(row['state_moved_gb']):.0f} GB | "
                     f"{float(row['mean_move_ms']):.0f} ms |")
    for group in sorted({group for group, _ in offs}):
        shop.row(f"{group}: a sticky server is handed over less often than the best one", "", "yes",
                 "yes" if offs[group, "sticky"] < offs[group, "min-max"] else "no", "exact", IN_ORBIT)

    queues = shop.run("helio-datacenter", {"scenario.yaml": queue_scenario()}, keep=["site_load.csv"],
                      part="queues")
    loads = {int(row["servers"]): row for row in table(queues, "site_load.csv") if row["network"] == "fibre"}
    for servers, load, wait in QUEUES:
        shop.row(f"{servers} servers under a load of {load:g}, mean wait over service", "", wait,
                 float(loads[servers]["mmc_wait_ms"]) / 1_000, 1e-9, ERLANG)
    return shop.report("E6: computing in orbit", f"""
Which satellites a place reaches, at every five degrees of latitude through an orbit. Kuiper's three shells
end short of 60 degrees. Starlink as filed in 2018 has {100 * share:.0f} % of the Earth's surface under 30
satellites or more.

![Round-trip times to the satellites in reach of Starlink, by latitude](starlink/figures/sight-rtt.svg)

![Satellites of Starlink in reach, by latitude](starlink/figures/sight-count.svg)

Users who meet at a satellite may always take the one that is nearest to them in the mean (best) or whose
farthest user is nearest (MinMax), or keep one as long as it serves all and then take, of those within
10 % of the best, the five that stay longest and of these the nearest (Sticky). The paper's places are not
listed; three cities near each other stand for its groups, through all five shells every 10 s. A gigabyte
of state moves with each hand-off, in so long over lasers; these do not join shells, and hand-offs from one
shell to another are left out of that mean.

{chr(10).join(lines)}

![Round-trip time to the server in use, under the three policies](meet-up/figures/meetup-1.svg)

Requests queue at servers; the mean waits that `site_load.csv` has follow Erlang's formula.
""")
