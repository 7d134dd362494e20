"""Checks the kinds of routes against networkx.

Reads questions and answers as `route_questions.py` tells. The questions:

    ask k-shortest S D K              against shortest_simple_paths
    ask links S D K, ask nodes S D K  disjoint routes of least total: against min_cost_flow, and their
                                      number, where it is less than K, against maximum_flow_value
    ask least-hop S D                 against Dijkstra with a hop worth more than any length
    ask pareto S D                    against Dijkstra over (node, hops)
    ask widest S D WIDTHS...          against maximum_spanning_tree, and Dijkstra over what is so wide
    ask avoid S D NODES...            against Dijkstra without those nodes
    ask require S D NODE              against two node-disjoint ways from that node: min_cost_flow
"""

from itertools import islice

import networkx as nx
from route_questions import are_disjoint, run

# Above the hops of any set of routes here; costs are scaled by it so that hops break ties.
HOP = 1 << 14


def graph_of(mesh, source, goal, without=()):
    """Undirected, of the satellites and the two ends; weight orders by cost, then by hops."""
    graph = nx.Graph()
    graph.add_nodes_from(node for node in mesh.usable(source, goal) if node not in without)
    for a, b, length in mesh.links(source, goal):
        if a not in without and b not in without:
            graph.add_edge(a, b, weight=length * HOP + 1, length=length)
    return graph


def split(graph, whole):
    """The directed graph in which every node but some is two, with one unit between them."""
    flow = nx.DiGraph()
    for node in graph:
        flow.add_edge(("in", node), ("out", node), weight=0, capacity=100 if node in whole else 1)
    for a, b, data in graph.edges(data=True):
        flow.add_edge(("out", a), ("in", b), weight=data["weight"], capacity=1)
        flow.add_edge(("out", b), ("in", a), weight=data["weight"], capacity=1)
    return flow


def flow_cost(flow, source, goal, units):
    flow.add_node(source, demand=-units)
    flow.add_node(goal, demand=units)
    return nx.min_cost_flow_cost(flow)


def check_disjoint(mesh, kind, source, goal, count, routes):
    graph = graph_of(mesh, source, goal)
    if kind == "links":
        flow = graph.to_directed()
        nx.set_edge_attributes(flow, 1, "capacity")
        ends = source, goal
    else:
        flow = split(graph, (source, goal))
        ends = ("in", source), ("out", goal)
    if not are_disjoint(kind, routes):
        return False
    if len(routes) < count and nx.maximum_flow_value(flow, *ends) != len(routes):
        return False
    if not routes:
        return True
    total = sum(mesh.cost(r) * HOP + len(r) - 1 for r in routes)
    return total == flow_cost(flow, *ends, len(routes))


def check_pareto(mesh, source, goal, routes):
    graph = graph_of(mesh, source, goal)
    if not nx.has_path(graph, source, goal):
        return not routes
    most = len(nx.dijkstra_path(graph, source, goal)) - 1
    layers = nx.DiGraph()
    for a, b, data in graph.edges(data=True):
        for hop in range(most):
            layers.add_edge((a, hop), (b, hop + 1), weight=data["length"])
            layers.add_edge((b, hop), (a, hop + 1), weight=data["length"])
    distance = nx.single_source_dijkstra_path_length(layers, (source, 0))
    front = []
    for hop in range(1, most + 1):
        cost = distance.get((goal, hop))
        if cost is not None and (not front or cost < front[-1][0]):
            front.append((cost, hop))
    return [(mesh.cost(r), len(r) - 1) for r in routes] == front[::-1]


def check_one(mesh, graph, source, goal, routes, weight="weight"):
    """Whether the only route is as cheap as networkx's, and there is none where it has none."""
    try:
        theirs = nx.dijkstra_path_length(graph, source, goal, weight=weight)
    except nx.NetworkXNoPath:
        return not routes
    return len(routes) == 1 and nx.path_weight(graph, routes[0], weight) == theirs


def check_widest(mesh, source, goal, widths, routes):
    graph = graph_of(mesh, source, goal)
    for (a, b, data), width in zip(sorted(graph.edges(data=True), key=lambda e: e[:2]), widths):
        data["width"] = width
    tree = nx.maximum_spanning_tree(graph, weight="width")
    if not nx.has_path(tree, source, goal):
        return not routes
    path = nx.shortest_path(tree, source, goal)
    width = min(tree.edges[pair]["width"] for pair in zip(path[:-1], path[1:]))
    wide = graph.edge_subgraph(e for e in graph.edges if graph.edges[e]["width"] >= width)
    return check_one(mesh, wide, source, goal, routes)


def check_required(mesh, source, goal, node, routes):
    flow = split(graph_of(mesh, source, goal), (node,))
    for end in (source, goal):
        flow.add_edge(("out", end), "sink", weight=0, capacity=1)
    try:
        theirs = flow_cost(flow, ("in", node), "sink", 2)
    except nx.NetworkXUnfeasible:
        return not routes
    return (
        len(routes) == 1
        and node in routes[0]
        and mesh.cost(routes[0]) * HOP + len(routes[0]) - 1 == theirs
    )


def check(mesh, kind, source, goal, more, routes):
    if kind == "k-shortest":
        graph = graph_of(mesh, source, goal)
        theirs = []
        if nx.has_path(graph, source, goal):
            paths = nx.shortest_simple_paths(graph, source, goal, weight="weight")
            theirs = [nx.path_weight(graph, p, "weight") for p in islice(paths, int(more[0]))]
        ours = [mesh.cost(r) * HOP + len(r) - 1 for r in routes]
        return ours == theirs and len({tuple(r) for r in routes}) == len(routes)
    if kind in ("links", "nodes"):
        return check_disjoint(mesh, kind, source, goal, int(more[0]), routes)
    if kind == "pareto":
        return check_pareto(mesh, source, goal, routes)
    if kind == "least-hop":
        graph = graph_of(mesh, source, goal)
        for _, _, data in graph.edges(data=True):
            data["hop"] = (1 << 60) + data["length"]
        return check_one(mesh, graph, source, goal, routes, weight="hop")
    if kind == "widest":
        return check_widest(mesh, source, goal, [float(width) for width in more], routes)
    if kind == "avoid":
        graph = graph_of(mesh, source, goal, without={int(node) for node in more})
        return check_one(mesh, graph, source, goal, routes)
    if kind == "require":
        return check_required(mesh, source, goal, int(more[0]), routes)
    return False


run(check)
