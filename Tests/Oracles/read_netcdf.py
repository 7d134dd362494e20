"""Reads the netCDF file of NetCDFTests with xarray and prints what a person would look at."""

import sys

import netCDF4
import xarray

path = sys.stdin.read()
with xarray.open_dataset(path) as data:
    print("time", data.time.values[0], data.time.values[-1])
    print("name", "|".join(data.name.values))
    for name in ("next_hop", "latency_ms"):
        values = data[name]
        print(name, float(values.sum()), int(values.isnull().sum()))
with netCDF4.Dataset(path) as data:
    hop = data["next_hop"]
    filters = hop.filters()
    print("encoding", hop.chunking(), filters["shuffle"], filters["complevel"], hop._FillValue)
    print("Conventions", data.Conventions)
