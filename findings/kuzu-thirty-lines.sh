#!/usr/bin/env bash
# kuzu 0.11.3: a path without an upper bound ends after 30 lines, though the query says that it has none.
#
# 40 roles, each of which reports to the one before it. The queries ask for everybody above the last role, and for the shortest
# path to the first.
#
# Expected: `*` and `*1..` have no upper bound, as in Neo4j: 39 roles are above, the top is the first role, and the
#   shortest path has 39 lines. If there is a limit, a warning or an error says that it was reached.
# Seen: 30 roles are above. A search for the top of the chain finds nothing, and so does a shortest path, without a warning. Only
#   an upper bound that is written out and exceeds 30 raises an error. With `CALL var_length_extend_max_depth=100` all answers
#   are complete.
#
# For rolegraph: its queries have no such limit. The docs of toCypher name the setting.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --loglevel=error --prefix "$tmp" kuzu@0.11.3 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import kuzu from 'kuzu'

const connection = new kuzu.Connection(new kuzu.Database(':memory:'))
async function rows(query) {
  const result = await connection.query(query)
  return (await result.getAll()).map((row) => Object.values(row).join())
}

const ROLES = 40
await rows('CREATE NODE TABLE Role(id STRING, PRIMARY KEY(id))')
await rows('CREATE REL TABLE REPORTS_TO(FROM Role TO Role)')
for (let role = 1; role <= ROLES; role++) await rows(`CREATE (:Role {id: 'r${role}'})`)
for (let role = 2; role <= ROLES; role++) {
  await rows(`MATCH (r:Role {id: 'r${role}'}), (m:Role {id: 'r${role - 1}'}) CREATE (r)-[:REPORTS_TO]->(m)`)
}

const LAST = `MATCH (r:Role {id: 'r${ROLES}'})`
async function show(name) {
  console.log(name)
  const queries = {
    'above, *': `${LAST}-[:REPORTS_TO*]->(m:Role) RETURN count(m)`,
    'above, *1..': `${LAST}-[:REPORTS_TO*1..]->(m:Role) RETURN count(m)`,
    'above, *1..39': `${LAST}-[:REPORTS_TO*1..39]->(m:Role) RETURN count(m)`,
    'the top': `${LAST}-[:REPORTS_TO*]->(m:Role) WHERE NOT (m)-[:REPORTS_TO]->(:Role) RETURN m.id`,
    'shortest path': `MATCH p = (r:Role {id: 'r${ROLES}'})-[:REPORTS_TO* SHORTEST]->(m:Role {id: 'r1'}) RETURN length(p)`,
  }
  for (const [name, query] of Object.entries(queries)) {
    const found = await rows(query).catch((error) => [error.message.split(':')[0]])
    console.log(`  ${name}: ${found.join(' ') || 'nothing'}`)
  }
}
await show('as it is')
await rows('CALL var_length_extend_max_depth=100')
await show('with var_length_extend_max_depth=100')
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
as it is
  above, *: 30
  above, *1..: 30
  above, *1..39: Binder exception
  the top: nothing
  shortest path: nothing
with var_length_extend_max_depth=100
  above, *: 39
  above, *1..: 39
  above, *1..39: 39
  the top: r1
  shortest path: 39
TEXT
echo 'as recorded'
