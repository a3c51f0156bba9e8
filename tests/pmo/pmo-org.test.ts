import {
  checkOrg,
  find,
  type FindMatch,
  headOf,
  issuesOf,
  linesOf,
  managementChainOf,
  managerOf,
  managersOf,
  membersOf,
  type Org,
  roleOf,
  rolesOf,
  unitOf,
  unitsOf,
} from 'rolegraph'
import {
  type Authority,
  managerChoicesOf,
  type ManagerChoices,
  pmoOrg,
  type PmoOptions,
  type PmoRoleId,
  pmoVariants,
  type Within,
} from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'
import { expectedDotted, expectedSolid } from './expected-lines.js'

const AUTHORITIES: readonly Authority[] = ['supportive', 'controlling', 'directive']
const VARIANTS = pmoVariants().map((variant) => [variant.authority, variant.scope] as const)

/** A cycle of solid and dotted lines, found by removing roles without lines until none is left. */
function hasCycle(org: Org): boolean {
  const open = new Map(rolesOf(org).map((role) => [role, new Set(managersOf(org, role, { lines: 'all' }))]))
  for (let done = false; !done;) {
    done = true
    for (const [role, managers] of open) {
      if (managers.size > 0) continue
      open.delete(role)
      for (const others of open.values()) others.delete(role)
      done = false
    }
  }
  return open.size > 0
}

describe('every kind of office', () => {
  it.each(VARIANTS)('%s, %s: the solid and the dotted lines', (authority, scope) => {
    const org = pmoOrg({ authority, ...(scope && { scope }) })
    expect(rolesOf(org)).toHaveLength(32)
    const solid = Object.fromEntries(
      rolesOf(org).flatMap((role) => (managerOf(org, role) ? [[role, managerOf(org, role)]] : [])),
    )
    expect(solid).toEqual(expectedSolid(authority, scope))
    const dotted = Object.fromEntries(
      rolesOf(org)
        .map((role) => [role, managersOf(org, role, { lines: 'dotted' })] as const)
        .filter(([, managers]) => managers.length > 0),
    )
    expect(dotted).toEqual(expectedDotted(authority, scope))
    expect(issuesOf(org)).toEqual([])
    expect(checkOrg(org).ok).toBe(true)
    expect(hasCycle(org)).toBe(false)
  })

  it('builds without a cycle under every combination of the options', () => {
    let built = 0
    for (const [authority, scope] of VARIANTS) {
      for (const within of ['programme', 'portfolio', 'none'] as const satisfies Within[]) {
        for (const larger of [false, true]) {
          const kind = { authority, within, larger, ...(scope && { scope }) }
          for (const managers of allChoices(kind)) {
            const org = pmoOrg({ ...kind, managers })
            built++
            if (issuesOf(org).length > 0 || hasCycle(org))
              throw new Error(JSON.stringify({ ...kind, managers }))
            for (const [role, manager] of Object.entries(managers)) {
              expect(managerOf(org, role as PmoRoleId)).toBe(manager)
            }
          }
        }
      }
    }
    expect(built).toBeGreaterThan(25 * 6)
  }, 30_000)
})

/** No choice, and each alternative manager of each role. */
function allChoices(kind: PmoOptions): ManagerChoices[] {
  const alternatives = rolesOf(pmoOrg(kind)).flatMap((role) => {
    return managerChoicesOf(role, kind)
      .slice(1)
      .map(({ to }): ManagerChoices => ({ [role]: to }))
  })
  return [{}, ...alternatives]
}

describe('what a kind of office has', () => {
  it.each([
    [undefined, ['pmo']],
    ['project', ['pmo', 'project-office']],
    ['programme', ['pmo', 'programme-office']],
    ['portfolio', ['pmo', 'portfolio-office']],
    ['centre-of-excellence', ['pmo', 'centre-of-excellence']],
    ['divisional', ['pmo']],
    ['enterprise', ['pmo', 'enterprise-pmo']],
    ['hub-and-spoke', ['pmo', 'portfolio-office']],
    ['value-management', ['pmo', 'value-management-office']],
  ] as const)('%s: the units %o', (scope, units) => {
    expect(unitsOf(pmoOrg({ authority: 'supportive', ...(scope && { scope }) }))).toEqual(units)
  })

  it('has the heads', () => {
    expect(headOf(pmoOrg({ authority: 'directive' }), 'pmo')).toBe('pmo-director')
    const supportive = pmoOrg({ authority: 'supportive' })
    expect(headOf(supportive, 'pmo')).toBe('pmo-manager')
    expect(unitOf(supportive, 'pmo').sources).toEqual(['seed', 'T4'])
    expect(headOf(pmoOrg({ authority: 'supportive', scope: 'divisional' }), 'pmo')).toBe('pmo-director')
    expect(headOf(pmoOrg({ authority: 'directive', scope: 'enterprise' }), 'enterprise-pmo')).toBe(
      'epmo-director',
    )
    expect(headOf(pmoOrg({ authority: 'directive', scope: 'portfolio' }), 'portfolio-office')).toBe(
      'portfolio-director',
    )
    const centre = pmoOrg({ authority: 'supportive', scope: 'centre-of-excellence' })
    expect(headOf(centre, 'centre-of-excellence')).toBe('coe-lead')
    const agile = pmoOrg({ authority: 'supportive', scope: 'value-management' })
    expect(headOf(agile, 'value-management-office')).toBe('vmo-lead')
    expect(headOf(pmoOrg({ authority: 'directive', scope: 'programme' }), 'programme-office')).toBe(
      'pmo-lead',
    )
    expect(headOf(pmoOrg({ authority: 'directive', scope: 'project' }), 'project-office')).toBe('pmo-lead')
  })

  const STAFF = [
    'pmo-administrator',
    'pmo-coordinator',
    'pmo-analyst',
    'planner',
    'project-controller',
    'pmo-specialist',
    'pmo-manager',
    'pmo-director',
    'chief-project-officer',
  ]

  it.each([
    [undefined, 'pmo', STAFF.filter((role) => role !== 'pmo-director')],
    ['project', 'pmo', STAFF.slice(1).filter((role) => role !== 'pmo-director')],
    ['project', 'project-office', ['pmo-administrator', 'pmo-lead']],
    ['programme', 'programme-office', ['pmo-lead']],
    ['portfolio', 'portfolio-office', ['portfolio-analyst', 'portfolio-manager', 'portfolio-director']],
    ['centre-of-excellence', 'centre-of-excellence', ['coe-lead']],
    ['divisional', 'pmo', STAFF],
    ['enterprise', 'pmo', STAFF.slice(0, -1)],
    ['enterprise', 'enterprise-pmo', ['epmo-director', 'chief-project-officer']],
    ['hub-and-spoke', 'portfolio-office', ['portfolio-analyst', 'portfolio-manager', 'portfolio-director']],
    ['value-management', 'value-management-office', ['vmo-lead']],
  ] as const)('%s: the members of %s', (scope, unit, members) => {
    const org: Org = pmoOrg({ authority: 'supportive', ...(scope && { scope }) })
    expect(membersOf(org, unit)).toEqual(members)
  })

  it('has the membership of the chief project officer from the seed document, and that of others as general knowledge', () => {
    const org = pmoOrg({ authority: 'supportive' })
    expect(roleOf(org, 'chief-project-officer').data?.evidence.membership).toEqual({ sources: ['seed'] })
    expect(roleOf(org, 'planner').data?.evidence.membership).toEqual({ sources: ['general'] })
    expect(roleOf(org, 'sponsor').data?.evidence.membership).toBeUndefined()
  })

  it.each([
    ['project', 'project-office', ['PR', 'general'], 'temporary office'],
    ['programme', 'programme-office', ['seed', 'general'], 'temporary office'],
    ['portfolio', 'portfolio-office', ['P3L', 'general'], 'permanent office'],
    ['centre-of-excellence', 'centre-of-excellence', ['QZ', 'general'], 'permanent office'],
    ['enterprise', 'enterprise-pmo', ['seed', 'general'], 'permanent office'],
    ['value-management', 'value-management-office', ['AV', 'general'], 'permanent office'],
    ['divisional', 'pmo', ['seed'], 'permanent office'],
  ] as const)('%s: what is known of %s', (scope, id, sources, kind) => {
    const org: Org = pmoOrg({ authority: 'supportive', scope })
    expect(unitOf(org, id)).toMatchObject({ sources, kind })
  })

  it('has program managers as members in larger organisations only, with the hedge of the source', () => {
    const members = ['program-manager', 'portfolio-program-manager'] as const
    for (const authority of AUTHORITIES) {
      const larger = pmoOrg({ authority, larger: true })
      for (const role of members) {
        expect(membersOf(pmoOrg({ authority }), 'pmo')).not.toContain(role)
        expect(membersOf(larger, 'pmo')).toContain(role)
        expect(roleOf(larger, role).data?.evidence.membership).toEqual({
          sources: ['seed'],
          hedge: 'may',
          note: 'in larger organisations',
        })
        expect(managerOf(larger, role)).toBe(authority === 'directive' ? 'pmo-director' : 'portfolio-manager')
      }
    }
    const [line] = linesOf(pmoOrg({ authority: 'directive', larger: true }), 'program-manager')
    expect(line.sources).toEqual(['seed'])
    expect(line.note).toContain('inferred')
  })

  it('marks the roles that the kind places on the chart', () => {
    const org = pmoOrg({ authority: 'controlling' })
    const out = rolesOf(org).filter((role) => roleOf(org, role).data?.placed !== true)
    expect(out).toEqual([
      'pmo-lead',
      'coe-lead',
      'vmo-lead',
      'epmo-director',
      'release-train-engineer',
      'portfolio-analyst',
    ])
    const supportive = pmoOrg({ authority: 'supportive' })
    expect(roleOf(supportive, 'pmo-director').data?.placed).toBe(false)
  })

  it('has the evidence of the lines', () => {
    const directive = pmoOrg({ authority: 'directive' })
    expect(linesOf(directive, 'project-manager', { lines: 'all' })).toEqual([
      {
        from: 'project-manager',
        to: 'pmo-director',
        kind: 'solid',
        sources: ['seed', 'T1', 'T3'],
        note: 'assigned from a pool',
      },
      { from: 'project-manager', to: 'program-manager', kind: 'dotted', sources: ['general'] },
      { from: 'project-manager', to: 'sponsor', kind: 'dotted', sources: ['PR'], note: 'inferred' },
    ])
    expect(linesOf(directive, 'pmo')).toEqual([
      {
        from: 'pmo-director',
        to: 'chief-executive-officer',
        kind: 'solid',
        sources: ['seed'],
        hedge: 'many',
      },
    ])
    const enterprise = pmoOrg({ authority: 'controlling', scope: 'enterprise' })
    expect(linesOf(enterprise, 'enterprise-pmo')).toMatchObject([
      { to: 'chief-executive-officer', sources: ['seed'], hedge: 'many' },
    ])
    expect(linesOf(enterprise, 'pmo', { lines: 'all' })).toMatchObject([
      { to: 'functional-executive', kind: 'solid', sources: ['P3L', 'TC', 'PT', 'PS', 'FS'] },
      { to: 'epmo-director', kind: 'dotted', sources: ['TC'], note: 'inferred' },
    ])
    expect(linesOf(enterprise, 'chief-project-officer', { lines: 'all' })).toMatchObject([
      { to: 'chief-executive-officer', sources: ['BH', 'PC'] },
      { to: 'functional-executive', kind: 'dotted', sources: ['GD'] },
    ])
    const hub = pmoOrg({ authority: 'supportive', scope: 'hub-and-spoke' })
    expect(linesOf(hub, 'pmo', { lines: 'all' })).toMatchObject([
      { to: 'functional-manager', sources: ['T4'], hedge: 'typically' },
      { to: 'portfolio-director', kind: 'dotted', sources: ['NI'], note: 'inferred: the spoke to the hub' },
    ])
    const office = pmoOrg({ authority: 'supportive', scope: 'project' })
    expect(linesOf(office, 'project-office')).toMatchObject([{ to: 'project-manager', sources: ['PR'] }])
    expect(linesOf(office, 'project-office')[0].note).toContain('inferred')
    expect(linesOf(office, 'project-coordinator')).toMatchObject([{ sources: ['ST'] }])
    const portfolio = pmoOrg({ authority: 'supportive', scope: 'portfolio' })
    expect(linesOf(portfolio, 'portfolio-analyst')).toMatchObject([{ sources: ['DD'] }])
    expect(linesOf(portfolio, 'portfolio-manager')).toMatchObject([{ sources: ['FE'] }])
    expect(linesOf(portfolio, 'project-manager')).toMatchObject([{ sources: ['WH', 'EP'] }])
    const supportive = pmoOrg({ authority: 'supportive' })
    expect(linesOf(supportive, 'pmo')).toMatchObject([
      { from: 'pmo-manager', to: 'functional-manager', sources: ['T4'], hedge: 'typically' },
    ])
    expect(linesOf(pmoOrg({ authority: 'controlling' }), 'pmo')).toMatchObject([
      { sources: ['P3L', 'PT', 'PS', 'FS'], hedge: 'may' },
    ])
    const [centre] = linesOf(pmoOrg({ authority: 'supportive', scope: 'centre-of-excellence' }), 'coe-lead')
    expect(centre).toMatchObject({ to: 'functional-executive', sources: ['P3L'], hedge: 'often' })
    expect(linesOf(directive, 'pmo-manager')).toMatchObject([
      { to: 'pmo-director', sources: ['AG'], hedge: 'typically' },
    ])
    const programme = pmoOrg({ authority: 'supportive', within: 'programme' })
    expect(linesOf(programme, 'senior-project-manager')).toMatchObject([
      { to: 'program-manager', sources: ['WH'], hedge: 'sometimes' },
    ])
    expect(linesOf(directive, 'tmo-lead')).toMatchObject([{ to: 'functional-executive', sources: ['PE'] }])
  })
})

describe('an enterprise PMO that a CPMO heads', () => {
  const options = {
    authority: 'controlling',
    scope: 'enterprise',
    heads: { 'enterprise-pmo': 'chief-project-officer' },
  } as const
  const org = pmoOrg(options)

  it('is headed by the chief project officer, who reports to the chief executive, the president or the COO', () => {
    expect(headOf(org, 'enterprise-pmo')).toBe('chief-project-officer')
    expect(unitOf(org, 'enterprise-pmo').sources).toEqual(['seed', 'general', 'BH'])
    expect(linesOf(org, 'enterprise-pmo')).toMatchObject([
      { to: 'chief-executive-officer', sources: ['BH', 'PC'] },
    ])
    expect(
      managerChoicesOf('chief-project-officer', options).map(({ to, sources }) => [to, ...sources]),
    ).toEqual([
      ['chief-executive-officer', 'BH', 'PC'],
      ['functional-executive', 'BH'],
    ])
    expect(managerOf(org, 'epmo-director')).toBeUndefined()
    expect(managersOf(org, 'pmo', { lines: 'dotted' })).toEqual(['chief-project-officer'])
    expect(checkOrg(org).ok).toBe(true)
  })

  it('may own the offices of the divisions', () => {
    const owner = pmoOrg({ ...options, managers: { 'pmo-director': 'chief-project-officer' } })
    expect(unitOf(owner, 'pmo').partOf).toBe('enterprise-pmo')
  })

  it.each([
    [{ ...options, scope: 'portfolio' }, 'heads.enterprise-pmo'],
    [{ ...options, heads: { pmo: 'pmo-manager' } }, 'heads.pmo'],
    [{ ...options, heads: { 'enterprise-pmo': 'sponsor' } }, 'heads.enterprise-pmo'],
    [{ ...options, heads: 'chief-project-officer' }, 'heads'],
  ])('rejects %o', (wrong, option) => {
    // @ts-expect-error a mistake that plain JavaScript allows
    expect(() => pmoOrg(wrong)).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        details: expect.objectContaining({ option }) as unknown,
      }),
    )
  })
})

describe('the grades', () => {
  it('never fall along a solid line, unless the model marks it', () => {
    const falls = new Set<string>()
    for (const [authority, scope] of VARIANTS) {
      for (const larger of [false, true]) {
        const kind = { authority, larger, ...(scope && { scope }) }
        for (const managers of allChoices(kind)) {
          const org = pmoOrg({ ...kind, managers })
          for (const line of rolesOf(org).flatMap((role) => linesOf(org, role))) {
            if ((roleOf(org, line.to).grade ?? Infinity) >= (roleOf(org, line.from).grade ?? 0)) continue
            falls.add(`${line.from} → ${line.to}`)
            expect(line.note).toContain('to a lower grade')
          }
        }
      }
    }
    expect([...falls]).toEqual(['pmo-lead → project-manager'])
  })
})

describe('precedence', () => {
  it('puts the directive office before the programme, and the programme before the kind', () => {
    const inProgramme = (authority: Authority): string | undefined =>
      managerOf(pmoOrg({ authority, within: 'programme' }), 'project-manager')
    expect(inProgramme('directive')).toBe('pmo-director')
    expect(inProgramme('controlling')).toBe('program-manager')
    expect(inProgramme('supportive')).toBe('program-manager')
    const inPortfolio = pmoOrg({ authority: 'supportive', within: 'portfolio' })
    expect(managerOf(inPortfolio, 'project-manager')).toBe('portfolio-manager')
  })

  it('takes the scope of a programme or portfolio as the condition unless `within` is given', () => {
    const outside = pmoOrg({ authority: 'controlling', scope: 'programme', within: 'none' })
    expect(managerOf(outside, 'project-manager')).toBe('functional-manager')
    expect(
      managementChainOf(pmoOrg({ authority: 'controlling', scope: 'portfolio' }), 'project-manager'),
    ).toEqual(['portfolio-manager', 'portfolio-director', 'functional-executive'])
  })
})

describe('managers', () => {
  it.each<[PmoOptions, PmoRoleId, readonly PmoRoleId[]]>([
    [{ authority: 'directive' }, 'pmo-director', ['chief-executive-officer', 'functional-executive']],
    [
      { authority: 'directive', scope: 'enterprise' },
      'pmo-director',
      ['functional-executive', 'chief-executive-officer'],
    ],
    [{ authority: 'controlling' }, 'pmo-director', ['functional-executive']],
    [
      { authority: 'controlling', scope: 'enterprise' },
      'pmo-director',
      ['functional-executive', 'epmo-director'],
    ],
    [{ authority: 'supportive', scope: 'divisional' }, 'pmo-director', ['functional-executive']],
    [{ authority: 'supportive' }, 'pmo-manager', ['functional-manager', 'functional-executive']],
    [
      { authority: 'supportive', scope: 'divisional' },
      'pmo-manager',
      ['pmo-director', 'functional-executive'],
    ],
    [{ authority: 'supportive' }, 'pmo-director', []],
    [{ authority: 'directive' }, 'pmo-manager', ['pmo-director', 'functional-executive']],
    [{ authority: 'controlling' }, 'project-manager', ['functional-manager', 'project-director']],
    [{ authority: 'directive' }, 'project-manager', ['pmo-director']],
    [{ authority: 'directive' }, 'tmo-lead', ['functional-executive', 'chief-transformation-officer']],
    [
      { authority: 'supportive', scope: 'enterprise' },
      'epmo-director',
      ['chief-executive-officer', 'functional-executive', 'chief-project-officer'],
    ],
    [
      { authority: 'directive', scope: 'portfolio' },
      'portfolio-director',
      ['functional-executive', 'chief-executive-officer'],
    ],
    [{ authority: 'directive' }, 'portfolio-director', ['functional-executive']],
    [{ authority: 'supportive', scope: 'project' }, 'pmo-administrator', ['project-manager', 'pmo-manager']],
    [{ authority: 'supportive' }, 'senior-project-manager', ['portfolio-manager', 'program-manager']],
    [
      { authority: 'supportive', within: 'programme' },
      'senior-project-manager',
      ['program-manager', 'portfolio-manager'],
    ],
    [
      { authority: 'supportive' },
      'junior-project-manager',
      ['senior-project-manager', 'program-manager', 'portfolio-manager'],
    ],
    [{ authority: 'supportive', within: 'programme' }, 'project-manager', ['program-manager']],
    [{ authority: 'supportive' }, 'sponsor', []],
  ])('%o: %s may report to %o', (options, role, managers) => {
    expect(managerChoicesOf(role, options).map(({ to }) => to)).toEqual(managers)
  })

  it('has the sources of the alternatives', () => {
    const choices = managerChoicesOf('epmo-director', { authority: 'directive', scope: 'enterprise' })
    expect(choices.map(({ sources }) => sources)).toEqual([['seed'], ['P3L'], ['IC', 'KI']])
    const [, owned] = managerChoicesOf('pmo-director', { authority: 'controlling', scope: 'enterprise' })
    expect(owned.sources).toEqual(['RC'])
  })

  it.each<[PmoRoleId, PmoOptions, readonly string[]]>([
    ['junior-project-manager', { authority: 'supportive' }, ['WH', 'WH', 'WH']],
    ['senior-project-manager', { authority: 'supportive' }, ['WH', 'WH']],
    ['senior-project-manager', { authority: 'supportive', within: 'programme' }, ['WH', 'WH']],
    ['pmo-director', { authority: 'directive' }, ['seed', 'PT']],
    ['pmo-director', { authority: 'directive', scope: 'divisional' }, ['PT P3L TC', 'seed']],
    ['pmo-manager', { authority: 'supportive', scope: 'hub-and-spoke' }, ['T4', 'P3L PT PS']],
    ['pmo-director', { authority: 'controlling', scope: 'hub-and-spoke' }, ['P3L PT PS FS']],
    ['portfolio-director', { authority: 'supportive', scope: 'portfolio' }, ['P3L', 'P3L']],
    ['portfolio-director', { authority: 'supportive' }, ['general']],
    ['pmo-administrator', { authority: 'supportive', scope: 'project' }, ['PR', 'AG']],
    ['pmo-coordinator', { authority: 'supportive' }, ['general']],
    ['pmo-analyst', { authority: 'supportive' }, ['AG']],
    ['program-manager', { authority: 'supportive' }, ['general']],
    ['coe-lead', { authority: 'supportive', scope: 'centre-of-excellence' }, ['P3L']],
    ['vmo-lead', { authority: 'supportive', scope: 'value-management' }, ['general']],
    ['project-manager', { authority: 'controlling' }, ['T2', 'BZ']],
  ])('of %s under %o are based on %o', (role, options, sources) => {
    expect(managerChoicesOf(role, options).map((line) => line.sources.join(' '))).toEqual(sources)
  })

  it('makes the office part of the enterprise PMO that owns it', () => {
    const owned = pmoOrg({
      authority: 'controlling',
      scope: 'enterprise',
      managers: { 'pmo-director': 'epmo-director' },
    })
    expect(managerOf(owned, 'pmo')).toBe('epmo-director')
    expect(managersOf(owned, 'pmo', { lines: 'dotted' })).toEqual([])
    expect(unitOf(owned, 'pmo').partOf).toBe('enterprise-pmo')
    expect(unitOf(pmoOrg({ authority: 'controlling', scope: 'enterprise' }), 'pmo').partOf).toBeUndefined()
  })

  it('keeps an administrator in the office of its manager', () => {
    const org = (manager?: 'pmo-manager'): ReturnType<typeof pmoOrg<'project'>> =>
      pmoOrg({
        authority: 'supportive',
        scope: 'project',
        ...(manager && { managers: { 'pmo-administrator': manager } }),
      })
    expect(membersOf(org(), 'project-office')).toEqual(['pmo-administrator', 'pmo-lead'])
    expect(membersOf(org('pmo-manager'), 'project-office')).toEqual(['pmo-lead'])
    expect(membersOf(org('pmo-manager'), 'pmo')).toContain('pmo-administrator')
  })
})

describe('what is rejected', () => {
  const invalid = (details: object): unknown =>
    expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining(details) as unknown })

  it.each(['controlling', 'directive'] as const)(
    'a centre of excellence that is %s, with the reason',
    (authority) => {
      const build = (): unknown => pmoOrg({ authority, scope: 'centre-of-excellence' })
      expect(build).toThrow(invalid({ option: 'authority', received: authority, allowed: "'supportive'" }))
      expect(build).toThrow(/'supportive': .*no project managers.*QZ/)
      expect(() => pmoOrg({ authority, scope: 'center-of-excellence' })).toThrow(
        invalid({ option: 'authority' }),
      )
    },
  )

  it('a manager that no source gives, with those that the sources give', () => {
    const managers = { 'pmo-director': 'epmo-director' } as const
    const allowed = "'functional-executive' | 'chief-executive-officer'"
    expect(() => pmoOrg({ authority: 'directive', scope: 'enterprise', managers })).toThrow(
      invalid({ option: 'managers.pmo-director', received: 'epmo-director', allowed }),
    )
    expect(() => pmoOrg({ authority: 'controlling', managers })).toThrow(
      invalid({ allowed: "'functional-executive'" }),
    )
  })

  it.each([
    [{ authority: 'lenient' }, 'authority'],
    [{}, 'authority'],
    [{ authority: 'directive', scope: 'galactic' }, 'scope'],
    [{ authority: 'directive', scope: null }, 'scope'],
    [{ authority: 'directive', within: 'portfolios' }, 'within'],
    [{ authority: 'directive', larger: 'yes' }, 'larger'],
    [{ authority: 'directive', scop: 'enterprise' }, 'scop'],
    [{ authority: 'directive', managers: ['ceo'] }, 'managers'],
    [{ authority: 'directive', managers: { boss: 'pmo-lead' } }, 'managers.boss'],
    [{ authority: 'directive', managers: { ['__proto__']: 'pmo-lead' } }, 'managers.__proto__'],
    [{ authority: 'directive', managers: { 'project-manager': 'sponsor' } }, 'managers.project-manager'],
  ])('%o', (options, option) => {
    // @ts-expect-error a mistake that plain JavaScript allows
    expect(() => pmoOrg(options)).toThrow(invalid({ option }))
  })

  it.each([[undefined], [null], ['directive'], [7]])('%o', (options) => {
    // @ts-expect-error a mistake that plain JavaScript allows
    expect(() => pmoOrg(options)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })

  it('names the value received', () => {
    const received = ['lenient', null, true, 7, undefined, {}].map((authority) => {
      try {
        pmoOrg({ authority: authority as Authority })
        return 'nothing was refused'
      } catch (error) {
        return String(error).replace(/^.*option authority is (.*?);.*$/, '$1')
      }
    })
    expect(received).toEqual(["'lenient'", 'null', 'true', '7', 'undefined', 'an object'])
  })

  it('a role that the model does not have', () => {
    for (const role of ['ceo', '__proto__', 'constructor', Object.create(null)]) {
      expect(() => managerChoicesOf(role as PmoRoleId, { authority: 'directive' })).toThrow(
        expect.objectContaining({ code: 'UNKNOWN_ROLE' }),
      )
    }
  })
})

const named = (org: Org, name: string): FindMatch[] => find(org, name).filter(({ fit }) => fit === 'exact')

describe('names', () => {
  const org = pmoOrg({ authority: 'controlling', scope: 'enterprise' })

  it('finds the office and the persons under "PMO", the persons with a warning', () => {
    const matches = named(org, 'PMO')
    expect(matches.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'unit pmo',
      'role pmo-administrator',
      'role pmo-coordinator',
      'role pmo-analyst',
      'role pmo-lead',
      'role pmo-manager',
      'role pmo-director',
    ])
    expect(
      matches.filter(({ kind }) => kind === 'role').every(({ warning }) => warning?.includes('office')),
    ).toBe(true)
    expect(matches[0].warning).toBeUndefined()
  })

  it('warns about "CPO"', () => {
    const [match, ...others] = named(org, 'cpo')
    expect(others).toEqual([])
    expect(match).toMatchObject({ kind: 'role', id: 'chief-project-officer', name: 'CPO' })
    for (const other of ['Product', 'People', 'Procurement', 'Privacy'])
      expect(match.warning).toContain(other)
    expect(named(org, 'CPMO').map(({ id, warning }) => [id, warning])).toEqual([
      ['chief-project-officer', undefined],
    ])
  })

  it.each([
    ['programme manager', ['program-manager']],
    ['Program Manager', ['program-manager']],
    ['Programme Director', ['program-director']],
    ['portfolio programme manager', ['portfolio-program-manager']],
    ['Head of PM Center of Excellence', ['coe-lead']],
    ['Head of Program Office', ['pmo-lead']],
    ['Program Specialist', ['pmo-specialist']],
    ['pm', ['project-manager']],
    ['PM III', ['senior-project-manager']],
    ['PMO Officer', ['pmo-coordinator']],
    ['scheduler', ['planner']],
    ['CIO', ['functional-executive']],
    ['division head', ['functional-executive']],
    ['ceo', ['chief-executive-officer']],
    ['SRO', ['sponsor']],
    ['line manager', ['functional-manager']],
    ['EPMO', ['enterprise-pmo']],
    ['project management office', ['pmo']],
    ['Head of PMO', ['pmo-director']],
    ['Delivery Manager', ['delivery-manager']],
    ['agile delivery manager', ['delivery-manager']],
    ['Transformation Office', ['tmo-lead']],
    ['CTrO', ['chief-transformation-officer']],
    ['CPDO', ['chief-project-officer']],
    ['Chief Project Delivery Officer', ['chief-project-officer']],
    ['Project Office Support', ['pmo-administrator']],
    ['Program Office Support', ['pmo-administrator']],
    ['Programme Office Co-ordinator', ['pmo-coordinator']],
    ['Program Office Coordinator', ['pmo-coordinator']],
    ['Programme Office Analyst', ['pmo-analyst']],
    ['Project Office Coordinator', ['pmo-coordinator']],
  ])('%s is %o', (name, ids) => {
    expect(named(org, name).map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    ['program office', 'programme', ['programme-office']],
    ['project office', 'project', ['project-office']],
    ['Center of Excellence', 'centre-of-excellence', ['centre-of-excellence']],
    ['VMO', 'value-management', ['value-management-office']],
  ] as const)('%s is found on the chart of a %s', (name, scope, ids) => {
    expect(named(pmoOrg({ authority: 'supportive', scope }), name).map(({ id }) => id)).toEqual(ids)
  })

  it('takes both spellings of a scope', () => {
    expect(unitsOf(pmoOrg({ authority: 'directive', scope: 'program' }))).toEqual(['pmo', 'programme-office'])
    const centre = pmoOrg({ authority: 'supportive', scope: 'center-of-excellence' })
    expect(unitsOf(centre)).toEqual(['pmo', 'centre-of-excellence'])
  })
})
