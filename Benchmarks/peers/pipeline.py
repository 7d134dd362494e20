"""From elements to the forwarding state with python-sgp4, numpy and scipy.

    pipeline.py INPUTS [REPEATS [--between-stations]]

INPUTS is what `BenchPipeline --write-inputs` wrote. Each snapshot propagates all satellites, turns
them to the Earth-fixed frame, measures the lasers, finds the satellites that each station sees, and
finds the next hop and the latency of every node to every station; satellites alone relay. The next
hops are compared with ours before anything is timed. Prints one line of JSON, with the sum of all
latencies, or of those between stations.
"""

import json
import pathlib
import sys
import time

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from sgp4.api import WGS72, Satrec, SatrecArray

LIGHT_KM_PER_S = 299_792.458
LEAST_SINE = np.sin(np.radians(25.0))


def read(folder):
    lines = (folder / "satellites.tle").read_text().splitlines()
    satellites = [Satrec.twoline2rv(a, b, WGS72) for a, b in zip(lines[::2], lines[1::2])]
    lasers = np.loadtxt(folder / "lasers.txt", dtype=np.int32)
    stations = np.loadtxt(folder / "stations.txt")
    dates = np.loadtxt(folder / "dates.txt")
    return SatrecArray(satellites), lasers, stations, dates


def station_frame(stations):
    """Positions [km] and vertical directions over the ellipsoid WGS-84."""
    a, f = 6378.137, 1 / 298.257223563
    e2 = f * (2 - f)
    lat, lon, alt = np.radians(stations[:, 0]), np.radians(stations[:, 1]), stations[:, 2]
    up = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    n = a / np.sqrt(1 - e2 * np.sin(lat) ** 2)
    scale = np.stack([n + alt, n + alt, n * (1 - e2) + alt], axis=1)
    return up * scale, up


def sidereal_angle(whole, fraction):
    t = (whole - 2451545.0 + fraction) / 36525
    turns = (whole - np.floor(whole)) + fraction
    seconds = (
        67310.54841 + 86400 * turns + t * (8640184.812866 + t * (0.093104 - t * 6.2e-6))
    )
    return seconds * 2 * np.pi / 86400


class Pipeline:
    def __init__(self, folder):
        self.satellites, lasers, stations, self.dates = read(folder)
        self.place, self.up = station_frame(stations)
        self.horizon = np.einsum("ij,ij->i", self.place, self.up)
        self.a, self.b = lasers.T
        self.rows = np.concatenate([self.a, self.b])
        self.columns = np.concatenate([self.b, self.a])

    def positions(self, whole, fraction):
        error, r, _ = self.satellites.sgp4(np.array([whole]), np.array([fraction]))
        assert not error.any()
        r = r[:, 0]
        angle = sidereal_angle(whole, fraction)
        c, s = np.cos(angle), np.sin(angle)
        return np.stack([c * r[:, 0] + s * r[:, 1], c * r[:, 1] - s * r[:, 0], r[:, 2]], axis=1)

    def snapshot(self, whole, fraction):
        """Next hop and latency [ms], each stations x nodes; -1 and infinity where unreachable."""
        r = self.positions(whole, fraction)
        satellites, stations = len(r), len(self.place)
        length = np.linalg.norm(r[self.a] - r[self.b], axis=1)
        height = self.up @ r.T - self.horizon[:, None]
        station, satellite = np.nonzero(height >= 0)
        slant = np.linalg.norm(r[satellite] - self.place[station], axis=1)
        seen = height[station, satellite] >= LEAST_SINE * slant
        station, satellite, slant = station[seen], satellite[seen], slant[seen]

        # From each destination outwards; no edge leads into a station, so that none relays.
        graph = csr_array(
            (
                np.concatenate([length, length, slant]),
                (
                    np.concatenate([self.rows, satellites + station]),
                    np.concatenate([self.columns, satellite]),
                ),
            ),
            shape=(satellites + stations,) * 2,
        )
        goals = satellites + np.arange(stations)
        km, hop = dijkstra(graph, indices=goals, return_predecessors=True)
        # Stations as sources: the best of the satellites that they see. They are sorted.
        for source in range(stations):
            own = station == source
            if not own.any():
                continue
            ways = slant[own] + km[:, satellite[own]]
            best = ways.argmin(axis=1)
            km[:, satellites + source] = ways[np.arange(stations), best]
            hop[:, satellites + source] = satellite[own][best]
        km[np.arange(stations), goals] = 0
        hop[np.isinf(km)] = -1
        hop[np.arange(stations), goals] = goals
        return hop, km * (1000 / LIGHT_KM_PER_S)

    def check(self, expected, nodes):
        """Compares the next hops with ours; equal ways to the last bit may be told apart."""
        total = 0.0
        for (whole, fraction), hops in zip(self.dates, expected):
            hop, latency = self.snapshot(whole, fraction)
            odd = np.count_nonzero(hop != hops)
            if odd > hop.size * 1e-5:
                sys.exit(f"pipeline.py: {odd} of {hop.size} next hops are others than ours")
            latency = latency[:, nodes]
            total += latency[np.isfinite(latency)].sum()
        return total


def main():
    folder = pathlib.Path(sys.argv[1])
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    pipeline = Pipeline(folder)
    count, stations = len(pipeline.dates), len(pipeline.place)
    expected = np.fromfile(folder / "next_hop.i32", dtype="<i4").reshape(count, stations, -1)
    nodes = slice(-stations if "--between-stations" in sys.argv else 0, None)
    checksum = pipeline.check(expected, nodes)
    least = float("inf")
    for _ in range(repeats):
        begin = time.perf_counter()
        for whole, fraction in pipeline.dates:
            pipeline.snapshot(whole, fraction)
        least = min(least, time.perf_counter() - begin)
    print(
        json.dumps(
            {
                "name": "python-sgp4-numpy-scipy",
                "unit": "ms/snapshot",
                "value": least * 1000 / count,
                "checksum": checksum,
            }
        )
    )


if __name__ == "__main__":
    main()
