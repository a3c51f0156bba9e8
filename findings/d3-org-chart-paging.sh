#!/usr/bin/env bash
# d3-org-chart 3.1.1: with paging, a manager's counts are those of the page.
#
# Templates of this package print data._directSubordinates ("subordinates count") and data._totalSubordinates ("total
# subordinates count") as span and team size. Paging shows some of a manager's reports and a button for more; by
# default from 2,000 reports on, and charts set a smaller number.
#
# Expected: 12 direct and 36 in all for a chief with 12 reports who have two reports each, with and without paging.
# Seen: with pages of five the chief has 6 and 18: the five heads on the page, a sixth whose box has become the button
#   for more, and the reports of these six. A comment in the source names a third field with the real span,
#   _directSubordinatesPaging; there is none with the real total. With the defaults, a manager with 2,500 reports has
#   2,001.
#
# For rolegraph: rows for this package should hold the span and the size as our queries give them (spanOfControlOf,
#   organizationSizeOf), under names of their own, and docs should print those instead of the fields the package adds.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" \
  d3-org-chart@3.1.1 jsdom@29.1.1 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<div id="chart"></div>')
window.HTMLCanvasElement.prototype.getContext = () => ({ measureText: () => ({ width: 5 }) })
Object.assign(globalThis, { window, document: window.document, requestAnimationFrame: () => 0 })
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true })
const { OrgChart } = await import('d3-org-chart')

function seen(name, rows, configure = (chart) => chart) {
  const chart = configure(new OrgChart().container('#chart').data(rows).svgWidth(500)).render()
  const { data } = chart.getChartState().allNodes.find(({ id }) => id === 'chief')
  console.log(`${name}: ${data._directSubordinates} direct, ${data._totalSubordinates} in all`)
}
const reports = (manager, count) => Array.from({ length: count }, (_, at) => ({ id: `${manager}.${at}`, parentId: manager }))
const firm = () => {
  const heads = reports('chief', 12)
  return [{ id: 'chief', parentId: '' }, ...heads, ...heads.flatMap(({ id }) => reports(id, 2))]
}
seen('12 heads, no paging', firm())
seen('12 heads, pages of five', firm(), (chart) => chart.pagingStep(() => 5).minPagingVisibleNodes(() => 5))
seen('2,500 reports, defaults', [{ id: 'chief', parentId: '' }, ...reports('chief', 2500)])
process.exit(0)
JS

diff - <(node "$tmp/seen.mjs") <<'TEXT'
12 heads, no paging: 12 direct, 36 in all
12 heads, pages of five: 6 direct, 18 in all
2,500 reports, defaults: 2001 direct, 2001 in all
TEXT
echo 'as recorded'
