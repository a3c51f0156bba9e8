#!/usr/bin/env bash
# vis-network 10.1.5 and ngraph.fromdot 7.1.0: in DOT without quotes, roles 007 and 7 are one.
#
# In DOT an id may be a number without quotes, and it is text all the same: 007 and 7 are two nodes, as are 1.10 and 1.1.
#
# Expected: two nodes and a line between them, as with Graphviz.
# Seen: both readers turn such ids into JavaScript numbers. The employee 007 who reports to 7 becomes a role that reports
#   to itself, and position 1.10 becomes 1.1. In quotes the ids stay apart.
#
# For rolegraph: our DOT quotes every id that is data; a test should read ids such as 007 and 1.10 back with these
#   readers. A reader of DOT must never turn an id into a number.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  vis-network@10.1.5 vis-data@8.0.6 ngraph.fromdot@7.1.0 @hpcc-js/wasm-graphviz@1.29.2 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { createRequire } from 'node:module'
import { Graphviz } from '@hpcc-js/wasm-graphviz'
import fromDot from 'ngraph.fromdot'

const vis = createRequire(import.meta.url)('vis-network/peer/umd/vis-network.js')
const graphviz = await Graphviz.load()
const readers = {
  graphviz(dot) {
    const { objects, edges } = JSON.parse(graphviz.layout(dot, 'dot_json', 'dot'))
    return edges.map(({ tail, head }) => [objects[tail].name, objects[head].name])
  },
  'vis-network': (dot) => vis.parseDOTNetwork(dot).edges.map(({ from, to }) => [from, to]),
  'ngraph.fromdot'(dot) {
    const lines = []
    fromDot(dot).forEachLink(({ fromId, toId }) => void lines.push([fromId, toId]))
    return lines
  },
}
for (const dot of ['digraph { 007 -> 7; 1.10 -> 1.1 }', 'digraph { "007" -> "7"; "1.10" -> "1.1" }']) {
  console.log(dot)
  for (const [name, read] of Object.entries(readers)) {
    console.log(`  ${name}: ${read(dot).map((line) => line.map((id) => JSON.stringify(id)).join(' -> ')).join(', ')}`)
  }
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
digraph { 007 -> 7; 1.10 -> 1.1 }
  graphviz: "007" -> "7", "1.10" -> "1.1"
  vis-network: 7 -> 7, 1.1 -> 1.1
  ngraph.fromdot: 7 -> 7, 1.1 -> 1.1
digraph { "007" -> "7"; "1.10" -> "1.1" }
  graphviz: "007" -> "7", "1.10" -> "1.1"
  vis-network: "007" -> "7", "1.10" -> "1.1"
  ngraph.fromdot: "007" -> "7", "1.10" -> "1.1"
TEXT
echo 'as recorded'
