#!/usr/bin/env bash
# performant-array-to-tree 1.11.0: a manager in two posts has the same team twice.
#
# In an export with one row per post, a person who holds two posts has two rows with one id and two managers.
#
# Expected: an error, or the last row wins.
# Seen: both rows are kept, each under its manager, and everyone who reports to that id is below both of them. Six rows
#   give seven boxes, so sizes and costs added up over the tree count the team twice. "throwIfOrphans" does not object,
#   and the README does not say that ids must be unique.
#
# For rolegraph: nested JSON made with this package is not one box per role. A reader of nested JSON must report a second
#   node with the same id as a duplicate, with both paths, even where the two subtrees are equal.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  performant-array-to-tree@1.11.0 >/dev/null

cat > "$tmp/seen.cjs" <<'JS'
const { arrayToTree } = require('performant-array-to-tree')

const rows = [
  { id: 'chief', parentId: null },
  { id: 'tech', parentId: 'chief' },
  { id: 'finance', parentId: 'chief' },
  { id: 'e7', parentId: 'tech', post: 'Head of Data' },
  { id: 'e7', parentId: 'finance', post: 'Head of Reporting' },
  { id: 'analyst', parentId: 'e7' },
]
const boxes = []
const visit = (nodes, depth) => {
  for (const { id, post, children } of nodes) {
    boxes.push(`${'  '.repeat(depth)}${id}${post ? ` (${post})` : ''}`)
    visit(children, depth + 1)
  }
}
visit(arrayToTree(rows, { dataField: null, throwIfOrphans: true }), 0)
console.log(`${rows.length} rows, ${boxes.length} boxes\n${boxes.join('\n')}`)
JS

diff - <(node "$tmp/seen.cjs") <<'TEXT'
6 rows, 7 boxes
chief
  tech
    e7 (Head of Data)
      analyst
  finance
    e7 (Head of Reporting)
      analyst
TEXT
echo 'as recorded'
