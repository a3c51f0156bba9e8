#!/usr/bin/env bash
# oxigraph 0.5.11: a solid and a dotted line between the same two roles are counted as one line.
#
# In a matrix an assistant reports to a head by a solid line, and for a project by a dotted line to the same head. The query counts
# the lines to the head by a path of two alternatives, `?role org:reportsTo|:dottedTo ?manager`.
#
# Expected: three lines. In SPARQL 1.1 an alternative is a union, which keeps both matches. Comunica counts so, and oxigraph itself
#   does if the UNION is written out.
# Seen: two, as if the query asked for distinct rows. That is deliberate (pull request 351 of oxigraph).
#
# For rolegraph: docs/formats.md says to count lines in the output of toTurtle with UNION. To count roles, ask for distinct ones
#   in any engine.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  oxigraph@0.5.11 @comunica/query-sparql-rdfjs-lite@5.2.3 n3@2.13.12 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { QueryEngine } from '@comunica/query-sparql-rdfjs-lite'
import n3 from 'n3'
import oxigraph from 'oxigraph'

const PREFIXES = 'PREFIX org: <http://www.w3.org/ns/org#> PREFIX : <urn:example:>'
const CHART = `${PREFIXES.replaceAll('PREFIX', '@prefix').replaceAll('>', '> .')}
  :assistant org:reportsTo :head ; :dottedTo :head .
  :developer org:reportsTo :head .`

const forOxigraph = new oxigraph.Store()
forOxigraph.load(CHART, { format: 'text/turtle' })
const forComunica = { sources: [new n3.Store(new n3.Parser().parse(CHART))] }
for (const where of [
  '?role org:reportsTo|:dottedTo :head',
  '{ ?role org:reportsTo :head } UNION { ?role :dottedTo :head }',
  '?role ?line :head',
]) {
  const query = `${PREFIXES} SELECT ?role WHERE { ${where} }`
  const byComunica = await (await new QueryEngine().queryBindings(query, forComunica)).toArray()
  console.log(`${where}: ${forOxigraph.query(query).length} by oxigraph, ${byComunica.length} by Comunica`)
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
?role org:reportsTo|:dottedTo :head: 2 by oxigraph, 3 by Comunica
{ ?role org:reportsTo :head } UNION { ?role :dottedTo :head }: 3 by oxigraph, 3 by Comunica
?role ?line :head: 3 by oxigraph, 3 by Comunica
TEXT
echo 'as recorded'
