import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { changeOrg, defineOrg, type Org, orgFromRecords, rolesOf } from 'rolegraph'
import { parseOrganogram } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { axeViolations } from './axe.js'
import { box, explore, inPrint, savedSvg } from './explore.js'

const teams = ['Finance', 'IT', 'Sales'] as const
const names = ['project', 'mentor', undefined] as const
/** Three teams of four; each member has a dotted line to the director of another team, of one of two names or of none. */
const matrix: Org = defineOrg({
  roles: {
    ceo: { title: 'Chief' },
    ...Object.fromEntries(teams.map((team) => [team, { title: `Director of ${team}`, reportsTo: 'ceo' }])),
    ...Object.fromEntries(
      teams.flatMap((team, place) =>
        [0, 1, 2, 3].map((member) => {
          const as = names[member % 3]
          const to = teams[(place + 1 + (member % 2)) % 3]
          const dottedTo = as === undefined ? to : { to, as }
          return [`${team} ${member}`, { title: `${team} clerk ${member}`, reportsTo: team, dottedTo }]
        }),
      ),
    ),
  },
})
const moved = changeOrg(matrix, [
  { do: 'set-manager', role: 'Finance 0', manager: 'Sales' },
  { do: 'set-manager', role: 'Sales 3', manager: 'Finance 1' },
]).org
const nhs = parseOrganogram(
  readFileSync(new URL('../../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url)),
)
const large = { viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' } as const

interface Geometry {
  /** The boxes that lines across the tree and arrows pass through. */
  readonly passed: readonly string[]
  /** Pairs of boxes that overlap. */
  readonly overlaps: readonly string[]
}

const geometry = (page: Page): Promise<Geometry> =>
  page.evaluate<Geometry>(`(() => {
    const frames = [...document.querySelectorAll('.stage .box')].map((box) => {
      const { left, top, right, bottom } = box.querySelector('.frame').getBoundingClientRect()
      return { name: box.querySelector('title').textContent, left, top, right, bottom }
    })
    const passed = new Set()
    for (const edge of document.querySelectorAll('.stage .edge:not(.heads, .near-heads, .moved-heads)')) {
      const toScreen = edge.getScreenCTM()
      for (let at = 0; at < edge.getTotalLength(); at += 7) {
        const { x, y } = edge.getPointAtLength(at).matrixTransform(toScreen)
        for (const { name, left, top, right, bottom } of frames)
          if (x > left + 2 && x < right - 2 && y > top + 2 && y < bottom - 2) passed.add(name)
      }
    }
    const overlaps = frames.flatMap((a, place) => frames.slice(place + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => a.name + ' and ' + b.name))
    return { passed: [...passed], overlaps }
  })()`)

const hashOf = (page: Page): Promise<string> => page.evaluate<string>('location.hash')
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

describe('the layouts of the page', () => {
  it.each([
    ['Tree', 'top-down'],
    ['Compact', 'compact'],
    ['Left to right', 'left-to-right'],
    ['List', 'indented'],
  ])('%s keeps boxes and lines apart, and is in the address', async (label, name) => {
    await explore(
      matrix,
      async (page, address) => {
        await press(page, label)
        await press(page, 'Fit')
        expect(
          await page.getByRole('button', { name: label, exact: true }).getAttribute('aria-pressed'),
        ).toBe('true')
        expect(await hashOf(page)).toBe(`#layout=${name}`)
        expect(await geometry(page)).toEqual({ passed: [], overlaps: [] })
        const order = await page.locator('.stage .box > title').allTextContents()
        await page.goto('about:blank')
        await page.goto(`${address}#layout=${name}`)
        await page.waitForSelector('.box')
        expect(
          await page.getByRole('button', { name: label, exact: true }).getAttribute('aria-pressed'),
        ).toBe('true')
        expect(await page.locator('.stage .box > title').allTextContents()).toEqual(order)
      },
      { depth: 9 },
      '',
      large,
    )
  })

  it('from left to right has a column for each layer, and a manager at the middle of its reports', async () => {
    await explore(
      defineOrg({
        roles: {
          a: {},
          b: { reportsTo: 'a' },
          c: { reportsTo: 'a' },
          d: { reportsTo: 'a' },
          e: { reportsTo: 'd' },
          f: { reportsTo: 'd' },
          g: { reportsTo: 'd' },
        },
      }),
      async (page) => {
        const at = await page.evaluate<Record<string, number[]>>(
          `Object.fromEntries([...document.querySelectorAll('.stage .box')].map((box) =>
            [box.querySelector('title').textContent, box.getAttribute('transform').match(/[-.0-9]+/g).map(Number)]))`,
        )
        // b, c, e, f and g are leaves in lines 0 to 4; d is in the middle of e to g, and a in that of b to d.
        expect(at).toEqual({
          a: [0, 90],
          b: [268, 0],
          c: [268, 90],
          d: [268, 270],
          e: [536, 180],
          f: [536, 270],
          g: [536, 360],
        })
        await page.focus('.stage')
        await page.keyboard.press('Home')
        await page.keyboard.press('ArrowRight')
        expect(await hashOf(page)).toBe('#role=b&layout=left-to-right')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowLeft')
        expect(await page.getAttribute(box('d'), 'aria-expanded')).toBe('false')
        expect(await page.locator('.stage .box').count()).toBe(4)
      },
      { depth: 9 },
      '#layout=left-to-right',
      large,
    )
  })

  it('compact has larger boxes than a tree, in rows closer together', async () => {
    const scaleOf = (page: Page): Promise<number> =>
      page.evaluate<number>(
        `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
          done(document.querySelector('.stage .chart > g').getScreenCTM().a))))`,
      )
    await explore(
      nhs,
      async (page) => {
        await press(page, 'Expand all')
        await press(page, 'Fit')
        const tree = await scaleOf(page)
        await press(page, 'Compact')
        await press(page, 'Fit')
        const compact = await scaleOf(page)
        expect(compact).toBeGreaterThan(1.1 * tree)
      },
      { relations: 'reporting' },
      '',
      large,
    )
    const rows = async (layout: string): Promise<number[]> => {
      let tops: number[] = []
      await explore(
        defineOrg({
          roles: { chief: {}, one: { reportsTo: 'chief' }, other: { reportsTo: 'chief' } },
        }),
        async (page) => {
          tops = await page.evaluate<number[]>(
            `[...document.querySelectorAll('.stage .box')].map((box) => Number(box.getAttribute('transform').match(/[-.0-9]+/g)[1]))`,
          )
        },
        { depth: 9 },
        `#layout=${layout}`,
        large,
      )
      return tops
    }
    // A box is 68 high; the gap below is 60, in a compact chart 48.
    expect(await rows('top-down')).toEqual([0, 128, 128])
    expect(await rows('compact')).toEqual([0, 116, 116])
  })

  it('compact is in saved files and in print', async () => {
    await explore(
      nhs,
      async (page) => {
        await press(page, 'Expand all')
        const shapeOf = (file: string): number => {
          const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(file) ?? []
          return Number(width) / Number(height)
        }
        const compact = await savedSvg(page)
        expect(compact.match(/<rect class="frame"/g)).toHaveLength(rolesOf(nhs).length)
        await inPrint(page, async () => {
          const rows = await page.evaluate<string[]>(
            `[...document.querySelectorAll('.sheet .box')].map((box) => box.dataset.row)`,
          )
          expect(new Set(rows).size).toBe(rolesOf(nhs).length)
        })
        await press(page, 'Tree')
        const tree = await savedSvg(page)
        expect(shapeOf(compact)).toBeGreaterThan(shapeOf(tree))
      },
      { relations: 'reporting' },
      '#layout=compact',
      large,
    )
  })

  it('from left to right draws large charts in blocks, and prints them', async () => {
    const records = Array.from({ length: 4000 }, (_, row) => {
      return { id: `r${row}`, boss: row === 0 ? null : `r${Math.floor((row - 1) / 8)}`, title: `Role ${row}` }
    })
    const org = orgFromRecords(records, { id: 'id', manager: 'boss', title: 'title' })
    await explore(
      org,
      async (page) => {
        expect(await page.locator('.stage .box').count()).toBeLessThan(200)
        await press(page, 'Fit')
        await page.waitForSelector('.block, .bars', { state: 'attached' })
        expect(await page.locator('.stage .box').count()).toBeLessThan(200)
        await press(page, 'Collapse all')
        await inPrint(page, async () => {
          expect(await page.locator('.sheet .box').count()).toBe(1)
        })
      },
      { depth: 9 },
      '#layout=left-to-right',
      large,
    )
  })
})

describe('dotted lines', () => {
  it('of each name have a colour and a key, as in toSvg', async () => {
    await explore(
      matrix,
      async (page) => {
        expect(await page.locator('.key li').allInnerTexts()).toEqual([
          'Solid line',
          'Dotted line',
          'Dotted line: project',
          'Dotted line: mentor',
        ])
        const strokes = await page.evaluate<string[]>(
          `['.dotted.n0', '.dotted.n1', '.dotted:not(.n0, .n1)'].map((name) =>
            getComputedStyle(document.querySelector('.stage .edge' + name)).stroke)`,
        )
        // The colours of the first two looks, and that of all other lines.
        expect(strokes).toEqual(['rgb(37, 99, 235)', 'rgb(132, 122, 0)', 'rgb(123, 135, 157)'])
        const heads = await page.evaluate<string[]>(
          `['heads', 'heads.n0', 'heads.n1', 'moved-heads', 'highlighted-heads', 'near-heads'].map((name) => {
            const { fill, stroke } = getComputedStyle(document.querySelector('.stage .edge.' + name))
            return fill + ' ' + stroke
          })`,
        )
        expect(heads).toEqual([
          'rgb(123, 135, 157) none',
          'rgb(37, 99, 235) none',
          'rgb(132, 122, 0) none',
          'rgb(126, 34, 206) none',
          'rgb(217, 119, 6) none',
          'rgb(29, 78, 216) none',
        ])
        const file = await savedSvg(page)
        expect(file).toContain('>Dotted line: mentor<')
        expect(file).toMatch(/<path[^>]*stroke="rgb\(132, 122, 0\)"/)
      },
      { depth: 9 },
      '',
      { ...large, colorScheme: 'light' },
    )
  })

  it('are drawn all, for the chosen role, or not at all, which is in the address', async () => {
    await explore(
      matrix,
      async (page) => {
        const drawn = (): Promise<number> =>
          page.evaluate<number>(
            `[...document.querySelectorAll('.stage .edge.dotted, .stage .edge.near-dotted')].filter((path) => path.getAttribute('d') !== '').length`,
          )
        const which = page.getByLabel('Dotted lines')
        expect(await drawn()).toBe(3)
        await which.selectOption({ label: 'Of the chosen role' })
        expect(await drawn()).toBe(0)
        await page.click(box('Finance clerk 1'))
        expect(await hashOf(page)).toBe('#role=Finance+1&dotted=chosen')
        expect(await drawn()).toBe(1)
        expect(await page.locator('.stage .near-dotted.n1').count()).toBe(1)
        await which.selectOption({ label: 'None' })
        expect(await drawn()).toBe(0)
        expect(await page.locator('.key').isVisible()).toBe(false)
        await page.goBack()
        expect(await which.inputValue()).toBe('chosen')
        expect(await drawn()).toBe(1)
      },
      { depth: 9 },
      '',
      large,
    )
  })
})

describe('arrows of roles that have moved', () => {
  it.each(['top-down', 'compact', 'left-to-right', 'indented'])(
    'run between the boxes, %s',
    async (layout) => {
      await explore(
        matrix,
        async (page) => {
          await press(page, 'Fit')
          expect(await page.getAttribute('.edge.moved-to', 'd')).not.toBe('')
          expect((await page.getAttribute('.edge.moved-heads', 'd'))?.match(/M/g)).toHaveLength(2)
          expect(await geometry(page)).toEqual({ passed: [], overlaps: [] })
        },
        { after: moved, depth: 9 },
        `#layout=${layout}`,
        large,
      )
    },
  )
})

describe('the panel', () => {
  it('has the services that a role gives and gets', async () => {
    const office = defineOrg({
      roles: { lead: { title: 'Lead' }, clerk: { title: 'Clerk', reportsTo: 'lead' } },
      units: { lab: { title: 'The <Lab>' } },
      services: [
        { from: 'lab', to: 'clerk', name: 'templates', sources: ['Charter'] },
        { from: 'lead', to: 'clerk', name: 'coaching' },
      ],
    })
    await explore(
      office,
      async (page) => {
        const text = await page.innerText('aside')
        expect(text).toContain(
          'Services from others\nThe <Lab> templates\nSource: The Charter\nLead coaching',
        )
        await page.click('aside li:has-text("coaching") a')
        expect(await page.innerText('aside')).toContain('Services to others\nClerk coaching')
      },
      { describeSource: (source) => `The ${source}`, depth: 9 },
      '#role=clerk',
    )
  })
})

describe.each(['light', 'dark'] as const)(
  'axe-core finds nothing from left to right, in %s',
  (colorScheme) => {
    it.each([
      ['large', { width: 1400, height: 900 }],
      ['small', { width: 390, height: 844 }],
    ] as const)('in a %s window', async (_name, viewport) => {
      await explore(
        matrix,
        async (page) => {
          expect(await axeViolations(page)).toEqual([])
          await page.evaluate(`location.hash = '#role=Finance+1&layout=left-to-right&dotted=chosen'`)
          expect(await axeViolations(page)).toEqual([])
        },
        { depth: 9 },
        '#layout=left-to-right',
        { colorScheme, viewport },
      )
    })
  },
)
