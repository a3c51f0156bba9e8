#!/usr/bin/env bash
# @thi.ng/dgraph 2.1.199: removing a head removes the chief from the order, and leaves the head in it.
#
# A chart as a graph of dependencies: a role depends on its manager, so that `sort` lists managers first. The head's post is
# closed by `removeNode('head')`.
#
# Expected: the head is gone and the other roles stay, as with the function of the same name in dependency-graph 1.0.0.
# Seen: the head is still listed, and the chief is not. If the developer, who has no reports, is removed, the order is empty. The
#   function only deletes the lines up from the role, and from one of two indexes; neither its comment nor the README says
#   so.
#
# For rolegraph: removing a role with changeOrg asks what happens to its reports, and checks the result. For an order by this
#   package, build the graph again from the changed org.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @thi.ng/dgraph@2.1.199 dependency-graph@1.0.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { DGraph } from '@thi.ng/dgraph'
import { DepGraph } from 'dependency-graph'

const LINES = [
  ['head', 'chief'],
  ['developer', 'head'],
]
for (const removed of [undefined, 'head', 'developer']) {
  const graph = new DGraph()
  const other = new DepGraph()
  for (const role of ['chief', 'head', 'developer']) other.addNode(role)
  for (const [role, manager] of LINES) {
    graph.addDependency(role, manager)
    other.addDependency(role, manager)
  }
  if (removed !== undefined) {
    graph.removeNode(removed)
    other.removeNode(removed)
  }
  console.log(removed === undefined ? 'the chart' : `without ${removed}`)
  console.log(`  @thi.ng/dgraph: ${graph.sort().join(', ') || 'nobody'}`)
  console.log(`  dependency-graph: ${other.overallOrder().join(', ')}`)
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
the chart
  @thi.ng/dgraph: chief, head, developer
  dependency-graph: chief, head, developer
without head
  @thi.ng/dgraph: head, developer
  dependency-graph: chief, developer
without developer
  @thi.ng/dgraph: nobody
  dependency-graph: chief, head
TEXT
echo 'as recorded'
