/** What every format is called, what opens it, and how its files end; the most used first. Data alone, no writer. */
export const FORMAT_LIST = [
  { name: 'gexf', opens: 'Gephi, Gephi Lite, networkx', suffixes: ['.gexf'] },
  { name: 'json', opens: 'graphology, Sigma, the viewer; with all evidence', suffixes: ['.json'] },
  { name: 'graphml', opens: 'igraph, networkx, Cytoscape, yEd', suffixes: ['.graphml'] },
  { name: 'csv', opens: 'spreadsheets, pandas, R, neo4j-admin import', suffixes: ['.nodes.csv', '.edges.csv'] },
  { name: 'cypher', opens: 'Neo4j, Memgraph', suffixes: ['.cypher'] },
  { name: 'turtle', opens: 'triple stores, Protégé; for reading', suffixes: ['.ttl'] },
  { name: 'nquads', opens: 'triple stores; for bulk loading', suffixes: ['.nq'] },
  { name: 'jsonld', opens: 'JSON-LD tools, linked data on the web', suffixes: ['.jsonld'] },
  { name: 'ftm', opens: 'Aleph, OpenAleph (FollowTheMoney)', suffixes: ['.ftm.json'] },
  { name: 'dot', opens: 'Graphviz', suffixes: ['.dot'] },
] as const
