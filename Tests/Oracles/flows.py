"""Checks flows against linear programming by HiGHS (scipy.optimize.linprog).

Reads cases from standard input, each as

    case KIND SATELLITES NODES        (KIND: maxmin, concurrent or maxflow)
    arc TAIL HEAD CAPACITY            (once a direction of a link, numbered from 0)
    demand SOURCE DESTINATION GBPS    (numbered from 0; of maxflow the only one, GBPS unused)
    route DEMAND ARC...               (maxmin: a route of a demand)
    rate DEMAND GBPS                  (maxmin: what Heliograph gives)
    value VALUE BOUND GAP             (concurrent: factor, its bound and the gap asked for;
                                       maxflow: the value twice and 0)
    end

Ground stations, the nodes from SATELLITES on, do not relay. Demands that no arcs with a capacity can
carry are left out of the factor.

Max-min fair rates are found one level at a time: the greatest t is sought such that every demand which
is not fixed has at least t, and those whose constraint has a dual value are fixed at t.

Prints `checked N cases, D differ, worst W`, where W is the greatest relative difference of a rate or of a
max-flow, or the greatest gap of a factor as part of the gap asked for.
"""

import sys

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix


def solve(cost, upper=None, limit=None, equal=None, value=None, bounds=(0, None)):
    answer = linprog(
        cost, A_ub=upper, b_ub=limit, A_eq=equal, b_eq=value, bounds=bounds, method="highs"
    )
    assert answer.status == 0, answer.message
    return answer


def max_min(case):
    """The max-min fair rates over the routes given, by a linear program a level."""
    demands = case["demands"]
    ways = [(i, route) for i in sorted(case["routes"]) for route in case["routes"][i]]
    count, arcs = len(ways), case["arcs"]
    # The last unknown is the level.
    over = np.zeros((len(arcs), count + 1))
    of_demand = np.zeros((len(demands), count + 1))
    for column, (i, route) in enumerate(ways):
        of_demand[i, column] = 1
        for arc in route:
            over[arc, column] += 1
    level_of = np.zeros(count + 1)
    level_of[count] = 1
    rates = np.zeros(len(demands))
    active = sorted(case["routes"])
    fixed = []
    while active:
        upper = np.vstack(
            [over, level_of - of_demand[active], of_demand[active], -of_demand[fixed]]
        )
        limit = np.concatenate(
            [
                [arc[2] for arc in arcs],
                np.zeros(len(active)),
                [demands[i][2] for i in active],
                -rates[fixed],
            ]
        )
        answer = solve(-level_of, upper, limit)
        level = answer.x[count]
        duals = answer.ineqlin.marginals[len(arcs) : len(arcs) + len(active)]
        stopped = [i for i, dual in zip(active, duals) if dual < -1e-9]
        stopped += [i for i in active if demands[i][2] <= level + 1e-12 and i not in stopped]
        assert stopped
        rates[stopped] = level
        fixed += stopped
        active = [i for i in active if i not in stopped]
    return rates


def concurrent(case):
    """The greatest common factor, with one flow for each source over all arcs."""
    arcs, satellites, nodes = case["arcs"], case["satellites"], case["nodes"]
    demands = reachable(case)
    sources = sorted({s for s, _, _ in demands})
    size = len(sources) * len(arcs) + 1
    rows, columns, values = [], [], []
    upper = []
    for k, source in enumerate(sources):
        for a, (tail, head, capacity) in enumerate(arcs):
            column = k * len(arcs) + a
            bars = tail >= satellites and tail != source
            upper.append((0, 0 if bars or capacity == 0 else None))
            rows += [k * nodes + tail, k * nodes + head]
            columns += [column, column]
            values += [-1, 1]
        for s, d, gbps in demands:
            if s == source:
                rows += [k * nodes + d, k * nodes + s]
                columns += [size - 1, size - 1]
                values += [-gbps, gbps]
    upper.append((0, None))
    balance = coo_matrix((values, (rows, columns)), shape=(len(sources) * nodes, size)).tocsr()
    load = coo_matrix(
        (
            np.ones(len(sources) * len(arcs)),
            (
                np.tile(np.arange(len(arcs)), len(sources)),
                np.arange(len(sources) * len(arcs)),
            ),
        ),
        shape=(len(arcs), size),
    ).tocsr()
    cost = np.zeros(size)
    cost[-1] = -1
    answer = solve(
        cost, load, [arc[2] for arc in arcs], balance, np.zeros(len(sources) * nodes), upper
    )
    return answer.x[-1]


def reachable(case):
    """The demands above zero that have a way."""
    kept = []
    for source, destination, gbps in case["demands"]:
        seen, waiting = {source}, [source]
        while waiting:
            node = waiting.pop()
            if node >= case["satellites"] and node != source:
                continue
            for tail, head, capacity in case["arcs"]:
                if tail == node and capacity > 0 and head not in seen:
                    seen.add(head)
                    waiting.append(head)
        if destination in seen and gbps > 0:
            kept.append((source, destination, gbps))
    return kept


def check(case):
    """Whether a case is right, and how far off it is."""
    value, bound, gap = case.get("value", (0, 0, 0))
    if case["kind"] == "maxmin":
        exact = max_min(case)
        ours = np.array([case["rates"][i] for i in range(len(exact))])
        off = np.max(np.abs(exact - ours) / np.maximum(exact, 1e-3))
        return off < 1e-7, off
    if case["kind"] == "maxflow":
        source, destination, _ = case["demands"][0]
        case["demands"] = [(source, destination, 1.0)]
        exact = concurrent(case) if reachable(case) else 0.0
        off = abs(exact - value) / max(exact, 1)
        return off < 1e-9, off
    exact = concurrent(case)
    close = 1e-7 * exact
    right = value <= exact + close and exact <= bound + close
    off = (exact / value - 1) / gap
    return right and off <= 1 + 1e-6 and bound / value - 1 <= gap * (1 + 1e-9), off


def main():
    checked = differ = 0
    worst = 0.0
    case = {}
    for line in sys.stdin:
        words = line.split()
        if words[0] == "case":
            case = {
                "kind": words[1],
                "satellites": int(words[2]),
                "nodes": int(words[3]),
                "arcs": [],
                "demands": [],
                "routes": {},
                "rates": {},
            }
        elif words[0] == "arc":
            case["arcs"].append((int(words[1]), int(words[2]), float(words[3])))
        elif words[0] == "demand":
            case["demands"].append((int(words[1]), int(words[2]), float(words[3])))
        elif words[0] == "route":
            arcs = [int(word) for word in words[2:]]
            case["routes"].setdefault(int(words[1]), []).append(arcs)
        elif words[0] == "rate":
            case["rates"][int(words[1])] = float(words[2])
        elif words[0] == "value":
            case["value"] = tuple(float(word) for word in words[1:])
        else:
            right, off = check(case)
            checked += 1
            differ += not right
            worst = max(worst, off)
    print("checked %d cases, %d differ, worst %.3g" % (checked, differ, worst))


main()
