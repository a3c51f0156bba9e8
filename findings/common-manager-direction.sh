#!/usr/bin/env bash
# graph-data-structure 4.5.0: the lowest common ancestor of two peers is nobody, or their common report.
#
# Charts are often drawn with edges from parent to child, addEdge(manager, report), and an ancestor is above. So
# lowestCommonAncestors(graph, a, b) should give the nearest common manager. A matrix: operations reports to the head of
# technology and to the head of finance.
#
# Expected: for edges from manager to report, "tech" for the two teams of the head of technology, and "chief" for the two
#   heads. NetworkX 2.8.8, with a function of nearly the same name, answers so for the same edges.
# Seen: the function follows edges forwards. For the two teams it gives nothing, for the two heads their common report
#   "operations", and for a head and one of its teams the team. Only a graph of edges from report to manager gives
#   managers. Neither the README nor the comment on the function names a direction.
#
# For rolegraph: lowestCommonManagerOf needs no direction, since a line says which end is the manager. Where docs compare
#   it with this package, or pass an org to it, the edges must run from report to manager; a test against it as an
#   oracle needs a matrix, since a tree with the wrong direction only gives empty answers.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" graph-data-structure@4.5.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { Graph, lowestCommonAncestors } from 'graph-data-structure'

const lines = [
  ['chief', 'tech'],
  ['chief', 'finance'],
  ['tech', 'developers'],
  ['tech', 'operations'],
  ['finance', 'operations'],
]
const down = new Graph()
const up = new Graph()
for (const [manager, report] of lines) {
  down.addEdge(manager, report)
  up.addEdge(report, manager)
}
for (const [a, b] of [['developers', 'operations'], ['tech', 'finance'], ['tech', 'developers']]) {
  const found = (graph) => lowestCommonAncestors(graph, a, b).join(', ') || 'nobody'
  console.log(`${a} and ${b}: ${found(down)} (manager to report), ${found(up)} (report to manager)`)
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
developers and operations: nobody (manager to report), tech (report to manager)
tech and finance: operations (manager to report), chief (report to manager)
tech and developers: developers (manager to report), tech (report to manager)
TEXT
echo 'as recorded'
