"""Runs programs into a folder of Notebooks-export, and compares what they wrote with what was published."""
import csv
import math
import os
import shutil
import statistics
import subprocess
import tempfile


class Missing(Exception):
    """An input is not here."""


class Failure(Exception):
    """A program failed."""


class Workshop:
    """One experiment: its folder, its runs and its figures."""

    def __init__(self, root, programs, name):
        self.root = root
        self.programs = programs
        self.name = name
        self.out = os.path.join(root, "Notebooks-export", name)
        self.rows = []
        self.fails = False
        self.temporary = []

    def published(self, path):
        """A file of the folder of published inputs."""
        folder = os.environ.get("HELIOGRAPH_PUBLISHED")
        if not folder:
            raise Missing("since HELIOGRAPH_PUBLISHED names no folder of published inputs")
        file = os.path.join(folder, path)
        if not os.path.exists(file):
            raise Missing(f"since {path} is not in the folder of published inputs")
        return file

    def program(self, name, *arguments):
        """Runs one of ours, and raises what it says where it fails."""
        run = subprocess.run(
            [os.path.join(self.programs, name), *arguments], cwd=self.root, capture_output=True,
            text=True)
        if run.returncode != 0:
            raise Failure(f"{name} ended with {run.returncode}: {run.stderr.strip()}")

    def run(self, program, scenario, *arguments, plots=None, keep=None, part=None,
            figures=None):
        """Runs a scenario, a path or the files that it consists of, into the folder or a part of it.

        With `keep`, only these tables stay beside the scenario and the manifest: others are too large;
        figures are then drawn where `plots` asks for them, all or those that `figures` names.
        Returns the folder of all tables, which outlasts the experiment where nothing is left out.
        """
        out = os.path.join(self.out, part) if part else self.out
        self.temporary.append(tempfile.TemporaryDirectory(prefix="heliograph-"))
        work = self.temporary[-1].name
        if isinstance(scenario, dict):
            for name, text in scenario.items():
                with open(os.path.join(work, name), "w", encoding="utf-8") as file:
                    file.write(text)
            scenario = os.path.join(work, "scenario.yaml")
        else:
            scenario = os.path.join(self.root, scenario)
        if keep is None:
            os.makedirs(os.path.dirname(out), exist_ok=True)
            self.program(program, "--scenario", scenario, "--out", out, "--force", *arguments)
            if plots is not False:
                self.program("helio-plot", out)
            return out
        whole = os.path.join(work, "out")
        self.program(program, "--scenario", scenario, "--out", whole, *arguments)
        shutil.rmtree(out, ignore_errors=True)
        os.makedirs(out)
        for name in ["scenario.yaml", "manifest.json", *keep]:
            shutil.copyfile(os.path.join(whole, name), os.path.join(out, name))
        if plots:
            only = [word for name in figures or [] for word in ("--figure", name)]
            self.program("helio-plot", whole, *only)
            shutil.copytree(os.path.join(whole, "figures"), os.path.join(out, "figures"))
        return whole

    def plot_together(self, parts, *arguments):
        """Draws figures of several parts side by side, into `figures` of the experiment."""
        folders = [os.path.join(self.out, part) for part in parts]
        self.program("helio-plot", *folders, *arguments, "--out", os.path.join(self.out, "figures"), "--force")

    def row(self, quantity, unit, published, ours, accepted, source, holds=None, is_goal=False):
        """Notes a figure: numbers within `accepted` of each other hold, texts when they are equal, and
        what `holds` says where it says something. A goal is to be beaten, and not to be reproduced: it is
        shown, and fails nothing."""
        is_text = isinstance(published, str)
        difference = "" if is_text else ours - published
        if is_text:
            holds = published == ours
        elif holds is None:
            holds = abs(difference) <= accepted
        self.rows.append([quantity, unit, published, ours, difference, accepted, holds, source])
        self.fails = self.fails or not (holds or is_goal)

    def report(self, title, text):
        """Writes `published.csv` and `README.md`, says the outcome, and returns whether all but goals hold."""
        header = ["quantity", "unit", "published", "ours", "difference", "accepted", "holds", "source"]
        with open(os.path.join(self.out, "published.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(self.rows)
        lines = [f"# {title}", "", text.strip(), "",
                 "| quantity | published | ours | difference | accepted | holds |",
                 "|---|---|---|---|---|---|"]
        for quantity, unit, published, ours, difference, accepted, holds, _ in self.rows:
            def shown(value):
                return f"{value:.7g}" if isinstance(value, float) else str(value)
            space = " " + unit if unit else ""
            lines.append(
                f"| {quantity} | {shown(published)}{space} | {shown(ours)}{space} | "
                f"{shown(difference)} | {shown(accepted)} | {'yes' if holds else '**no**'} |")
        sources = list(dict.fromkeys(row[7] for row in self.rows))
        lines += ["", "Published in:", ""] + [f"- {source}" for source in sources]
        with open(os.path.join(self.out, "README.md"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        held = sum(row[6] for row in self.rows)
        print(f"{self.name}: {held} of {len(self.rows)} figures hold; see Notebooks-export/{self.name}")
        for row in self.rows:
            if not row[6]:
                print(f"  {row[0]}: published {row[2]}, ours {row[3]}, accepted {row[5]}")
        return not self.fails


def table(folder, name):
    """The rows of a table, by column."""
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numbers(rows, column):
    """A column as numbers; NaN where there is none."""
    return [float(row[column]) if row[column] else math.nan for row in rows]


def of_pair(rows, source, destination):
    """The rows of a pair."""
    return [row for row in rows if row["source"] == source and row["destination"] == destination]


def changes(rows):
    """The instants from which on the route is another one than before [s]."""
    return [row["time_s"] for before, row in zip(rows, rows[1:]) if row["route"] != before["route"]]


def median(values):
    """The median of the numbers among some values."""
    return statistics.median(value for value in values if not math.isnan(value))
