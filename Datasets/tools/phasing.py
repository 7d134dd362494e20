"""The Walker phasing that keeps the satellites of a shell farthest apart where planes cross.

    python3 phasing.py PLANES SLOTS INCLINATION_DEG ALTITUDE_KM [RAAN_SPREAD_DEG]

Prints F in 0..<PLANES (neighbouring planes are F / PLANES of a slot apart) and the least distance
between any two satellites, the criterion of Handley (HotNets 2018, DOI 10.1145/3286062.3286075).

Two satellites on circular orbits of one altitude and inclination i, whose nodes are W apart and
whose arguments of latitude differ by u, come as near as the angle rho:

    sin(rho / 2) = sqrt((1 + cos(i)^2 + sin(i)^2 cos(W)) / 2) |sin(D / 2)|
    D = u + 2 atan(cos(i) tan(W / 2))

(L. E. Speckman, T. J. Lang, W. H. Boyce, AIAA/AAS Astrodynamics Conference 1990). Of equal
distances the smallest F is taken.
"""

import math
import sys

EARTH_RADIUS_KM = 6378.137


def least_distance(planes, slots, inclination, radius, f, spread=2 * math.pi):
    least = math.inf
    for k in range(1, planes):
        w = k * spread / planes
        across = (1 + math.cos(inclination) ** 2 + math.sin(inclination) ** 2 * math.cos(w)) / 2
        turn = 2 * math.atan2(
            math.cos(inclination) * math.sin(w / 2), math.cos(w / 2)
        )
        slot = 2 * math.pi / slots
        offset = math.remainder(k * f / planes * slot + turn, slot)
        least = min(least, 2 * radius * math.sqrt(max(across, 0)) * abs(math.sin(offset / 2)))
    return least


def best(planes, slots, inclination_deg, altitude_km, spread_deg=360.0):
    scored = [
        (
            round(
                least_distance(
                    planes, slots, math.radians(inclination_deg), EARTH_RADIUS_KM + altitude_km,
                    f, math.radians(spread_deg),
                ),
                6,
            ),
            -f,
        )
        for f in range(planes)
    ]
    distance, f = max(scored)
    return -f, distance


if __name__ == "__main__":
    numbers = [float(a) for a in sys.argv[1:]]
    f, distance = best(int(numbers[0]), int(numbers[1]), *numbers[2:])
    print(f"F = {f} ({f}/{int(numbers[0])} of a slot), at least {distance:.1f} km apart")
