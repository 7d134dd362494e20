"""Constellations with their lasers and ground stations."""

from __future__ import annotations

import ctypes
import math
from ctypes import byref, c_void_p
from dataclasses import dataclass
from typing import Sequence

import numpy as np
import numpy.typing as npt

from ._instant import Instant, Time
from ._library import (
    EARTHS, CNetworkOptions, CStation, Handle, check, choice, doubles, lib, pointer)
from .constellation import Constellation
from .contacts import Contacts
from .forwarding import ForwardingOverTime
from .mesh import Mesh

_TOPOLOGIES = {"automatic": 0, "none": 1, "ring": 2, "plus-grid": 3, "nearest": 4}
_METRICS = {"latency": 0, "distance": 1}


@dataclass(frozen=True)
class Station:
    """A ground station.

    Attributes:
        name: Its name.
        latitude_deg: Geodetic latitude, north positive [deg].
        longitude_deg: Longitude, east positive [deg].
        altitude_km: Height over the ellipsoid [km].

    >>> Station("London", 51.51, -0.13).altitude_km
    0.0
    """

    name: str
    latitude_deg: float
    longitude_deg: float
    altitude_km: float = 0.0


class Network:
    """A constellation with its lasers, its ground stations and the rules for links and routes.

    Nodes are numbered: satellites in their order, then stations in theirs. Wherever a node is asked for,
    its number or its name will do.

    Args:
        satellites: The constellation.
        stations: Ground stations.
        epoch: The instant from which seconds count; that of the constellation where it is ``None``.
        lasers: ``"automatic"`` (+Grid of shells, the nearest of element sets), ``"none"``, ``"ring"``,
            ``"plus-grid"``, ``"nearest"``, or an array of pairs of satellites, shape (lasers, 2).
        terminals: Of ``"nearest"``, lasers of each satellite.
        max_laser_range_km: A longer laser is down [km].
        grazing_altitude_km: Least height of a laser's line over the Earth [km].
        min_elevation_deg: Least elevation of a satellite over the horizon [deg]; ``None`` for no rule.
        max_slant_range_km: Longest radio link [km].
        earth: ``"wgs84"``, ``"wgs72"`` or ``"sphere"`` (6371 km).
        metric: ``"latency"`` or ``"distance"``: what the best route has the least of.
        hop_delay_s: Delay that every link of a route adds [s].
        ground_relay: Whether routes may pass through ground stations.

    >>> satellites = Constellation.walker(24, 22, 53, 550, phasing=13)
    >>> network = Network(satellites, [Station("London", 51.5, -0.1), Station("Tokyo", 35.7, 139.7)])
    >>> network
    <heliograph.Network of 528 satellites and 2 stations>
    >>> network.node("Tokyo")
    529
    """

    def __init__(
        self, satellites: Constellation, stations: Sequence[Station] = (), *,
        epoch: Time | None = None, lasers: str | npt.ArrayLike = "automatic", terminals: int = 4,
        max_laser_range_km: float = math.inf, grazing_altitude_km: float = 80.0,
        min_elevation_deg: float | None = 25.0, max_slant_range_km: float = math.inf,
        earth: str = "wgs84", metric: str = "latency", hop_delay_s: float = 0.0,
        ground_relay: bool = False,
    ) -> None:
        self.satellites = satellites
        self.stations = tuple(stations)
        self.epoch = satellites.epoch if epoch is None else Instant.of(epoch)
        options = CNetworkOptions()
        check(lib.helio_network_options_init(byref(options), ctypes.sizeof(options)))
        options.epoch = self.epoch._c()
        pairs = None
        if isinstance(lasers, str):
            options.topology = choice(_TOPOLOGIES, lasers, "lasers")
        else:
            pairs = np.ascontiguousarray(lasers, dtype=np.int32)
            if pairs.ndim != 2 or pairs.shape[1] != 2:
                raise ValueError(f"lasers have the shape {pairs.shape}, expected (lasers, 2)")
            options.topology = 5
            options.lasers, options.laser_count = pointer(pairs), len(pairs)
        options.terminals = terminals
        options.max_laser_range_km = max_laser_range_km
        options.grazing_altitude_km = grazing_altitude_km
        options.min_elevation_deg = math.nan if min_elevation_deg is None else min_elevation_deg
        options.max_slant_range_km = max_slant_range_km
        options.earth = choice(EARTHS, earth, "earth")
        options.metric = choice(_METRICS, metric, "metric")
        options.hop_delay_s = hop_delay_s
        options.ground_relay = int(ground_relay)
        places = (CStation * len(self.stations))(*(
            CStation(s.name.encode(), s.latitude_deg, s.longitude_deg, s.altitude_km)
            for s in self.stations))
        handle = c_void_p()
        check(lib.helio_network_create(
            satellites._handle.value, byref(options), places, len(places), byref(handle)))
        self._handle = Handle(handle.value, lib.helio_network_free)
        self._stations = {
            station.name: len(satellites) + place for place, station in enumerate(self.stations)}
        self._satellites: dict[str, int] | None = None

    def __repr__(self) -> str:
        return (f"<heliograph.Network of {len(self.satellites)} satellites and "
                f"{len(self.stations)} stations>")

    def node(self, node: int | str) -> int:
        """The number of a node.

        Args:
            node: Its name, or its number, which is let pass.

        >>> satellites = Constellation.walker(24, 22, 53, 550)
        >>> Network(satellites, [Station("London", 51.5, -0.1)]).node("S1-1-3")
        25
        """
        if not isinstance(node, str):
            return node
        number = self._stations.get(node)
        if number is None:
            if self._satellites is None:
                self._satellites = {name: i for i, name in enumerate(self.satellites.names)}
            number = self._satellites.get(node)
        if number is None:
            raise KeyError(f"{node!r} is no station and no satellite of the network")
        return number

    def name(self, node: int) -> str:
        """The name of a node.

        >>> satellites = Constellation.walker(24, 22, 53, 550)
        >>> Network(satellites, [Station("London", 51.5, -0.1)]).name(528)
        'London'
        """
        count = len(self.satellites)
        return self.satellites.names[node] if node < count else self.stations[node - count].name

    def mesh(self, seconds: float, positions_km: npt.ArrayLike | None = None) -> Mesh:
        """The nodes and links at an instant.

        Args:
            seconds: The instant since the epoch [s].
            positions_km: Earth-fixed positions of all satellites [km], shape (3, satellites), where
                another program moves them; NaN for one that is nowhere.

        >>> satellites = Constellation.walker(24, 22, 53, 550, phasing=13)
        >>> mesh = Network(satellites, [Station("London", 51.5, -0.1)]).mesh(60.0)
        >>> mesh.node_count, len(mesh.links().a) > 1_000
        (529, True)
        """
        handle = c_void_p()
        if positions_km is None:
            check(lib.helio_mesh_create(self._handle.value, seconds, byref(handle)))
        else:
            count = len(self.satellites)
            p = doubles(positions_km, "positions", (3, count))
            rows = [p.ctypes.data + 8 * axis * count for axis in range(3)]
            check(lib.helio_mesh_from_positions(
                self._handle.value, seconds, *rows, count, byref(handle)))
        return Mesh(self, handle, seconds)

    def forwarding(
        self, seconds: npt.ArrayLike, destinations: Sequence[int | str] | None = None, *,
        latency: bool = True, threads: int = 1, out: ForwardingOverTime | None = None,
    ) -> ForwardingOverTime:
        """Where each node sends a packet for each destination at many instants, in one call.

        The states are those of :meth:`Mesh.forwarding` at each instant, to the bit, and found several
        times sooner; they do not depend on the threads.

        Args:
            seconds: The instants since the epoch [s], shape (instants,), in any order.
            destinations: Nodes to which packets go, each once; ``None`` for all stations.
            latency: Whether latencies are wanted beside the next hops.
            threads: How many threads share the instants.
            out: States of an earlier call of the same shape, whose arrays are used again.

        Returns:
            Next hops, and latencies [s], of the shape (instants, destinations, nodes).

        >>> satellites = Constellation.walker(24, 22, 53, 550, phasing=13)
        >>> network = Network(satellites, [Station("London", 51.5, -0.1), Station("Oslo", 59.9, 10.7)])
        >>> states = network.forwarding(np.arange(0.0, 600.0, 60.0), ["Oslo"])
        >>> mesh = network.mesh(540.0)
        >>> bool((states.next_hop[9] == mesh.forwarding(["Oslo"]).next_hop).all())
        True
        """
        times = doubles(seconds, "seconds")
        if times.ndim != 1:
            raise ValueError(f"seconds have the shape {times.shape}, expected one dimension")
        if threads < 1:
            raise ValueError(f"threads is {threads}, expected 1 or more")
        count = len(self.satellites)
        nodes = count + len(self.stations)
        goals = np.array(
            range(count, nodes) if destinations is None
            else [self.node(node) for node in destinations], dtype=np.int32)
        shape = (len(times), len(goals), nodes)
        if out is None:
            hops, latencies = np.empty(shape, np.int32), np.empty(shape) if latency else None
        else:
            hops, latencies = out.next_hop, out.latency_s
            if hops.shape != shape or (latencies is not None) != latency:
                raise ValueError(
                    f"out has next hops of the shape {hops.shape}, expected {shape} and "
                    f"{'' if latency else 'no '}latencies")
        states = ForwardingOverTime(times, goals, hops, latencies, self)
        states._fill(threads)
        return states

    def contacts(
        self, start_s: float, end_s: float, stations: Sequence[int | str] | None = None
    ) -> Contacts:
        """When links rise and set in a window: exact, by roots of the rules along the orbits.

        Args:
            start_s: The beginning of the window since the epoch [s].
            end_s: Its end [s].
            stations: The stations whose radio links are looked for; ``None`` for all.

        >>> satellites = Constellation.walker(6, 11, 86.4, 780, raan_spread_deg=180)
        >>> network = Network(satellites, [Station("London", 51.5, -0.1)], min_elevation_deg=8.2)
        >>> contacts = network.contacts(0, 600)
        >>> bool((contacts.up_s < contacts.down_s).all())
        True
        """
        chosen = None
        if stations is not None:
            count = len(self.satellites)
            chosen = np.array([self.node(station) - count for station in stations], dtype=np.int32)
        handle = c_void_p()
        check(lib.helio_contacts_find(
            self._handle.value, start_s, end_s, pointer(chosen),
            0 if chosen is None else len(chosen), byref(handle)))
        return Contacts(self, handle)
