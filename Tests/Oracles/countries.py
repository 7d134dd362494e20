"""Tells in which country places are, by shapely.

Reads the path of a GeoJSON file in the first line and then `LONGITUDE LATITUDE` in degrees a line;
prints the place of the country in the file, counted from 0, or -1, a line. A place on the date line is
asked about on both sides of the map, since countries are cut there. Of several countries that overlap
the first one counts.
"""

import json
import sys

import numpy as np
import shapely


def main():
    path = sys.stdin.readline().strip()
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    shapes = [shapely.from_geojson(json.dumps(f["geometry"])) for f in features]
    places = np.loadtxt(sys.stdin, ndmin=2)
    tree = shapely.STRtree(shapes)
    answer = np.full(len(places), len(shapes))
    for shift in (0, 360, -360):
        moved = shapely.points(places[:, 0] + shift, places[:, 1])
        point, shape = tree.query(moved, predicate="intersects")
        np.minimum.at(answer, point, shape)
    answer[answer == len(shapes)] = -1
    sys.stdout.write("\n".join(map(str, answer)) + "\n")


main()
