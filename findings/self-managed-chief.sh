#!/usr/bin/env bash
# Graphviz 16.1.0 (as @hpcc-js/wasm-graphviz 1.29.2), digraph-js 2.2.4, @antv/algorithm 0.1.26: a chief who reports to
# themselves is not a cycle.
#
# Many HR systems want a manager in every row, so the chief is their own. The chart: chief -> chief, head -> chief.
#
# Expected: a tool that looks for cycles names the chief. @dagrejs/graphlib 4.0.6, graphology-dag 0.4.1 and
#   graph-data-structure 4.5.0 do.
# Seen: acyclic of Graphviz reports no cycle; digraph-js drops the edge when it is added; of @antv/algorithm,
#   detectAllDirectedCycle finds nothing and detectDirectedCycle finds it. (The field "acyclic" of wasm-graphviz is true
#   where there is a cycle; its documentation says so.)
#
# For rolegraph: "no cycles" from such a tool does not mean that walks up the chart end. Docs on selfManagedTops should
#   say that a chart checked elsewhere can still have a role that reports to itself.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @hpcc-js/wasm-graphviz@1.29.2 digraph-js@2.2.4 @antv/algorithm@0.1.26 @dagrejs/graphlib@4.0.6 \
  graphology@0.26.0 graphology-dag@0.4.1 graph-data-structure@4.5.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import antv from '@antv/algorithm'
import * as graphlib from '@dagrejs/graphlib'
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { DiGraph } from 'digraph-js'
import { Graph, hasCycle } from 'graph-data-structure'
import graphology from 'graphology'
import dag from 'graphology-dag'

const graphviz = await Graphviz.load()
function seen(name, lines) {
  const ids = [...new Set(lines.flat())]
  const dagre = new graphlib.Graph()
  const plain = new Graph()
  const multi = new graphology.DirectedGraph()
  const digraph = new DiGraph()
  for (const id of ids) digraph.addVertex({ id, adjacentTo: [], body: {} })
  for (const [from, to] of lines) {
    dagre.setEdge(from, to)
    plain.addEdge(from, to)
    multi.mergeEdge(from, to)
    digraph.addEdge({ from, to })
  }
  const data = { nodes: ids.map((id) => ({ id })), edges: lines.map(([source, target]) => ({ source, target })) }
  const cyclic = {
    '@dagrejs/graphlib': !graphlib.alg.isAcyclic(dagre),
    'graphology-dag': dag.hasCycle(multi),
    'graph-data-structure': hasCycle(plain),
    graphviz: graphviz.acyclic(`digraph { ${lines.map((line) => line.join(' -> ')).join('; ')} }`).acyclic,
    'digraph-js': digraph.hasCycles(),
    'antv detectAllDirectedCycle': antv.detectAllDirectedCycle(data).length > 0,
    'antv detectDirectedCycle': antv.detectDirectedCycle(data) !== null,
  }
  console.log(name)
  for (const [tool, found] of Object.entries(cyclic)) console.log(`  ${tool}: ${found ? 'cycle' : 'no cycle'}`)
}
seen('two heads who report to each other', [['a', 'b'], ['b', 'a']])
seen('a chief who reports to themselves', [['chief', 'chief'], ['head', 'chief']])
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
two heads who report to each other
  @dagrejs/graphlib: cycle
  graphology-dag: cycle
  graph-data-structure: cycle
  graphviz: cycle
  digraph-js: cycle
  antv detectAllDirectedCycle: cycle
  antv detectDirectedCycle: cycle
a chief who reports to themselves
  @dagrejs/graphlib: cycle
  graphology-dag: cycle
  graph-data-structure: cycle
  graphviz: no cycle
  digraph-js: no cycle
  antv detectAllDirectedCycle: no cycle
  antv detectDirectedCycle: cycle
TEXT
echo 'as recorded'
