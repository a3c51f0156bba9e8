#!/usr/bin/env bash
# gojs 4.0.3: a manager who was removed from a tree model and is added again has no team on the chart.
#
# The rows of a TreeModel name their parents. The chart: the chief leads the head and the deputy, the head leads the analyst and the
# clerk, the deputy the planner. The head is filtered out and comes back, with mergeNodeDataArray, which is documented to keep a
# model in step with the state of an application; or their row is removed and added in one transaction.
#
# Expected: the rows of the analyst and the clerk name the head throughout, so the lines are there again, as with a GraphLinksModel.
#   A head whose row comes later than those of the reports is linked to them as well.
# Seen: the model has the right rows, and nobody leads the analyst and the clerk on the chart. It stays so when the same parent is
#   set again. A chart that is made afresh from the same rows has all lines. Undo brings them back too.
#
# For rolegraph: after a change that removes and adds roles, give the diagram a new model with the rows of the new org, or call
#   rebuildParts. Do not read the management chain from the diagram; `managementChainOf` has it.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" gojs@4.0.3 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import go from 'gojs'

const rows = [
  ['chief'], ['head', 'chief'], ['deputy', 'chief'], ['analyst', 'head'], ['clerk', 'head'], ['planner', 'deputy'],
].map(([key, parent]) => (parent ? { key, parent } : { key }))
const head = rows[1]
const lines = rows.slice(1).map(({ key, parent }) => ({ from: parent, to: key }))

function diagramOf(model) {
  const diagram = new go.Diagram()
  diagram.model = model
  return diagram
}
function show(name, diagram) {
  const drawn = []
  diagram.links.each(({ fromNode, toNode }) => drawn.push(`${fromNode?.key ?? 'nobody'}-${toNode.key}`))
  console.log(`${name}: ${drawn.sort().join(' ')}`)
}
const treeModel = () => new go.TreeModel(structuredClone(rows))
const remove = (model) => model.removeNodeData(model.findNodeDataForKey('head'))
const add = (model) => model.addNodeData({ ...head })

const links = diagramOf(new go.GraphLinksModel(rows.map(({ key }) => ({ key })), structuredClone(lines)))
links.model.commit(remove)
links.model.commit((model) => model.addNodeData({ key: 'head' }))
show('GraphLinksModel, removed and added', links)

const late = diagramOf(new go.TreeModel(structuredClone(rows.filter((row) => row !== head))))
late.model.commit(add)
show('TreeModel, added late', late)

const once = diagramOf(treeModel())
once.model.commit((model) => {
  remove(model)
  add(model)
})
show('TreeModel, removed and added at once', once)

const merged = diagramOf(treeModel())
merged.model.commit((model) => model.mergeNodeDataArray(rows.filter((row) => row !== head)))
merged.model.commit((model) => model.mergeNodeDataArray(rows))
show('TreeModel, merged', merged)
const parents = merged.model.nodeDataArray.map(({ key, parent }) => `${parent}-${key}`)
console.log(`its rows: ${parents.sort().join(' ')}`)
show('a TreeModel of its rows', diagramOf(go.Model.fromJson(merged.model.toJson())))
merged.model.commit((model) => model.setParentKeyForNodeData(model.findNodeDataForKey('analyst'), 'head'))
show('merged, then the same parent set', merged)
merged.rebuildParts()
show('merged, then rebuilt', merged)
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
GraphLinksModel, removed and added: chief-deputy chief-head deputy-planner head-analyst head-clerk
TreeModel, added late: chief-deputy chief-head deputy-planner head-analyst head-clerk
TreeModel, removed and added at once: chief-deputy chief-head deputy-planner nobody-analyst nobody-clerk
TreeModel, merged: chief-deputy chief-head deputy-planner nobody-analyst nobody-clerk
its rows: chief-deputy chief-head deputy-planner head-analyst head-clerk undefined-chief
a TreeModel of its rows: chief-deputy chief-head deputy-planner head-analyst head-clerk
merged, then the same parent set: chief-deputy chief-head deputy-planner nobody-analyst nobody-clerk
merged, then rebuilt: chief-deputy chief-head deputy-planner head-analyst head-clerk
TEXT
echo 'as recorded'
