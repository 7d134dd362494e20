"""E8: training across data centres that are far apart."""
import math
import os

from .in_orbit import stations
from .report import numbers, table

INTELLECT = "S. Jaghouar et al., INTELLECT-1 technical report, arXiv 2412.01152, table 2"
DILOCO = "A. Douillard et al., DiLoCo, arXiv 2311.08105"
STREAMING = "A. Douillard et al., Streaming DiLoCo, arXiv 2501.18512"
SCALING = "Z. Charles et al., arXiv 2503.09799, tables 6 and 7"
ALPHA_BETA = "the closed forms of all-reduce over p sites with latency a and byte time b"
LASERS = "the geometry of a line that grazes a sphere, as reported of Starlink's lasers (SPIE Photonics West 2024)"
REASSIGNMENT = "the seconds at which Starlink assigns satellites anew, as measured by several groups"
SUNCATCHER = "B. Agüera y Arcas et al., Towards a future space-based AI infrastructure, arXiv 2511.19468"
CABLES = ("owners' and press figures: silicon.co.uk and thebroadcastbridge.com (Hibernia Express), "
          "submarinenetworks.com (WACS), africaninsider.com (SACS), teletime.com.br (EllaLink), "
          "SubTel Forum (INDIGO-West)")

# Sites, seconds of the median all-reduce, and per cent of the time that was computed.
RUNS = {
    "usa": (["gcp:us-central1", "gcp:us-east4", "gcp:us-west1", "gcp:us-south1"], 103.0, 95.7),
    "usa-europe": (["gcp:us-central1", "gcp:us-east4", "gcp:europe-west4", "gcp:europe-north1"], 382.0, 85.6),
    "global": (["gcp:us-central1", "gcp:europe-west4", "gcp:asia-northeast1", "gcp:asia-south1"], 469.0, 83.0),
}

CABLE_TIMES = [("Hibernia Express", 6021, 58.95, 0.06), ("WACS", 14530, 138.5, 5.54), ("SACS", 6300, 63.0, 2.52),
               ("EllaLink", 6200, 60.0, 2.4), ("INDIGO-West", 4600, 46.0, 1.84)]


def training(name, sites, fibre_gbps, keys, days=7):
    """Regions that train over fibre of a rate; the mesh beside it is that of Starlink's first shell."""
    return f"""name: {name}
epoch: 2026-08-23T00:00:00Z
window: {{ duration_s: {86400 * days}, step_s: 3600 }}
constellation: {{ preset: starlink-gen1, only: [G1-1] }}
ground: {{ min_elevation_deg: 25 }}
sites:
  - kind: region
    places: {{ file: regions.csv }}
    only: ["{'", "'.join(sites)}"]
    fibre_gbps: {fibre_gbps!r}
training:
{keys}"""


def intellect(shop, files):
    """The share of the time that three runs computed."""
    for part, (sites, sync_s, percent) in RUNS.items():
        # The rate at which a ring takes the published time for 10 GB, 2 (p - 1) / p of them a site.
        gbps = 2 * (len(sites) - 1) / len(sites) * 80 / sync_s
        keys = """  methods: [diloco]
  parameters: 10e9
  inner_steps: [100]
  bytes_per_parameter: 1
  step_s: 22.8
"""
        out = shop.run("helio-datacenter", {"scenario.yaml": training(part, sites, gbps, keys), **files},
                       keep=["training_networks.csv", "sites.csv"], part=part)
        row = [row for row in table(out, "training_networks.csv") if row["network"] == "fibre"][0]
        shop.row(f"INTELLECT-1, {part}: time of a synchronisation", "s", sync_s, float(row["sync_s"]), 0.5,
                 INTELLECT)
        shop.row(f"INTELLECT-1, {part}: share of the time that is computed", "%", percent,
                 100 * float(row["utilisation"]), 0.1, INTELLECT)


def less_communication(shop, files):
    """Bytes of a step under DiLoCo and its streaming form, and the published rates beside the closed form."""
    with open(os.path.join(shop.root, "Datasets/training/diloco-bandwidth.csv"), encoding="utf-8") as file:
        published = file.read()
    keys = """  parameters: 10e9
  inner_steps: [10, 30, 100, 500]
  bytes_per_parameter: [0.5, 2]
  step_s: 0.8
  tokens_per_step: 4e6
  published: diloco-bandwidth.csv
"""
    out = shop.run(
        "helio-datacenter",
        {"scenario.yaml": training("diloco", RUNS["global"][0], 100.0, keys, days=1), **files,
         "diloco-bandwidth.csv": published},
        keep=["training_networks.csv", "diloco_bandwidth.csv", "sites.csv", "shortfalls.csv"], part="diloco",
        plots=True, figures=["utilisation", "bandwidth"])
    steps = {}
    for row in table(out, "training_networks.csv"):
        if row["network"] == "fibre":
            # Tokens a day tell how many steps were computed.
            steps[row["method"], int(row["inner_steps"]), float(row["bytes_per_parameter"])] = (
                float(row["synchronised_tb_per_day"]) * 4e6 / float(row["tokens_per_day"]))
    whole = steps["data-parallel", 1, 2.0]
    shop.row("DiLoCo, 500 inner steps: times less is sent than data parallel", "", 500.0,
             whole / steps["diloco", 500, 2.0], 5.0, DILOCO)
    shop.row("Streaming DiLoCo, 100 inner steps and 4 bits: times less is sent", "", 400.0,
             whole / steps["streaming", 100, 0.5], 4.0, STREAMING)
    # One is printed as "1000+" only.
    rates = [row for row in table(out, "diloco_bandwidth.csv") if row["steps_off"]]
    shop.row("published rates that the closed form meets within a step of their grid", "", len(rates),
             sum(abs(int(row["steps_off"])) <= 1 for row in rates), 0, SCALING)


def all_reduce(shop):
    """All-reduce of one GB over 8 Gbit/s, which is a second, against the closed forms."""
    def scenario(places):
        return f"""name: all-reduce
window: {{ duration_s: 60, step_s: 60 }}
constellation: {{ preset: starlink-gen1, only: [G1-1] }}
ground: {{ min_elevation_deg: 25 }}
sites:
  - kind: region
    fibre_gbps: 8
    places:
{stations(places)}
collectives:
  algorithms: [ring, recursive-doubling, reduce-scatter-all-gather]
  bytes: [1, 1e9]
"""
    times = {}
    for part, places in [
        ("four-sites-in-one-place", [(f"Berlin{place}", 52.5, 13.4, None) for place in range(4)]),
        ("two-sites", [("Berlin", 52.5, 13.4, None), ("Munich", 48.1, 11.6, None)]),
    ]:
        out = shop.run("helio-datacenter", {"scenario.yaml": scenario(places)},
                       keep=["collective_transfers.csv", "sites.csv"], part=part)
        for row in table(out, "collective_transfers.csv"):
            if row["network"] == "fibre":
                times[part, row["algorithm"], float(row["bytes"])] = float(row["duration_s"])
    latency = times["two-sites", "recursive-doubling", 1.0] - 1e-9
    latency_of_four = times["four-sites-in-one-place", "recursive-doubling", 1.0] / 2 - 1e-9
    for algorithm, phases, share in [("ring", 6, 1.5), ("recursive-doubling", 2, 2.0),
                                     ("reduce-scatter-all-gather", 4, 1.5)]:
        shop.row(f"all-reduce of 1 GB at four sites, {algorithm}", "s", phases * latency_of_four + share,
                 times["four-sites-in-one-place", algorithm, 1e9], 1e-6, ALPHA_BETA)
    for algorithm, phases in [("ring", 2), ("recursive-doubling", 1)]:
        shop.row(f"all-reduce of 1 GB at two sites, {algorithm}", "s", phases * latency + 1.0,
                 times["two-sites", algorithm, 1e9], 1e-6, ALPHA_BETA)


def laser_reach(shop):
    """Two satellites at 550 km over the equator, one of which moves away until the Earth is between them."""
    rows = ["satellite,plane,slot,time_s,latitude_deg,longitude_deg,altitude_km"]
    rows += [f"{name},0,{slot},{time_s},0,{degrees + rate * time_s:g},550"
             for time_s in range(0, 3601, 60)
             for slot, (name, degrees, rate) in enumerate([("Here", 0, 0), ("There", 40, 0.002)])]
    for grazing, km in [(0, 5411.0), (80, 5017.0)]:
        text = f"""name: longest-laser
epoch: 2026-08-23T00:00:00Z
window: {{ duration_s: 3600, step_s: 60 }}
constellation: {{ positions: {{ file: satellites.csv }} }}
lasers: {{ topology: file, file: links.csv, grazing_altitude_km: {grazing} }}
"""
        out = shop.run("helio-mesh", {"scenario.yaml": text, "links.csv": "a,b\nHere,There\n",
                                      "satellites.csv": "\n".join(rows) + "\n"},
                       keep=["contacts.csv"], part=f"lasers-{grazing}-km")
        contact = [row for row in table(out, "contacts.csv") if row["cause_down"] == "grazing"][0]
        shop.row(f"longest laser at 550 km that stays {grazing} km above the Earth", "km", km,
                 float(contact["max_km"]), 1.0, LASERS)


def reassignment(shop):
    """The seconds of a minute at which a station takes up other satellites."""
    text = """name: reassignment
epoch: 2026-08-23T00:00:00Z
window: { duration_s: 3600, step_s: 1 }
constellation: { preset: starlink-gen1, only: [G1-1] }
lasers: { topology: none }
ground:
  min_elevation_deg: 25
  choice: highest
  reassign_s: 15
  reassign_offset_s: 12
  stations: [{ name: London, latitude_deg: 51.51, longitude_deg: -0.13 }]
"""
    out = shop.run("helio-mesh", {"scenario.yaml": text}, keep=["contacts.csv"], part="reassignment")
    seconds = sorted({float(row["up_s"]) % 60 for row in table(out, "contacts.csv")
                      if row["cause_up"] != "window"})
    shop.row("seconds of the minute at which a station changes its satellite", "s", "12 27 42 57",
             " ".join(f"{second:g}" for second in seconds), "exact", REASSIGNMENT)


def suncatcher(shop):
    """Satellites on a square lattice that turns once an orbit, within 500 m up and 1000 m along."""
    axis_km = 6378.137 + 650
    lattice = [(u, v) for u in range(-5, 6) for v in range(-5, 6) if u * u + v * v <= 25]
    shells, links = [], ["a,b"]
    for place, (u, v) in enumerate(lattice):
        phase = math.degrees(math.atan2(v, u)) % 360
        # The relative motion of equal axes is an ellipse, twice as long along the orbit as up.
        shells.append(
            f"    - {{ name: C{place}, planes: 1, slots: 1, inclination_deg: 98, altitude_km: 650, "
            f"eccentricity: {0.1 * math.hypot(u, v) / axis_km:.12f}, "
            f"argument_of_perigee_deg: {(360 - phase) % 360!r}, mean_anomaly_offset_deg: {phase!r} }}")
        links += [f"C{place}-0-0,C{lattice.index(other)}-0-0" for other in [(u + 1, v), (u, v + 1)]
                  if other in lattice]
    centre, neighbours = lattice.index((0, 0)), len(links) - 1
    # To the outermost ones; more than 64 lasers no satellite has.
    links += [f"C{centre}-0-0,C{place}-0-0" for place, (u, v) in enumerate(lattice) if u * u + v * v >= 16]
    text = f"""name: suncatcher
epoch: 2026-03-20T00:00:00Z
window: {{ duration_s: 5864, step_s: 60 }}
constellation:
  propagator: kepler-j2
  shells:
{chr(10).join(shells)}
lasers: {{ topology: file, file: links.csv, terminals: 64 }}
"""
    out = shop.run("helio-mesh", {"scenario.yaml": text, "links.csv": "\n".join(links) + "\n"},
                   keep=["contacts.csv"], part="suncatcher")
    rows = table(out, "contacts.csv")
    joined = {f"C{place}-0-0": node for place, node in enumerate(lattice)}
    near = [row for row in rows
            if sum(abs(p - q) for p, q in zip(joined[row["a"]], joined[row["b"]])) == 1]
    middle = f"C{centre}-0-0"
    shop.row("satellites", "", 81, len(lattice), 0, SUNCATCHER)
    shop.row("pairs of neighbours that stay in view", "", neighbours, len(near), 0, SUNCATCHER)
    shop.row("least distance of neighbours through an orbit", "m", 100.0, 1_000 * min(numbers(near, "min_km")),
             2.0, SUNCATCHER)
    shop.row("greatest distance of neighbours through an orbit", "m", 200.0,
             1_000 * max(numbers(near, "max_km")), 4.0, SUNCATCHER)
    shop.row("greatest distance from the middle", "m", 1_000.0,
             1_000 * max(numbers([row for row in rows if middle in (row["a"], row["b"])], "max_km")), 20.0,
             SUNCATCHER)


def cables(shop):
    """Round-trip times of cables by their lengths."""
    lines, ends = ["cable,length_km,landings,verified"], []
    for place, (name, km, _, _) in enumerate(CABLE_TIMES):
        south, north = 10 * place - 20, 30
        ends += [(f"{name} A", south, -30, None), (f"{name} B", south, north, None)]
        lines.append(f"{name},{km},{name} A (A{place}) {south} -30; {name} B (B{place}) {south} {north},true")
    pairs = ", ".join(f"[{name} A, {name} B]" for name, _, _, _ in CABLE_TIMES)
    text = f"""name: cables
window: {{ duration_s: 60, step_s: 60 }}
constellation: {{ preset: starlink-gen1, only: [G1-1] }}
ground:
  min_elevation_deg: 25
  stations:
{stations(ends)}
compare: {{ cables: cables.csv, cable_slack: 1, land_stretch: 1, landing_delay_ms: 0, fixed_ms: 0 }}
pairs: [{pairs}]
"""
    out = shop.run("helio-compare", {"scenario.yaml": text, "cables.csv": "\n".join(lines) + "\n"},
                   keep=["comparison.csv"], part="cables")
    times = {row["source"]: float(row["fibre_rtt_ms"]) for row in table(out, "comparison.csv")}
    for name, km, rtt_ms, accepted in CABLE_TIMES:
        shop.row(f"{name}, {km:,} km: round-trip time", "ms", rtt_ms, times[f"{name} A"], accepted, CABLES)


def e8(shop):
    """Training, collectives, and what they run over."""
    with open(os.path.join(shop.root, "Datasets/cloud/regions.csv"), encoding="utf-8") as file:
        files = {"regions.csv": file.read()}
    intellect(shop, files)
    less_communication(shop, files)
    all_reduce(shop)
    laser_reach(shop)
    reassignment(shop)
    suncatcher(shop)
    cables(shop)
    return shop.report("E8: training across data centres that are far apart", """
INTELLECT-1 trained ten billion parameters, 100 steps of 22.8 s between two synchronisations. Sites, of
which the paper tells the continents only, are joined by fibre of the rate at which a ring of four takes
the published median; a week of training then computes the published share of the time.

DiLoCo sends once in many steps what data parallel sends in each, and its streaming form sends 4 bits of a
parameter. The rates that are published for it are met by a closed form with one fitted payload for each
architecture (`Datasets/training`), 90 of 105 of them at the very point of their grid.

![Share of the time that is computed by the steps between two synchronisations](diloco/figures/utilisation.svg)

![Published rates and those of the closed form](diloco/figures/bandwidth.svg)

Collectives are held against their closed forms over links of one rate; lasers against the line that grazes
the Earth, for two satellites that move apart; Suncatcher's cluster is 81 satellites on a square lattice
of 100 m that turns once an orbit and is twice as long along it. Cables are as long as their owners say,
at the speed of light in glass; EllaLink's time is published as below 60 ms.
""")
