"""Networks that several tests ask."""

import numpy as np
import pytest

import heliograph as hg

EPOCH = "2026-08-23T12:00:00Z"
CITIES = [
    hg.Station("London", 51.51, -0.13), hg.Station("New York", 40.71, -74.01),
    hg.Station("Tokyo", 35.68, 139.69), hg.Station("Sydney", -33.87, 151.21),
]


@pytest.fixture(scope="session")
def shell() -> hg.Constellation:
    return hg.Constellation.walker(24, 22, 53, 550, phasing=13, epoch=EPOCH)


@pytest.fixture(scope="session")
def mesh(shell) -> hg.Mesh:
    return hg.Network(shell, CITIES).mesh(60.0)


@pytest.fixture(scope="session")
def tle_text() -> str:
    """Element sets of many kinds: low orbits with drag, and eccentric and deep ones."""
    rng = np.random.default_rng(7)
    lines = []
    for number in range(1, 61):
        motion = rng.uniform(13, 15.8) if number % 4 else rng.choice([1.0027, 2.0056, 6.3])
        # A perigee above the ground.
        eccentricity = rng.uniform(0, 0.02) if number % 4 else rng.uniform(0, 0.3)
        one = (f"1 {number:05}U 26001A   26235.{rng.integers(10**8):08} "
               f" .00000000  00000-0  {rng.integers(10000, 99999)}-4 0  999")
        two = (f"2 {number:05} {rng.uniform(0, 120):8.4f} {rng.uniform(0, 360):8.4f} "
               f"{round(eccentricity * 1e7):07} {rng.uniform(0, 360):8.4f} "
               f"{rng.uniform(0, 360):8.4f} {motion:11.8f}    1")
        lines += [f"SAT {number}", _checked(one), _checked(two)]
    return "\n".join(lines) + "\n"


def _checked(line: str) -> str:
    assert len(line) == 68, line
    return line + str(sum(int(c) if c.isdigit() else c == "-" for c in line) % 10)
