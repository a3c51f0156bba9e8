import type { Page } from 'playwright-core'
import { defineOrg } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { firm } from '../render/charts.js'
import { activeBox, box, explore, nameInPanel } from './explore.js'

const team = defineOrg({
  roles: {
    lead: { title: 'Lead' },
    a: { title: 'Ann', reportsTo: 'lead', unit: 'red' },
    b: { title: 'Bob', reportsTo: 'lead', unit: 'blue' },
    c: { title: 'Cleo', reportsTo: 'lead' },
    d: { title: 'Dan', reportsTo: 'lead', unit: 'red' },
    e: { title: 'Eve', reportsTo: 'd' },
  },
  units: { red: { title: 'Red team' }, blue: { title: 'Blue team' } },
})

/** The texts of the boxes, in keyboard order. */
const shown = (page: Page): Promise<string[]> => {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('.box')].map((box) => box.querySelector('.name, .count').textContent)`,
  )
}

describe('reports beyond the limit', () => {
  it('are one box that expands on click', async () => {
    await explore(
      team,
      async (page) => {
        expect(await shown(page)).toEqual(['Lead', 'Ann', 'Bob', '+2 more'])
        await page.click(box('+2 more'))
        expect(await shown(page)).toEqual(['Lead', 'Ann', 'Bob', 'Cleo', 'Dan', 'Eve'])
        // Collapsing and expanding the manager brings the box back.
        const toggle = page.locator(`${box('Lead')} .toggle`)
        await toggle.click()
        await toggle.click()
        expect(await shown(page)).toEqual(['Lead', 'Ann', 'Bob', '+2 more'])
      },
      { collapse: 2, depth: 5 },
    )
  })

  it.each(['Enter', 'ArrowRight'])('are reached and expanded by keyboard: %s', async (key) => {
    await explore(
      team,
      async (page) => {
        await page.focus('.stage')
        for (const down of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(down)
        expect(await activeBox(page)).toBe('+2 more, show all direct reports of Lead')
        const more = page.locator(box('+2 more'))
        expect(await more.getAttribute('role')).toBe('treeitem')
        expect(await more.getAttribute('aria-level')).toBe('2')
        expect(await nameInPanel(page)).toBe('Bob')
        await page.keyboard.press(key)
        expect(await activeBox(page)).toContain('Cleo')
        expect(await page.locator(box('+2 more')).count()).toBe(0)
      },
      { collapse: 2 },
    )
  })

  it('are shown for a search, and hidden again by Collapse all', async () => {
    await explore(
      team,
      async (page) => {
        await page.fill('[role=combobox]', 'eve')
        await page.keyboard.press('Enter')
        expect(await nameInPanel(page)).toBe('Eve')
        expect(await shown(page)).toContain('Eve')
        await page.click('text=Collapse all')
        await page.click(`${box('Lead')} .toggle`)
        expect(await shown(page)).toEqual(['Lead', 'Ann', 'Bob', '+2 more'])
      },
      { collapse: 2 },
    )
  })

  it('are those without a highlight or a mark first', async () => {
    await explore(
      team,
      async (page) => {
        // In input order, with Eve below Dan.
        expect(await shown(page)).toEqual(['Lead', 'Cleo', 'Dan', 'Eve', '+2 more'])
      },
      { collapse: 2, highlight: ['e'], marks: { c: 'added' } },
    )
  })
})

describe('views', () => {
  it('are two, and the URL may name one', async () => {
    await explore(
      firm,
      async (page) => {
        expect(await page.locator('[role=listbox] [role=option]').count()).toBe(6)
        expect(await page.locator('[role=group][aria-label=View] button').count()).toBe(2)
      },
      {},
      '#view=career',
    )
  })

  it('can be the reporting lines only', async () => {
    await explore(
      firm,
      async (page) => {
        expect(await page.locator('[role=treeitem]').count()).toBe(10)
        expect(await page.locator('[aria-label=View]').count()).toBe(0)
        expect(await page.innerText('aside')).not.toContain('Next steps')
      },
      { relations: 'reporting' },
      '#view=career&role=analyst',
    )
  })

  it('can be the careers only', async () => {
    await explore(
      firm,
      async (page, address) => {
        expect(await page.locator('[role=option]').count()).toBe(6)
        expect(await page.locator('[aria-label=View]').count()).toBe(0)
        expect(await page.getByText('Expand all').count()).toBe(0)
        await page.click(box('PMO Analyst'))
        expect(page.url()).toBe(`${address}#role=analyst`)
        const about = await page.innerText('aside')
        expect(about).toContain('Next steps\nPMO Manager (2 years)')
        expect(about).not.toContain('Management chain')
        await page.getByRole('button', { name: 'Path from here' }).click()
        await page.click(box('PMO Director'))
        await page.getByRole('button', { name: 'Path to here' }).click()
        expect(await page.innerText('.path-text')).toContain('Career path, 2 steps: PMO Analyst')
      },
      { relations: 'career' },
    )
  })
})

it('opens as many levels as `depth` says', async () => {
  for (const [depth, boxes] of [
    [0, 2],
    [1, 5],
    [2, 7],
    [Infinity, 10],
  ] as const) {
    await explore(
      firm,
      async (page) => {
        expect(await page.locator('[role=treeitem]').count()).toBe(boxes)
      },
      { depth },
    )
  }
})

it('keeps roles of a unit together, and explains the colours of units', async () => {
  await explore(
    team,
    async (page) => {
      expect(await shown(page)).toEqual(['Lead', 'Ann', 'Dan', 'Eve', 'Bob', 'Cleo'])
      expect(await page.innerText('aside')).toContain('Units\nRed team\nBlue team')
      const colour = (selector: string): Promise<string> => {
        return page.evaluate<string>(
          `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).fill`,
        )
      }
      const [red, blue] = ['aside li:nth-child(1) .swatch rect', 'aside li:nth-child(2) .swatch rect']
      expect(await colour(red)).not.toBe(await colour(blue))
      expect(await colour(`${box('Dan')} .look`)).toBe(await colour(red))
      expect(await colour(`${box('Bob')} .look`)).toBe(await colour(blue))
    },
    { groupBy: 'unit' },
  )
})
