"""Reads a GEXF file in networkx and prints what arrived: counts, the weight, attribute names."""

import sys

import networkx

graph = networkx.read_gexf(sys.argv[1])
edges = [data for _, _, data in graph.edges(data=True)]
nodes = [data for _, data in graph.nodes(data=True)]
print("networkx", networkx.__version__, type(graph).__name__)
print("node attributes", *sorted({key for node in nodes for key in node}))
print("edge attributes", *sorted({key for edge in edges for key in edge}))
placed = sum("position" in node["viz"] and "color" in node["viz"] and "size" in node["viz"] for node in nodes)
print("with place, colour and size", placed)
print("nodes", len(nodes), "edges", len(edges), "weight", sum(edge["weight"] for edge in edges))
