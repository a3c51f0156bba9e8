#!/usr/bin/env bash
# happy-dom 21.0.4, cheerio 1.2.0, linkedom 0.18.15: in a nested list, selectors for some managers find all of them.
#
# A chart as a nested list in HTML: each role is an item, and the list in it has the direct reports. Below the chief, the head leads the
# analyst and the clerk, the deputy leads the planner.
#
# Expected: by Selectors 4 the argument of `:has` is relative to the item. `li:has(> ul > li#analyst)` is the head, who leads the
#   analyst; `li:has(li li)` is the chief, below whom an item is in an item. jsdom 29.1.1 gives that.
# Seen: in happy-dom the first finds every manager, and `li:not(li li)`, the top, finds nobody. In all three the second finds every
#   manager: cheerio and linkedom, both by css-select, take the item itself for the outer of the two. In these two a selector that
#   begins with `>` is right.
#
# For rolegraph: take managers from `managerOf` and `directReportsOf`, and not from the list that the Markdown of a chart becomes.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  happy-dom@21.0.4 cheerio@1.2.0 linkedom@0.18.15 jsdom@29.1.1 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { load } from 'cheerio'
import { Window } from 'happy-dom'
import { JSDOM } from 'jsdom'
import { parseHTML } from 'linkedom'

const list = `<ul><li id="chief"><ul>
  <li id="head"><ul><li id="analyst"></li><li id="clerk"></li></ul></li>
  <li id="deputy"><ul><li id="planner"></li></ul></li>
</ul></li></ul>`
const html = `<!doctype html><html><body>${list}</body></html>`
const happy = new Window()
happy.document.write(html)
const idsOf = (document) => (selector) => [...document.querySelectorAll(selector)].map(({ id }) => id)
const page = load(html)
const engines = {
  jsdom: idsOf(new JSDOM(html).window.document),
  'happy-dom': idsOf(happy.document),
  cheerio: (selector) => page(selector).toArray().map((item) => item.attribs.id),
  linkedom: idsOf(parseHTML(html).document),
}
const selectors = [
  'li:has(> ul > li#analyst)',
  'li:has(li li)',
  'li:has(> ul > li li)',
  'li:not(li li)',
  'li:has(> ul)',
  'li:not(:has(li))',
]
for (const selector of selectors) {
  const answers = Object.entries(engines).map(([name, select]) => `${name} ${select(selector).join(' ') || 'nobody'}`)
  console.log(`${selector}: ${answers.join(', ')}`)
}
await happy.happyDOM.close()
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
li:has(> ul > li#analyst): jsdom head, happy-dom chief head deputy, cheerio head, linkedom head
li:has(li li): jsdom chief, happy-dom chief head deputy, cheerio chief head deputy, linkedom chief head deputy
li:has(> ul > li li): jsdom chief, happy-dom chief head deputy, cheerio chief, linkedom chief
li:not(li li): jsdom chief, happy-dom nobody, cheerio chief, linkedom chief
li:has(> ul): jsdom chief head deputy, happy-dom chief head deputy, cheerio chief head deputy, linkedom chief head deputy
li:not(:has(li)): jsdom analyst clerk planner, happy-dom analyst clerk planner, cheerio analyst clerk planner, linkedom analyst clerk planner
TEXT
echo 'as recorded'
