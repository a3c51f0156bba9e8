#!/usr/bin/env bash
# @ldapjs/dn 1.1.0 and ldapts 8.2.0: CN=Ada and cn=Ada are different people.
#
# A directory may write the DN of an entry in one way and the same DN in a manager attribute in another: attribute names
# are case-insensitive (RFC 4512, 2.5), and so are the values of cn and ou (RFC 4519).
#
# Expected: the DN classes ignore case in attribute names, and perhaps not in values.
# Seen: both "equals" compare attribute names exactly, and childOf of @ldapjs/dn finds nobody in a unit whose DN is in
#   lower case. @ldapjs/dn does ignore blanks after commas, forms of escapes and the order within an RDN of several
#   parts, though a comment calls its comparison naive. ldapts has no DN parser.
#
# For rolegraph: an LDAP reader cannot leave the comparison of DNs to either package. It must compare its own parsed and
#   case-folded form, and the docs should warn users who link managers themselves.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @ldapjs/dn@1.1.0 ldapts@8.2.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import ldapjs from '@ldapjs/dn'
import { DN } from 'ldapts'

const parse = ldapjs.DN.fromString
const entry = parse('CN=Doe\\, Ada,OU=PMO')
for (const manager of ['CN=Doe\\, Ada,OU=PMO', 'CN=Doe\\2C Ada, OU=PMO', 'cn=Doe\\, Ada,ou=PMO', 'CN=doe\\, ada,OU=PMO']) {
  console.log(`@ldapjs/dn, manager ${manager}: ${entry.equals(parse(manager)) ? 'same' : 'another'}`)
}
for (const unit of ['OU=PMO', 'ou=PMO']) console.log(`@ldapjs/dn, child of ${unit}: ${entry.childOf(parse(unit))}`)
console.log(`ldapts, CN and cn: ${new DN({ CN: 'Ada' }).equals(new DN({ cn: 'Ada' })) ? 'same' : 'another'}`)
JS

diff - <(node "$tmp/seen.mjs" 2>/dev/null) <<'TEXT'
@ldapjs/dn, manager CN=Doe\, Ada,OU=PMO: same
@ldapjs/dn, manager CN=Doe\2C Ada, OU=PMO: same
@ldapjs/dn, manager cn=Doe\, Ada,ou=PMO: another
@ldapjs/dn, manager CN=doe\, ada,OU=PMO: another
@ldapjs/dn, child of OU=PMO: true
@ldapjs/dn, child of ou=PMO: false
ldapts, CN and cn: another
TEXT
echo 'as recorded'
