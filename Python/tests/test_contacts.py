"""Contacts against dense sampling by python-sgp4's positions and plain geometry."""

import numpy as np

import heliograph as hg


def elevation_deg(satellites, station, seconds):
    """Elevations over the ellipsoid's horizon, shape (satellites, instants)."""
    positions = satellites.propagate(seconds, frame="earth-fixed", velocity=False).position_km
    place = hg.earth_fixed(station.latitude_deg, station.longitude_deg)
    lat, lon = np.radians([station.latitude_deg, station.longitude_deg])
    up = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    line = positions - place[:, None, None]
    return np.degrees(np.arcsin(np.einsum("a...,a", line, up) / np.linalg.norm(line, axis=0)))


def test_links_rise_and_set_at_the_least_elevation():
    satellites = hg.Constellation.walker(
        6, 11, 86.4, 780, raan_spread_deg=180, epoch="2026-08-23T00:00:00Z")
    oslo = hg.Station("Oslo", 59.91, 10.75)
    network = hg.Network(satellites, [oslo], lasers="none", min_elevation_deg=10)
    contacts = network.contacts(0, 3_600)
    assert len(contacts) > 10 and (contacts.kind == 1).all() and (contacts.b == 66).all()
    for satellite, up, down in zip(contacts.a, contacts.up_s, contacts.down_s):
        inner = [t for t in (up, down) if 0 < t < 3_600]
        if inner:
            ends = elevation_deg(satellites, oslo, inner)[satellite]
            np.testing.assert_allclose(ends, 10, atol=1e-6)
    # Between the ends, links are up; elsewhere they are not.
    seconds = np.arange(0.5, 3_600, 10.0)
    above = elevation_deg(satellites, oslo, seconds) >= 10
    held = np.zeros_like(above)
    for satellite, up, down in zip(contacts.a, contacts.up_s, contacts.down_s):
        held[satellite] |= (up <= seconds) & (seconds < down)
    np.testing.assert_array_equal(held, above)


def test_some_stations_only(shell):
    stations = [hg.Station("A", 0, 0), hg.Station("B", 10, 10)]
    network = hg.Network(shell, stations, lasers="none")
    assert set(network.contacts(0, 300, ["B"]).b.tolist()) == {529}
    assert set(network.contacts(0, 300).b.tolist()) == {528, 529}
    assert len(network.contacts(0, 0)) == 0
