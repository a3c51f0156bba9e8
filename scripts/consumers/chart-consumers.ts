import { build } from 'esbuild'
import { resolve } from 'node:path'
import { toFlatRows } from 'rolegraph/export'
import { launchChromium, watchedPage } from '../../tests/browser/chromium.js'
import { everythingChart, namesChart } from '../../tests/support/everything-chart.js'
import type { Consumer } from './consumer.js'

/** What d3-org-chart holds of its rows: each with its parent, in a page. */
const PAGE = `
import { OrgChart } from 'd3-org-chart'
window.nodesOf = (text) => {
  const rows = JSON.parse(text)
  const chart = new OrgChart().container('#chart').data(rows).nodeContent(() => '').expandAll().render()
  return JSON.stringify(chart.getChartState().allNodes.map(({ data, parent }) => [data, parent?.data.id ?? null]))
}
`

/** A row that d3-org-chart holds, with fields of its own next to ours. */
type Held = readonly [row: Readonly<Record<string, unknown>>, parent: string | null]

async function d3OrgChart(): Promise<readonly string[]> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: resolve('.cache/consumers') },
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  })
  const browser = await launchChromium()
  try {
    const { page, trouble } = await watchedPage(browser)
    await page.setContent('<div id="chart"></div>')
    await page.addScriptTag({ content: outputFiles[0].text })
    const wrong: string[] = []
    for (const org of [everythingChart, namesChart]) {
      const { rows } = toFlatRows(org, { root: ':all' })
      // Called in the page, where the script has put it.
      const held = await page.evaluate(
        (text) => (Reflect.get(globalThis, 'nodesOf') as (all: string) => string)(text),
        JSON.stringify(rows),
      )
      wrong.push(...differences(rows, JSON.parse(held) as readonly Held[]))
    }
    return [...wrong, ...trouble]
  } finally {
    await browser.close()
  }
}

function differences(
  rows: readonly { readonly id: string; readonly parentId: string | null }[],
  held: readonly Held[],
): readonly string[] {
  const byId = new Map(held.map((node) => [node[0]['id'], node]))
  if (byId.size !== rows.length || held.length !== rows.length)
    return [`${String(held.length)} nodes instead of ${String(rows.length)}`]
  return rows.flatMap((row) => {
    const [data = {}, parent] = byId.get(row.id) ?? []
    const wrong = parent === row.parentId ? [] : [`the parent of ${row.id} is ${String(parent)}`]
    for (const [name, value] of Object.entries(row)) {
      const [one, other] = [JSON.stringify(value), JSON.stringify(data[name])]
      if (one !== other) wrong.push(`${name} of ${row.id} is ${other}, expected ${one}`)
    }
    return wrong
  })
}

export const consumers: readonly Consumer[] = [
  { name: 'd3-org-chart, rows', debian: ['chromium'], npm: { 'd3-org-chart': '3.1.1' }, check: d3OrgChart },
]
