import * as rolegraph from 'rolegraph'
import { ask, type AskAnswer, askQuestions } from 'rolegraph/ask'
import { describe, expect, it } from 'vitest'
import { planningOffice } from './planning-office.js'

/** A call of the public function that an answer names. */
function called({ query, arguments: args, part }: AskAnswer): unknown {
  const functions: ReadonlyMap<string, unknown> = new Map(Object.entries(rolegraph))
  const query_ = functions.get(query)
  if (typeof query_ !== 'function') throw new Error(`rolegraph has no ${query}`)
  const result: unknown = Reflect.apply(query_, undefined, [planningOffice, ...args])
  if (part === undefined) return result
  const [name, ...rest] = part
  const member: unknown = Reflect.get(Object(result) as object, name)
  return typeof member === 'function'
    ? (Reflect.apply(member, result, rest) as unknown)
    : rest.reduce<unknown>((value, key) => Reflect.get(Object(value) as object, key), member)
}

const json = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

/** Parts that are no property or method of the result: the tests of their questions check them. */
const FILTERED = [
  'through',
  'excludes',
  'kind',
  'partOf',
  'to',
  'issues',
  'is',
  'indirect',
  'shared',
  'costliest',
  'withoutReports',
  'directReports',
]

/** Each example of the table with its answer, worked out by hand. */
const answers: readonly (readonly [question: string, query: string, answer: unknown])[] = [
  ['Who does the PMO Analyst report to?', 'managerOf', 'manager'],
  ["Who is the PMO Analyst's manager?", 'managerOf', 'manager'],
  ['Who are the dotted-line managers of the PMO Analyst?', 'managersOf', ['sponsor']],
  ['Who are all the managers of the PMO Analyst, solid and dotted?', 'managersOf', ['manager', 'sponsor']],
  ['Who does the PMO Analyst report to on the project line?', 'managersOf', ['sponsor']],
  ["Who is the PMO Analyst's manager's manager?", 'skipLevelManagerOf', 'director'],
  [
    'What is the chain of command above the PMO Analyst?',
    'managementChainOf',
    ['manager', 'director', 'cpo'],
  ],
  ['Who is the nearest filled manager above the PMO Analyst?', 'filledManagerOf', 'manager'],
  ['Is the PMO Director above the PMO Analyst?', 'isAbove', true],
  ['Does the PMO Analyst report to the PMO Director?', 'isAbove', true],
  ['Who is next above both the PMO Analyst and the PMO Coordinator?', 'lowestCommonManagerOf', 'manager'],
  ['Who is at the top?', 'topRolesOf', ['cpo']],
  ['Who reports to the PMO Manager?', 'directReportsOf', ['analyst', 'coordinator']],
  ["Who is on the PMO Manager's team?", 'directReportsOf', ['analyst', 'coordinator']],
  ['Who reports to the Sponsor by a dotted line?', 'directReportsOf', ['analyst']],
  ['Who reports to the Sponsor on the project line?', 'directReportsOf', ['analyst']],
  ['Who is below the PMO Director?', 'transitiveReportsOf', ['manager', 'analyst', 'coordinator', 'planner']],
  ['How many direct reports does the PMO Manager have?', 'spanOfControlOf', 2],
  ['How many roles are below the PMO Director?', 'transitiveReportsOf', 4],
  ["How big is the PMO Director's organization?", 'organizationSizeOf', 5],
  ['Who are the peers of the PMO Analyst?', 'peersOf', ['coordinator']],
  ['Who has the widest span of control?', 'spansAndLayers', ['cpo', 'director', 'manager']],
  ['What is the average span of control?', 'spansAndLayers', 1.75],
  ['Which roles have no direct reports?', 'rolesOf', ['analyst', 'coordinator', 'planner', 'pm']],
  ['Who holds PMO Analyst?', 'holdersOf', ['cat', 'dan']],
  ['What does Ada Lovelace hold?', 'rolesHeldBy', ['director']],
  ['Does Ada Lovelace hold PMO Director?', 'rolesHeldBy', true],
  ['Which roles are vacant?', 'vacantRolesOf', ['coordinator']],
  ['Which roles below the PMO Director are vacant?', 'vacantRolesOf', ['coordinator']],
  // The coordinator, who is vacant, has no reports.
  ['Who reports to a vacant role?', 'vacantRolesOf', []],
  ['How many roles are vacant?', 'vacantRolesOf', 1],
  ['How many roles below the PMO Director are vacant?', 'vacantRolesOf', 1],
  ['Is PMO Analyst vacant?', 'vacantRolesOf', false],
  ['Is PMO Analyst filled?', 'vacantRolesOf', true],
  ['Which people are on the chart?', 'peopleOf', ['eve', 'sam', 'ada', 'ben', 'cat', 'dan', 'fay', 'gus']],
  ['How many people are there?', 'headcountOf', 8],
  ['Who heads the PMO?', 'headOf', 'director'],
  ['Who is in the PMO?', 'membersOf', ['director', 'manager', 'analyst', 'coordinator']],
  ['How many roles are in the PMO?', 'membersOf', 4],
  // The members of the planning cell are counted too: Ada, Ben, Cat, Dan, Fay.
  ['How many people are in the PMO?', 'headcountOf', 5],
  ['Which unit is the PMO Analyst in?', 'unitOf', 'pmo'],
  ['Which unit is the PMO part of?', 'unitOf', null],
  ['What are the parts of the PMO?', 'unitsOf', ['planning']],
  ['Which units are there?', 'unitsOf', ['pmo', 'planning']],
  ['How many units are there?', 'unitsOf', 2],
  ['What comes after PMO Coordinator?', 'nextStepsOf', undefined],
  ['Which roles can a PMO Coordinator reach?', 'reachableFrom', ['analyst', 'manager', 'director', 'cpo']],
  ['How long does it take from PMO Coordinator to PMO Director?', 'careerPath', [6, 12]],
  ['How many steps are there from PMO Coordinator to PMO Director?', 'careerPath', 2],
  ['Which skills does a PMO Analyst need?', 'roleOf', ['risk', 'planning']],
  ['Which certifications does a PMO Analyst need?', 'roleOf', []],
  ['What are the entry roles?', 'entryRolesOf', ['coordinator']],
  ['Which roles are dead ends?', 'deadEndsOf', ['cpo']],
  ["What is the headcount of the PMO Director's organization?", 'headcountOf', 5],
  ['How many seats are filled?', 'seatsOf', 8],
  ['How many seats does the PMO Director have?', 'seatsOf', 5],
  ['What is the total cost?', 'rollUp', 695],
  ['What does the PMO Manager and everyone below cost?', 'rollUp', 200],
  ['How many FTE are there?', 'rollUp', 8.5],
  ['How many FTE does the PMO Manager have?', 'rollUp', 4],
  ['Which layer is the PMO Analyst in?', 'layerOf', 4],
  ['What grade is the PMO Analyst?', 'roleOf', 5],
  ['How many layers are there?', 'spansAndLayers', 4],
  ['What is wrong with the chart?', 'checkOrg', []],
  ['Are there any cycles?', 'checkOrg', []],
  ['Is PMO Analyst a role?', 'isRole', true],
  [
    'Which roles are there?',
    'rolesOf',
    ['cpo', 'sponsor', 'director', 'manager', 'analyst', 'coordinator', 'planner', 'pm'],
  ],
  ['How many roles are there?', 'rolesOf', 8],
]

describe('the questions of the table', () => {
  it.each(answers.filter(([, , answer]) => answer !== undefined))('%s', (question, query, answer) => {
    expect(ask(planningOffice, question)).toMatchObject({ ok: true, query, answer })
  })

  it.each([
    [
      'What is the path from PMO Coordinator to Chief Project Officer?',
      ['coordinator', 'manager', 'director', 'cpo'],
    ],
    [
      'What is the fastest path from PMO Coordinator to Chief Project Officer?',
      ['coordinator', 'analyst', 'manager', 'director', 'cpo'],
    ],
    [
      'What is the fastest path from PMO Coordinator to Chief Project Officer without PMO Analyst?',
      ['coordinator', 'manager', 'director', 'cpo'],
    ],
    [
      'path from Coordinator to CPO via the analyst',
      ['coordinator', 'analyst', 'manager', 'director', 'cpo'],
    ],
  ])('%s', (question, roles) => {
    expect(ask(planningOffice, question)).toMatchObject({ ok: true, answer: { roles } })
  })

  it('have their alternatives in brackets', () => {
    // A row of a caller may have some outside of them; those of the table are read without a look for them.
    const outside = (pattern: string): string => {
      let depth = 0
      return Array.from(pattern, (sign) => {
        if ('(['.includes(sign)) depth++
        else if (')]'.includes(sign)) depth--
        return depth === 0 ? sign : ''
      }).join('')
    }
    expect(outside('(a|b) c|d')).toContain('|')
    const divided = askQuestions.flatMap(({ patterns }) =>
      patterns.filter((one) => outside(one).includes('|')),
    )
    expect(divided).toEqual([])
  })

  it('say who is higher, and by what', () => {
    expect(ask(planningOffice, 'Which is higher, the PMO Manager or the PMO Analyst?')).toMatchObject({
      answer: { relation: 'above', by: 'chain' },
      text: 'PMO Manager is higher than PMO Analyst, by reporting lines.',
    })
  })

  it('follow people where people are named', () => {
    expect(ask(planningOffice, 'Who does Dan Hale report to?')).toMatchObject({
      query: 'managersOfPerson',
      answer: ['ben'],
    })
    expect(ask(planningOffice, 'Who reports to Ada?')).toMatchObject({
      query: 'reportsOfPerson',
      answer: ['ben', 'fay'],
    })
    expect(ask(planningOffice, 'Is Ada above Dan Hale?')).toMatchObject({
      query: 'isPersonAbove',
      answer: true,
    })
  })

  it.each(askQuestions.map(({ example, query }) => [example.replace(/[{}]/g, ''), query]))(
    'answer the example by the function that the row names: %s',
    (question, query) => {
      expect(ask(planningOffice, question)).toMatchObject({ ok: true, query })
    },
  )

  it.each(askQuestions.map(({ example }) => example.replace(/[{}]/g, '')))(
    'give what the function returns: %s',
    (question) => {
      const result = ask(planningOffice, question)
      if (!result.ok) throw new Error(result.text)
      if (result.within !== undefined || FILTERED.includes(result.part?.[0] ?? '')) return
      if (result.query === 'assignmentsOf' && result.part !== undefined) return
      expect(result.answer).toEqual(json(called(result)))
    },
  )
})

describe('a question of the caller', () => {
  it.each([
    ['alpha', true],
    ['alpha beta', true],
    ['alpha gamma delta', true],
    ['alpha gamma zeta', true],
    ['alpha gamma zeta eta', true],
    ['alpha gamma zeta eta delta', true],
    ['alpha gamma', false],
    ['alpha beta delta', false],
    ['omega', true],
    ['psi omega', true],
    ['alpha omega', false],
    ['chi', true],
    ['psi chi', false],
  ])('may have alternatives within alternatives: %s', (words, isRead) => {
    const patterns = ['alpha [beta|gamma (delta|zeta [eta [delta]])]|[psi] omega', 'chi']
    const answer = () => ({ query: 'own', arguments: [], answer: 1, text: 'It is read.' })
    const { text } = ask(planningOffice, words, {
      questions: [{ query: 'own', patterns, example: 'Alpha', answer }],
    })
    expect(text === 'It is read.').toBe(isRead)
  })

  const asked = (pattern: unknown) => () =>
    ask(planningOffice, 'Who is at the top?', {
      questions: [{ ...askQuestions[0], patterns: [pattern as string] }],
    })

  it.each([
    [':nope {who}', "It has the unknown phrase ':nope'."],
    ['who (is [:boss] {who}', 'It has a “(” without its closing bracket.'],
    ['who is] {who}', 'It has a “]” without its opening bracket.'],
    ['who (is] {who}', 'It has a “]” without its opening bracket.'],
    ['boss of {who', 'It has a “{” without its closing bracket.'],
  ])('reports what is wrong with the pattern %s', (pattern, fault) => {
    expect(asked(pattern)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringContaining(fault) as string }),
    )
    expect(asked(pattern)).toThrow('questions[0].patterns[0]')
  })

  it('refuses a pattern that is not a string', () => {
    expect(asked(7)).toThrow('The option questions[0].patterns[0] is 7; it can be a pattern.')
  })

  it('takes every pattern of the table', () => {
    expect(asked(':boss of {who}')).not.toThrow()
    expect(() => ask(planningOffice, 'Who is at the top?', { questions: [...askQuestions] })).not.toThrow()
  })
})
