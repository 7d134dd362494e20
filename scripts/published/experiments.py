"""The experiments of the literature, by the names of their folders."""
import math

from . import fibre
from .dispersed import e8
from .in_orbit import e6
from .report import changes, median, numbers, of_pair, table

HYPATIA = ("S. Kassing et al., Exploring the Internet from space with Hypatia, IMC 2020, "
           "DOI 10.1145/3419394.3423635")
LEOCRAFT = "S. Basak et al., LEOCraft, USENIX ATC 2025, figure 17"
HANDLEY_2018 = "M. Handley, Delay is not an option, HotNets 2018, DOI 10.1145/3286062.3286075"
HANDLEY_2019 = "M. Handley, Using ground relays, HotNets 2019, DOI 10.1145/3365609.3365859"
MOTIFS = ("D. Bhattacherjee, A. Singla, Network topology design at 27,000 km/hour, CoNEXT 2019, "
          "DOI 10.1145/3359989.3365407")
BHOSALE = "V. Bhosale et al., A characterization of route variability in LEO satellite networks, PAM 2023"
ALIBI = "D. Levin et al., Alibi Routing, SIGCOMM 2015, DOI 10.1145/2785956.2787509"
RECOMPUTED = "recomputed by independent programs from the published recipe"

CITIES = "hypatia/ground_stations_cities_sorted_by_estimated_2025_pop_top_100.basic.txt"
C_KM_PER_MS = 299.792458

SHELLS = {
    "S1": ("planes: 72, slots: 22, inclination_deg: 53, mean_motion_rev_per_day: 15.19", 1089.686, 5016.591),
    "K1": ("planes: 34, slots: 34, inclination_deg: 51.9, mean_motion_rev_per_day: 14.80", 1260.0, 5442.958),
    "T1": ("planes: 27, slots: 13, inclination_deg: 98.98, mean_motion_rev_per_day: 13.66", 5845.152, 7197.482),
}


def hypatia_scenario(name, shell, ground, pairs, duration_s=200, step_s=1):
    """A scenario over the 100 cities of Hypatia's list."""
    design, _, laser_km = SHELLS[shell]
    return f"""name: {name}
epoch: 2000-01-01T00:00:00Z
window: {{ duration_s: {duration_s}, step_s: {step_s} }}
constellation:
  shells:
    - {{ name: {shell}, {design}, phasing: half-slot, eccentricity: 1.0e-7, tle_precision: true }}
lasers: {{ topology: plus-grid, max_range_km: {laser_km} }}
ground:
  stations: {{ file: cities.csv }}
  {ground}
pairs: {pairs}
"""


def cities(shop):
    """Hypatia's list as a table."""
    lines = ["name,latitude_deg,longitude_deg,altitude_m"]
    with open(shop.published(CITIES), encoding="utf-8") as file:
        for line in file:
            _, name, latitude, longitude, altitude = line.strip().split(",")
            lines.append(f"{name},{latitude},{longitude},{altitude}")
    return "\n".join(lines) + "\n"


def pair_figures(shop, rows, label, expected, accepted, source):
    """Round-trip time at 0, least, greatest and mean of a pair, and when its route changes."""
    rtts = [value for value in numbers(rows, "rtt_ms") if not math.isnan(value)]
    ours = [rtts[0], min(rtts), max(rtts), sum(rtts) / len(rtts)]
    for what, published, value in zip(["at 0 s", "least", "greatest", "mean"], expected[:4], ours):
        shop.row(f"{label}, round-trip time, {what}", "ms", published, value, accepted, source)
    shop.row(f"{label}, changes of route", "s", expected[4],
             " ".join(f"{float(time):g}" for time in changes(rows)), "exact", source)


def e1_pair(shop):
    """Manila to Dalian through Kuiper."""
    out = shop.run("helio-route", "Datasets/scenarios/manila-dalian.yaml")
    rows = table(out, "latency.csv")
    source = HYPATIA + ": the published series"
    pair_figures(shop, rows, "Manila - Dalian",
                 (29.4231377582, 25.229775, 48.165140, 40.143771, "18 27.6 74.3 125.9 128.7"), 0.001,
                 source)
    nodes = {row["route"]: row["nodes"] for row in table(out, "routes.csv")}

    def satellites(route):
        names = [name.split("-") for name in nodes[route].split(" ")[1:-1]]
        return "-".join(str(34 * int(plane) + int(slot)) for _, plane, slot in names)
    steps = [rows[0]["route"]] + [
        row["route"] for before, row in zip(rows, rows[1:]) if row["route"] != before["route"]]
    shop.row("satellites of the routes", "",
             "184-183-217; 218-217; 648-649-650-616; 218-217-216-250; 647-648-649-650-616; 647-648-649-615",
             "; ".join(satellites(route) for route in steps), "exact", source)
    return shop.report("E1: one pair through time", """
![Round-trip time over 200 s, each change of route marked](figures/rtt.svg)

Manila to Dalian through Kuiper's first shell for 200 s, every 0.1 s, as Hypatia has it: SGP4 with
elements to the decimals of a TLE, a cap on the slant range in place of an elevation, +Grid.
""")


def shell_run(shop, shell, ground, part):
    whole = shop.run(
        "helio-route",
        {"scenario.yaml": hypatia_scenario(part, shell, ground, "all"), "cities.csv": cities(shop)},
        keep=["summary.csv"], part=part)
    return table(whole, "summary.csv")


def far(rows):
    """Pairs over 500 km."""
    return [row for row in rows if float(row["great_circle_km"]) > 500]


def e1_shells(shop):
    """All pairs of 100 cities through three shells."""
    changes_published = {"S1": 4, "K1": 4, "T1": 2}
    shares = {"S1": 0.825, "K1": 0.949, "T1": 0.923}
    for shell in SHELLS:
        rows = shell_run(shop, shell, f"max_slant_range_km: {SHELLS[shell][1]}", shell)
        shop.row(f"{shell}, median changes of route in 200 s", "", changes_published[shell],
                 int(median(numbers(rows, "route_changes"))), 0, HYPATIA)
        pairs = far(rows)
        within = sum(
            float(row["max_rtt_ms"]) < 4 * float(row["great_circle_km"]) / C_KM_PER_MS
            for row in pairs)
        shop.row(f"{shell}, pairs over 500 km with a greatest round-trip time below twice the geodesic",
                 "", shares[shell], within / len(pairs), 0.01, HYPATIA)
        if shell == "S1":
            spread = [high - low for high, low in
                      zip(numbers(pairs, "max_rtt_ms"), numbers(pairs, "min_rtt_ms"))]
            shop.row("S1, median of greatest less least round-trip time", "ms", 10.28, median(spread),
                     0.5, HYPATIA)
    shop.plot_together(SHELLS, "--beyond-km", "500")
    return shop.report("E1: all pairs of 100 cities", """
![Greatest round-trip time of each pair over that of light along the geodesic](figures/slowdown-ecdf.svg)

![Changes of route of each pair](figures/changes-ecdf.svg)

![Greatest less least round-trip time of each pair](figures/variation-ecdf.svg)

The first shells of Starlink, Kuiper and Telesat, all 4,950 pairs for 200 s. Steps are 1 s here and
0.1 s in the paper: medians of changes and of extremes are the same, single pairs may differ. The tables
of all instants are too large to keep; `summary.csv` of each shell stays.
""")


def e2(shop):
    """Telesat with a cap that reaches below the horizon, and with a true mask."""
    capped = far(shell_run(shop, "T1", f"max_slant_range_km: {SHELLS['T1'][1]}", "T1-cap"))
    masked = far(shell_run(shop, "T1", "min_elevation_deg: 10", "T1-mask"))
    kuiper = far(shell_run(shop, "K1", f"max_slant_range_km: {SHELLS['K1'][1]}", "K1"))
    worst = [median(numbers(rows, "max_rtt_ms")) for rows in (capped, masked, kuiper)]
    shop.row("T1 with the cap, median of the greatest round-trip time", "ms", 60.1, worst[0], 0.5,
             HYPATIA + ", " + RECOMPUTED)
    shop.row("T1 with a mask of 10 degrees, the same", "ms", 88.2, worst[1], 0.5, RECOMPUTED)
    shop.row("T1 is ahead of K1 with the cap", "", "yes", "yes" if worst[0] < worst[2] else "no",
             "exact", HYPATIA)
    shop.row("T1 is ahead of K1 with the mask", "", "no", "yes" if worst[1] < worst[2] else "no",
             "exact", RECOMPUTED)
    shop.plot_together(["T1-cap", "T1-mask", "K1"], "--beyond-km", "500",
                       "--figure", "worst-ecdf", "--figure", "slowdown-ecdf")
    return shop.report("E2: the Telesat correction", f"""
![Greatest round-trip time of each pair: Telesat with the cap is ahead of Kuiper, with a true mask behind it](figures/worst-ecdf.svg)

The cap on the slant range that Hypatia gives Telesat, 5,845 km, is longer than the way to the horizon,
3,739 km: it admits satellites almost 16 degrees below the horizon, and routes go through the Earth. With
a true mask of 10 degrees the median of the greatest round-trip time is {worst[1]:.1f} ms in place of
{worst[0]:.1f} ms, and Telesat falls behind Kuiper, {worst[2]:.1f} ms. The paper's conclusion that the
smallest of the three constellations has the lowest latency does not stand.
""")


def e3(shop):
    """The pairs by which LEOCraft compares simulators."""
    expected = {
        ("Delhi", "New-York-Newark"): (93.4563, 93.379, 99.952, 96.178, "24 47 129 147"),
        ("Moskva-(Moscow)", "Paris"): (
            27.6908, 21.719, 28.139, 23.876, "15 27 50 92 112 134 139 172 178 192 194"),
        ("Tokyo", "Sydney"): (110.5474, 95.139, 113.718, 106.838, "65 96 128 129 152"),
    }
    pairs = "[" + ", ".join(f"[{a}, {b}]" for a, b in expected) + "]"
    out = shop.run("helio-route", {
        "scenario.yaml": hypatia_scenario("leocraft-kuiper", "K1", "max_slant_range_km: 1098.4", pairs),
        "cities.csv": cities(shop)})
    rows = table(out, "latency.csv")
    for (a, b), figures in expected.items():
        pair_figures(shop, of_pair(rows, a, b), f"{a} - {b}", figures, 0.005, LEOCRAFT)
    return shop.report("E3: simulators compared", """
![Round-trip times of the three pairs, each change of route marked](figures/rtt.svg)

Three pairs through Kuiper's first shell with a cone of 35 degrees, every second for 200 s, beside the
series that LEOCraft's authors made with Hypatia. Means and extremes were printed to a microsecond or
less, hence the accepted 5 us.
""")


def motif_files(shop, lasers):
    """The published positions, coverage, cities and pairs as the tables of a scenario."""
    prefix = "satnetwork/constellation_40_40_53deg__data_"

    def rows(name):
        with open(shop.published(name), encoding="utf-8") as file:
            return [line.strip().split(",") for line in file if line.strip()]
    satellites = ["satellite,plane,slot,latitude_deg,longitude_deg,altitude_km"]
    satellites += [",".join(row) for row in rows(prefix + "sat_position__sat_positions_0.txt")]
    stations, people = ["name,latitude_deg,longitude_deg"], {}
    for row in rows("satnetwork/data_cities__cities.txt"):
        stations.append(f"c{row[0]},{row[-3]},{row[-2]}")
        people[row[0]] = float(row[-1])
    links = ["station,satellite,length_km"]
    links += [f"c{row[0]},{row[1]},{row[2]}" for row in rows(prefix + "coverage__city_coverage_0.txt")]
    pairs = ["source,destination,geodesic_km,weight"]
    pairs += [f"c{a},c{b},{km},{people[a] * people[b]!r}"
              for a, b, km in rows("satnetwork/data_cities__city_pairs_rand_5K.txt")]
    text = f"""name: motifs
constellation: {{ positions: {{ file: satellites.csv }} }}
lasers: {{ {lasers}, grazing_altitude_km: -6000 }}
ground:
  stations: {{ file: stations.csv }}
  links: {{ file: links.csv }}
  earth: sphere
pairs: {{ file: pairs.csv }}
"""
    files = {"satellites": satellites, "stations": stations, "links": links, "pairs": pairs}
    return {"scenario.yaml": text,
            **{name + ".csv": "\n".join(lines) + "\n" for name, lines in files.items()}}


def e4(shop):
    """All motifs of 40 x 40 satellites, and the best for each zone."""
    files = motif_files(shop, "topology: plus-grid")
    shop.run("helio-motif", files, "--max-range-km", "5014", keep=["motifs.csv"], part="all",
             plots=True)
    zones = {}
    for km, gain in [(5014, 48.11845955), (1468, 6.97548961)]:
        shop.run("helio-motif", files, "--max-range-km", str(km), "--zones-deg", "18,36,90",
                 keep=["zones.csv"], part=f"zones-{km}")
        zones[km] = (gain, table(shop.out + f"/zones-{km}", "zones.csv"))
    motifs = table(shop.out + "/all", "motifs.csv")
    stretch, hops = numbers(motifs, "stretch"), numbers(motifs, "hops")
    shop.row("+Grid, stretch", "", 1.2483452742079981, stretch[0], 1e-6, MOTIFS)
    shop.row("+Grid, hops", "", 10.574827481654376, hops[0], 1e-6, MOTIFS)
    worst, apart = 0.0, 0
    with open(shop.published("satnetwork/single_motif_metrics_40_40_first200.txt"),
              encoding="utf-8") as file:
        lines = [[float(cell) for cell in line.split(",")] for line in file if line.strip()]
    for index, line in enumerate(lines):
        if line[3] >= 99_999:
            apart += not math.isnan(stretch[1 + index])
        else:
            worst = max(worst, abs(stretch[1 + index] - line[3]), abs(hops[1 + index] - line[4]))
    shop.row(f"the first {len(lines)} motifs, greatest difference", "", 0.0, worst, 1e-6, MOTIFS)
    shop.row("motifs that leave cities apart and are not told so", "", 0, apart, 0, MOTIFS)
    for km, (gain, rows) in zones.items():
        shop.row(f"three zones within {km} km, gain over +Grid", "%", gain,
                 numbers(rows, "gain_percent")[-1], 0.01, MOTIFS)
    return shop.report("E4: motifs", """
![Every motif by the mean links and the mean stretch of the routes](all/figures/motifs.svg)

![What a motif with a step gains at most](all/figures/motif-steps.svg)

Forty planes of forty satellites at 53 degrees: the mean stretch and hops of 5,000 pairs of cities, weighted
by population, for every motif of two steps, and the best motifs for three zones of latitude. The
published limit of 1,467 km is that of a list of links that counts some by less than their positions say:
with 1,468 km the same motifs are tried.
""")


def e5(shop):
    """Lasers and bent pipes across oceans and continents."""
    north = shop.run("helio-route", "Datasets/scenarios/handley-north-atlantic.yaml", part="lasers")
    rows = table(north, "summary.csv")
    atlantic = of_pair(rows, "London", "New York")[0]
    shop.row("London - New York, median round-trip time", "ms", 50.5, float(atlantic["median_rtt_ms"]),
             0.7, HANDLEY_2018)
    shop.row("London - New York, fibre along the great circle", "ms", 55.8,
             float(atlantic["fibre_rtt_ms"]), 0.1, HANDLEY_2018)
    south = of_pair(rows, "London", "Johannesburg")[0]
    shop.row("London - Johannesburg, median round-trip time", "ms", 97.0, float(south["median_rtt_ms"]),
             1.0, HANDLEY_2018)
    whole = shop.run("helio-route", "Datasets/scenarios/handley-bent-pipe.yaml", keep=["summary.csv"],
                     part="bent-pipes")
    first = [row for row in table(whole, "summary.csv") if row["rank"] == "1"][0]
    shop.row("Seattle - New York by bent pipes, median of the best", "ms", 36.0,
             float(first["median_rtt_ms"]), 1.0, HANDLEY_2019)
    twenty = shop.run("helio-route", "Datasets/scenarios/handley-twenty-routes.yaml",
                      keep=["summary.csv", "latency.csv"], part="twenty-routes", plots=True)
    by_time = {}
    for row in table(twenty, "latency.csv"):
        if not math.isnan(float(row["rtt_ms"])):
            by_time[row["time_s"]] = by_time.get(row["time_s"], 0) + 1
    shop.row("London - New York, link-disjoint routes at every instant", "", 20, min(by_time.values()), 0,
             HANDLEY_2018)
    return shop.report("E5: faster than fibre", """
![Twenty link-disjoint routes between London and New York over time, beside fibre](twenty-routes/figures/rtt-ranks.svg)

![London to New York and to Johannesburg, beside fibre](lasers/figures/rtt.svg)

Lasers of 32 planes of 50 satellites at 1,150 km with side links one slot back, and bent pipes over
relays below 24 planes of 66 satellites at 550 km. The paper does not list its relays: a grid of every two
degrees stands for them, and is a little faster. Published times are read off figures to a millisecond.
""")


def sovereignty(shop):
    """The price of five country sets."""
    whole = shop.run(
        "helio-compare", "Datasets/scenarios/price-of-sovereignty.yaml", plots=True,
        keep=["sovereignty.csv", "sovereignty_summary.csv", "alibis.csv", "comparison_summary.csv",
              "crossover.csv", "sites.csv"])
    proofs = table(whole, "alibis.csv")
    weaker = all(float(row["vacuum_bound_ms"]) < float(row["fibre_bound_ms"]) for row in proofs)
    shop.row("the bound at the speed of light in vacuum proves less than that in fibre", "", "yes",
             "yes" if weaker else "no", "exact", ALIBI)
    lines = ["| set | predicate | lost | mean added | 95 % | greatest |", "|---|---|---|---|---|---|"]
    for row in table(whole, "sovereignty_summary.csv"):
        lost = 100 * float(row["lost_reachability"])
        times = [f"{float(row[column]):.1f} ms" for column in
                 ("mean_added_ms", "p95_added_ms", "max_added_ms")]
        lines.append(f"| {row['set']} | `{row['predicate']}` | {lost:.1f} % | " + " | ".join(times) + " |")
    return shop.report("The price of sovereignty", """
Forty cloud regions over Starlink's first shell: what five country sets add to the round-trip times of
780 pairs over six hours, and which part of the pairs and instants they leave without a route. Routes that
are lost are not among the added times, which is why all predicates together may add less than one alone.
Nobody has published such prices; the only figure to hold is the order of the two bounds of alibi routing.

""" + "\n".join(lines))


def e7(shop):
    """Exact changes of the best routes of 100 pairs over an hour."""
    with open(shop.root + "/Datasets/scenarios/resilience.yaml", encoding="utf-8") as file:
        pairs = file.read().split("\npairs:", 1)[1]
    text = f"""name: route-churn
epoch: 2026-08-23T00:00:00Z
window: {{ duration_s: 3600, step_s: 60 }}
constellation: {{ preset: starlink-gen1, only: [G1-1] }}
ground:
  stations: {{ file: cities.csv, first: 100 }}
  min_elevation_deg: 25
routing: {{ intervals: exact }}
pairs:{pairs}"""
    with open(shop.root + "/Datasets/cities/cities.csv", encoding="utf-8") as file:
        stations = file.read()
    whole = shop.run("helio-route", {"scenario.yaml": text, "cities.csv": stations},
                     keep=["summary.csv", "intervals.csv", "lifetimes.csv"], plots=True,
                     figures=["use-time", "use-share", "gain"])
    intervals = table(whole, "intervals.csv")
    count = len({(row["source"], row["destination"]) for row in intervals})
    shop.row("changes of the best route, a pair and hour", "", 74.0, len(intervals) / count - 1, 6.0,
             RECOMPUTED)
    lives = table(whole, "lifetimes.csv")
    uses = [float(row["use_percent"]) for row in lives if row["is_cut"] == "0"]
    half = sum(use < 50 for use in uses) / len(uses)
    shop.row("most routes serve less than half of their life", "", "yes", "yes" if half > 0.5 else "no",
             "exact", BHOSALE)
    gains = [float(row["gain_ms"]) / float(row["rtt_before_ms"]) for row in lives
             if row["gain_ms"] not in ("", "nan") and float(row["gain_ms"]) > 0]
    small = sum(gain < 0.15 for gain in gains) / len(gains)
    shop.row("a change by choice mostly gains less than 15 %", "", "yes", "yes" if small > 0.5 else "no",
             "exact", BHOSALE)
    return shop.report("E7: route churn", f"""
![Which part of its life a route serves](figures/use-share.svg)

![How long a route is the best one](figures/use-time.svg)

A hundred pairs of the largest cities through Starlink's first shell with a true mask of 25 degrees, every
change of the best route found as an event. {100 * half:.0f} % of the routes serve less than half of the
time for which they exist. The published count belongs to other pairs of the same cities: between
samples of a hundred pairs it differs by some changes.
""")


def hot_spots(shop):
    """The load of every link under a thousand Gbps among a hundred cities."""
    with open(shop.root + "/Datasets/scenarios/gravity-traffic.yaml", encoding="utf-8") as file:
        text = "".join(line for line in file if not line.startswith("#"))
    text = text.replace("duration_s: 300", "duration_s: 60").replace("../cities/", "")
    with open(shop.root + "/Datasets/cities/cities.csv", encoding="utf-8") as file:
        files = {"scenario.yaml": text, "cities.csv": file.read()}
    whole = shop.run("helio-flow", files, plots=True, keep=[
        "flows.csv", "utilisation.csv", "places.csv", "hot_spots.csv", "flow_summary.csv"])
    row = table(whole, "flow_summary.csv")[0]
    shop.row("load over capacity of the fullest link, against the bound below which none can be", "",
             float(row["bound"]), float(row["max_utilisation"]), 0.05 * float(row["bound"]),
             "the dual bound of the same run, which any routing of the demands obeys")
    return shop.report("Hot spots of a traffic matrix", """
A thousand Gbps among the hundred largest cities, in proportion to their populations, spread over
Starlink's first shell so that the fullest link is as idle as can be, within 5 %. Full are the radio links
of the largest cities, not the lasers: no published figure is known for this matrix.

![Load of each link in its fuller direction](figures/load-map.svg)

![The same, seen from above the fullest links](figures/load-globe.svg)
""")


ALL = {
    "e1-manila-dalian": e1_pair, "e1-three-shells": e1_shells, "e2-telesat-correction": e2,
    "e3-simulators-compared": e3, "e4-motifs": e4, "e5-faster-than-fibre": e5,
    "e6-in-orbit-computing": e6, "e7-route-churn": e7, "e8-dispersed-training": e8,
    "price-of-sovereignty": sovereignty, "traffic-hot-spots": hot_spots,
    "fibre-calibration": fibre.calibration,
}
