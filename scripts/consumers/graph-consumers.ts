import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Org } from 'rolegraph'
import { type Exported, toGexf, toGraphml } from 'rolegraph/export'
import { everythingChart, namesChart } from '../../tests/support/everything-chart.js'
import type { Consumer, Tools } from './consumer.js'
import { type Attributes, expectedGraph, type Graph, graphDifferences } from './expected-graph.js'

const GRAPHOLOGY = { graphology: '0.26.0', 'graphology-graphml': '0.5.2', 'graphology-gexf': '0.13.2' }
const CHARTS = [everythingChart, namesChart]

/** Prints a graph that NetworkX has read as JSON. */
const NETWORKX = `
import json, sys, networkx as nx
path, form = sys.argv[1], sys.argv[2]
g = nx.read_graphml(path, force_multigraph=True) if form == 'graphml' else nx.read_gexf(path)
assert g.is_directed() and g.is_multigraph(), type(g)
edges = list(g.edges(keys=True, data=True))
ids = [d.get('id', k) for _, _, k, d in edges]
order = sorted(range(len(edges)), key=lambda i: (ids[i].split('_')[0], int(ids[i].split('_')[1])))
attributes = lambda d: {k: v for k, v in d.items() if k != 'id'}
print(json.dumps({
    'nodes': [[n, attributes(d)] for n, d in g.nodes(data=True)],
    'edges': [[edges[i][0], edges[i][1], attributes(edges[i][3])] for i in order],
}))
`

const IGRAPH = `
import json, math, sys, igraph
g = igraph.Graph.Read_GraphML(sys.argv[1])
assert g.is_directed()
value = lambda v: None if isinstance(v, float) and math.isnan(v) else v
attributes = lambda x: {k: value(v) for k, v in x.attributes().items() if k != 'id'}
print(json.dumps({
    'nodes': [[v['id'], attributes(v)] for v in g.vs],
    'edges': [[g.vs[e.source]['id'], g.vs[e.target]['id'], attributes(e)] for e in g.es],
}))
`

/** igraph has every attribute on every node: an empty text, NaN or False where a node has none. */
function isMissingInIgraph(value: unknown): boolean {
  return value === null || value === '' || value === false
}

function pythonConsumer(
  name: string,
  debian: string,
  script: string,
  form: 'graphml' | 'gexf',
  isMissing?: (value: unknown) => boolean,
): Consumer {
  return {
    name,
    debian: [debian],
    check: ({ folder, run }) =>
      CHARTS.flatMap((org) => {
        const { text, lost } = exported(org, form)
        const path = join(folder, `chart.${form}`)
        writeFileSync(path, text)
        const held = JSON.parse(run('/usr/bin/python3', ['-c', script, path, form])) as Graph
        return graphDifferences(expectedGraph(org, lost), held, isMissing)
      }),
  }
}

function exported(org: Org, form: 'graphml' | 'gexf'): Exported {
  return form === 'graphml' ? toGraphml(org) : toGexf(org)
}

interface GraphologyGraph {
  mapNodes<Item>(map: (key: string, attributes: Attributes) => Item): Item[]
  mapEdges<Item>(map: (key: string, attributes: Attributes, from: string, to: string) => Item): Item[]
}

type Parse = (graph: unknown, text: string) => GraphologyGraph

async function graphologyGraph(text: string, form: 'graphml' | 'gexf', { load }: Tools): Promise<Graph> {
  const { default: graphology } = (await load('graphology')) as { default: { MultiDirectedGraph: unknown } }
  const reader = (await load(`graphology-${form}`)) as { default: { parse: Parse } }
  const graph = reader.default.parse(graphology.MultiDirectedGraph, text)
  return {
    nodes: graph.mapNodes((key, attributes) => [key, attributes] as const),
    edges: graph.mapEdges((_key, attributes, from, to) => [from, to, attributes] as const),
  }
}

function graphologyConsumer(form: 'graphml' | 'gexf'): Consumer {
  return {
    name: `graphology-${form}`,
    npm: GRAPHOLOGY,
    check: async (tools) => {
      const wrong: string[] = []
      for (const org of CHARTS) {
        const { text, lost } = exported(org, form)
        const held = await graphologyGraph(text, form, tools)
        wrong.push(...graphDifferences(expectedGraph(org, lost), held))
      }
      return wrong
    },
  }
}

export const consumers: readonly Consumer[] = [
  pythonConsumer('NetworkX, GraphML', 'python3-networkx', NETWORKX, 'graphml'),
  pythonConsumer('NetworkX, GEXF', 'python3-networkx', NETWORKX, 'gexf'),
  pythonConsumer('igraph, GraphML', 'python3-igraph', IGRAPH, 'graphml', isMissingInIgraph),
  graphologyConsumer('graphml'),
  graphologyConsumer('gexf'),
]
