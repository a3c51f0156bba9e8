#!/usr/bin/env bash
# scim2-parse-filter 0.2.10, scim2-filter 0.2.0: the direct members of a unit include those of the units below it, or are nobody.
#
# SCIM users list their `groups`, those they are a direct member of and, as indirect ones, the groups above. The head is in sales itself;
# the analyst and the clerk are in east, which is a part of sales. The filter is `groups[type eq "direct" and value eq "sales"]`.
#
# Expected: the head alone, since by RFC 7644 a filter in brackets is matched by one value of the list. The package parses and applies
#   such filters, as its documentation says. scimmy 1.3.5 and scim-query-filter-parser 2.0.4 give the head.
# Seen: with scim2-parse-filter each comparison may be met by another value, so the analyst, who is direct in east and indirect in sales,
#   passes, and the head is among the indirect members. With scim2-filter a filter of two comparisons in brackets matches nobody. A
#   filter of one comparison is right.
#
# For rolegraph: `parseScimGroups` reads the units, `membersOf(org, 'sales')` gives the direct members and `{ nested: true }` those of the
#   units below too. To use the first package, apply the filter in brackets to each value: `user.groups.some(filter(parsed.valFilter))`.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  scim2-parse-filter@0.2.10 scim2-filter@0.2.0 scimmy@1.3.5 scim-query-filter-parser@2.0.4 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import queryFilterParser from 'scim-query-filter-parser'
import scim2Filter from 'scim2-filter'
import scim2ParseFilter from 'scim2-parse-filter'
import SCIMMY from 'scimmy'

const direct = (value) => ({ type: 'direct', value })
const indirect = (value) => ({ type: 'indirect', value })
const users = [
  { id: '1', userName: 'chief', groups: [direct('company')] },
  { id: '2', userName: 'head', groups: [direct('sales'), indirect('company')] },
  { id: '3', userName: 'deputy', groups: [direct('legal'), indirect('company')] },
  { id: '4', userName: 'analyst', groups: [direct('east'), indirect('sales'), indirect('company')] },
  { id: '5', userName: 'clerk', groups: [direct('east'), indirect('sales'), indirect('company')] },
]
const packages = {
  scimmy: (text) => new SCIMMY.Types.Filter(text).match(users),
  'scim-query-filter-parser': (text) => users.filter(queryFilterParser.compileFilter(text)),
  'scim2-parse-filter': (text) => users.filter(scim2ParseFilter.filter(scim2ParseFilter.parse(text))),
  'scim2-filter': (text) => users.filter(scim2Filter.filter(scim2Filter.parse(text))),
}
for (const text of [
  'groups[value eq "sales"]',
  'groups[type eq "direct" and value eq "sales"]',
  'groups[type eq "indirect" and value eq "sales"]',
]) {
  console.log(text)
  for (const [name, find] of Object.entries(packages)) {
    console.log(`  ${name}: ${find(text).map((user) => user.userName).join(' ') || 'nobody'}`)
  }
}
const { valFilter } = scim2ParseFilter.parse('groups[type eq "direct" and value eq "sales"]')
const found = users.filter(({ groups }) => groups.some(scim2ParseFilter.filter(valFilter)))
console.log(`value by value, scim2-parse-filter: ${found.map((user) => user.userName).join(' ')}`)
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
groups[value eq "sales"]
  scimmy: head analyst clerk
  scim-query-filter-parser: head analyst clerk
  scim2-parse-filter: head analyst clerk
  scim2-filter: head analyst clerk
groups[type eq "direct" and value eq "sales"]
  scimmy: head
  scim-query-filter-parser: head
  scim2-parse-filter: head analyst clerk
  scim2-filter: nobody
groups[type eq "indirect" and value eq "sales"]
  scimmy: analyst clerk
  scim-query-filter-parser: analyst clerk
  scim2-parse-filter: head analyst clerk
  scim2-filter: nobody
value by value, scim2-parse-filter: head
TEXT
echo 'as recorded'
