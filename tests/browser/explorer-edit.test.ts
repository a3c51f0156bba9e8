import type { Page } from 'playwright-core'
import { type Change, changeOrg, defineOrg, managerOf, orgFromRecords, roleOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { axeViolations } from './axe.js'
import { box, explore, WINDOWS } from './explore.js'

const office = defineOrg({
  roles: {
    chief: { title: 'Chief' },
    finance: { title: 'Finance', reportsTo: 'chief', holders: ['Ada'] },
    delivery: { title: 'Delivery', reportsTo: 'chief', vacant: true },
    clerk: { title: 'Clerk', reportsTo: 'finance' },
    buyer: { title: 'Buyer', reportsTo: 'finance', dottedTo: 'delivery' },
    planner: { title: 'Planner', reportsTo: 'delivery' },
  },
})

const POLICY = {
  rules: {
    'span at most': { rule: 'maxSpan', max: 2, because: 'Managers meet each report every week.' },
  },
} as const

/** The changes that the page gives. */
async function changesOf(page: Page): Promise<Change[]> {
  await page.getByRole('button', { name: /^Changes/ }).click()
  return JSON.parse(await page.inputValue('aside textarea')) as Change[]
}

/** Presses the mouse on one box and releases it on another. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  const [start, end] = await Promise.all([from, to].map((name) => page.locator(box(name)).boundingBox()))
  if (start === null || end === null) throw new Error('not in view')
  await page.mouse.move(start.x + start.width / 2, start.y + 20)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + 20, { steps: 8 })
}

/** The boxes with their levels, in keyboard order. */
const tree = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.box')].map((box) => ' '.repeat(box.getAttribute('aria-level') - 1) + box.querySelector('.name').textContent)`,
  )

const OPTIONS = { edit: { policy: POLICY }, depth: 9, relations: 'reporting' } as const

describe('a box that is dragged', () => {
  it('reports to the role that it is dropped on, and is marked', async () => {
    await explore(
      office,
      async (page) => {
        await drag(page, 'Clerk', 'Delivery')
        expect(await page.locator(`${box('Delivery')}.drop`).count()).toBe(1)
        expect(await page.innerText('.drag-label')).toBe('Clerk → Delivery')
        await page.mouse.up()
        expect(await tree(page)).toEqual([
          'Chief',
          ' Finance',
          '  Buyer',
          ' Delivery',
          '  Clerk',
          '  Planner',
        ])
        expect(await page.getAttribute(box('Clerk'), 'aria-label')).toBe('Clerk, ~ moved, was below Finance')
        const changes = await changesOf(page)
        expect(changes).toEqual([{ do: 'set-manager', role: 'clerk', manager: 'delivery' }])
        expect(managerOf(changeOrg(office, changes).org, 'clerk')).toBe('delivery')
      },
      OPTIONS,
    )
  })

  it('has its label in view at the edge of the drawing', async () => {
    await explore(
      office,
      async (page) => {
        await drag(page, 'Clerk', 'Delivery')
        const stage = await page.locator('.stage').boundingBox()
        const right = (stage?.x ?? NaN) + (stage?.width ?? NaN)
        await page.mouse.move(right - 3, (stage?.y ?? NaN) + 60)
        expect(await page.innerText('.drag-label')).toBe('Clerk')
        const label = await page.locator('.drag-label').boundingBox()
        expect((label?.x ?? NaN) + (label?.width ?? NaN)).toBeLessThanOrEqual(right)
        await page.keyboard.press('Escape')
        await page.mouse.up()
      },
      OPTIONS,
    )
  })

  it('is not dropped on a role below it', async () => {
    await explore(
      office,
      async (page) => {
        await drag(page, 'Finance', 'Clerk')
        expect(await page.locator(`${box('Clerk')}.no-drop`).count()).toBe(1)
        expect(await page.innerText('.drag-label')).toBe('Finance: Clerk is below it')
        await page.mouse.up()
        expect(await page.innerText('.edit-message')).toContain(
          "report to each other in a cycle: 'finance' → 'clerk' → 'finance'",
        )
        expect(await page.locator('.culprit').count()).toBe(2)
        await page.getByRole('button', { name: 'Changes (0)', exact: true }).click()
        expect(await page.locator('aside textarea').count()).toBe(0)
        expect(await page.locator('.box.moved').count()).toBe(0)
      },
      OPTIONS,
    )
  })

  it('stays where it is after Escape, and a press without a drag selects', async () => {
    await explore(
      office,
      async (page) => {
        await drag(page, 'Clerk', 'Delivery')
        await page.keyboard.press('Escape')
        await page.mouse.up()
        expect(await page.locator('.box.moved').count()).toBe(0)
        await page.click(box('Planner'))
        expect(await page.innerText('aside h2')).toBe('Planner')
      },
      OPTIONS,
    )
  })
})

describe('rules', () => {
  it('are checked after each edit, and mark the culprit', async () => {
    await explore(
      office,
      async (page) => {
        await expect.poll(() => page.innerText('aside')).toContain('No rules are broken.')
        await drag(page, 'Planner', 'Finance')
        await page.mouse.up()
        await expect
          .poll(() => page.getAttribute(box('Finance'), 'aria-label'))
          .toContain('breaks the rule span at most')
        expect(await page.locator('.culprit').count()).toBe(1)
        expect(await page.textContent(`${box('Finance')} .warning text`)).toBe('!')
        // On a small box too.
        while ((await page.locator('svg.chart.small-boxes').count()) === 0)
          await page.getByRole('button', { name: 'Zoom out', exact: true }).click()
        expect(await page.textContent(`${box('Finance')} .warning text`)).toBe('!')
        expect(await axeViolations(page)).toEqual([])
        await page.getByRole('button', { name: /^Changes/ }).click()
        const overview = await page.innerText('aside')
        expect(overview).toContain('Broken rules (1)\nNew: span at most: Finance\n')
        expect(overview).toContain(
          "The role 'finance' has 3 direct reports; at most 2 is allowed".replace(' is ', ' are '),
        )
        expect(overview).toContain('Managers meet each report every week.')
        await page.keyboard.press('Control+z')
        await expect.poll(() => page.locator('.culprit').count()).toBe(0)
      },
      OPTIONS,
    )
  })
})

describe('a new person', () => {
  it('is assigned, and gone when that is undone', async () => {
    const staffed = defineOrg({
      people: { ada: { name: 'Ada' } },
      roles: { chief: { title: 'Chief', holders: ['ada'] }, clerk: { title: 'Clerk', reportsTo: 'chief' } },
    })
    const assigned = [
      { do: 'add-person', person: 'grace', spec: { name: 'Grace' } },
      { do: 'assign', role: 'clerk', holder: 'grace' },
    ]
    await explore(
      staffed,
      async (page) => {
        await page.click(box('Clerk'))
        await page.getByRole('button', { name: 'Assign', exact: true }).click()
        await page.getByLabel('Person').fill('Grace')
        await page.keyboard.press('Enter')
        expect(await changesOf(page)).toEqual(assigned)
        await page.getByRole('button', { name: 'Undo' }).click()
        expect(await page.getByRole('button', { name: 'Changes (0)' }).count()).toBe(1)
        await page.click(box('Clerk'))
        expect(await page.innerText('aside')).not.toContain('Grace')
        await page.getByRole('button', { name: 'Redo' }).click()
        expect(await changesOf(page)).toEqual(assigned)
      },
      { edit: true, depth: 9, relations: 'reporting' },
    )
  })
})

describe('the keyboard alone', () => {
  it('moves, adds, renames, assigns, removes, undoes and redoes', async () => {
    await explore(
      office,
      async (page) => {
        const press = async (...keys: string[]): Promise<void> => {
          for (const key of keys) await page.keyboard.press(key)
        }
        await page.focus('.stage')
        // Finance is cut and pasted below Delivery.
        await press('f', 'Control+x')
        // Letters in quick succession are one word.
        await page.waitForTimeout(700)
        await press('d', 'Control+v')
        expect(await tree(page)).toEqual([
          'Chief',
          ' Delivery',
          '  Finance',
          '   Clerk',
          '   Buyer',
          '  Planner',
        ])
        // Finance is selected, and gets a report.
        await press('Insert')
        await page.keyboard.type('Senior Analyst')
        await press('Enter')
        expect(await tree(page)).toContain('   Senior Analyst')
        await press('F2')
        await press('Control+a')
        await page.keyboard.type('Lead Analyst')
        await press('Enter')
        expect(await tree(page)).toContain('   Lead Analyst')
        // Assign is the fourth button after the panel itself.
        await page.getByRole('button', { name: 'Assign', exact: true }).focus()
        await press('Enter')
        await page.keyboard.type('Grace')
        await press('Enter')
        expect(await page.innerText('aside')).toContain('Holder\nGrace')
        // Remove Finance, and lift its reports.
        await page.focus('.stage')
        await press('ArrowLeft', 'Delete')
        expect(await page.innerText('.edit-form')).toContain(
          'What happens to its 3 reports?\nlet them report to Delivery',
        )
        await press('Enter')
        expect(await page.innerText('.edit-message')).toContain("still referenced by its holder 'Ada'")
        await page.getByLabel('Also remove references to it').focus()
        await press(' ', 'Enter')
        expect(await page.innerText('.edit-message')).toBe('Removed Finance.')
        expect(await tree(page)).toEqual([
          'Chief',
          ' Delivery',
          '  Clerk',
          '  Buyer',
          '  Planner',
          '  Lead Analyst',
        ])
        for (let step = 0; step < 5; step++) await press('Control+z')
        expect(await tree(page)).toEqual([
          'Chief',
          ' Finance',
          '  Clerk',
          '  Buyer',
          ' Delivery',
          '  Planner',
        ])
        for (let step = 0; step < 5; step++) await press('Control+y')
        const changes = await changesOf(page)
        const { org } = changeOrg(office, changes)
        expect(roleOf(org, 'senior-analyst')).toMatchObject({
          title: 'Lead Analyst',
          holders: ['Grace'],
          reportsTo: 'delivery',
        })
      },
      { edit: true, depth: 9, relations: 'reporting' },
      '',
      { viewport: { width: 1280, height: 1100 } },
    )
  })
})

describe('a manager is named', () => {
  const moveClerkTo = async (page: Page, name: string): Promise<void> => {
    await page.click(box('Clerk'))
    await page.getByRole('button', { name: 'Move', exact: true }).first().click()
    await page.getByLabel('New manager').fill(name)
    await page.keyboard.press('Enter')
  }

  it.each([
    ['a part of its title', 'Deliv'],
    ['its title in other letters', ' DELIVERY'],
    ['its id', 'delivery'],
  ])('by %s', async (_kind, name) => {
    await explore(
      office,
      async (page) => {
        await moveClerkTo(page, name)
        expect(await page.innerText('.edit-message')).toBe('Moved Clerk to Delivery.')
        expect(await changesOf(page)).toEqual([{ do: 'set-manager', role: 'clerk', manager: 'delivery' }])
      },
      OPTIONS,
    )
  })

  it('by its title, although that is a part of another one', async () => {
    await explore(
      changeOrg(office, [
        { do: 'add-role', role: 'desk', spec: { title: 'Delivery Desk', reportsTo: 'delivery' } },
      ]).org,
      async (page) => {
        await moveClerkTo(page, 'Delivery')
        expect(await page.innerText('.edit-message')).toBe('Moved Clerk to Delivery.')
      },
      OPTIONS,
    )
  })

  it('with options while a text is there', async () => {
    await explore(
      office,
      async (page) => {
        await page.click(box('Clerk'))
        await page.getByRole('button', { name: 'Move', exact: true }).first().click()
        const options = page.locator('#edit-roles option')
        await page.getByLabel('New manager').fill('deliv')
        expect(await options.count()).toBe(1)
        await page.getByLabel('New manager').fill('')
        expect(await options.count()).toBe(0)
      },
      OPTIONS,
    )
  })

  it.each(['e', 'Nobody'])('by %s, which is refused until the form is closed', async (name) => {
    await explore(
      office,
      async (page) => {
        await moveClerkTo(page, name)
        expect(await page.innerText('.edit-message')).toBe(
          `No single role matches ${name}. Choose one from the list.`,
        )
        await page.getByRole('button', { name: 'Cancel' }).click()
        expect(await page.textContent('.edit-message')).toBe('')
        expect(await page.locator('.box.moved').count()).toBe(0)
      },
      OPTIONS,
    )
  })
})

describe('removing', () => {
  it('asks again where something else refers to the role', async () => {
    await explore(
      office,
      async (page) => {
        await page.click(box('Delivery'))
        await page.getByRole('button', { name: 'Remove', exact: true }).first().click()
        await page.getByLabel('let them report to another role').check()
        await page.getByLabel('The other role').fill('Finance (finance)')
        await page.locator('.edit-form button[type=submit]').click()
        expect(await page.innerText('.edit-message')).toContain("'delivery'")
        await page.getByLabel('Also remove references to it').check()
        await page.locator('.edit-form button[type=submit]').click()
        expect(await tree(page)).toEqual(['Chief', ' Finance', '  Clerk', '  Buyer', '  Planner'])
        expect(await changesOf(page)).toEqual([
          { do: 'remove-role', role: 'delivery', reports: { to: 'finance' }, references: 'remove' },
        ])
      },
      OPTIONS,
    )
  })
})

it('sends the changes to the embedding page of the origin alone', async () => {
  await explore(
    office,
    async (page) => {
      await page.evaluate(
        `(() => { const sent = (globalThis.sent = []); window.parent.postMessage = (...message) => sent.push(message) })()`,
      )
      await drag(page, 'Clerk', 'Delivery')
      await page.mouse.up()
      await page.getByRole('button', { name: /^Changes/ }).click()
      await page.getByRole('button', { name: 'Send' }).click()
      expect(await page.evaluate('globalThis.sent')).toEqual([
        [
          { type: 'rolegraph-changes', changes: [{ do: 'set-manager', role: 'clerk', manager: 'delivery' }] },
          'https://hr.example.com',
        ],
      ])
    },
    { edit: { origin: 'https://hr.example.com' }, depth: 9 },
  )
})

describe.each(WINDOWS)('axe-core finds nothing while editing in a window of %s', (_window, context) => {
  it.each(['light', 'dark'] as const)('in %s, with every form', async (colorScheme) => {
    await explore(
      office,
      async (page) => {
        const changes = page.getByRole('button', { name: /^Changes/ })
        const showChanges = async (): Promise<void> => {
          // On a phone, the tools are in the menu.
          if (!(await changes.isVisible())) await page.getByRole('button', { name: 'Menu' }).click()
          await changes.click()
        }
        const open = (name: string): Promise<void> =>
          page.getByRole('group', { name: 'Edit' }).getByRole('button', { name, exact: true }).click()
        const shot = async (name: string): Promise<void> => {
          expect(await axeViolations(page)).toEqual([])
          const folder = process.env['SHOTS']
          const width = String(page.viewportSize()?.width)
          if (folder !== undefined)
            await page.screenshot({ path: `${folder}/edit-${name}-${width}-${colorScheme}.png` })
        }
        await showChanges()
        await expect.poll(() => page.innerText('aside')).toContain('No rules are broken.')
        await shot('overview')
        await page.evaluate(`location.hash = '#role=planner'`)
        await page.waitForSelector(`${box('Planner')}.selected`)
        for (const name of ['Move', 'Add report', 'Rename', 'Assign', 'Remove']) {
          await open(name)
          await shot(name.toLowerCase().replace(' ', '-'))
        }
        await open('Move')
        await page.getByLabel('New manager').fill('Finance')
        await page.keyboard.press('Enter')
        await page.evaluate(`location.hash = '#role=finance'`)
        await expect.poll(() => page.locator('.culprit').count()).toBe(1)
        await shot('broken-rule')
        await showChanges()
        await page.click('summary')
        await shot('changes')
      },
      { ...OPTIONS, edit: { policy: POLICY, origin: 'https://hr.example.com' } },
      '',
      { ...context, colorScheme },
    )
  })
})

it('moves a subtree of 10,000 roles in a few frames', async () => {
  const rows = [
    { id: 'top', boss: null },
    { id: 'left', boss: 'top' },
    { id: 'right', boss: 'top' },
    ...Array.from({ length: 10_000 }, (_, at) => ({
      id: `r${String(at)}`,
      boss: at < 8 ? 'left' : `r${String(Math.floor(at / 8) - 1)}`,
    })),
  ]
  await explore(
    orgFromRecords(rows, { id: 'id', manager: 'boss' }),
    async (page) => {
      // The page has prepared its search.
      await page.evaluate(
        'new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => requestIdleCallback(done))))',
      )
      await drag(page, 'left', 'right')
      const took = await page.evaluate<number>(
        `new Promise((done) => {
          let start = 0
          addEventListener('pointerup', () => { start = performance.now() }, { capture: true })
          document.body.addEventListener('pointerup', () => { start = performance.now() })
          addEventListener('pointerup', () => done(performance.now() - start))
          document.body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
        })`,
      )
      await page.mouse.up()
      expect(await page.getAttribute(box('left'), 'aria-label')).toContain('~ moved')
      if (process.env['SHOTS'] !== undefined) console.log(`a move took ${String(took)} ms`)
    },
    { edit: true, relations: 'reporting' },
  )
})
