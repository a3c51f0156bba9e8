#!/usr/bin/env bash
# jsonpath-rfc9535 1.3.0: a query for those whose first manager is the head finds nobody.
#
# The package says that it passes all compliance tests of JSONPath. A record holds the management chain of a role, nearest first, and its
# lines, the solid one first. Queries with an index ask for the nearest manager, for the top, and for those whose two lines lead to one
# manager.
#
# Expected: by RFC 9535 a path with names and indexes is a singular query, which may be compared; json-p3 2.3.1 and
#   jsonpath-js 0.3.1 agree on all answers.
# Seen: in a comparison, a path with an index has no value. `==` with a text finds nobody, `!=` everyone, and two such paths are
#   always equal. In a test of existence, in a nested filter, and within a function such as `value`, the same path is right.
#
# For rolegraph: ask the org, as in `managerOf(org, role) === 'head'`. A query over an org document or nested rows needs `value(…)`
#   around such a path in this package.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  jsonpath-rfc9535@1.3.0 json-p3@2.3.1 jsonpath-js@0.3.1 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { jsonpath } from 'json-p3'
import { JSONPathJS } from 'jsonpath-js'
import { query } from 'jsonpath-rfc9535'

const chart = {
  roles: [
    { id: 'chief', chain: [], lines: [] },
    { id: 'head', chain: ['chief'], lines: [{ to: 'chief' }] },
    { id: 'analyst', chain: ['head', 'chief'], lines: [{ to: 'head' }, { to: 'deputy' }] },
    { id: 'planner', chain: ['deputy', 'chief'], lines: [{ to: 'deputy' }, { to: 'deputy' }] },
  ],
}
const engines = {
  'json-p3': (path) => jsonpath.query(path, chart).values(),
  'jsonpath-js': (path) => new JSONPathJS(path).find(chart),
  'jsonpath-rfc9535': (path) => query(chart, path),
}
const filters = [
  "@.chain[0] == 'head'",
  "@.chain[-1] == 'chief'",
  "@.lines[0].to == 'head'",
  "@.lines[0].to != 'head'",
  '@.lines[0].to == @.lines[1].to',
  '@.id == $.roles[1].id',
  '@.lines[1].to',
  "@.lines[?@.to == 'head']",
  "value(@.lines[0].to) == 'head'",
]
for (const filter of filters) {
  const answers = Object.entries(engines).map(([name, idsOf]) => `${name} ${idsOf(`$.roles[?${filter}].id`).join(' ') || 'nobody'}`)
  console.log(`${filter}: ${answers.join(', ')}`)
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
@.chain[0] == 'head': json-p3 analyst, jsonpath-js analyst, jsonpath-rfc9535 nobody
@.chain[-1] == 'chief': json-p3 head analyst planner, jsonpath-js head analyst planner, jsonpath-rfc9535 nobody
@.lines[0].to == 'head': json-p3 analyst, jsonpath-js analyst, jsonpath-rfc9535 nobody
@.lines[0].to != 'head': json-p3 chief head planner, jsonpath-js chief head planner, jsonpath-rfc9535 chief head analyst planner
@.lines[0].to == @.lines[1].to: json-p3 chief planner, jsonpath-js chief planner, jsonpath-rfc9535 chief head analyst planner
@.id == $.roles[1].id: json-p3 head, jsonpath-js head, jsonpath-rfc9535 nobody
@.lines[1].to: json-p3 analyst planner, jsonpath-js analyst planner, jsonpath-rfc9535 analyst planner
@.lines[?@.to == 'head']: json-p3 analyst, jsonpath-js analyst, jsonpath-rfc9535 analyst
value(@.lines[0].to) == 'head': json-p3 analyst, jsonpath-js analyst, jsonpath-rfc9535 analyst
TEXT
echo 'as recorded'
