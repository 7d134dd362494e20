"""What the C library and the Python package add to the Swift calls beneath.

usage: python embedding.py SWIFT-PROGRAMS LIBRARY [--rounds N], or Benchmarks/run embedding

SWIFT-PROGRAMS is the folder of BenchEmbedding, LIBRARY what scripts/build-c-library made; both built for
the same instruction set. Runs both in turn, checks that the answers agree, and prints the least time of
each over all rounds: propagation of workload A, a route query, and the library's size and load time.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def best(runs, body):
    """The least time of some runs [s]."""
    least = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        body()
        least = min(least, time.perf_counter() - start)
    return least


def measure_python():
    """The measurements of BenchEmbedding, by the Python package; a line of JSON each."""
    sys.path.insert(0, str(ROOT / "Python/src"))
    import numpy as np

    import heliograph

    def emit(name, unit, value, checksum):
        print(json.dumps({"name": name, "unit": unit, "value": value, "checksum": checksum}))

    satellites = heliograph.Constellation.walker(
        72, 22, 53, 550, phasing=39, epoch="2026-08-23T12:00:00Z")
    seconds = np.arange(1_440) * 60.0
    states = satellites.propagate(seconds)
    emit("propagate", "ms", 1e3 * best(7, lambda: satellites.propagate(seconds, out=states)),
         float(abs(states.position_km[0]).sum()))
    emit("propagate-new", "ms", 1e3 * best(3, lambda: satellites.propagate(seconds)),
         float(abs(states.position_km[0]).sum()))
    emit("propagate-grid", "ms",
         1e3 * best(7, lambda: satellites.propagate_grid(60.0, 1_440, out=states)),
         float(abs(states.position_km[0]).sum()))
    mesh = heliograph.Network(satellites).mesh(0)
    for name, step in (("neighbours", 1), ("same", 0)):
        def ask():
            route = mesh.route
            for node in range(100):
                route(node, node + step)

        def read():
            route = mesh.route
            for node in range(100):
                route(node, node + step).latency_s

        total = sum(mesh.route(node, node + step).length_km for node in range(100))
        emit(f"route-{name}", "us", 1e4 * best(2_000, ask), total)
        emit(f"route-{name}-and-latency", "us", 1e4 * best(2_000, read), total)
    pairs = [(node, 1_583 - 3 * node) for node in range(200)]
    total = sum(mesh.route(*pair).length_km for pair in pairs)
    emit("route-far", "us", 5e3 * best(20, lambda: [mesh.route(*pair) for pair in pairs]), total)


def measure_library(path):
    """Size, and the time from nothing to the first answer in a new process."""
    code = ("import ctypes, sys, time; a = time.perf_counter(); "
            "ctypes.CDLL(sys.argv[1]).helio_version(); print(time.perf_counter() - a)")
    load = min(float(subprocess.check_output([sys.executable, "-c", code, str(path)]))
               for _ in range(10))
    print(f"library: {path.stat().st_size / 1e6:.1f} MB, loads in {1e3 * load:.1f} ms")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", type=Path)
    parser.add_argument("library", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    library = (options.library / "lib/libheliograph.so").resolve()
    environment = {**os.environ, "HELIOGRAPH_LIBRARY": str(library)}
    commands = {
        "swift": [str(options.programs / "BenchEmbedding")],
        "python": [sys.executable, __file__, "--measure"],
    }
    least = {}
    for _ in range(options.rounds):
        for language, command in commands.items():
            for line in subprocess.check_output(command, env=environment, text=True).splitlines():
                figure = json.loads(line)
                key = (figure["name"], language)
                if key not in least or figure["value"] < least[key]["value"]:
                    least[key] = figure
    measure_library(library)
    for (name, language), figure in least.items():
        if language != "python":
            continue
        swift = least[name.removesuffix("-and-latency"), "swift"]
        if abs(figure["checksum"] / swift["checksum"] - 1 if swift["checksum"] else 0) > 1e-12:
            sys.exit(f"{name}: the answers differ, {figure['checksum']} and {swift['checksum']}")
        unit = figure["unit"]
        extra = figure["value"] - swift["value"]
        print(f"{name}: Swift {swift['value']:.3f} {unit}, Python {figure['value']:.3f} {unit}, "
              f"{extra:+.3f} {unit} ({100 * extra / swift['value']:+.1f} %)")


if __name__ == "__main__":
    if sys.argv[1:] == ["--measure"]:
        measure_python()
    else:
        main()
