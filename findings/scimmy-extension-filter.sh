#!/usr/bin/env bash
# scimmy 1.3.5 and scim2-parse-filter 0.2.10: who reports to whom cannot be asked by filter.
#
# RFC 7644 (3.4.2.2) and RFC 7643 (3.3) name an attribute of an extension by the URN, a colon and the attribute, as in
# urn:…:enterprise:2.0:User:manager. Three users: a chief, a head who reports to the chief, an analyst who reports to
# the head.
#
# Expected: "manager pr" finds head and analyst, its negation finds the chief, department "IT" finds head and analyst,
#   and "manager.value ne 1" finds everyone who does not report to the chief: the chief and the analyst.
# Seen: Filter.match of scimmy looks for one key that is the URN and the attribute together. Its own User instances keep
#   the extension as an object, so nobody has a manager, all three users seem to be at the top, and a filter on
#   manager.value raises a TypeError. scim2-parse-filter finds the managers, but its "ne" leaves out users without the
#   attribute, where scimmy's "ne" includes them.
#
# For rolegraph: what a SCIM server answers to a filter on the manager says little about who has one. Give the SCIM
#   importer the whole list of users, and say so in the guide: tops must not be collected by filter.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  scimmy@1.3.5 scim2-parse-filter@0.2.10 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import SCIMMY from 'scimmy'
import parseFilter from 'scim2-parse-filter'

const extension = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const { User, EnterpriseUser } = SCIMMY.Schemas
User.definition.extend(EnterpriseUser.definition, false)
const users = [
  { id: '1', userName: 'chief', title: 'Chief' },
  { id: '2', userName: 'head', [extension]: { department: 'IT', manager: { value: '1' } } },
  { id: '3', userName: 'analyst', [extension]: { department: 'IT', manager: { value: '2' } } },
]
const names = (found) => found.map((user) => user.userName).join(', ') || 'nobody'
const tried = (find) => {
  try {
    return names(find())
  } catch (error) {
    return error.constructor.name
  }
}
for (const text of [
  'URN:manager pr',
  'not (URN:manager pr)',
  'URN:department eq "IT"',
  'URN:manager.value eq "2"',
  'URN:manager.value ne "1"',
  'title ne "Head"',
]) {
  const filter = text.replaceAll('URN', extension)
  console.log(text)
  console.log(`  scimmy: ${tried(() => new SCIMMY.Types.Filter(filter).match(users.map((user) => new User(user, 'out'))))}`)
  console.log(`  scim2-parse-filter: ${tried(() => users.filter(parseFilter.filter(parseFilter.parse(filter))))}`)
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
URN:manager pr
  scimmy: nobody
  scim2-parse-filter: head, analyst
not (URN:manager pr)
  scimmy: chief, head, analyst
  scim2-parse-filter: chief
URN:department eq "IT"
  scimmy: nobody
  scim2-parse-filter: head, analyst
URN:manager.value eq "2"
  scimmy: TypeError
  scim2-parse-filter: analyst
URN:manager.value ne "1"
  scimmy: TypeError
  scim2-parse-filter: analyst
title ne "Head"
  scimmy: chief, head, analyst
  scim2-parse-filter: chief
TEXT
echo 'as recorded'
