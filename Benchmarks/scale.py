"""Measures one mesh and its whole forwarding state from 1,584 to a million satellites.

    scale.py BENCHES PROGRAMS [SIZE ...]

BENCHES is the folder of the benchmark programs, PROGRAMS that of the executables, of which helio-plot draws
the figures. Writes scale.json, scale.md and scale/ with the table and its figures into
Benchmarks/results. One thread, 100 stations; each size is a process of its own, so that its memory is
known.
"""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SIZES = {"A": 1_584, "B": 6_336, "C": 34_396, "100k": 100_000, "1M": 1_000_000}
CITIES = HERE.parent / "Datasets" / "cities" / "cities.csv"


def measure(programs, size):
    run = subprocess.run(
        [f"{programs}/BenchRouting", str(CITIES), size, "--scale"], capture_output=True, text=True,
        check=True)
    found = {}
    for line in run.stdout.splitlines():
        figure = json.loads(line)
        found[figure["name"].removeprefix(f"scale-{size}-")] = figure["value"]
    return found


def main():
    benches, programs, *wanted = sys.argv[1:]
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    results = []
    for size in wanted or SIZES:
        print(size, file=sys.stderr)
        results.append({"name": size, "satellites": SIZES[size]} | measure(benches, size))
    (folder / "scale.json").write_text(json.dumps(results, indent=2) + "\n")
    report(results, programs)


def report(results, programs):
    """Writes the table for readers, that for figures, and the figures."""
    folder = HERE / "results"
    table = (
        "# From 1,584 to a million satellites\n\n"
        "One mesh, 100 stations, and the next hop and latency from every node to every station; one "
        "thread, exact. Memory is the most that the process held, less what it held before; per "
        "satellite. Made by `Benchmarks/scale.py`.\n\n"
        "| satellites | propagation µs | mesh µs | forwarding µs | whole snapshot ms | memory bytes |\n"
        "|---|---|---|---|---|---|\n")
    rows = "satellites,propagation_ms,mesh_ms,forwarding_state_ms,memory_mb\n"
    for result in results:
        count = result["satellites"]
        times = [result[key] for key in ("propagation", "mesh", "forwarding")]
        table += (
            f"| {count:,} | {times[0]:.3f} | {times[1]:.3f} | {times[2]:.2f} "
            f"| {sum(times) * count / 1e3:,.1f} | {result['memory']:,.0f} |\n")
        ms = ",".join(str(time * count / 1e3) for time in times)
        rows += f"{count},{ms},{result['memory'] * count / 1e6}\n"
    (folder / "scale.md").write_text(table)
    print(table)
    (folder / "scale").mkdir(exist_ok=True)
    (folder / "scale/scaling.csv").write_text(rows)
    subprocess.run(
        [f"{programs}/helio-plot", str(folder / "scale"), "--force", "--quiet"], check=True,
        stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
