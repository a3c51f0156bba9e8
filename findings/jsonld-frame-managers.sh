#!/usr/bin/env bash
# jsonld 9.0.0: a frame for the reports of the chief returns everyone, and says that most of them have no manager.
#
# A frame asks for nodes by example: posts whose reportsTo is the chief. The chart: the chief leads the head and the deputy, the head
# leads the analyst and the clerk, the deputy the planner.
#
# Expected: the head and the deputy, as with the SPARQL query of the same two patterns in Oxigraph 0.5.11.
# Seen: all six posts. By the framing rules one matching property is enough, and the type of every post matches. Of the four who do
#   not report to the chief, the frame then takes away their managers, and fills in the default: `reportsTo` is null for the clerk as
#   it is for the chief, who in truth has no manager. With `@requireAll`, or without the type in the frame, only the two are there.
#
# For rolegraph: set `@requireAll` in frames over the result of `toJsonLd`, whose nodes all have types, and never take null in
#   a framed document for a role at the top. `parseJsonLd` reads the whole document, and `directReportsOf` has the two.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" jsonld@9.0.0 oxigraph@0.5.11 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import jsonld from 'jsonld'
import { Store } from 'oxigraph'

const context = { '@base': 'http://example.org/', '@vocab': 'http://example.org/', reportsTo: { '@type': '@id' } }
const managers = { chief: [], head: ['chief'], deputy: ['chief'], analyst: ['head'], clerk: ['head'], planner: ['deputy'] }
const chart = {
  '@context': context,
  '@graph': Object.entries(managers).map(([id, reportsTo]) => ({ '@id': id, '@type': 'Post', reportsTo })),
}
const shortened = (value) => JSON.stringify(value, (key, part) => (key === '@context' || key === '@type' ? undefined : part))

async function show(name, frame) {
  const { '@graph': nodes } = await jsonld.frame(chart, { '@context': context, ...frame })
  console.log(name)
  for (const node of nodes) console.log(`  ${shortened(node)}`)
}
const store = new Store()
store.load(await jsonld.toRDF(chart, { format: 'application/n-quads' }), { format: 'application/n-quads' })
const rows = store.query('PREFIX : <http://example.org/> SELECT ?post { ?post a :Post ; :reportsTo :chief }')
console.log(`SPARQL: ${rows.map((row) => row.get('post').value.split('/').pop()).sort().join(' ')}`)

const ofChief = { reportsTo: { '@id': 'chief' } }
await show('type and manager', { '@type': 'Post', ...ofChief })
await show('with @requireAll', { '@requireAll': true, '@type': 'Post', ...ofChief })
await show('manager alone', ofChief)
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
SPARQL: deputy head
type and manager
  {"@id":"analyst","reportsTo":null}
  {"@id":"chief","reportsTo":null}
  {"@id":"clerk","reportsTo":null}
  {"@id":"deputy","reportsTo":{"@id":"chief"}}
  {"@id":"head","reportsTo":{"@id":"chief"}}
  {"@id":"planner","reportsTo":null}
with @requireAll
  {"@id":"deputy","reportsTo":{"@id":"chief"}}
  {"@id":"head","reportsTo":{"@id":"chief"}}
manager alone
  {"@id":"deputy","reportsTo":{"@id":"chief"}}
  {"@id":"head","reportsTo":{"@id":"chief"}}
TEXT
echo 'as recorded'
