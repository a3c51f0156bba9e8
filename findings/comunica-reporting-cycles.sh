#!/usr/bin/env bash
# @comunica/query-sparql-rdfjs-lite 5.2.3: the SPARQL query for roles that report to themselves misses every cycle of two or more.
#
# `?role org:reportsTo+ ?role` is the shortest SPARQL query for cycles of reporting lines. In a chart in W3C ORG, three leads
# report to each other in a cycle, a developer reports to one of them, and the chief is entered as their own manager.
#
# Expected: the chief and the three leads, as the standard has it and as oxigraph 0.5.11 answers for the same chart.
# Seen: only the chief, without an error. A chart whose only cycles are longer seems to have none. The engine does follow the
#   cycle: with two variables and a filter that compares them, the answer is complete. @comunica/query-sparql-rdfjs 5.4.1
#   gives the same answers.
#
# For rolegraph: defineOrg and parseTurtle report every such cycle. docs/formats.md says to compare two variables in a SPARQL
#   query over the output of toTurtle.
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
const CHART = `${PREFIXES.replaceAll('PREFIX', '@prefix').replaceAll('>', '> .')}
  :lead1 org:reportsTo :lead2 .
  :lead2 org:reportsTo :lead3 .
  :lead3 org:reportsTo :lead1 .
  :developer org:reportsTo :lead1 .
  :chief org:reportsTo :chief .`

const forN3 = new n3.Store(new n3.Parser().parse(CHART))
const forOxigraph = new oxigraph.Store()
forOxigraph.load(CHART, { format: 'text/turtle' })
const engine = new QueryEngine()

const names = (rows) => rows.map((row) => row.get('role').value.replace('urn:example:', '')).join(', ') || 'nobody'
for (const where of [
  '?role org:reportsTo+ ?role',
  '?role org:reportsTo+ ?above FILTER (?above = ?role)',
  '?role org:reportsTo ?role',
]) {
  const query = `${PREFIXES} SELECT ?role WHERE { ${where} } ORDER BY ?role`
  const found = await (await engine.queryBindings(query, { sources: [forN3] })).toArray()
  console.log(where)
  console.log(`  comunica: ${names(found)}`)
  console.log(`  oxigraph: ${names(forOxigraph.query(query))}`)
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
?role org:reportsTo+ ?role
  comunica: chief
  oxigraph: chief, lead1, lead2, lead3
?role org:reportsTo+ ?above FILTER (?above = ?role)
  comunica: chief, lead1, lead2, lead3
  oxigraph: chief, lead1, lead2, lead3
?role org:reportsTo ?role
  comunica: chief
  oxigraph: chief
TEXT
echo 'as recorded'
