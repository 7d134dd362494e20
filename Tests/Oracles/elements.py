"""Element sets as python-sgp4 writes and reads them, for the tests of TLE and OMM.

Run with python-sgp4 2.25 or later: python3 Tests/Oracles/elements.py
It rewrites Tests/OrbitsTests/Fixtures/tle.csv, and omm.csv, omm.xml and omm_read.csv in
Tests/ElementFilesTests/Fixtures/. Numbers are written with all their digits.
"""

import csv
import io
import math
import pathlib
import random

from sgp4 import exporter, omm
from sgp4.api import WGS72, Satrec

TESTS = pathlib.Path(__file__).resolve().parent.parent
READ = ["jd", "jd_fraction", "bstar", "inclination", "raan", "eccentricity", "argp", "mean_anomaly",
        "mean_motion"]


def values(sat):
    return [sat.jdsatepoch, sat.jdsatepochF, sat.bstar, sat.inclo, sat.nodeo, sat.ecco, sat.argpo,
            sat.mo, sat.no_kozai]


def tle(rows=120):
    rng = random.Random(20261124)
    with open(TESTS / "OrbitsTests/Fixtures/tle.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["number", "days_since_1950", "bstar", "ndot", "nddot", "eccentricity",
                      "argp", "inclination", "mean_anomaly", "mean_motion", "raan",
                      "line1", "line2"] + ["read_" + name for name in READ])
        for _ in range(rows):
            # From 180000 on the package puts I and O where Alpha-5 leaves them out.
            number = rng.randrange(1, 180000)
            # From 1957 to 2056, in steps that eight decimals of a day hold.
            days = rng.randrange(2557, 38000) + rng.randrange(10**8) / 1e8
            bstar = rng.choice([-1, 1]) * 10 ** rng.uniform(-8, -0.5)
            ndot = rng.choice([-1, 1]) * 10 ** rng.uniform(-7, -1) * math.pi / 1036800
            nddot = rng.choice([-1, 1]) * 10 ** rng.uniform(-9, -2) * math.pi / 1492992000
            eccentricity = rng.choice([rng.uniform(0, 0.01), rng.uniform(0, 0.99)])
            argp, mean_anomaly, raan = (rng.uniform(0, 2 * math.pi) for _ in range(3))
            inclination = rng.uniform(0, math.pi)
            mean_motion = rng.uniform(0.5, 16) * 2 * math.pi / 1440
            sat = Satrec()
            sat.sgp4init(WGS72, "i", number, days, bstar, ndot, nddot, eccentricity, argp,
                         inclination, mean_anomaly, mean_motion, raan)
            sat.classification = "U"
            sat.intldesg = rng.choice(["98067A", "19074BE", "57001ABC"])
            sat.elnum = rng.randrange(1000)
            sat.revnum = rng.randrange(100000)
            line1, line2 = exporter.export_tle(sat)
            again = Satrec.twoline2rv(line1, line2)
            row = [number, days, bstar, ndot * 1036800 / math.pi, nddot * 1492992000 / math.pi,
                   eccentricity, argp, inclination, mean_anomaly, mean_motion, raan]
            out.writerow([repr(x) for x in row] + [line1, line2]
                         + [repr(x) for x in values(again)])


def message(rng, index):
    def number(text):
        # CelesTrak leaves out the zero before the point.
        return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text

    digits = rng.randrange(10**5)
    return {
        "OBJECT_NAME": f"TEST {index}",
        "OBJECT_ID": f"20{rng.randrange(10, 26)}-{rng.randrange(1, 300):03}{rng.choice('ABC')}",
        "EPOCH": f"20{rng.randrange(10, 26)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
                 f"T{rng.randrange(24):02}:{rng.randrange(60):02}:{rng.randrange(60):02}"
                 f".{rng.randrange(10**6):06}",
        "MEAN_MOTION": f"{rng.uniform(1, 16):.8f}",
        "ECCENTRICITY": number(f"{rng.uniform(0, 0.7):.7f}"),
        "INCLINATION": number(f"{rng.uniform(0, 180):.4f}"),
        "RA_OF_ASC_NODE": number(f"{rng.uniform(0, 360):.4f}"),
        "ARG_OF_PERICENTER": number(f"{rng.uniform(0, 360):.4f}"),
        "MEAN_ANOMALY": number(f"{rng.uniform(0, 360):.4f}"),
        "EPHEMERIS_TYPE": "0",
        "CLASSIFICATION_TYPE": "U",
        # The package takes no number beyond 339999.
        "NORAD_CAT_ID": str(rng.randrange(1, 340000)),
        "ELEMENT_SET_NO": "999",
        "REV_AT_EPOCH": str(rng.randrange(100000)),
        "BSTAR": f"{rng.choice(['', '-'])}.{digits:05}E-{rng.randrange(1, 6)}",
        "MEAN_MOTION_DOT": f"{rng.choice(['', '-'])}.{digits:05}E-3",
        "MEAN_MOTION_DDOT": "0",
    }


def omm_files(rows=40):
    rng = random.Random(502)
    messages = [message(rng, index) for index in range(rows)]
    folder = TESTS / "ElementFilesTests/Fixtures"
    text = io.StringIO()
    writer = csv.DictWriter(text, messages[0], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(messages)
    (folder / "omm.csv").write_bytes(text.getvalue().encode())

    def elements(fields, keys):
        return "".join(f"<{key}>{fields[key]}</{key}>" for key in keys)

    keys = list(messages[0])
    xml = ['<?xml version="1.0" encoding="UTF-8"?>', "<ndm>"]
    for fields in messages:
        xml.append(
            '<omm id="CCSDS_OMM_VERS" version="2.0"><header/><body><segment><metadata>'
            + elements(fields, keys[:2])
            + "<CENTER_NAME>EARTH</CENTER_NAME><REF_FRAME>TEME</REF_FRAME>"
            "<TIME_SYSTEM>UTC</TIME_SYSTEM><MEAN_ELEMENT_THEORY>SGP4</MEAN_ELEMENT_THEORY>"
            "</metadata><data><meanElements>" + elements(fields, keys[2:9])
            + "</meanElements><tleParameters>" + elements(fields, keys[9:])
            + "</tleParameters></data></segment></body></omm>")
    xml.append("</ndm>")
    (folder / "omm.xml").write_text("\n".join(xml) + "\n")

    with open(folder / "omm_read.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["number"] + READ)
        for fields in omm.parse_xml(folder / "omm.xml"):
            sat = Satrec()
            omm.initialize(sat, fields)
            out.writerow([int(fields["NORAD_CAT_ID"])] + [repr(x) for x in values(sat)])


tle()
omm_files()
