import type { Page } from 'playwright-core'
import { defineOrg, find, type Org, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { hostileOrg } from '../query/hostile-org.js'
import { firm, HOSTILE_LABELS, hostileLabels } from '../render/charts.js'
import { elementsOf } from '../render/xml-events.js'
import { activeBox, box, explore, nameInPanel, savedSvg } from './explore.js'

function large(count: number): Org {
  const records = Array.from({ length: count }, (_, row) => {
    return { id: `r${row}`, boss: row === 0 ? null : `r${Math.floor((row - 1) / 7)}`, title: `Role ${row}` }
  })
  return orgFromRecords(records, { id: 'id', manager: 'boss', title: 'title' })
}

describe('the explorer page', () => {
  it('finds a role by title, holder and id, ignoring case and accents, and expands its managers', async () => {
    await explore(
      firm,
      async (page) => {
        expect(await page.locator(box('PMO Analyst')).count()).toBe(0)
        await page.fill('[role=combobox]', 'pmo ánal')
        expect(await page.locator('.search [role=option]').allInnerTexts()).toEqual([
          'PMO Analyst\nVacant · Project Management Office · analyst',
        ])
        await page.keyboard.press('Enter')
        expect(await nameInPanel(page)).toBe('PMO Analyst')
        expect(await page.locator(box('PMO Analyst')).getAttribute('aria-selected')).toBe('true')
        await page.fill('[role=combobox]', 'vaughan')
        await page.locator('.search [role=option]').first().click()
        expect(await nameInPanel(page)).toBe('PMO Director')
        await page.fill('[role=combobox]', 'nobody at all')
        expect(await page.locator('.no-results').isVisible()).toBe(true)
      },
      { depth: 0 },
    )
  })

  it('finds what find() finds, in the same order', async () => {
    const org = defineOrg({
      roles: {
        planner: { title: 'Clerk' },
        ...Object.fromEntries(
          ['Replanner', 'Head planner', 'Planner II', 'Planner', 'Co-ordinator', 'Órgano'].map(
            (title, place) => [`r${place}`, { title, reportsTo: 'planner' }],
          ),
        ),
        boss: {
          title: 'Chief',
          aliases: ['Big Boss', { name: 'Planner of plans', warning: 'a joke' }],
          holders: ['joe'],
          unit: 'plans',
        },
        __proto__x: { title: '<b>Planning</b>', holders: ['ada', 'joe'] },
      },
      units: { plans: { title: 'Planning office', aliases: ['Works'] } },
      people: { joe: { name: 'Joe O’Brien', aliases: ['Joseph'] }, ada: { name: 'Ada Planner' } },
    })
    await explore(org, async (page) => {
      // The first few are found by comparing all names, later ones by an index.
      for (const words of [
        'planner',
        'plan',
        'coordinator',
        'organo',
        'obrien',
        'joseph',
        'big',
        'plannre',
        'joe',
        'xyz',
        '<b',
        'planner plans',
        'office planning',
        'works',
        'ofice',
      ]) {
        await page.fill('[role=combobox]', words)
        const shown = await page.locator('.search [role=option] .result-more').allInnerTexts()
        const ids = shown.map((text) => text.split(' · ').at(-1))
        expect([words, ids]).toEqual([words, find(org, words).map(({ id }) => id)])
      }
      await page.fill('[role=combobox]', 'big boss')
      expect(await page.locator('.result-more').allInnerTexts()).toEqual([
        'Big Boss · Joe O’Brien · Planning office · boss',
      ])
    })
  })

  it('shows the holders, the place and the next steps of a role', async () => {
    await explore(
      firm,
      async (page) => {
        const text = await page.innerText('aside')
        for (const part of [
          'PMO Analyst',
          'Vacant',
          'Project Management Office',
          'Management chain\nPMO Manager\nPMO Director\nChief Project Officer\nChief Executive',
          'Next steps\nPMO Manager (2 years)\nProject Controller (lateral)',
        ]) {
          expect(text).toContain(part)
        }
        await page.click('aside a >> text=PMO Manager')
        expect(await nameInPanel(page)).toBe('PMO Manager')
        expect(await page.innerText('aside')).toContain('Direct reports (2)\nPMO Analyst\nPMO Coordinator')
      },
      {},
      '#role=analyst',
    )
  })

  it('expands and collapses boxes', async () => {
    await explore(
      firm,
      async (page) => {
        expect(await page.locator('[role=treeitem]').count()).toBe(2)
        await page.locator(`${box('Chief Executive')} .toggle`).click()
        expect(await page.locator('[role=treeitem]').count()).toBe(5)
        await page.click('text=Expand all')
        await page.waitForFunction(`document.querySelectorAll('[role=treeitem]').length === 10`)
        await page.click('text=Collapse all')
        await page.waitForFunction(`document.querySelectorAll('[role=treeitem]').length === 2`)
      },
      { depth: 0 },
    )
  })

  it('has the keys of the WAI-ARIA tree pattern', async () => {
    await explore(
      firm,
      async (page) => {
        await page.focus('.stage')
        const walk: [key: string, at: string][] = [
          ['ArrowRight', 'Chief Executive'],
          ['ArrowRight', 'Chief Project Officer'],
          ['ArrowDown', 'Chief Financial Officer'],
          ['*', 'Chief Financial Officer'],
          ['ArrowDown', 'Project Controller'],
          ['ArrowLeft', 'Chief Financial Officer'],
          ['ArrowLeft', 'Chief Financial Officer'],
          ['ArrowDown', 'Auditor'],
          ['Home', 'Chief Executive'],
          ['End', 'Adviser'],
          ['ArrowUp', 'Auditor'],
          ['c', 'Chief Executive'],
        ]
        for (const [key, at] of walk) {
          await page.keyboard.press(key)
          expect(`${key}: ${await activeBox(page)}`).toContain(`${key}: ${at}`)
        }
        const officer = page.locator(box('Chief Project Officer'))
        const attributes = ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded']
        expect(await Promise.all(attributes.map((name) => officer.getAttribute(name)))).toEqual([
          '2',
          '1',
          '3',
          'true',
        ])
      },
      { depth: 0 },
    )
  })

  it('shows the path between two roles by reporting lines and by career moves', async () => {
    await explore(
      firm,
      async (page) => {
        await page.getByRole('button', { name: 'Path from here' }).click()
        await page.fill('[role=combobox]', 'controller')
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: 'Path to here' }).click()
        expect(await page.innerText('.path-text')).toBe(
          'Reporting path, 6 steps: PMO Coordinator → PMO Manager → PMO Director → Chief Project Officer → Chief Executive → Chief Financial Officer → Project Controller. Nearest common manager: Chief Executive',
        )
        expect(await page.locator('.box.highlighted').count()).toBeGreaterThan(2)
        await page.getByRole('button', { name: 'Career', exact: true }).click()
        expect(await page.innerText('.path-text')).toBe(
          'Career path, 2 steps: PMO Coordinator → PMO Analyst → Project Controller',
        )
        await page.goBack()
        expect(await page.innerText('.path-text')).toContain('Reporting path')
        await page.getByRole('button', { name: 'Clear path' }).click()
        expect(await page.locator('.path').isVisible()).toBe(false)
      },
      {},
      '#role=coordinator',
    )
  })

  it('describes the keys of each view, and clears the number of results', async () => {
    await explore(firm, async (page) => {
      const description = (): Promise<string> =>
        page.evaluate<string>(
          `document.getElementById(document.querySelector('.stage').getAttribute('aria-describedby')).textContent`,
        )
      expect(await description()).toContain('asterisk expands all siblings')
      await page.getByRole('button', { name: 'Career', exact: true }).click()
      expect(await description()).toContain('right to the next step')
      await page.fill('[role=combobox]', 'pmo')
      const status = page.locator('.search [role=status]')
      expect(await status.textContent()).toBe('5 results')
      await page.keyboard.press('Escape')
      expect(await status.textContent()).toBe('')
    })
  })

  it('has a URL for each role and view, and goes back', async () => {
    await explore(
      hostileOrg,
      async (page, address) => {
        expect(await page.innerText('aside code')).toBe('__proto__')
        await page.locator('aside ul a').first().click()
        expect(page.url()).toBe(`${address}#role=constructor`)
        await page.goBack()
        expect(await page.innerText('aside code')).toBe('__proto__')
        await page.goForward()
        expect(await page.innerText('aside code')).toBe('constructor')
      },
      {},
      '#role=__proto__',
    )
  })

  it('shows every hostile label exactly, and runs nothing', async () => {
    await explore(hostileLabels, async (page) => {
      await page.click('text=Expand all')
      await page.waitForFunction(
        `document.querySelectorAll('[role=treeitem]').length === ${HOSTILE_LABELS.length + 1}`,
      )
      const titles = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.box > title')].map(({ textContent }) => textContent)`,
      )
      expect(titles.slice(1)).toEqual(HOSTILE_LABELS)
      expect(await page.locator('img, iframe, body a[href^=javascript]').count()).toBe(0)
      await page.locator('.box').nth(5).click()
      await page.fill('[role=combobox]', '<')
    })
  })

  it('saves the visible part as a complete SVG', async () => {
    const save = async (page: Page): Promise<void> => {
      const text = await savedSvg(page)
      expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
      expect(text).toContain('Chief Executive')
      expect(text).not.toMatch(/ (aria|data)-[a-z]+="/)
      // The counts of collapsed boxes are there, the buttons of expanded ones are not.
      const toggles = elementsOf(text).filter(({ attributes }) => attributes['class'] === 'toggle')
      expect(toggles.map((each) => each.text)).toEqual(['+1', '+1'])
    }
    await explore(firm, save, { depth: 1 })
  })

  it.each([10_000, 100_000])('opens %d roles, and draws only the visible part', async (count) => {
    const start = performance.now()
    await explore(large(count), async (page) => {
      const opened = Math.round(performance.now() - start)
      await page.click('text=Expand all')
      await page.fill('[role=combobox]', `role ${count - 1}`)
      await page.keyboard.press('Enter')
      expect(await nameInPanel(page)).toBe(`Role ${count - 1}`)
      const elements = await page.evaluate<number>(`document.querySelectorAll('*').length`)
      expect(elements).toBeLessThan(10_000)
      const frames = await page.evaluate<number>(`new Promise((resolve) => {
        const stage = document.querySelector('.stage')
        let frames = 0
        const start = performance.now()
        const step = () => {
          stage.dispatchEvent(new WheelEvent('wheel', { deltaX: 25, deltaY: 5, cancelable: true }))
          frames++
          if (performance.now() - start < 1000) requestAnimationFrame(step)
          else resolve(Math.round((frames * 1000) / (performance.now() - start)))
        }
        step()
      })`)
      console.log(
        `${count} roles: written and opened in ${opened} ms, ${frames} frames a second while panning`,
      )
    })
  })
})
