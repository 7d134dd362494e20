"""Measures what a sweep of many small runs takes beyond the runs themselves.

    sweep.py BENCHES PROGRAMS [RUNS]

BENCHES is the folder of the benchmark programs, PROGRAMS that of the executables. 10,000 runs, or as many
as are asked for, of 10 pairs through Kuiper's first shell at 20 instants, two at a time. The work is what
the library takes for the runs, their scenarios in memory; all else is the sweep's: planning, making
scenarios, hashes, files, tasks, and the merge with its statistics. Counted is processor time, of user and
system, which other programs on the machine change little. Writes sweep.json and sweep.md into
Benchmarks/results.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ELEVATIONS = 10
PAIRS = [
    ("London", "New York City"), ("Tokyo", "Sydney"), ("Paris", "Singapore"), ("Lagos", "London"),
    ("Mumbai", "Johannesburg"), ("Los Angeles", "Tokyo"), ("Madrid", "Buenos Aires"),
    ("Cairo", "Jakarta"), ("Chicago", "Istanbul"), ("Hong Kong", "Melbourne")]

BASE = """\
window: {{ duration_s: 100, step_s: 5 }}
constellation: {{ preset: kuiper, only: [K1] }}
ground: {{ stations: {{ file: {cities} }} }}
pairs: {pairs}
"""

SWEEP = """\
base: base.yaml
axes:
  - {{ key: ground.min_elevation_deg, range: {{ from: 20, to: 29, step: 1 }} }}
  - {{ key: window.start_s, range: {{ from: 0, to: {last}, step: 7 }} }}
"""


def processor_time(command):
    """Runs a command; its processor time and its time by the clock, in seconds."""
    before = os.times()
    subprocess.run(command, check=True)
    after = os.times()
    used = after.children_user + after.children_system
    return used - before.children_user - before.children_system, after.elapsed - before.elapsed


def main():
    benches, programs, *rest = sys.argv[1:]
    runs = int(rest[0]) if rest else 10_000
    starts = runs // ELEVATIONS
    with tempfile.TemporaryDirectory() as folder:
        sweep = pathlib.Path(folder, "sweep.yaml")
        cities = HERE.parent / "Datasets" / "cities" / "cities.csv"
        pathlib.Path(folder, "base.yaml").write_text(
            BASE.format(cities=cities, pairs=json.dumps(PAIRS)))
        sweep.write_text(SWEEP.format(last=7 * (starts - 1)))
        place = ["--sweep", str(sweep), "--out", str(pathlib.Path(folder, "out"))]
        ran, clock = processor_time([f"{programs}/helio-sweep", "run", *place, "--threads", "2"])
        merged, merge_clock = processor_time([f"{programs}/helio-sweep", "merge", *place])
        # Two at a time as well, for two that share a core's caches and units take longer each.
        pair = [subprocess.Popen([f"{benches}/BenchSweep", str(sweep), "1000"], text=True,
                                 stdout=subprocess.PIPE) for _ in range(2)]
        lines = [line for one in pair for line in one.communicate()[0].splitlines()]
        if any(one.returncode for one in pair):
            sys.exit("sweep.py: BenchSweep failed")
    each = {}
    for figure in map(json.loads, lines):
        each.setdefault(figure["name"].removeprefix("sweep-"), []).append(figure["value"])
    each = {name: sum(values) / len(values) for name, values in each.items()}
    count = starts * ELEVATIONS
    work = each["open"] + each["tables"]
    result = {
        "runs": count, "work_ms": work, "scenario_ms": each["scenario"], "run_ms": 1e3 * ran / count,
        "merge_ms": 1e3 * merged / count, "run_clock_s": clock, "merge_clock_s": merge_clock,
        "overhead": (1e3 * (ran + merged) / count - work) / work}
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / "sweep.json").write_text(json.dumps(result, indent=2) + "\n")
    text = (
        "# What a sweep takes beyond its runs\n\n"
        f"{count:,} runs of 10 pairs through Kuiper's first shell at 20 instants, two at a time; "
        "processor time of user and system. Work is what the library takes for a run whose scenario "
        "is in memory. Made by `Benchmarks/run sweep`.\n\n"
        "| | ms a run |\n|---|---|\n"
        f"| work | {work:.3f} |\n"
        f"| `helio-sweep run`, all in all | {result['run_ms']:.3f} |\n"
        f"| of it the scenario of the values | {each['scenario']:.3f} |\n"
        f"| `helio-sweep merge`, with statistics | {result['merge_ms']:.3f} |\n"
        f"| **overhead of the sweep, merge and all** | **{100 * result['overhead']:.1f} %** |\n")
    (results / "sweep.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()
