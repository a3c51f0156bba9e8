#!/usr/bin/env bash
# miragejs 0.1.48: a report who is given to another manager is in both teams.
#
# Roles with a `manager` and, as its inverse, their `reports`. The deputy is given the team of the analyst and the planner; in a second
# chart the head and the deputy exchange their teams, each by one update.
#
# Expected: whoever gets a new manager leaves the old team, from whichever side it is said. @orbit/memory 0.17.0, with the same two
#   relationships, does so; and so does miragejs if the analyst is given a new manager.
# Seen: the analyst's manager is the deputy, and the analyst is still among the head's reports. After the exchange the planner is among
#   the head's reports, and has no manager. There is no error.
#
# For rolegraph: an org keeps the line alone, so reports cannot differ from it: `set-manager` in `changeOrg` moves a role. With this
#   package, set `manager` on the reports, never `reports` on the manager.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  miragejs@0.1.48 @orbit/memory@0.17.0 @orbit/records@0.17.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { MemorySource } from '@orbit/memory'
import { RecordSchema } from '@orbit/records'
import { belongsTo, createServer, hasMany, Model } from 'miragejs'

const managers = { chief: null, head: 'chief', deputy: 'chief', analyst: 'head', clerk: 'head', planner: 'deputy' }
const changes = {
  'the deputy gets the analyst': [['deputy', ['analyst', 'planner']]],
  'head and deputy exchange teams': [['head', ['planner']], ['deputy', ['analyst', 'clerk']]],
}
function show(name, roles) {
  const reports = roles.filter(({ id }) => !['chief', 'head', 'deputy'].includes(id))
  console.log(`  ${name}`)
  console.log(`    reports: ${['head', 'deputy'].map((id) => `${id} ${roles.find((role) => role.id === id).reports.sort().join(' ')}`).join(', ')}`)
  console.log(`    managers: ${reports.map(({ id, manager }) => `${id} ${manager ?? 'none'}`).sort().join(', ')}`)
}

function mirage(change) {
  const role = Model.extend({ manager: belongsTo('role', { inverse: 'reports' }), reports: hasMany('role', { inverse: 'manager' }) })
  const server = createServer({ environment: 'test', logging: false, models: { role } })
  for (const [id, managerId] of Object.entries(managers)) server.create('role', { id, managerId })
  change(server.schema.roles)
  const roles = server.schema.roles.all().models.map(({ id, managerId, reportIds }) => ({ id, manager: managerId, reports: reportIds }))
  server.shutdown()
  return roles
}
async function orbit(updates) {
  const relationships = {
    manager: { kind: 'hasOne', type: 'role', inverse: 'reports' },
    reports: { kind: 'hasMany', type: 'role', inverse: 'manager' },
  }
  const source = new MemorySource({ schema: new RecordSchema({ models: { role: { relationships } } }) })
  const role = (id) => ({ type: 'role', id })
  await source.update((transform) =>
    Object.entries(managers).map(([id, manager]) => transform.addRecord({ ...role(id), relationships: { manager: { data: manager && role(manager) } } })),
  )
  for (const [id, team] of updates) await source.update((transform) => transform.replaceRelatedRecords(role(id), 'reports', team.map(role)))
  return source.cache.query((query) => query.findRecords('role')).map(({ id, relationships: { manager, reports } }) => ({
    id,
    manager: manager.data?.id,
    reports: (reports?.data ?? []).map((report) => report.id),
  }))
}

for (const [name, updates] of Object.entries(changes)) {
  console.log(name)
  show('@orbit/memory', await orbit(updates))
  show('miragejs', mirage((roles) => updates.forEach(([id, reportIds]) => roles.find(id).update({ reportIds }))))
  const ofReports = updates.flatMap(([managerId, ids]) => ids.map((id) => [id, managerId]))
  show('miragejs, on the reports', mirage((roles) => ofReports.forEach(([id, managerId]) => roles.find(id).update({ managerId }))))
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
the deputy gets the analyst
  @orbit/memory
    reports: head clerk, deputy analyst planner
    managers: analyst deputy, clerk head, planner deputy
  miragejs
    reports: head analyst clerk, deputy analyst planner
    managers: analyst deputy, clerk head, planner deputy
  miragejs, on the reports
    reports: head clerk, deputy analyst planner
    managers: analyst deputy, clerk head, planner deputy
head and deputy exchange teams
  @orbit/memory
    reports: head planner, deputy analyst clerk
    managers: analyst deputy, clerk deputy, planner head
  miragejs
    reports: head planner, deputy analyst clerk
    managers: analyst deputy, clerk deputy, planner none
  miragejs, on the reports
    reports: head planner, deputy analyst clerk
    managers: analyst deputy, clerk deputy, planner head
TEXT
echo 'as recorded'
