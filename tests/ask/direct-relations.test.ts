import { defineOrg } from 'rolegraph'
import { ask } from 'rolegraph/ask'
import { describe, expect, it } from 'vitest'

/**
 * Solid lines; the analyst is shared, and nobody manages it:
 *
 *     ceo (Ada) ─┬─ director (Grace) ─┬─ manager (vacant) ─┬─ analyst (Joe, May)
 *                │                    │                    └─ planner (Pat)
 *                │                    └─ programme (Ben)
 *                └─ finance (Fay) ─┬─ accountant (Irene, acting)
 *                                  └─ clerk (vacant)
 *
 * Programme and planner report to finance by dotted lines.
 */
const org = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', aliases: ['CEO'], holders: ['ada'] },
    director: { title: 'PMO Director', reportsTo: 'ceo', holders: ['grace'] },
    manager: { title: 'PMO Manager', reportsTo: 'director', vacant: true },
    analyst: { title: 'PMO Analyst', reportsTo: 'manager', holders: ['joe', 'may'] },
    planner: { title: 'Planner', reportsTo: 'manager', holders: ['pat'], dottedTo: 'finance' },
    programme: {
      title: 'Programme Manager',
      reportsTo: 'director',
      holders: ['ben'],
      dottedTo: { to: 'finance', as: 'budget' },
    },
    finance: { title: 'Finance Director', reportsTo: 'ceo', holders: ['fay'] },
    accountant: {
      title: 'Accountant',
      reportsTo: 'finance',
      holders: [{ person: 'irene', kind: 'acting' }],
    },
    clerk: { title: 'Payroll Clerk', reportsTo: 'finance', holders: [] },
  },
  units: { pmo: { title: 'Project Office', aliases: ['PMO'], head: 'director' } },
  people: {
    ada: { name: 'Ada' },
    grace: { name: 'Grace' },
    joe: { name: 'Joe' },
    may: { name: 'May' },
    pat: { name: 'Pat' },
    ben: { name: 'Ben' },
    fay: { name: 'Fay' },
    irene: { name: 'Irene' },
  },
})

const NOT_THE_CEO =
  'No: PMO Analyst reports to PMO Manager (vacant); Chief Executive is above, through PMO Manager and PMO Director.'
const NOT_ADA = 'No: May reports to Grace (PMO Manager is vacant); Ada is further up.'

describe('who is above further up is not the manager', () => {
  it.each([
    'Does the analyst report directly to the CEO?',
    'Does the analyst report to the CEO directly?',
    'Does the analyst report straight to the CEO?',
    'Does the analyst report straight into the CEO?',
    'Does the analyst directly report to the CEO?',
    'Does the analyst work directly for the CEO?',
    'Does the analyst answer directly to the CEO?',
    'Does the analyst come directly under the CEO?',
    'Does the analyst sit directly under the CEO?',
    'Does the analyst have the CEO as manager?',
    'Does the analyst have the CEO as their line manager?',
    'Do analysts report directly to the CEO?',
    'Am I right that the analyst reports straight to the CEO?',
    'Can it be said that the analyst works directly for the CEO?',
    'Check if the analyst is a direct report of the CEO',
    "Doesn't the analyst report directly to the CEO?",
    'Is it true that the analyst reports directly to the CEO?',
    'Is it true that the analyst works directly for the CEO?',
    'So the analyst reports directly to the CEO, right?',
    'Is the analyst directly below the CEO?',
    'Is the analyst directly under the CEO?',
    'Is the analyst managed by the CEO?',
    'Is the analyst managed directly by the CEO?',
    'Is the analyst a direct report of the CEO?',
    "Is the analyst one of the CEO's direct reports?",
    "Is the analyst one of the CEO's reports?",
    "Is the analyst among the CEO's direct reports?",
    'Is the analyst a direct subordinate of the CEO?',
    'Are analysts direct reports of the CEO?',
    "Is the analyst on the CEO's team?",
    'Does the CEO have the analyst as a direct report?',
    'Does the CEO manage the analyst?',
    'Does the CEO manage the analyst directly?',
    'Does the CEO line-manage the analyst?',
    'Is the CEO directly above the analyst?',
    'Is the CEO right above the analyst?',
    'Is the CEO one level above the analyst?',
    'Is the CEO the boss of the analyst?',
    "Is the CEO the analyst's boss?",
    "Is the CEO the analyst's line manager?",
    "Is the CEO the analyst's direct manager?",
    "Is the CEO the analyst's supervisor?",
    'Is the CEO the immediate superior of the analyst?',
    "Isn't the CEO the boss of the analyst?",
    'Is it true that the CEO is the boss of the analyst?',
    'The analyst - does it report directly to the CEO?',
    "I'm the analyst. Do I report directly to the CEO?",
    "I'm the analyst. Is the CEO my boss?",
  ])('%s', (question) => {
    expect(ask(org, question)).toMatchObject({
      query: 'directReportsOf',
      arguments: ['ceo'],
      part: ['includes', 'analyst'],
      answer: false,
      text: NOT_THE_CEO,
    })
  })

  it.each([
    'Does May report directly to Ada?',
    'Does May report straight to Ada?',
    'Does May directly report to Ada?',
    'Does May have Ada as her boss?',
    'Is May one of Ada’s direct reports?',
    'Is May a direct report of Ada?',
    "Is May Ada's direct report?",
    "Is May on Ada's team?",
    'Is May managed by Ada?',
    "Is Ada May's manager?",
    "Is Ada May's boss?",
    "Is Ada May's immediate boss?",
    'Is Ada the immediate boss of May?',
    'Is Ada the person May reports to?',
    "Isn't Ada May's manager?",
    "Ada is May's boss, right?",
    "May's direct boss is Ada, isn't she?",
    "Is May's boss Ada?",
    'Am I right that May reports straight to Ada?',
    'Is it fair to say that May directly reports to Ada?',
    'Could you check if Ada is the line manager of May?',
    "Is it true that Ada is May's manager?",
    'Is it true that May works directly for Ada?',
    'Is it true that Ada is the line manager of May?',
    'Does Ada manage May?',
    'Does Ada line manage May?',
    'Does Ada have May as a direct report?',
    'May: is Ada her manager?',
    'Quick question, does May report directly to Ada?',
  ])('%s', (question) => {
    expect(ask(org, question)).toMatchObject({
      query: 'reportsOfPerson',
      arguments: ['ada'],
      part: ['includes', 'may'],
      answer: false,
      text: NOT_ADA,
    })
  })
})

describe('a direct relation', () => {
  it.each([
    [
      'Does the analyst report directly to the PMO manager?',
      'Yes: PMO Analyst reports to PMO Manager (vacant).',
    ],
    ["Is the PMO manager the analyst's boss?", 'Yes: PMO Analyst reports to PMO Manager (vacant).'],
    ['Is the PMO manager directly above the planner?', 'Yes: Planner reports to PMO Manager (vacant).'],
    ['Does Ben report directly to Grace?', 'Yes: Ben reports to Grace.'],
    // As reportsOfPerson counts: a vacant manager is passed, and named.
    ["Is Grace May's manager?", 'Yes: May reports to Grace (PMO Manager is vacant).'],
    ['Does May report directly to Grace?', 'Yes: May reports to Grace (PMO Manager is vacant).'],
    ['Does the PMO report directly to the CEO?', 'Yes: Project Office reports to Chief Executive (Ada).'],
    ['Is Grace the boss of the PMO?', 'Yes: Project Office is headed by PMO Director (Grace).'],
    ['Is Ada the boss of the PMO?', 'No: Project Office is headed by PMO Director (Grace).'],
    ['Does Ben report directly to Fay?', 'No: Ben reports to Grace.'],
    [
      'Does the programme manager report directly to the finance director?',
      'No: Programme Manager reports to PMO Director (Grace), and to Finance Director only by a dotted line.',
    ],
    ["Is the analyst the CEO's manager?", 'No: Chief Executive reports to nobody; PMO Analyst is below.'],
    ["Is May Ada's boss?", 'No: Ada reports to nobody; May is below.'],
    // A person and a role: by the role that the person holds.
    [
      'Does May report directly to the PMO director?',
      'No: May (PMO Analyst) reports to PMO Manager (vacant); PMO Director is above, through PMO Manager.',
    ],
    [
      "Is the PMO director the analyst's manager's manager?",
      'Yes: the manager of the manager of PMO Analyst is PMO Director (Grace).',
    ],
    [
      'Is the CEO the skip-level manager of the analyst?',
      'No: the manager of the manager of PMO Analyst is PMO Director (Grace).',
    ],
    [
      'Does the analyst report indirectly to the PMO manager?',
      'No: PMO Analyst reports to PMO Manager (vacant), directly.',
    ],
    [
      'Does the analyst report only indirectly to the CEO?',
      'Yes: PMO Analyst reports to PMO Manager (vacant); Chief Executive is above, through PMO Manager and PMO Director.',
    ],
  ])('%s', (question, text) => {
    expect(ask(org, question)).toMatchObject({ ok: true, answer: text.startsWith('Yes'), text })
  })

  it.each([
    [
      'Is the CEO above the analyst?',
      'Yes: Chief Executive is above PMO Analyst, through PMO Manager and PMO Director.',
    ],
    [
      'Does the analyst report to the CEO?',
      'Yes: Chief Executive is above PMO Analyst, through PMO Manager and PMO Director.',
    ],
    [
      'Is the CEO a superior of the analyst?',
      'Yes: Chief Executive is above PMO Analyst, through PMO Manager and PMO Director.',
    ],
    [
      'Is the analyst a subordinate of the CEO?',
      'Yes: Chief Executive is above PMO Analyst, through PMO Manager and PMO Director.',
    ],
    ['Does May report to Ada?', 'Yes: Ada is above May, who reports to Grace (PMO Manager is vacant).'],
    ['Is Grace above Ben?', 'Yes: Grace is above Ben, directly.'],
  ])('is not asked by: %s', (question, text) => {
    expect(ask(org, question)).toMatchObject({ ok: true, answer: true, text })
  })
})

describe('a dotted line', () => {
  it.each([
    [
      'Does Ben report to Fay by a dotted line?',
      'Yes: Ben (Programme Manager) reports to Fay (Finance Director) by a dotted line (budget).',
    ],
    [
      'Does the planner report to the finance director by a dotted line?',
      'Yes: Planner reports to Finance Director by a dotted line.',
    ],
    [
      "Is Fay Ben's dotted-line manager?",
      'Yes: Ben (Programme Manager) reports to Fay (Finance Director) by a dotted line (budget).',
    ],
    [
      'Does Pat have a dotted line to Fay?',
      'Yes: Pat (Planner) reports to Fay (Finance Director) by a dotted line.',
    ],
    [
      'Does Ben report to Grace by a dotted line?',
      'No: Ben (Programme Manager) reports to Grace (PMO Director) by a solid line.',
    ],
    [
      'Does Irene have a dotted line to Grace?',
      'No: Irene (Accountant) reports to Grace (PMO Director) neither by a dotted line nor directly.',
    ],
  ])('%s', (question, text) => {
    expect(ask(org, question)).toMatchObject({
      query: 'directReportsOf',
      answer: text.startsWith('Yes'),
      text,
    })
  })

  it('is called dotted once', () => {
    expect(ask(org, 'Who does the planner report to by a dotted line?').text).toBe(
      'Planner reports by a dotted line to Finance Director.',
    )
    expect(ask(org, 'Who does Ben report to by a dotted line?').text).toBe(
      'Ben reports by a dotted line to Finance Director (budget).',
    )
  })
})

describe('peers', () => {
  it.each([
    [
      'Are the analyst and the planner peers?',
      'Yes: PMO Analyst and Planner both report to PMO Manager (vacant).',
    ],
    [
      "Is the planner the analyst's peer?",
      'Yes: Planner and PMO Analyst both report to PMO Manager (vacant).',
    ],
    ['Are Joe and May peers?', 'Yes: Joe and May share PMO Analyst.'],
    ["Is Joe May's colleague?", 'Yes: Joe and May share PMO Analyst.'],
    [
      'Are Joe and Pat peers?',
      'Yes: Joe (PMO Analyst) and Pat (Planner) both report to PMO Manager (vacant).',
    ],
    [
      'Is Grace a peer of Fay?',
      'Yes: Grace (PMO Director) and Fay (Finance Director) both report to Chief Executive (Ada).',
    ],
    [
      'Are Joe and Ben peers?',
      'No: Joe (PMO Analyst) reports to PMO Manager (vacant), and Ben (Programme Manager) reports to PMO Director (Grace).',
    ],
    [
      'Are the analyst and the CEO peers?',
      'No: PMO Analyst reports to PMO Manager (vacant), and Chief Executive reports to nobody.',
    ],
    [
      'Does the analyst share a manager with the planner?',
      'Yes: PMO Analyst and Planner both report to PMO Manager (vacant).',
    ],
    [
      'Do the analyst and the programme manager have the same boss?',
      'No: PMO Analyst reports to PMO Manager (vacant), and Programme Manager reports to PMO Director (Grace).',
    ],
    [
      'Do May and Ben report to the same person?',
      'Yes: May reports to Grace (PMO Manager is vacant), and Ben reports to Grace.',
    ],
    [
      'Do May and Irene have the same boss?',
      'No: May reports to Grace (PMO Manager is vacant), and Irene reports to Fay.',
    ],
    ['Does Joe share a job with May?', 'Yes: Joe and May share PMO Analyst.'],
    ['Do Joe and Pat share a job?', 'No: Joe holds PMO Analyst, and Pat holds Planner.'],
  ])('%s', (question, text) => {
    expect(ask(org, question)).toMatchObject({ ok: true, answer: text.startsWith('Yes'), text })
  })
})

describe('what is next to it', () => {
  it.each([
    'Is Ada not May’s manager?',
    'Was Ada May’s manager?',
    'Should May report directly to Ada?',
    'Is Ada or Grace May’s manager?',
    'Is Ada May’s manager on Fridays?',
    'Does May like her boss Ada?',
    'Is Ada the boss?',
    'Is Ada a good boss for May?',
    'Does May report directly to nobody?',
    'Are Ada and May happy?',
    'Is May the only direct report of Grace?',
    'Is Ada May’s former manager?',
    'Does Ada want to manage May?',
    'Did Ada manage May?',
    'Are Joe and Joe peers?',
    'May reports straight to Ada',
  ])('is refused: %s', (question) => {
    expect(ask(org, question)).toMatchObject({ ok: false })
  })
})
