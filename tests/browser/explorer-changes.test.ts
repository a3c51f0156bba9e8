import type { Page } from 'playwright-core'
import { marksOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { peopled, reorganisation, reorganised, staffed } from '../render/charts.js'
import { box, explore, nameInPanel } from './explore.js'

interface Place {
  readonly x: number
  readonly y: number
}

/** The place of a box in the drawing. */
const placeOf = (page: Page, name: string): Promise<Place> =>
  page.evaluate<Place>(
    `(([, x, y]) => ({ x: Number(x), y: Number(y) }))(/translate\\(([-.\\d]+) ([-.\\d]+)\\)/.exec(document.querySelector(${JSON.stringify(box(name))}).getAttribute('transform')))`,
  )

const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page.evaluate<string>(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue('${property}')`,
  )

describe('a page with the marks of a diff', () => {
  const marks = marksOf(reorganisation)

  it('names what has changed on each box, and where roles were and are now', async () => {
    await explore(
      reorganised,
      async (page) => {
        const names = await page.evaluate<string[]>(
          `[...document.querySelectorAll('.box')].map((box) => box.getAttribute('aria-label'))`,
        )
        expect(names.filter((name) => / (added|removed|moved|changed)|was here/.test(name))).toEqual([
          'Counsel, - removed, vacant',
          'PMO Manager, - removed, grade 6, PMO',
          'PMO Analyst, was here, now below Delivery Lead, grade 3, PMO',
          'PMO Coordinator, was here, now below Delivery Lead, grade 2, PMO',
          'Clerk, ~ moved, was below Chief Financial Officer',
          'Delivery Lead, + added, 2 direct reports',
          'PMO Analyst, ~ moved, grade 3, PMO, was below PMO Manager',
          'PMO Coordinator, ~ moved, grade 2, PMO, was below PMO Manager',
          'Finance Director, * changed',
          'Clerk, was here, now below PMO Director, Finance',
        ])
        expect(await page.locator(`${box('Clerk, ~')} .flag text`).textContent()).toBe('~ moved')
        expect(await page.locator(`${box('Counsel')} .name`).getAttribute('text-decoration')).toBe(
          'line-through',
        )
      },
      { marks, depth: 9 },
    )
  })

  it('are visible at a small scale too: the mark in words, the colour and the dashes of the frame', async () => {
    await explore(
      reorganised,
      async (page) => {
        await page.getByRole('button', { name: 'Tree', exact: true }).click()
        await page.getByRole('button', { name: 'Fit', exact: true }).click()
        // The arrows to the new places are wholly in view.
        const arrows = await page.locator('.edge.moved-to').boundingBox()
        const stage = await page.locator('.stage').boundingBox()
        if (arrows === null || stage === null) throw new Error('not drawn')
        expect(arrows.height).toBeGreaterThan(0)
        expect(arrows.y + arrows.height).toBeLessThan(stage.y + stage.height)
        while ((await page.locator('svg.chart.small-boxes').count()) === 0)
          await page.getByRole('button', { name: 'Zoom out', exact: true }).click()
        const folder = process.env['SHOTS']
        if (folder !== undefined) await page.screenshot({ path: `${folder}/small-boxes.png` })
        for (const [name, mark, colour, dashes] of [
          ['Delivery Lead', '+ added', 'rgb(21, 128, 61)', 'none'],
          ['Counsel', '- removed', 'rgb(185, 28, 28)', '9px, 3px'],
          ['Clerk, ~', '~ moved', 'rgb(126, 34, 206)', 'none'],
          ['Clerk, was', 'was here', 'rgb(126, 34, 206)', '3px, 3px'],
          ['Finance Director', '* changed', 'rgb(14, 116, 144)', 'none'],
        ]) {
          const flag = page.locator(`${box(name)} .flag text`)
          expect(await flag.textContent()).toBe(mark)
          // As large as the titles of small boxes, which are at least 11 pixels.
          expect((await flag.boundingBox())?.height).toBeGreaterThan(9)
          expect(await styleOf(page, `${box(name)} .flag rect`, 'fill')).toBe(colour)
          expect(await styleOf(page, `${box(name)} .frame`, 'stroke')).toBe(colour)
          expect(await styleOf(page, `${box(name)} .frame`, 'stroke-dasharray')).toBe(dashes)
        }
      },
      { marks, depth: 9 },
    )
  })

  it('lists the changes, counts roles without ghosts, and leads from an old place to the new one', async () => {
    await explore(
      reorganised,
      async (page, address) => {
        const overview = await page.innerText('aside')
        expect(overview).toContain('Roles\n9')
        expect(overview).toContain('+ added (1)\nDelivery Lead\n- removed (2)\nCounsel\nPMO Manager')
        expect(overview).toContain(
          '~ moved (3)\nClerk\nPMO Analyst\nPMO Coordinator\n* changed (1)\nFinance Director',
        )
        await page.click(box('Clerk, was here'))
        expect(await page.innerText('aside')).toContain('was here\nnow below PMO Director')
        expect(await page.locator('aside .actions').isVisible()).toBe(false)
        await page.click('aside h3:has-text("Now") + ul a')
        expect(await page.innerText('aside')).toContain('~ moved\nwas below Chief Financial Officer')
        // The address of a role is that of its new place.
        expect(page.url()).toBe(`${address}#role=clerk`)
        await page.click(box('Finance Director'))
        expect(await page.innerText('aside')).not.toContain('Direct reports')
      },
      { marks, depth: 9 },
    )
  })

  it('finds a removed role where it was, and one that has moved where it is now', async () => {
    await explore(
      reorganised,
      async (page) => {
        await page.fill('[role=combobox]', 'clerk')
        expect(await page.locator('.search [role=option]').count()).toBe(1)
        await page.keyboard.press('Enter')
        expect(await page.innerText('aside')).toContain('was below')
        await page.fill('[role=combobox]', 'counsel')
        await page.keyboard.press('Enter')
        expect(await nameInPanel(page)).toBe('Counsel')
      },
      { marks },
    )
  })

  it('tells marks apart by dashes too', async () => {
    await explore(
      reorganised,
      async (page) => {
        const dashes = await Promise.all(
          ['Delivery Lead', 'Counsel', 'Clerk, ~', 'Clerk, was', 'Planner'].map((name) =>
            styleOf(page, `${box(name)} .frame`, 'stroke-dasharray'),
          ),
        )
        expect(dashes).toEqual(['none', '9px, 3px', 'none', '3px, 3px', '2px, 4px'])
        expect(await page.locator('.edge.gone').getAttribute('d')).not.toBe('')
      },
      { marks, depth: 9 },
    )
  })
})

describe('staff, planned roles and holders', () => {
  it('are drawn beside the line down from their manager, above its reports', async () => {
    await explore(
      staffed,
      async (page) => {
        const chief = await placeOf(page, 'Chief Executive')
        for (const [place, name] of ['Executive Assistant', 'General Counsel'].entries()) {
          const staff = await placeOf(page, name)
          expect(staff.x).toBe(chief.x + 102 + 20)
          expect(staff.y).toBe(chief.y + 128 + place * 90)
          for (const report of ['Chief Financial', 'Chief of Staff'])
            expect((await placeOf(page, report)).y).toBeGreaterThan(staff.y + 68)
        }
        const boxes = await page.evaluate<Place[]>(
          `[...document.querySelectorAll('.box')].map((box) => { const { x, y } = box.transform.baseVal[0].matrix; return { x: box.transform.baseVal[0].matrix.e, y: box.transform.baseVal[0].matrix.f } })`,
        )
        for (const [index, one] of boxes.entries())
          for (const other of boxes.slice(index + 1))
            expect(Math.abs(one.x - other.x) >= 204 || Math.abs(one.y - other.y) >= 68).toBe(true)
      },
      { depth: 9, lines: 'solid' },
    )
  })

  it('are named with their share and kind', async () => {
    await explore(
      peopled,
      async (page) => {
        await page.click(box('PMO Director'))
        expect(await page.innerText('aside')).toContain('Holders\nMay Day (acting, 60%)\nSam Sample (33.3%)')
        await page.click(box('Planner'))
        expect(await page.innerText('aside')).toContain('Planned')
        expect(await page.getAttribute(box('Planner'), 'aria-label')).toBe('Planner, planned')
      },
      { depth: 9 },
    )
  })
})
