import type { Page } from 'playwright-core'
import { pmoOrg } from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'
import { firm } from '../render/charts.js'
import { box, explore, nameInPanel, stopped } from './explore.js'

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const rectOf = (page: Page, selector: string): Promise<Rect> => {
  return page.evaluate<Rect>(
    `(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`,
  )
}
const isWithin = (inner: Rect, outer: Rect): boolean => {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** The boxes that are not entirely visible. */
const boxesCut = (page: Page): Promise<string[]> => {
  return page.evaluate<string[]>(`(() => {
    const stage = document.querySelector('.stage').getBoundingClientRect()
    return [...document.querySelectorAll('.box')].filter((box) => {
      const { left, top, right, bottom } = box.querySelector('.frame').getBoundingClientRect()
      return left < stage.left || top < stage.top || right > stage.right || bottom > stage.bottom
    }).map((box) => box.getAttribute('aria-label'))
  })()`)
}

/** Resolves once a change has been drawn. */
const drawn = (page: Page): Promise<unknown> => {
  return page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
}

describe('after the window is resized', () => {
  const large = { viewport: { width: 1400, height: 900 } }

  it('the whole chart is visible, unless the reader has moved it', async () => {
    await explore(
      firm,
      async (page) => {
        await page.getByRole('button', { name: 'Fit' }).click()
        for (const [width, height] of [
          [900, 700],
          [1400, 420],
          [1600, 900],
        ]) {
          await page.setViewportSize({ width, height })
          await drawn(page)
          expect(await boxesCut(page), `${width} × ${height}`).toEqual([])
        }
      },
      { depth: 9 },
      '',
      large,
    )
  })

  it.each([
    ['by the wheel', (page: Page) => page.mouse.wheel(40, 10)],
    ['by a drag', drag],
    ['by a key', (page: Page) => page.keyboard.press('+')],
    ['by a button', (page: Page) => page.getByRole('button', { name: 'Zoom out' }).click()],
  ] as const)(
    'the same part is visible at the same scale if the reader has moved the chart %s',
    async (_name, move) => {
      await explore(
        firm,
        async (page) => {
          await page.focus('.stage')
          await page.mouse.move(300, 600)
          await move(page)
          await drawn(page)
          const before = await rectOf(page, `${box('Chief Executive')} .frame`)
          await page.setViewportSize({ width: 1300, height: 640 })
          await drawn(page)
          expect(await rectOf(page, `${box('Chief Executive')} .frame`)).toEqual(before)
          await page.getByRole('button', { name: 'Fit' }).click()
          await page.setViewportSize({ width: 900, height: 560 })
          await drawn(page)
          expect(await boxesCut(page)).toEqual([])
        },
        { depth: 9 },
        '',
        large,
      )
    },
  )

  async function drag(page: Page): Promise<void> {
    await page.mouse.down()
    await page.mouse.move(340, 580, { steps: 4 })
    await page.mouse.up()
  }
})

describe('in a narrow window', () => {
  const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })
  const narrow = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }

  it('the tools, the search, the panel and the selected role are visible', async () => {
    await explore(
      office,
      async (page) => {
        const screen = { x: 0, y: 0, width: 360, height: 640 }
        const isInside = async (selector: string): Promise<boolean> =>
          isWithin(await rectOf(page, selector), screen)
        const cut = await page.evaluate<
          string[]
        >(`[...document.querySelectorAll('header *')].filter((part) => {
          const { left, right, width } = part.getBoundingClientRect()
          return width > 1 && (left < 0 || right > 360 || part.scrollWidth > part.clientWidth + 1 && part.matches('div, button'))
        }).map((part) => part.outerHTML)`)
        expect(cut).toEqual([])
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360)

        await page.locator('[role=combobox]').tap()
        await page.keyboard.type('pmo analyst')
        expect(await isInside('.search ul')).toBe(true)
        await page.locator('.search [role=option]').first().tap()
        expect(await nameInPanel(page)).toBe('PMO Analyst')
        await expect
          .poll(async () => isWithin(await rectOf(page, '.selected .frame'), await rectOf(page, '.stage')))
          .toBe(true)
        expect(await isInside('aside')).toBe(true)
        await page.getByRole('button', { name: 'Path from here' }).tap()
        await page.locator('aside a', { hasText: 'PMO Manager' }).first().tap()
        await page.getByRole('button', { name: 'Path to here' }).tap()
        expect(await page.innerText('.path-text')).toContain('Reporting path, 1 step')
        expect(await isInside('.path')).toBe(true)
        expect(await isInside('aside')).toBe(true)
        expect((await rectOf(page, '.stage')).height).toBeGreaterThan(100)
        await page.getByRole('button', { name: 'Close' }).tap()
        expect(await page.locator('aside').isVisible()).toBe(false)
      },
      {},
      '',
      narrow,
    )
  })
})

describe('touch', () => {
  const screen = { viewport: { width: 1000, height: 700 }, hasTouch: true }
  const FRAME = `${box('Chief Financial Officer')} .frame`

  type Finger = readonly [x: number, y: number]

  /** Moves fingers from one point to another in a few steps. */
  async function move(page: Page, fingers: readonly (readonly [from: Finger, to: Finger])[]): Promise<void> {
    const session = await page.context().newCDPSession(page)
    const at = (part: number): { x: number; y: number; id: number }[] =>
      fingers.map(([[x, y], [toX, toY]], id) => ({ x: x + (toX - x) * part, y: y + (toY - y) * part, id }))
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (let step = 1; step <= 10; step++) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 10) })
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await drawn(page)
  }

  it('zooms in and out around the midpoint of two fingers', async () => {
    await explore(
      firm,
      async (page) => {
        const before = await rectOf(page, FRAME)
        // Around the top left corner of the box.
        const { x, y } = before
        await move(page, [
          [
            [x - 50, y + 40],
            [x - 100, y + 80],
          ],
          [
            [x + 50, y - 40],
            [x + 100, y - 80],
          ],
        ])
        const after = await rectOf(page, FRAME)
        expect(after.width / before.width).toBeCloseTo(2, 1)
        expect(Math.hypot(after.x - x, after.y - y)).toBeLessThan(4)
        await move(page, [
          [
            [x - 100, y + 80],
            [x - 50, y + 40],
          ],
          [
            [x + 100, y - 80],
            [x + 50, y - 40],
          ],
        ])
        expect((await rectOf(page, FRAME)).width / before.width).toBeCloseTo(1, 1)
        // The page itself is not zoomed.
        expect(await page.evaluate<number>('visualViewport.scale')).toBe(1)
      },
      {},
      '',
      screen,
    )
  })

  it.each([1, 2])('pans with %d fingers', async (count) => {
    await explore(
      firm,
      async (page) => {
        const before = await rectOf(page, FRAME)
        const fingers = [
          [
            [200, 400],
            [260, 370],
          ],
          [
            [300, 420],
            [360, 390],
          ],
        ] as const
        await move(page, fingers.slice(0, count))
        const after = await rectOf(page, FRAME)
        expect(Math.abs(after.x - before.x - 60)).toBeLessThan(6)
        expect(Math.abs(after.y - before.y + 30)).toBeLessThan(6)
        expect(after.width / before.width).toBeCloseTo(1, 1)
      },
      {},
      '',
      screen,
    )
  })

  it('selects a role and expands it', async () => {
    await explore(
      firm,
      async (page) => {
        await page.locator(`${box('Chief Executive')} .name`).tap()
        expect(await nameInPanel(page)).toBe('Chief Executive')
        await page.locator(`${box('Chief Executive')} .toggle`).tap()
        expect(await page.locator(box('Auditor')).count()).toBe(1)
      },
      { depth: 0 },
      '',
      screen,
    )
  })
})

describe('motion', () => {
  it.each([
    ['off on request', 'reduce', false],
    ['a glide by default', 'no-preference', true],
  ] as const)('is %s', async (_name, reducedMotion, glides) => {
    await explore(
      firm,
      async (page) => {
        await page.evaluate(`
          globalThis.places = new Set()
          const watch = () => {
            const { a, e, f } = document.querySelector('.chart > g').getScreenCTM()
            places.add([a.toFixed(2), e.toFixed(0), f.toFixed(0)].join(' '))
            requestAnimationFrame(watch)
          }
          watch()`)
        await page.fill('[role=combobox]', 'coordinator')
        await page.keyboard.press('Enter')
        expect(await nameInPanel(page)).toBe('PMO Coordinator')
        await stopped(page)
        // The old and the new position.
        const places = await page.evaluate<number>('places.size')
        if (glides) expect(places).toBeGreaterThan(2)
        else expect(places).toBe(2)
        expect(await page.evaluate<number>('document.getAnimations().length')).toBe(0)
      },
      { depth: 9 },
      '',
      { viewport: { width: 1200, height: 400 }, reducedMotion },
    )
  })
})
