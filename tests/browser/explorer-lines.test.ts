import type { Page } from 'playwright-core'
import { defineOrg, type Org, orgFromRecords } from 'rolegraph'
import { pmoOrg } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'
import { firm } from '../render/charts.js'
import { box, explore } from './explore.js'

const teams = ['Finance', 'IT', 'Sales', 'Delivery']
/** Each specialist also reports to a product manager of another team, who in turn also reports to Sales. */
const matrix: Org = orgFromRecords(
  [
    { id: 'ceo', title: 'Chief Executive', boss: null, dotted: null },
    ...teams.map((team) => ({ id: team, title: `Director of ${team}`, boss: 'ceo', dotted: null })),
    ...teams.flatMap((team) =>
      Array.from({ length: 6 }, (_, place) => {
        return { id: `${team} ${place}`, title: `${team} ${place}`, boss: team, dotted: `pm${place % 3}` }
      }),
    ),
    ...[0, 1, 2].map((place) => {
      return { id: `pm${place}`, title: `Product manager ${place}`, boss: 'Delivery', dotted: 'Sales' }
    }),
  ],
  { id: 'id', manager: 'boss', title: 'title', dotted: 'dotted' },
)

/** The boxes that an edge passes through, by points of the edge well inside them. */
async function boxesPassed(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const frames = [...document.querySelectorAll('.box')].map((box) => {
      const { left, top, right, bottom } = box.querySelector('.frame').getBoundingClientRect()
      return { name: box.getAttribute('aria-label'), left, top, right, bottom }
    })
    const passed = new Set()
    for (const edge of document.querySelectorAll('.edge.dotted, .edge.near-dotted, .edge.highlighted')) {
      const toScreen = edge.getScreenCTM()
      for (let at = 0; at < edge.getTotalLength(); at += 12) {
        const { x, y } = edge.getPointAtLength(at).matrixTransform(toScreen)
        for (const { name, left, top, right, bottom } of frames) {
          if (x > left + 2 && x < right - 2 && y > top + 2 && y < bottom - 2) passed.add(name)
        }
      }
    }
    return [...passed]
  })()`)
}

/** The roles that lines across the tree start at and lead to, by where lines touch the side of a box. */
async function joined(page: Page): Promise<{ from: string[]; to: string[] }> {
  return page.evaluate<{ from: string[]; to: string[] }>(`(() => {
    const paths = [...document.querySelectorAll('.edge.dotted, .edge.near-dotted, .edge.highlighted')]
    const ends = paths.flatMap((path) => (path.getAttribute('d').match(/[-.0-9]+ [-.0-9]+/g) ?? []).map((point) => point.split(' ').map(Number)))
    const touchedAt = (height) => [...document.querySelectorAll('.box')].filter((box) => {
      const [left, top] = box.getAttribute('transform').match(/[-.0-9]+/g).map(Number)
      return ends.some(([x, y]) => (x === left || x === left + 204) && y === top + height)
    }).map((box) => box.querySelector('title').textContent).sort()
    return { from: touchedAt(48), to: touchedAt(20) }
  })()`)
}

const specialists = teams.flatMap((team) => Array.from({ length: 6 }, (_, place) => `${team} ${place}`))
const managers = ['Product manager 0', 'Product manager 1', 'Product manager 2']
type Case = readonly [name: string, org: Org, from: readonly string[], to: readonly string[]]
const across: readonly Case[] = [
  ['a matrix', matrix, [...specialists, ...managers].sort(), ['Director of Sales', ...managers]],
  // The auditor has no other line, and so is placed below the chief executive.
  [
    'a firm',
    firm,
    ['PMO Director', 'Project Controller'],
    ['Chief Financial Officer', 'PMO Director', 'PMO Manager'],
  ],
  [
    'the model of a PMO',
    pmoOrg({ authority: 'directive', scope: 'enterprise' }),
    ['Chief Project Officer', 'PMO Director', 'Program Manager', 'Project Manager'],
    ['Functional Executive', 'Head of Enterprise PMO', 'Program Manager', 'Sponsor'],
  ],
]

describe('lines across the tree', () => {
  it.each(across)('run between the boxes: %s', async (_name, org, from, to) => {
    await explore(
      org,
      async (page) => {
        expect(await boxesPassed(page)).toEqual([])
        expect(await joined(page)).toEqual({ from, to })
      },
      { depth: Infinity, order: 'title' },
      '',
      { viewport: { width: 2000, height: 1200 } },
    )
  })

  it('run between the boxes after some are closed, and up to managers above', async () => {
    const deep = defineOrg({
      roles: {
        top: { title: 'Top' },
        left: { title: 'Left', reportsTo: 'top' },
        middle: { title: 'Middle', reportsTo: 'top' },
        right: { title: 'Right', reportsTo: 'top' },
        inner: { title: 'Inner', reportsTo: 'middle', dottedTo: 'top' },
        innermost: { title: 'Innermost', reportsTo: 'inner', dottedTo: ['middle', 'top', 'left', 'right'] },
        beside: { title: 'Beside', reportsTo: 'inner', dottedTo: 'innermost' },
        leader: { title: 'Leader', reportsTo: 'right', dottedTo: 'follower' },
        follower: { title: 'Follower', reportsTo: 'leader' },
      },
    })
    await explore(
      deep,
      async (page) => {
        expect(await boxesPassed(page)).toEqual([])
        expect(await joined(page)).toEqual({
          from: ['Beside', 'Inner', 'Innermost', 'Leader'],
          to: ['Follower', 'Innermost', 'Left', 'Middle', 'Right', 'Top'],
        })
        await page.click(`${box('Right')} .toggle`)
        expect(await boxesPassed(page)).toEqual([])
        expect(await joined(page)).toEqual({
          from: ['Beside', 'Inner', 'Innermost'],
          to: ['Innermost', 'Left', 'Middle', 'Right', 'Top'],
        })
      },
      { depth: Infinity, highlight: ['follower'] },
      '#role=innermost',
      { viewport: { width: 2000, height: 1200 } },
    )
  })

  it('are drawn once if thousands run together, and only as far as they are visible', async () => {
    const records = Array.from({ length: 3000 }, (_, row) => {
      const boss = row === 0 ? null : `r${Math.floor((row - 1) / 7)}`
      return { id: `r${row}`, boss, title: `Role ${row}`, dotted: row > 10 ? 'r3' : null }
    })
    const org = orgFromRecords(records, { id: 'id', manager: 'boss', title: 'title', dotted: 'dotted' })
    await explore(
      org,
      async (page) => {
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
        expect(await page.innerText('aside')).toContain('Dotted lines from')
        const [pieces, longest] = await page.evaluate<[number, number]>(`(() => {
          const pieces = document.querySelector('.edge.near-dotted').getAttribute('d').match(/M[^M]*/g)
          const lengths = pieces.map((piece) => {
            const [x1, y1, ...rest] = piece.match(/[-.0-9]+/g).map(Number)
            return Math.abs(rest.at(-2) - x1) + Math.abs(rest.at(-1) - y1)
          })
          return [pieces.length, Math.max(...lengths)]
        })()`)
        expect(pieces).toBeLessThan(300)
        // Twice the visible part, at the scale at which a selected role is shown.
        expect(longest).toBeLessThan(5000)
      },
      { depth: Infinity },
      '#role=r3',
      { reducedMotion: 'reduce' },
    )
  })

  it('take the place of a missing solid line', async () => {
    await explore(
      defineOrg({ roles: { lead: {}, adviser: { dottedTo: 'lead' }, clerk: { dottedTo: 'lead' } } }),
      async (page) => {
        expect(await page.getAttribute('.edge.solid', 'd')).toBe('')
        expect(await page.getAttribute('.edge.dotted', 'd')).not.toBe('')
        expect(await page.getAttribute('.edge.heads', 'd')).toBe('')
      },
    )
  })
})
