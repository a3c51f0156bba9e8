#!/usr/bin/env bash
# @zag-js/collection 1.47.0 (the tree collection of Ark UI): the descendants of a chief are only those who lead nobody.
#
# The documentation of the tree collection names organisation charts as a use. The chart: the chief leads the head and the deputy, the
# head leads the analyst and the clerk.
#
# Expected: getDescendantNodes and getDescendantValues of the chief give all four, as descendants() of d3-hierarchy 3.1.2 does, which
#   has the chief as well.
# Seen: they leave out the head, who has reports of their own. The option withBranch adds such nodes; its type has no comment.
#   Parents are given whole, so the chief is above the head while the head is not below the chief.
#
# For rolegraph: `transitiveReportsOf` gives everyone below. Where a tree view counts or selects a team, pass withBranch.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @zag-js/collection@1.47.0 d3-hierarchy@3.1.2 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { TreeCollection } from '@zag-js/collection'
import { hierarchy } from 'd3-hierarchy'

const chief = {
  value: 'chief',
  children: [{ value: 'head', children: [{ value: 'analyst' }, { value: 'clerk' }] }, { value: 'deputy' }],
}
const tree = new TreeCollection({ rootNode: { value: 'ROOT', children: [chief] } })
const values = (nodes) => nodes.map(({ value }) => value).sort().join(' ')

console.log(`d3-hierarchy: ${values(hierarchy(chief).descendants().map(({ data }) => data))}`)
console.log(`getDescendantNodes: ${values(tree.getDescendantNodes('chief'))}`)
console.log(`getDescendantValues: ${tree.getDescendantValues('chief').sort().join(' ')}`)
console.log(`getDescendantNodes, withBranch: ${values(tree.getDescendantNodes('chief', { withBranch: true }))}`)
console.log(`getParentNodes of the head: ${values(tree.getParentNodes('head'))}`)
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
d3-hierarchy: analyst chief clerk deputy head
getDescendantNodes: analyst clerk deputy
getDescendantValues: analyst clerk deputy
getDescendantNodes, withBranch: analyst clerk deputy head
getParentNodes of the head: chief
TEXT
echo 'as recorded'
