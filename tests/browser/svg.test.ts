import type { Browser } from 'playwright-core'
import { type Org, orgFromRecords } from 'rolegraph'
import { pictureOf, type PictureOptions, toSvg } from 'rolegraph/render'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GOLDEN_PICTURES, HOSTILE_LABELS, hostileLabels } from '../render/charts.js'
import { launchChromium, watchedPage } from './chromium.js'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
})

interface Seen {
  readonly titles: readonly string[]
  /** Texts that extend beyond their box, as measured by the browser. */
  readonly clipped: readonly string[]
  readonly paper: string
  readonly ran: boolean
}

async function look(svg: string, inPage: boolean, colorScheme: 'light' | 'dark' = 'light'): Promise<Seen> {
  const { page, trouble } = await watchedPage(browser)
  await page.emulateMedia({ colorScheme })
  if (inPage) await page.setContent(`<!doctype html><main>${svg}</main>`)
  else await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)
  // As a string, since the code runs in the page, whose types Node does not have.
  const seen = await page.evaluate<Seen>(`(async () => {
    const boxes = [...document.querySelectorAll('svg [role="list"]:not([aria-label]) > [role="listitem"]')]
    const over = (text) => {
      const [inner, outer] = [text.getBBox(), text.parentNode.querySelector('.rg-box').getBBox()]
      return inner.x < outer.x || inner.x + inner.width > outer.x + outer.width || inner.y + inner.height > outer.y + outer.height
    }
    for (const element of document.querySelectorAll('svg *')) {
      for (const type of ['click', 'mouseover', 'load', 'error', 'focus']) element.dispatchEvent(new Event(type))
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
    return {
      titles: boxes.map((box) => box.querySelector('title').textContent),
      clipped: boxes.flatMap((box) => [...box.querySelectorAll('text:not(.rg-badge)')].filter(over).map((text) => text.textContent)),
      paper: getComputedStyle(document.querySelector('.rg-paper')).fill,
      ran: 'ran' in globalThis,
    }
  })()`)
  await page.close()
  expect(trouble).toEqual([])
  expect(seen.ran).toBe(false)
  return seen
}

const longTitles = orgFromRecords(
  [
    'WWWWWWWWWWWW MMMMMMMMMMMMMM',
    'Regional Director for Patients and Information (Managerial)',
    'iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii',
    'ALL IN CAPITALS AND RATHER LONG FOR A TITLE OF A BOX ON A CHART',
    'Großgrundbesitzer-Angelegenheiten und Verwaltungsverfahrensrecht',
    '1234567890 1234567890 1234567890 1234567890 1234567890',
    '信息技术与数字化转型部副总经理兼项目管理办公室主任',
    'Vice-President/Engineering/Platform',
    'Donaudampfschifffahrtsgesellschaftskapitän',
    'مدير مكتب إدارة المشاريع PMO (1) في القسم الشمالي',
  ].map((title, role) => ({ id: String(role), title, grade: 1234.5, holder: [title] })),
  { id: 'id', title: 'title', grade: 'grade', holders: 'holder' },
)

const pictures: readonly (readonly [string, Org, PictureOptions])[] = [
  ...GOLDEN_PICTURES,
  ['long titles', longTitles, {}],
]

describe('Chromium', () => {
  it.each(pictures)('shows each box of %s with its text inside', async (_name, org, options) => {
    const { titles, clipped } = await look(toSvg(org, options), false)
    expect(titles).toHaveLength(pictureOf(org, options).boxes.length)
    expect(clipped).toEqual([])
  })

  it.each([
    ['as a file', false],
    ['within a page', true],
  ])('shows hostile labels exactly and runs nothing, %s', async (_name, inPage) => {
    const { titles } = await look(toSvg(hostileLabels, { groupBy: 'unit' }), inPage)
    for (const [place, label] of HOSTILE_LABELS.entries()) {
      expect(titles[place + 1]).toBe(`${label}; held by ${label}; ${label}; below end`)
    }
  })

  it.each(['مدير PMO (1)', '(1) מנהל PMO'])('shows %s from right to left', async (title) => {
    const page = await browser.newPage()
    await page.setContent(toSvg(orgFromRecords([{ id: 'a', title }], { id: 'id', title: 'title' })))
    const [first, latin, left] = await page.evaluate<number[]>(`(() => {
      const text = document.querySelector('.rg-title')
      const at = (letter) => text.getStartPositionOfChar(text.textContent.indexOf(letter)).x
      return [at(${JSON.stringify(/\p{Script=Arabic}|\p{Script=Hebrew}/u.exec(title)?.[0])}), at('P'), text.getBBox().x]
    })()`)
    expect(first).toBeGreaterThan(latin)
    // It starts where the other titles start.
    expect(left).toBeGreaterThan(13)
    expect(left).toBeLessThan(16)
    await page.close()
  })

  it('follows the colour scheme of the reader', async () => {
    const svg = toSvg(hostileLabels)
    expect((await look(svg, false, 'light')).paper).toBe('rgb(255, 255, 255)')
    expect((await look(svg, false, 'dark')).paper).toBe('rgb(11, 18, 32)')
  })
})
