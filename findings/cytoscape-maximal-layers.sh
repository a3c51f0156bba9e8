#!/usr/bin/env bash
# cytoscape 3.35.0: the layout that draws every report below all its managers raises an error on any chart that needs it.
#
# An assistant reports to the chief and to a head, who reports to the chief as well. The layout `breadthfirst` with `directed`
# draws the assistant next to the head. For that case it has the option `maximal`, which shifts roles down so that no line of
# an acyclic graph goes up or sideways.
#
# Expected: with `maximal`, the assistant is on the third layer.
# Seen: "Cannot read properties of null (reading 'id')", with 3.31.4 and 3.35.0, for every chart in which somebody has to be
#   shifted. 3.30.4 draws the chart as expected. Where nobody has to be shifted, the option does no harm, so a tree shows
#   nothing wrong.
#
# For rolegraph: its drawings do not use cytoscape. To draw an org with it, place the roles yourself (the layout `preset`), or stay
#   with 3.30.4.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT

cat > "$tmp/seen.cjs" <<'JS'
const cytoscape = require(process.argv[2])

const CHARTS = {
  tree: ['chief head', 'head assistant'],
  matrix: ['chief head', 'chief assistant', 'head assistant'],
}
for (const [name, lines] of Object.entries(CHARTS)) {
  for (const maximal of [false, true]) {
    const elements = ['chief', 'head', 'assistant'].map((id) => ({ data: { id } }))
    for (const line of lines) {
      const [source, target] = line.split(' ')
      elements.push({ data: { source, target } })
    }
    const chart = cytoscape({ headless: true, styleEnabled: true, elements })
    const boundingBox = { x1: 0, y1: 0, x2: 300, y2: 300 }
    let seen
    try {
      chart.layout({ name: 'breadthfirst', directed: true, maximal, boundingBox }).run()
      const heights = chart.nodes().map((role) => role.position('y'))
      const layers = [...new Set(heights)].toSorted((a, b) => a - b)
      seen = chart.nodes().map((role, at) => `${role.id()} ${layers.indexOf(heights[at])}`).join(', ')
    } catch (error) {
      seen = error.message
    }
    chart.destroy()
    console.log(`  ${name}${maximal ? ', maximal' : ''}: ${seen}`)
  }
}
JS

seen() {
  for version in 3.30.4 3.31.4 3.35.0; do
    npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp/$version" \
      "cytoscape@$version" >/dev/null
    echo "$version"
    node "$tmp/seen.cjs" "$tmp/$version/node_modules/cytoscape"
  done
}

diff - <(seen) <<'TEXT'
3.30.4
  tree: chief 0, head 1, assistant 2
  tree, maximal: chief 0, head 1, assistant 2
  matrix: chief 0, head 1, assistant 1
  matrix, maximal: chief 0, head 1, assistant 2
3.31.4
  tree: chief 0, head 1, assistant 2
  tree, maximal: chief 0, head 1, assistant 2
  matrix: chief 0, head 1, assistant 1
  matrix, maximal: Cannot read properties of null (reading 'id')
3.35.0
  tree: chief 0, head 1, assistant 2
  tree, maximal: chief 0, head 1, assistant 2
  matrix: chief 0, head 1, assistant 1
  matrix, maximal: Cannot read properties of null (reading 'id')
TEXT
echo 'as recorded'
