import { isOrgError, linesOf, roleOf, rolesOf, servicesTo, unitOf, unitsOf } from 'rolegraph'
import {
  answer,
  certifications,
  findPmoKinds,
  paySurveys,
  pmoOrg,
  pmoVariants,
  questions,
  type SourceCode,
  sources,
  sourcesOf,
} from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

const FOUND =
  'B5 B6 B7 T1 T2 T4 T3 PF RC TC FS KI GA CA P3L P3R P3T NI EP WH AG PT BZ BU PR IC PC PV PL PN ES DD FE IP SF QZ AV KY HC PJ PB AB SG ED SA MO TO ST BH PS PM MJ AX PX IM AC HP TK PI TY EI CB DM CT PE GD VR GB'
const WEAK = 'T1 T2 T4 RC TC FS KI KY ED TO MO SG ST BZ WH AV QZ'
const NOT_FOUND = 'PC RC QZ TO ED ST PV ES P3R'

/** Every list of source codes in a value, at any depth. */
function codesIn(value: unknown): string[] {
  const codes: string[] = []
  const pending: unknown[] = [value]
  while (pending.length > 0) {
    const next = pending.pop()
    if (typeof next !== 'object' || next === null) continue
    for (const [key, child] of Object.entries(next)) {
      if (key === 'sources' && Array.isArray(child)) {
        codes.push(...child.filter((code): code is string => typeof code === 'string'))
      }
      pending.push(child)
    }
  }
  return codes
}

describe('sources', () => {
  it('has every code of the sheet, and no others', () => {
    for (const code of FOUND.split(' ')) {
      expect(sources).toHaveProperty(code)
    }
    const kinds = Object.values(sources).filter(
      ({ kind, code }) => kind === 'found' && !code.startsWith('pay-'),
    )
    expect(kinds.map(({ code }) => code).sort()).toEqual(FOUND.split(' ').sort())
  })

  it('marks the weak ones', () => {
    const weak = Object.values(sources).filter((source) => source.quality === 'weak')
    expect(weak.map(({ code }) => code).sort()).toEqual(WEAK.split(' ').sort())
  })

  it('gives each its quality', () => {
    const qualities = (codes: string): string[] => [
      ...new Set(codes.split(' ').map((code) => sources[code as SourceCode].quality)),
    ]
    expect(qualities('seed')).toEqual(['customer'])
    expect(qualities('B5 B6 B7 P3L PR IP SF ES DD DM VR')).toEqual(['standard'])
    expect(qualities('T3 GA NI AG PT BU BH PS IC PL KI')).toEqual(['published', 'weak'])
    expect(qualities('general')).toEqual(['general'])
  })

  it('tells how and when each was checked', () => {
    const missing = Object.values(sources).filter(({ checked }) => checked === 'not-found')
    expect(missing.map(({ code }) => code).sort()).toEqual(NOT_FOUND.split(' ').sort())
    for (const { code, checked, checkedOn } of Object.values(sources)) {
      expect([checked !== undefined, checkedOn]).toEqual(
        code === 'general' ? [false, undefined] : [true, '2026-11'],
      )
    }
  })

  it('names the sources that are not independent, and the better ones', () => {
    expect(sources.KY.repeats).toBe('seed')
    expect(sources.FE.repeats).toBe('DD')
    expect(Object.values(sources).filter(({ repeats }) => repeats !== undefined)).toHaveLength(2)
    const better = Object.values(sources).flatMap(({ code, better: others = [] }) => {
      return others.length === 0 ? [] : [`${code}: ${others.join(' ')}`]
    })
    expect(better.sort()).toEqual([
      'AV: HP',
      'ED: PM',
      'FS: P3L PT PS',
      'KI: BH',
      'KY: MJ AX PX',
      'PC: IM AC',
      'RC: BH',
      'SG: PM',
      'ST: PM',
      'T1: T3',
      'T4: P3L PT PS',
      'TO: MJ AX PX',
    ])
  })

  it('distinguishes the seed document and general knowledge from published sources', () => {
    expect(sources.seed.kind).toBe('seed')
    expect(sources.general.kind).toBe('general')
    expect(Object.values(sources).filter(({ kind }) => kind !== 'found')).toHaveLength(2)
  })

  it.each([
    ['B6', 'PMBOK Guide, 6th edition'],
    ['T2', 'jectmanager.com/resources/pmo-types'],
    ['KI', 'killerinsideme.com'],
    ['P3L', 'P3O §3.2.1'],
    ['PC', 'prosperity247.com'],
    ['PN', 'how to land a PMO manager role'],
    ['MO', 'mondo.com/hire-pmo-directors'],
    ['ST', 'study.com'],
    ['TO', 'torchora.com'],
    ['PF', 'Pulse'],
    ['CA', 'pmthink.com/2007/05/pmo-setups-which-is-right-one-pmo.htm'],
  ] as const)('%s is %s', (code, where) => {
    expect(sources[code].where).toContain(where)
    expect(sources[code].code).toBe(code)
  })

  it('resolves every code that any fact carries', () => {
    for (const variant of pmoVariants()) {
      const org = pmoOrg({ ...variant, larger: true })
      const facts = rolesOf(org).flatMap((role) => [
        roleOf(org, role),
        ...linesOf(org, role, { lines: 'all' }),
      ])
      const all = [
        variant,
        facts,
        servicesTo(org, 'project-manager'),
        unitsOf(org).map((unit) => unitOf(org, unit)),
      ]
      for (const code of codesIn(all)) expect(sources).toHaveProperty(code)
    }
    for (const code of codesIn([
      certifications,
      paySurveys,
      findPmoKinds('Gartner'),
      findPmoKinds('resource pool'),
    ])) {
      expect(sources).toHaveProperty(code)
    }
  })

  it('leaves no role, unit, line, move or service without a source', () => {
    for (const variant of pmoVariants()) {
      const org = pmoOrg({ ...variant, larger: true })
      for (const role of rolesOf(org)) {
        const record = roleOf(org, role)
        for (const fact of [record, ...linesOf(org, role, { lines: 'all' }), ...record.progressesTo]) {
          expect(sourcesOf(org, fact)).not.toEqual([])
        }
      }
      for (const unit of unitsOf(org)) expect(sourcesOf(org, unit)).not.toEqual([])
      for (const service of servicesTo(org, 'project-manager'))
        expect(sourcesOf(org, service)).not.toEqual([])
    }
  })
})

describe('sourcesOf', () => {
  const org = pmoOrg({ authority: 'controlling', scope: 'enterprise' })

  it('takes the id of a role or a unit', () => {
    expect(sourcesOf(org, 'pmo-manager').map(({ code }) => code)).toEqual(['seed', 'PN', 'PV'])
    expect(sourcesOf(org, 'pmo')).toEqual([sources.seed])
  })

  it('takes lines, moves, services and the facts of a role', () => {
    const [, dotted] = linesOf(org, 'project-manager', { lines: 'all' })
    expect(dotted).toMatchObject({ to: 'pmo-manager', note: 'inferred: for compliance' })
    expect(sourcesOf(org, dotted)).toEqual([sources.B5])
    const [move] = roleOf(org, 'pmo-director').progressesTo
    expect(move).toMatchObject({ to: 'epmo-director', note: 'inferred; years: general' })
    expect(sourcesOf(org, move)).toEqual([sources.TO])
    const [templates] = servicesTo(org, 'project-manager')
    expect(sourcesOf(org, templates)).toEqual([sources.seed, sources.B5, sources.T2])
    const [managerial, total] = roleOf(org, 'pmo-director').data?.years ?? []
    expect(sourcesOf(org, managerial)).toEqual([sources.SA])
    expect(sourcesOf(org, total)).toEqual([sources.MO])
  })

  it('is empty for a fact without sources', () => {
    expect(sourcesOf(org, {})).toEqual([])
  })

  it('rejects unknown codes, and anything but a fact', () => {
    for (const fact of [
      { sources: ['Z9'] },
      { sources: ['__proto__'] },
      { sources: ['constructor'] },
      { sources: [Object.create(null)] },
    ]) {
      expect(() => sourcesOf(org, fact)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
    }
    for (const fact of [null, 7, undefined, { sources: 'seed' }]) {
      // @ts-expect-error a mistake that plain JavaScript allows
      expect(() => sourcesOf(org, fact)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
    }
    let caught: unknown
    try {
      sourcesOf(org, 'pmo-managr' as 'pmo-manager')
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'UNKNOWN_ROLE') && caught.details.nearest).toBe('pmo-manager')
  })
})

describe('the answers', () => {
  it('all have sources', () => {
    for (const { id } of Object.values(questions)) {
      expect(answer(id).sources.length).toBeGreaterThan(0)
    }
  })
})
