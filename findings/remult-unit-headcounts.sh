#!/usr/bin/env bash
# remult 3.3.18: once a few roles are in no unit, a unit has several headcounts, each of them too small.
#
# Eight roles, three of them without a unit, stored in memory in no order. `groupBy({ group: ['unit'] })` counts the roles of each unit.
#
# Expected: legal 2, sales 3 and 3 without a unit. By the documentation the result has one entry for each combination of the fields. With
#   the package's provider for sql.js it has.
# Seen: in memory and with the JSON database each role is an entry of its own here: sales is there three times with 1, and the largest
#   grade is that of the one role. `orderBy` the unit does not help. There is no error. With an empty text in place of null, or with
#   only roles that have a unit, the entries are right, and so is `count`.
#
# For rolegraph: `headcountOf` and `membersOf` take a unit, whatever the order and however many roles have none. With this package, group
#   those with a unit, `where: { unit: { '!=': null } }`, and count the others.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" remult@3.3.18 sql.js@1.17.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { describeEntity, Fields, InMemoryDataProvider, JsonDataProvider, Remult, SqlDatabase } from 'remult'
import { SqlJsDataProvider } from 'remult/remult-sql-js'
import initSqlJs from 'sql.js'

class Role {}
describeEntity(Role, 'roles', { id: Fields.string(), unit: Fields.string({ allowNull: true }), grade: Fields.integer() })

const rows = [
  ['chief', null, 9],
  ['head', 'sales', 5],
  ['aide', null, 2],
  ['deputy', 'legal', 4],
  ['analyst', 'sales', 2],
  ['auditor', null, 4],
  ['clerk', 'sales', 1],
  ['planner', 'legal', 3],
]
const without = (value) => rows.map(([id, unit, grade]) => [id, unit ?? value, grade])

function jsonInMemory() {
  const texts = new Map()
  return new JsonDataProvider({ getItem: (key) => texts.get(key) ?? null, setItem: (key, value) => texts.set(key, value) })
}
async function show(name, provider, people, options = {}) {
  const roles = new Remult(provider).repo(Role)
  await provider.ensureSchema?.([roles.metadata])
  for (const [id, unit, grade] of people) await roles.insert({ id, unit, grade })
  const groups = await roles.groupBy({ group: ['unit'], max: ['grade'], ...options })
  const units = groups.map(({ unit, $count, grade }) => `${unit || 'none'} ${$count} (${grade.max})`)
  console.log(`${name}: ${units.join(', ')}; count of sales ${await roles.count({ unit: 'sales' })}`)
}
const { Database } = await initSqlJs()
const order = { orderBy: { unit: 'asc' } }
await show('sql.js', new SqlDatabase(new SqlJsDataProvider(new Database())), rows, order)
await show('in memory', new InMemoryDataProvider(), rows)
await show('in memory, ordered', new InMemoryDataProvider(), rows, order)
await show('JSON', jsonInMemory(), rows)
await show('in memory, an empty text', new InMemoryDataProvider(), without(''))
await show('in memory, those with a unit', new InMemoryDataProvider(), rows, { where: { unit: { '!=': null } } })
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
sql.js: none 3 (9), legal 2 (4), sales 3 (5); count of sales 3
in memory: none 1 (9), sales 1 (5), none 1 (2), legal 1 (4), sales 1 (2), none 1 (4), legal 1 (3), sales 1 (1); count of sales 3
in memory, ordered: none 1 (9), sales 1 (5), none 1 (2), legal 1 (4), sales 1 (2), none 1 (4), legal 1 (3), sales 1 (1); count of sales 3
JSON: none 1 (9), sales 1 (5), none 1 (2), legal 1 (4), sales 1 (2), none 1 (4), legal 1 (3), sales 1 (1); count of sales 3
in memory, an empty text: none 3 (9), legal 2 (4), sales 3 (5); count of sales 3
in memory, those with a unit: legal 2 (4), sales 3 (5); count of sales 3
TEXT
echo 'as recorded'
