"""Measures one mesh and its whole forwarding state from 1,584 to a million satellites.

    scale.py PROGRAMS [SIZE ...]

PROGRAMS is the folder of the benchmark programs. Writes scale.json, scale.md and scale.svg into
Benchmarks/results; the figure needs gnuplot. One thread, 100 stations; each size is a process of its
own, so that its memory is known.
"""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SIZES = {"A": 1_584, "B": 6_336, "C": 34_396, "100k": 100_000, "1M": 1_000_000}
CITIES = HERE.parent / "Datasets" / "cities" / "cities.csv"

SCRIPT = """\
set terminal svg size 720,480 font 'Helvetica,14' background rgb 'white'
set output '{folder}/scale.svg'
set logscale xy
set format x '10^{{%L}}'
set xlabel 'satellites'
set ylabel 'time of one snapshot [ms]'
set y2label 'memory [MB]'
set logscale y2
set ytics nomirror
set y2tics
set key top left
set grid lc rgb '#dddddd'
$data << end
{rows}
end
plot $data using 1:2 with linespoints lw 2 pt 7 lc rgb '#0072b2' title 'propagation', \\
     $data using 1:3 with linespoints lw 2 pt 5 lc rgb '#009e73' title 'mesh', \\
     $data using 1:4 with linespoints lw 2 pt 9 lc rgb '#d55e00' title 'forwarding state, 100 stations', \\
     $data using 1:5 axes x1y2 with linespoints lw 2 dt 2 pt 6 lc rgb '#000000' title 'memory (right)'
"""


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
    programs, *wanted = sys.argv[1:]
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    results = []
    for size in wanted or SIZES:
        print(size, file=sys.stderr)
        results.append({"name": size, "satellites": SIZES[size]} | measure(programs, size))
    (folder / "scale.json").write_text(json.dumps(results, indent=2) + "\n")
    table = (
        "# From 1,584 to a million satellites\n\n"
        "One mesh, 100 stations, and the next hop and latency from every node to every station; one "
        "thread, exact. Memory is the most that the process held, less what it held before; per "
        "satellite. Made by `Benchmarks/scale.py`.\n\n"
        "| satellites | propagation µs | mesh µs | forwarding µs | whole snapshot ms | memory bytes |\n"
        "|---|---|---|---|---|---|\n")
    rows = ""
    for result in results:
        count = result["satellites"]
        times = [result[key] for key in ("propagation", "mesh", "forwarding")]
        table += (
            f"| {count:,} | {times[0]:.3f} | {times[1]:.3f} | {times[2]:.2f} "
            f"| {sum(times) * count / 1e3:,.1f} | {result['memory']:,.0f} |\n")
        ms = " ".join(str(time * count / 1e3) for time in times)
        rows += f"{count} {ms} {result['memory'] * count / 1e6}\n"
    (folder / "scale.md").write_text(table)
    print(table)
    subprocess.run(
        ["gnuplot"], input=SCRIPT.format(folder=folder, rows=rows.rstrip()), text=True, check=True)


if __name__ == "__main__":
    main()
