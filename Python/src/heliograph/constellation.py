"""Satellites and their states."""

from __future__ import annotations

import ctypes
import os
from ctypes import byref, c_size_t, c_void_p
from dataclasses import dataclass
from typing import TYPE_CHECKING, Sequence

import numpy as np
import numpy.typing as npt

from ._instant import Instant, Time
from ._library import (
    FRAMES, GRAVITIES, THEORIES, CInstant, CPlanes, CShell, Handle, check, choice, doubles, lib,
    pointer)
from .arrow import ArrowTable

if TYPE_CHECKING:
    import xarray

_ALLOW_BAD_CHECKSUM, _SKIP_REJECTED = 1, 2


@dataclass(frozen=True)
class Shell:
    """A regular shell of circular orbits.

    Attributes:
        planes: Orbital planes.
        slots: Satellites in each plane.
        inclination_deg: Inclination [deg].
        altitude_km: Height over the equatorial radius [km].
        phasing: Walker's F as an ``int``; ``"half-slot"``; or a fraction of a slot per plane as a
            ``float``.
        raan_spread_deg: 360 for a Walker delta, 180 for a Walker star [deg].
        name: The first part of the satellites' names; S1, S2, ... where it is empty.

    >>> Shell(planes=72, slots=22, inclination_deg=53, altitude_km=550, phasing=39).planes
    72
    """

    planes: int
    slots: int
    inclination_deg: float
    altitude_km: float
    phasing: int | float | str = 0
    raan_spread_deg: float = 360.0
    name: str = ""

    def _c(self) -> CShell:
        if isinstance(self.phasing, str):
            if self.phasing != "half-slot":
                raise ValueError(f"phasing is {self.phasing!r}, expected 'half-slot' or a number")
            kind, phasing = 1, 0.0
        else:
            kind = 0 if isinstance(self.phasing, (int, np.integer)) else 2
            phasing = float(self.phasing)
        return CShell(
            self.name.encode() or None, self.planes, self.slots, self.inclination_deg,
            self.altitude_km, kind, phasing, self.raan_spread_deg)


@dataclass(frozen=True)
class States:
    """The states of satellites at instants.

    Attributes:
        position_km: Positions [km], shape (3, satellites, instants); NaN where there is no state.
        velocity_km_s: Velocities [km/s] in the same shape; ``None`` where they were not wanted.
        code: Why a state does not exist, shape (satellites, instants); 0 for one that does.
        seconds: The instants since the epoch [s], shape (instants,).
        epoch: The instant from which seconds count.
        frame: ``"teme"`` or ``"earth-fixed"``.
        names: The names of the satellites.

    >>> from heliograph import Constellation
    >>> satellites = Constellation.walker(planes=4, slots=3, inclination_deg=53, altitude_km=550)
    >>> states = satellites.propagate([0, 60, 120])
    >>> states.position_km.shape, states.code.any()
    ((3, 12, 3), np.False_)
    """

    position_km: npt.NDArray[np.float64]
    velocity_km_s: npt.NDArray[np.float64] | None
    code: npt.NDArray[np.uint8]
    seconds: npt.NDArray[np.float64]
    epoch: Instant
    frame: str
    names: Sequence[str]

    def to_xarray(self) -> xarray.Dataset:
        """The states as a dataset over (axis, satellite, time), with units; shares the arrays' memory.

        >>> from heliograph import Constellation
        >>> satellites = Constellation.walker(planes=4, slots=3, inclination_deg=53, altitude_km=550)
        >>> states = satellites.propagate([0, 60]).to_xarray()
        >>> states.position.dims, states.position.units
        (('axis', 'satellite', 'time'), 'km')
        >>> float(states.position.sel(satellite="S1-0-0", axis="x").isel(time=0)) > 6_900
        True
        """
        import xarray

        over = ("axis", "satellite", "time")
        frame = {"frame": "TEME" if self.frame == "teme" else "Earth-fixed (GMST 1982)"}
        variables = {
            "position": (over, self.position_km, {"units": "km", **frame}),
            "code": (over[1:], self.code, {
                "long_name": "why SGP4 gives no state", "flag_values": list(range(8))}),
        }
        if self.velocity_km_s is not None:
            variables["velocity"] = (over, self.velocity_km_s, {"units": "km s-1", **frame})
        return xarray.Dataset(variables, coords={
            "axis": ["x", "y", "z"],
            "satellite": list(self.names),
            # Not CF's "seconds since": xarray would round to its own instants.
            "time": ("time", self.seconds, {"units": "s", "since": self.epoch.isoformat()}),
        })


class Constellation:
    """Satellites under a theory, SGP4 unless told otherwise.

    Made by :meth:`from_tle`, :meth:`walker` or :meth:`from_shells`.
    """

    def __init__(self, handle: c_void_p, rejected: int = 0) -> None:
        self._handle = Handle(handle.value, lib.helio_constellation_free)
        count, epoch = c_size_t(), CInstant()
        check(lib.helio_constellation_count(self._handle.value, byref(count)))
        check(lib.helio_constellation_newest_epoch(self._handle.value, byref(epoch)))
        self._count = count.value
        self._epoch = Instant(epoch.julian_date, epoch.day_fraction)
        self._names: list[str] | None = None
        #: Pieces of text that were left out.
        self.rejected = rejected

    @staticmethod
    def from_tle(
        source: str | os.PathLike[str], *, skip_rejected: bool = True,
        allow_bad_checksum: bool = False, theory: str = "sgp4", gravity: str = "wgs72",
    ) -> Constellation:
        """Satellites from TLEs, with or without lines of names.

        Args:
            source: A path, or the text itself where it holds an end of line.
            skip_rejected: Whether text that is no element set is left out and counted in
                ``rejected``; otherwise it raises.
            allow_bad_checksum: Whether wrong checksums are let pass.
            theory: ``"sgp4"`` or ``"kepler-j2"``.
            gravity: ``"wgs72"``, ``"wgs72old"`` or ``"wgs84"``.

        >>> iss = Constellation.from_tle('''ISS
        ... 1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
        ... 2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
        ... ''')
        >>> iss.names, iss.epoch.isoformat()
        (['ISS'], '2008-09-20T12:25:40.104192Z')
        """
        if isinstance(source, str) and "\n" in source:
            text = source.encode()
        else:
            with open(source, "rb") as file:
                text = file.read()
        flags = _SKIP_REJECTED * skip_rejected | _ALLOW_BAD_CHECKSUM * allow_bad_checksum
        rejected, handle = c_size_t(), c_void_p()
        check(lib.helio_constellation_from_tle(
            text, len(text), flags, choice(THEORIES, theory, "theory"),
            choice(GRAVITIES, gravity, "gravity"), byref(rejected), byref(handle)))
        return Constellation(handle, rejected.value)

    @staticmethod
    def from_shells(
        shells: Sequence[Shell], *, epoch: Time = "2000-01-01T12:00:00Z", theory: str = "sgp4",
        gravity: str = "wgs72",
    ) -> Constellation:
        """Satellites of regular shells, one shell after another, each plane-major.

        Args:
            shells: The shells.
            epoch: Epoch of all elements.
            theory: ``"sgp4"`` or ``"kepler-j2"``.
            gravity: ``"wgs72"``, ``"wgs72old"`` or ``"wgs84"``.

        >>> two = Constellation.from_shells([Shell(4, 3, 53, 550), Shell(2, 5, 97.6, 560)])
        >>> len(two), two.names[12]
        (22, 'S2-0-0')
        """
        array = (CShell * len(shells))(*(shell._c() for shell in shells))
        handle = c_void_p()
        check(lib.helio_constellation_from_walker(
            array, len(shells), Instant.of(epoch)._c(), choice(THEORIES, theory, "theory"),
            choice(GRAVITIES, gravity, "gravity"), byref(handle)))
        return Constellation(handle)

    @staticmethod
    def walker(
        planes: int, slots: int, inclination_deg: float, altitude_km: float,
        phasing: int | float | str = 0, raan_spread_deg: float = 360.0, name: str = "", *,
        epoch: Time = "2000-01-01T12:00:00Z", theory: str = "sgp4", gravity: str = "wgs72",
    ) -> Constellation:
        """Satellites of one regular shell; see :class:`Shell` for the numbers.

        >>> satellites = Constellation.walker(
        ...     planes=72, slots=22, inclination_deg=53, altitude_km=550, phasing=39)
        >>> len(satellites), satellites.names[23]
        (1584, 'S1-1-1')
        """
        shell = Shell(planes, slots, inclination_deg, altitude_km, phasing, raan_spread_deg, name)
        return Constellation.from_shells([shell], epoch=epoch, theory=theory, gravity=gravity)

    def __len__(self) -> int:
        return self._count

    def __repr__(self) -> str:
        return f"<heliograph.Constellation of {self._count} satellites>"

    @property
    def epoch(self) -> Instant:
        """The newest epoch of the elements.

        >>> shell = Shell(4, 3, 53, 550)
        >>> Constellation.from_shells([shell], epoch="2026-08-23T12:00:00Z").epoch.isoformat()
        '2026-08-23T12:00:00.000000Z'
        """
        return self._epoch

    @property
    def names(self) -> list[str]:
        """The names of the satellites, in their order.

        >>> Constellation.walker(2, 2, 53, 550).names
        ['S1-0-0', 'S1-0-1', 'S1-1-0', 'S1-1-1']
        """
        if self._names is None:
            self._names = [self._name(satellite) for satellite in range(self._count)]
        return self._names

    def _name(self, satellite: int) -> str:
        buffer, needed = ctypes.create_string_buffer(64), c_size_t()
        status = lib.helio_constellation_name(
            self._handle.value, satellite, buffer, len(buffer), byref(needed))
        if status and needed.value > len(buffer):
            buffer = ctypes.create_string_buffer(needed.value)
            status = lib.helio_constellation_name(
                self._handle.value, satellite, buffer, len(buffer), None)
        check(status)
        return buffer.value.decode()

    def propagate(
        self, seconds: npt.ArrayLike, *, epoch: Time | None = None, frame: str = "teme",
        velocity: bool = True, out: States | None = None,
    ) -> States:
        """The states of all satellites at instants.

        Args:
            seconds: The instants since the epoch [s], shape (instants,), in any order.
            epoch: The instant from which seconds count; that of the elements where it is ``None``.
            frame: ``"teme"``, the inertial frame of SGP4, or ``"earth-fixed"``.
            velocity: Whether velocities are wanted; without them it is faster.
            out: States of an earlier call with as many instants, whose arrays are used again.

        Returns:
            Positions [km] and velocities [km/s] of the shape (3, satellites, instants). What has no
            state is NaN and has a code.

        >>> satellites = Constellation.walker(4, 3, 53, 550)
        >>> states = satellites.propagate([0.0, 30.0], frame="earth-fixed")
        >>> bool(abs((states.position_km[:, :, 0] ** 2).sum(axis=0) ** 0.5 - 6_928).max() < 10)
        True
        """
        times = doubles(seconds, "seconds")
        if times.ndim != 1:
            raise ValueError(f"seconds have the shape {times.shape}, expected one dimension")
        start = self._epoch if epoch is None else Instant.of(epoch)
        states, planes = self._planes(times, start, frame, velocity, out)
        check(lib.helio_propagate(
            self._handle.value, start._c(), pointer(times), len(times),
            choice(FRAMES, frame, "frame"), byref(planes)))
        return states

    def propagate_grid(
        self, step_s: float, count: int, *, first: int = 0, epoch: Time | None = None,
        frame: str = "teme", velocity: bool = True, out: States | None = None,
    ) -> States:
        """The states of all satellites at the steps of a uniform grid; faster than :meth:`propagate`.

        Args:
            step_s: From one step to the next [s].
            count: How many steps.
            first: The first step, which is at ``first * step_s``.
            epoch: The instant from which seconds count; that of the elements where it is ``None``.
            frame: ``"teme"`` or ``"earth-fixed"``.
            velocity: Whether velocities are wanted.
            out: States of an earlier call with as many instants, whose arrays are used again.

        Returns:
            As :meth:`propagate`.

        >>> satellites = Constellation.walker(4, 3, 53, 550)
        >>> grid = satellites.propagate_grid(60.0, 100)
        >>> one = satellites.propagate(grid.seconds)
        >>> bool(abs(grid.position_km - one.position_km).max() < 1e-8)
        True
        """
        times = np.arange(first, first + count) * float(step_s)
        start = self._epoch if epoch is None else Instant.of(epoch)
        states, planes = self._planes(times, start, frame, velocity, out)
        check(lib.helio_propagate_grid(
            self._handle.value, start._c(), step_s, first, count, choice(FRAMES, frame, "frame"),
            byref(planes)))
        return states

    def to_arrow(
        self, seconds: npt.ArrayLike, *, epoch: Time | None = None, frame: str = "teme"
    ) -> ArrowTable:
        """The states as an Arrow table, by instant and then by satellite.

        Its columns are ``time_s``, ``satellite``, ``x_km``, ``y_km``, ``z_km``, ``vx_km_s``,
        ``vy_km_s``, ``vz_km_s`` and ``code``. The parameters are those of :meth:`propagate`.

        >>> Constellation.walker(4, 3, 53, 550).to_arrow([0, 60]).to_pyarrow().num_rows
        24
        """
        times = doubles(seconds, "seconds").ravel()
        start = (self._epoch if epoch is None else Instant.of(epoch))._c()
        frame_number = choice(FRAMES, frame, "frame")
        return ArrowTable(lambda schema, array: lib.helio_states_to_arrow(
            self._handle.value, start, pointer(times), len(times), frame_number, schema, array))

    def _planes(
        self, times: np.ndarray, start: Instant, frame: str, velocity: bool, out: States | None
    ) -> tuple[States, CPlanes]:
        """Memory for states, and the planes in it."""
        shape = (self._count, len(times))
        if out is None:
            position = np.empty((3, *shape))
            rates = np.empty((3, *shape)) if velocity else None
            code = np.empty(shape, np.uint8)
        else:
            position, rates, code = out.position_km, out.velocity_km_s, out.code
            if position.shape != (3, *shape) or (rates is not None) != velocity:
                raise ValueError(
                    f"out has positions of the shape {position.shape}, expected {(3, *shape)} and "
                    f"{'' if velocity else 'no '}velocities")
        size = shape[0] * shape[1]

        def plane(array: np.ndarray | None, axis: int) -> int | None:
            return None if array is None else array.ctypes.data + axis * size * 8

        planes = CPlanes(
            *(plane(position, axis) for axis in range(3)), *(plane(rates, axis) for axis in range(3)),
            pointer(code), size, 0)
        return States(position, rates, code, times, start, frame, _Names(self)), planes


class _Names(Sequence):
    """The names of a constellation, which are asked for only when somebody looks."""

    def __init__(self, constellation: Constellation) -> None:
        self._constellation = constellation

    def __len__(self) -> int:
        return len(self._constellation)

    def __getitem__(self, index):
        return self._constellation.names[index]
