"""The C library: where it is, what its functions take, and how its failures become exceptions."""

from __future__ import annotations

import ctypes
import os
import weakref
from ctypes import POINTER, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint32, c_void_p
from pathlib import Path
from typing import Callable

import numpy as np

# The minor version of heliograph.h that this module was written for.
_MAJOR, _MINOR = 0, 1


class HeliographError(ValueError):
    """A call that the library refused: one sentence of what was found and what was expected.

    Attributes:
        status: The code of ``heliograph.h``.

    >>> import heliograph
    >>> heliograph.Instant.of("yesterday")
    Traceback (most recent call last):
    heliograph._library.HeliographError: the text 'yesterday' is no instant, expected one such as 2026-08-23T12:00:00Z
    """

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class CInstant(ctypes.Structure):
    _fields_ = [("julian_date", c_double), ("day_fraction", c_double)]


class CShell(ctypes.Structure):
    _fields_ = [
        ("name", c_char_p), ("planes", c_int32), ("slots", c_int32), ("inclination_deg", c_double),
        ("altitude_km", c_double), ("phasing_kind", c_int32), ("phasing", c_double),
        ("raan_spread_deg", c_double),
    ]


class CPlanes(ctypes.Structure):
    _fields_ = [
        ("x_km", c_void_p), ("y_km", c_void_p), ("z_km", c_void_p), ("vx_km_s", c_void_p),
        ("vy_km_s", c_void_p), ("vz_km_s", c_void_p), ("code", c_void_p), ("size", c_size_t),
        ("layout", c_int32),
    ]


class CStation(ctypes.Structure):
    _fields_ = [
        ("name", c_char_p), ("latitude_deg", c_double), ("longitude_deg", c_double),
        ("altitude_km", c_double),
    ]


class CNetworkOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t), ("epoch", CInstant), ("topology", c_int32), ("terminals", c_int32),
        ("lasers", c_void_p), ("laser_count", c_size_t), ("max_laser_range_km", c_double),
        ("grazing_altitude_km", c_double), ("min_elevation_deg", c_double),
        ("max_slant_range_km", c_double), ("earth", c_int32), ("metric", c_int32),
        ("hop_delay_s", c_double), ("ground_relay", c_int32),
    ]


class CMeshSize(ctypes.Structure):
    _fields_ = [("satellite_count", c_size_t), ("node_count", c_size_t), ("link_count", c_size_t)]


class CContactColumns(ctypes.Structure):
    _fields_ = [
        ("a", c_void_p), ("b", c_void_p), ("kind", c_void_p), ("up_s", c_void_p), ("down_s", c_void_p),
        ("min_km", c_void_p), ("max_km", c_void_p), ("size", c_size_t),
    ]


# The parameters of each function; all but the three of _TEXTS return a status.
_P, _S, _I, _D = c_void_p, c_size_t, c_int32, c_double
_PROTOTYPES: dict[str, list[object]] = {
    "helio_instant_from_iso8601": [c_char_p, POINTER(CInstant)],
    "helio_instant_add": [CInstant, _D, POINTER(CInstant)],
    "helio_constellation_from_tle": [c_char_p, _S, c_uint32, _I, _I, POINTER(_S), POINTER(_P)],
    "helio_constellation_from_walker": [POINTER(CShell), _S, CInstant, _I, _I, POINTER(_P)],
    "helio_constellation_free": [_P],
    "helio_constellation_count": [_P, POINTER(_S)],
    "helio_constellation_epoch": [_P, _S, POINTER(CInstant)],
    "helio_constellation_newest_epoch": [_P, POINTER(CInstant)],
    "helio_constellation_name": [_P, _S, c_char_p, _S, POINTER(_S)],
    "helio_propagate": [_P, CInstant, _P, _S, _I, POINTER(CPlanes)],
    "helio_propagate_grid": [_P, CInstant, _D, c_int64, _S, _I, POINTER(CPlanes)],
    "helio_teme_to_earth_fixed": [CInstant, _P, _S, _S, POINTER(CPlanes)],
    "helio_earth_fixed_to_geodetic": [_I, _S, _P, _P, _P, _P, _P, _P],
    "helio_geodetic_to_earth_fixed": [_I, _S, _P, _P, _P, _P, _P, _P],
    "helio_network_options_init": [POINTER(CNetworkOptions), _S],
    "helio_network_create": [_P, POINTER(CNetworkOptions), POINTER(CStation), _S, POINTER(_P)],
    "helio_network_free": [_P],
    "helio_mesh_create": [_P, _D, POINTER(_P)],
    "helio_mesh_from_positions": [_P, _D, _P, _P, _P, _S, POINTER(_P)],
    "helio_mesh_free": [_P],
    "helio_mesh_measure": [_P, POINTER(CMeshSize)],
    "helio_mesh_positions": [_P, _P, _P, _P, _S],
    "helio_mesh_links": [_P, _P, _P, _P, _P, _S, POINTER(_S)],
    "helio_mesh_rows": [_P, _P, _S, _P, _P, _S],
    "helio_route": [_P, _I, _I, _P, _S, _P],
    "helio_route_short": [_P, _I, _I, _P],
    "helio_routes": [_P, _P, _P, _S, _P, _P, _P],
    "helio_forwarding": [_P, _P, _S, _P, _P, _S, POINTER(_S)],
    "helio_forwarding_over_time": [_P, _P, _S, _P, _S, _P, _P, _S, POINTER(_S)],
    "helio_contacts_find": [_P, _D, _D, _P, _S, POINTER(_P)],
    "helio_contacts_free": [_P],
    "helio_contacts_read": [_P, POINTER(CContactColumns), POINTER(_S)],
    "helio_states_to_arrow": [_P, CInstant, _P, _S, _I, _P, _P],
    "helio_mesh_to_arrow": [_P, _P, _P],
    "helio_contacts_to_arrow": [_P, _P, _P],
}
_TEXTS: dict[str, tuple[list[object], object]] = {
    "helio_version": ([], c_int32),
    "helio_last_error": ([], c_char_p),
    "helio_status_text": ([c_int32], c_char_p),
}


def _load() -> ctypes.CDLL:
    """The library beside this module, or the one that HELIOGRAPH_LIBRARY names."""
    path = os.environ.get("HELIOGRAPH_LIBRARY") or Path(__file__).with_name("libheliograph.so")
    try:
        library = ctypes.CDLL(str(path))
    except OSError as error:
        raise ImportError(
            f"the library of heliograph could not be loaded from {path}: {error}; "
            "install a wheel, or name one that 'make c-library' built in HELIOGRAPH_LIBRARY"
        ) from error
    for name, parameters in _PROTOTYPES.items():
        function = getattr(library, name)
        function.argtypes, function.restype = parameters, c_int32
    for name, (parameters, result) in _TEXTS.items():
        function = getattr(library, name)
        function.argtypes, function.restype = parameters, result
    version = library.helio_version()
    found = (version // 1_000_000, version // 1_000 % 1_000)
    if found != (_MAJOR, _MINOR):
        raise ImportError(
            f"the library of heliograph at {path} has version {found[0]}.{found[1]}, "
            f"expected {_MAJOR}.{_MINOR}")
    return library


lib = _load()


def library_version() -> str:
    """The version of the C library.

    >>> import heliograph
    >>> heliograph.library_version()
    '0.1.0'
    """
    version = lib.helio_version()
    return f"{version // 1_000_000}.{version // 1_000 % 1_000}.{version % 1_000}"


def check(status: int) -> None:
    """Raises what the last call of this thread failed of."""
    if status:
        # Read at once: another call on this thread would replace the text.
        raise HeliographError(lib.helio_last_error().decode(), status)


class Handle:
    """An object of the library, given up with its Python object."""

    def __init__(self, value: int | None, free: Callable[[int | None], object]) -> None:
        self.value = value
        # Calls of plain functions without prototypes want the width of a pointer.
        self.pointer = c_void_p(value)
        self._finalizer = weakref.finalize(self, free, value)


def pointer(array: np.ndarray | None) -> int | None:
    """The address of an array's first element."""
    return None if array is None else array.ctypes.data


def doubles(values: object, name: str, shape: tuple[int, ...] | None = None) -> np.ndarray:
    """Values as a contiguous array of doubles, which is the one given if it is so already."""
    array = np.ascontiguousarray(values, dtype=np.float64)
    if shape is not None and array.shape != shape:
        raise ValueError(f"{name} has the shape {array.shape}, expected {shape}")
    return array


def choice(table: dict[str, int], word: str, name: str) -> int:
    """The number of a word."""
    try:
        return table[word]
    except KeyError:
        raise ValueError(f"{name} is {word!r}, expected one of {', '.join(table)}") from None


FRAMES = {"teme": 0, "earth-fixed": 1}
EARTHS = {"wgs84": 0, "wgs72": 1, "sphere": 2}
THEORIES = {"sgp4": 0, "kepler-j2": 1}
GRAVITIES = {"wgs72": 0, "wgs72old": 1, "wgs84": 2}
KINDS = ("laser", "radio")
