import { readFileSync, statSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { parseOrganogram } from 'rolegraph/import'
import { defineOrg, rolesOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { firm } from '../render/charts.js'
import { axeViolations } from './axe.js'
import { box, explore, inPrint } from './explore.js'

const nhs = parseOrganogram(
  readFileSync(new URL('../../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url)),
)
const title = 'NHS England: senior posts, 30/9/2013'
const dark = { viewport: { width: 1400, height: 900 }, colorScheme: 'dark' } as const

interface PrintedSheet {
  readonly head: string
  readonly legend: string
  readonly roles: readonly string[]
  /** The smallest text of the drawing, in points. */
  readonly smallest: number
  /** The roles whose boxes are entirely on the sheet. */
  readonly whole: readonly string[]
}

const sheets = (page: Page): Promise<PrintedSheet[]> =>
  page.evaluate<PrintedSheet[]>(`[...document.querySelectorAll('.sheet')].map((sheet) => {
    const paper = sheet.querySelector('.sheet-drawing').getBoundingClientRect()
    const boxes = [...sheet.querySelectorAll('.box')]
    const svg = sheet.querySelector('.chart')
    const unit = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
    const texts = [...sheet.querySelectorAll('.box text')]
    return {
      head: sheet.querySelector('.sheet-head').innerText,
      legend: sheet.querySelector('.sheet-legend').innerText,
      roles: boxes.map((box) => box.dataset.row),
      smallest: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * unit * 0.75)),
      whole: boxes.filter((box) => {
        const { left, top, right, bottom } = box.querySelector('.frame').getBoundingClientRect()
        return left >= paper.left && top >= paper.top && right <= paper.right && bottom <= paper.bottom
      }).map((box) => box.dataset.row),
    }
  })`)

describe('in print', () => {
  it('a small chart is on one sheet, without tools, dark on white, with title, date and legend', async () => {
    await explore(
      firm,
      async (page) => {
        await inPrint(page, async () => {
          for (const tools of ['.search', '.tools', 'aside', '.crumbs', '.stage'])
            expect(await page.locator(tools).isVisible()).toBe(false)
          const [sheet, ...others] = await sheets(page)
          expect(others).toEqual([])
          expect(sheet.roles.length).toBe(10)
          expect(sheet.head).toMatch(/^The firm\n+.*\d{4}.*page 1 of 1$/)
          expect(sheet.legend).toContain('Project Management Office')
          expect(sheet.legend).toContain('Dotted line')
          const colours = await page.evaluate<string[]>(
            `['body', '.sheet .frame', '.sheet .name'].map((part) => getComputedStyle(document.querySelector(part))).map(({ backgroundColor, fill }, place) => place === 0 ? backgroundColor : fill)`,
          )
          expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(23, 32, 51)'])
        })
        expect(await page.locator('.sheets').count()).toBe(0)
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
        expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
      },
      { title: 'The firm', depth: 9 },
      '',
      dark,
    )
  })

  it.each([
    ['A4', 'One sheet per part of the chart', [842, 595]],
    ['A3', 'One sheet per part of the chart', [1191, 842]],
    ['A3', 'Overlapping sheets, to join', [1191, 842]],
  ] as const)('a large chart is on sheets of %s: %s', async (paper, division, size) => {
    await explore(
      nhs,
      async (page) => {
        await page.click('text=Expand all')
        await page.click('text=Print…')
        await page.getByLabel(paper, { exact: true }).check()
        await page.getByLabel(division).check()
        expect(await axeViolations(page)).toEqual([])
        const [count] = /\d+/.exec(await page.innerText('dialog [role=status]')) ?? []
        await page.getByRole('button', { name: 'Cancel' }).click()
        let printed: PrintedSheet[] = []
        await inPrint(page, async () => {
          printed = await sheets(page)
          expect(String(printed.length)).toBe(count)
          expect(new Set(printed.flatMap(({ roles }) => roles)).size).toBe(rolesOf(nhs).length)
          for (const [index, sheet] of printed.entries()) {
            expect(sheet.head).toContain(title)
            expect(sheet.head).toContain(`page ${index + 1} of ${count}`)
            expect(sheet.legend).not.toBe('')
            expect(sheet.smallest).toBeGreaterThanOrEqual(6.99)
          }
          // Every box is whole on one sheet at least.
          expect(new Set(printed.flatMap(({ whole }) => whole)).size).toBe(rolesOf(nhs).length)
          const elsewhere = await page.locator('.sheet .count', { hasText: 'on page' }).allTextContents()
          if (division.startsWith('One sheet')) expect(elsewhere.length).toBeGreaterThan(0)
          for (const text of elsewhere) {
            const number = Number(/on page (\d+)$/.exec(text)?.[1])
            expect(number).toBeGreaterThan(1)
            expect(number).toBeLessThanOrEqual(printed.length)
          }
        })
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
        expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(printed.length)
        for (const [, width, height] of pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)) {
          expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(size)
        }
      },
      { title },
      '',
      dark,
    )
  })
})

/** Width, height and the number of colours in the first rows of a PNG file. */
function pngOf(bytes: Buffer): { width: number; height: number; first: string } {
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const rows = inflateSync(Buffer.concat(parts))
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), first: rows.toString('hex', 1, 4) }
}

describe('a saved file', () => {
  const save = async (page: Page, kind: 'SVG' | 'PNG'): Promise<{ name: string; path: string }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save as ${kind}` }).click(),
    ])
    return { name: download.suggestedFilename(), path: await download.path() }
  }

  it('has everything that is open, in full size, wherever the reader is', async () => {
    await explore(
      nhs,
      async (page) => {
        await page.click('text=Expand all')
        await page.mouse.move(400, 400)
        await page.mouse.wheel(0, -600)
        const svg = await save(page, 'SVG')
        expect(svg.name).toBe('NHS England- senior posts, 30-9-2013.svg')
        const text = readFileSync(svg.path, 'utf8')
        expect(text.match(/class="name"/g)?.length).toBeGreaterThanOrEqual(rolesOf(nhs).length)
        expect(text.match(/class="frame"/g)).toHaveLength(rolesOf(nhs).length)
        expect(text).not.toMatch(/ (aria|data)-[a-z]+="| style="/)
        const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? []
        const png = await save(page, 'PNG')
        expect(png.name).toBe('NHS England- senior posts, 30-9-2013.png')
        expect(statSync(png.path).size).toBeGreaterThan(100_000)
        expect(pngOf(readFileSync(png.path))).toEqual({
          width: Math.floor(Number(width) * 2),
          height: Math.floor(Number(height) * 2),
          // The paper of the light scheme: colours are stored as differences, or as they are.
          first: 'f6f7f9',
        })
      },
      { title },
      '',
      dark,
    )
  })

  it.each([
    ['', 'org-chart.svg'],
    ['../..\\a:b*?"<c>|d.', 'a-b-c-d.svg'],
    ['组织 📈'.repeat(60), `${'组织 📈'.repeat(25)}.svg`],
  ])('is named after the title: %j', async (heading, name) => {
    await explore(
      defineOrg({ roles: { a: { title: 'A' } } }),
      async (page) => {
        expect(await page.locator(box('A')).count()).toBe(1)
        expect((await save(page, 'SVG')).name).toBe(name)
      },
      { title: heading },
      '',
      dark,
    )
  })
})
