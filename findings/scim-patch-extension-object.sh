#!/usr/bin/env bash
# scim-patch 0.8.3: a manager given inside the extension object is written where nobody reads it.
#
# RFC 7644 (3.5.2) lets a PATCH leave out the path and give a partial resource as the value. The manager of a SCIM user
# lives in the enterprise extension, so such a value is { "urn:…:enterprise:2.0:User": { "manager": … } }.
#
# Expected: all three operations below set the manager to 31.
# Seen: only the one that spells the path down to the attribute does. The other two change nothing on the user and add a
#   new top-level attribute "urn:ietf:params:scim:schemas:extension:enterprise:2.0" that holds { User: { manager } },
#   because the URN is split at the dot of its version number. Removing the whole extension changes nothing either. No
#   error is raised, and the README does not mention extensions.
#
# For rolegraph: a SCIM user can carry its manager in such a stray attribute while the real one is stale. An importer
#   must not take "the manager did not change" from an export of a server built on this package at face value; a stray
#   attribute whose name is a SCIM URN without its last part is worth an issue.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" scim-patch@0.8.3 >/dev/null

cat > "$tmp/seen.cjs" <<'JS'
const { scimPatch } = require('scim-patch')
const extension = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const user = () => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', extension],
  id: '9',
  userName: 'analyst',
  [extension]: { department: 'PMO', manager: { value: '26' } },
})
const known = new Set(Object.keys(user()))
const operations = {
  'path of the attribute': { op: 'replace', path: `${extension}:manager`, value: { value: '31' } },
  'path of the extension': { op: 'replace', path: extension, value: { manager: { value: '31' } } },
  'no path': { op: 'replace', value: { [extension]: { manager: { value: '31' } } } },
  'remove the extension': { op: 'remove', path: extension },
}
for (const [name, operation] of Object.entries(operations)) {
  const patched = scimPatch(user(), [operation])
  const stray = Object.keys(patched).filter((key) => !known.has(key))
  console.log(`${name}: manager ${patched[extension]?.manager?.value}`)
  for (const key of stray) console.log(`  ${key} = ${JSON.stringify(patched[key])}`)
}
JS

diff - <(node "$tmp/seen.cjs") <<'TEXT'
path of the attribute: manager 31
path of the extension: manager 26
  urn:ietf:params:scim:schemas:extension:enterprise:2.0 = {"User":{"manager":{"value":"31"}}}
no path: manager 26
  urn:ietf:params:scim:schemas:extension:enterprise:2.0 = {"User":{"manager":{"value":"31"}}}
remove the extension: manager 26
TEXT
echo 'as recorded'
