"""Compares the merged tables of SweepGridTests, a netCDF file and a CSV file, with xarray and pandas."""

import sys

import numpy
import pandas
import xarray

grid_path, table_path = sys.stdin.read().split("\n")[:2]
table = pandas.read_csv(table_path, keep_default_na=False)
with xarray.open_dataset(grid_path) as grid:
    print("dimensions", dict(grid.sizes))
    runs = {}
    for place in numpy.ndindex(grid["run"].shape):
        run = grid["run"].values[place]
        if run >= 0:
            runs[int(run)] = dict(zip(grid["run"].dims, place))
    print("runs", len(runs))
    wrong = 0
    rows = table.groupby("run").cumcount()
    for (_, row), number in zip(table.iterrows(), rows):
        place = {**runs[row["run"]], "row": number}
        for column in table.columns:
            if column == "run":
                continue
            variable = grid[column]
            value = variable[{name: place[name] for name in variable.dims}].item()
            cell = row[column]
            if variable.dtype.kind == "f":
                cell = float(cell) if cell != "" else float("nan")
            wrong += not (value == cell or (value != value and cell != cell))
    print("rows", len(table), "wrong", wrong)
