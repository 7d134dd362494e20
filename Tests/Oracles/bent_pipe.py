"""Checks bent pipes over ground relays by python-sgp4, closed geometry and scipy.

Reads from standard input, in this order:

    shell PLANES SLOTS INCLINATION_DEG ALTITUDE_KM PHASING   (PHASING: slots from plane to plane)
    epoch JULIAN_DATE
    mask MIN_ELEVATION_DEG
    station LATITUDE_DEG LONGITUDE_DEG                       (first the two ends, then the relays)
    answer TIME_S RTT_MS                                     (the best route's, nan for none)

There are no lasers, and every station relays. Prints `checked N instants, worst W us`.
"""

import math
import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from sgp4.api import WGS72, Satrec, SatrecArray
from sgp4.propagation import gstime

LIGHT_KM_S = 299792.458
MU, RADIUS = 398600.8, 6378.135


def satellites(planes, slots, inclination, altitude, phasing, epoch):
    motion = 60 * math.sqrt(MU / (RADIUS + altitude) ** 3)
    found = []
    for plane in range(planes):
        for slot in range(slots):
            satellite = Satrec()
            satellite.sgp4init(
                WGS72, "i", len(found) + 1, epoch - 2433281.5, 0.0, 0.0, 0.0, 0.0, 0.0,
                math.radians(inclination),
                2 * math.pi * ((slot + plane * phasing) / slots % 1),
                motion, 2 * math.pi * plane / planes,
            )
            found.append(satellite)
    return SatrecArray(found)


def place(latitude, longitude):
    """Position [km] and the ellipsoid's normal there, WGS-84."""
    a, f = 6378.137, 1 / 298.257223563
    phi, lam = math.radians(latitude), math.radians(longitude)
    e2 = f * (2 - f)
    n = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
    normal = np.array(
        [math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)]
    )
    return n * normal - np.array([0, 0, e2 * n * math.sin(phi)]), normal


def rtt_ms(array, epoch, mask, stations, seconds):
    day, part = epoch, seconds / 86400
    errors, positions, _ = array.sgp4(np.array([day]), np.array([part]))
    assert not errors.any()
    angle = gstime(day + part)
    turn = np.array(
        [
            [math.cos(angle), math.sin(angle), 0],
            [-math.sin(angle), math.cos(angle), 0],
            [0, 0, 1],
        ]
    )
    fixed = positions[:, 0] @ turn.T
    count = len(fixed)
    rows, columns, lengths = [], [], []
    for number, (centre, normal) in enumerate(stations):
        ways = fixed - centre
        length = np.linalg.norm(ways, axis=1)
        seen = np.flatnonzero(ways @ normal >= math.sin(math.radians(mask)) * length)
        rows += [count + number] * len(seen)
        columns += list(seen)
        lengths += list(length[seen])
    size = count + len(stations)
    graph = csr_matrix((lengths, (rows, columns)), shape=(size, size))
    distance = dijkstra(graph, directed=False, indices=count)[count + 1]
    return 2000 * distance / LIGHT_KM_S if np.isfinite(distance) else math.nan


def main():
    stations, answers = [], []
    for line in sys.stdin:
        kind, *words = line.split()
        numbers = [float(word) for word in words]
        if kind == "shell":
            shell = numbers
        elif kind == "epoch":
            epoch = numbers[0]
        elif kind == "mask":
            mask = numbers[0]
        elif kind == "station":
            stations.append(place(*numbers))
        else:
            answers.append(numbers)
    array = satellites(int(shell[0]), int(shell[1]), *shell[2:], epoch)
    worst = 0.0
    for seconds, ours in answers:
        theirs = rtt_ms(array, epoch, mask, stations, seconds)
        if math.isnan(ours) or math.isnan(theirs):
            off = 0.0 if math.isnan(ours) and math.isnan(theirs) else math.inf
        else:
            off = 1000 * abs(ours - theirs)
        worst = max(worst, off)
    print("checked %d instants, worst %.3g us" % (len(answers), worst))


main()
