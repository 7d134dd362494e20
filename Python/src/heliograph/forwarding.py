"""Forwarding states over many instants."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ._library import check, lib, pointer

if TYPE_CHECKING:
    import xarray

    from .network import Network

# Instants that the library solves together; parts of whole blocks leave no lane empty.
_BLOCK = 8


@dataclass(frozen=True)
class ForwardingOverTime:
    """Where each node sends a packet for each destination, at each of many instants.

    Made by :meth:`Network.forwarding`.

    Attributes:
        seconds: The instants since the epoch of the network [s], shape (instants,).
        destinations: The nodes to which packets go, shape (destinations,).
        next_hop: The next node, shape (instants, destinations, nodes); -1 at the destination, and where
            there is no route.
        latency_s: One-way latency [s] in the same shape; 0 at the destination, NaN where there is no
            route. ``None`` where it was not wanted.
        network: The network.

    >>> from heliograph import Constellation, Network, Station
    >>> satellites = Constellation.walker(24, 22, 53, 550, phasing=13)
    >>> network = Network(satellites, [Station("London", 51.5, -0.1)])
    >>> states = network.forwarding([0.0, 60.0])
    >>> states.next_hop.shape, int(states.next_hop[1, 0, 528])
    ((2, 1, 529), -1)
    """

    seconds: npt.NDArray[np.float64]
    destinations: npt.NDArray[np.int32]
    next_hop: npt.NDArray[np.int32]
    latency_s: npt.NDArray[np.float64] | None
    network: Network

    def to_xarray(self) -> xarray.Dataset:
        """The states as a dataset over (time, destination, node), with units; shares the arrays' memory.

        >>> from heliograph import Constellation, Network, Station
        >>> satellites = Constellation.walker(24, 22, 53, 550, phasing=13)
        >>> network = Network(satellites, [Station("London", 51.5, -0.1)])
        >>> states = network.forwarding([0.0, 60.0]).to_xarray()
        >>> states.latency.dims, states.latency.units
        (('time', 'destination', 'node'), 's')
        >>> bool(states.latency.sel(destination="London", node="London").max() == 0)
        True
        """
        import xarray

        over = ("time", "destination", "node")
        variables = {"next_hop": (over, self.next_hop, {"long_name": "number of the next node"})}
        if self.latency_s is not None:
            variables["latency"] = (over, self.latency_s, {
                "long_name": "one-way latency", "units": "s"})
        return xarray.Dataset(variables, coords={
            "time": ("time", self.seconds, {
                "units": "s", "since": self.network.epoch.isoformat()}),
            "destination": [self.network.name(int(node)) for node in self.destinations],
            "node": [self.network.name(node) for node in range(self.next_hop.shape[2])],
        })

    def _fill(self, threads: int) -> None:
        """Has the library fill the arrays, by threads that share the instants."""
        blocks = -(-len(self.seconds) // _BLOCK)
        # A part of whole blocks each; the lock of the interpreter is given up meanwhile.
        share = _BLOCK * max(1, -(-blocks // threads))
        starts = range(0, len(self.seconds), share) or [0]
        if len(starts) == 1:
            self._fill_part(0, len(self.seconds))
            return
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(lambda start: self._fill_part(start, start + share), starts))

    def _fill_part(self, start: int, end: int) -> None:
        hops = self.next_hop[start:end]
        latency = None if self.latency_s is None else self.latency_s[start:end]
        seconds = self.seconds[start:end]
        # The error of a call belongs to its thread, and is read there.
        check(lib.helio_forwarding_over_time(
            self.network._handle.value, pointer(seconds), len(seconds),
            pointer(self.destinations), len(self.destinations), pointer(hops), pointer(latency),
            hops.size, None))
