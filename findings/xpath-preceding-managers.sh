#!/usr/bin/env bash
# xpath 0.0.34: the roles that precede the clerk include the clerk's managers.
#
# A chart as XML, each role within its manager. The axis `preceding` gives what comes earlier in the document and is finished: the posts
# of other branches. Below the chief, the head leads the analyst and the clerk, the deputy leads the planner.
#
# Expected: by XPath 1.0 `preceding` leaves out ancestors, so that ancestors, descendants, preceding, following and the node itself are
#   the whole document, each node once. fontoxpath 3.34.0 and jsdom 29.1.1 give the analyst alone for the clerk.
# Seen: the chief and the head are among them, and the five axes count eight roles of six. The nearest that precedes the planner is the
#   deputy, who leads the planner. `following` and `preceding-sibling` are right.
#
# For rolegraph: `managementChainOf` gives the ancestors and `transitiveReportsOf` the descendants. To number the posts of an XML chart
#   with this package, subtract `count(ancestor::role)` from `count(preceding::role)`.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  xpath@0.0.34 @xmldom/xmldom@0.8.15 fontoxpath@3.34.0 jsdom@29.1.1 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { DOMParser } from '@xmldom/xmldom'
import fontoxpath from 'fontoxpath'
import { JSDOM } from 'jsdom'
import xpath from 'xpath'

const xml = `<chart><role id="chief">
  <role id="head"><role id="analyst"/><role id="clerk"/></role>
  <role id="deputy"><role id="planner"/></role>
</role></chart>`
const document = new JSDOM(xml, { contentType: 'text/xml' }).window.document
const other = new DOMParser().parseFromString(xml, 'text/xml')

function nodesOf(result) {
  return Array.from({ length: result.snapshotLength }, (_, index) => result.snapshotItem(index))
}
const engines = {
  fontoxpath: (path) => fontoxpath.evaluateXPathToNodes(path, document),
  jsdom: (path) => nodesOf(document.evaluate(path, document, null, 7, null)),
  xpath: (path) => xpath.select(path, other),
}
const axes = ['ancestor', 'descendant', 'preceding', 'following', 'self', 'preceding-sibling']
const paths = [...axes.map((axis) => `//role[@id='clerk']/${axis}::role`), "//role[@id='planner']/preceding::role[1]"]
for (const path of paths) {
  const answers = Object.entries(engines).map(([name, select]) => `${name} ${select(path).map((role) => role.getAttribute('id')).join(' ') || 'none'}`)
  console.log(`${path}: ${answers.join(', ')}`)
}
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
//role[@id='clerk']/ancestor::role: fontoxpath chief head, jsdom chief head, xpath chief head
//role[@id='clerk']/descendant::role: fontoxpath none, jsdom none, xpath none
//role[@id='clerk']/preceding::role: fontoxpath analyst, jsdom analyst, xpath chief head analyst
//role[@id='clerk']/following::role: fontoxpath deputy planner, jsdom deputy planner, xpath deputy planner
//role[@id='clerk']/self::role: fontoxpath clerk, jsdom clerk, xpath clerk
//role[@id='clerk']/preceding-sibling::role: fontoxpath analyst, jsdom analyst, xpath analyst
//role[@id='planner']/preceding::role[1]: fontoxpath clerk, jsdom clerk, xpath deputy
TEXT
echo 'as recorded'
