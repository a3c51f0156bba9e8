#!/usr/bin/env bash
# vcf 2.1.2: in a jCard the units of a person are one text, with the escapes of the vCard.
#
# ORG in a vCard has the organisation and then the names of units, from the largest to the smallest, between semicolons; a comma or
# semicolon in a name is escaped. In a jCard (RFC 7095, 3.3.1.3) such a value is an array of its parts, and texts have no escapes.
# The card: an analyst in the unit Portfolios of the department R;D of Example, Ltd.
#
# Expected: ["Example, Ltd.", "R;D", "Portfolios"] in the jCard, as ical.js 2.2.1 writes and as vcf does for N and ADR; and the
#   title "Analyst, senior".
# Seen: ORG is one text, `Example\, Ltd.;R\;D;Portfolios`, and the title is `Analyst\, senior`. The other way round, the jCard of
#   ical.js becomes a vCard in which R and D are two units.
#
# For rolegraph: before records are made from such a jCard, split a text at semicolons without a backslash, then take out the
#   backslashes. Read the vCard with ical.js where you can choose.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" vcf@2.1.2 ical.js@2.2.1 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import ICAL from 'ical.js'
import vCard from 'vcf'

const lines = [
  'BEGIN:VCARD', 'VERSION:4.0', 'FN:Ada', 'N:;Ada;;;',
  'ORG:Example\\, Ltd.;R\\;D;Portfolios', 'TITLE:Analyst\\, senior', 'END:VCARD', '',
]
const card = lines.join('\r\n')
const jcards = { 'ical.js': ICAL.parse(card), vcf: new vCard().parse(card).toJSON() }
for (const [name, [, properties]] of Object.entries(jcards)) {
  console.log(name)
  for (const [property, , , value] of properties) {
    if (['n', 'org', 'title'].includes(property)) console.log(`  ${property}: ${JSON.stringify(value)}`)
  }
}
const written = vCard.fromJSON(jcards['ical.js']).toString('4.0')
console.log('the jCard of ical.js as a vCard of vcf')
console.log(`  ${written.split('\r\n').find((line) => line.startsWith('ORG'))}`)
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
ical.js
  n: ["","Ada","","",""]
  org: ["Example, Ltd.","R;D","Portfolios"]
  title: "Analyst, senior"
vcf
  n: ["","Ada","","",""]
  org: "Example\\, Ltd.;R\\;D;Portfolios"
  title: "Analyst\\, senior"
the jCard of ical.js as a vCard of vcf
  ORG:Example, Ltd.;R;D;Portfolios
TEXT
echo 'as recorded'
