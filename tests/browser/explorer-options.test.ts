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

/** What stands on the boxes, in the order in which the keys go through them. */
const shown = (page: Page): Promise<string[]> => {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('.box')].map((box) => box.querySelector('.name, .count').textContent)`,
  )
}

describe('reports beyond the limit', () => {
  it('are one box that opens on a click', async () => {
    await explore(
      team,
      async (page) => {
        expect(await shown(page)).toEqual(['Lead', 'Ann', 'Bob', '+2 more'])
        await page.click(box('+2 more'))
        expect(await shown(page)).toEqual(['Lead', 'Ann', 'Bob', 'Cleo', 'Dan', 'Eve'])
        // Whoever closes and opens the manager has the box again.
        const toggle = page.locator(`${box('Lead')} .toggle`)
        await toggle.click()
        await toggle.click()
        expect(await shown(page)).toEqual(['Lead', 'Ann', 'Bob', '+2 more'])
      },
      { collapse: 2, depth: 5 },
    )
  })

  it.each(['Enter', 'ArrowRight'])('are reached and opened by keys: %s', async (key) => {
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

  it('are opened for whom the reader looks for, and closed again with all others', async () => {
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

  it('leave room first for whom the caller highlights or marks', async () => {
    await explore(
      team,
      async (page) => {
        // In their order, and Eve is below Dan.
        expect(await shown(page)).toEqual(['Lead', 'Cleo', 'Dan', 'Eve', '+2 more'])
      },
      { collapse: 2, highlight: ['e'], marks: { c: 'added' } },
    )
  })
})

describe('views', () => {
  it('are two, of which the address may name one', async () => {
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

  it('are the reporting lines alone', async () => {
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

  it('are the careers alone', async () => {
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

it('opens as many levels as the caller says', async () => {
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

it('shows roles of a unit together, and which colour a unit has', async () => {
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
      expect(await colour(`${box('Dan')} rect[fill]`)).toBe(await colour(red))
      expect(await colour(`${box('Bob')} rect[fill]`)).toBe(await colour(blue))
    },
    { groupBy: 'unit' },
  )
})
