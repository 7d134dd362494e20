"""Turning positions from frame to frame."""

from __future__ import annotations

from ctypes import byref

import numpy as np
import numpy.typing as npt

from ._instant import Instant, Time
from ._library import EARTHS, CPlanes, check, choice, doubles, lib, pointer


def teme_to_earth_fixed(
    position_km: npt.ArrayLike, seconds: npt.ArrayLike, epoch: Time,
    velocity_km_s: npt.ArrayLike | None = None,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64] | None]:
    """Earth-fixed states of inertial ones, by GMST of 1982.

    Args:
        position_km: Positions in TEME [km], shape (3, satellites, instants).
        seconds: The instants since the epoch [s], shape (instants,).
        epoch: The instant from which seconds count.
        velocity_km_s: Velocities in TEME [km/s] in the same shape, if they are wanted.

    Returns:
        Positions [km] and velocities [km/s], which are those that a turning observer sees, in the same
        shape; ``None`` in place of velocities that were not given.

    >>> import numpy as np
    >>> position, _ = teme_to_earth_fixed(np.ones((3, 5, 2)), [0, 60], "2026-08-23T12:00:00Z")
    >>> position.shape, bool(np.allclose((position**2).sum(axis=0), 3))
    ((3, 5, 2), True)
    """
    times = doubles(seconds, "seconds")
    position = np.array(position_km, dtype=np.float64, order="C")
    if position.ndim != 3 or position.shape[0] != 3 or position.shape[2:] != times.shape:
        raise ValueError(
            f"positions have the shape {position.shape}, expected (3, satellites, {times.size})")
    rates = None
    if velocity_km_s is not None:
        rates = np.array(velocity_km_s, dtype=np.float64, order="C")
        if rates.shape != position.shape:
            raise ValueError(
                f"velocities have the shape {rates.shape}, expected {position.shape}")
    count, size = position.shape[1], position.shape[1] * times.size
    planes = CPlanes(
        *(position.ctypes.data + 8 * axis * size for axis in range(3)),
        *(None if rates is None else rates.ctypes.data + 8 * axis * size for axis in range(3)),
        None, size, 0)
    check(lib.helio_teme_to_earth_fixed(
        Instant.of(epoch)._c(), pointer(times), times.size, count, byref(planes)))
    return position, rates


def geodetic(
    position_km: npt.ArrayLike, earth: str = "wgs84"
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Latitudes, longitudes and heights of Earth-fixed positions.

    Args:
        position_km: Positions [km], shape (3, ...).
        earth: ``"wgs84"``, ``"wgs72"`` or ``"sphere"`` (6371 km).

    Returns:
        Geodetic latitude [deg], longitude [deg] and height over the ellipsoid [km], each of the shape
        that follows the first axis.

    >>> latitude, longitude, altitude = geodetic([[6378.137 + 550.0], [0.0], [0.0]])
    >>> float(latitude[0]), float(longitude[0]), round(float(altitude[0]), 9)
    (0.0, 0.0, 550.0)
    """
    position = doubles(position_km, "positions")
    if position.shape[:1] != (3,):
        raise ValueError(f"positions have the shape {position.shape}, expected (3, ...)")
    result = np.empty_like(position)
    _convert(lib.helio_earth_fixed_to_geodetic, position, result, earth)
    return result[0], result[1], result[2]


def earth_fixed(
    latitude_deg: npt.ArrayLike, longitude_deg: npt.ArrayLike, altitude_km: npt.ArrayLike = 0.0,
    earth: str = "wgs84",
) -> npt.NDArray[np.float64]:
    """Earth-fixed positions of places: the inverse of :func:`geodetic`.

    Args:
        latitude_deg: Geodetic latitudes [deg], of any shape.
        longitude_deg: Longitudes [deg], of the same shape.
        altitude_km: Heights over the ellipsoid [km], of the same shape or one for all.
        earth: ``"wgs84"``, ``"wgs72"`` or ``"sphere"`` (6371 km).

    Returns:
        Positions [km], shape (3, ...).

    >>> earth_fixed([0.0, 90.0], [0.0, 0.0]).round(3).tolist()
    [[6378.137, 0.0], [0.0, 0.0], [0.0, 6356.752]]
    """
    place = np.ascontiguousarray(
        np.stack(np.broadcast_arrays(latitude_deg, longitude_deg, altitude_km)), dtype=np.float64)
    result = np.empty_like(place)
    _convert(lib.helio_geodetic_to_earth_fixed, place, result, earth)
    return result


def _convert(function, source: np.ndarray, result: np.ndarray, earth: str) -> None:
    count = source[0].size
    rows = [array.ctypes.data + 8 * axis * count for array in (source, result) for axis in range(3)]
    check(function(choice(EARTHS, earth, "earth"), count, *rows))
