"""Times other routing libraries on a mesh that BenchRouting exported.

    routing.py MESH [forwarding] [networkit] [distances] [networkx] [pair] [kshortest] [kinds]

Packets pass through satellites only. The peers know no such rule, so that each station gets two
nodes: one where packets start, one where they end. Prints one JSON line a measurement: the best of
some runs, and the sum of the lengths found.
"""

import json
import random
import sys
import time


def read(path):
    with open(path) as file:
        satellites, nodes, _ = map(int, file.readline().split())
        links = [(int(a), int(b), float(km)) for a, b, km in map(str.split, file)]
    return satellites, nodes, links


def directed(satellites, nodes, links):
    """Edges towards destinations: station s starts at node s and ends at node s + stations."""
    stations = nodes - satellites
    edges = []
    for a, b, km in links:
        if b < satellites:
            edges += [(a, b, km), (b, a, km)]
        elif a < satellites:
            edges += [(b, a, km), (a, b + stations, km)]
    return nodes + stations, edges


def report(name, unit, value, checksum):
    line = {"name": name, "unit": unit, "value": value, "checksum": checksum}
    print(json.dumps(line), flush=True)


def best(runs, body):
    least, answer = float("inf"), None
    for _ in range(runs):
        begin = time.perf_counter()
        answer = body()
        least = min(least, time.perf_counter() - begin)
    return least, answer


def forwarding(satellites, nodes, links):
    import numpy as np
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    count, edges = directed(satellites, nodes, links)
    a, b, km = map(np.array, zip(*edges))
    # From the destinations along reversed edges: predecessors are then next hops.
    reverse = csr_array((km, (b, a)), shape=(count, count))
    goals = np.arange(nodes, count)

    def run():
        return dijkstra(reverse, indices=goals, return_predecessors=True)

    seconds, (cost, _) = best(7, run)
    pairs = cost[:, satellites:nodes].copy()
    np.fill_diagonal(pairs, 0)
    report("scipy-forwarding", "ms/snapshot", seconds * 1e3, pairs[np.isfinite(pairs)].sum())


def by_networkit(satellites, nodes, links):
    import networkit

    networkit.setNumberOfThreads(1)
    count, edges = directed(satellites, nodes, links)
    graph = networkit.Graph(count, weighted=True, directed=True)
    for a, b, km in edges:
        graph.addEdge(b, a, km)

    def run():
        total = 0.0
        for goal in range(nodes, count):
            search = networkit.distance.Dijkstra(graph, goal, storePaths=True)
            search.run()
            cost = search.getDistances(asarray=True)[satellites:nodes]
            total += sum(km for place, km in enumerate(cost)
                         if km < 1e300 and place != goal - nodes)
        return total

    seconds, total = best(3, run)
    report("networkit-forwarding", "ms/snapshot", seconds * 1e3, total)


def distances(satellites, nodes, links):
    import igraph

    count, edges = directed(satellites, nodes, links)
    graph = igraph.Graph(count, [(a, b) for a, b, _ in edges], directed=True)
    weights = [km for _, _, km in edges]
    stations = range(satellites, nodes)

    def run():
        return graph.distances(source=stations, target=range(nodes, count), weights=weights)

    seconds, found = best(3, run)
    total = sum(km for a, row in enumerate(found) for b, km in enumerate(row)
                if a != b and km < 1e300)
    report("igraph-distances", "ms/snapshot", seconds * 1e3, total)


def by_networkx(satellites, nodes, links):
    import networkx as nx

    count, edges = directed(satellites, nodes, links)
    graph = nx.DiGraph()
    graph.add_weighted_edges_from((b, a, km) for a, b, km in edges)

    def run():
        total = 0.0
        for goal in range(nodes, count):
            if goal not in graph:
                continue
            _, cost = nx.dijkstra_predecessor_and_distance(graph, goal)
            total += sum(cost.get(node, 0.0) for node in range(satellites, nodes)
                         if node != goal - nodes + satellites)
        return total

    seconds, total = best(1, run)
    report("networkx-forwarding", "ms/snapshot", seconds * 1e3, total)


def pairs_of(satellites, nodes, count):
    # The stream of the same pairs that BenchRouting asks for.
    state, mask = 1, (1 << 64) - 1

    def draw(bound):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) & mask
        return (state >> 33) % bound

    pairs = []
    while len(pairs) < count:
        a, b = draw(nodes - satellites), draw(nodes - satellites)
        if a != b:
            pairs.append((satellites + a, satellites + b))
    return pairs


def pair(satellites, nodes, links):
    import networkx as nx
    import rustworkx as rx

    count, edges = directed(satellites, nodes, links)
    stations = nodes - satellites
    pairs = pairs_of(satellites, nodes, 200)
    graph = rx.PyDiGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(edges)

    def by_rustworkx():
        total = 0.0
        for source, goal in pairs:
            goal += stations
            lengths = rx.dijkstra_shortest_path_lengths(graph, source, float, goal)
            total += lengths[goal] if goal in lengths else 0
        return total

    seconds, total = best(5, by_rustworkx)
    report("rustworkx-pair-length", "us/pair", seconds * 1e6 / len(pairs), total)

    def paths():
        return [
            rx.dijkstra_shortest_paths(graph, s, target=g + stations, weight_fn=float)
            for s, g in pairs
        ]

    seconds, _ = best(5, paths)
    report("rustworkx-pair-path", "us/pair", seconds * 1e6 / len(pairs), total)

    other = nx.DiGraph()
    other.add_weighted_edges_from(edges)

    def by_networkx():
        total = 0.0
        for source, goal in pairs[:30]:
            try:
                total += nx.bidirectional_dijkstra(other, source, goal + stations)[0]
            except nx.NetworkXNoPath:
                pass
        return total

    seconds, total = best(2, by_networkx)
    report("networkx-pair", "us/pair", seconds * 1e6 / 30, total)


def kshortest(satellites, nodes, links):
    import igraph

    count, edges = directed(satellites, nodes, links)
    stations = nodes - satellites
    graph = igraph.Graph(count, [(a, b) for a, b, _ in edges], directed=True)
    weights = [km for _, _, km in edges]
    pairs = pairs_of(satellites, nodes, 12)

    def run():
        total = 0.0
        for source, goal in pairs:
            found = graph.get_k_shortest_paths(
                source, to=goal + stations, k=8, weights=weights, output="epath"
            )
            total += sum(weights[edge] for path in found for edge in path)
        return total

    seconds, total = best(3, run)
    report("igraph-kshortest-8", "us/pair", seconds * 1e6 / len(pairs), total)


def kinds(satellites, nodes, links):
    """The kinds of routes that other libraries answer too, for the pairs of BenchRouting --kinds."""
    import igraph
    import networkx as nx

    count, edges = directed(satellites, nodes, links)
    stations = nodes - satellites
    pairs = [(source, goal + stations) for source, goal in pairs_of(satellites, nodes, 30)]
    graph = igraph.Graph(count, [(a, b) for a, b, _ in edges], directed=True)
    weights = [km for _, _, km in edges]

    def length(path):
        return sum(weights[edge] for edge in path)

    def shortest():
        return sum(
            length(graph.get_shortest_path(s, g, weights=weights, output="epath"))
            for s, g in pairs
        )

    def k_shortest():
        return sum(
            length(path)
            for s, g in pairs
            for path in graph.get_k_shortest_paths(s, to=g, k=8, weights=weights, output="epath")
        )

    def least_hop():
        return sum(len(graph.get_shortest_path(s, g, output="epath")) for s, g in pairs)

    for name, runs, body in [
        ("igraph-shortest", 5, shortest),
        ("igraph-k-shortest-8", 2, k_shortest),
        ("igraph-least-hop", 5, least_hop),
    ]:
        seconds, total = best(runs, body)
        report(name, "us/pair", seconds * 1e6 / len(pairs), total)

    # Link-disjoint routes of least total as a flow of least cost, with whole numbers of 2^-30 km.
    flow = nx.DiGraph()
    for a, b, km in edges:
        flow.add_edge(a, b, weight=round(km * 2**30), capacity=1)

    def disjoint():
        total = 0
        for source, goal in pairs:
            degree = [flow.out_degree(source), flow.in_degree(goal)]
            flow.add_edge("source", source, weight=0, capacity=min(4, *degree))
            units = int(nx.maximum_flow_value(flow, "source", goal)) if min(degree) else 0
            flow.add_node("source", demand=-units)
            flow.add_node(goal, demand=units)
            total += nx.min_cost_flow_cost(flow)
            flow.add_node(goal, demand=0)
            flow.remove_node("source")
        return total / 2**30

    seconds, total = best(1, disjoint)
    report("networkx-disjoint-links-total-4", "us/pair", seconds * 1e6 / len(pairs), total)


if __name__ == "__main__":
    mesh = read(sys.argv[1])
    for task in sys.argv[2:] or ["forwarding", "pair", "kshortest"]:
        tasks = {"forwarding": forwarding, "networkit": by_networkit, "distances": distances,
                 "networkx": by_networkx, "pair": pair, "kshortest": kshortest,
                 "kinds": kinds}
        tasks[task](*mesh)
