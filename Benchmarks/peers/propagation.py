"""Times astroz, heyoka, python-sgp4 and satkit on element sets of a TLE file, one thread.

    python propagation.py A.tle --steps 1440 --step-s 60 [--name A] [--repeats 7]

Prints one JSON line a measurement: million states (position and velocity, f64) per second. The
instants begin at the latest epoch of the file. The agreement of each peer with python-sgp4's scalar
function is measured first; the checksum is the sum of all |x| [km].
"""

import argparse
import json
import os
import time

# One thread: the workers of a library inherit the one core that this process keeps.
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import numpy as np
from sgp4.api import WGS72, Satrec, SatrecArray


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


def missing(name, error):
    print(json.dumps({"name": name, "unit": "million states/s", "missing": str(error)}), flush=True)


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
    satellites = [Satrec.twoline2rv(a, b, WGS72) for a, b in pairs]
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
    emit(f"python-sgp4-{arguments.name}", count, times, error(r), float(np.abs(r[..., 0]).sum()))
    del r, v
    for peer in (time_astroz, time_heyoka, time_satkit):
        try:
            peer(arguments, pairs, satellites, jd, fr, count, error)
        except ImportError as fault:
            missing(f"{peer.__name__[5:]}-{arguments.name}", fault)


def time_astroz(arguments, pairs, satellites, jd, fr, count, error):
    """Its kernel alone, into given arrays, time by time, on near-Earth satellites."""
    from astroz._astroz import Satrec as NativeSatrec
    from astroz._astroz import SatrecArray as NativeArray

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
    emit(f"astroz-{arguments.name}", count, times, worst, float(np.abs(r[..., 0]).sum()))


def time_heyoka(arguments, pairs, satellites, jd, fr, count, error):
    """Its compiled propagator, into a given array, time by time."""
    import heyoka

    heyoka.set_nthreads(1)
    propagator = heyoka.model.sgp4_propagator(satellites, fast_math=True)
    epochs = [((jd[0] - s.jdsatepoch) + (fr[0] - s.jdsatepochF)) * 1_440 for s in satellites]
    minutes = (np.array(epochs)[None, :] + (((jd - jd[0]) + (fr - fr[0])) * 1_440)[:, None]).copy()
    out = np.zeros((arguments.steps, 7, len(pairs)))

    def body():
        propagator(minutes, out=out)

    body()
    worst = error(out[:, :3].transpose(2, 0, 1))
    times = timed(body, arguments.repeats)
    emit(f"heyoka-{arguments.name}", count, times, worst, float(np.abs(out[:, 0]).sum()))


def time_satkit(arguments, pairs, satellites, jd, fr, count, error):
    """From a list of element sets and times to arrays; of the satellites an eighth, for it is slow."""
    import satkit

    some = slice(None, None, 8)
    sets = [satkit.TLE.from_lines(["NAME", a, b]) for a, b in pairs[some]]
    sets = [s[0] if isinstance(s, list) else s for s in sets]
    begin = satkit.time.from_jd(jd[0], satkit.timescale.UTC) + satkit.duration.from_days(fr[0])
    instants = [begin + satkit.duration.from_days(d) for d in (jd - jd[0]) + (fr - fr[0])]

    def body():
        return satkit.sgp4(sets, instants)

    r, _ = body()
    times = timed(body, max(arguments.repeats // 3, 2))
    worst = max(
        float(np.max(np.abs(r[k, -1] / 1_000 - satellites[8 * k].sgp4(jd[-1], fr[-1])[1])))
        for k in range(0, len(sets), 7))
    emit(f"satkit-{arguments.name}", len(sets) * arguments.steps, times, worst, None)


if __name__ == "__main__":
    main()
