import { describe, expect, it } from 'vitest'
import { command, folderWith } from './run-command.js'

const folder = folderWith({
  'org.yaml': `rolegraph: 1
roles:
  cfo: { title: Finance Director, holders: [Fay] }
  lead: { title: PMO Lead, reportsTo: cfo, holders: [Lee] }
  analyst: { title: PMO Analyst, reportsTo: lead, holders: [Ana] }
units: { empty: { title: Archive } }
`,
  'approvals.json': JSON.stringify({
    $schema: 'https://example.org/approval.schema.json',
    currency: 'EUR',
    limits: [
      { role: 'lead', upTo: 1000 },
      { role: 'cfo', upTo: 50_000 },
    ],
    rules: [{ by: 'nearest' }, { kind: 'leave', by: 'levels', levels: 1 }],
    absences: [{ person: 'Lee', from: '2026-06-01', to: '2026-07-01' }],
  }),
  'wrong.json': '{ "rules": [{ "by": "luck" }] }',
})
const run = (...args: string[]): ReturnType<typeof command> => command(folder, args)
const approve = (...args: string[]) => run('approve', 'org.yaml', 'approvals.json', ...args)

describe('approve', () => {
  it('says who approves, with those who are passed over today', async () => {
    const { code, out } = await approve('--requester', 'pmo analyst', '--amount', '800')
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        "'Fay' as 'Finance Director' approves: the nearest manager with a sufficient limit; limit of the role 'Finance Director': up to 50000.",
        "'Lee' as 'PMO Lead' is not asked: away, and nobody stands in.",
        '',
      ],
    ])
  })

  it.each(['20,000', '20k', 'EUR 20000', '€20,000', '20000.00'])(
    'reads an amount as ask does: %s',
    async (amount) => {
      const { code, out } = await approve('--requester', 'lead', '--amount', amount, '--format', 'json')
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ steps: [{ approvers: [{ person: 'Fay', role: 'cfo' }] }] })
    },
  )

  it('asks for another day, kind and person', async () => {
    const { out } = await approve(
      '--person',
      'Ana',
      '--kind',
      'leave',
      '--date',
      '2026-07-01',
      '--format',
      'json',
    )
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'ROUTE',
      steps: [{ approvers: [{ person: 'Lee', role: 'lead' }] }],
    })
  })

  it('returns 1 where nobody can approve', async () => {
    const { code, out } = await approve('--requester', 'analyst', '--amount', '50000.01')
    expect([code, out.split('\n')[0]]).toEqual([
      1,
      "Nobody can approve: the chain ends at 'Finance Director', and nobody on it may approve.",
    ])
  })

  it.each([
    ['mermaid', 'flowchart LR\n  b0["PMO Analyst (requests 5 EUR)"]'],
    ['svg', '<svg '],
  ])('draws the route: %s', async (format, start) => {
    const { code, out } = await approve('--requester', 'analyst', '--amount', '5', '--format', format)
    expect([code, out.slice(0, start.length)]).toEqual([0, start])
  })

  it.each<readonly [what: string, args: readonly string[], message: string]>([
    ['nobody who requests', ['--amount', '5'], 'approve needs to know who makes the request'],
    ['an amount that is not a number', ['--requester', 'lead', '--amount', 'lots'], "--amount is 'lots'"],
    ['no amount where limits count', ['--requester', 'lead'], 'approvalRoute expects amount as a number'],
    ['an amount with a dot', ['--requester', 'lead', '--amount', '20.000'], "--amount is '20.000'"],
    ['an unknown role', ['--requester', 'janitor', '--amount', '5'], "no role or unit is called 'janitor'"],
    ['a unit', ['--requester', 'empty', '--amount', '5'], "'empty' is a unit"],
    ['an unknown person', ['--person', 'Zoe', '--amount', '5'], "No person has the id 'Zoe'"],
    ['another currency', ['--requester', 'lead', '--amount', '5', '--currency', 'USD'], "received 'USD'"],
    ['no date', ['--requester', 'lead', '--amount', '5', '--date', 'today'], "received 'today'"],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await approve(...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('refuses a policy that is wrong', async () => {
    const { code, err } = await run('approve', 'org.yaml', 'wrong.json', '--requester', 'lead')
    expect(code).toBe(2)
    expect(err).toContain("the policy 'wrong.json' is wrong: The approval policy has a problem".slice(0, 38))
  })
})

describe('check --approval', () => {
  it('lists what nobody can approve, as warnings', async () => {
    const { code, out } = await run('check', 'org.yaml', '--approval', 'approvals.json')
    expect(code).toBe(0)
    expect(out).toContain(
      "warning NOBODY_CAN_APPROVE: Under the rule 'nearest', nobody can approve an unlimited amount for 'cfo' (top)",
    )
    const failed = await run('check', 'org.yaml', '--approval', 'approvals.json', '--fail-on', 'warning')
    expect(failed.code).toBe(1)
  })

  it('has a sentence for each rule in SARIF', async () => {
    const { out } = await run('check', 'org.yaml', '--approval', 'approvals.json', '--format', 'sarif')
    expect(out).toContain('Somebody can approve the requests of each role')
  })
})

describe('ask --approval', () => {
  it('answers who approves', async () => {
    const { code, out } = await run(
      'ask',
      'org.yaml',
      '--approval',
      'approvals.json',
      'who approves 800 EUR for the analyst',
    )
    expect([code, out]).toEqual([
      0,
      'A request of 800 EUR by PMO Analyst is approved by Fay (Finance Director).\n',
    ])
  })
})
