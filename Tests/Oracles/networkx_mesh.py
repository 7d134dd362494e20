"""Reads a mesh in GraphML or GML with networkx, prints it, and writes a copy.

Input: the path of the mesh and that of the copy, a line each. Output, separated by tabs: for each
node `node`, name, kind, altitude_km; for each edge `edge`, two names in the order of the nodes,
length_km, delay_ms; and `path` with the delay of the shortest path between the first two stations.
"""

import sys

import networkx

path, copy = sys.stdin.read().split("\n")[:2]
is_gml = path.endswith(".gml")
graph = networkx.read_gml(path) if is_gml else networkx.read_graphml(path)
length, delay, height = (
    ("lengthKm", "delayMs", "altitudeKm") if is_gml else ("length_km", "delay_ms", "altitude_km")
)
names = {node: node if is_gml else values["label"] for node, values in graph.nodes(data=True)}
order = {node: place for place, node in enumerate(graph)}
for node, values in graph.nodes(data=True):
    print("node", names[node], values["kind"], repr(values[height]), sep="\t")
edges = [sorted(edge[:2], key=order.get) + [edge[2]] for edge in graph.edges(data=True)]
for a, b, values in sorted(edges, key=lambda edge: (order[edge[0]], order[edge[1]])):
    print("edge", names[a], names[b], repr(values[length]), repr(values[delay]), sep="\t")
stations = [node for node, values in graph.nodes(data=True) if values["kind"] == "station"]
print("path", repr(networkx.shortest_path_length(graph, *stations[:2], weight=delay)), sep="\t")
if is_gml:
    networkx.write_gml(graph, copy)
else:
    networkx.write_graphml(graph, copy)
