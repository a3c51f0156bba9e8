import { compareRoles } from 'rolegraph'
import {
  answer,
  type Answer,
  type AnswerOptions,
  pmoOrg,
  pmoVariants,
  type QuestionId,
  questions,
  type Verdicts,
} from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

const QUESTIONS: readonly (readonly [number, string, QuestionId])[] = [
  [1, 'Which is higher, PMO or PM?', 'which-is-higher-pmo-or-pm'],
  [2, 'Is the PMO below the project manager?', 'is-the-pmo-below-the-project-manager'],
  [3, 'What is a PMO?', 'what-is-a-pmo'],
  [4, 'How do a program manager and a PMO relate?', 'how-do-a-program-manager-and-a-pmo-relate'],
  [5, 'What is PMO level?', 'what-is-pmo-level'],
  [6, 'Can a PMO become a project manager?', 'can-a-pmo-become-a-project-manager'],
  [7, 'Is PMO a senior position?', 'is-pmo-a-senior-position'],
  [8, 'Who does a PMO report to?', 'who-does-a-pmo-report-to'],
  [9, 'What does PMO work pay?', 'what-does-pmo-work-pay'],
  [10, 'What comes after coordinator?', 'what-comes-after-coordinator'],
  [11, 'What is the highest position in a PMO?', 'what-is-the-highest-position-in-a-pmo'],
  [12, 'How does a PMO support a PM?', 'how-does-a-pmo-support-a-pm'],
  [13, 'Does a project manager report to the PMO?', 'does-a-project-manager-report-to-the-pmo'],
  [14, 'Is PMO a good career option?', 'is-pmo-a-good-career-option'],
  [15, 'Who should lead a PMO?', 'who-should-lead-a-pmo'],
  [16, 'Which kinds of PMO are there?', 'which-kinds-of-pmo-are-there'],
]
const VARIANTS = pmoVariants()
const AUTHORITIES = ['supportive', 'controlling', 'directive'] as const

const codes = ({ sources }: { readonly sources: Answer['sources'] }): string =>
  sources.map(({ code }) => code).join(' ')
const linesIn = ({ lines }: { readonly lines: Answer['lines'] }): string[] =>
  lines.map(({ from, to, kind }) => `${from} ${kind === 'solid' ? '→' : '⇢'} ${to}`)
/** The answer under every kind of office, and without one. */
const everywhere = <Q extends QuestionId>(question: Q): Answer<Q>[] => [
  answer(question),
  ...VARIANTS.map(({ authority, scope }) => answer(question, { authority, ...(scope && { scope }) })),
]

describe('the sixteen questions', () => {
  it('are numbered and worded', () => {
    expect(Object.values(questions).map(({ number, asked, id }) => [number, asked, id])).toEqual(QUESTIONS)
    expect(Object.keys(questions)).toEqual(QUESTIONS.map(([, , id]) => id))
  })

  it.each(QUESTIONS)('%i. %s: one paragraph and sources, under every kind of office', (number, asked, id) => {
    for (const given of everywhere(id)) {
      expect(given.question).toEqual({ number, asked, id })
      expect(given.text).toMatch(/^[A-Z][^\n]{30,}\.$/)
      expect(given.text).not.toMatch(/undefined|NaN| {2}|\.\./)
      expect(given.sources.length).toBeGreaterThan(0)
      expect(new Set(given.sources).size).toBe(given.sources.length)
      for (const part of given.byVariant ?? []) expect(part.sources.length).toBeGreaterThan(0)
      for (const fact of [...given.lines, ...given.moves, ...given.services]) {
        for (const code of fact.sources ?? []) expect(codes(given).split(' ')).toContain(code)
      }
    }
  })

  it.each(QUESTIONS)('%i. %s: deeply frozen', (_number, _asked, id) => {
    const open: unknown[] = [answer(id)]
    while (open.length > 0) {
      const next = open.pop()
      if (typeof next !== 'object' || next === null) continue
      expect(Object.isFrozen(next)).toBe(true)
      const children: readonly unknown[] = Object.values(next)
      open.push(...children)
    }
  })
})

describe('1. which is higher', () => {
  it('is the PMO, typically, and by rank alone', () => {
    for (const given of everywhere('which-is-higher-pmo-or-pm')) {
      expect(given).toMatchObject({ verdict: 'pmo', hedge: 'typically', lines: [], moves: [] })
      expect(given).not.toHaveProperty('byVariant')
      expect(['pmo-director', 'pmo-manager']).toContain(given.roles[0])
      expect(given.roles[1]).toBe('project-manager')
      expect(codes(given)).toBe('seed general')
      expect(given.text).toContain('not a reporting line')
      for (const reason of [
        'broader responsibilities',
        'governance of the enterprise',
        'portfolio',
        'frameworks',
      ]) {
        expect(given.text).toContain(reason)
      }
    }
  })

  it('agrees with the grades of the chart', () => {
    const org = pmoOrg({ authority: 'supportive' })
    expect(compareRoles(org, 'pmo', 'project-manager').by).toBe('grade')
    expect(compareRoles(org, 'pmo', 'project-manager').relation).toBe('above')
  })
})

describe('2. is it below', () => {
  it('is not, and that implies no reporting line', () => {
    for (const given of everywhere('is-the-pmo-below-the-project-manager')) {
      expect(given).toMatchObject({ verdict: 'no', lines: [], moves: [], units: ['pmo'] })
      expect(given.roles[1]).toBe('project-manager')
      expect(given).not.toHaveProperty('hedge')
      expect(given.text).toContain('one project from start to finish')
      expect(given.text).toContain('the organisation as a whole')
      expect(given.text).toContain('does not follow')
      expect(codes(given)).toBe('seed general')
    }
  })

  it('distinguishes the office of a single project', () => {
    const text = (options: AnswerOptions): string =>
      answer('is-the-pmo-below-the-project-manager', options).text
    expect(text({ scope: 'project' })).toContain('temporary office')
    expect(text({ scope: 'enterprise' })).not.toContain('temporary office')
  })
})

describe('3. what it is', () => {
  it('is a group or department with the standards', () => {
    const given = answer('what-is-a-pmo')
    expect(given.verdict).toMatch(/group or department.*standards for project management/)
    expect(given.units).toEqual(['pmo'])
    expect(codes(given)).toBe('seed')
  })
})

describe('4. the program manager', () => {
  it('staffs the office of a programme', () => {
    for (const given of everywhere('how-do-a-program-manager-and-a-pmo-relate')) {
      expect(given.verdict).toBe('the program manager staffs it')
      expect(given.units).toEqual(['programme-office'])
      expect(given.roles).toEqual(['program-manager', 'pmo-lead'])
      expect(linesIn(given)).toEqual(['pmo-lead → program-manager'])
      expect(codes(given)).toBe('general seed')
      for (const word of ['scope', 'costs', 'timeline']) expect(given.text).toContain(word)
    }
  })
})

describe('5. PMO level', () => {
  it('is the enterprise', () => {
    for (const given of everywhere('what-is-pmo-level')) {
      expect(given).toMatchObject({
        verdict: 'enterprise',
        units: ['enterprise-pmo'],
        roles: ['epmo-director'],
      })
      expect(given.text).toContain('strategy')
      expect(given.text).toContain('every program and project')
      expect(codes(given)).toBe('seed general')
    }
  })
})

describe('6. from the PMO to project manager', () => {
  it('is possible, with the caveat', () => {
    for (const given of everywhere('can-a-pmo-become-a-project-manager')) {
      expect(given.verdict).toBe('yes')
      expect(given.moves.map(({ from, to }) => `${from} ${to}`)).toEqual([
        'pmo-coordinator project-manager',
        'pmo-analyst project-manager',
      ])
      expect(given.roles).toEqual(['pmo-administrator', 'pmo-coordinator', 'pmo-analyst', 'project-manager'])
      expect(codes(given)).toBe('seed HC PJ')
      expect(given.text).toContain('a direct jump is hard')
      expect(given.text).toContain('accountability for delivery')
      expect(given.text).toContain('a broad view of how programs and projects are run')
    }
  })
})

describe('7. senior', () => {
  it('is the manager, with 5 years, and not the coordinator', () => {
    for (const given of everywhere('is-pmo-a-senior-position')) {
      expect(given.verdict).toEqual({ senior: ['pmo-manager'], notSenior: ['pmo-coordinator'] })
      expect(given.text).toContain('best with at least 5 years of experience in project management')
      expect(given.text).toContain('our inference')
      expect(codes(given)).toBe('seed general')
    }
  })
})

describe('8. who it reports to', () => {
  const ask = (options?: AnswerOptions): Answer<'who-does-a-pmo-report-to'> =>
    answer('who-does-a-pmo-report-to', options)

  it('depends on the kind, and is the chief executive in many organisations', () => {
    const given = ask()
    expect(given).toMatchObject({ verdict: 'depends', hedge: 'many' })
    expect(given.byVariant).toHaveLength(25)
    for (const said of ['chief executive', 'many organisations', 'enterprise PMO', 'headed by a director']) {
      expect(given.text).toContain(said)
    }
    expect(codes(given).split(' ').sort()).toEqual([
      'BH',
      'FS',
      'IC',
      'KI',
      'P3L',
      'PR',
      'PS',
      'PT',
      'T4',
      'TC',
      'general',
      'seed',
    ])
  })

  it.each<[AnswerOptions, Verdicts['who-does-a-pmo-report-to'], string, string]>([
    [{ authority: 'supportive' }, 'functional-manager', 'pmo-manager', 'T4 P3L PT PS seed'],
    [{ authority: 'controlling' }, 'functional-executive', 'pmo-director', 'P3L PT PS FS seed'],
    [{ authority: 'directive' }, 'chief-executive-officer', 'pmo-director', 'seed PT'],
    [
      { authority: 'directive', managers: { 'pmo-director': 'functional-executive' } },
      'functional-executive',
      'pmo-director',
      'PT seed',
    ],
    [{ scope: 'enterprise' }, 'chief-executive-officer', 'epmo-director', 'seed P3L IC KI BH'],
    [{ scope: 'portfolio' }, 'functional-executive', 'portfolio-director', 'seed P3L'],
    [{ scope: 'centre-of-excellence' }, 'functional-executive', 'coe-lead', 'seed P3L'],
    [{ scope: 'project' }, 'project-manager', 'pmo-lead', 'seed PR'],
    [{ scope: 'programme' }, 'program-manager', 'pmo-lead', 'seed general'],
    [{ scope: 'value-management' }, 'functional-executive', 'vmo-lead', 'seed general'],
    [
      { scope: 'divisional', authority: 'controlling' },
      'functional-executive',
      'pmo-director',
      'P3L TC PT PS FS seed',
    ],
    [
      { scope: 'hub-and-spoke', authority: 'controlling' },
      'functional-executive',
      'portfolio-director',
      'general seed',
    ],
    [
      { scope: 'enterprise', managers: { 'epmo-director': 'chief-project-officer' } },
      'chief-project-officer',
      'epmo-director',
      '',
    ],
  ])('%o: %s', (options, manager, head, sources) => {
    const given = ask(options)
    expect(given.verdict).toBe(manager)
    expect(linesIn(given)).toEqual([`${head} → ${manager}`])
    expect(given.roles).toEqual([head, manager])
    if (sources !== '') expect(new Set(codes(given).split(' '))).toEqual(new Set(sources.split(' ')))
  })

  it('names the manager of each kind in words', () => {
    for (const clause of [
      'for supportive: the Functional Manager;',
      'for controlling, portfolio, centre-of-excellence, divisional, hub-and-spoke and value-management: the Functional Executive;',
      'for directive and enterprise: the Chief Executive Officer;',
      'for project: the Project Manager;',
      'for programme: the Program Manager.',
    ]) {
      expect(ask().text).toContain(clause)
    }
  })

  it('keeps the hedge of a single kind', () => {
    expect(ask({ scope: 'enterprise' }).hedge).toBe('many')
    expect(ask({ scope: 'enterprise' }).text).toMatch(
      /many organisations.*Sources disagree: others name the Functional Executive or the Chief Project Officer.*CPMO/,
    )
    expect(ask({ authority: 'controlling' }).hedge).toBe('may')
    expect(ask({ authority: 'controlling' }).text).toContain('may report to the Functional Executive')
    expect(ask({ authority: 'supportive' }).text).toBe(
      'The Project Management Office is headed by the PMO Manager, who typically reports to the Functional Manager, ' +
        'according to one weak source (blog.masterofproject.com). Sources disagree: others name the Functional Executive.',
    )
    expect(ask({ scope: 'portfolio' }).text).toContain(
      'reports to the Functional Executive, or to the Chief Executive Officer.',
    )
    expect(ask({ scope: 'programme' }).text).toContain('Program Manager (general knowledge)')
    expect(ask({ scope: 'centre-of-excellence' }).text).toContain('often reports to')
  })
})

describe('9. pay', () => {
  it('has the five figures of the seed document, the sample included, and no rank', () => {
    const given = answer('what-does-pmo-work-pay')
    expect(given.verdict).toMatchObject({ place: 'London', sample: 112, date: 'undated', sources: ['seed'] })
    for (const figure of [
      '£51,638 (average)',
      '£3,485 (average)',
      '£1,366 to £8,893 (range)',
      'n = 112',
      'undated',
      'Glassdoor',
    ]) {
      expect(given.text).toContain(figure)
    }
    expect(given.pay).toHaveLength(7)
    expect(codes(given)).toBe(
      'seed pay-uk-2023 pay-uk-2021 pay-uk-2019 pay-us-2025 pay-2020 pay-us-2018-el pay-us-2018-tr',
    )
  })
})

describe('10. after coordinator', () => {
  it('comes the analyst or a manager, in time a director', () => {
    for (const given of everywhere('what-comes-after-coordinator')) {
      expect(given.verdict).toEqual({
        next: ['pmo-analyst', 'pmo-manager'],
        inTime: ['pmo-director'],
        also: ['planner', 'project-controller', 'project-manager'],
      })
      expect(given.moves.map(({ from, to }) => `${from} ${to}`)).toEqual([
        'pmo-coordinator pmo-analyst',
        'pmo-coordinator pmo-manager',
        'pmo-coordinator planner',
        'pmo-coordinator project-controller',
        'pmo-coordinator project-manager',
        'pmo-manager pmo-director',
      ])
      expect(given.hedge).toBe('may')
      expect(given.text).toMatch(
        /may move to analyst.*In time, line management of project managers.*may follow/,
      )
      expect(codes(given)).toBe('seed KY general HC PJ TO')
    }
  })
})

describe('11. the highest position', () => {
  it('is the chief project officer; the chief executive is not part of the PMO', () => {
    for (const given of everywhere('what-is-the-highest-position-in-a-pmo')) {
      expect(given.verdict).toBe('chief-project-officer')
      expect(given.hedge).toBe('typically')
      expect(given.text).toContain('typically called CPO or CPMO')
      expect(given.text).toContain('Chief Executive Officer is not part')
      expect(given.text).toContain('Privacy')
      expect(codes(given)).toBe('seed IC AC BH GD')
    }
  })
})

describe('12. support', () => {
  const ask = (options?: AnswerOptions): Answer<'how-does-a-pmo-support-a-pm'> =>
    answer('how-does-a-pmo-support-a-pm', options)
  const always = [
    'templates',
    'best practices',
    'training',
    'lessons learned',
    'coaching',
    'shared documentation',
    'communication',
  ]

  it('is templates, best practices and training, and resources in some cases', () => {
    expect(ask().verdict).toEqual({ gives: always, inSomeCases: ['resource allocation and management'] })
    expect(ask().text).toContain('in some cases with resource allocation')
    expect(ask().byVariant?.map(({ variant }) => variant.authority)).toEqual(AUTHORITIES)
  })

  it.each<[AnswerOptions, readonly string[], readonly string[]]>([
    [{ authority: 'supportive' }, always, ['resource allocation and management']],
    [
      { authority: 'controlling' },
      [...always, 'audits', 'governance reviews'],
      ['resource allocation and management'],
    ],
    [
      { authority: 'directive' },
      [
        ...always,
        'resource allocation and management',
        'audits',
        'governance reviews',
        'assignment of project managers',
        'KPIs',
        'holding to account',
      ],
      [],
    ],
    [{ scope: 'centre-of-excellence' }, always, ['resource allocation and management']],
  ])('%o', (options, gives, inSomeCases) => {
    expect(ask(options).verdict).toEqual({ gives, inSomeCases })
    expect(
      ask(options)
        .services.map(({ name }) => name)
        .sort(),
    ).toEqual([...gives, ...inSomeCases].sort())
    expect(ask(options).text).toContain('not a reporting line')
  })

  it('has the sources of each kind', () => {
    expect(ask().byVariant?.map(codes)).toEqual([
      'seed B5 T2 B6 general',
      'seed B5 T2 general B6 T1',
      'seed B5 T2 general B6 T1 T3',
    ])
  })
})

describe('13. does a project manager report to it', () => {
  const ask = (options?: AnswerOptions): Answer<'does-a-project-manager-report-to-the-pmo'> =>
    answer('does-a-project-manager-report-to-the-pmo', options)

  it('depends if no kind is given, and has the three answers', () => {
    for (const given of [
      ask(),
      ask({}),
      ask({ larger: true }),
      ask({ scope: 'enterprise' }),
      ask({ within: 'programme' }),
    ]) {
      expect(given.verdict).toBe('depends')
      expect(given.lines).toEqual([])
      expect(given.byVariant?.map(({ variant, verdict }) => [variant.authority, verdict])).toEqual([
        ['supportive', 'no'],
        ['controlling', 'dotted at most'],
        ['directive', 'yes'],
      ])
      for (const part of given.byVariant ?? []) expect(given.text).toContain(part.text)
    }
    expect(ask().byVariant?.map(codes)).toEqual(['T2 B5', 'T2 B5', 'seed T1 T3'])
    expect(ask().text).toContain('the Functional Manager, according to one weak source (jectmanager.com)')
  })

  it.each(VARIANTS.map(({ authority, scope }) => [authority, scope] as const))(
    '%s, %s',
    (authority, scope) => {
      const given = ask({ authority, ...(scope && { scope }) })
      expect(given.verdict).toBe(
        { supportive: 'no', controlling: 'dotted at most', directive: 'yes' }[authority],
      )
      const manager =
        authority === 'directive'
          ? 'pmo-director'
          : scope === 'programme'
            ? 'program-manager'
            : scope === 'portfolio'
              ? 'portfolio-manager'
              : 'functional-manager'
      const dotted = authority === 'controlling' ? ['project-manager ⇢ pmo-manager'] : []
      expect(linesIn(given)).toEqual([`project-manager → ${manager}`, ...dotted])
    },
  )

  it('explains the directive yes', () => {
    const given = ask({ authority: 'directive' })
    for (const word of ['solid line', 'pool', 'account', 'KPIs']) expect(given.text).toContain(word)
    expect(given.services.map(({ name }) => name)).toEqual([
      'assignment of project managers',
      'KPIs',
      'holding to account',
    ])
    expect(given.lines[0].sources).toEqual(['seed', 'T1', 'T3'])
  })

  it('is no for a centre of excellence, which has no project managers', () => {
    const given = ask({ scope: 'centre-of-excellence' })
    expect(given.verdict).toBe('no')
    expect(codes(given)).toBe('T2 B5 QZ general')
  })

  it('stays no if the manager is a program manager who is a member of the office', () => {
    expect(ask({ authority: 'supportive', scope: 'programme', larger: true }).verdict).toBe('no')
  })
})

describe('14. a good career', () => {
  it('is called lucrative, as an opinion, beside the pay data', () => {
    const given = answer('is-pmo-a-good-career-option')
    expect(given).toMatchObject({ verdict: 'lucrative', opinion: true })
    expect(given.pay).toHaveLength(7)
    for (const said of [
      'opinion',
      'can be financially rewarding',
      'hire skilled people',
      'invest in strong PMOs',
      'oversee projects, manage resources and optimise processes',
      '112',
    ])
      expect(given.text).toContain(said)
    expect(codes(given)).toBe(
      'seed pay-uk-2023 pay-uk-2021 pay-uk-2019 pay-us-2025 pay-2020 pay-us-2018-el pay-us-2018-tr',
    )
  })
})

describe('15. who should lead', () => {
  it('is someone who knows the organisation and its projects', () => {
    const given = answer('who-should-lead-a-pmo')
    for (const part of ['organisation', 'leaders', 'people', 'needs', 'projects', 'technology']) {
      expect(given.verdict.join(' ')).toContain(part)
      expect(given.text).toContain(part)
    }
    expect(given.roles).toEqual(['pmo-director'])
    expect(answer('who-should-lead-a-pmo', { scope: 'enterprise' }).roles).toEqual(['epmo-director'])
    expect(codes(given)).toBe('seed')
  })
})

describe('16. the kinds', () => {
  it('are three by authority, and those by scope', () => {
    const given = answer('which-kinds-of-pmo-are-there')
    expect(given.verdict).toEqual({
      byAuthority: AUTHORITIES,
      byScope: [
        'project',
        'programme',
        'portfolio',
        'centre-of-excellence',
        'divisional',
        'enterprise',
        'hub-and-spoke',
        'value-management',
      ],
    })
    for (const code of ['PF', 'GA', 'CA', 'QZ', 'AV']) expect(codes(given).split(' ')).toContain(code)
  })
})

describe('spelling', () => {
  it.each(Object.values(questions).map(({ id }) => [id] as const))('%s: American on request', (id) => {
    const text = answer(id, { spelling: 'american' }).text
    expect(text).not.toMatch(/organisation|programme|centre|optimise/i)
    expect(answer(id, { spelling: 'british' })).toEqual(answer(id))
  })

  it('changes nothing but spelling', () => {
    const british = answer('who-does-a-pmo-report-to', { scope: 'center-of-excellence' })
    const american = answer('who-does-a-pmo-report-to', {
      scope: 'center-of-excellence',
      spelling: 'american',
    })
    expect(british.text).toContain('The Centre of Excellence')
    expect(american.text).toContain('The Center of Excellence')
    expect(american.byVariant?.[0].text).toBe(american.text)
    expect(american.verdict).toEqual(british.verdict)
  })
})

describe('what is rejected', () => {
  it.each([
    ['what-is-love', undefined, 'INVALID_OPTION'],
    ['constructor', undefined, 'INVALID_OPTION'],
    [undefined, undefined, 'INVALID_OPTION'],
    ['what-does-pmo-work-pay', { authority: 'lenient' }, 'INVALID_OPTION'],
    ['which-kinds-of-pmo-are-there', { scoop: 'enterprise' }, 'INVALID_OPTION'],
    ['what-is-a-pmo', { authority: 'directive', scope: 'centre-of-excellence' }, 'INVALID_OPTION'],
    ['does-a-project-manager-report-to-the-pmo', { authority: null }, 'INVALID_OPTION'],
    ['what-is-a-pmo', { spelling: 'Canadian' }, 'INVALID_OPTION'],
    ['what-is-a-pmo', null, 'INVALID_OPTION'],
    ['what-is-a-pmo', 'directive', 'INVALID_OPTION'],
  ])('%s, %o', (question, options, code) => {
    // @ts-expect-error a mistake that plain JavaScript allows
    expect(() => answer(question, options)).toThrow(expect.objectContaining({ code }))
  })
})
