#!/usr/bin/env bash
# @comunica/query-sparql-rdfjs-lite 5.2.3: within a named graph, a role is in its own management chain.
#
# Two snapshots of a chart in W3C ORG, each in a named graph. In the first a developer reports to a head, and the head to the chief;
# in the second there is a lead between developer and head. Nobody is in a cycle.
#
# Expected: `GRAPH ?year { :developer org:reportsTo+ ?above }` gives the head and the chief for the first snapshot, and the lead,
#   the head and the chief for the second. oxigraph 0.5.11 answers so.
# Seen: the developer is above the developer in both snapshots. From the other end, the chief is among their own reports, and
#   "is the developer above the developer?" finds both snapshots, as if there were cycles. With the graph named in the query,
#   and with variables at both ends, the answers are right. @comunica/query-sparql-rdfjs 5.4.1 answers in the same way.
#
# For rolegraph: docs/formats.md says to name the graph, or to leave the role itself out by a filter, when the output of toTurtle
#   is kept as one named graph per date.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @comunica/query-sparql-rdfjs-lite@5.2.3 n3@2.13.12 oxigraph@0.5.11 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { QueryEngine } from '@comunica/query-sparql-rdfjs-lite'
import n3 from 'n3'
import oxigraph from 'oxigraph'

const PREFIXES = 'PREFIX org: <http://www.w3.org/ns/org#> PREFIX : <urn:example:>'
const SNAPSHOTS = `${PREFIXES.replaceAll('PREFIX', '@prefix').replaceAll('>', '> .')}
  :2025 { :developer org:reportsTo :head . :head org:reportsTo :chief . }
  :2026 { :developer org:reportsTo :lead . :lead org:reportsTo :head . :head org:reportsTo :chief . }`

const forOxigraph = new oxigraph.Store()
forOxigraph.load(SNAPSHOTS, { format: 'application/trig' })
const quads = new n3.Parser({ format: 'application/trig' }).parse(SNAPSHOTS)
const forComunica = { sources: [new n3.Store(quads)] }
const engine = new QueryEngine()

function text(rows) {
  const found = rows.map((row) => ['year', 'role'].map((name) => row.get(name)?.value.replace('urn:example:', '')))
  return found.map((values) => values.filter(Boolean).join(' ')).toSorted().join(', ') || 'nothing'
}
for (const where of [
  'GRAPH ?year { :developer org:reportsTo+ ?role }',
  'GRAPH ?year { ?role org:reportsTo+ :chief }',
  'GRAPH ?year { :developer org:reportsTo+ :developer }',
  'GRAPH :2026 { :developer org:reportsTo+ ?role }',
]) {
  const query = `${PREFIXES} SELECT * WHERE { ${where} }`
  console.log(where)
  console.log(`  comunica: ${text(await (await engine.queryBindings(query, forComunica)).toArray())}`)
  console.log(`  oxigraph: ${text(forOxigraph.query(query))}`)
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
GRAPH ?year { :developer org:reportsTo+ ?role }
  comunica: 2025 chief, 2025 developer, 2025 head, 2026 chief, 2026 developer, 2026 head, 2026 lead
  oxigraph: 2025 chief, 2025 head, 2026 chief, 2026 head, 2026 lead
GRAPH ?year { ?role org:reportsTo+ :chief }
  comunica: 2025 chief, 2025 developer, 2025 head, 2026 chief, 2026 developer, 2026 head, 2026 lead
  oxigraph: 2025 developer, 2025 head, 2026 developer, 2026 head, 2026 lead
GRAPH ?year { :developer org:reportsTo+ :developer }
  comunica: 2025, 2026
  oxigraph: nothing
GRAPH :2026 { :developer org:reportsTo+ ?role }
  comunica: chief, head, lead
  oxigraph: chief, head, lead
TEXT
echo 'as recorded'
