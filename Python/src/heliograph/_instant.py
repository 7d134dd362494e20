"""Instants of UTC."""

from __future__ import annotations

import ctypes
from datetime import datetime, timezone
from typing import NamedTuple, Union

import numpy as np

from ._library import CInstant, check, lib


class Instant(NamedTuple):
    """An instant of UTC as a Julian date in two parts, whose sum it is.

    One double of a whole Julian date steps by 40 microseconds, in which a satellite moves by 0.3 m.

    Attributes:
        julian_date: Midnight before it, or any other first part [d].
        day_fraction: The rest [d].

    >>> Instant.of("2026-08-23T12:00:00Z")
    Instant(julian_date=2461275.5, day_fraction=0.5)
    """

    julian_date: float
    day_fraction: float = 0.0

    @staticmethod
    def of(time: Time) -> Instant:
        """The instant of a text of ISO 8601, a ``datetime`` (UTC where it has no zone), a
        ``numpy.datetime64``, or an instant itself.

        >>> import numpy as np
        >>> Instant.of(np.datetime64("2026-08-23T18:00")) == Instant.of("2026-08-23T18:00:00Z")
        True
        """
        if isinstance(time, Instant):
            return time
        if isinstance(time, datetime):
            if time.tzinfo is not None:
                time = time.astimezone(timezone.utc).replace(tzinfo=None)
            time = time.isoformat()
        elif isinstance(time, np.datetime64):
            time = str(time.astype("datetime64[ns]"))
        if not isinstance(time, str):
            raise TypeError(f"an instant is given as {type(time).__name__}, expected text, "
                            "datetime, numpy.datetime64 or Instant")
        instant = CInstant()
        check(lib.helio_instant_from_iso8601(time.encode(), ctypes.byref(instant)))
        return Instant(instant.julian_date, instant.day_fraction)

    def add(self, seconds: float) -> Instant:
        """The instant that many seconds later [s].

        >>> Instant.of("2026-08-23T12:00:00Z").add(86_400).isoformat()
        '2026-08-24T12:00:00.000000Z'
        """
        later = CInstant()
        check(lib.helio_instant_add(self._c(), seconds, ctypes.byref(later)))
        return Instant(later.julian_date, later.day_fraction)

    def isoformat(self) -> str:
        """The instant as text, rounded to microseconds.

        >>> Instant(2_461_275.5, 0.5).isoformat()
        '2026-08-23T12:00:00.000000Z'
        """
        days = self.julian_date - 2_440_587.5
        whole = np.floor(days)
        microseconds = round(((days - whole) + self.day_fraction) * 86_400e6)
        time = np.datetime64(int(whole), "D") + np.timedelta64(microseconds, "us")
        return f"{time}Z"

    def _c(self) -> CInstant:
        return CInstant(self.julian_date, self.day_fraction)


Time = Union[str, datetime, np.datetime64, Instant]
