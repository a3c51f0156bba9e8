#!/usr/bin/env bash
# @deepkit/topsort 1.0.19: a report with two managers, one of whom reports to the other, is a circular reference.
#
# Rows are sorted so that managers come before their reports, e.g. to insert them into a table with a foreign key. The chart: the
# analyst reports to the head and, along a dotted line, to the controller; the controller reports to the head, the head to the chief.
#
# Expected: an order from the chief to the analyst, as toposort 2.0.2 gives. Only a cycle is refused: the class is documented to throw
#   "if a circular dependency has been found".
# Seen: it depends on the order of the rows. From the top down they are sorted; from the analyst up the chart is refused as circular.
#   A role with managers of its own that is reached twice counts as a cycle, and the nodes of the error do not form one. The
#   same happens where two managers of one role report to one director.
#
# For rolegraph: matrix charts often have two routes to one manager. When another program calls a chart circular, look at the cycles
#   in `issuesOf`, each of which comes with its roles.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @deepkit/topsort@1.0.19 toposort@2.0.2 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { ArraySort } from '@deepkit/topsort'
import toposort from 'toposort'

function seen(name, rows) {
  const sorter = new ArraySort()
  for (const [role, ...managers] of rows) sorter.add(role, managers)
  let order
  try {
    order = sorter.sort().join(' ')
  } catch (error) {
    order = `${error.constructor.name} of ${error.nodes.join(', ')}`
  }
  const lines = rows.flatMap(([role, ...managers]) => managers.map((manager) => [manager, role]))
  console.log(name)
  console.log(`  toposort: ${toposort.array(rows.map(([role]) => role), lines).join(' ')}`)
  console.log(`  @deepkit/topsort: ${order}`)
}
const matrix = [['chief'], ['head', 'chief'], ['controller', 'head'], ['analyst', 'head', 'controller']]
seen('from the top down', matrix)
seen('from the analyst up', [...matrix].reverse())
seen('two managers of one director', [
  ['analyst', 'head', 'controller'], ['head', 'director'], ['controller', 'director'], ['director', 'chief'], ['chief'],
])
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
from the top down
  toposort: chief head controller analyst
  @deepkit/topsort: chief head controller analyst
from the analyst up
  toposort: chief head controller analyst
  @deepkit/topsort: CircularDependencyException of analyst, head, controller
two managers of one director
  toposort: chief director head controller analyst
  @deepkit/topsort: CircularDependencyException of analyst, head, director, controller
TEXT
echo 'as recorded'
