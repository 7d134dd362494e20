"""Checks matchings against networkx, and choices of links against mixed-integer programming (HiGHS).

Reads cases from standard input, each as

    matching VERTICES WEIGHT          (the weight that is to be checked)
    A B WEIGHT                        (once an edge)
    end

or

    links SATELLITES TERMINALS WEIGHT
    A B WEIGHT MASK_A MASK_B          (once a link: bits of the terminals of either end that serve it)
    end

A choice of links gives each one terminal of either end, and each terminal one link at most. It is not
found by matching here: whole numbers x of links and y of (link, end, terminal) are sought with
sum over terminals of y = x, and sum over links of y <= 1. Prints `checked N cases, D differ`.
"""

import sys

import networkx as nx
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp


def greatest_matching(rows):
    graph = nx.Graph()
    for a, b, weight in rows:
        if not graph.has_edge(a, b) or graph[a][b]["weight"] < weight:
            graph.add_edge(a, b, weight=weight)
    pairs = nx.max_weight_matching(graph)
    return sum(graph[a][b]["weight"] for a, b in pairs)


def greatest_choice(satellites, terminals, rows):
    columns = [("x", link) for link in range(len(rows))]
    serving = {}
    for link, (a, b, _, mask_a, mask_b) in enumerate(rows):
        for satellite, mask in ((a, mask_a), (b, mask_b)):
            for terminal in range(terminals):
                if mask >> terminal & 1:
                    serving[link, satellite, terminal] = len(columns)
                    columns.append(("y", link, satellite, terminal))
    equations, limits = [], {}
    for link, (a, b, *_) in enumerate(rows):
        for satellite in (a, b):
            row = np.zeros(len(columns))
            row[link] = -1
            for terminal in range(terminals):
                place = serving.get((link, satellite, terminal))
                if place is not None:
                    row[place] = 1
            equations.append(row)
    for (_, satellite, terminal), place in serving.items():
        limits.setdefault((satellite, terminal), np.zeros(len(columns)))[place] = 1
    cost = np.zeros(len(columns))
    cost[: len(rows)] = [-row[2] for row in rows]
    constraints = [LinearConstraint(np.array(equations), 0, 0)]
    if limits:
        constraints.append(LinearConstraint(np.array(list(limits.values())), -np.inf, 1))
    found = milp(
        cost,
        constraints=constraints,
        bounds=Bounds(0, 1),
        integrality=np.ones(len(columns)),
        options={"mip_rel_gap": 0},
    )
    assert found.status == 0, found.message
    return round(-found.fun)


checked = differ = 0
lines = iter(sys.stdin)
for line in lines:
    kind, *numbers = line.split()
    numbers = [int(number) for number in numbers]
    rows = []
    for row in lines:
        if row.strip() == "end":
            break
        rows.append([int(cell) for cell in row.split()])
    if kind == "matching":
        expected = greatest_matching(rows)
    else:
        expected = greatest_choice(numbers[0], numbers[1], rows) if rows else 0
    checked += 1
    if expected != numbers[-1]:
        differ += 1
        print(f"{kind} {numbers}: expected {expected}", file=sys.stderr)
print(f"checked {checked} cases, {differ} differ")
