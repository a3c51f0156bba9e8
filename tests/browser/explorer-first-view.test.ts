import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { defineOrg, type Org, orgFromRecords, rolesOf } from 'rolegraph'
import { parseOrganogram } from 'rolegraph/import'
import { pmoOrg } from 'rolegraph/pmo'
import type { HtmlOptions } from 'rolegraph/html'
import { describe, expect, it } from 'vitest'
import { firm } from '../render/charts.js'
import { axeViolations } from './axe.js'
import { activeBox, box, explore, nameInPanel, stopped, WINDOWS } from './explore.js'

const nhs = parseOrganogram(
  readFileSync(new URL('../../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url)),
)
const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })

const CHARTS: readonly (readonly [name: string, org: Org, options: HtmlOptions])[] = [
  ['NHS England', nhs, { relations: 'reporting' }],
  ['NHS England, ten reports each', nhs, { relations: 'reporting', groupBy: 'unit', collapse: 10 }],
  ['an office', office, {}],
  ['a firm', firm, { highlight: ['manager', 'controller'] }],
  ['one manager and one report', defineOrg({ roles: { a: {}, b: { reportsTo: 'a' } } }), {}],
]

interface Place {
  readonly name: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Seen {
  readonly stage: Place
  readonly boxes: readonly Place[]
  /** The sizes of the titles in pixels. */
  readonly titles: readonly number[]
}

/** The boxes that are at least partly visible, and the sizes of the titles in boxes and blocks. */
const seen = (page: Page): Promise<Seen> =>
  page.evaluate<Seen>(`(() => {
    const placeOf = (element, name = '') => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return { name, left, top, right, bottom }
    }
    const stage = placeOf(document.querySelector('.stage'))
    const isVisible = ({ left, top, right, bottom }) =>
      right > stage.left && left < stage.right && bottom > stage.top && top < stage.bottom
    const shown = [...document.querySelectorAll('svg:not(.far) .box, .block')]
      .filter((part) => isVisible(part.querySelector('.frame').getBoundingClientRect()))
    const titles = shown.flatMap((part) => [...part.querySelectorAll('.name, .block-name')]
      .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a || 11))
    return {
      stage,
      boxes: shown.map((part) => placeOf(part.querySelector('.frame'), part.getAttribute('aria-label') ?? 'block')),
      titles,
    }
  })()`)

const isWhole = (inner: Place, outer: Place): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom

/** The larger of the parts of the width and of the height that the boxes take up. */
function used({ stage, boxes }: Seen): number {
  const least = (side: 'left' | 'top'): number =>
    Math.max(
      stage[side],
      boxes.reduce((min, each) => Math.min(min, each[side]), Infinity),
    )
  const most = (side: 'right' | 'bottom'): number =>
    Math.min(
      stage[side],
      boxes.reduce((max, each) => Math.max(max, each[side]), 0),
    )
  return Math.max(
    (most('right') - least('left')) / (stage.right - stage.left),
    (most('bottom') - least('top')) / (stage.bottom - stage.top),
  )
}

describe.each(WINDOWS)('in a window of %s', (_window, context) => {
  const isPhone = context.isMobile === true

  it.each(CHARTS)('%s opens legible, with its tops and highlights whole', async (_name, org, options) => {
    await explore(
      org,
      async (page) => {
        const view = await seen(page)
        expect(Math.min(...view.titles)).toBeGreaterThanOrEqual(10.99)
        expect(view.boxes.length).toBeGreaterThan(0)
        // A chart of a few boxes is not blown up.
        expect(used(view)).toBeGreaterThanOrEqual(view.boxes.length > 2 ? 0.6 : 0.25)
        // Nothing is behind the panel, since the stage ends where it starts.
        const panel = await page.locator('aside').boundingBox()
        if (!isPhone) expect(panel?.x).toBeGreaterThanOrEqual(view.stage.right)
        const isTop = ({ name }: Place): boolean => /^(Chief Executive|Functional Executive|a\b)/.test(name)
        const tops = view.boxes.filter(isTop)
        if (!isPhone || org !== office) expect(tops.length).toBeGreaterThan(0)
        for (const top of tops.slice(0, isPhone ? 1 : undefined)) expect(isWhole(top, view.stage)).toBe(true)
        const list = page.getByRole('button', { name: 'List', exact: true, includeHidden: true })
        expect(await list.getAttribute('aria-pressed')).toBe(String(isPhone))
        if (isPhone) return
        const highlighted = await page.locator('.box.highlighted').count()
        if (options.highlight !== undefined) expect(highlighted).toBe(2)
        for (const place of view.boxes) expect(isWhole(place, view.stage)).toBe(true)
      },
      options,
      '',
      context,
    )
  })

  it('Fit shows everything that is open, in the shape of the window', async () => {
    if (isPhone) return
    await explore(
      nhs,
      async (page) => {
        await page.click('text=Expand all')
        await page.getByRole('button', { name: 'Fit' }).click()
        await expect
          .poll(async () => {
            const { boxes, stage } = await seen(page)
            return boxes.filter((place) => !isWhole(place, stage))
          })
          .toEqual([])
        const view = await seen(page)
        expect(used(view)).toBeGreaterThanOrEqual(0.9)
        expect(Math.min(...view.titles)).toBeGreaterThanOrEqual(10.99)
        const across = (side: 'left' | 'right' | 'top' | 'bottom'): number[] =>
          view.boxes.map((each) => each[side])
        const width = Math.max(...across('right')) - Math.min(...across('left'))
        const height = Math.max(...across('bottom')) - Math.min(...across('top'))
        expect(width / height).toBeGreaterThan(0.9)
        expect(width / height).toBeLessThan(2.5)
        // Teams are blocks with their sizes, which add up to the whole chart; choosing one goes there.
        const counts = await page.locator('.block-count').allTextContents()
        if (counts.length > 0) {
          const largest = Math.max(...counts.map((text) => Number.parseInt(text.replace(',', ''), 10)))
          expect(largest).toBeGreaterThan(10)
          expect(largest).toBeLessThan(rolesOf(nhs).length)
          await page.locator('.block.team').first().click()
          await stopped(page)
          expect(Math.min(...(await seen(page)).titles)).toBeGreaterThanOrEqual(12)
        }
      },
      { relations: 'reporting' },
      '',
      context,
    )
  })

  it('choosing a result shows it in 12 pixels or more, with its chain', async () => {
    await explore(
      nhs,
      async (page) => {
        await page.fill('[role=combobox]', 'leadership academy managing')
        await page.keyboard.press('Enter')
        await stopped(page)
        expect(await nameInPanel(page)).toContain('Managing Director, NHS Leadership Academy')
        const { titles, stage, boxes } = await seen(page)
        expect(Math.min(...titles)).toBeGreaterThanOrEqual(12)
        const found = boxes.find(({ name }) => name.startsWith('Managing Director, NHS Leadership'))
        expect(found !== undefined && isWhole(found, stage)).toBe(true)
        expect(await page.locator('.edge.near').getAttribute('d')).not.toBe('')
        expect(await page.locator('.crumbs li').allInnerTexts()).toEqual([
          'Chief Executive',
          'National Director: HR and OD (Managerial)',
          await nameInPanel(page),
        ])
        await page.locator('.crumbs a').first().click()
        expect(await nameInPanel(page)).toBe('Chief Executive')
      },
      { relations: 'reporting' },
      '',
      { ...context, reducedMotion: 'reduce' },
    )
  })

  it.each(['light', 'dark'] as const)(
    'axe-core finds nothing in the list, the tree and the menu, %s',
    async (colorScheme) => {
      await explore(
        nhs,
        async (page) => {
          const menu = page.getByRole('button', { name: 'Menu' })
          if (isPhone) await menu.click()
          for (const name of ['Tree', 'Expand all', 'Fit', 'List']) {
            await page.getByRole('button', { name, exact: true }).click()
            await stopped(page)
            // Of a box that is partly outside the window, axe-core reads only the part inside.
            if (name !== 'Expand all') expect(await axeViolations(page)).toEqual([])
          }
          if (isPhone) {
            // One row above the chart.
            expect((await page.locator('body > header').boundingBox())?.height).toBeLessThan(60)
            await page.getByRole('button', { name: 'List', exact: true }).press('Escape')
            expect(await menu.getAttribute('aria-expanded')).toBe('false')
          }
        },
        { relations: 'reporting' },
        '#role=12790058',
        { ...context, colorScheme },
      )
    },
  )
})

/** Counts in the page: on a busy machine an animation can end before it is asked for. */
const COUNT_ANIMATIONS = `globalThis.started = 0
const { animate } = Element.prototype
Element.prototype.animate = function (...given) {
  globalThis.started++
  return animate.apply(this, given)
}`

describe('the page', () => {
  it('can be hit in 24 pixels', async () => {
    await explore(
      firm,
      async (page) => {
        const small = await page.evaluate<
          string[]
        >(`[...document.querySelectorAll('button, input, .toggle .hit, aside li a, .crumbs a')]
          .filter((target) => target.checkVisibility())
          .map((target) => ({ target, rect: (target.matches('aside li a') ? target.parentElement : target).getBoundingClientRect() }))
          .filter(({ rect }) => rect.width < 24 || rect.height < 24)
          .map(({ target }) => target.outerHTML)`)
        expect(small).toEqual([])
      },
      {},
      '#role=director',
    )
  })

  it('tells the reader that the address names a role that is not there', async () => {
    await explore(
      firm,
      async (page, address) => {
        expect(await page.innerText('.notice [role=status]')).toBe(
          'This chart has no role with the ID “janitor<b>”.',
        )
        expect(await axeViolations(page)).toEqual([])
        await page.getByRole('button', { name: 'Close message' }).click()
        expect(await page.innerText('.notice')).toBe('')
        await page.goto(`${address}#role=nobody`)
        expect(await page.innerText('.notice')).toContain('“nobody”')
        await page.goto(`${address}#role=cfo`)
        expect(await page.innerText('.notice')).toBe('')
      },
      {},
      '#role=janitor<b>',
    )
  })

  it('zooms with the wheel, around the pointer', async () => {
    await explore(
      firm,
      async (page) => {
        const frame = page.locator(`${box('PMO Director')} .frame`)
        const before = await frame.boundingBox()
        const [x, y] = [before?.x ?? 0, before?.y ?? 0]
        await page.mouse.move(x, y)
        await page.mouse.wheel(0, -100)
        await stopped(page)
        const after = await frame.boundingBox()
        expect((after?.width ?? 0) / (before?.width ?? 1)).toBeGreaterThan(1.2)
        expect(Math.hypot((after?.x ?? 0) - x, (after?.y ?? 0) - y)).toBeLessThan(3)
      },
      { depth: 9 },
      '',
      { viewport: { width: 1400, height: 900 } },
    )
  })

  it('keeps a box in place that is opened and closed, while the others move for 200 ms', async () => {
    const teams = orgFromRecords(
      Array.from({ length: 60 }, (_, row) => ({
        id: `r${row}`,
        boss: row === 0 ? null : `r${Math.floor((row - 1) / 7)}`,
        title: `Role ${row}`,
      })),
      { id: 'id', manager: 'boss', title: 'title' },
    )
    await explore(
      teams,
      async (page) => {
        const frame = page.locator(`${box('Role 3, 7')} .frame`)
        const before = await frame.boundingBox()
        await page.evaluate(`(() => { ${COUNT_ANIMATIONS} })()`)
        for (const count of [15, 8]) {
          await page.evaluate('started = 0')
          await page.locator(`${box('Role 3, 7')} .toggle`).click()
          await expect.poll(() => page.evaluate<number>('started')).toBeGreaterThan(0)
          await expect.poll(() => page.evaluate<number>('document.getAnimations().length')).toBe(0)
          expect(await page.locator('[role=treeitem]').count()).toBe(count)
          const after = await frame.boundingBox()
          expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(1)
          expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1)
        }
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await page.evaluate('started = 0')
        await page.locator(`${box('Role 3, 7')} .toggle`).click()
        await expect.poll(() => page.locator('[role=treeitem]').count()).toBe(15)
        expect(await page.evaluate<number>('started')).toBe(0)
      },
      { depth: 1, relations: 'reporting' },
      '',
      { viewport: { width: 1400, height: 900 } },
    )
  })

  it('finds units and people too, and goes to a role of theirs', async () => {
    await explore(
      firm,
      async (page) => {
        await page.fill('[role=combobox]', 'office management')
        expect(await page.locator('.search [role=option]').first().innerText()).toContain('Unit')
        await page.keyboard.press('Enter')
        expect(await nameInPanel(page)).toBe('PMO Director')
        await page.fill('[role=combobox]', 'ada lovelcae')
        expect(await page.locator('.search [role=option]').allInnerTexts()).toEqual([
          'Chief Executive\nAda Lovelace · ceo',
          'Ada Lovelace\nHolder of Chief Executive',
        ])
        await page.keyboard.press('Enter')
        expect(await activeBox(page)).toContain('Chief Executive')
      },
      { depth: 0 },
    )
  })
})
