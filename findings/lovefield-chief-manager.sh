#!/usr/bin/env bash
# lovefield 2.1.12: joined with their managers, the chief reports to the role whose id is first in the alphabet.
#
# A table of roles with text ids as its primary key and a nullable manager, joined with itself where the id of the one is the manager of
# the other.
#
# Expected: a pair for each role that has a manager, five of six, since in SQL a null equals nothing; so sql.js 1.17.0 answers. The
#   package's own left outer join gives the chief no manager, and its inner join does so with whole numbers as ids.
# Seen: six pairs: the chief reports to the analyst, who thus has a span of 1. Two levels up, the analyst is above the head and the deputy,
#   and the head above the chief. It is the same where the join is written as a condition. There is no error.
#
# For rolegraph: `managerOf` gives undefined for a top role, whatever the ids are. With this package add `manager.isNotNull()` to each
#   inner join over managers, or take a left outer join.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" lovefield@2.1.12 sql.js@1.17.0 >/dev/null

cat > "$tmp/seen.cjs" <<'JS'
// lovefield is made for browsers.
globalThis.self = globalThis
const lf = require('lovefield')
const initSqlJs = require('sql.js')

const roles = { chief: null, head: 'chief', deputy: 'chief', analyst: 'head', clerk: 'head', planner: 'deputy' }
const numbers = { 1: null, 2: 1, 3: 1, 4: 2 }

function show(name, pairs) {
  const texts = pairs.map(({ below, above }) => `${below} < ${above ?? 'none'}`)
  console.log(`${name}: ${texts.sort().join(', ')}`)
}
async function tableOf(name, type, managers, idOf) {
  const builder = lf.schema.create(name, 1)
  builder.createTable('role').addColumn('id', type).addColumn('manager', type).addNullable(['manager']).addPrimaryKey(['id'])
  const db = await builder.connect({ storeType: lf.schema.DataStoreType.MEMORY })
  const role = db.getSchema().table('role')
  const rows = Object.entries(managers).map(([id, manager]) => role.createRow({ id: idOf(id), manager }))
  await db.insert().into(role).values(rows).exec()
  return { db, role }
}
async function main() {
  const { Database } = await initSqlJs()
  const sql = new Database()
  sql.run('create table role (id text primary key, manager text)')
  for (const [id, manager] of Object.entries(roles)) sql.run('insert into role values (?, ?)', [id, manager])
  const pairsOf = (query) => sql.exec(query)[0].values.map(([below, above]) => ({ below, above }))
  show('sql.js, inner join', pairsOf('select r.id, m.id from role r join role m on m.id = r.manager'))
  show('sql.js, two up', pairsOf('select r.id, g.id from role r join role m on m.id = r.manager join role g on g.id = m.manager'))

  const { db, role } = await tableOf('texts', lf.Type.STRING, roles, String)
  const [manager, next] = [role.as('manager'), role.as('next')]
  const select = (one = manager) => db.select(role.id.as('below'), one.id.as('above'))
  const joined = () => select().from(role).innerJoin(manager, manager.id.eq(role.manager))
  show('lovefield, inner join', await joined().exec())
  show('lovefield, condition', await select().from(role, manager).where(manager.id.eq(role.manager)).exec())
  const twoUp = select(next).from(role).innerJoin(manager, manager.id.eq(role.manager)).innerJoin(next, next.id.eq(manager.manager))
  show('lovefield, two up', await twoUp.exec())
  show('lovefield, not null', await joined().where(role.manager.isNotNull()).exec())
  show('lovefield, left outer join', await select().from(role).leftOuterJoin(manager, manager.id.eq(role.manager)).exec())

  const whole = await tableOf('numbers', lf.Type.INTEGER, numbers, Number)
  const boss = whole.role.as('boss')
  const inNumbers = whole.db.select(whole.role.id.as('below'), boss.id.as('above')).from(whole.role).innerJoin(boss, boss.id.eq(whole.role.manager))
  show('lovefield, numbers', await inNumbers.exec())
}
main()
JS

diff - <(cd "$tmp" && timeout 60 node seen.cjs) <<'TEXT'
sql.js, inner join: analyst < head, clerk < head, deputy < chief, head < chief, planner < deputy
sql.js, two up: analyst < chief, clerk < chief, planner < chief
lovefield, inner join: analyst < head, chief < analyst, clerk < head, deputy < chief, head < chief, planner < deputy
lovefield, condition: analyst < head, chief < analyst, clerk < head, deputy < chief, head < chief, planner < deputy
lovefield, two up: analyst < chief, chief < head, clerk < chief, deputy < analyst, head < analyst, planner < chief
lovefield, not null: analyst < head, clerk < head, deputy < chief, head < chief, planner < deputy
lovefield, left outer join: analyst < head, chief < none, clerk < head, deputy < chief, head < chief, planner < deputy
lovefield, numbers: 2 < 1, 3 < 1, 4 < 2
TEXT
echo 'as recorded'
