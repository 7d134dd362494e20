"""A route, as the library writes it."""

from __future__ import annotations

import ctypes
from ctypes import c_double, c_int32, c_size_t
from typing import Iterator


class Route(ctypes.Structure):
    """The best route between two nodes: a sequence of the numbers of its nodes, source first.

    Of routes that cost the same it is the one with the fewest hops, and of those the one whose list of
    nodes comes first. Where there is none, ``latency_s`` is NaN and the sequence is empty and false.

    Attributes:
        latency_s: One-way latency [s]; NaN where there is no route.
        length_km: Sum of the lengths of its links [km]; NaN where there is no route.

    >>> from heliograph import Constellation, Network, Station
    >>> satellites = Constellation.walker(72, 22, 53, 550, phasing=39)
    >>> network = Network(satellites, [Station("London", 51.5, -0.1), Station("Rome", 41.9, 12.5)])
    >>> route = network.mesh(0).route("London", "Rome")
    >>> bool(route), route.names[0], len(route) == route.hops + 1
    (True, 'London', True)
    >>> 0.004 < route.latency_s == route.length_km / 299_792.458
    True
    """

    # The object is the helio_short_route itself, which the library fills in: nothing is copied, and what
    # nobody asks for is not decoded. Longer routes have their nodes beside.
    _ROOM = 58
    _fields_ = [
        ("latency_s", c_double), ("length_km", c_double), ("_count", c_size_t),
        ("_nodes", c_int32 * _ROOM),
    ]
    __slots__ = ("_network", "_more")

    @property
    def rtt_ms(self) -> float:
        """Round-trip time over the same route [ms]; NaN where there is none.

        >>> from heliograph import Constellation, Network
        >>> route = Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0).route(0, 1)
        >>> route.rtt_ms == 2 * route.latency_s * 1e3
        True
        """
        return 2 * self.latency_s * 1_000

    @property
    def hops(self) -> int:
        """The number of links; -1 where there is no route.

        >>> from heliograph import Constellation, Network
        >>> Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0).route(0, 1).hops
        1
        """
        return self._count - 1

    @property
    def nodes(self) -> list[int]:
        """Its nodes, source first; empty where there is no route.

        >>> from heliograph import Constellation, Network
        >>> Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0).route(0, 2).nodes
        [0, 1, 2]
        """
        count = self._count
        return self._nodes[:count] if count <= self._ROOM else list(self._more)

    @property
    def names(self) -> list[str]:
        """The names of its nodes, source first.

        >>> from heliograph import Constellation, Network
        >>> Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0).route(0, 2).names
        ['S1-0-0', 'S1-0-1', 'S1-0-2']
        """
        return [self._network.name(node) for node in self.nodes]

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place):
        return self.nodes[place]

    def __iter__(self) -> Iterator[int]:
        return iter(self.nodes)

    def __repr__(self) -> str:
        if not self:
            return "<heliograph.Route: none>"
        return f"<heliograph.Route of {self.hops} hops, {self.rtt_ms:.3f} ms there and back>"
