import {
  type PmoRoleId,
  pmoRoles,
  pmoRolesBy,
  sfiaLevels,
  sourcesOf,
  specialistFacets,
  pmoOrg,
} from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

/** Id, title, other titles, family, grade, years with their source, certificates, skills, sources. */
type Row = readonly [PmoRoleId, string, string, string, number | undefined, string, string, string, string]

const A = 'administration'
const P = 'planning'
const R = 'reporting'
const K = 'risk'
const F = 'finance and benefits'
const S = 'stakeholders'
const L = 'leadership'
const G = 'governance'
const T = 'methods and tools'
const X = 'strategy'
const C = 'coaching'
const words = (...skills: string[]): string => skills.join('|')

// Typed from the fact sheet, not from the tables in src.
const ROWS: readonly Row[] = [
  [
    'pmo-administrator',
    'PMO Administrator',
    'Project Administrator|Project Support Officer',
    'pmo',
    1,
    '0–2 general',
    'CAPM',
    words(A, T),
    'PL ES',
  ],
  [
    'pmo-coordinator',
    'PMO Coordinator',
    'PMO Officer|Project Office Coordinator',
    'pmo',
    2,
    '0–3 general',
    'CAPM|P3O-F',
    words(A, R, P),
    'seed PJ PL',
  ],
  [
    'pmo-analyst',
    'PMO Analyst',
    'Project Office Analyst',
    'pmo',
    3,
    '2–5 general',
    'P3O|PMI-PMOCP',
    words(R, K, F),
    'seed PL',
  ],
  ['planner', 'Planner', 'Scheduler', 'pmo', 3, '2–5 general', 'P3O', words(P, T), 'PV PL'],
  ['project-controller', 'Project Controller', '', 'pmo', 3, '2–5 general', 'P3O', words(R, F), 'PV PL'],
  [
    'pmo-specialist',
    'Programme or Project Specialist',
    'Programme Specialist|Project Specialist',
    'pmo',
    4,
    '3–6 general',
    'P3O',
    words(K, F, G, T),
    'P3R',
  ],
  [
    'pmo-lead',
    'PMO Lead',
    'Head of Programme Office|Head of Project Office',
    'pmo',
    5,
    '4–8 general',
    'P3O-P|PMP',
    words(G, L, R),
    'PN P3R',
  ],
  [
    'pmo-manager',
    'PMO Manager',
    'Project Office Manager',
    'pmo',
    6,
    '5+ seed',
    'PMP|PMI-PMOCP|P3O-P',
    words(L, G, R, C),
    'seed PN PV',
  ],
  [
    'coe-lead',
    'Head of PM Centre of Excellence',
    '',
    'pmo',
    6,
    '8+ general',
    'PMI-PMOCP|P3O-P',
    words(T, C, G),
    'QZ',
  ],
  [
    'pmo-director',
    'PMO Director',
    'Head of PMO',
    'pmo',
    7,
    '5+ SA, 15+ MO',
    'PMP|PgMP|PMI-PMOCP',
    words(L, X, G),
    'seed SA',
  ],
  [
    'vmo-lead',
    'Head of Value Management Office',
    'Agile PMO lead',
    'pmo',
    7,
    '10+ general',
    '',
    words(X, C, G),
    'AV',
  ],
  [
    'epmo-director',
    'Head of Enterprise PMO',
    'VP of Enterprise PMO',
    'pmo',
    8,
    '15+ general',
    'PfMP',
    words(X, L, G),
    'seed B7',
  ],
  ['tmo-lead', 'Head of Transformation Office', 'Transformation Office', 'pmo', 8, '', '', '', 'PE'],
  [
    'project-coordinator',
    'Project Coordinator',
    '',
    'delivery',
    2,
    '0.5–1 PM, 0–3 ED',
    'CAPM',
    words(A, P, R),
    'ED ST',
  ],
  [
    'junior-project-manager',
    'Junior Project Manager',
    'Assistant PM|PM I',
    'delivery',
    3,
    '1–2 PM, 0–3 ED',
    'CAPM|PRINCE2-F',
    words(P, R, S),
    'WH PV',
  ],
  [
    'project-manager',
    'Project Manager',
    'PM|PM II',
    'delivery',
    4,
    '3+ IP, 2–4 PM',
    'PMP|PRINCE2-P',
    words(P, K, S, F),
    'seed WH',
  ],
  [
    'senior-project-manager',
    'Senior Project Manager',
    'Senior PM|PM III',
    'delivery',
    5,
    '5+ IP, 5–7 PM',
    'PMP',
    words(L, K, S),
    'WH PV',
  ],
  ['delivery-manager', 'Delivery Manager', 'Agile Delivery Manager', 'delivery', 4, '', '', '', 'DM'],
  [
    'release-train-engineer',
    'Release Train Engineer',
    '',
    'delivery',
    5,
    '5+ general',
    '',
    words(C, L, P),
    'general',
  ],
  ['project-director', 'Project Director', '', 'delivery', 6, '10+ general', 'PgMP', words(L, F, X), 'BZ'],
  [
    'program-manager',
    'Program Manager',
    'Programme Manager',
    'delivery',
    6,
    '5–8 PM, 8+ general',
    'PgMP|MSP',
    words(L, F, S, K),
    'seed EP',
  ],
  [
    'program-director',
    'Program Director',
    'Programme Director',
    'delivery',
    7,
    '12+ general',
    'PgMP|MSP',
    words(L, X, F),
    'general',
  ],
  [
    'portfolio-analyst',
    'Portfolio Analyst',
    '',
    'portfolio',
    3,
    '2–5 general',
    'MoP|P3O',
    words(R, F, G),
    'DD P3R',
  ],
  [
    'portfolio-program-manager',
    'Portfolio Program Manager',
    '',
    'portfolio',
    6,
    '8+ general',
    'PgMP',
    words(F, X, L),
    'seed',
  ],
  [
    'portfolio-manager',
    'Portfolio Manager',
    '',
    'portfolio',
    7,
    '10+ general',
    'PfMP|MoP',
    words(X, F, G),
    'EP',
  ],
  [
    'portfolio-director',
    'Portfolio Director',
    'Head of Portfolio',
    'portfolio',
    8,
    '12+ general',
    'PfMP|MoP',
    words(X, L, G),
    'FE',
  ],
  [
    'chief-project-officer',
    'Chief Project Officer',
    'CPO|Chief Project Management Officer|CPMO|Chief Project Delivery Officer',
    'executive',
    9,
    '15+ general',
    'PfMP',
    words(X, L, G),
    'seed IC AC BH GD',
  ],
  ['chief-transformation-officer', 'Chief Transformation Officer', 'CTrO', 'executive', 9, '', '', '', 'CT'],
  [
    'functional-executive',
    'Functional Executive',
    'COO|CIO|CFO|Strategy Director|Division Director',
    'executive',
    9,
    '',
    '',
    words(X, L),
    'P3L',
  ],
  ['chief-executive-officer', 'Chief Executive Officer', 'CEO', 'executive', 10, '', '', words(X, L), 'seed'],
  ['sponsor', 'Sponsor', 'SRO|PRINCE2 Executive', 'governance', undefined, '', '', words(X, S), 'PR BU'],
  ['functional-manager', 'Functional Manager', 'Line Manager', 'line', 6, '', '', words(L), 'T2'],
]

const nameOf = (alias: string | { name: string }): string => (typeof alias === 'string' ? alias : alias.name)

describe('the catalogue', () => {
  it('has the 32 roles and no others', () => {
    expect(Object.keys(pmoRoles)).toEqual(ROWS.map(([id]) => id))
    expect(ROWS).toHaveLength(32)
  })

  it.each(ROWS)('%s', (id, title, others, family, grade, years, certifications, skills, sources) => {
    const role = pmoRoles[id]
    expect(role.id).toBe(id)
    expect(role.title).toBe(title)
    const names = role.aliases.map(nameOf)
    for (const other of others.split('|').filter(Boolean)) expect(names).toContain(other)
    expect(role.family).toBe(family)
    expect(role.grade).toBe(grade)
    const stated = role.years.map(({ min, max, sources }) => {
      return `${String(min)}${max === undefined ? '+' : `–${String(max)}`} ${sources.join(' ')}`
    })
    expect(stated.join(', ')).toBe(years)
    expect(role.certifications.join('|')).toBe(certifications)
    expect(role.skills.join('|')).toBe(skills)
    expect(new Set(names).size).toBe(names.length)
    expect(role.sources.join(' ')).toBe(sources)
    expect(role.responsibilities.length).toBeGreaterThan(0)
  })

  it.each<[PmoRoleId, string, string]>([
    ['pmo-director', 'aligning the office with business objectives', 'seed'],
    ['project-manager', 'one project from start to finish', 'seed'],
    ['project-manager', 'scope', 'seed'],
    ['project-manager', 'cost', 'seed'],
    ['project-manager', 'timeline', 'seed'],
    ['program-manager', 'staffing a programme office', 'seed'],
    ['program-manager', 'related projects and their benefits', 'seed EP'],
    ['chief-project-officer', 'the highest position in a PMO', 'seed'],
    ['pmo-administrator', 'documents', 'PL ES'],
    ['portfolio-manager', 'alignment with strategy', 'EP'],
  ])('%s is responsible for %s, by %s', (id, text, sources) => {
    const found = pmoRoles[id].responsibilities.find((responsibility) => responsibility.text === text)
    expect(found?.sources.join(' ')).toBe(sources)
  })

  it('calls only the PMO manager senior, by the seed document', () => {
    const senior = Object.values(pmoRoles).filter((role) => role.senior !== undefined)
    expect(senior.map((role) => [role.id, role.senior?.sources])).toEqual([['pmo-manager', ['seed']]])
  })

  it('has what the years of a director are of', () => {
    expect(pmoRoles['pmo-director'].years.map(({ of }) => of)).toEqual(['management', 'IT'])
  })

  it('has the levels of a delivery manager', () => {
    expect(pmoRoles['delivery-manager'].levels).toMatchObject({
      count: 4,
      named: ['associate', 'manager', 'head'],
      grades: [3, 7],
      sources: ['DM'],
    })
  })

  it('marks grades, certifications and skills as general knowledge', () => {
    for (const { evidence } of Object.values(pmoRoles)) {
      expect(evidence.grade.sources).toEqual(['general'])
      expect(evidence.certifications.sources).toEqual(['general'])
      expect(evidence.skills.sources).toEqual(['general'])
    }
  })

  it('knows the facets of a specialist and the levels of SFIA', () => {
    expect(specialistFacets.names).toEqual([
      'benefits',
      'commercial',
      'communications',
      'information',
      'consultancy and performance',
      'finance',
      'issue',
      'change control',
      'planning',
      'quality',
      'resource',
      'risk',
      'reporting',
      'secretariat',
      'tools',
      'data analytics',
    ])
    expect(specialistFacets.sources).toEqual(['P3R', 'general'])
    expect(sfiaLevels.map(({ code, levels, sources }) => [code, ...levels, ...sources])).toEqual([
      ['PROF', 2, 6, 'SF'],
      ['PGMG', 6, 7, 'SF'],
      ['POMG', 5, 7, 'SF'],
      ['PRMG', 4, 7, 'SF'],
      ['BENM', 3, 6, 'SF'],
      ['DEMG', 3, 6, 'SF'],
    ])
  })

  it('cannot be changed', () => {
    expect(Object.isFrozen(pmoRoles)).toBe(true)
    for (const role of Object.values(pmoRoles)) {
      for (const part of [
        role,
        role.aliases,
        role.years,
        role.skills,
        role.evidence,
        role.responsibilities,
      ]) {
        expect(Object.isFrozen(part)).toBe(true)
      }
    }
  })
})

describe('pmoRolesBy', () => {
  it.each([
    [
      { family: 'executive' },
      [
        'chief-project-officer',
        'chief-transformation-officer',
        'functional-executive',
        'chief-executive-officer',
      ],
    ],
    [{ grade: 7, family: 'pmo' }, ['pmo-director', 'vmo-lead']],
    [{ certification: 'MSP' }, ['program-manager', 'program-director']],
    [{ skill: 'administration' }, ['pmo-administrator', 'pmo-coordinator', 'project-coordinator']],
    [{ source: 'MO' }, ['pmo-director']],
    [{ source: 'IP' }, ['project-manager', 'senior-project-manager']],
    [{ grade: 11 }, []],
  ] as const)('%o', (filter, ids) => {
    expect(pmoRolesBy(filter).map((role) => role.id)).toEqual(ids)
  })

  it('rejects anything but a filter', () => {
    for (const filter of [
      null,
      'pmo',
      { familly: 'pmo' },
      { skill: 'juggling' },
      { source: 'Z9' },
      { grade: '7' },
    ]) {
      // @ts-expect-error a mistake that plain JavaScript allows
      expect(() => pmoRolesBy(filter)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    }
  })

  it('returns all roles without a filter, in a fresh array', () => {
    expect(pmoRolesBy()).toHaveLength(32)
    pmoRolesBy().pop()
    expect(pmoRolesBy()).toHaveLength(32)
  })
})

describe('every role of a chart', () => {
  it('has sources that resolve', () => {
    const org = pmoOrg({ authority: 'directive', scope: 'enterprise' })
    for (const [id, , , , , , , , sources] of ROWS) {
      expect(sourcesOf(org, id).map((source) => source.code)).toEqual(sources.split(' '))
    }
  })
})
