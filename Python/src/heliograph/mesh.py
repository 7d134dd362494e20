"""The mesh at an instant, and what is asked of it."""

from __future__ import annotations

import ctypes
from ctypes import byref, c_int32, c_int64, c_void_p
from typing import TYPE_CHECKING, NamedTuple, Sequence

import numpy as np
import numpy.typing as npt

from ._library import KINDS, CMeshSize, Handle, check, lib, pointer
from .arrow import ArrowTable
from .route import Route

if TYPE_CHECKING:
    import xarray

    from .network import Network


# A function object of its own without prototypes, which would cost a conversion for each argument; all
# arguments are of the right width already.
_route_short = lib["helio_route_short"]


class Links(NamedTuple):
    """The links of a mesh, each once, by their ends; all arrays have the shape (links,).

    Attributes:
        a: The end with the smaller number; of a radio link, the satellite.
        b: The other end.
        kind: 0 for a laser, 1 for radio.
        length_km: Lengths [km].

    >>> from heliograph import Constellation, Network
    >>> links = Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0).links()
    >>> bool((links.a < links.b).all())
    True
    """

    a: npt.NDArray[np.int32]
    b: npt.NDArray[np.int32]
    kind: npt.NDArray[np.uint8]
    length_km: npt.NDArray[np.float64]


class Forwarding(NamedTuple):
    """Where each node sends a packet for each destination.

    Attributes:
        destinations: The nodes to which packets go, shape (destinations,).
        next_hop: The next node, shape (destinations, nodes); -1 at the destination, and where there is
            no route.
        latency_s: One-way latency [s], shape (destinations, nodes); 0 at the destination, NaN where
            there is no route.

    >>> from heliograph import Constellation, Network, Station
    >>> satellites = Constellation.walker(24, 22, 53, 550, phasing=13)
    >>> state = Network(satellites, [Station("London", 51.5, -0.1)]).mesh(0).forwarding()
    >>> state.next_hop.shape, int(state.next_hop[0, 528])
    ((1, 529), -1)
    """

    destinations: npt.NDArray[np.int32]
    next_hop: npt.NDArray[np.int32]
    latency_s: npt.NDArray[np.float64]

    def to_xarray(self, network: Network) -> xarray.Dataset:
        """The state as a dataset over (destination, node), with units; shares the arrays' memory.

        >>> from heliograph import Constellation, Network, Station
        >>> satellites = Constellation.walker(24, 22, 53, 550, phasing=13)
        >>> network = Network(satellites, [Station("London", 51.5, -0.1)])
        >>> state = network.mesh(0).forwarding().to_xarray(network)
        >>> state.latency.dims, state.latency.units
        (('destination', 'node'), 's')
        """
        import xarray

        over = ("destination", "node")
        return xarray.Dataset(
            {
                "next_hop": (over, self.next_hop, {"long_name": "number of the next node"}),
                "latency": (over, self.latency_s, {"units": "s"}),
            },
            coords={
                "destination": [network.name(int(node)) for node in self.destinations],
                "node": [network.name(node) for node in range(self.next_hop.shape[1])],
            })


class Mesh:
    """The nodes and links of a network at one instant. Made by :meth:`Network.mesh`.

    Attributes:
        network: The network.
        seconds: The instant since its epoch [s].
        satellite_count: Satellites, the nodes from 0 on.
        node_count: Satellites and stations.
        link_count: Links, each counted once.
    """

    def __init__(self, network: Network, handle: c_void_p, seconds: float) -> None:
        self._handle = Handle(handle.value, lib.helio_mesh_free)
        self._pointer = self._handle.pointer
        self.network = network
        self.seconds = seconds
        size = CMeshSize()
        check(lib.helio_mesh_measure(self._handle.value, byref(size)))
        self.satellite_count: int = size.satellite_count
        self.node_count: int = size.node_count
        self.link_count: int = size.link_count

    def __repr__(self) -> str:
        return f"<heliograph.Mesh of {self.node_count} nodes and {self.link_count} links>"

    def route(self, source: int | str, destination: int | str) -> Route:
        """The best route between two nodes.

        Args:
            source: Where the packet starts: a node's number or name.
            destination: Where it goes.

        >>> from heliograph import Constellation, Network, Station
        >>> satellites = Constellation.walker(72, 22, 53, 550, phasing=39)
        >>> network = Network(satellites, [
        ...     Station("London", 51.51, -0.13), Station("New York", 40.71, -74.01)])
        >>> network.mesh(0).route("London", "New York").nodes[:2]
        [1584, 800]
        """
        if source.__class__ is not int:
            source = int(self.network.node(source))
        if destination.__class__ is not int:
            destination = int(self.network.node(destination))
        route = Route()
        route._network = self.network
        if _route_short(self._pointer, source, destination, byref(route)):
            self._add_nodes(route, source, destination)
        return route

    def _add_nodes(self, route: Route, source: int, destination: int) -> None:
        """Completes the route of a query that failed, be it for want of room alone."""
        summary = (c_int64 * 3)()
        # One more than a route has that passes through every node once.
        nodes = (c_int32 * (self.node_count + 1))()
        check(lib.helio_route(
            self._handle.value, source, destination, ctypes.addressof(nodes), len(nodes),
            ctypes.addressof(summary)))
        route._more = nodes[:len(route)]

    def routes(
        self, sources: npt.ArrayLike, destinations: npt.ArrayLike
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.int32]]:
        """What the best routes of many pairs come to, in one call.

        Args:
            sources: Numbers of the nodes where packets start, shape (pairs,).
            destinations: Numbers of the nodes where they go, shape (pairs,).

        Returns:
            One-way latencies [s], lengths [km] and numbers of links, each of the shape (pairs,); NaN
            and -1 where there is no route.

        >>> from heliograph import Constellation, Network
        >>> mesh = Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0)
        >>> latency_s, length_km, hops = mesh.routes([0, 0], [2, 500])
        >>> int(hops[0]), bool(latency_s[0] * 299_792.458 == length_km[0])
        (2, True)
        """
        a = np.ascontiguousarray(sources, dtype=np.int32)
        b = np.ascontiguousarray(destinations, dtype=np.int32)
        if a.ndim != 1 or a.shape != b.shape:
            raise ValueError(
                f"sources have the shape {a.shape} and destinations {b.shape}, expected (pairs,)")
        latency, length = np.empty(len(a)), np.empty(len(a))
        hops = np.empty(len(a), np.int32)
        check(lib.helio_routes(
            self._handle.value, pointer(a), pointer(b), len(a), pointer(latency), pointer(length),
            pointer(hops)))
        return latency, length, hops

    def forwarding(self, destinations: Sequence[int | str] | None = None) -> Forwarding:
        """Where each node sends a packet for each destination, and how long it takes.

        Args:
            destinations: Nodes to which packets go, each once; ``None`` for all stations.

        >>> from heliograph import Constellation, Network
        >>> mesh = Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0)
        >>> state = mesh.forwarding([0])
        >>> bool(state.latency_s[0, 500] == mesh.route(500, 0).latency_s)
        True
        """
        if destinations is None:
            goals = np.arange(self.satellite_count, self.node_count, dtype=np.int32)
        else:
            goals = np.array([self.network.node(node) for node in destinations], dtype=np.int32)
        next_hop = np.empty((len(goals), self.node_count), np.int32)
        latency = np.empty(next_hop.shape)
        check(lib.helio_forwarding(
            self._handle.value, pointer(goals), len(goals), pointer(next_hop), pointer(latency),
            next_hop.size, None))
        return Forwarding(goals, next_hop, latency)

    def links(self) -> Links:
        """The links as a list, each once.

        >>> from heliograph import Constellation, Network
        >>> mesh = Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0)
        >>> len(mesh.links().length_km) == mesh.link_count
        True
        """
        n = self.link_count
        links = Links(
            np.empty(n, np.int32), np.empty(n, np.int32), np.empty(n, np.uint8), np.empty(n))
        check(lib.helio_mesh_links(
            self._handle.value, *(pointer(column) for column in links), n, None))
        return links

    def rows(
        self
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.float64]]:
        """The links as compressed sparse rows, a link in both ends' rows.

        Returns:
            Where each node's neighbours begin, shape (nodes + 1,); the neighbours, shape (2 links,);
            the lengths of the links to them [km], shape (2 links,). ``scipy.sparse.csr_array((length,
            neighbour, first))`` is the graph.

        >>> from heliograph import Constellation, Network
        >>> mesh = Network(Constellation.walker(24, 22, 53, 550, phasing=13)).mesh(0)
        >>> first, neighbour, length_km = mesh.rows()
        >>> sorted(neighbour[first[25]:first[26]].tolist())
        [3, 24, 26, 47]
        """
        first = np.empty(self.node_count + 1, np.int32)
        neighbour, length = np.empty(2 * self.link_count, np.int32), np.empty(2 * self.link_count)
        check(lib.helio_mesh_rows(
            self._handle.value, pointer(first), len(first), pointer(neighbour), pointer(length),
            len(neighbour)))
        return first, neighbour, length

    def positions(self) -> npt.NDArray[np.float64]:
        """Earth-fixed positions of all nodes [km], shape (3, nodes); NaN for a satellite that has none.

        >>> from heliograph import Constellation, Network
        >>> Network(Constellation.walker(24, 22, 53, 550)).mesh(0).positions().shape
        (3, 528)
        """
        p = np.empty((3, self.node_count))
        rows = [p.ctypes.data + 8 * axis * self.node_count for axis in range(3)]
        check(lib.helio_mesh_positions(self._handle.value, *rows, self.node_count))
        return p

    def to_xarray(self) -> xarray.Dataset:
        """The links as a dataset over (link), with units; shares the arrays' memory.

        >>> from heliograph import Constellation, Network
        >>> Network(Constellation.walker(24, 22, 53, 550)).mesh(0).to_xarray().length.units
        'km'
        """
        import xarray

        links = self.links()
        return xarray.Dataset(
            {
                "a": ("link", links.a, {"long_name": "node with the smaller number"}),
                "b": ("link", links.b, {"long_name": "other node"}),
                "kind": ("link", links.kind, {
                    "flag_values": [0, 1], "flag_meanings": " ".join(KINDS)}),
                "length": ("link", links.length_km, {"units": "km"}),
            },
            attrs={"time_s": self.seconds, "since": self.network.epoch.isoformat()})

    def to_arrow(self) -> ArrowTable:
        """The links as an Arrow table: ``a``, ``b``, ``kind``, ``length_km``, ``delay_ms``; nodes by
        their names.

        >>> from heliograph import Constellation, Network
        >>> table = Network(Constellation.walker(24, 22, 53, 550)).mesh(0).to_arrow().to_pyarrow()
        >>> table.column("kind").unique().to_pylist()
        ['laser']
        """
        return ArrowTable(
            lambda schema, array: lib.helio_mesh_to_arrow(self._handle.value, schema, array))
