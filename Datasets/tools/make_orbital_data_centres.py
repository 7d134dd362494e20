"""Makes ../constellations/orbital-data-centres-2026.yaml.

    python3 make_orbital_data_centres.py

The application gives a number, a range of altitudes, two kinds of inclination and the depth of a
shell. The regular design is ours: thirty bands of 50 km, in each a shell at 30 degrees and a
sun-synchronous one 20 km above it, each with as many planes as slots.
"""

import math
import pathlib

from phasing import EARTH_RADIUS_KM, best

OUT = (
    pathlib.Path(__file__).resolve().parent.parent
    / "constellations/orbital-data-centres-2026.yaml"
)
SIDE = 129
HEAD = """\
name: orbital-data-centres-2026
description: >-
  SpaceX's application for orbital data centres, up to one million satellites between 500 and
  2,000 km, drawn as {count:,} satellites in {shells} regular shells: the scale to plan for.
source: >-
  FCC public notice DA 26-113 (4 February 2026), file SAT-LOA-20260108-00016, filed on 30 January
  2026: up to one million satellites, altitudes from 500 to 2,000 km, inclinations of 30 degrees and
  sun-synchronous, shells up to 50 km deep.
notes: >-
  The application gives no planes, slots or phasing. The shells are ours, made by
  Datasets/tools/make_orbital_data_centres.py: thirty bands of 50 km, in each one shell at 30 degrees
  (names I1 to I30) and, 20 km above it, a sun-synchronous one (U1 to U30), each of {side} planes of
  {side} satellites with nodes spread over 360 degrees. The sun-synchronous inclination is that of a
  circular orbit whose node J2 turns once a year. The phasing is the Walker phasing that keeps the
  satellites of a shell farthest apart where planes cross, by Datasets/tools/phasing.py.
shells:
"""


def sun_synchronous_deg(altitude_km):
    """Inclination at which J2 turns the node by 360 degrees in a year of 365.2422 days."""
    mu, j2 = 398_600.5, 0.00108262998905
    a = EARTH_RADIUS_KM + altitude_km
    n = math.sqrt(mu / a**3)
    rate = 2 * math.pi / (365.2422 * 86_400)
    return math.degrees(math.acos(-rate / (1.5 * j2 * (EARTH_RADIUS_KM / a) ** 2 * n)))


def main():
    shells = []
    for band in range(30):
        floor = 500 + 50 * band
        shells.append((f"I{band + 1}", floor + 15, 30))
        altitude = floor + 35
        shells.append((f"U{band + 1}", altitude, round(sun_synchronous_deg(altitude), 3)))
    text = HEAD.format(count=len(shells) * SIDE * SIDE, shells=len(shells), side=SIDE)
    for name, altitude, inclination in shells:
        phasing, _ = best(SIDE, SIDE, inclination, altitude)
        text += (
            f"  - name: {name}\n    planes: {SIDE}\n    slots: {SIDE}\n"
            f"    inclination_deg: {inclination}\n    altitude_km: {altitude}\n"
            f"    phasing: {phasing}\n"
        )
    OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
