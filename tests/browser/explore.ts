import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Org } from 'rolegraph'
import { type HtmlOptions, toHtml } from 'rolegraph/html'
import { afterAll, beforeAll, expect } from 'vitest'
import { launchChromium, watchedPage } from './chromium.js'

/** The windows that the page is looked at in. */
export const WINDOWS: readonly (readonly [name: string, context: BrowserContextOptions])[] = [
  ['1400 × 900', { viewport: { width: 1400, height: 900 } }],
  ['1920 × 1080', { viewport: { width: 1920, height: 1080 } }],
  ['390 × 844', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
]

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'explorer-'))
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the page of an org from a file, and fails if the page reported anything. */
export async function explore(
  org: Org,
  use: (page: Page, address: string) => Promise<void>,
  options: HtmlOptions = {},
  hash = '',
  context: BrowserContextOptions = {},
): Promise<void> {
  const file = join(folder, 'page.html')
  writeFileSync(file, toHtml(org, options))
  const { page, trouble } = await watchedPage(browser, context)
  try {
    const address = pathToFileURL(file).href
    await page.goto(address + hash)
    await page.waitForSelector('[role=treeitem], [role=option]')
    // The panel follows the first frame.
    await page.waitForSelector('aside h2', { state: 'attached' })
    await use(page, address)
    expect(await page.evaluate<boolean>(`'ran' in globalThis`)).toBe(false)
    expect(trouble).toEqual([])
  } finally {
    await page.close()
  }
}

export const box = (name: string): string => `.box[aria-label^=${JSON.stringify(name)}]`
export const nameInPanel = (page: Page): Promise<string> => page.innerText('aside h2')
export const activeBox = (page: Page): Promise<string> => {
  return page.evaluate<string>(
    `document.getElementById(document.querySelector('.stage').getAttribute('aria-activedescendant')).getAttribute('aria-label')`,
  )
}

/** Waits until the drawing has stopped: no animation runs, and it is in the same place for some frames. */
export async function stopped(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    let before = ''
    let same = 0
    const look = () => {
      const { a, e, f } = document.querySelector('.chart > g').getScreenCTM()
      const now = [a, e, f].join()
      same = now === before && document.getAnimations().length === 0 ? same + 1 : 0
      before = now
      if (same === 6) done()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })`)
}

/** Does something while a page is as the browser prints it. */
export async function inPrint(page: Page, use: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
  await use()
  await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
  await page.emulateMedia({ media: null })
}

/** The text of the SVG file that a page saves. */
export async function savedSvg(page: Page): Promise<string> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as SVG' }).click()
  return readFileSync(await (await saving).path(), 'utf8')
}
