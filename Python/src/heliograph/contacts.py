"""When links rise and set."""

from __future__ import annotations

from ctypes import byref, c_size_t, c_void_p
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ._library import KINDS, CContactColumns, Handle, check, lib, pointer
from .arrow import ArrowTable

if TYPE_CHECKING:
    import xarray

    from .network import Network


class Contacts:
    """The intervals ``[up_s, down_s)`` in which links are up without a break, by their beginning.

    Made by :meth:`Network.contacts`. All arrays have the shape (contacts,).

    Attributes:
        a: The end with the smaller number; of a radio link, the satellite.
        b: The other end.
        kind: 0 for a laser, 1 for radio.
        up_s: The first instant at which the link is up, since the epoch of the network [s].
        down_s: The first instant after that at which it is no longer [s].
        min_km: Least length in the interval [km].
        max_km: Greatest length in the interval [km].

    >>> from heliograph import Constellation, Network, Station
    >>> satellites = Constellation.walker(6, 11, 86.4, 780, raan_spread_deg=180)
    >>> contacts = Network(satellites, [Station("London", 51.5, -0.1)]).contacts(0, 3_600)
    >>> radio = contacts.kind == 1
    >>> bool((contacts.max_km[radio] < 2_000).all()), contacts.a.dtype
    (True, dtype('int32'))
    """

    a: npt.NDArray[np.int32]
    b: npt.NDArray[np.int32]
    kind: npt.NDArray[np.uint8]
    up_s: npt.NDArray[np.float64]
    down_s: npt.NDArray[np.float64]
    min_km: npt.NDArray[np.float64]
    max_km: npt.NDArray[np.float64]

    def __init__(self, network: Network, handle: c_void_p) -> None:
        self.network = network
        self._handle = Handle(handle.value, lib.helio_contacts_free)
        count = c_size_t()
        check(lib.helio_contacts_read(self._handle.value, None, byref(count)))
        self.a, self.b = np.empty(count.value, np.int32), np.empty(count.value, np.int32)
        self.kind = np.empty(count.value, np.uint8)
        self.up_s, self.down_s = np.empty(count.value), np.empty(count.value)
        self.min_km, self.max_km = np.empty(count.value), np.empty(count.value)
        columns = CContactColumns(
            *(pointer(column) for column in (
                self.a, self.b, self.kind, self.up_s, self.down_s, self.min_km, self.max_km)),
            count.value)
        check(lib.helio_contacts_read(self._handle.value, byref(columns), None))

    def __len__(self) -> int:
        return len(self.a)

    def to_xarray(self) -> xarray.Dataset:
        """The contacts as a dataset over (contact), with units; shares the arrays' memory.

        >>> from heliograph import Constellation, Network, Station
        >>> satellites = Constellation.walker(6, 11, 86.4, 780, raan_spread_deg=180)
        >>> network = Network(satellites, [Station("London", 51.5, -0.1)])
        >>> network.contacts(0, 600).to_xarray().up.units
        's'
        """
        import xarray

        since = self.network.epoch.isoformat()
        return xarray.Dataset({
            "a": ("contact", self.a, {"long_name": "node with the smaller number"}),
            "b": ("contact", self.b, {"long_name": "other node"}),
            "kind": ("contact", self.kind, {
                "flag_values": [0, 1], "flag_meanings": " ".join(KINDS)}),
            "up": ("contact", self.up_s, {"units": "s", "since": since}),
            "down": ("contact", self.down_s, {"units": "s", "since": since}),
            "min_length": ("contact", self.min_km, {"units": "km"}),
            "max_length": ("contact", self.max_km, {"units": "km"}),
        })

    def to_arrow(self) -> ArrowTable:
        """The contacts as an Arrow table: ``a``, ``b``, ``kind``, ``up_s``, ``down_s``, ``min_km``,
        ``max_km``; nodes by their names.

        >>> from heliograph import Constellation, Network, Station
        >>> satellites = Constellation.walker(6, 11, 86.4, 780, raan_spread_deg=180)
        >>> network = Network(satellites, [Station("London", 51.5, -0.1)])
        >>> table = network.contacts(0, 600).to_arrow().to_pyarrow()
        >>> "London" in table.column("b").to_pylist()
        True
        """
        return ArrowTable(
            lambda schema, array: lib.helio_contacts_to_arrow(self._handle.value, schema, array))
