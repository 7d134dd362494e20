"""Runs ours and the peers alternately, compares their answers and writes the figures.

    harness.py [--rounds N] [--native FOLDER] [--plain FOLDER] [SUITE ...]

`suites.json` names for each suite the command that writes the peers' inputs, ours, and those of
the peers, a slow one with the `rounds` in which it takes part; a program prints one line of JSON a
measurement, with `name`, `unit`, `value` and `checksum`. `rivals` are pairs of patterns, ours and
the peer's, that measure the same: their checksums must agree within the relative `tolerance`, 1e-9
where none is given, before a ratio is given. A tolerance of `null` is for a peer whose model is
another one; its ratio is marked. With `ours_peer` in place of `peer` ours is compared with another
measurement of its own, in the same build. A peer that does not run is reported and left out. Exit
status 1 when answers differ.
"""

import argparse
import json
import math
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ONE_THREAD = {
    f"{name}_NUM_THREADS": "1"
    for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB", "RAYON", "ASTROZ")
}


def lines(command, names):
    """The measurements that a command prints, and what stopped it, if something did."""
    command = [part.format(**names) for part in command]
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, env=os.environ | ONE_THREAD)
    except OSError as error:
        return [], f"{command[0]}: {error.strerror}"
    found = []
    for line in run.stdout.splitlines():
        if line.startswith("{"):
            found.append(json.loads(line))
    if run.returncode == 0:
        return found, None
    words = run.stderr.strip().splitlines()
    return found, words[-1] if words else f"ended with status {run.returncode}"


class Figures:
    """All values of one measurement of one program."""

    def __init__(self, who, line):
        self.who, self.name, self.unit = who, line["name"], line["unit"]
        self.values, self.checksum = [], None

    def add(self, line):
        self.values.append(float(line["value"]))
        self.checksum = line.get("checksum", self.checksum)

    @property
    def median(self):
        return statistics.median(self.values)

    @property
    def spread(self):
        """Largest less smallest, in per cent of the median."""
        return 100 * (max(self.values) - min(self.values)) / self.median

    @property
    def more_is_better(self):
        return self.unit.endswith("/s")

    def json(self):
        return {
            "program": self.who, "name": self.name, "unit": self.unit, "median": self.median,
            "spread_percent": self.spread, "values": self.values, "checksum": self.checksum,
        }


def run_suite(suite, builds, rounds, work, python):
    """Figures by program and name, and the programs that did not run, with their reasons."""
    common = {"here": str(HERE), "work": work, "python": python,
              "peers": str(HERE / ".venv" / "bin"),
              "leopath": str(HERE / ".venv-leopath" / "bin" / "python")}
    plain = common | {"programs": next(iter(builds.values()))}
    if "inputs" in suite:
        _, fault = lines(suite["inputs"], plain)
        if fault:
            return {}, {"inputs": fault}
    programs = [(f"heliograph {build}", suite["ours"], common | {"programs": folder}, rounds)
                for build, folder in builds.items()]
    programs += [("", peer["command"], plain, peer.get("rounds", rounds))
                 for peer in suite["peers"]]
    figures, missing = {}, {}
    for number in range(rounds):
        for who, command, names, turns in programs:
            label = who or " ".join(
                pathlib.Path(part).name for part in command if "{python}" not in part)
            if label in missing or number >= turns:
                continue
            found, fault = lines(command, names)
            if fault:
                missing[label] = fault
                print(f"  {label}: {fault}", file=sys.stderr)
            for line in found:
                if "value" not in line:
                    missing[line["name"]] = line.get("missing", "no value")
                    continue
                key = (who, line["name"])
                figures.setdefault(key, Figures(who or "peer", line)).add(line)
        print(f"  round {number + 1} of {rounds}", file=sys.stderr)
    return figures, missing


def agree(ours, peer, tolerance):
    if ours.checksum is None or peer.checksum is None:
        return False
    return math.isclose(float(ours.checksum), float(peer.checksum), rel_tol=tolerance)


def paired(ours, peers):
    """The median of the ratios round by round: what slows a round down slows both, mostly."""
    if len(ours) != len(peers):
        return statistics.median(ours) / statistics.median(peers)
    return statistics.median(a / b for a, b in zip(ours, peers))


def compare(suite, figures):
    """How many times better ours is than its rivals; a ratio of None where answers differ."""
    rows = []
    for rival in suite["rivals"]:
        tolerance = rival.get("tolerance", 1e-9)
        for (who, name), ours in figures.items():
            if not who or not re.fullmatch(rival["ours"], name):
                continue
            for (peer_who, peer_name), peer in figures.items():
                if "ours_peer" in rival:
                    wanted = re.sub(rival["ours"], rival["ours_peer"], name)
                    if peer_who != who or peer_name != wanted:
                        continue
                elif peer_who or not re.fullmatch(rival["peer"], peer_name):
                    continue
                ratio = None
                if tolerance is None or agree(ours, peer, tolerance):
                    ratio = paired(ours.values, peer.values)
                    if not ours.more_is_better:
                        ratio = 1 / ratio
                rows.append({"program": who, "ours": name, "peer": peer_name, "ratio": ratio,
                             "same_answers": None if tolerance is None else ratio is not None})
    return rows


def first_line(command):
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        return run.stdout.strip().splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "unknown"


def machine(python):
    cpu, flags = platform.processor() or platform.machine(), ""
    info = pathlib.Path("/proc/cpuinfo")
    if info.exists():
        text = info.read_text()
        if match := re.search(r"model name\s*: (.*)", text):
            cpu = match[1]
        if match := re.search(r"flags\s*: (.*)", text):
            known = ("sse4_2", "avx", "avx2", "fma", "avx512f")
            flags = " ".join(flag for flag in known if flag in match[1].split())
    packages = subprocess.run([python, "-m", "pip", "list", "--format=freeze"],
                              capture_output=True, text=True)
    pins = (HERE / "peers" / "requirements.txt").read_text().split()
    names = {pin.split("==")[0] for pin in pins}
    versions = [line for line in packages.stdout.split() if line.split("==")[0] in names]
    return {
        "cpu": cpu, "cores": os.cpu_count(), "instructions": flags,
        "system": f"{platform.system()} {platform.machine()}",
        "swift": first_line(["swift", "--version"]), "python": platform.python_version(),
        "peers": versions,
    }


def number(value):
    return f"{value:.4g}"


def markdown(results, about):
    text = "# Benchmarks\n\n"
    text += ("One thread unless the name says otherwise; the median of several runs, ours and the "
             "peers in turn. The ratio says how many times better ours is: the median of those of the rounds. Made by `make bench`.\n\n")
    text += f"{about['cpu']}, {about['cores']} cores ({about['instructions']}), {about['system']}. "
    text += f"{about['swift']}; Python {about['python']}; {', '.join(about['peers'])}.\n"
    for name, result in results.items():
        text += f"\n## {name}\n\n| program | measurement | median | unit | spread |\n|---|---|---|---|---|\n"
        for figure in result["figures"]:
            text += (f"| {figure['program']} | {figure['name']} | {number(figure['median'])} "
                     f"| {figure['unit']} | {figure['spread_percent']:.0f} % |\n")
        if result["ratios"]:
            text += "\n| ours | build | peer | ratio |\n|---|---|---|---|\n"
        for row in result["ratios"]:
            ratio = "answers differ" if row["ratio"] is None else number(row["ratio"])
            if row["same_answers"] is None:
                ratio += " (another model)"
            build = row["program"].removeprefix("heliograph ")
            text += f"| {row['ours']} | {build} | {row['peer']} | {ratio} |\n"
        for program, reason in result["missing"].items():
            text += f"\nNot run: {program}: {reason}\n"
    return text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--plain", help="folder of the programs of the plain release build")
    parser.add_argument("--native", help="folder of those for this machine's instruction set")
    parser.add_argument("suites", nargs="*")
    options = parser.parse_args()
    suites = json.loads((HERE / "suites.json").read_text())
    unknown = set(options.suites) - set(suites)
    if unknown:
        parser.error(f"no suite {', '.join(sorted(unknown))}; there are {', '.join(suites)}")
    builds = {name: folder for name, folder in
              (("plain", options.plain), ("native", options.native)) if folder}
    if not builds:
        parser.error("give --plain, --native or both")

    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    differ = False
    for name in options.suites or suites:
        print(name, file=sys.stderr)
        with tempfile.TemporaryDirectory() as work:
            figures, missing = run_suite(
                suites[name], builds, options.rounds, work, sys.executable)
        rows = compare(suites[name], figures)
        differ |= any(row["ratio"] is None for row in rows)
        result = {
            "figures": [figure.json() for figure in figures.values()],
            "ratios": rows,
            "missing": missing,
        }
        (folder / f"{name}.json").write_text(json.dumps(result, indent=2) + "\n")
    results = {name: json.loads((folder / f"{name}.json").read_text())
               for name in suites if (folder / f"{name}.json").exists()}
    text = markdown(results, machine(sys.executable))
    (folder / "results.md").write_text(text)
    print(text)
    if differ:
        print("harness.py: the answers of ours and of a peer differ, see above", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
