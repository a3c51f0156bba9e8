#!/usr/bin/env bash
# drizzle-orm 0.45.4: every manager has a span of zero, until a join is added to the query.
#
# A table of roles with their managers, and one SQL expression: the number of roles whose manager is this one, a subquery on the same
# table that names the outer column by `${roles.id}`.
#
# Expected: chief 2, head 2, deputy 1, in each clause and query, since a column in the template stands for itself with its table. So it
#   is in `where`, and in a select with a join.
# Seen: among the selected fields of a query on one table the column is written without its table, so the database takes it for the id
#   of the inner role. All spans are 0, and there is no error. The same goes for `extras` at the top of a relational query.
#
# For rolegraph: `spanOfControlOf` counts the direct reports once the rows are an org. In SQL, group a join of managers and
#   reports, or write the outer column as text with its table.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" drizzle-orm@0.45.4 sql.js@1.17.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { count, eq, relations, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/sql-js'
import { alias, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import initSqlJs from 'sql.js'

const roles = sqliteTable('roles', { id: text('id').primaryKey(), manager: text('manager') })
const lines = relations(roles, ({ one, many }) => ({
  boss: one(roles, { fields: [roles.manager], references: [roles.id], relationName: 'line' }),
  reports: many(roles, { relationName: 'line' }),
}))
const { Database } = await initSqlJs()
const database = new Database()
database.run(`create table roles (id text primary key, manager text);
  insert into roles values ('chief', null), ('head', 'chief'), ('deputy', 'chief'),
    ('analyst', 'head'), ('clerk', 'head'), ('planner', 'deputy')`)
const db = drizzle(database, { schema: { roles, lines } })

const spanOf = (role) => sql`(select count(*) from roles report where report.manager = ${role.id})`
const boss = alias(roles, 'boss')
const report = alias(roles, 'report')
const fields = { id: roles.id, span: spanOf(roles) }

function show(name, rows) {
  const spans = new Map(rows.map(({ id, span }) => [id, span]))
  console.log(`${name}: ${['chief', 'head', 'deputy'].map((id) => `${id} ${spans.get(id)}`).join(', ')}`)
}
show('select', db.select(fields).from(roles).all())
show('select with a join', db.select(fields).from(roles).leftJoin(boss, eq(boss.id, roles.manager)).all())
show(
  'join and group',
  db.select({ id: roles.id, span: count(report.id) }).from(roles).leftJoin(report, eq(report.manager, roles.id)).groupBy(roles.id).all(),
)
show('extras', await db.query.roles.findMany({ extras: (role) => ({ span: spanOf(role).as('span') }) }))
const idsOf = (rows) => rows.map(({ id }) => id).join(' ')
console.log(`where it is above 1: ${idsOf(db.select({ id: roles.id }).from(roles).where(sql`${spanOf(roles)} > 1`).all())}`)
console.log(`select: ${db.select(fields).from(roles).toSQL().sql}`)
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
select: chief 0, head 0, deputy 0
select with a join: chief 2, head 2, deputy 1
join and group: chief 2, head 2, deputy 1
extras: chief 0, head 0, deputy 0
where it is above 1: chief head
select: select "id", (select count(*) from roles report where report.manager = "id") from "roles"
TEXT
echo 'as recorded'
