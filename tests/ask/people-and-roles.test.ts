import { defineOrg } from 'rolegraph'
import { ask } from 'rolegraph/ask'
import { describe, expect, it } from 'vitest'

/**
 *     ceo (Ada) ─┬─ director (Grace) ─┬─ manager (vacant) ─┬─ analyst (Joe, May)
 *                │                    │                    ├─ planner (Pat)
 *                │                    │                    └─ coordinator (vacant)
 *                │                    └─ programme (Ben)
 *                ├─ finance (Fay) ─┬─ accountant (Irene, acting)
 *                │                 └─ clerk (vacant)
 *                └─ secretary, whose holder has no name ── typist (Tom)
 */
const org = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['Ada'], cost: 200 },
    director: { title: 'PMO Director', reportsTo: 'ceo', holders: ['Grace'], cost: 150 },
    manager: { title: 'PMO Manager', reportsTo: 'director', vacant: true },
    analyst: { title: 'PMO Analyst', reportsTo: 'manager', holders: ['Joe', 'May'], cost: 60 },
    planner: { title: 'Planner', reportsTo: 'manager', holders: ['Pat'] },
    coordinator: { title: 'PMO Coordinator', reportsTo: 'manager', holders: [] },
    programme: { title: 'Programme Manager', reportsTo: 'director', holders: ['Ben'] },
    finance: { title: 'Finance Director', reportsTo: 'ceo', holders: ['Fay'] },
    accountant: {
      title: 'Accountant',
      reportsTo: 'finance',
      holders: [{ person: 'Irene', kind: 'acting' }],
    },
    clerk: { title: 'Payroll Clerk', reportsTo: 'finance', holders: [] },
    secretary: { title: 'Secretary', reportsTo: 'ceo' },
    typist: { title: 'Typist', reportsTo: 'secretary', holders: ['Tom'] },
  },
})

describe('vacant roles between people are named', () => {
  it.each([
    [
      'How many direct reports does Grace have?',
      4,
      '4 people report to Grace, 3 of them through the vacant PMO Manager.',
    ],
    [
      'How many people report directly to Grace?',
      4,
      '4 people report to Grace, 3 of them through the vacant PMO Manager.',
    ],
    ['How many direct reports does Fay have?', 1, '1 person reports to Fay.'],
    [
      'Who reports to Grace?',
      ['Joe', 'May', 'Pat', 'Ben'],
      'Joe, May, Pat and Ben report to Grace, 3 of them through the vacant PMO Manager.',
    ],
    ["Who is Joe's boss?", ['Grace'], 'Joe reports to Grace (PMO Manager is vacant).'],
    ["Who is Ben's boss?", ['Grace'], 'Ben reports to Grace.'],
    ["Who is the planner's manager?", 'manager', 'Planner reports to PMO Manager (vacant).'],
    // The chart does not name who holds the role: the manager is no person that it knows, but not nobody.
    ["Who is Tom's boss?", [], 'Tom reports to the holder of Secretary.'],
    ["Who is Ada's boss?", [], 'Ada reports to nobody.'],
  ])('%s', (question, answer, text) => {
    expect(ask(org, question)).toMatchObject({ ok: true, answer, text })
  })
})

describe('people are answered with people', () => {
  it.each([
    [
      'Which people report to the finance director?',
      ['Irene'],
      'Irene reports to Fay (Finance Director). Vacant: Payroll Clerk.',
    ],
    [
      'Which people report to the PMO director?',
      ['Joe', 'May', 'Pat', 'Ben'],
      'Joe, May, Pat and Ben report to Grace (PMO Director), 3 of them through the vacant PMO Manager. Vacant: PMO Manager.',
    ],
    [
      'Which people does the finance director manage directly?',
      ['Irene'],
      'Irene reports to Fay (Finance Director). Vacant: Payroll Clerk.',
    ],
    ['Which employees work for Fay?', ['Irene'], 'Irene reports to Fay.'],
    // Nobody holds the role, so that its reports are those of no person: roles, with who holds them.
    [
      'Which people report to the PMO manager?',
      ['analyst', 'planner', 'coordinator'],
      'PMO Analyst (Joe and May), Planner (Pat) and PMO Coordinator (vacant) report to PMO Manager.',
    ],
    [
      'Who reports to the finance director?',
      ['accountant', 'clerk'],
      'Accountant and Payroll Clerk report to Finance Director.',
    ],
    [
      "Who is Joe's colleague?",
      ['planner', 'coordinator'],
      'The peers of Joe (PMO Analyst): May (PMO Analyst too), Planner (Pat) and PMO Coordinator (vacant).',
    ],
    [
      'Who are the peers of the analyst?',
      ['planner', 'coordinator'],
      'The peers of PMO Analyst: Planner and PMO Coordinator.',
    ],
  ])('%s', (question, answer, text) => {
    expect(ask(org, question)).toMatchObject({ ok: true, answer, text })
  })
})

describe('shared and acting', () => {
  it.each([
    ['Which jobs are shared?', ['analyst'], 'Shared: PMO Analyst (Joe and May).'],
    ['Who shares a job?', ['analyst'], 'Shared: PMO Analyst (Joe and May).'],
    ['Which roles have several holders?', ['analyst'], 'Shared: PMO Analyst (Joe and May).'],
    ['Who does Joe share his job with?', ['Joe', 'May'], 'Joe shares PMO Analyst with May.'],
    ['Who does Pat share her job with?', ['Pat'], 'Pat shares Planner with nobody.'],
    ['Is Irene acting?', true, 'Yes: Irene (acting) holds Accountant.'],
    ['Is Grace acting?', false, 'No: Grace holds PMO Director, permanently.'],
    ['Is the accountant acting?', true, 'Yes: Irene (acting) holds Accountant.'],
    ['Is the payroll clerk acting?', false, 'No: Payroll Clerk has no holder.'],
  ])('%s', (question, answer, text) => {
    expect(ask(org, question)).toMatchObject({ ok: true, answer, text })
  })
})

describe('what people earn', () => {
  it.each(['Who earns the most?', 'Which role costs the most?', 'Which role is the most expensive?'])(
    'is answered by the costs of roles: %s',
    (question) => {
      expect(ask(org, question)).toMatchObject({
        query: 'rolesOf',
        answer: ['ceo'],
        text: 'What people earn is not on the chart; the highest cost of a role is 200: Chief Executive (Ada). 9 roles are without a figure.',
      })
    },
  )

  it('is not answered without costs, nor by other questions', () => {
    const plain = defineOrg({ roles: { head: { holders: ['Ada'] } } })
    expect(ask(plain, 'Who earns the most?')).toEqual({
      ok: false,
      reason: 'incomplete',
      understood: { query: 'rolesOf', example: 'Which role costs the most?', open: '' },
      suggestions: [],
      text: 'The chart does not say what people earn, nor what roles cost.',
    })
  })
})

describe('a name that is not known', () => {
  it.each([
    'How long does it take to become a manager?',
    'Who does Ben tell about it?',
    'Who does Joe owe money to?',
  ])('is never a fragment of a sentence: %s', (question) => {
    const result = ask(org, question)
    expect(result.ok).toBe(false)
    expect(result.text).not.toContain('nothing called')
  })

  it.each([
    ['Who does the astronaut report to?', 'the astronaut'],
    ['Who does Ben Carter report to?', 'Ben Carter'],
    ['Is Ada above the Lead Developer?', 'the Lead Developer'],
  ])('is quoted: %s', (question, name) => {
    expect(ask(org, question).text).toBe(`The chart has nothing called “${name}” that fits the question.`)
  })
})

describe('a question about approvals', () => {
  it.each(['Who may approve 20,000?', 'Can Fay approve 20k?', 'Who approves a purchase for the planner?'])(
    'needs a policy: %s',
    (question) => {
      expect(ask(org, question)).toMatchObject({
        ok: false,
        text: 'A question about approvals needs a policy: pass `questions: approvalQuestions(policy)`, or --approval FILE to the command.',
      })
    },
  )
})
