import type { Page } from 'playwright-core'
import { defineOrg, type Org, type OrgSpec } from 'rolegraph'
import { approvalPolicy, type ApprovalPolicySpec } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'
import { axeViolations } from './axe.js'
import { box, explore, nameInPanel } from './explore.js'

/** The chart of the tests of routes: ceo (Cy) > cfo (Fay) > lead (Lee) > buyer (Bo) > clerk (Kim); legal (Gus) reports to the ceo. */
const roles = {
  ceo: { title: 'Chief', holders: ['cy'], grade: 9 },
  cfo: { title: 'Finance', reportsTo: 'ceo', holders: ['fay'], grade: 7, unit: 'finance' },
  legal: { title: 'Legal', reportsTo: 'ceo', holders: ['gus'] },
  lead: { title: 'Lead', reportsTo: 'cfo', holders: ['lee'], grade: 5, unit: 'finance' },
  buyer: {
    title: 'Buyer',
    reportsTo: 'lead',
    holders: ['bo'],
    unit: 'finance',
    dottedTo: [{ to: 'legal', as: 'compliance' }],
  },
  clerk: { title: 'Clerk', reportsTo: 'buyer', holders: ['kim'] },
} satisfies OrgSpec['roles']
const limits = [
  { role: 'lead', upTo: 1000 },
  { role: 'cfo', upTo: 10_000 },
  { role: 'ceo', upTo: null },
] as const

const chartOf = (change: { readonly [Role in keyof typeof roles]?: object } = {}): Org => {
  const merged = Object.entries(roles).map(([id, role]) => {
    return [id, { ...role, ...change[id as keyof typeof roles] }] as const
  })
  const spec: OrgSpec = {
    roles: Object.fromEntries(merged),
    units: { finance: { head: 'cfo' } },
  }
  return defineOrg(spec)
}
const optionsOf = (policy: Partial<ApprovalPolicySpec> = {}) => ({
  approval: approvalPolicy({ limits, rules: [{ by: 'chain' }], ...policy }),
  depth: 9,
})

const items = async (page: Page, list: string): Promise<string[]> => {
  const texts = await page.locator(`.approval ${list}`).allInnerTexts()
  return texts.map((text) => text.replace(/\s+/g, ' ').trim())
}
const steps = (page: Page): Promise<string[]> => items(page, 'ol > li')
const passed = (page: Page): Promise<string[]> => items(page, 'h4 + ul > li')
const hashOf = (page: Page): Promise<string> => page.evaluate<string>('location.hash')

const VACANT = { vacant: true, holders: [] }
const away = (person: string) => ({ person, from: '2026-03-01', to: '2026-04-01' })

interface Case {
  readonly change?: Parameters<typeof chartOf>[0]
  readonly policy?: Partial<ApprovalPolicySpec>
  readonly hash?: string
  readonly steps: readonly string[]
  readonly passed?: readonly string[]
}

describe('the route of the chosen role', () => {
  it.each<readonly [what: string, at: Case]>([
    [
      'everyone up to the limit that suffices',
      {
        steps: [
          "Lead lee 'lee' as 'Lead' approves: next in the management chain; limit of the role 'Lead': up to 1000; more approval is needed.",
          "Finance fay 'fay' as 'Finance' approves: next in the management chain; limit of the role 'Finance': up to 10000.",
        ],
      },
    ],
    [
      'several vacancies in a row',
      {
        change: { lead: VACANT, cfo: VACANT },
        steps: [
          "Chief cy 'cy' as 'Chief' approves: next in the management chain; limit of the role 'Chief': any amount.",
        ],
        passed: [
          "Lead 'Lead' is not asked: the role is vacant.",
          "Finance 'Finance' is not asked: the role is vacant.",
        ],
      },
    ],
    [
      'the last day away, with a delegate',
      {
        policy: {
          absences: [away('fay')],
          delegations: [{ person: 'fay', delegate: 'gus', limit: 'theirs' }],
        },
        hash: '&date=2026-03-31',
        steps: [
          "Lead lee 'lee' as 'Lead' approves: next in the management chain; limit of the role 'Lead': up to 1000; more approval is needed.",
          "Finance gus for fay 'gus' as 'Finance' approves: next in the management chain; limit of the role 'Finance': up to 10000; stands in for 'fay', who is away.",
        ],
      },
    ],
    [
      'a delegate below the requester',
      {
        policy: {
          absences: [away('lee')],
          delegations: [{ person: 'lee', delegate: 'kim', limit: 'theirs' }],
        },
        hash: '&date=2026-03-10',
        steps: [
          "Finance fay 'fay' as 'Finance' approves: next in the management chain; limit of the role 'Finance': up to 10000.",
        ],
        passed: [
          "Lead kim for lee 'kim' as 'Lead' is not asked for 'lee': the delegate is below the requester.",
          "Lead lee 'lee' as 'Lead' is not asked: away, and nobody stands in.",
        ],
      },
    ],
    [
      'a kind with a rule of its own',
      {
        policy: {
          rules: [{ by: 'chain' }, { by: 'any', of: ['legal', 'cfo'], approvers: 2, kind: 'contract' }],
        },
        hash: '&kind=contract',
        steps: [
          "All 2 must approve: Legal gus 'gus' as 'Legal' approves: one of the named roles. Finance fay 'fay' as 'Finance' approves: one of the named roles; limit of the role 'Finance': up to 10000.",
        ],
      },
    ],
  ])('%s', async (_, at) => {
    await explore(
      chartOf(at.change),
      async (page) => {
        expect(await steps(page)).toEqual(at.steps)
        expect(await passed(page)).toEqual(at.passed ?? [])
      },
      optionsOf(at.policy),
      `#role=buyer&amount=5000${at.hash ?? ''}`,
    )
  })

  it('is marked on the chart: the boxes with their steps, and the line up to the highest', async () => {
    await explore(
      chartOf({ lead: VACANT }),
      async (page) => {
        expect(await page.locator('.box.highlighted > .name').allTextContents()).toEqual([
          'Chief',
          'Finance',
          'Buyer',
        ])
        expect(await page.locator('.step').allTextContents()).toEqual(['2 ', '1 '])
        expect(await page.locator(box('Step 1: Finance')).count()).toBe(1)
        const lines = (await page.getAttribute('.edge.highlighted', 'd')) ?? ''
        // From the buyer to the vacant lead, on to the head of finance, and on to the chief.
        expect(lines.match(/M/g)).toHaveLength(3)
        await page.click(box('Legal'))
        expect(await page.locator('.step').allTextContents()).toEqual(['1 '])
        await page.getByRole('button', { name: 'Clear', exact: true }).click()
        expect(await page.locator('.step').count()).toBe(0)
        expect(await hashOf(page)).toBe('#role=legal')
      },
      optionsOf(),
      '#role=buyer&amount=20000',
    )
  })

  it('is drawn to the dotted manager along that line', async () => {
    await explore(
      chartOf(),
      async (page) => {
        await page.click(box('Buyer'))
        await page.getByRole('button', { name: 'Show the route' }).click()
        expect(await steps(page)).toEqual([
          "Legal gus 'gus' as 'Legal' approves: manager along the dotted line, or above that manager.",
        ])
        expect(await page.getAttribute('.edge.highlighted-heads', 'd')).not.toBe('')
        expect(await hashOf(page)).toBe('#role=buyer&amount=')
      },
      optionsOf({ rules: [{ by: 'dotted', as: 'compliance' }] }),
    )
  })

  it('says why there is none, and who could be asked', async () => {
    await explore(
      chartOf(),
      async (page) => {
        const reason = "Nobody can approve: the chain ends at 'Chief', and nobody on it may approve."
        expect(await page.innerText('.no-route')).toBe(reason)
        expect(await page.locator('.approval h4').allInnerTexts()).toEqual(['Could be asked, but not enough'])
        expect(await steps(page)).toHaveLength(3)
        await page.locator('.box', { hasText: 'Chief' }).click()
        expect(await page.innerText('.no-route')).toBe("Nobody can approve: nobody is above 'Chief'.")
        const told = await page.locator('.drawing > [role=status], .stage ~ [role=status]').allTextContents()
        expect(told).toContain("Nobody can approve: nobody is above 'Chief'.")
      },
      optionsOf({ limits: limits.slice(0, 2) }),
      '#role=buyer&amount=20000',
    )
  })
})

describe('a request', () => {
  it('is made with the keyboard alone', async () => {
    await explore(
      chartOf(),
      async (page) => {
        const focused = (): Promise<string> =>
          page.evaluate<string>(
            `document.activeElement.closest('label')?.textContent ?? document.activeElement.textContent`,
          )
        await page.focus('.stage')
        for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'])
          await page.keyboard.press(key)
        expect(await nameInPanel(page)).toBe('Buyer')
        for (let press = 0; press < 30 && !(await focused()).startsWith('Amount'); press++)
          await page.keyboard.press('Tab')
        await page.keyboard.type('5,000')
        await page.keyboard.press('Enter')
        expect(await steps(page)).toHaveLength(2)
        expect(await focused()).toBe('Amount in EUR ')
        expect(await hashOf(page)).toBe('#role=buyer&amount=5000')
        for (let press = 0; press < 30 && (await focused()) !== 'Finance'; press++)
          await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        expect(await nameInPanel(page)).toBe('Finance')
        expect(await hashOf(page)).toBe('#role=cfo&amount=5000')
        expect(await steps(page)).toEqual([
          "Chief cy 'cy' as 'Chief' approves: next in the management chain; limit of the role 'Chief': any amount.",
        ])
      },
      optionsOf({ currency: 'EUR' }),
    )
  })

  it('is in the address, which Back undoes', async () => {
    await explore(
      chartOf(),
      async (page) => {
        await page.click(box('Buyer'))
        await page.fill('.approval input', '900')
        await page.getByLabel('Kind').selectOption('tools')
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: 'Show the route' }).click()
        expect(await hashOf(page)).toBe('#role=buyer&amount=900&kind=tools')
        expect(await steps(page)).toHaveLength(1)
        await page.goBack()
        expect(await hashOf(page)).toBe('#role=buyer')
        expect(await steps(page)).toEqual([])
        expect(await page.locator('.step').count()).toBe(0)
        await page.goForward()
        expect(await page.inputValue('.approval input')).toBe('900')
        expect(await page.inputValue('.approval select')).toBe('=tools')
        expect(await steps(page)).toHaveLength(1)
        await page.reload()
        await page.waitForSelector('.approval')
        expect(await steps(page)).toHaveLength(1)
      },
      optionsOf({ limits: [...limits, { role: 'lead', upTo: 950, kind: 'tools' }] }),
    )
  })

  it.each([
    ['', 'Enter an amount.'],
    ['5.000', 'Enter an amount such as 5000 or 5,000.50.'],
    ['many', 'Enter an amount such as 5000 or 5,000.50.'],
    ['-3', 'Enter an amount such as 5000 or 5,000.50.'],
  ])('of %j is not one', async (amount, message) => {
    await explore(
      chartOf(),
      async (page) => {
        await page.fill('.approval input', amount)
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: 'Show the route' }).click()
        expect(await page.innerText('.approval [role=alert]')).toBe(message)
        expect(await page.getAttribute('.approval input', 'aria-invalid')).toBe('true')
        expect(await hashOf(page)).toBe('#role=buyer')
        expect(await axeViolations(page)).toEqual([])
        await page.fill('.approval input', '1')
        await page.keyboard.press('Enter')
        expect(await page.getAttribute('.approval input', 'aria-invalid')).toBe(null)
        expect(await page.innerText('.approval [role=alert]')).toBe('')
      },
      optionsOf(),
      '#role=buyer',
    )
  })

  it('needs a date where people are away, which is that of today at first', async () => {
    await explore(
      chartOf(),
      async (page) => {
        const today = await page.evaluate<string>(`new Intl.DateTimeFormat('sv').format(new Date())`)
        expect(await page.inputValue('.approval [type=date]')).toBe(today)
        await page.fill('.approval input', '5')
        await page.fill('.approval [type=date]', '')
        await page.getByRole('button', { name: 'Show the route' }).click()
        expect(await page.innerText('.approval [role=alert]')).toBe(
          'Enter a date: people are away on some days.',
        )
      },
      optionsOf({ absences: [away('fay')] }),
      '#role=buyer',
    )
  })

  it('of an address that the policy does not know says so', async () => {
    await explore(
      chartOf(),
      async (page) => {
        expect(await page.innerText('.approval [role=alert]')).toContain(
          "kind as one of the kinds of the policy: 'rent'",
        )
        expect(await steps(page)).toEqual([])
        expect(await page.locator('.step').count()).toBe(0)
      },
      optionsOf({ rules: [{ by: 'chain', kind: 'rent' }] }),
      '#role=buyer&amount=5&kind=%3Cimg%20src%3Dx%20onerror%3D%22ran%3D1%22%3E',
    )
  })
})

describe('the panel of a route', () => {
  it('shows hostile titles, names and ids as text', async () => {
    const HOSTILE = '</script><img src=x onerror="ran=1">'
    const org = defineOrg({
      roles: {
        [HOSTILE]: { title: `${HOSTILE}\u202e`, holders: [`${HOSTILE} p`] },
        buyer: { reportsTo: HOSTILE },
      },
    })
    await explore(
      org,
      async (page) => {
        expect(await page.locator('aside img').count()).toBe(0)
        expect(await page.locator('.approval ol a').allTextContents()).toEqual([`${HOSTILE}\u202e`])
        expect((await steps(page))[0]).toContain(`'${HOSTILE} p' as '${HOSTILE}\\u{202e}' approves`)
      },
      {
        approval: approvalPolicy({
          limits: [{ role: HOSTILE, upTo: null, kind: HOSTILE }],
          rules: [{ by: 'levels', levels: 1 }],
        }),
      },
      `#role=buyer&amount=&kind=${encodeURIComponent(HOSTILE)}`,
    )
  })

  it.each(['light', 'dark'] as const)('passes axe-core in %s colours', async (colorScheme) => {
    await explore(
      chartOf({ lead: VACANT }),
      async (page) => {
        expect(await steps(page)).toHaveLength(2)
        expect(await axeViolations(page)).toEqual([])
        await page.locator('.box', { hasText: 'Chief' }).click()
        expect(await page.locator('.no-route').count()).toBe(1)
        expect(await axeViolations(page)).toEqual([])
      },
      {
        ...optionsOf({
          currency: 'EUR',
          limits: [...limits, { role: 'ceo', upTo: 5, kind: 'rent' }],
          absences: [away('kim')],
        }),
        depth: 9,
      },
      '#role=buyer&amount=20000&date=2026-03-10',
      { colorScheme },
    )
  })

  it('follows the edits of a page that edits its chart', async () => {
    await explore(
      chartOf(),
      async (page) => {
        expect(await steps(page)).toHaveLength(2)
        await page.getByRole('button', { name: 'Move', exact: true }).click()
        await page
          .getByLabel(/^New manager|^Reports to|manager/i)
          .first()
          .fill('Legal (legal)')
        await page.keyboard.press('Enter')
        await expect
          .poll(() => steps(page))
          .toEqual([
            "Legal gus 'gus' as 'Legal' approves: next in the management chain; more approval is needed.",
            "Chief cy 'cy' as 'Chief' approves: next in the management chain; limit of the role 'Chief': any amount.",
          ])
        expect(await page.locator('.step').allTextContents()).toEqual(['2 ', '1 '])
        expect(await axeViolations(page)).toEqual([])
      },
      { ...optionsOf(), edit: true },
      '#role=buyer&amount=5000',
    )
  })
})
