#!/usr/bin/env bash
# typeorm 1.1.1: with a materialized path, a manager's team holds the team of another manager.
#
# A tree entity of type "materialized-path" with text ids keeps each role's chain as text, "chief.dev_ops.". Four roles
# below the chief form two pairs whose ids differ in one character or in case: dev_ops and dev-ops, eu and EU.
#
# Expected: findDescendants gives the role and those below it, as with "closure-table" on the same data.
# Seen: the path is compared by LIKE without escaping. "_" matches any character, so the team of dev_ops includes dev-ops
#   and everyone below it, and countDescendants counts them. On SQLite, LIKE ignores case, so eu and EU share one team,
#   and the management chain of a role under eu includes EU. Moving a role under one of its own reports, which
#   makes a cycle, is saved without an error. The page on tree entities mentions none of this.
#
# For rolegraph: ids are exact text, so a store must not find a team by LIKE on a path; adjacency and a recursive query
#   by equality stay the rule, and store tests should use ids that differ in "_", "%" and case. An org loaded from such
#   a table must be built from the manager column, never from the path.
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
    columns: { id: { type: 'text', primary: true } },
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
  const ids = (found) => found.map(({ id }) => id).sort().join(' ')
  const chief = await add('chief', null)
  for (const id of ['dev_ops', 'dev-ops', 'eu', 'EU']) await add(`${id}-team`, await add(id, chief))
  console.log(type)
  console.log(`  below dev_ops: ${ids(await roles.findDescendants(await get('dev_ops')))}`)
  console.log(`  counted: ${await roles.countDescendants(await get('dev_ops'))}`)
  console.log(`  below eu: ${ids(await roles.findDescendants(await get('eu')))}`)
  console.log(`  above eu-team: ${ids(await roles.findAncestors(await get('eu-team')))}`)
  const cycle = await get('dev-ops')
  cycle.manager = await get('dev-ops-team')
  const saved = await roles.save(cycle).then(() => 'saved', () => 'refused')
  console.log(`  dev-ops under its own team: ${saved}`)
}
seen('closure-table').then(() => seen('materialized-path'))
JS

diff - <(node "$tmp/seen.cjs") <<'TEXT'
closure-table
  below dev_ops: dev_ops dev_ops-team
  counted: 2
  below eu: eu eu-team
  above eu-team: chief eu eu-team
  dev-ops under its own team: refused
materialized-path
  below dev_ops: dev-ops dev-ops-team dev_ops dev_ops-team
  counted: 4
  below eu: EU EU-team eu eu-team
  above eu-team: EU EU-team chief eu eu-team
  dev-ops under its own team: saved
TEXT
echo 'as recorded'
