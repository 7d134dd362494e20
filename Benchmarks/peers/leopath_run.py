"""Times leopath's shortest-path run on workload A: 72 x 22 satellites, 100 stations, 1 s steps.

    leopath_run.py INPUTS [STEPS]

INPUTS is what `BenchPipeline --write-inputs` wrote. The time is that of leopath's own steps from its
configuration to its forwarding states, in memory; its imports are not counted. Its model is another
one (a spherical Earth, each station attached to its nearest satellite), so that answers are not
compared. Prints one line of JSON.
"""

import contextlib
import io
import json
import os
import pathlib
import sys
import tempfile
import time

from leopath import main as leopath


def configuration(folder, steps):
    stations = [line.split() for line in (folder / "stations.txt").read_text().splitlines()]
    return {
        "constellation": {
            "name": "a", "num_orbits": 72, "num_sats_per_orbit": 22, "phase_diff": True,
            "inclination_degree": 53.0, "eccentricity": 1e-7, "arg_of_perigee_degree": 0.0,
            "mean_motion_rev_per_day": 15.05, "raan_spread_degree": 360.0,
            "tle_output_filename": "tles.txt",
        },
        "simulation": {
            "dynamic_state_algorithm": "shortest_path_link_state", "offset_ns": 0,
            "end_time_hours": (steps - 0.5) / 3600, "time_step_minutes": 1 / 60,
        },
        "satellite": {"altitude_m": 550_000, "cone_angle_degrees": 25.0},
        "earth": {"radius_m": 6_378_135.0, "isl_min_altitude_m": 80_000},
        "ground_stations": [
            {"name": f"g{i}", "latitude": float(lat), "longitude": float(lon),
             "elevation_m": 1000 * float(km)}
            for i, (lat, lon, km) in enumerate(stations)
        ],
        "network": {
            "gsl_interfaces": {"number_of_interfaces": 1, "aggregate_max_bandwidth": 1.0}
        },
        "logging": {"is_debug": False, "file_name": "run.log"},
    }


def main():
    config = configuration(
        pathlib.Path(sys.argv[1]).resolve(), steps := int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with contextlib.redirect_stdout(io.StringIO()):
            begin = time.perf_counter()
            tles, satellites = leopath.setup_tles_and_satellites(config)
            stations = leopath.setup_ground_stations(config)
            states = leopath.execute_simulation_run(config, tles, satellites, stations)
            seconds = time.perf_counter() - begin
        os.chdir("/")
    if len(states) != steps or not all(state.get("fstate") for state in states):
        sys.exit(f"leopath_run.py: {len(states)} states, and {steps} were expected")
    value = seconds * 1000 / steps
    print(json.dumps({"name": "leopath", "unit": "ms/snapshot", "value": value}))


if __name__ == "__main__":
    main()
