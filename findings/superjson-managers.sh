#!/usr/bin/env bash
# superjson 2.2.7: of role objects that link both ways, the copy has no managers.
#
# Role objects of an application: each has its manager and the list of its reports. superjson notes which objects are the same,
# also in circles, and makes them one object again.
#
# Expected: the copy has the same links, as one of structuredClone has.
# Seen: in a list of roles, managers first, everyone's manager is null, and the reports are right. With reports first, some managers
#   and some reports are null, and other reports are copies of roles in the list. There is no error. Without the lists of reports, or
#   with the option `dedupe: true`, all links are right.
#
# For rolegraph: send an org as `packOrg(org)`, or as its document, which names managers by id.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" superjson@2.2.7 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import SuperJSON from 'superjson'

const lines = [['head', 'chief'], ['deputy', 'chief'], ['analyst', 'head'], ['clerk', 'head'], ['planner', 'deputy']]

function rolesWith({ reports }) {
  const roles = new Map(['chief', ...lines.map(([report]) => report)].map((id) => [id, reports ? { id, reports: [] } : { id }]))
  for (const [report, manager] of lines) {
    roles.get(report).manager = roles.get(manager)
    if (reports) roles.get(manager).reports.push(roles.get(report))
  }
  return [...roles.values()]
}
function links(roles) {
  const name = (role) => (role === null || role === undefined ? `${role}` : `${roles.includes(role) ? '' : 'a copy of '}${role.id}`)
  return roles.map((role) => `${role.id} under ${name(role.manager)}${role.reports?.length ? ` leads ${role.reports.map(name).join(' and ')}` : ''}`)
}
const copies = {
  structuredClone,
  superjson: (roles) => SuperJSON.parse(SuperJSON.stringify(roles)),
  dedupe: (roles) => {
    const superjson = new SuperJSON({ dedupe: true })
    return superjson.parse(superjson.stringify(roles))
  },
}
const inputs = {
  'managers first': rolesWith({ reports: true }),
  'reports first': rolesWith({ reports: true }).reverse(),
  'managers only': rolesWith({ reports: false }),
}
for (const [order, roles] of Object.entries(inputs)) {
  for (const [name, copyOf] of Object.entries(copies)) {
    const seen = links(copyOf(roles)).join(', ')
    console.log(`${order}, ${name}: ${seen === links(roles).join(', ') ? 'as before' : seen}`)
  }
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
managers first, structuredClone: as before
managers first, superjson: chief under undefined leads head and deputy, head under null leads analyst and clerk, deputy under null leads planner, analyst under null, clerk under null, planner under null
managers first, dedupe: as before
reports first, structuredClone: as before
reports first, superjson: planner under deputy, clerk under null, analyst under null, deputy under chief leads null, head under null leads a copy of analyst and a copy of clerk, chief under undefined leads a copy of head and null
reports first, dedupe: as before
managers only, structuredClone: as before
managers only, superjson: as before
managers only, dedupe: as before
TEXT
echo 'as recorded'
