#!/usr/bin/env bash
# typeorm 1.1.1: with a materialized path, moving role 1 spoils the paths of roles 11, 21 and 31 below it.
#
# Roles with whole numbers as ids, as a database counts them: 1 leads 2 and 11, 21 reports to 11, and 31 to 21. Role 1
# moves under role 5 with its team. Then role 11 leaves with its team, and becomes a top.
#
# Expected: the path of role 11 is "5.1.11." after the first move, and role 5 has only 1 and 2 below it after the second, as
#   with "closure-table".
# Seen: the old start of a path, "1.", is replaced wherever its text occurs, also at the end of "11.": the path of role 11 becomes
#   "5.1.15.1.". After the second move the team of role 11 is still below role 5, as well as at the top, and nothing raises
#   an error. Trees built from the manager column stay right.
#
# For rolegraph: an org loaded from such a table must be built from the manager column, never from the path.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  typeorm@1.1.1 sql.js@1.16.0 reflect-metadata@0.2.2 >/dev/null

cat > "$tmp/seen.cjs" <<'JS'
require('reflect-metadata')
const { DataSource, EntitySchema } = require('typeorm')

async function seen(type) {
  const role = new EntitySchema({
    name: 'Role',
    columns: { id: { type: 'int', primary: true } },
    relations: {
      manager: { type: 'many-to-one', target: 'Role', treeParent: true, nullable: true },
      reports: { type: 'one-to-many', target: 'Role', treeChildren: true, inverseSide: 'manager' },
    },
    trees: [{ type }],
  })
  const source = await new DataSource({ type: 'sqljs', entities: [role], synchronize: true }).initialize()
  const roles = source.getTreeRepository('Role')
  const add = (id, manager) => roles.save(roles.create({ id, manager }))
  const get = (id) => roles.findOneByOrFail({ id })
  const move = async (id, manager) => {
    const moved = await get(id)
    moved.manager = manager
    await roles.save(moved)
  }
  const below = async (id) => {
    const found = await roles.findDescendants(await get(id))
    return found.map(({ id }) => id).sort((a, b) => a - b).join(' ')
  }
  const one = await add(1, null)
  const five = await add(5, null)
  await add(2, one)
  await add(31, await add(21, await add(11, one)))

  console.log(type)
  await move(1, five)
  console.log(`  below 5 once 1 has moved there: ${await below(5)}`)
  if (type === 'materialized-path') {
    const rows = await source.query('SELECT id, mpath FROM role WHERE id IN (2, 11, 21) ORDER BY id')
    console.log(`  paths: ${rows.map(({ id, mpath }) => `${id} has ${mpath}`).join(', ')}`)
  }
  await move(11, null)
  console.log(`  below 5 once 11 has left: ${await below(5)}`)
  console.log(`  below 11: ${await below(11)}`)
}
seen('closure-table').then(() => seen('materialized-path'))
JS

diff - <(node "$tmp/seen.cjs") <<'TEXT'
closure-table
  below 5 once 1 has moved there: 1 2 5 11 21 31
  below 5 once 11 has left: 1 2 5
  below 11: 11 21 31
materialized-path
  below 5 once 1 has moved there: 1 2 5 11 21 31
  paths: 2 has 5.1.2., 11 has 5.1.15.1., 21 has 5.1.15.1.25.1.
  below 5 once 11 has left: 1 2 5 11 21 31
  below 11: 11 21 31
TEXT
echo 'as recorded'
