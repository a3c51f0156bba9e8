import { linesOf, nextStepsOf, roleOf, rolesOf, servicesTo, unitOf, unitsOf } from 'rolegraph'
import {
  answer,
  paySurveys,
  pmoOrg,
  type PmoRoleId,
  pmoRoles,
  pmoVariants,
  type QuestionId,
  questions,
  type StatementId,
  statements,
} from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

interface Fact {
  readonly sources?: readonly string[]
  readonly hedge?: string
  readonly note?: string
}

/** The facts of the model that cite the customer's document, by the field that holds them. */
function seedFacts(): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>()
  const add = (field: string, fact: Fact | undefined): void => {
    if (fact?.sources?.includes('seed') === true && !facts.has(field)) facts.set(field, fact)
  }
  for (const [id, statement] of Object.entries(statements)) add(`statement ${id}`, statement)
  for (const role of Object.values(pmoRoles)) {
    add(`role ${role.id}`, role)
    add(`role ${role.id}: senior`, role.senior)
    for (const years of role.years) add(`role ${role.id}: years`, years)
    // What a whole role cites holds for its titles; a responsibility of the customer's document cites that alone.
    for (const duty of role.responsibilities) {
      if (duty.sources.join() === 'seed') add(`role ${role.id}: ${duty.text}`, duty)
    }
  }
  for (const { figures, ...survey } of paySurveys) {
    for (const { what, measure } of figures) add(`pay ${what} ${measure}`, survey)
  }
  for (const { authority, scope } of pmoVariants()) {
    const org = pmoOrg({ authority, larger: true, ...(scope && { scope }) })
    for (const unit of unitsOf(org)) add(`unit ${unit}`, unitOf(org, unit))
    for (const role of rolesOf(org)) {
      for (const line of linesOf(org, role, { lines: 'all' })) add(`line ${line.from} → ${line.to}`, line)
      for (const move of nextStepsOf(org, role)) add(`move ${move.from} → ${move.to}`, move)
      add(`membership ${role}`, roleOf(org, role).data?.evidence.membership)
    }
    for (const service of servicesTo(org, 'project-manager')) add(`service ${service.name}`, service)
  }
  return facts
}

/**
 * The claim in our words, the question that answers it, the hedge of the document ('-' for none), the fields of the
 * model that hold it, and how the answer says it.
 */
type Row = readonly [claim: string, question: QuestionId, hedge: string, fields: string, says: RegExp]

// Typed from the document, claim by claim.
const CLAIMS: readonly Row[] = [
  [
    'a PMO ranks above a project manager, for its responsibilities, governance, portfolio and frameworks',
    'which-is-higher-pmo-or-pm',
    'typically',
    'statement why-higher',
    /Typically the PMO, for its broader responsibilities, governance of the enterprise, the portfolio and frameworks/,
  ],
  [
    'a project manager is responsible for one project from start to finish',
    'is-the-pmo-below-the-project-manager',
    '-',
    'role project-manager | role project-manager: one project from start to finish',
    /one project from start to finish/,
  ],
  [
    'a PMO is a team that works for the whole organisation',
    'is-the-pmo-below-the-project-manager',
    '-',
    'statement team-level',
    /a team that works for the organisation as a whole/,
  ],
  [
    'a project manager is primarily responsible for scope, cost and timeline',
    'is-the-pmo-below-the-project-manager',
    'primarily',
    'role project-manager: scope | role project-manager: cost | role project-manager: timeline',
    /primarily responsible for its scope, cost and timeline/,
  ],
  [
    'a PMO is a group or department that sets and maintains the standards',
    'what-is-a-pmo',
    '-',
    'unit pmo',
    /a group or department that sets and maintains the standards/,
  ],
  [
    'it is found in a business, a government agency or an enterprise',
    'what-is-a-pmo',
    '-',
    'statement found-in',
    /a business, a government agency or an enterprise/,
  ],
  [
    'PMO professionals oversee projects, manage resources and optimise processes',
    'what-is-a-pmo',
    '-',
    'statement what-professionals-do',
    /oversee projects, manage resources and optimise processes/,
  ],
  [
    'a program manager staffs the PMO of a programme',
    'how-do-a-program-manager-and-a-pmo-relate',
    '-',
    'role program-manager | role program-manager: staffing a programme office | unit programme-office',
    /The program manager staffs the office of the programme/,
  ],
  [
    'that office looks after scope, costs and timeline',
    'how-do-a-program-manager-and-a-pmo-relate',
    '-',
    'statement programme-office-work',
    /scope, costs and timeline/,
  ],
  [
    'in larger organisations, program managers may be part of the PMO',
    'how-do-a-program-manager-and-a-pmo-relate',
    'may',
    'membership program-manager | membership portfolio-program-manager',
    /In larger organisations program managers may themselves be part of the PMO/,
  ],
  [
    'there they provide oversight of related projects; one title is portfolio program manager',
    'how-do-a-program-manager-and-a-pmo-relate',
    '-',
    'statement program-managers-inside | role portfolio-program-manager | line program-manager → pmo-director | line portfolio-program-manager → pmo-director',
    /provide oversight of related projects/,
  ],
  [
    'an enterprise PMO aligns project management with strategy and oversees all programs and projects',
    'what-is-pmo-level',
    '-',
    'statement enterprise-level | unit enterprise-pmo | role epmo-director',
    /aligns project management with strategy and oversees every program and project/,
  ],
  [
    'PMO work can be an essential stepping stone to project manager',
    'can-a-pmo-become-a-project-manager',
    'can',
    'statement stepping-stone',
    /The work can be an essential stepping stone/,
  ],
  [
    'so a coordinator or an analyst may become one',
    'can-a-pmo-become-a-project-manager',
    'may',
    'move pmo-coordinator → project-manager | move pmo-analyst → project-manager',
    /a move leads there from PMO Coordinator and PMO Analyst/,
  ],
  [
    'it gives breadth across program and project processes',
    'can-a-pmo-become-a-project-manager',
    '-',
    'statement breadth',
    /a broad view of how programs and projects are run/,
  ],
  [
    'PMO manager is a senior position',
    'is-pmo-a-senior-position',
    '-',
    'role pmo-manager | role pmo-manager: senior',
    /a PMO Manager is in a senior position/,
  ],
  [
    'best with five or more years in project management',
    'is-pmo-a-senior-position',
    'best',
    'role pmo-manager: years',
    /best with at least 5 years of experience in project management, which is advice rather than a rule/,
  ],
  [
    'a coordinator is not senior: our inference',
    'is-pmo-a-senior-position',
    '-',
    'statement coordinator-not-senior',
    /That a PMO Coordinator is not senior is our inference/,
  ],
  [
    'many PMOs report to the chief executive, especially enterprise PMOs',
    'who-does-a-pmo-report-to',
    'many',
    'statement reports-to-the-top | role chief-executive-officer | line pmo-director → chief-executive-officer | line epmo-director → chief-executive-officer',
    /To the chief executive in many organisations, especially if it is an enterprise PMO/,
  ],
  [
    'because of their scope, responsibilities and strategic weight',
    'who-does-a-pmo-report-to',
    '-',
    'statement why-the-top',
    /because of its broad scope, varied responsibilities and the strategic weight of project portfolio management/,
  ],
  [
    'a PMO is often headed by a director',
    'who-does-a-pmo-report-to',
    'often',
    'statement headed-by',
    /it is often headed by a director/,
  ],
  [
    'the director aligns the office with business objectives',
    'who-does-a-pmo-report-to',
    '-',
    'role pmo-director | role pmo-director: aligning the office with business objectives',
    /a director, who is responsible for aligning the office with business objectives/,
  ],
  [
    'pay: £51,638 on average',
    'what-does-pmo-work-pay',
    '-',
    'pay pay average',
    /London earns £51,638 \(average\)/,
  ],
  [
    'pay: £3,485 in additional cash on average',
    'what-does-pmo-work-pay',
    '-',
    'pay additional cash average',
    /additional cash £3,485 \(average\)/,
  ],
  [
    'pay: £1,366 to £8,893 in additional cash, from 112 answers',
    'what-does-pmo-work-pay',
    '-',
    'pay additional cash range',
    /£1,366 to £8,893 \(range\) \(Glassdoor, undated, n = 112\)/,
  ],
  [
    'a coordinator may move to analyst or to a managerial position',
    'what-comes-after-coordinator',
    'may',
    'statement coordinator-next | move pmo-coordinator → pmo-analyst | move pmo-coordinator → pmo-manager',
    /A PMO Coordinator may move to analyst or to a managerial position/,
  ],
  [
    'in time, to line management of project managers or to PMO director',
    'what-comes-after-coordinator',
    'in time',
    'statement coordinator-later',
    /In time, line management of project managers or the position of PMO director may follow/,
  ],
  [
    'a manager may become director, in time for a coordinator',
    'what-comes-after-coordinator',
    'may',
    'move pmo-manager → pmo-director',
    /In time,.* may follow/,
  ],
  [
    'the ladder has a coordinator and an analyst',
    'what-comes-after-coordinator',
    '-',
    'role pmo-coordinator | role pmo-analyst',
    /PMO Coordinator.*PMO Analyst/,
  ],
  [
    'the highest position in a PMO is typically called CPO or CPMO',
    'what-is-the-highest-position-in-a-pmo',
    'typically',
    'statement highest-names',
    /typically called CPO or CPMO/,
  ],
  [
    'it is that of the chief project officer',
    'what-is-the-highest-position-in-a-pmo',
    '-',
    'role chief-project-officer | role chief-project-officer: the highest position in a PMO | membership chief-project-officer | move pmo-director → chief-project-officer | move epmo-director → chief-project-officer',
    /The Chief Project Officer/,
  ],
  [
    'a PMO supports with templates, best practices and training',
    'how-does-a-pmo-support-a-pm',
    '-',
    'service templates | service best practices | service training',
    /With templates, best practices, training/,
  ],
  [
    'in some cases with resource allocation and management',
    'how-does-a-pmo-support-a-pm',
    'sometimes',
    'service resource allocation and management',
    /in some cases with resource allocation and management/,
  ],
  [
    'under a directive office project managers come from a pool and report to it',
    'does-a-project-manager-report-to-the-pmo',
    '-',
    'line project-manager → pmo-director',
    /yes: by a solid line to the PMO Director, since the office assigns project managers from a pool/,
  ],
  [
    'it measures them and holds them to account',
    'does-a-project-manager-report-to-the-pmo',
    '-',
    'service assignment of project managers | service KPIs | service holding to account',
    /measures them by KPIs and holds them to account/,
  ],
  [
    'a career in a PMO can be rewarding',
    'is-pmo-a-good-career-option',
    'can',
    'statement lucrative',
    /an opinion: it can be financially rewarding/,
  ],
  [
    'organisations see the value, hire skilled people and invest in strong PMOs',
    'is-pmo-a-good-career-option',
    '-',
    'statement why-lucrative',
    /organisations see the value of the work, hire skilled people and invest in strong PMOs/,
  ],
  [
    'its leader knows the organisation, its leaders, people and needs',
    'who-should-lead-a-pmo',
    '-',
    'statement leader-knows',
    /knows the organisation, its leaders, its people and its needs/,
  ],
  [
    'and something about projects and technology',
    'who-should-lead-a-pmo',
    '-',
    'statement leader-knows-something',
    /and something about its kinds of projects and its technology/,
  ],
]

const FACTS = seedFacts()
const fieldsOf = (row: Row): string[] => row[3].split(' | ')

describe("the customer's claims", () => {
  it.each(CLAIMS)('%s (%s, %s)', (_, question, hedge, fields, says) => {
    const found = fields.split(' | ').map((field) => [field, FACTS.get(field)] as const)
    for (const [field, fact] of found) {
      expect(fact, field).toBeDefined()
      // The title of a role is no statement with a hedge, and an inference from a claim has a note.
      if (!/^role [\w-]+$/.test(field)) expect(fact?.hedge ?? '-', field).toBe(hedge)
    }
    expect(answer(question).text).toMatch(says)
    expect(answer(question).sources.map(({ code }) => code)).toContain('seed')
  })

  it('are all in the list: every fact that cites the document has its row', () => {
    const listed = new Set(CLAIMS.flatMap(fieldsOf))
    expect([...FACTS.keys()].filter((field) => !listed.has(field))).toEqual([])
    expect(CLAIMS.length).toBeGreaterThanOrEqual(30)
  })

  it('are each held by one row', () => {
    const fields = CLAIMS.flatMap(fieldsOf)
    expect(fields.filter((field, index) => fields.indexOf(field) !== index)).toEqual([])
  })

  it('reach every question but the one about kinds, which is ours', () => {
    const asked = new Set(CLAIMS.map(([, question]) => question))
    expect(Object.keys(questions).filter((id) => !asked.has(id as QuestionId))).toEqual([
      'which-kinds-of-pmo-are-there',
    ])
  })

  it('marks an inference as one', () => {
    expect(statements['coordinator-not-senior'].note).toBe('inferred')
    expect(FACTS.get('move pmo-director → chief-project-officer')?.note).toContain('inferred')
    expect(FACTS.get('line program-manager → pmo-director')?.note).toContain('inferred')
  })

  it('has the statements under the questions that they answer', () => {
    for (const [, question, , fields] of CLAIMS) {
      for (const field of fields.split(' | ')) {
        const id = /^statement (.*)$/.exec(field)?.[1]
        if (id !== undefined) expect(statements[id as StatementId].question).toBe(question)
      }
    }
    const director: PmoRoleId = 'pmo-director'
    expect(pmoRoles[director].sources).toContain('seed')
  })
})
