#!/usr/bin/env bash
# @dagrejs/dagre 3.1.3: peers are drawn from right to left.
#
# Peers on a chart have an order: seniority, the order of the file, deputies after their head. Dagre promises none, but
# releases before 3 (0.8.5, 1.1.4, 1.1.8 and 2.0.0 were tried) place the children of a tree in the order in which their
# edges were set.
#
# Expected: the order of the edges, as before.
# Seen: exactly the reverse, on every layer, with 3.0.0 and 3.1.3. The chart is mirrored and does not show it.
#
# For rolegraph: our own layout does not use dagre. If you pass a chart to dagre 3, set the edges of a manager's reports in
#   reverse; where docs show dagre, they should say so and pin the major version.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT

cat > "$tmp/seen.cjs" <<'JS'
const dagre = require(process.argv[2])
const { Graph } = dagre.graphlib
const graph = new Graph()
graph.setGraph({})
graph.setDefaultEdgeLabel(() => ({}))
const reports = { chief: ['sales', 'delivery', 'finance'], delivery: ['planning', 'assurance'] }
for (const id of ['chief', ...Object.values(reports).flat()]) graph.setNode(id, { width: 10, height: 10 })
for (const [manager, ids] of Object.entries(reports)) for (const id of ids) graph.setEdge(manager, id)
dagre.layout(graph)
for (const [manager, ids] of Object.entries(reports)) {
  console.log(`  ${manager}: ${ids.toSorted((a, b) => graph.node(a).x - graph.node(b).x).join(', ')}`)
}
JS

seen() {
  for version in 2.0.0 3.0.0 3.1.3; do
    npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp/$version" \
      "@dagrejs/dagre@$version" >/dev/null
    echo "$version"
    node "$tmp/seen.cjs" "$tmp/$version/node_modules/@dagrejs/dagre"
  done
}

diff - <(seen) <<'TEXT'
2.0.0
  chief: sales, delivery, finance
  delivery: planning, assurance
3.0.0
  chief: finance, delivery, sales
  delivery: assurance, planning
3.1.3
  chief: finance, delivery, sales
  delivery: assurance, planning
TEXT
echo 'as recorded'
