import { defineOrg, findRoles, orgFromRecords, type RoleMatch } from 'rolegraph'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: {
    lead: { title: 'PMO Lead', aliases: ['Head of PMO', 'Analyst'] },
    analyst: { title: 'Analyst', reportsTo: 'lead' },
    senior: { title: 'Senior  Analyst', aliases: ['ANALYST', 'Ánalyst'], reportsTo: 'lead' },
    'Project Owner': { reportsTo: 'lead' },
    sponsor: {
      title: 'Sponsor',
      aliases: ['Owner', { name: 'Executive', warning: 'a grade in some firms' }],
      reportsTo: 'lead',
    },
  },
  units: {
    PMO: { title: 'Project Office', aliases: [{ name: 'Office', warning: 'also the building' }, 'Analyst'] },
    office: {},
  },
})

describe('findRoles', () => {
  it.each<[string, RoleMatch[]]>([
    ['Head of PMO', [{ kind: 'role', id: 'lead', matched: 'alias', name: 'Head of PMO' }]],
    ['pmo lead', [{ kind: 'role', id: 'lead', matched: 'title', name: 'PMO Lead' }]],
    // Every meaning: roles first, each once, by the strongest of its names.
    [
      'analyst',
      [
        { kind: 'role', id: 'lead', matched: 'alias', name: 'Analyst' },
        { kind: 'role', id: 'analyst', matched: 'id', name: 'analyst' },
        { kind: 'role', id: 'senior', matched: 'alias', name: 'ANALYST' },
        { kind: 'unit', id: 'PMO', matched: 'alias', name: 'Analyst' },
      ],
    ],
    // The exact id wins over the title, and the title over the id in another spelling.
    [
      'Analyst',
      [
        { kind: 'role', id: 'lead', matched: 'alias', name: 'Analyst' },
        { kind: 'role', id: 'analyst', matched: 'title', name: 'Analyst' },
        { kind: 'role', id: 'senior', matched: 'alias', name: 'ANALYST' },
        { kind: 'unit', id: 'PMO', matched: 'alias', name: 'Analyst' },
      ],
    ],
    ['SENIOR', [{ kind: 'role', id: 'senior', matched: 'id', name: 'senior' }]],
    // A role without a title has only its id.
    ['project owner', [{ kind: 'role', id: 'Project Owner', matched: 'id', name: 'Project Owner' }]],
    ['pmo', [{ kind: 'unit', id: 'PMO', matched: 'id', name: 'PMO' }]],
    [
      'office',
      [
        { kind: 'unit', id: 'PMO', matched: 'alias', name: 'Office', warning: 'also the building' },
        { kind: 'unit', id: 'office', matched: 'id', name: 'office' },
      ],
    ],
    [
      'EXECUTIVE',
      [
        {
          kind: 'role',
          id: 'sponsor',
          matched: 'alias',
          name: 'Executive',
          warning: 'a grade in some firms',
        },
      ],
    ],
    ['owner', [{ kind: 'role', id: 'sponsor', matched: 'alias', name: 'Owner' }]],
    // The whole name, not a part of it.
    ['Head', []],
    ['', []],
    ['Analysts', []],
  ])('finds everything with the name %j', (name, matches) => {
    expect(findRoles(org, name)).toEqual(matches)
  })

  it.each([
    ['upper case', 'SENIOR ANALYST'],
    ['white space', '\t senior \u00a0\n analyst '],
    ['composed accents', 's\u00e9nior \u00e1nalyst'],
    ['decomposed accents', 'se\u0301nior a\u0301nalyst'],
    ['full width', '\uff33\uff45\uff4e\uff49\uff4f\uff52\u3000\uff21\uff4e\uff41\uff4c\uff59\uff53\uff54'],
  ])('ignores %s', (_what, name) => {
    expect(findRoles(org, name)).toEqual([
      { kind: 'role', id: 'senior', matched: 'title', name: 'Senior  Analyst' },
    ])
  })

  it('finds ids that are two spellings of one name, each with its own spelling', () => {
    const cafes = defineOrg({ roles: { 'caf\u00e9': {}, 'cafe\u0301': {}, Cafe: {} } })
    const ids = ['caf\u00e9', 'cafe\u0301', 'Cafe']
    for (const id of [...ids, 'CAFE']) {
      expect(findRoles(cafes, id)).toEqual(
        ids.map((each) => ({ kind: 'role', id: each, matched: 'id', name: each })),
      )
    }
  })

  it.each<[string, RoleMatch[]]>([
    ['__proto__', [{ kind: 'role', id: '__proto__', matched: 'id', name: '__proto__' }]],
    ['boss', [{ kind: 'role', id: '__proto__', matched: 'title', name: 'Boss' }]],
    ['tostring', [{ kind: 'role', id: 'constructor', matched: 'title', name: 'toString' }]],
    ['constructor', [{ kind: 'role', id: 'constructor', matched: 'id', name: 'constructor' }]],
    ['', [{ kind: 'role', id: '', matched: 'id', name: '' }]],
    ['7', [{ kind: 'role', id: '7', matched: 'id', name: '7' }]],
    ['007', [{ kind: 'role', id: '007', matched: 'id', name: '007' }]],
    ['VALUEOF', [{ kind: 'unit', id: 'valueOf', matched: 'id', name: 'valueOf' }]],
    ['isPrototypeOf', []],
  ])('answers for the hostile name %j', (name, matches) => {
    expect(findRoles(hostileOrg, name)).toEqual(matches)
  })

  it('finds every role of a common title, in input order', () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => ({ id: `p${String(index)}`, title: 'Nurse' }))
    const ward = orgFromRecords(rows, { id: 'id', title: 'title' })
    expect(findRoles(ward, 'nurse').map((match) => match.id)).toEqual(rows.map((row) => row.id))
  })

  it('is typed by kind, and gives fresh matches', () => {
    const matches = findRoles(org, 'pmo lead')
    for (const match of matches) {
      if (match.kind === 'unit') expectTypeOf(match.id).toEqualTypeOf<'PMO' | 'office'>()
      else expectTypeOf(match.id).toEqualTypeOf<'lead' | 'analyst' | 'senior' | 'Project Owner' | 'sponsor'>()
      Object.assign(match, { id: 'other', name: 'other' })
    }
    expect(findRoles(org, 'pmo lead')).toEqual([
      { kind: 'role', id: 'lead', matched: 'title', name: 'PMO Lead' },
    ])
  })

  it.each([undefined, null, 7, ['analyst']] as unknown[])('refuses %j instead of a name', (name) => {
    expect(() => findRoles(org, name as string)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', details: { argument: 'name', received: name } }),
    )
  })
})

/** What {@link findRoles} promises, by comparing every name of every role. */
function byComparing(rows: readonly Named[], name: string): object[] {
  const fold = (text: string): string =>
    text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/\s+/g, ' ').trim()
  return rows.flatMap(({ id, title, aliases }) => {
    const match = (matched: string, spelling: string): object[] => [
      { kind: 'role', id, matched, name: spelling },
    ]
    if (id === name) return match('id', id)
    if (title !== undefined && title !== id && fold(title) === fold(name)) return match('title', title)
    const alias = aliases.find((each) => fold(each) === fold(name))
    if (alias !== undefined) return match('alias', alias)
    return fold(id) === fold(name) ? match('id', id) : []
  })
}

interface Named {
  readonly id: string
  readonly title: string | undefined
  readonly aliases: readonly string[]
}

describe('findRoles, compared with every name', () => {
  const names = fc
    .array(
      fc.constantFrom('a', 'A', 'á', 'a\u0301', ' ', '  ', '\t', '\u3000', 'ß', 'ss', 'Ａ', 'Σ', 'ς', '한'),
      {
        maxLength: 3,
      },
    )
    .map((parts) => parts.join(''))
  const rows = fc.uniqueArray(
    fc.record({
      id: names,
      title: fc.option(names, { nil: undefined }),
      aliases: fc.array(names, { maxLength: 2 }),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )

  it('finds the same roles by the same names', () => {
    fc.assert(
      fc.property(rows, names, (roles, name) => {
        const org = orgFromRecords(roles, { id: 'id', title: 'title', aliases: 'aliases' })
        // More questions than are answered by comparing all names.
        for (const each of [
          name,
          ...roles.map(({ title }) => title ?? name),
          name,
          ...roles.map(({ id }) => id),
        ]) {
          expect(findRoles(org, each)).toEqual(byComparing(roles, each))
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
