import { build } from 'esbuild'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { orgFromRecords } from '../src/index.js'
import { toFlatRows } from '../src/export/index.js'
import { toHtml } from '../src/html/index.js'
import { launchChromium } from '../tests/browser/chromium.js'
import { median } from './median.js'

// What a browser's main thread does until the first frame of a page that shows a chart, and for the first frame of a pan, next to
// d3-org-chart and to a blank page. In turns; medians of CPU time. `npm run test:consumers -- --npm` installs d3-org-chart; another
// folder that has it is the first argument.

const ROUNDS = 7
const SIZES = [1000, 10_000]
const SPAN = 7
const SIZE = { width: 1280, height: 800 }

const D3_ORG_CHART = `
import { OrgChart } from 'd3-org-chart'
const { rows, isWhole } = JSON.parse(document.getElementById('data').textContent)
const chart = new OrgChart().container('#chart').data(rows).svgHeight(800).nodeContent(({ data }) => '<div>' + data.title + '</div>')
if (isWhole) chart.expandAll()
chart.render()
`

interface Times {
  readonly paint: number
  readonly pan: number
}

interface Contender {
  readonly name: string
  readonly file: string
  readonly times: Times[]
}

const folder = mkdtempSync(join(tmpdir(), 'first-paint-'))
const script = await bundled(resolve(process.argv[2] ?? '.cache/consumers'))
const browser = await launchChromium()
try {
  for (const isWhole of [false, true]) {
    for (const size of SIZES) {
      const contenders = contendersOf(size, isWhole)
      for (let round = 0; round <= ROUNDS; round++) {
        for (const { file, times } of contenders) {
          const taken = await timesOf(browser, file)
          // The first round warms the disk and the browser up.
          if (round > 0) times.push(taken)
        }
      }
      report(`${size.toLocaleString('en')} roles, ${isWhole ? 'expanded' : 'collapsed'}`, contenders)
    }
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

function contendersOf(size: number, isWhole: boolean): Contender[] {
  const records = Array.from({ length: size }, (_, role) => ({
    id: `r${String(role)}`,
    title: `Role ${String(role)}`,
    manager: role === 0 ? null : `r${String(Math.floor((role - 1) / SPAN))}`,
  }))
  const org = orgFromRecords(records, { id: 'id', title: 'title', manager: 'manager' })
  const data = JSON.stringify({ rows: toFlatRows(org).rows, isWhole })
  const pages = {
    blank: '<!doctype html><title>Blank</title><p>Nothing</p>',
    rolegraph: toHtml(org, { depth: isWhole ? 99 : 1 }),
    'd3-org-chart': `<!doctype html><meta charset="utf-8"><div id="chart"></div><script type="application/json" id="data">${data}</script><script>${script}</script>`,
  }
  return Object.entries(pages).map(([name, page]) => {
    const file = join(folder, `${name}.html`)
    writeFileSync(file, page)
    return { name, file, times: [] }
  })
}

async function timesOf(running: Browser, file: string): Promise<Times> {
  const context = await running.newContext({ viewport: SIZE })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN)
  }
  const framesDrawn = (): Promise<unknown> =>
    page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  const start = await spent()
  await page.goto(pathToFileURL(file).href)
  await framesDrawn()
  const painted = await spent()
  await page.waitForTimeout(500)
  await page.mouse.move(600, 700)
  await page.mouse.down()
  const before = await spent()
  await page.mouse.move(560, 660)
  await framesDrawn()
  const panned = await spent()
  await context.close()
  return { paint: painted - start, pan: panned - before }
}

function report(title: string, contenders: readonly Contender[]): void {
  console.log(title)
  const rolegraph = contenders.find(({ name }) => name === 'rolegraph')
  for (const { name, times } of contenders) {
    const columns = (['paint', 'pan'] as const).map((what) => {
      const own = median(times.map((each) => each[what]))
      const ratio = own / median((rolegraph?.times ?? []).map((each) => each[what]))
      return `${what} ${own.toFixed(1).padStart(8)} ms ${ratio.toFixed(2).padStart(7)} ×`
    })
    console.log(`  ${name.padEnd(14)}${columns.join('   ')}`)
  }
}

async function bundled(from: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: D3_ORG_CHART, resolveDir: from },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  })
  return outputFiles[0].text
}
