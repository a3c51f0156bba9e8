#!/usr/bin/env bash
# jsdom 29.1.1 and 31.0.1: in XPath, the top of a management chain is the nearest manager.
#
# `document.evaluate` on a chart as XML, each role within its manager. Below the chief of unit a, the head of unit a leads the analyst
# of a and the clerk of c, the deputy of unit b leads the planner of b.
#
# Expected: by XPath 1.0 the position of a predicate counts what the predicate before it has left, on its axis and for each parent;
#   after parentheses it counts in document order. fontoxpath 3.34.0 and xpath 0.0.34 agree on all answers.
# Seen: after parentheses the position counts as if they were not there: the first of all above the analyst is the head, and the second
#   role of the chart is two roles. As a second predicate a position counts in document order over all parents: the nearest manager
#   in unit a is the chief, and the first of each team who leads nobody is one role. The script runs 29.1.1, the last for Node 20.
#
# For rolegraph: `managementChainOf` is nearest first, so its last is the top. In a test with jsdom, count in JavaScript.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  jsdom@29.1.1 fontoxpath@3.34.0 xpath@0.0.34 @xmldom/xmldom@0.8.15 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { DOMParser } from '@xmldom/xmldom'
import fontoxpath from 'fontoxpath'
import { JSDOM } from 'jsdom'
import xpath from 'xpath'

const xml = `<chart><role id="chief" unit="a">
  <role id="head" unit="a"><role id="analyst" unit="a"/><role id="clerk" unit="c"/></role>
  <role id="deputy" unit="b"><role id="planner" unit="b"/></role>
</role></chart>`
const document = new JSDOM(xml, { contentType: 'text/xml' }).window.document
const other = new DOMParser().parseFromString(xml, 'text/xml')

function nodesOf(result) {
  return Array.from({ length: result.snapshotLength }, (_, index) => result.snapshotItem(index))
}
const engines = {
  fontoxpath: (path) => fontoxpath.evaluateXPathToNodes(path, document),
  xpath: (path) => xpath.select(path, other),
  jsdom: (path) => nodesOf(document.evaluate(path, document, null, 7, null)),
}
const paths = [
  "//role[@id='analyst']/ancestor::role[1]",
  "(//role[@id='analyst']/ancestor::role)[1]",
  '(//role)[2]',
  "//role[@id='analyst']/ancestor::role[@unit='a'][1]",
  '//role[not(role)][1]',
  '//role[role][last()]',
]
for (const path of paths) {
  const answers = Object.entries(engines).map(([name, select]) => `${name} ${select(path).map((role) => role.getAttribute('id')).join(' ')}`)
  console.log(`${path}: ${answers.join(', ')}`)
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
//role[@id='analyst']/ancestor::role[1]: fontoxpath head, xpath head, jsdom head
(//role[@id='analyst']/ancestor::role)[1]: fontoxpath chief, xpath chief, jsdom head
(//role)[2]: fontoxpath head, xpath head, jsdom clerk deputy
//role[@id='analyst']/ancestor::role[@unit='a'][1]: fontoxpath head, xpath head, jsdom chief
//role[not(role)][1]: fontoxpath analyst planner, xpath analyst planner, jsdom analyst
//role[role][last()]: fontoxpath chief deputy, xpath chief deputy, jsdom deputy
TEXT
echo 'as recorded'
