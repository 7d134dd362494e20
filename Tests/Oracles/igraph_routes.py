"""Checks k shortest and disjoint routes against igraph.

Reads questions and answers as `route_questions.py` tells, and passes over those of other kinds:

    ask k-shortest S D K              lengths against get_k_shortest_paths
    ask links S D K, ask nodes S D K  disjoint routes of least total: their number against
                                      edge_connectivity and vertex_connectivity, the sum of their lengths
                                      against shortest paths by Bellman-Ford in the residual graph, one
                                      unit of flow after another
"""

import igraph
from route_questions import are_disjoint, run


def graph_of(mesh, source, goal):
    links = list(mesh.links(source, goal))
    graph = igraph.Graph(mesh.nodes, [(a, b) for a, b, _ in links])
    graph.es["length"] = [length for _, _, length in links]
    return graph


def check_k_shortest(mesh, source, goal, count, routes):
    graph = graph_of(mesh, source, goal)
    theirs = []
    if graph.distances(source, goal)[0][0] < mesh.nodes:
        paths = graph.get_k_shortest_paths(source, goal, count, weights="length", output="vpath")
        theirs = [mesh.cost(path) for path in paths]
    return theirs == [mesh.cost(r) for r in routes] and len(set(map(tuple, routes))) == len(routes)


def arcs_of(mesh, kind, source, goal):
    """Arcs of capacity one, as {(tail, head): length}; of `nodes` each inner node is two, with an arc
    between them."""
    arcs = {}
    way_out = lambda node: node + mesh.nodes if kind == "nodes" and node != source else node
    for a, b, length in mesh.links(source, goal):
        arcs[way_out(a), b] = length
        arcs[way_out(b), a] = length
    if kind == "nodes":
        for node in mesh.usable(source, goal):
            if node not in (source, goal):
                arcs[node, node + mesh.nodes] = 0
    return arcs


def least_total(mesh, kind, source, goal, count):
    """The least sum of the lengths of so many disjoint routes."""
    arcs = arcs_of(mesh, kind, source, goal)
    total = 0
    for _ in range(count):
        ends = list(arcs)
        graph = igraph.Graph(2 * mesh.nodes, ends, directed=True)
        lengths = [arcs[pair] for pair in ends]
        path = graph.get_shortest_path(source, goal, lengths, output="epath")
        for edge in path:
            tail, head = ends[edge]
            length = arcs.pop((tail, head))
            total += length
            arcs[head, tail] = -length
            # A link that is given back may be used in both directions again.
            if length < 0 and kind == "links":
                arcs[tail, head] = -length
    return total


def check_disjoint(mesh, kind, source, goal, count, routes):
    if not are_disjoint(kind, routes):
        return False
    graph = graph_of(mesh, source, goal)
    if kind == "links":
        most = graph.edge_connectivity(source, goal)
    else:
        most = graph.vertex_connectivity(source, goal, neighbors="number_of_nodes")
    if len(routes) != min(count, most):
        return False
    return sum(map(mesh.cost, routes)) == least_total(mesh, kind, source, goal, len(routes))


def check(mesh, kind, source, goal, more, routes):
    if kind == "k-shortest":
        return check_k_shortest(mesh, source, goal, int(more[0]), routes)
    if kind in ("links", "nodes"):
        return check_disjoint(mesh, kind, source, goal, int(more[0]), routes)
    return None


run(check)
