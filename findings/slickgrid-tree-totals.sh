#!/usr/bin/env bash
# @slickgrid-universal/common 10.6.0: in the totals of a tree, the managers are not counted.
#
# A grid with tree data gets its totals from aggregators. The chart: the chief (pay 9) leads the head (5) and the deputy (4), the head
# leads the analyst (2) and the clerk (1), the deputy the planner (3).
#
# Expected: the totals of the chief cover everyone below: five roles, a pay of 15 in all and 5 at most, as with d3-hierarchy 3.1.2.
#   The guide to tree data says that CountAggregator counts all items of a tree and that MaxAggregator gives the maximum in it.
# Seen: three roles, 6 in all and 3 at most. Only roles that lead nobody are counted. The example of the guide are files in folders,
#   where only the files have a size; in a chart the managers have values of their own, and these are in no total, not even of
#   their manager.
#
# For rolegraph: take totals from `rollUp` or `organizationSizeOf`, and show them in ordinary columns of the grid.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @slickgrid-universal/common@10.6.0 d3-hierarchy@3.1.2 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { CountAggregator, MaxAggregator, SumAggregator, unflattenParentChildArrayToTree } from '@slickgrid-universal/common'
import { stratify } from 'd3-hierarchy'

const rows = [
  ['chief', 9, null], ['head', 5, 'chief'], ['deputy', 4, 'chief'],
  ['analyst', 2, 'head'], ['clerk', 1, 'head'], ['planner', 3, 'deputy'],
].map(([id, pay, parentId]) => ({ id, pay, parentId }))

const print = (name, role, count, sum, max) => console.log(`${name}, below the ${role}: ${count} roles, ${sum} in all, ${max} at most`)
const show = {
  d3: (node) => {
    const below = node.descendants().slice(1).map(({ data }) => data.pay)
    print('d3-hierarchy', node.id, below.length, node.sum(({ pay }) => pay).value - node.data.pay, Math.max(...below))
  },
  slickgrid: ({ id, __treeTotals: { count, sum, max } }) => print('slickgrid', id, count.pay, sum.pay, max.pay),
}
const top = stratify()(rows)
const [chief] = unflattenParentChildArrayToTree(structuredClone(rows), {
  identifierPropName: 'id',
  parentPropName: 'parentId',
  aggregators: [new CountAggregator('pay'), new SumAggregator('pay'), new MaxAggregator('pay')],
})
show.d3(top.children[0])
show.slickgrid(chief.children[0])
show.d3(top)
show.slickgrid(chief)
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
d3-hierarchy, below the head: 2 roles, 3 in all, 2 at most
slickgrid, below the head: 2 roles, 3 in all, 2 at most
d3-hierarchy, below the chief: 5 roles, 15 in all, 5 at most
slickgrid, below the chief: 3 roles, 6 in all, 3 at most
TEXT
echo 'as recorded'
