"""Reads meshes with questions and answers, for the scripts that check kinds of routes.

Standard input has meshes, each as

    mesh SATELLITES NODES LINKS
    A B LENGTH_KM                     (once a link)
    ask KIND SOURCE DESTINATION ...   (a question)
    route LENGTH_KM NODES...          (the routes of its answer, in order)
    end

Ground stations (the nodes from SATELLITES on) do not relay. Lengths are multiples of 2^-30 km and are
compared as whole numbers, to the last digit. Of each route it is checked here that it is simple, that its
links are there and that its length is their sum.
"""

import sys

GRID = 1 << 30


def steps(km):
    value = km * GRID
    assert value == int(value)
    return int(value)


class Mesh:
    def __init__(self, satellites, nodes):
        self.satellites = satellites
        self.nodes = nodes
        self.length = {}

    def add(self, a, b, km):
        self.length[a, b] = self.length[b, a] = steps(km)

    def usable(self, source, goal):
        """The satellites and the two ends."""
        return [
            node
            for node in range(self.nodes)
            if node < self.satellites or node in (source, goal)
        ]

    def links(self, source, goal):
        """The links among them, each once, with lengths in steps."""
        usable = set(self.usable(source, goal))
        for (a, b), length in self.length.items():
            if a < b and a in usable and b in usable:
                yield a, b, length

    def cost(self, nodes):
        return sum(self.length[pair] for pair in zip(nodes[:-1], nodes[1:]))

    def is_route(self, km, nodes, source, goal):
        return (
            nodes[0] == source
            and nodes[-1] == goal
            and len(set(nodes)) == len(nodes)
            and all(pair in self.length for pair in zip(nodes[:-1], nodes[1:]))
            and steps(km) == self.cost(nodes)
            and all(node < self.satellites for node in nodes[1:-1])
        )


def are_disjoint(kind, routes):
    """Whether no two routes share a link, or for `nodes` a node between the ends."""
    if kind == "links":
        parts = [{frozenset(pair) for pair in zip(r[:-1], r[1:])} for r in routes]
    else:
        parts = [set(r[1:-1]) for r in routes]
    return len(set().union(*parts)) == sum(len(part) for part in parts)


def run(check):
    """Reads all questions, asks whether check(mesh, kind, source, goal, more, routes) holds, and prints
    `checked N answers, D differ` with the kinds that differ; None is no answer to count."""
    mesh, question, answer = None, None, []
    checked = 0
    differ = []

    def settle():
        nonlocal checked
        if question is None:
            return
        kind, source, goal = question[0], int(question[1]), int(question[2])
        right = all(mesh.is_route(km, nodes, source, goal) for km, nodes in answer) and check(
            mesh, kind, source, goal, question[3:], [nodes for _, nodes in answer]
        )
        if right is not None:
            checked += 1
            if not right:
                differ.append(kind)

    for line in sys.stdin:
        words = line.split()
        if words[0] == "mesh":
            mesh, question = Mesh(int(words[1]), int(words[2])), None
        elif words[0] == "ask":
            settle()
            question, answer = words[1:], []
        elif words[0] == "route":
            answer.append((float(words[1]), [int(word) for word in words[2:]]))
        elif words[0] == "end":
            settle()
            question = None
        else:
            mesh.add(int(words[0]), int(words[1]), float(words[2]))
    print("checked %d answers, %d differ %s" % (checked, len(differ), " ".join(differ)))
