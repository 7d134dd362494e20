"""States against python-sgp4, and what arrays promise."""

from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from sgp4.api import WGS72, Satrec, SatrecArray

import heliograph as hg


def test_states_are_those_of_python_sgp4(tle_text):
    ours = hg.Constellation.from_tle(tle_text, skip_rejected=False)
    lines = tle_text.splitlines()
    theirs = SatrecArray([
        Satrec.twoline2rv(lines[i + 1], lines[i + 2], WGS72) for i in range(0, len(lines), 3)])
    seconds = np.arange(0, 86_400 * 2, 3_600 * 2.5)
    epoch = hg.Instant.of("2026-08-23T12:00:00Z")
    code, position, velocity = theirs.sgp4(
        np.full(len(seconds), epoch.julian_date), epoch.day_fraction + seconds / 86_400)
    states = ours.propagate(seconds, epoch=epoch)
    np.testing.assert_array_equal(states.code, code)
    assert (code == 0).mean() > 0.9
    good = code == 0
    error = np.linalg.norm(states.position_km - np.moveaxis(position, 2, 0), axis=0)[good]
    # python-sgp4 takes the time from a Julian date, whose fraction steps by 10 ps of the orbit.
    assert error.max() < 1e-6
    error = np.linalg.norm(states.velocity_km_s - np.moveaxis(velocity, 2, 0), axis=0)[good]
    assert error.max() < 1e-9
    assert ours.names[3] == "SAT 4" and len(ours) == 60


def test_earth_fixed_states_are_turned_ones(shell):
    seconds = [0.0, 500.0]
    inertial = shell.propagate(seconds)
    fixed = shell.propagate(seconds, frame="earth-fixed")
    position, velocity = hg.teme_to_earth_fixed(
        inertial.position_km, seconds, shell.epoch, inertial.velocity_km_s)
    np.testing.assert_allclose(position, fixed.position_km, atol=1e-9)
    np.testing.assert_allclose(velocity, fixed.velocity_km_s, atol=1e-12)
    latitude, longitude, altitude = hg.geodetic(position)
    assert abs(latitude).max() < 53.3 and altitude.min() > 540 and altitude.max() < 580
    np.testing.assert_allclose(
        hg.earth_fixed(latitude, longitude, altitude), position, atol=1e-8)


def test_arrays_are_filled_in_place(shell):
    first = shell.propagate([0.0, 1.0])
    memory = first.position_km.ctypes.data
    again = shell.propagate([2.0, 3.0], out=first)
    assert again.position_km.ctypes.data == memory
    np.testing.assert_array_equal(again.position_km, shell.propagate([2.0, 3.0]).position_km)
    with pytest.raises(ValueError, match="out has positions of the shape"):
        shell.propagate([0.0], out=first)
    assert shell.propagate([0.0], velocity=False).velocity_km_s is None


def test_a_dataset_shares_the_memory(shell):
    states = shell.propagate([0.0, 60.0])
    data = states.to_xarray()
    assert np.shares_memory(data.position.values, states.position_km)
    assert data.position.attrs["units"] == "km" and data.velocity.attrs["units"] == "km s-1"
    assert dict(data.sizes) == {"axis": 3, "satellite": 528, "time": 2}
    assert data.time.attrs["since"] == "2026-08-23T12:00:00.000000Z"


def test_instants_of_all_kinds():
    noon = hg.Instant(2_461_275.5, 0.5)
    zone = timezone(timedelta(hours=2))
    for time in ["2026-08-23T12:00:00Z", "2026-08-23T14:00:00+02:00", datetime(2026, 8, 23, 12),
                 datetime(2026, 8, 23, 14, tzinfo=zone), np.datetime64("2026-08-23T12"), noon]:
        assert hg.Instant.of(time) == noon
    assert hg.Instant.of("2026-08-23T12:00:00.25Z").isoformat() == "2026-08-23T12:00:00.250000Z"
    with pytest.raises(TypeError):
        hg.Instant.of(5)


def test_a_satellite_that_has_no_state_has_a_code():
    decayed = """1 00001U 00000A   26235.50000000  .00000000  00000-0  00000-0 0    00
2 00001  53.0000   0.0000 5000000   0.0000   0.0000 15.00000000    00
"""
    states = hg.Constellation.from_tle(decayed, allow_bad_checksum=True).propagate([0.0])
    assert states.code[0, 0] in range(1, 8) and np.isnan(states.position_km).all()


def test_mistakes_are_sentences(tle_text):
    with pytest.raises(hg.HeliographError, match="planes is 0, expected 1 to") as raised:
        hg.Constellation.walker(0, 22, 53, 550)
    assert raised.value.status == 4
    with pytest.raises(hg.HeliographError, match="line 2 of the text: line 1 of the TLE"):
        hg.Constellation.from_tle(tle_text.replace(" 26001A", " 2600!A", 1)[:200] + "\n",
                                  skip_rejected=False)
    with pytest.raises(ValueError, match="frame is 'icrf', expected one of teme, earth-fixed"):
        hg.Constellation.walker(2, 2, 53, 550).propagate([0], frame="icrf")
    with pytest.raises(ValueError, match="phasing is 'none'"):
        hg.Constellation.walker(2, 2, 53, 550, phasing="none")
    with pytest.raises(FileNotFoundError):
        hg.Constellation.from_tle("no-such-file.tle")
