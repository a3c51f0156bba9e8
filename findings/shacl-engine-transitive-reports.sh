#!/usr/bin/env bash
# shacl-engine 1.1.2: a limit on the number of transitive reports is never exceeded.
#
# In W3C ORG a role points at its manager, so the transitive reports of a role are found against the lines: a SHACL path of one or
# more inverse steps, `[ sh:oneOrMorePath [ sh:inversePath org:reportsTo ] ]`. Here a chief has two heads, and one of them has
# a developer. One shape allows the chief at most two transitive reports, another demands at least two.
#
# Expected: three transitive reports break the first rule and satisfy the second. rdf-validate-shacl 0.6.5 answers so.
# Seen: the other way round, without an error: the path seems to lead nowhere. The same happens to one or more steps along either
#   of two lines, `[ sh:oneOrMorePath [ sh:alternativePath (…) ] ]`: a chain that is solid or dotted seems to be empty. A single
#   inverse step, and one or more steps along one kind of line, are counted correctly. The README claims all of
#   SHACL Core.
#
# For rolegraph: its rules do not depend on a validator. docs/formats.md says to test a SHACL shape for the output of toTurtle
#   with a chart that breaks it.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  shacl-engine@1.1.2 rdf-validate-shacl@0.6.5 n3@2.13.12 @rdfjs/data-model@2.1.2 @rdfjs/dataset@2.0.3 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import dataModel from '@rdfjs/data-model'
import datasets from '@rdfjs/dataset'
import n3 from 'n3'
import RdfValidateShacl from 'rdf-validate-shacl'
import { Validator } from 'shacl-engine'

const PREFIXES = `
  @prefix org: <http://www.w3.org/ns/org#> .
  @prefix sh: <http://www.w3.org/ns/shacl#> .
  @prefix : <urn:example:> .`
const read = (text) => datasets.dataset(new n3.Parser().parse(PREFIXES + text))

const chart = read(`
  :head1 org:reportsTo :chief .
  :head2 org:reportsTo :chief .
  :developer org:reportsTo :head1 ; :dottedLineTo :head2 .`)

async function show(name, role, path) {
  console.log(name)
  for (const count of ['sh:maxCount 2', 'sh:minCount 2']) {
    const shapes = read(`
      :Shape a sh:NodeShape ; sh:targetNode :${role} ; sh:property [ sh:path ${path} ; ${count} ] .`)
    const byEngine = await new Validator(shapes, { factory: dataModel }).validate({ dataset: chart })
    const byOther = await new RdfValidateShacl(shapes).validate(chart)
    const say = (report) => (report.conforms ? 'conforms' : 'violated')
    console.log(`  ${count}: ${say(byEngine)} by shacl-engine, ${say(byOther)} by rdf-validate-shacl`)
  }
}
const LINES = '[ sh:alternativePath ( org:reportsTo :dottedLineTo ) ]'
await show('2 direct reports', 'chief', '[ sh:inversePath org:reportsTo ]')
await show('3 transitive reports', 'chief', '[ sh:oneOrMorePath [ sh:inversePath org:reportsTo ] ]')
await show('2 roles above along solid lines', 'developer', '[ sh:oneOrMorePath org:reportsTo ]')
await show('3 roles above along any lines', 'developer', `[ sh:oneOrMorePath ${LINES} ]`)
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
2 direct reports
  sh:maxCount 2: conforms by shacl-engine, conforms by rdf-validate-shacl
  sh:minCount 2: conforms by shacl-engine, conforms by rdf-validate-shacl
3 transitive reports
  sh:maxCount 2: conforms by shacl-engine, violated by rdf-validate-shacl
  sh:minCount 2: violated by shacl-engine, conforms by rdf-validate-shacl
2 roles above along solid lines
  sh:maxCount 2: conforms by shacl-engine, conforms by rdf-validate-shacl
  sh:minCount 2: conforms by shacl-engine, conforms by rdf-validate-shacl
3 roles above along any lines
  sh:maxCount 2: conforms by shacl-engine, violated by rdf-validate-shacl
  sh:minCount 2: violated by shacl-engine, conforms by rdf-validate-shacl
TEXT
echo 'as recorded'
