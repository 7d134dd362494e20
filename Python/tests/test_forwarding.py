"""Forwarding states over many instants against the mesh of each."""

import numpy as np
import pytest

import heliograph as hg

SECONDS = np.concatenate([np.arange(0.0, 300.0, 15.0), [86_400.0, -60.0, 7.5]])


@pytest.fixture(scope="module")
def network(mesh) -> hg.Network:
    return mesh.network


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("goals", [None, ["Tokyo", 5]])
def test_states_are_those_of_each_mesh(network, goals, threads):
    states = network.forwarding(SECONDS, goals, threads=threads)
    count = 4 if goals is None else 2
    assert states.next_hop.shape == states.latency_s.shape == (len(SECONDS), count, 532)
    for place, seconds in enumerate(SECONDS):
        one = network.mesh(seconds).forwarding(goals)
        np.testing.assert_array_equal(states.destinations, one.destinations)
        np.testing.assert_array_equal(states.next_hop[place], one.next_hop)
        np.testing.assert_array_equal(states.latency_s[place], one.latency_s)
    # No route and no next hop are the same, but for the destinations themselves.
    goals_too = np.isnan(states.latency_s).sum() + count * len(SECONDS)
    assert (states.next_hop == -1).sum() == goals_too


def test_hop_delays_and_relays(shell):
    stations = [hg.Station("A", 0, 0), hg.Station("B", 10, 90), hg.Station("C", 20, 20)]
    network = hg.Network(shell, stations, hop_delay_s=2e-3, ground_relay=True, lasers="ring")
    states = network.forwarding([0.0, 30.0, 60.0, 90.0, 120.0])
    for place, seconds in enumerate(states.seconds):
        one = network.mesh(seconds).forwarding()
        np.testing.assert_array_equal(states.next_hop[place], one.next_hop)
        np.testing.assert_array_equal(states.latency_s[place], one.latency_s)


def test_arrays_are_filled_in_place(network):
    first = network.forwarding([0.0, 60.0])
    hops, latency = first.next_hop.ctypes.data, first.latency_s.ctypes.data
    again = network.forwarding([120.0, 180.0], out=first)
    assert (again.next_hop.ctypes.data, again.latency_s.ctypes.data) == (hops, latency)
    np.testing.assert_array_equal(again.next_hop, network.forwarding([120.0, 180.0]).next_hop)
    with pytest.raises(ValueError, match=r"out has next hops of the shape \(2, 4, 532\), expected"):
        network.forwarding([0.0], out=first)
    with pytest.raises(ValueError, match="and no latencies"):
        network.forwarding([0.0, 60.0], latency=False, out=first)
    alone = network.forwarding([120.0, 180.0], latency=False)
    assert alone.latency_s is None and "latency" not in alone.to_xarray()
    np.testing.assert_array_equal(alone.next_hop, again.next_hop)


def test_a_dataset_shares_the_memory(network):
    states = network.forwarding([0.0, 60.0], ["London", "Sydney"])
    data = states.to_xarray()
    assert dict(data.sizes) == {"time": 2, "destination": 2, "node": 532}
    assert np.shares_memory(data.next_hop.values, states.next_hop)
    assert np.shares_memory(data.latency.values, states.latency_s)
    assert data.latency.attrs["units"] == "s" and data.time.attrs["units"] == "s"
    assert data.time.attrs["since"] == "2026-08-23T12:00:00.000000Z"
    here = data.sel(time=60.0, destination="Sydney", node="London")
    assert float(here.latency) == network.mesh(60.0).route("London", "Sydney").latency_s


def test_nothing_asked_is_nothing_found(network):
    assert network.forwarding([]).next_hop.shape == (0, 4, 532)
    assert network.forwarding([0.0], []).next_hop.shape == (1, 0, 532)


def test_mistakes_are_sentences(network):
    with pytest.raises(ValueError, match="seconds have the shape"):
        network.forwarding([[0.0]])
    with pytest.raises(ValueError, match="threads is 0, expected 1 or more"):
        network.forwarding([0.0], threads=0)
    with pytest.raises(KeyError, match="'Atlantis' is no station"):
        network.forwarding([0.0], ["Atlantis"])
    for threads in (1, 3):
        with pytest.raises(hg.HeliographError, match="seconds is nan"):
            network.forwarding([0.0] * 20 + [np.nan], threads=threads)
    with pytest.raises(hg.HeliographError, match="not distinct"):
        network.forwarding([0.0], [1, 1])
