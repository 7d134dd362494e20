"""Times astroz and python-sgp4 on element sets of a TLE file, one thread.

    python propagation.py A.tle --steps 1440 --step-s 60 [--name A] [--repeats 7]

Prints one JSON line a measurement: million states (position and velocity, f64) per second. The
instants begin at the latest epoch of the file. The agreement of each peer with python-sgp4's scalar
function is measured first.
"""

import argparse
import json
import os
import time

# One thread: the workers of a library inherit the one core that this process keeps.
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import numpy as np
from astroz._astroz import Satrec as NativeSatrec
from astroz._astroz import SatrecArray as NativeArray
from sgp4.api import Satrec, SatrecArray


def emit(name, count, times, error, checksum):
    times = sorted(times)
    print(json.dumps({
        "name": name,
        "unit": "million states/s",
        "value": count / times[len(times) // 2] / 1e6,
        "best": count / times[0] / 1e6,
        "largest_error_km": error,
        "checksum": checksum,
    }), flush=True)


def timed(body, repeats):
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        body()
        times.append(time.perf_counter() - begin)
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("elements")
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--step-s", type=float, required=True)
    parser.add_argument("--name", default="A")
    parser.add_argument("--repeats", type=int, default=7)
    arguments = parser.parse_args()

    lines = [line.rstrip("\n") for line in open(arguments.elements)]
    pairs = [(a, b) for a, b in zip(lines, lines[1:]) if a[:2] == "1 " and b[:2] == "2 "]
    satellites = [Satrec.twoline2rv(a, b) for a, b in pairs]
    start = max((s.jdsatepoch + s.jdsatepochF, s.jdsatepoch, s.jdsatepochF) for s in satellites)
    steps = np.arange(arguments.steps)
    days = steps * arguments.step_s / 86_400
    jd = np.full(arguments.steps, start[1])
    fr = start[2] + days
    count = len(pairs) * arguments.steps

    sample = [(s % len(satellites), (7 * s) % arguments.steps) for s in range(0, 4_000, 13)]
    truth = {(s, i): satellites[s].sgp4(jd[i], fr[i])[1] for s, i in sample}

    def error(positions):
        return max(float(np.max(np.abs(positions[s, i] - truth[s, i]))) for s, i in sample)

    array = SatrecArray(satellites)
    _, r, v = array.sgp4(jd, fr)
    times = timed(lambda: array.sgp4(jd, fr), max(arguments.repeats // 3, 2))
    emit(f"python-sgp4-{arguments.name}", count, times, error(r), float(r[..., 0].sum()))
    del r, v
    time_astroz(arguments, pairs, jd, fr, count, error)


def time_astroz(arguments, pairs, jd, fr, count, error):
    """Its kernel alone, into given arrays, time by time, on near-Earth satellites."""
    natives = [NativeSatrec.twoline2rv(a, b) for a, b in pairs]
    if any(s.is_deep_space for s in natives):
        return
    array = NativeArray(natives)
    reference = jd[0] + fr[0]
    offsets = (reference - np.array(array.epochs, dtype=np.float64)) * 1_440
    minutes = ((jd - jd[0]) + (fr - fr[0])) * 1_440
    r = np.zeros((arguments.steps, len(pairs), 3))
    v = np.zeros_like(r)

    def body():
        array.propagate_into(minutes, r, v, epoch_offsets=offsets)

    body()
    worst = error(r.transpose(1, 0, 2))
    times = timed(body, arguments.repeats)
    emit(f"astroz-{arguments.name}", count, times, worst, float(r[..., 0].sum()))


if __name__ == "__main__":
    main()
