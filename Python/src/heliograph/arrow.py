"""Tables by the Arrow C data interface."""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_int64, c_void_p
from typing import Any, Callable

from ._library import check


class _Schema(ctypes.Structure):
    _fields_ = [
        ("format", c_char_p), ("name", c_char_p), ("metadata", c_char_p), ("flags", c_int64),
        ("n_children", c_int64), ("children", c_void_p), ("dictionary", c_void_p),
        ("release", c_void_p), ("private_data", c_void_p),
    ]


class _Array(ctypes.Structure):
    _fields_ = [
        ("length", c_int64), ("null_count", c_int64), ("offset", c_int64), ("n_buffers", c_int64),
        ("n_children", c_int64), ("buffers", c_void_p), ("children", c_void_p),
        ("dictionary", c_void_p), ("release", c_void_p), ("private_data", c_void_p),
    ]


_Release = ctypes.CFUNCTYPE(None, c_void_p)
_Destructor = ctypes.PYFUNCTYPE(None, c_void_p)
_new_capsule = ctypes.pythonapi.PyCapsule_New
_new_capsule.argtypes = [c_void_p, c_char_p, _Destructor]
_new_capsule.restype = ctypes.py_object

# The structs behind capsules that consumers hold, by the capsule's address.
_held: dict[int, Any] = {}


@_Destructor
def _forget(capsule: int) -> None:
    _release(_held.pop(capsule, None))


def _release(struct: Any) -> None:
    """Gives up what a struct owns, unless a consumer has taken it."""
    if struct is not None and struct.release:
        _Release(struct.release)(ctypes.addressof(struct))


def _capsule(struct: Any, name: bytes) -> object:
    capsule = _new_capsule(ctypes.addressof(struct), name, _forget)
    _held[id(capsule)] = struct
    return capsule


class ArrowTable:
    """A table that any consumer of the Arrow C data interface takes without a copy: pyarrow, polars,
    duckdb.

    >>> from heliograph import Constellation
    >>> satellites = Constellation.walker(planes=4, slots=3, inclination_deg=53, altitude_km=550)
    >>> table = satellites.to_arrow([0.0, 60.0])
    >>> import pyarrow
    >>> pyarrow.record_batch(table).num_rows
    24
    """

    def __init__(self, export: Callable[[int, int], int]) -> None:
        self._export = export

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """The table as two capsules, made anew for each consumer; see the Arrow PyCapsule interface."""
        schema, array = _Schema(), _Array()
        check(self._export(ctypes.addressof(schema), ctypes.addressof(array)))
        return _capsule(schema, b"arrow_schema"), _capsule(array, b"arrow_array")

    def to_pyarrow(self) -> Any:
        """The table as a ``pyarrow.Table``; needs pyarrow 14 or later.

        >>> from heliograph import Constellation
        >>> satellites = Constellation.walker(planes=4, slots=3, inclination_deg=53, altitude_km=550)
        >>> table = satellites.to_arrow([0.0, 60.0]).to_pyarrow()
        >>> table.column_names[:3]
        ['time_s', 'satellite', 'x_km']
        """
        import pyarrow

        return pyarrow.Table.from_batches([pyarrow.record_batch(self)])

    def write_parquet(self, path: str) -> None:
        """Writes the table as a Parquet file; needs pyarrow.

        >>> from heliograph import Constellation
        >>> satellites = Constellation.walker(planes=4, slots=3, inclination_deg=53, altitude_km=550)
        >>> import os, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "states.parquet")
        ...     satellites.to_arrow([0.0]).write_parquet(path)
        ...     os.path.getsize(path) > 0
        True
        """
        import pyarrow.parquet

        pyarrow.parquet.write_table(self.to_pyarrow(), path)
