import { changeOrg, defineOrg, type Org } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { axeViolations } from './axe.js'
import { box, explore, nameInPanel, WINDOWS } from './explore.js'

const before = defineOrg({
  roles: {
    chief: { title: 'Chief', holders: ['Ada'], cost: 100, fte: 1 },
    finance: { title: 'Finance', reportsTo: 'chief', cost: 80, fte: 1 },
    delivery: { title: 'Delivery', reportsTo: 'chief', cost: 80, fte: 1 },
    clerk: { title: 'Clerk', reportsTo: 'finance', cost: 30, fte: 0.5, holders: ['Bo'] },
    buyer: { title: 'Buyer', reportsTo: 'finance', cost: 40, fte: 1 },
  },
})
const after = changeOrg(before, [
  { do: 'set-manager', role: 'clerk', manager: 'delivery' },
  { do: 'remove-role', role: 'buyer' },
  {
    do: 'add-role',
    role: 'planner',
    spec: { title: 'Planner', reportsTo: 'delivery', cost: 50, holders: ['Cy'] },
  },
  { do: 'update-role', role: 'finance', set: { cost: 77777 } },
  { do: 'update-role', role: 'delivery', set: { title: 'Delivery Office' } },
]).org

describe('a page that compares two orgs', () => {
  it('marks roles, and draws an arrow from where a role was to where it is', async () => {
    await explore(
      before,
      async (page) => {
        const names = await page.evaluate<string[]>(
          `[...document.querySelectorAll('.box')].map((box) => box.getAttribute('aria-label'))`,
        )
        expect(names).toEqual([
          'Chief, Ada, 2 of 4 reports are direct',
          'Finance',
          'Clerk, was here, now below Delivery Office, Bo',
          'Buyer, - removed',
          'Delivery Office, * changed, 2 direct reports',
          'Clerk, ~ moved, Bo, was below Finance',
          'Planner, + added, Cy',
        ])
        expect(await page.getAttribute('.edge.moved-to', 'd')).toMatch(/^M[\d.-]+ [\d.-]+L/)
        expect(await page.getAttribute('.edge.moved-heads', 'd')).not.toBe('')
      },
      { after, depth: 9 },
    )
  })

  it('has figures before and after, and leads from each change to its box', async () => {
    await explore(
      before,
      async (page) => {
        const overview = await page.innerText('aside')
        for (const row of [
          'Roles\t5\t5\t±0',
          'Headcount\t5\t5\t±0',
          'FTE\t4.5\t3.5\t−1',
          'Cost\t330\t78,037\t+77,707',
        ])
          expect(overview).toContain(row)
        expect(overview).toContain('Changes (5)')
        await page.click('aside a:has-text("remove the role \'buyer\'")')
        expect(await nameInPanel(page)).toBe('Buyer')
        await page.click(box('Delivery Office'))
        expect(await page.innerText('aside')).toContain('Span of control\t0\t2\t+2')
      },
      { after, depth: 9, fields: ['usual', 'cost'] },
    )
  })

  it('has figures, changes and colours on a phone, one tap away', async () => {
    await explore(
      before,
      async (page) => {
        const panel = page.locator('aside')
        const changes = page.getByRole('button', { name: 'Changes (4)' })
        expect(await panel.isVisible()).toBe(false)
        await changes.tap()
        expect(await panel.innerText()).toContain('Headcount\t5\t5\t±0')
        await page.tap('aside a:has-text("remove the role \'buyer\'")')
        expect(await nameInPanel(page)).toBe('Buyer')
        expect(await changes.getAttribute('aria-expanded')).toBe('false')
        await page.getByLabel('Colours').selectOption('layer')
        expect(await page.locator('.key button[data-entry]').count()).toBe(3)
        await changes.tap()
        expect(await panel.innerText()).toContain('Changes (4)')
        await changes.tap()
        expect(await panel.isVisible()).toBe(false)
      },
      { after, depth: 9 },
      '',
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    )
  })

  it('shows where a chosen role was and is, though both places were collapsed', async () => {
    await explore(
      before,
      async (page) => {
        const places = page.locator(box('Clerk'))
        for (const choose of [
          () => page.click('aside a:has-text("\'clerk\'")'),
          // The list of changes comes back when no role is chosen.
          () => page.fill('input[type=search]', 'clerk').then(() => page.keyboard.press('Enter')),
        ]) {
          await page.getByRole('button', { name: 'Collapse all', exact: true }).click()
          expect(await places.count()).toBe(0)
          await choose()
          expect(await places.count()).toBe(2)
          expect(await page.getAttribute('.edge.moved-to', 'd')).not.toBe('')
          expect(await nameInPanel(page)).toBe('Clerk')
        }
      },
      { after, depth: 9 },
    )
  })

  it.each([
    ['one line', 'Clerk'],
    ['several lines', 'Head of International Programme Delivery and Assurance'],
  ])('keeps the flags of small boxes off a title of %s', async (_lines, title) => {
    const renamed = (org: Org): Org =>
      changeOrg(org, [{ do: 'update-role', role: 'clerk', set: { title } }]).org
    await explore(
      renamed(before),
      async (page) => {
        let small = 0
        for (let step = 0; step < 12; step++) {
          await page.getByRole('button', { name: 'Zoom out', exact: true }).click()
          // How far the capitals of the first line are below the flag: they are 0.72 of the size above their baseline. After the next
          // frame, which may draw blocks in place of boxes.
          const apart = await page.evaluate<number | null>(`(async () => {
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
            const box = document.querySelector('.small-boxes .box.moved:not(.ghost)')
            if (box === null) return null
            const name = box.querySelector('.name')
            const flag = box.querySelector('.flag')
            const [y, scale] = /translate\\(\\S+ (\\S+)\\) scale\\((\\S+)\\)/.exec(flag.getAttribute('transform')).slice(1).map(Number)
            const height = flag.querySelector('rect').height.baseVal.value
            return Number(name.getAttribute('y')) - 0.72 * Number(name.getAttribute('font-size')) - y - height * scale
          })()`)
          if (apart === null) continue
          small++
          expect(apart).toBeGreaterThan(0)
        }
        expect(small).toBeGreaterThan(1)
      },
      { after: renamed(after), depth: 9 },
    )
  })

  it('counts a manager whose reports are all gone as one role, far away', async () => {
    await explore(
      before,
      async (page) => {
        const blocks = page.locator('.block text')
        while ((await blocks.count()) === 0)
          await page.getByRole('button', { name: 'Zoom out', exact: true }).click()
        // Of Finance, one report has moved and one is removed.
        expect(await blocks.allTextContents()).toEqual(expect.arrayContaining(['1 role', '3 roles']))
      },
      { after, depth: 9 },
    )
  })

  it('has no button for the overview in a wide window, which shows it', async () => {
    await explore(
      before,
      async (page) => {
        expect(await page.locator('aside').isVisible()).toBe(true)
        expect(await page.getByRole('button', { name: 'Changes (4)' }).isVisible()).toBe(false)
      },
      { after },
    )
  })

  it('says nothing of a change in a field that it does not show', async () => {
    await explore(
      before,
      async (page) => {
        expect(await page.content()).not.toContain('77777')
        expect(await page.innerText('aside')).toContain('Changes (4)')
        expect(await page.innerText('aside')).not.toContain('Cost')
        expect(await page.getAttribute(box('Finance'), 'aria-label')).not.toContain('changed')
      },
      { after, depth: 9 },
    )
  })
})

describe.each(WINDOWS)('axe-core finds nothing in a comparison in a window of %s', (_window, context) => {
  it.each(['light', 'dark'] as const)('of two orgs, in %s', async (colorScheme) => {
    await explore(
      before,
      async (page) => {
        const changes = page.getByRole('button', { name: /^Changes/ })
        if (await changes.isVisible()) await changes.click()
        expect(await axeViolations(page)).toEqual([])
        const folder = process.env['SHOTS']
        const width = String(page.viewportSize()?.width)
        if (folder !== undefined)
          await page.screenshot({ path: `${folder}/compare-${width}-${colorScheme}.png` })
        await page.click(box('Delivery Office'))
        expect(await axeViolations(page)).toEqual([])
      },
      { after, depth: 9, fields: ['usual', 'cost'] },
      '',
      { ...context, colorScheme },
    )
  })
})
