"""Frames and look angles by pymap3d, PROJ and Skyfield, for the tests of Orbits.

Run with pymap3d 3, pyproj 3.6 and skyfield 1.4 or later: python3 Tests/Oracles/frames.py
It rewrites geodetic.csv, look.csv and itrf.csv in Tests/OrbitsTests/Fixtures/. Lengths in km, angles
in degrees, with all their digits.
"""

import csv
import pathlib
import random

import numpy
import pymap3d
from pyproj import Transformer
from skyfield.sgp4lib import TEME_to_ITRF

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "OrbitsTests/Fixtures"
ELLIPSOIDS = {
    "wgs84": "+proj=cart +ellps=WGS84",
    "wgs72": "+proj=cart +ellps=WGS72",
    "sphere": "+proj=cart +a=6371000 +b=6371000",
}
random.seed(20260823)


def write(name, header, rows):
    with open(FOLDER / name, "w", newline="") as handle:
        out = csv.writer(handle, lineterminator="\n")
        out.writerow(header.split())
        for row in rows:
            out.writerow([x if isinstance(x, str) else repr(float(x)) for x in row])


def geodetic():
    places = [(90, 0, 0), (-90, 0, 550), (0, 0, 0), (0, 180, 1), (0, -90, -100), (45, 45, 400000)]
    for _ in range(24):
        places.append((random.uniform(-90, 90), random.uniform(-180, 180),
                       random.choice([-100, 0, 0.3, 550, 1200, 35786, 400000])))
    for name, pipeline in ELLIPSOIDS.items():
        cart = Transformer.from_pipeline(pipeline)
        for latitude, longitude, altitude in places:
            xyz = cart.transform(longitude, latitude, altitude * 1000)
            yield [name, latitude, longitude, altitude, *[c / 1000 for c in xyz]]


def look():
    for _ in range(40):
        latitude, longitude = random.uniform(-90, 90), random.uniform(-180, 180)
        altitude = random.choice([0.0, 0.05, 2.5])
        target = (latitude + random.uniform(-12, 12), longitude + random.uniform(-12, 12),
                  random.choice([340.0, 550.0, 1200.0, 35786.0]))
        xyz = pymap3d.geodetic2ecef(target[0], target[1], target[2] * 1000)
        azimuth, elevation, distance = pymap3d.ecef2aer(
            *xyz, latitude, longitude, altitude * 1000, deg=True)
        yield [latitude, longitude, altitude, *[c / 1000 for c in xyz], azimuth, elevation,
               distance / 1000]


def itrf():
    for _ in range(30):
        jd = 2433282.5 + random.randrange(0, 40000)
        fraction = random.random()
        r = numpy.array([random.uniform(-8000, 8000) for _ in range(3)])
        v = numpy.array([random.uniform(-8, 8) for _ in range(3)])
        position, velocity = TEME_to_ITRF(jd, r, v * 86400, fraction_ut1=fraction)
        yield [jd, fraction, *r, *v, *position, *(velocity / 86400)]


write("geodetic.csv", "ellipsoid latitude longitude altitude x y z", geodetic())
write("look.csv", "latitude longitude altitude x y z azimuth elevation range", look())
write("itrf.csv", "jd fraction x y z vx vy vz ix iy iz ivx ivy ivz", itrf())
