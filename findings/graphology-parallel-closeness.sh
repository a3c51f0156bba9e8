#!/usr/bin/env bash
# graphology-metrics 2.4.2: a second line between two roles spoils the centrality of others, who have nothing to do with it.
#
# A MultiDirectedGraph holds a dotted line beside a solid one, or a career move beside a reporting line. The chart, from report to
# manager: the head and the deputy report to the chief, the analyst and the clerk to the head, the planner to the deputy. Then the
# head gets a second line to the chief.
#
# Expected: closeness counts steps, and unweighted betweenness paths from role to role, so nothing changes. Nobody reports to the
#   planner, so their closeness is 0; of the shortest paths, one goes through the deputy. cytoscape 3.35.0 has this betweenness.
#   hits of the same package refuses a multigraph with an error.
# Seen: closeness of the planner is 0.455, and of the deputy 0.357 instead of 1; betweenness of the deputy is 0. The last node
#   in the graph gets lines to the first one, as many as there are parallel lines. With the default option of betweenness, a
#   weight, the result is right.
#
# For rolegraph: `toGraph` returns such a graph, in which a line and a move between the same roles are two edges. Make a simple graph
#   of the relation in question, e.g. with toSimple of graphology-operators, before these two measures.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  graphology@0.26.0 graphology-types@0.24.8 graphology-metrics@2.4.2 graphology-operators@1.6.1 cytoscape@3.35.0 >/dev/null

cat > "$tmp/seen.cjs" <<'JS'
const cytoscape = require('cytoscape')
const { MultiDirectedGraph } = require('graphology')
const betweenness = require('graphology-metrics/centrality/betweenness')
const closeness = require('graphology-metrics/centrality/closeness')
const hits = require('graphology-metrics/centrality/hits')
const { toSimple } = require('graphology-operators')

const roles = ['chief', 'head', 'deputy', 'analyst', 'clerk', 'planner']
const lines = [['head', 'chief'], ['deputy', 'chief'], ['analyst', 'head'], ['clerk', 'head'], ['planner', 'deputy']]
const text = (valueOf) => roles.map((role) => `${role} ${Number(valueOf(role).toFixed(3))}`).join(', ')

function show(name, edges) {
  const graph = new MultiDirectedGraph()
  for (const role of roles) graph.addNode(role)
  for (const [report, manager] of edges) graph.addEdge(report, manager)
  const cy = cytoscape({
    headless: true,
    elements: [...roles.map((id) => ({ data: { id } })), ...edges.map(([source, target]) => ({ data: { source, target } }))],
  })
  const ofCytoscape = cy.elements().betweennessCentrality({ directed: true })
  const weighted = betweenness(graph, { normalized: false })
  const unweighted = betweenness(graph, { normalized: false, getEdgeWeight: null })
  const near = closeness(graph)
  const simple = closeness(toSimple(graph))
  console.log(name)
  console.log(`  betweenness, cytoscape:   ${text((role) => ofCytoscape.betweenness(`#${role}`))}`)
  console.log(`  betweenness by weight:    ${text((role) => weighted[role])}`)
  console.log(`  betweenness, unweighted:  ${text((role) => unweighted[role])}`)
  console.log(`  closeness of toSimple:    ${text((role) => simple[role])}`)
  console.log(`  closeness:                ${text((role) => near[role])}`)
}
show('one line each', lines)
show('two lines from the head to the chief', [...lines, ['head', 'chief']])
try {
  hits(new MultiDirectedGraph())
} catch (error) {
  console.log(`hits names multigraphs in its error: ${/multigraph/i.test(error.message)}`)
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.cjs) <<'TEXT'
one line each
  betweenness, cytoscape:   chief 0, head 2, deputy 1, analyst 0, clerk 0, planner 0
  betweenness by weight:    chief 0, head 2, deputy 1, analyst 0, clerk 0, planner 0
  betweenness, unweighted:  chief 0, head 2, deputy 1, analyst 0, clerk 0, planner 0
  closeness of toSimple:    chief 0.625, head 1, deputy 1, analyst 0, clerk 0, planner 0
  closeness:                chief 0.625, head 1, deputy 1, analyst 0, clerk 0, planner 0
two lines from the head to the chief
  betweenness, cytoscape:   chief 0, head 2, deputy 1, analyst 0, clerk 0, planner 0
  betweenness by weight:    chief 0, head 2, deputy 1, analyst 0, clerk 0, planner 0
  betweenness, unweighted:  chief 0, head 2, deputy 0, analyst 0, clerk 0, planner 0
  closeness of toSimple:    chief 0.625, head 1, deputy 1, analyst 0, clerk 0, planner 0
  closeness:                chief 0.625, head 1, deputy 0.357, analyst 0, clerk 0, planner 0.455
hits names multigraphs in its error: true
TEXT
echo 'as recorded'
