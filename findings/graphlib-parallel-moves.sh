#!/usr/bin/env bash
# @dagrejs/graphlib 4.0.6: of two moves between the same roles one algorithm takes the last, and another takes none.
#
# A career lattice as a multigraph: from developer to lead there is a promotion after two years and a return after six, and from
# lead to head a promotion after three.
#
# Expected: five years from developer to head, by every algorithm for shortest paths and in any order of the moves.
# Seen: `dijkstra` says five. `floydWarshall` counts the move that was added last, so nine if that is the return, without an
#   error. `bellmanFord` finds no path at all. In a graph whose edges have no names, all say five.
#
# For rolegraph: careerPath takes the best of several moves between two roles. When a chart with solid and dotted lines, or with
#   several moves, is passed to graphlib, use dijkstra and dijkstraAll only.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" @dagrejs/graphlib@4.0.6 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { Graph, alg } from '@dagrejs/graphlib'

const PROMOTION = ['developer', 'lead', 2, 'promotion']
const RETURN = ['developer', 'lead', 6, 'return']
const NEXT = ['lead', 'head', 3, 'promotion']
function show(name, moves, multigraph) {
  const lattice = new Graph({ multigraph })
  for (const [from, to, years, kind] of moves) lattice.setEdge(from, to, years, multigraph ? kind : undefined)
  const years = (move) => lattice.edge(move)
  console.log(name)
  console.log(`  dijkstra: ${alg.dijkstra(lattice, 'developer', years).head.distance}`)
  console.log(`  dijkstraAll: ${alg.dijkstraAll(lattice, years).developer.head.distance}`)
  console.log(`  floydWarshall: ${alg.floydWarshall(lattice, years).developer.head.distance}`)
  console.log(`  bellmanFord: ${alg.bellmanFord(lattice, 'developer', years).head.distance}`)
}
show('one move', [PROMOTION, NEXT], false)
show('two moves, promotion last', [RETURN, PROMOTION, NEXT], true)
show('two moves, return last', [PROMOTION, RETURN, NEXT], true)
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
one move
  dijkstra: 5
  dijkstraAll: 5
  floydWarshall: 5
  bellmanFord: 5
two moves, promotion last
  dijkstra: 5
  dijkstraAll: 5
  floydWarshall: 5
  bellmanFord: Infinity
two moves, return last
  dijkstra: 5
  dijkstraAll: 5
  floydWarshall: 9
  bellmanFord: Infinity
TEXT
echo 'as recorded'
