"""States of python-sgp4 in both modes and all gravity models, for the tests of SGP4.

Run with python-sgp4 2.25 or later: python3 Tests/Oracles/sgp4_states.py
It rewrites Tests/OrbitsTests/Fixtures/sgp4_states.csv. The orbits are made up, one for each branch of
the theory. Numbers are written with all their digits; angles in radians, times in minutes.
"""

import csv
import math
import pathlib

from sgp4.api import WGS72, WGS72OLD, WGS84
# The one written in Python: the compiled one has the same sidereal angle in both modes.
from sgp4.model import Satrec

FILE = pathlib.Path(__file__).resolve().parent.parent / "OrbitsTests/Fixtures/sgp4_states.csv"
MODELS = {"wgs72": WGS72, "wgs72old": WGS72OLD, "wgs84": WGS84}
RUNS = [("wgs72", "i"), ("wgs72", "a"), ("wgs72old", "i"), ("wgs84", "i")]
MINUTES = [-2000.0, -30.5, 0.0, 100.0, 1441.25, 14400.0]

# name, eccentricity, inclination, node, perigee, anomaly [deg], revolutions a day, B*
ORBITS = [
    ("shell", 0.0001, 53.05, 120.0, 80.0, 10.0, 15.06, 1.2e-4),
    ("circular", 0.0, 70.0, 300.0, 0.0, 33.0, 15.06, 1.0e-4),
    ("retrograde", 0.0012, 97.6, 200.0, 270.0, 91.0, 14.9, 3.0e-5),
    ("backwards", 0.01, 180.0, 20.0, 27.0, 91.0, 14.0, 3.0e-5),
    ("equator", 0.003, 0.0, 20.0, 270.0, 191.0, 14.2, 1.0e-5),
    ("low", 0.02, 51.6, 10.0, 45.0, 200.0, 15.90, 1.0e-5),
    ("grazing", 0.03, 62.0, 77.0, 267.0, 88.0, 15.90, 1.0e-6),
    ("transfer", 0.73, 7.0, 350.0, 178.0, 5.0, 2.27, 1.0e-5),
    ("molniya", 0.69, 63.4, 270.0, 265.0, 20.0, 2.006, 1.0e-5),
    ("molniya-low-e", 0.55, 61.0, 15.0, 280.0, 200.0, 2.01, 0.0),
    ("molniya-high-e", 0.735, 64.5, 100.0, 255.0, 15.0, 2.007, 0.0),
    ("molniya-middle-e", 0.708, 64.5, 190.0, 255.0, 15.0, 2.007, 0.0),
    ("geostationary", 0.0002, 0.05, 80.0, 120.0, 230.0, 1.00273, 0.0),
    ("geosynchronous", 0.002, 6.0, 300.0, 20.0, 130.0, 1.0027, 0.0),
    ("tundra", 0.26, 63.4, 195.0, 270.0, 40.0, 1.0027, 0.0),
    ("navigation", 0.005, 55.0, 250.0, 40.0, 320.0, 2.0056, 0.0),
    ("half-way", 0.0003, 0.04, 10.0, 40.0, 320.0, 5.0, 0.0),
    ("high", 0.6, 20.0, 150.0, 10.0, 0.0, 0.3, 0.0),
    ("node-wraps", 0.4, 5.0, 0.01, 178.0, 5.0, 3.0, 0.0),
    # Orbits that no satellite flies, for the codes.
    ("code-1", 0.06001, 121.8, 219.0, 107.0, 206.0, 15.25, -0.01),
    ("code-1-deep", 0.77997, 157.4, 287.0, 141.0, 144.0, 1.746, -0.01),
    ("code-2-deep", 0.99981, 10.1, 221.0, 261.0, 118.0, 0.921, 0.0),
    ("code-3-deep", 0.99947, 45.4, 279.0, 91.0, 153.0, 2.02, -0.01),
    ("code-4", 0.99753, 167.7, 119.0, 67.0, 337.0, 11.966, 0.0),
    ("code-4-deep", 0.99234, 65.1, 89.0, 65.0, 281.0, 0.906, 0.1),
    ("code-6", 0.36464, 39.7, 82.0, 71.0, 74.0, 10.023, 0.0),
]

with open(FILE, "w", newline="") as handle:
    out = csv.writer(handle, lineterminator="\n")
    out.writerow("orbit gravity mode epoch_days_since_1950 bstar e argp i m n node minutes code"
                 " x y z vx vy vz".split())
    for index, (name, e, i, node, argp, m, revolutions, bstar) in enumerate(ORBITS):
        epoch = 20000 + 450 * index + index / 64
        angles = [math.radians(a) for a in (argp, i, m, node)]
        n = revolutions * 2 * math.pi / 1440
        for gravity, mode in RUNS:
            sat = Satrec()
            sat.sgp4init(MODELS[gravity], mode, index, epoch, bstar, 0.0, 0.0, e, angles[0],
                         angles[1], angles[2], n, angles[3])
            for t in MINUTES:
                code, r, v = sat.sgp4_tsince(t)
                state = [repr(x) for x in (*r, *v)] if code == 0 else [""] * 6
                out.writerow([name, gravity, mode, repr(epoch), repr(bstar), repr(e),
                              repr(angles[0]), repr(angles[1]), repr(angles[2]), repr(n),
                              repr(angles[3]), repr(t), code, *state])
