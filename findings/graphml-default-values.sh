#!/usr/bin/env bash
# graphology-graphml 0.5.2: a default value of false is the text "false", so each post without a value of its own is vacant.
#
# GraphML gives a key a type and may give it a default, which holds for each node without data of its own. The chart: posts are not
# vacant by default and have 1 as headcount; the chief is vacant and has 2.
#
# Expected: defaults have the type of the key, as data have, and as graphology-gexf 0.13.2 reads the same chart from GEXF.
# Seen: data are read by type and defaults as texts. `if (vacant)` holds for every post, and a sum of headcounts joins texts.
#
# For rolegraph: `parseGraphml` reads defaults by type, and `toGraphml` writes none. Check the types of a graph that graphology-graphml
#   has read before `fromGraph`.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  graphology@0.26.0 graphology-graphml@0.5.2 graphology-gexf@0.13.2 >/dev/null

cat > "$tmp/seen.cjs" <<'JS'
const { DirectedGraph } = require('graphology')
const gexf = require('graphology-gexf')
const graphml = require('graphology-graphml')

const graphmlChart = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="vacant" for="node" attr.name="vacant" attr.type="boolean"><default>false</default></key>
  <key id="headcount" for="node" attr.name="headcount" attr.type="int"><default>1</default></key>
  <graph edgedefault="directed">
    <node id="chief"><data key="vacant">true</data><data key="headcount">2</data></node>
    <node id="head"/><node id="analyst"/>
    <edge source="head" target="chief"/><edge source="analyst" target="head"/>
  </graph>
</graphml>`
const gexfChart = `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <graph defaultedgetype="directed">
    <attributes class="node">
      <attribute id="vacant" title="vacant" type="boolean"><default>false</default></attribute>
      <attribute id="headcount" title="headcount" type="integer"><default>1</default></attribute>
    </attributes>
    <nodes>
      <node id="chief"><attvalues>
        <attvalue for="vacant" value="true"/><attvalue for="headcount" value="2"/>
      </attvalues></node>
      <node id="head"/><node id="analyst"/>
    </nodes>
    <edges><edge source="head" target="chief"/><edge source="analyst" target="head"/></edges>
  </graph>
</gexf>`
function seen(name, graph) {
  const vacant = graph.filterNodes((_, { vacant }) => vacant)
  const headcount = graph.reduceNodes((sum, _, { headcount }) => sum + headcount, 0)
  console.log(name)
  console.log(`  vacant: ${vacant.join(' ')}`)
  console.log(`  headcount: ${JSON.stringify(headcount)}`)
}
seen('GEXF', gexf.parse(DirectedGraph, gexfChart))
seen('GraphML', graphml.parse(DirectedGraph, graphmlChart))
JS

diff - <(cd "$tmp" && timeout 60 node seen.cjs) <<'TEXT'
GEXF
  vacant: chief
  headcount: 4
GraphML
  vacant: chief head analyst
  headcount: "211"
TEXT
echo 'as recorded'
