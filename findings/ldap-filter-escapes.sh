#!/usr/bin/env bash
# @ldapjs/filter 2.1.1: a manager whose name holds brackets or a comma seems to have no direct reports.
#
# The filter for direct reports is (manager=DN). RFC 4515 asks for \28 and \29 instead of brackets in a value, and for
# \5c instead of a backslash; a DN has a backslash before a comma in a name. So both names below, "Doe, Ada" and
# "Grace (Interim)", must be escaped, and a parser has to turn the escapes back into the characters.
#
# Expected: the parsed filter matches the entry, and the bytes for the server hold the DN as it is.
# Seen: the escapes are kept. The filter does not match, and the value sent to the server is the escaped text, which is
#   nobody's DN. ldapts 8.2.0 decodes the same filters. The README only says that the package follows RFC 4515.
#
# For rolegraph: an export that searches for (manager=…) once per manager with this parser lacks whole teams, without
#   an error. Export all people in one search and let the importer link them by DN; the guide should say so.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  @ldapjs/filter@2.1.1 ldapts@8.2.0 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import ldapjs from '@ldapjs/filter'
import { FilterParser } from 'ldapts'

const managers = ['CN=Ada Doe,OU=PMO', 'CN=Doe\\, Ada,OU=PMO', 'CN=Grace (Interim),OU=PMO']
for (const manager of managers) {
  const escaped = manager.replaceAll('\\', '\\5c').replaceAll('(', '\\28').replaceAll(')', '\\29')
  const filter = ldapjs.parseString(`(manager=${escaped})`)
  const sent = filter.toBer().buffer.toString('latin1')
  console.log(manager)
  console.log(`  @ldapjs/filter: ${filter.matches({ manager }) ? 'matches' : 'no match'}, sends ${sent.slice(sent.indexOf('CN='))}`)
  console.log(`  ldapts: reads ${FilterParser.parseString(`(manager=${escaped})`).value}`)
}
JS

diff - <(node "$tmp/seen.mjs" 2>/dev/null) <<'TEXT'
CN=Ada Doe,OU=PMO
  @ldapjs/filter: matches, sends CN=Ada Doe,OU=PMO
  ldapts: reads CN=Ada Doe,OU=PMO
CN=Doe\, Ada,OU=PMO
  @ldapjs/filter: no match, sends CN=Doe\5c, Ada,OU=PMO
  ldapts: reads CN=Doe\, Ada,OU=PMO
CN=Grace (Interim),OU=PMO
  @ldapjs/filter: no match, sends CN=Grace \28Interim\29,OU=PMO
  ldapts: reads CN=Grace (Interim),OU=PMO
TEXT
echo 'as recorded'
