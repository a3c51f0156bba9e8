#!/usr/bin/env bash
# ldif 0.5.1: what ldapsearch writes for a long distinguished name is not read.
#
# Without -LL, ldapsearch writes a comment with the name of the entry above each entry, and folds it like any other line, as RFC
# 2849 allows. The names of real directories are long enough for that.
#
# Expected: the entry, as without the comment or with a short one. The parser unfolds values and distinguished names.
# Seen: an error about an unexpected blank, for a folded comment above an entry and within it. An attribute with an empty value
#   (`title:`) is an error too, which names neither the line nor the attribute.
#
# For rolegraph: parseLdif reads all of these. The command in docs/formats.md has -LLL, so its output has no comments.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" ldif@0.5.1 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import ldif from 'ldif'

const DN = 'cn=Ada Example,ou=Research and Development,dc=example,dc=org'
const FILES = {
  'a short comment': `# Ada Example\ndn: ${DN}\ncn: Ada Example\n`,
  'a folded name': `dn: ${DN.slice(0, 40)}\n ${DN.slice(40)}\ncn: Ada Example\n`,
  'a folded comment': `# Ada Example, Research and Develop\n ment, example.org\ndn: ${DN}\ncn: Ada Example\n`,
  'a folded comment within': `dn: ${DN}\n# the name of the\n person\ncn: Ada Example\n`,
  'an empty value': `dn: ${DN}\ncn: Ada Example\ntitle:\nsn: Example\n`,
}
for (const [name, text] of Object.entries(FILES)) {
  try {
    console.log(`${name}: ${ldif.parse(text).entries.map((entry) => entry.toObject({}).dn).join()}`)
  } catch (error) {
    console.log(`${name}: ${error.message}`)
  }
}
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
a short comment: cn=Ada Example,ou=Research and Development,dc=example,dc=org
a folded name: cn=Ada Example,ou=Research and Development,dc=example,dc=org
a folded comment: Expected DN, WHITESPACE, entry or version but " " found.
a folded comment within: Expected COMMENT, changetype or control but " " found.
an empty value: Cannot read properties of null (reading 'type')
TEXT
echo 'as recorded'
