"""Routes and forwarding states against scipy and networkx."""

import math
import threading

import networkx
import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

import heliograph as hg

C_KM_S = 299_792.458


def graph_without_relays(mesh, *kept):
    """The lengths of the links, but those of stations that a route may not pass through."""
    first, neighbour, length = mesh.rows()
    graph = csr_array((length, neighbour, first), shape=(mesh.node_count,) * 2).tolil()
    for node in set(range(mesh.satellite_count, mesh.node_count)) - set(kept):
        graph[node, :] = 0
        graph[:, node] = 0
    return graph.tocsr()


def test_latencies_are_those_of_scipy(mesh):
    state = mesh.forwarding()
    for row, goal in enumerate(state.destinations):
        lengths = dijkstra(graph_without_relays(mesh, goal), indices=goal)
        for source in state.destinations:
            if source != goal:
                graph = graph_without_relays(mesh, goal, source)
                lengths[source] = dijkstra(graph, indices=goal)[source]
        np.testing.assert_allclose(
            state.latency_s[row],
            np.where(np.isinf(lengths), np.nan, lengths / C_KM_S), rtol=1e-14)


def test_routes_are_those_of_networkx(mesh):
    links = mesh.links()
    stations = set(range(mesh.satellite_count, mesh.node_count))
    rng = np.random.default_rng(3)
    for source, goal in rng.integers(0, mesh.node_count, (40, 2)).tolist():
        barred = stations - {source, goal}
        graph = networkx.Graph()
        graph.add_nodes_from(range(mesh.node_count))
        graph.add_weighted_edges_from(
            (int(a), int(b), length) for a, b, length in zip(links.a, links.b, links.length_km)
            if b not in barred)
        route = mesh.route(source, goal)
        if not networkx.has_path(graph, source, goal):
            assert not route and math.isnan(route.latency_s) and route.nodes == []
            assert route.hops == -1 and repr(route) == "<heliograph.Route: none>"
            continue
        length = networkx.shortest_path_length(graph, source, goal, weight="weight")
        assert route.length_km == pytest.approx(length, rel=1e-14)
        assert networkx.path_weight(graph, route.nodes, "weight") == pytest.approx(length)
        assert (route.nodes[0], route.nodes[-1]) == (source, goal)


def test_many_pairs_in_one_call(mesh):
    rng = np.random.default_rng(5)
    pairs = rng.integers(0, mesh.node_count, (50, 2))
    latency, length, hops = mesh.routes(pairs[:, 0], pairs[:, 1])
    for row, (source, goal) in enumerate(pairs):
        route = mesh.route(source, goal)
        np.testing.assert_equal(
            [latency[row], length[row], hops[row]], [route.latency_s, route.length_km, route.hops])


def test_hop_by_hop_is_the_route(mesh):
    state = mesh.forwarding(["Tokyo"])
    node, nodes = mesh.network.node("London"), []
    while node != -1:
        nodes.append(node)
        node = int(state.next_hop[0, node])
    assert nodes == mesh.route("London", "Tokyo").nodes


def test_a_route_of_more_nodes_than_there_is_room_for():
    ring = hg.Constellation.walker(1, 300, 53, 550)
    mesh = hg.Network(ring, lasers="ring").mesh(0)
    route = mesh.route(0, 149)
    assert route.nodes == list(range(150)) and route.hops == 149
    assert route.names[-1] == "S1-0-149" and route.latency_s == mesh.route(149, 0).latency_s


def test_many_threads_ask_one_mesh(mesh):
    expected = [mesh.route(node, 500).nodes for node in range(100)]
    answers = {}

    def ask(thread):
        answers[thread] = [mesh.route(node, 500).nodes for node in range(100)]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(answer == expected for answer in answers.values()) and len(answers) == 4


def test_rules(shell):
    stations = [hg.Station("London", 51.51, -0.13), hg.Station("Tokyo", 35.68, 139.69)]
    plain = hg.Network(shell, stations).mesh(60.0)
    delayed = hg.Network(shell, stations, hop_delay_s=1e-3).mesh(60.0)
    route = delayed.route("London", "Tokyo")
    assert route.latency_s == pytest.approx(route.length_km / C_KM_S + route.hops * 1e-3)
    assert not hg.Network(shell, stations, lasers="none").mesh(60.0).route("London", "Tokyo")
    assert hg.Network(shell, lasers=[[0, 1], [1, 2]]).mesh(0).link_count == 2
    assert hg.Network(shell, lasers="nearest", terminals=2).mesh(0).link_count <= 528
    low = hg.Network(shell, stations, min_elevation_deg=None, max_slant_range_km=800).mesh(60.0)
    links = low.links()
    assert links.length_km[links.kind == 1].max() <= 800
    moved = plain.network.mesh(60.0, shell.propagate([60.0], frame="earth-fixed").position_km[:, :, 0])
    assert moved.links().length_km == pytest.approx(plain.links().length_km)


def test_mistakes_are_sentences(mesh):
    with pytest.raises(KeyError, match="'Atlantis' is no station and no satellite"):
        mesh.route("Atlantis", "London")
    with pytest.raises(hg.HeliographError, match="destination is 9999, expected 0 to 531"):
        mesh.route(0, 9999)
    with pytest.raises(hg.HeliographError, match="destinations is not distinct"):
        mesh.forwarding([1, 1])
    with pytest.raises(ValueError, match="lasers have the shape"):
        hg.Network(mesh.network.satellites, lasers=[1, 2, 3])
    with pytest.raises(ValueError, match="positions has the shape"):
        mesh.network.mesh(0.0, [[0.0], [0.0], [0.0]])
