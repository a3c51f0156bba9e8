import type { Page } from 'playwright-core'
import { defineOrg } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { axeViolations } from './axe.js'
import { box, explore, inPrint, savedSvg } from './explore.js'

const SITES = ['Leeds', 'York', 'Bath']
/** Directors and clerks with grades, costs and sites; the costs of clerks are 20,000 to 79,000 in steps of 1,000. */
const firm = defineOrg({
  roles: {
    ceo: { title: 'Chief', grade: 9, cost: 200_000, unit: 'board', fte: 1 },
    north: { title: 'North', reportsTo: 'ceo', grade: 7, cost: 100_000, unit: 'n', vacant: true },
    south: { title: 'South', reportsTo: 'ceo', grade: 7, cost: 100_000, unit: 's' },
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, place) => [
        `clerk${place}`,
        {
          title: `Clerk ${place}`,
          reportsTo: place < 30 ? 'north' : 'south',
          grade: 1 + (place % 3),
          cost: 20_000 + 1000 * place,
          unit: place < 30 ? 'n' : 's',
          ...(place % 10 === 9 && { status: 'planned' as const }),
          ...(place % 4 !== 3 && { data: { site: SITES[place % 4], desk: `Desk ${place % 40}` } }),
        },
      ]),
    ),
  },
  units: { board: { title: 'Board' }, n: { title: 'North' }, s: { title: 'South & <West>' } },
})
const options = { fields: ['usual', 'cost', 'data'], depth: 9 } as const
const large = { viewport: { width: 1400, height: 900 } }

const key = (page: Page): Promise<string[]> => page.locator('.key button[data-entry]').allInnerTexts()
const colourBy = (page: Page, label: string): Promise<unknown> =>
  page.getByLabel('Colours').selectOption({ label })
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()
const hashOf = (page: Page): Promise<string> => page.evaluate<string>('location.hash')
/** The boxes that are not dimmed. */
const bright = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.stage .box:not(:has(.dim))')].map((box) => box.querySelector('title').textContent)`,
  )
/** The fill of the tint of a box, as the browser computes it. */
const tintOf = (page: Page, name: string): Promise<string | null> =>
  page.evaluate<string | null>(
    `(() => {
      const tint = document.querySelector(${JSON.stringify(`${box(name)} .tint`)})
      return tint && getComputedStyle(tint).fill
    })()`,
  )

describe('the colours of boxes', () => {
  it('are those of units, grades, vacancy, spans, FTE, cost and data that the page shows', async () => {
    await explore(
      firm,
      async (page) => {
        expect(await page.getByLabel('Colours').locator('option').allInnerTexts()).toEqual([
          'Units only',
          'Unit',
          'Grade',
          'Layer',
          'Span of control',
          'Vacancy',
          'FTE',
          'Cost',
          'site',
          'desk',
        ])
        const keys: Readonly<Record<string, readonly string[]>> = {
          Unit: ['North (31)', 'South & <West> (31)', 'Board (1)'],
          Grade: ['1 (20)', '2 (20)', '3 (20)', '7 (2)', '9 (1)'],
          Layer: ['1 (1)', '2 (2)', '3 (60)'],
          'Span of control': ['0 (60)', '2 (1)', '27 (2)'],
          Vacancy: ['Filled (56)', 'Vacant (1)', 'Planned (6)'],
          FTE: ['1 (1)', 'No value (62)'],
          Cost: [
            'under 30,000 (10)',
            '30,000–39,999 (10)',
            '40,000–49,999 (10)',
            '50,000–59,999 (10)',
            '60,000–69,999 (10)',
            '70,000 or more (13)',
          ],
          site: ['Bath (15)', 'Leeds (15)', 'York (15)', 'No value (18)'],
        }
        for (const [label, entries] of Object.entries(keys)) {
          await colourBy(page, label)
          expect(await key(page)).toEqual(entries)
        }
        await colourBy(page, 'Grade')
        const [low, high] = [await tintOf(page, 'Clerk 0'), await tintOf(page, 'Chief')]
        expect(low).toMatch(/^rgb/)
        expect(high).not.toBe(low)
        expect(await tintOf(page, 'Clerk 3')).toBe(low)
        await colourBy(page, 'FTE')
        expect(await tintOf(page, 'Clerk 0')).toBeNull()
        await colourBy(page, 'Cost')
        // A screen reader has the group too.
        expect(await page.getAttribute(box('Clerk 0'), 'aria-label')).toMatch(/, Cost: under 30,000$/)
        await colourBy(page, 'Units only')
        expect(await page.getAttribute(box('Clerk 0'), 'aria-label')).not.toContain('Cost')
        expect(await page.locator('.key').isVisible()).toBe(false)
        expect(await page.locator('.tint').count()).toBe(0)
      },
      options,
      '',
      large,
    )
  })

  it('filter roles, which the panel lists: by value where there is a scale, else with their holders', async () => {
    const list = (page: Page): Promise<string[]> =>
      page.locator('aside h3:text-is("Filtered roles (3)") + ul li').allInnerTexts()
    await explore(
      firm,
      async (page) => {
        await colourBy(page, 'Span of control')
        expect(await page.locator('aside', { hasText: 'Filtered roles' }).count()).toBe(0)
        await press(page, '2 (1)')
        await press(page, '27 (2)')
        expect(await list(page)).toEqual(['North 27', 'South 27', 'Chief 2'])
        // Hidden in a collapsed branch or not, a role of the list is shown.
        await press(page, 'Collapse all')
        await page.locator('aside').getByText('South', { exact: true }).click()
        await page.waitForSelector(`${box('South')}.selected`)
        expect(await page.innerText('aside h2')).toBe('South')
        await press(page, 'Close')
        expect(await list(page)).toHaveLength(3)
        await press(page, 'Clear filter')
        expect(await page.locator('aside', { hasText: 'Filtered roles' }).count()).toBe(0)
      },
      options,
      '',
      large,
    )
    const people = defineOrg({
      roles: {
        a: { title: 'A', unit: 'u', holders: ['Ann'] },
        b: { title: 'B', unit: 'u', reportsTo: 'a', vacant: true },
        c: { title: 'C', unit: 'u', reportsTo: 'a', holders: ['Cem'] },
        d: { title: 'D', unit: 'v', reportsTo: 'a' },
      },
      units: { u: { title: 'Unit U' }, v: { title: 'Unit V' } },
    })
    await explore(
      people,
      async (page) => {
        await colourBy(page, 'Unit')
        await press(page, 'Unit U (3)')
        expect(await list(page)).toEqual(['A Ann', 'B', 'C Cem'])
        await press(page, 'Clear filter')
        // The number of vacant roles in the overview leads to them.
        await page.getByRole('button', { name: '1 vacant: list them' }).click()
        expect(await page.locator('aside h3:text-is("Filtered roles (1)") + ul li').allInnerTexts()).toEqual([
          'B',
        ])
        expect(await hashOf(page)).toBe('#color=vacancy&only=Vacant')
        expect(await axeViolations(page)).toEqual([])
      },
      {},
      '',
      large,
    )
  })

  it('filter roles on a phone too, where the panel has the list', async () => {
    await explore(
      firm,
      async (page) => {
        expect(await page.locator('aside').isVisible()).toBe(false)
        await colourBy(page, 'Vacancy')
        await press(page, 'Vacant (1)')
        await page.locator('aside').getByText('North', { exact: true }).click()
        await page.waitForSelector(`${box('North')}.selected`)
        await press(page, 'Close')
        await press(page, 'Clear filter')
        expect(await page.locator('aside').isVisible()).toBe(false)
      },
      options,
      '',
      { viewport: { width: 390, height: 844 } },
    )
  })

  it('leave a box such as "+20 more" as it is where they filter', async () => {
    await explore(
      firm,
      async (page) => {
        await press(page, '1 (20)')
        expect(await page.locator('.more-reports').count()).toBe(2)
        expect(await page.locator('.more-reports .dim').count()).toBe(0)
        expect(await page.locator(`${box('South')} .dim`).count()).toBe(1)
      },
      { ...options, collapse: 10 },
      '#color=grade',
      large,
    )
  })

  it('have the entry of a link in view on a phone', async () => {
    await explore(
      firm,
      async (page) => {
        const entry = page.locator('.key button[aria-pressed=true]')
        expect(await entry.innerText()).toMatch(/^9 /)
        const { x, width } = (await entry.boundingBox()) ?? { x: NaN, width: NaN }
        expect(x).toBeGreaterThanOrEqual(0)
        // The browser scrolls by whole pixels.
        expect(x + width).toBeLessThan(391)
      },
      options,
      '#color=grade&only=9',
      { viewport: { width: 390, height: 844 } },
    )
  })

  it('are not those of a field that the page does not show', async () => {
    await explore(
      firm,
      async (page) => {
        const labels = await page.getByLabel('Colours').locator('option').allInnerTexts()
        expect(labels).toEqual(['Units only', 'Layer', 'Span of control', 'Vacancy', 'site'])
        expect(await page.innerText('.notice')).toContain('This chart has no “cost” to colour by.')
      },
      { fields: ['data.site'] },
      '#color=cost',
    )
  })

  it('are one for rare values together where there are 24 or more', async () => {
    await explore(
      firm,
      async (page) => {
        await colourBy(page, 'desk')
        const entries = await key(page)
        expect(entries.length).toBe(25)
        expect(entries[0]).toBe('Desk 0 (2)')
        // 30 desks, 23 of which have a colour; of the others, none has more clerks.
        expect(entries[23]).toBe('7 others (7)')
        expect(entries[24]).toBe('No value (18)')
      },
      options,
    )
  })

  it('are chosen when the page is made', async () => {
    await explore(
      firm,
      async (page) => {
        expect(await page.getByLabel('Colours').inputValue()).toBe('grade')
        expect(await key(page)).toHaveLength(5)
        expect(await hashOf(page)).toBe('')
        await colourBy(page, 'Units only')
        expect(await hashOf(page)).toBe('#color=')
        await page.reload()
        expect(await page.getByLabel('Colours').inputValue()).toBe('')
      },
      { ...options, colorBy: 'grade' },
    )
  })
})

it('a choice that no role has a value for is none, and is not in the address', async () => {
  await explore(
    firm,
    async (page) => {
      expect(await page.getByLabel('Colours').inputValue()).toBe('')
      await page.click(box('Chief'))
      expect(await hashOf(page)).toBe('#role=ceo')
    },
    { depth: 1, colorBy: 'minYears' },
  )
})

it('values that look like markup, parts of an address or names of the page are texts', async () => {
  const values = [
    '<img src=x onerror="globalThis.ran = 1">',
    '!none',
    '!others',
    '__proto__',
    'a&only=b#c',
    'אב',
  ]
  const odd = defineOrg({
    roles: Object.fromEntries(
      [...values, undefined].map((value, place) => [
        `r${place}`,
        { title: `Role ${place}`, ...(value !== undefined && { data: { ['__proto__ & <b>']: value } }) },
      ]),
    ),
  })
  await explore(
    odd,
    async (page) => {
      await colourBy(page, '__proto__ & <b>')
      expect(await key(page)).toHaveLength(7)
      for (const [place, text] of [...values, 'No value'].entries()) {
        await page.locator('.key button[data-entry]').getByText(`${text} (1)`, { exact: true }).click()
        await page.reload()
        expect(await bright(page)).toEqual([`Role ${place}`])
        await page.click('text=Clear filter')
      }
    },
    { fields: ['data'], depth: 1 },
    '',
    large,
  )
})

describe('the key', () => {
  it('filters by the entries that are pressed, and a second press takes one out', async () => {
    await explore(
      firm,
      async (page) => {
        await colourBy(page, 'Grade')
        await page.click('.key button:has-text("7 (2)")')
        expect((await bright(page)).sort()).toEqual(['North', 'South'])
        // The line below a dimmed box must not show through its toggle, whose minus it would make a plus.
        expect(
          await page.locator(`${box('Chief')}[opacity], ${box('Chief')} [opacity] .toggle`).count(),
        ).toBe(0)
        expect(await page.locator(`${box('Chief')} [opacity] .name`).count()).toBe(1)
        expect(await page.innerText('.key [role=status]')).toBe('2 of 63 roles')
        await page.click('.key button:has-text("9 (1)")')
        expect((await bright(page)).sort()).toEqual(['Chief', 'North', 'South'])
        await page.click('.key button:has-text("7 (2)")')
        expect(await bright(page)).toEqual(['Chief'])
        await page.click('.key button:has-text("9 (1)")')
        expect(await bright(page)).toHaveLength(await page.locator('.stage .box').count())
        await page.click('.key button:has-text("7 (2)")')
        await page.click('text=Clear filter')
        expect(await page.locator('.dim').count()).toBe(0)
      },
      options,
      '',
      large,
    )
  })

  it('is kept in the address, with the choice and the filter', async () => {
    await explore(
      firm,
      async (page, address) => {
        await colourBy(page, 'Unit')
        await page.click('.key button:has-text("South & <West>")')
        expect(await hashOf(page)).toBe('#color=unit&only=s')
        await page.click(box('Chief'))
        const link = await hashOf(page)
        expect(link).toBe('#role=ceo&color=unit&only=s')
        await page.goto('about:blank')
        await page.goto(address + link)
        await page.waitForSelector('.box')
        expect(await page.getByLabel('Colours').inputValue()).toBe('unit')
        expect(await page.getAttribute('.key button:has-text("South & <West>")', 'aria-pressed')).toBe('true')
        expect(await page.locator(`${box('North')} .dim`).count()).toBe(1)
        expect(await page.locator(`${box('South')} .dim`).count()).toBe(0)
        // Links of the page keep it.
        await page.click('aside a:has-text("North")')
        expect(await hashOf(page)).toBe('#role=north&color=unit&only=s')
        await colourBy(page, 'Grade')
        expect(await hashOf(page)).toBe('#role=north&color=grade')
        await page.goBack()
        expect(await page.getAttribute('.key button:has-text("South & <West>")', 'aria-pressed')).toBe('true')
        await page.goBack()
        expect(await hashOf(page)).toBe(link)
      },
      { ...options, depth: 1 },
    )
  })

  it('is reached and used by the keyboard alone', async () => {
    await explore(
      firm,
      async (page) => {
        await page.getByLabel('Colours').focus()
        await page.keyboard.type('Grade')
        await page.keyboard.press('Enter')
        expect(await page.getByLabel('Colours').inputValue()).toBe('grade')
        await page.focus('.key li button')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Space')
        expect(await hashOf(page)).toBe('#color=grade&only=2')
        expect(await page.locator(box('Clerk 1')).first().locator('.dim').count()).toBe(0)
        await page.keyboard.press('Space')
        expect(await hashOf(page)).toBe('#color=grade')
      },
      options,
    )
  })

  it('is part of a saved file and of prints, with the colours', async () => {
    await explore(
      firm,
      async (page) => {
        const file = await savedSvg(page)
        expect(file).toContain('Grade, others dimmed:')
        expect(file).toContain('>7 (2)<')
        // Text and opacity are attributes, which every program reads.
        expect(file).toMatch(/<g[^>]* opacity="0.3"[^>]*>/)
        expect(file).toMatch(/<rect[^>]*fill="rgb\([^>]*fill-opacity="0.3"/)
        await inPrint(page, async () => {
          expect(await page.innerText('.sheet-legend')).toContain('7 (2)')
          expect(await page.locator('.sheet .box .dim').count()).toBeGreaterThan(0)
          expect(await page.locator('.sheet .tint').count()).toBeGreaterThan(0)
        })
      },
      options,
      '#color=grade&only=7',
    )
  })

  it('colours blocks by the shares of a team, and says how many of it the filter leaves', async () => {
    await explore(
      firm,
      async (page) => {
        await press(page, 'Fit')
        while ((await page.locator('.block.team').count()) < 2) await press(page, 'Zoom out')
        // Each team has 10 clerks of grades 1, 2 and 3, and a director of grade 7.
        const shares = await page.evaluate<number[]>(
          `[...document.querySelector('.block.team').querySelectorAll('.look')].map((part) =>
            Math.round((310 * part.getAttribute('width')) / part.parentNode.querySelector('.frame').getAttribute('width')) / 10)`,
        )
        expect(shares).toEqual([10, 10, 10, 1])
        await page.click('.key button:has-text("1 (20)")')
        expect(await page.locator('.block.team').first().textContent()).toContain('10 of 31')
        expect(await page.getAttribute('.block.team', 'opacity')).toBeNull()
        await page.click('text=Clear filter')
        await page.click('.key button:has-text("9 (1)")')
        expect(await page.getAttribute('.block.team', 'opacity')).toBe('0.3')
      },
      options,
      '#color=grade',
      large,
    )
  })
})

describe.each(['light', 'dark'] as const)(
  'axe-core finds nothing on a coloured chart, in %s',
  (colorScheme) => {
    it.each([
      ['large', { width: 1400, height: 900 }],
      ['small', { width: 390, height: 844 }],
    ] as const)('in a %s window', async (_name, viewport) => {
      await explore(
        firm,
        async (page) => {
          for (const hash of ['#color=cost', '#color=unit&only=s', '#color=data.desk']) {
            await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
            await page.waitForFunction(`document.querySelector('.key button') !== null`)
            expect(await axeViolations(page)).toEqual([])
          }
        },
        options,
        '#color=grade',
        { colorScheme, viewport },
      )
    })
  },
)
