#!/usr/bin/env bash
# jsonld 9.0.0: framed from the top down along reportsTo, a role with two managers is in the tree twice, with everyone below.
#
# A frame turns a chart into nested JSON. Down from the chief it follows reportsTo in reverse. The chart: the chief leads the head and
# the deputy, both lead the lead, who leads the clerk.
#
# Expected: by the default `@embed: @once` of JSON-LD 1.1 Framing, the lead is in full below one manager and a reference below the
#   other. So it is when the same lines are told by a property `leads` from manager to report.
# Seen: along reportsTo in reverse the lead is in full below both, and so is the clerk. It is the same when the frame says `@once`
#   at each level.
#
# For rolegraph: `parseJsonLd` names both managers of such a role in an issue. Take counts from the org, where `transitiveReportsOf`
#   has each role once, and not from a framed tree.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" jsonld@9.0.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import jsonld from 'jsonld'

const context = { '@base': 'http://example.org/', '@vocab': 'http://example.org/' }
const lines = [['head', 'chief'], ['deputy', 'chief'], ['lead', 'head'], ['lead', 'deputy'], ['clerk', 'lead']]
const posts = ['chief', 'head', 'deputy', 'lead', 'clerk']

const nodes = (valueOf) => posts.map((id) => ({ '@id': id, title: id.toUpperCase(), ...valueOf(id) }))
const references = (ids) => ids.map((id) => ({ '@id': id }))
const reportsTo = nodes((id) => ({ reportsTo: references(lines.filter(([report]) => report === id).map(([, manager]) => manager)) }))
const leads = nodes((id) => ({ leads: references(lines.filter(([, manager]) => manager === id).map(([report]) => report)) }))

// A level of the frame: the title, and those below with the same.
function level(depth, flags) {
  const below = depth === 0 ? {} : { below: level(depth - 1, flags) }
  return { '@explicit': true, title: {}, ...flags, ...below }
}
function outline({ '@id': id, title, below = [] }) {
  const reports = [below].flat().filter((node) => node !== null).map(outline)
  return `${id}${title === undefined ? ' as a reference' : ''}${reports.length === 0 ? '' : ` (${reports.join(', ')})`}`
}
async function show(name, graph, below, flags = {}) {
  const frame = { '@context': { ...context, below }, '@id': 'chief', ...level(3, flags) }
  console.log(`${name}: ${outline(await jsonld.frame({ '@context': context, '@graph': graph }, frame, { omitDefault: true }))}`)
}
await show('leads', leads, { '@id': 'leads' })
await show('reportsTo in reverse', reportsTo, { '@reverse': 'reportsTo' })
await show('reportsTo in reverse, @once', reportsTo, { '@reverse': 'reportsTo' }, { '@embed': '@once' })
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
leads: chief (head (lead (clerk)), deputy (lead as a reference))
reportsTo in reverse: chief (deputy (lead (clerk)), head (lead (clerk)))
reportsTo in reverse, @once: chief (deputy (lead (clerk)), head (lead (clerk)))
TEXT
echo 'as recorded'
