import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { changeOrg, defineOrg, type Org } from '../src/index.js'
import { type HtmlOptions, toHtml } from '../src/html/index.js'
import { parseOrganogram } from '../src/import/index.js'
import { launchChromium, watchedPage } from '../tests/browser/chromium.js'

const nhs = parseOrganogram(
  readFileSync(new URL('../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url)),
)
/** A chart with grades, units, a vacancy, a planned role, an assistant and dotted lines of a name. */
const office = defineOrg({
  units: { sales: { title: 'Sales' }, it: { title: 'IT' } },
  roles: {
    chief: { title: 'Chief', grade: 9, holders: ['Ada Lane'] },
    assistant: { title: 'Assistant', grade: 3, reportsTo: { to: 'chief', as: 'assistant' } },
    'head of sales': { title: 'Head of Sales', grade: 7, unit: 'sales', reportsTo: 'chief' },
    'head of it': { title: 'Head of IT', grade: 7, unit: 'it', reportsTo: 'chief', vacant: true },
    seller: {
      title: 'Seller',
      grade: 4,
      unit: 'sales',
      reportsTo: 'head of sales',
      dottedTo: { to: 'head of it', as: 'project' },
    },
    buyer: { title: 'Buyer', grade: 4, unit: 'sales', reportsTo: 'head of sales', progressesTo: 'seller' },
    developer: {
      title: 'Developer',
      grade: 5,
      unit: 'it',
      reportsTo: 'head of it',
      dottedTo: 'head of sales',
    },
    tester: { title: 'Tester', unit: 'it', reportsTo: 'head of it', status: 'planned' },
  },
})
const after = changeOrg(office, [
  { do: 'set-manager', role: 'buyer', manager: 'head of it' },
  { do: 'remove-role', role: 'tester', reports: 'refuse', references: 'remove' },
  { do: 'add-role', role: 'analyst', spec: { title: 'Analyst', reportsTo: 'head of it' } },
  { do: 'update-role', role: 'seller', set: { title: 'Sales Representative' } },
]).org

interface Saved {
  readonly name: string
  readonly org: Org
  readonly options?: HtmlOptions
  readonly hash?: string
  /** Whether everything is expanded before. */
  readonly isWhole?: boolean
}

const LAYOUTS = ['top-down', 'compact', 'left-to-right', 'indented'] as const
const SAVED: readonly Saved[] = [
  { name: 'page-as-opened', org: nhs, options: { relations: 'reporting' } },
  ...LAYOUTS.map((layout) => ({
    name: `page-${layout}`,
    org: nhs,
    options: { relations: 'reporting' } as const,
    hash: `#layout=${layout}`,
    isWhole: true,
  })),
  { name: 'page-coloured', org: office, hash: '#color=grade', isWhole: true },
  { name: 'page-filtered', org: office, hash: '#color=unit&only=sales&layout=compact', isWhole: true },
  { name: 'page-comparison', org: office, options: { after }, isWhole: true },
  { name: 'page-comparison-left-to-right', org: office, options: { after }, hash: '#layout=left-to-right' },
  { name: 'page-careers', org: office, hash: '#view=career' },
]

/** What pages save as SVG in Chromium, in the dark scheme too: everything that is open. */
export async function* savedPictures(): AsyncGenerator<{ readonly name: string; readonly svg: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'saved-'))
  const browser = await launchChromium()
  try {
    const file = join(folder, 'page.html')
    for (const { name, org, options, hash = '', isWhole = false } of SAVED) {
      writeFileSync(file, toHtml(org, options))
      const { page, trouble } = await watchedPage(browser, {
        colorScheme: name === 'page-comparison' ? 'dark' : 'light',
      })
      await page.goto(pathToFileURL(file).href + hash)
      if (isWhole) await page.getByRole('button', { name: 'Expand all' }).click()
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Save as SVG' }).click()
      const svg = readFileSync(await (await saving).path(), 'utf8')
      if (trouble.length > 0) throw new Error(`${name}: ${trouble.join(', ')}`)
      await page.close()
      yield { name, svg }
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}
