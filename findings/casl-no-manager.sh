#!/usr/bin/env bash
# @casl/ability 7.0.1 and 6.8.1: a rule for those without a manager does not hold for the chief.
#
# Conditions of a rule are MongoDB queries, so that the same rule decides about an object in memory and selects rows of a database.
# The rule: the board approves requests of those who have no manager, `{ 'manager.id': null }`. The head has a manager, the chief has
# null, and a founder has no such field.
#
# Expected: the rule holds for the chief and the founder, as it does in MongoDB, where null also matches what is missing. The
#   MongoDB queries of mingo 7.2.7 and sift 17.1.3 give both.
# Seen: it holds for neither. `{ manager: null }` gives both in 7.0.1 and the chief alone in 6.8.1; `$exists: false` on the path
#   gives both everywhere.
#
# For rolegraph: `managerOf` returns undefined for a top role. Give the subject a value that is always there, such as
#   `top: managerOf(org, role) === undefined`, and write the rule on it.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  casl7@npm:@casl/ability@7.0.1 casl6@npm:@casl/ability@6.8.1 mingo@7.2.7 sift@17.1.3 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import * as casl6 from 'casl6'
import * as casl7 from 'casl7'
import { Query } from 'mingo'
import sift from 'sift'

const roles = { head: { manager: { id: 'chief' } }, chief: { manager: null }, founder: {} }

function withCasl({ createMongoAbility, subject }) {
  return (conditions) => {
    const ability = createMongoAbility([{ action: 'approve', subject: 'Role', conditions }])
    return (role) => ability.can('approve', subject('Role', { ...role }))
  }
}
const tests = {
  mingo: (query) => (role) => new Query(query).test(role),
  sift: (query) => sift(query),
  'casl 7': withCasl(casl7),
  'casl 6': withCasl(casl6),
}
for (const query of [{ manager: null }, { 'manager.id': null }, { 'manager.id': { $exists: false } }]) {
  console.log(JSON.stringify(query))
  for (const [name, testOf] of Object.entries(tests)) {
    const test = testOf(query)
    console.log(`  ${name}: ${Object.keys(roles).filter((id) => test(roles[id])).join(' ') || 'nobody'}`)
  }
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
{"manager":null}
  mingo: chief founder
  sift: chief founder
  casl 7: chief founder
  casl 6: chief
{"manager.id":null}
  mingo: chief founder
  sift: chief founder
  casl 7: nobody
  casl 6: nobody
{"manager.id":{"$exists":false}}
  mingo: chief founder
  sift: chief founder
  casl 7: chief founder
  casl 6: chief founder
TEXT
echo 'as recorded'
