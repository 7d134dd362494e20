"""Writes and reads StarPerf's HDF5 file with h5py, in the way of its own program.

Without input it writes `Tests/ScenariosTests/Fixtures/starperf.h5`: two shells of 3 and 2 satellites
at two timeslots. With the path of a file as input it prints what StarPerf would read from it, a line
each: group and name, then the rows of positions, or the links with their delays.
"""

import pathlib
import sys

import h5py
import numpy


def write(path):
    with h5py.File(path, "w") as file:
        for group in ("position", "delay"):
            for shell in (1, 2):
                file.create_group(group).create_group(f"shell{shell}") if group not in file else (
                    file[group].create_group(f"shell{shell}")
                )
        for shell, count in ((1, 3), (2, 2)):
            for slot in (1, 2):
                rows = [
                    [str(10.0 * n + slot), str(-5.5 + n), str(550.0 + 10 * shell)]
                    for n in range(count)
                ]
                file["position"][f"shell{shell}"].create_dataset(f"timeslot{slot}", data=rows)
                delay = [[0 for _ in range(count + 1)] for _ in range(count + 1)]
                delay[1][2] = delay[2][1] = 0.004 + slot / 1000
                if shell == 1 and slot == 2:
                    delay[2][3] = delay[3][2] = 0.0055
                file["delay"][f"shell{shell}"].create_dataset(f"timeslot{slot}", data=delay)


def show(path):
    with h5py.File(path, "r") as file:
        for shell in file["position"].keys():
            for slot in file["position"][shell].keys():
                data = numpy.array(file["position"][shell][slot]).tolist()
                for row in data:
                    values = [float(text.decode("utf-8")) for text in row]
                    print("position", shell, slot, *map(repr, values))
        for shell in file["delay"].keys():
            for slot in file["delay"][shell].keys():
                data = numpy.array(file["delay"][shell][slot])
                print("size", shell, slot, *data.shape)
                for a, b in numpy.argwhere(data):
                    print("delay", shell, slot, a, b, repr(float(data[a, b])))


source = sys.stdin.read().strip() if not sys.stdin.isatty() else ""
if source:
    show(source)
else:
    here = pathlib.Path(__file__).resolve().parent.parent
    write(here / "ScenariosTests/Fixtures/starperf.h5")
