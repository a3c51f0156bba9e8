import { defineOrg } from 'rolegraph'
import { approvalPolicy, approvalQuestions } from 'rolegraph/approval'
import { ask, askQuestions } from 'rolegraph/ask'
import { describe, expect, it } from 'vitest'

/** cfo (Fay) > head (Hal) > lead (Lee) > analyst (Ana), planner (Pat). */
const office = defineOrg({
  roles: {
    cfo: { title: 'Finance Director', aliases: ['CFO'], holders: ['fay'] },
    head: { title: 'Head of PMO', reportsTo: 'cfo', holders: ['hal'] },
    lead: { title: 'PMO Lead', reportsTo: 'head', holders: ['lee'] },
    analyst: { title: 'PMO Analyst', reportsTo: 'lead', holders: ['ana'] },
    planner: { title: 'Planner', reportsTo: 'lead', holders: ['pat'] },
  },
  people: {
    fay: { name: 'Fay Frei' },
    hal: { name: 'Hal Holm' },
    lee: { name: 'Lee Lund' },
    ana: { name: 'Ana Abt' },
    pat: { name: 'Pat Poe' },
  },
})
const policy = approvalPolicy<typeof office>({
  currency: 'EUR',
  limits: [
    { role: 'lead', upTo: 1_000 },
    { role: 'head', upTo: 20_000 },
    { role: 'cfo', upTo: 500_000 },
  ],
  rules: [{ by: 'nearest' }, { kind: 'leave', by: 'levels', levels: 1 }],
})
const questions = approvalQuestions(policy)
const askedPeople = (words: string) => {
  const result = ask(office, words, { questions })
  if (!result.ok || result.query !== 'approvalRoute') return result.ok ? result.query : 'refused'
  const { answer } = result
  if (typeof answer === 'boolean') return answer
  return JSON.stringify(answer)
    .match(/"person":"(\w+)","role":"\w+","because":\{/g)
    ?.map((part) => part.slice(10, 13))
    .join()
}

describe('approvalQuestions', () => {
  it.each<readonly [words: string, people: string]>([
    ['who approves a purchase of 5,000 by the analyst', 'hal'],
    ['Who approves a purchase of 5,000 by the PMO analyst?', 'hal'],
    ['who has to approve a purchase of €500 by the planner?', 'lee'],
    ['Who signs off a purchase of 1,000 EUR for Ana Abt?', 'lee'],
    ['who must sign off on an order of 1,000.01 from the analyst', 'hal'],
    ["who approves the analyst's leave?", 'lee'],
    ['Who approves leave for the planner?', 'lee'],
    ['who approves a leave request of the lead', 'hal'],
    ['who can authorise 250k for the planner', 'fay'],
    ['who approves 800 EUR for the analyst', 'lee'],
    ['who approves 0.4 million by the head of PMO', 'fay'],
    ["Who should approve Pat Poe's invoice of 20 000?", 'hal'],
    ['which manager approves a trip of 900 by the analyst', 'lee'],
    ['who is needed to approve a purchase by the analyst worth 7000', 'hal'],
  ])('%s: %s', (words, people) => {
    expect(askedPeople(words)).toBe(people)
  })

  it.each<readonly [words: string, may: boolean]>([
    ['can the PMO lead approve 20000 for the analyst', false],
    ['Can the head of PMO approve 20000 for the analyst?', true],
    ['may Hal Holm approve a purchase of 20,001 by the analyst', false],
    ['Can the CFO approve a purchase of 20,001 by the analyst?', true],
    ["can the lead approve the planner's leave?", true],
    ['is the analyst allowed to approve 10 for the analyst', false],
  ])('%s: %s', (words, may) => {
    expect(askedPeople(words)).toBe(may)
  })

  it.each([
    // Another currency, and numbers that are written differently in different countries.
    'who approves a purchase of 5,000 USD by the analyst',
    'who approves a purchase of $5,000 by the analyst',
    'who approves 5,000 USD for the analyst',
    "who approves the analyst's 5,000 USD purchase",
    'can the lead approve 500 USD for the analyst',
    'who approves a purchase of 5.000 by the analyst',
    'who approves a purchase of lots by the analyst',
    // Nobody of the chart, no amount where limits count, something else altogether.
    'who approves a purchase of 5,000 by the janitor',
    'who approves a purchase by the analyst',
    'who approved the purchase of 5,000 by the analyst',
    'who does not approve a purchase of 5,000 by the analyst',
    'who approves of the analyst',
    'should the analyst approve a purchase of 5,000',
  ])('has no answer to: %s', (words) => {
    expect(askedPeople(words)).toBe('refused')
  })

  it('says who and why, with the request that was understood', () => {
    const result = ask(office, 'Who approves a purchase of 5,000 by Ana Abt?', { questions })
    expect(result).toMatchObject({
      ok: true,
      query: 'approvalRoute',
      arguments: [
        { currency: 'EUR' },
        { requester: { role: 'analyst', person: 'ana' }, amount: 5000, currency: 'EUR', kind: 'purchase' },
      ],
      because: [{ kind: 'line', line: { from: 'lead', to: 'head' } }],
      text: 'A purchase of 5000 EUR by Ana Abt (PMO Analyst) is approved by Hal Holm (Head of PMO).',
    })
    expect(ask(office, 'who approves 900000 for the planner', { questions }).text).toBe(
      "Nobody can approve: the chain ends at 'Finance Director', and nobody on it may approve.",
    )
  })

  it('counts absences on its date, and has no answer without one', () => {
    const away = approvalPolicy<typeof office>({
      rules: [{ by: 'levels', levels: 1 }],
      absences: [{ person: 'lee' }],
      delegations: [{ person: 'lee', delegate: 'fay', limit: 'theirs' }],
    })
    const words = 'who approves a trip of the planner'
    const dated = { questions: approvalQuestions(away, { date: '2026-03-01' }) }
    expect(ask(office, words, dated).text).toBe(
      'A trip by Planner is approved by Fay Frei for Lee Lund (PMO Lead).',
    )
    expect(ask(office, words, { questions: approvalQuestions(away) }).ok).toBe(false)
  })

  it.each([
    ['who may approve 20,000?', 'Who approves 20,000 for the Planner?'],
    ['who approves 20k?', 'Who approves 20k for the Planner?'],
    ['who can authorise EUR 20000', 'Who approves EUR 20000 for the Planner?'],
    ['who approves leave?', 'Who approves a leave for the Planner?'],
  ])('asks who makes the request: %s', (words, suggestion) => {
    expect(ask(office, words, { questions })).toMatchObject({
      ok: false,
      reason: 'incomplete',
      text: 'Who approves depends on who makes the request: add for whom.',
      suggestions: [suggestion],
    })
  })

  it.each([
    [
      'who may approve 20.000?',
      'Countries read “20.000” differently: write it without the dot, as “20000”, or with a comma.',
    ],
    [
      'can Fay approve 20.000?',
      'Countries read “20.000” differently: write it without the dot, as “20000”, or with a comma.',
    ],
    ['who approves 5,000 USD for the analyst', 'The amounts of the policy are in EUR.'],
    ['who approves $5,000 for the analyst', 'The amounts of the policy are in EUR.'],
  ])('says why an amount is not read: %s', (words, text) => {
    expect(ask(office, words, { questions })).toMatchObject({ ok: false, reason: 'incomplete', text })
  })

  it.each([
    [
      'can Fay approve 20k?',
      true,
      'Yes, by the limits of the policy: Fay Frei may approve up to 500000 EUR. Who is asked depends on who makes the request.',
    ],
    [
      'may the head of PMO approve 20,001?',
      false,
      'No, by the limits of the policy: Head of PMO may approve up to 20000 EUR.',
    ],
    [
      'is the head of PMO allowed to approve €20,000?',
      true,
      'Yes, by the limits of the policy: Head of PMO may approve up to 20000 EUR. Who is asked depends on who makes the request.',
    ],
    ['can Ana Abt approve EUR 10?', false, 'No, by the limits of the policy: Ana Abt has none.'],
    [
      'how much may the finance director approve?',
      500_000,
      'By the limits of the policy: Finance Director may approve up to 500000 EUR.',
    ],
    [
      "what is Lee Lund's approval limit",
      1_000,
      'By the limits of the policy: Lee Lund may approve up to 1000 EUR.',
    ],
    ['how much can the planner approve', 0, 'By the limits of the policy: Planner has none.'],
  ])('answers by the limits: %s', (words, answer, text) => {
    expect(ask(office, words, { questions })).toMatchObject({ query: 'approvalPolicy', answer, text })
  })

  it('counts the limits of people, of kinds and of any amount', () => {
    const limits = approvalPolicy<typeof office>({
      limits: [
        { role: 'cfo', upTo: null },
        { role: 'head', upTo: 100 },
        { person: 'hal', upTo: 300 },
        { person: 'hal', upTo: 700, kind: 'order' },
      ],
      rules: [{ by: 'nearest' }],
    })
    const options = { questions: approvalQuestions(limits) }
    const said = (words: string) => ask(office, words, options).text
    expect(said('how much may the CFO approve?')).toBe(
      'By the limits of the policy: Finance Director may approve any amount. Some kinds of request have other limits.',
    )
    expect(said('how much may the head of PMO approve?')).toBe(
      'By the limits of the policy: Head of PMO may approve up to 300. Some kinds of request have other limits.',
    )
    expect(said('how much may Hal Holm approve for an order?')).toBe(
      'By the limits of the policy: Hal Holm may approve up to 700 of a request of the kind order.',
    )
    expect(ask(office, 'may Hal Holm approve an order of 500?', options)).toMatchObject({ answer: true })
    expect(ask(office, 'may Hal Holm approve a trip of 500?', options)).toMatchObject({ answer: false })
  })

  it('leaves the other questions as they are', () => {
    for (const { example } of askQuestions) {
      const words = example.replace(/[{}]/g, '')
      const plain = ask(office, words)
      // Only what a refusal suggests may come from the further rows.
      expect(ask(office, words, { questions })).toMatchObject(
        plain.ok ? plain : { ...plain, suggestions: expect.any(Array) as string[] },
      )
    }
  })

  it.each<readonly [what: string, call: () => unknown, code: string]>([
    [
      'a policy that is not checked',
      (): unknown => Reflect.apply(approvalQuestions, undefined, [{ rules: [] }]),
      'INVALID_ARGUMENT',
    ],
    ['a date that is not one', () => approvalQuestions(policy, { date: 'today' }), 'INVALID_ARGUMENT'],
    [
      'an unknown option',
      (): unknown => Reflect.apply(approvalQuestions, undefined, [policy, { day: 1 }]),
      'INVALID_OPTION',
    ],
  ])('refuses %s', (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ code }))
  })
})
