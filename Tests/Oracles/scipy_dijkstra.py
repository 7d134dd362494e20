"""Checks routes against scipy's Dijkstra.

Reads meshes from standard input, each as

    mesh SATELLITES NODES LINKS
    A B LENGTH_KM                     (once a link)
    route SOURCE LENGTH_KM NODES...   (LENGTH_KM inf and no nodes: unreachable)
    end

and compares each route with the shortest path over the links, on which ground stations
(the nodes from SATELLITES on) do not relay. Lengths must be equal to the last digit. Node lists
must be equal too, unless scipy's own list is just as long: then there is a tie, which the rules of
Heliograph break and scipy's do not.

Prints `checked N routes, D differ, T ties`.
"""

import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra


def check(satellites, nodes, links, routes):
    a = np.array([link[0] for link in links], dtype=np.int64)
    b = np.array([link[1] for link in links], dtype=np.int64)
    length = np.array([link[2] for link in links], dtype=np.float64)
    tail, head, weight = np.r_[a, b], np.r_[b, a], np.r_[length, length]
    by_ends = {}
    for one, other, km in links:
        by_ends[one, other] = by_ends[other, one] = km
    differ = ties = 0
    for source in sorted({route[0] for route in routes}):
        passes = (tail < satellites) | (tail == source)
        graph = csr_matrix((weight[passes], (tail[passes], head[passes])), shape=(nodes, nodes))
        distance, previous = dijkstra(graph, indices=source, return_predecessors=True)
        for _, km, path in (route for route in routes if route[0] == source):
            goal = path[-1]
            if distance[goal] != km:
                differ += 1
                continue
            if np.isinf(km):
                continue
            if sum(by_ends[pair] for pair in zip(path[:-1], path[1:])) != km:
                differ += 1
                continue
            theirs = [goal]
            while theirs[-1] != source:
                theirs.append(int(previous[theirs[-1]]))
            theirs.reverse()
            ties += theirs != path
    return len(routes), differ, ties


def main():
    total = np.zeros(3, dtype=int)
    satellites = nodes = 0
    links, routes = [], []
    for line in sys.stdin:
        words = line.split()
        if words[0] == "mesh":
            satellites, nodes = int(words[1]), int(words[2])
            links, routes = [], []
        elif words[0] == "route":
            routes.append((int(words[1]), float(words[2]), [int(word) for word in words[3:]]))
        elif words[0] == "end":
            total += check(satellites, nodes, links, routes)
        else:
            links.append((int(words[0]), int(words[1]), float(words[2])))
    print("checked %d routes, %d differ, %d ties" % tuple(total))


main()
