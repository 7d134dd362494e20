"""Makes ../sgp4-verification from the Python package sgp4.

    python3 -m venv .venv && .venv/bin/pip install sgp4==2.27
    .venv/bin/python make_sgp4_verification.py
"""

import importlib.metadata
import pathlib
import shutil

import sgp4

OUT = pathlib.Path(__file__).resolve().parent.parent / "sgp4-verification"


def main():
    folder = pathlib.Path(sgp4.__file__).parent
    for name in ("SGP4-VER.TLE", "tcppver.out"):
        shutil.copyfile(folder / name, OUT / name)
    files = importlib.metadata.files("sgp4")
    licence = next(f for f in files if f.name.upper().startswith("LICENSE"))
    shutil.copyfile(licence.locate(), OUT / "LICENSE")


if __name__ == "__main__":
    main()
