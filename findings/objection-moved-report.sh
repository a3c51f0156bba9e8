#!/usr/bin/env bash
# objection 3.1.5: a report who moves from one manager to another in one upsertGraph is deleted, and the result says that they moved.
#
# Each role refers to its manager in the same table. The chief leads the head and the deputy; the analyst and the clerk report to the
# head, the planner to the deputy. The new chart is one tree, in which the analyst is below the deputy. It needs `relate: true`, which
# allows for reports who were elsewhere before. By its guide, upsertGraph deletes related rows that are not in the graph.
#
# Expected: the analyst is in the graph, so they stay, and their manager is the deputy; as with `unrelate` or `noDelete` besides.
# Seen: the analyst's row is gone. Each team is compared with the table by itself, and the analyst is no longer in the head's
#   team. The returned graph has them below the deputy, and nothing raises an error.
#
# For rolegraph: take the changes from `diffOrgs`, and write each changed manager as an update of that row. After a whole tree was
#   saved, load the table again: `diffOrgs` of what was sent and what is there names a lost role.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  objection@3.1.5 knex@3.3.0 libsql@0.5.29 >/dev/null

cat > "$tmp/seen.cjs" <<'JS'
const knexOf = require('knex')
const SqliteDialect = require('knex/lib/dialects/better-sqlite3')
const libsql = require('libsql')
const { Model } = require('objection')

// libsql has the interface of better-sqlite3, and npm has its binaries.
class LibsqlDialect extends SqliteDialect {
  _driver() {
    return libsql
  }
}

const join = { from: 'role.manager', to: 'role.id' }
class Role extends Model {
  static tableName = 'role'
  static get relationMappings() {
    return {
      reports: { relation: Model.HasManyRelation, modelClass: Role, join: { from: join.to, to: join.from } },
    }
  }
}
const before = [['chief', null], ['head', 'chief'], ['deputy', 'chief'], ['analyst', 'head'], ['clerk', 'head'], ['planner', 'deputy']]
const role = (id, ...reports) => ({ id, reports })
const after = role('chief', role('head', { id: 'clerk' }), role('deputy', { id: 'planner' }, { id: 'analyst' }))
const outline = ({ id, reports = [] }) => (reports.length === 0 ? id : `${id} (${reports.map(outline).sort().join(', ')})`)

async function seen(name, options) {
  await Role.knex()('role').delete()
  await Role.knex()('role').insert(before.map(([id, manager]) => ({ id, manager })))
  const returned = await Role.query().upsertGraph(after, options).catch((error) => error)
  const saved = await Role.query().findById('chief').withGraphFetched('reports.^')
  console.log(name)
  console.log(`  returned: ${returned instanceof Error ? 'an error' : outline(returned)}`)
  console.log(`  saved:    ${outline(saved)}; ${await Role.query().resultSize()} roles`)
}
async function main() {
  const knex = knexOf({ client: LibsqlDialect, connection: { filename: ':memory:' }, useNullAsDefault: true })
  Model.knex(knex)
  await knex.schema.createTable('role', (table) => {
    table.string('id').primary()
    table.string('manager')
  })
  await seen('without options', {})
  await seen('relate', { relate: true })
  await seen('relate, unrelate', { relate: true, unrelate: true })
  await seen('relate, noDelete', { relate: true, noDelete: true })
  await knex.destroy()
}
main()
JS

diff - <(cd "$tmp" && timeout 60 node seen.cjs) <<'TEXT'
without options
  returned: an error
  saved:    chief (deputy (planner), head (analyst, clerk)); 6 roles
relate
  returned: chief (deputy (analyst, planner), head (clerk))
  saved:    chief (deputy (planner), head (clerk)); 5 roles
relate, unrelate
  returned: chief (deputy (analyst, planner), head (clerk))
  saved:    chief (deputy (analyst, planner), head (clerk)); 6 roles
relate, noDelete
  returned: chief (deputy (analyst, planner), head (clerk))
  saved:    chief (deputy (analyst, planner), head (clerk)); 6 roles
TEXT
echo 'as recorded'
