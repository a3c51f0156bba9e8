import { readFileSync } from 'node:fs'
import {
  careerPath,
  defineOrg,
  find,
  type FindMatch,
  type FindOptions,
  managerOf,
  membersOf,
  type Org,
  orgFromRecords,
  rolesHeldBy,
  rolesOf,
} from 'rolegraph'
import { pmoOrg } from 'rolegraph/pmo'
import fc from 'fast-check'
import { parseOrganogram } from 'rolegraph/import'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { findByComparing } from './find-by-comparing.js'
import { hostileOrg } from './hostile-org.js'

/** Every rank, in the reverse of the order of the chart. */
const ranks = defineOrg({
  roles: {
    typo: { title: 'Manger' },
    prefix: { title: 'Managers', reportsTo: 'typo' },
    words: { title: 'PMO Manager', reportsTo: 'typo' },
    holder: { title: 'Nurse', holders: ['ada'], reportsTo: 'typo' },
    alias: { title: 'Boss', aliases: ['MANAGER'], reportsTo: 'typo' },
    title: { title: 'Manager', reportsTo: 'typo' },
    manager: { title: 'Lead', reportsTo: 'typo' },
  },
  people: { ada: { name: 'Ada', aliases: ['manager'] } },
})

const idsOf = (org: Org, words: string, options?: FindOptions): string[] =>
  find(org, words, options).map(({ id }) => id)

describe('find, by rank', () => {
  it('lists each rank after the one before it', () => {
    expect(find(ranks, 'manager')).toEqual([
      { kind: 'role', id: 'manager', fit: 'exact', matched: 'id', name: 'manager' },
      { kind: 'role', id: 'title', fit: 'exact', matched: 'title', name: 'Manager' },
      { kind: 'role', id: 'alias', fit: 'exact', matched: 'alias', name: 'MANAGER' },
      { kind: 'person', id: 'ada', fit: 'exact', matched: 'alias', name: 'manager' },
      { kind: 'role', id: 'holder', fit: 'exact', matched: 'holder', name: 'manager', person: 'ada' },
      { kind: 'role', id: 'words', fit: 'words', matched: 'title', name: 'PMO Manager' },
      { kind: 'role', id: 'prefix', fit: 'prefix', matched: 'title', name: 'Managers' },
      { kind: 'role', id: 'typo', fit: 'typo', matched: 'title', name: 'Manger' },
    ])
  })

  it.each<[string, readonly string[]]>([
    // An id in another spelling comes with the titles, in the order of the chart.
    ['MANAGER', ['title', 'manager', 'alias', 'ada', 'holder', 'words', 'prefix', 'typo']],
    ['manager pmo', ['words']],
    ['man pm', ['words']],
    // A name with fewer words comes first.
    ['mangaer', ['typo', 'holder', 'alias', 'title', 'ada', 'words']],
    ['mangaer p', ['words']],
    // One typo, not two.
    ['mangaer pno', []],
    // Each word is a word of the same name.
    ['nurse ada', []],
    ['nurse manager', []],
    ['', []],
    [' \t', []],
    ['-', []],
  ])('%j finds %j', (words, ids) => {
    expect(idsOf(ranks, words)).toEqual(ids)
  })

  it.each<[string, string]>([
    ['a letter left out', 'mnager'],
    ['a letter added', 'mannager'],
    ['a letter replaced', 'mahager'],
    ['two letters swapped', 'amnager'],
    ['the last letters swapped', 'managre'],
    ['the last letter left out of the longer name', 'managexr'],
  ])('forgives %s', (_what, words) => {
    expect(find(ranks, words, { kinds: ['role'] })).toContainEqual({
      ...{ kind: 'role', id: 'title', fit: 'typo', matched: 'title', name: 'Manager' },
    })
  })

  it('prefers whole words to their beginnings, then short names', () => {
    const org = defineOrg({
      roles: {
        a: { title: 'Nurse, Ward 12' },
        b: { title: 'Night Nurse, Ward 1' },
        c: { title: 'Nurse, Ward 1' },
        d: { title: 'Nurse, Ward 11' },
      },
    })
    expect(idsOf(org, 'nur ward 1')).toEqual(['c', 'b', 'a', 'd'])
    expect(idsOf(org, 'nruse ward 1')).toEqual(['c', 'b', 'a', 'd'])
    expect(idsOf(org, 'ward nurse')).toEqual(['a', 'c', 'd', 'b'])
    const nursing = defineOrg({
      roles: { clerk: { title: 'Nursing Clerk' }, nurse: { title: 'Nursing Nurse' } },
    })
    expect(idsOf(nursing, 'nursi nurs')).toEqual(['nurse', 'clerk'])
  })

  it('forgives nothing in a short word or in a number', () => {
    const org = defineOrg({ roles: { a: { title: 'Lead 12345' }, b: { title: 'Nurse' } } })
    expect(idsOf(org, 'laed')).toEqual([])
    expect(idsOf(org, '12354')).toEqual([])
    expect(idsOf(org, 'lead 1234')).toEqual(['a'])
    // The word of the name has five letters, what is written may have four.
    expect(idsOf(org, 'nrse')).toEqual(['b'])
  })
})

describe('find, by the spelling', () => {
  const org = defineOrg({
    roles: {
      coordinator: {
        title: 'Project Co-ordinator',
        aliases: [{ name: 'PC', warning: 'also a computer' }, 'P.M.O. Clerk'],
      },
      'vice-president': { reportsTo: 'coordinator' },
      senior: { title: 'S\u00e9nior  Analyst', reportsTo: 'coordinator' },
      head_of_risk: { reportsTo: 'coordinator' },
      officer: {
        title: 'Head, Health & Safety',
        reportsTo: 'coordinator',
        holders: ['Pat O\u2019Brien', 'Ada Lovelace'],
      },
    },
  })

  it.each<[string, string, FindMatch['fit']]>([
    ['project coordinator', 'coordinator', 'exact'],
    ['PROJECT CO-ORDINATOR', 'coordinator', 'exact'],
    ['co-ordinator project', 'coordinator', 'words'],
    ['coordinator', 'coordinator', 'exact'],
    ['co-ordinator', 'coordinator', 'exact'],
    ['pc', 'coordinator', 'exact'],
    ['pmo clerk', 'coordinator', 'exact'],
    ['clerk pmo', 'coordinator', 'words'],
    ['Vice President', 'vice-president', 'exact'],
    ['president vice', 'vice-president', 'words'],
    ['vicepres', 'vice-president', 'prefix'],
    ['SENIOR ANALYST', 'senior', 'exact'],
    ['\t senior \u00a0\n analyst ', 'senior', 'exact'],
    ['se\u0301nior a\u0301nalyst', 'senior', 'exact'],
    [
      '\uff33\uff45\uff4e\uff49\uff4f\uff52\u3000\uff21\uff4e\uff41\uff4c\uff59\uff53\uff54',
      'senior',
      'exact',
    ],
    ['head of risk', 'head_of_risk', 'exact'],
    ['risk head', 'head_of_risk', 'words'],
    ['health and safety', '', 'exact'],
    ['safety health', 'officer', 'words'],
    ['pat obrien', 'officer', 'exact'],
    ["o'brien", 'officer', 'words'],
    ['obrien', 'officer', 'words'],
    ['Brien', 'officer', 'words'],
    ['lovelace, ada', 'officer', 'words'],
    ['Ada', 'officer', 'words'],
  ])('%j finds %j: %s', (words, id, fit) => {
    expect(find(org, words, { kinds: ['role'], limit: 1 }).map((match) => [match.id, match.fit])).toEqual(
      id === '' ? [] : [[id, fit]],
    )
  })

  it('says by whose name a role was found, and gives the warning of an alias', () => {
    expect(find(org, 'obrien')).toEqual([
      {
        kind: 'role',
        id: 'officer',
        fit: 'words',
        matched: 'holder',
        name: 'Pat O\u2019Brien',
        person: 'Pat O\u2019Brien',
      },
      { kind: 'person', id: 'Pat O\u2019Brien', fit: 'words', matched: 'id', name: 'Pat O\u2019Brien' },
    ])
    expect(find(org, 'pc')).toEqual([
      {
        kind: 'role',
        id: 'coordinator',
        fit: 'exact',
        matched: 'alias',
        name: 'PC',
        warning: 'also a computer',
      },
    ])
  })
})

describe('find, of units and people', () => {
  const org = defineOrg({
    roles: {
      head: { title: 'Office Head', holders: [{ person: 'ada', share: 0.5 }, 'bob'] },
      clerk: { title: 'Clerk', reportsTo: 'head', holders: ['ada'] },
      bureau: { title: 'Bureau', aliases: ['office'], reportsTo: 'head' },
    },
    units: {
      pmo: { title: 'Project Office', aliases: [{ name: 'Office', warning: 'also the building' }] },
      office: {},
    },
    people: {
      ada: { name: 'Ada Lovelace', aliases: ['Countess'] },
      bob: { name: 'Bob Ada' },
      office: { name: 'Eve' },
    },
  })

  it('keeps the namespaces apart', () => {
    expect(find(org, 'office').map(({ kind, id, matched }) => [kind, id, matched])).toEqual([
      ['unit', 'office', 'id'],
      ['person', 'office', 'id'],
      ['role', 'bureau', 'alias'],
      ['unit', 'pmo', 'alias'],
      ['role', 'head', 'title'],
    ])
    expect(find(org, 'office', { kinds: ['unit'] }).map(({ id, warning }) => [id, warning])).toEqual([
      ['office', undefined],
      ['pmo', 'also the building'],
    ])
  })

  it('finds the roles of a person, each by its first holder', () => {
    // 'ada' is an id in its exact spelling, a name that is among others, and holds two roles.
    expect(find(org, 'ada')).toEqual([
      { kind: 'person', id: 'ada', fit: 'exact', matched: 'id', name: 'ada' },
      { kind: 'role', id: 'head', fit: 'exact', matched: 'holder', name: 'ada', person: 'ada' },
      { kind: 'role', id: 'clerk', fit: 'exact', matched: 'holder', name: 'ada', person: 'ada' },
      { kind: 'person', id: 'bob', fit: 'words', matched: 'name', name: 'Bob Ada' },
    ])
    expect(find(org, 'Countess', { kinds: ['role'] }).map(({ id, name }) => [id, name])).toEqual([
      ['head', 'Countess'],
      ['clerk', 'Countess'],
    ])
    expect(find(org, 'adda', { kinds: ['role'] })).toEqual([])
    expect(find(org, 'lovelcae', { limit: 1 })).toEqual([
      { kind: 'role', id: 'head', fit: 'typo', matched: 'holder', name: 'Ada Lovelace', person: 'ada' },
    ])
  })

  it('takes a limit and kinds', () => {
    expect(find(org, 'office', { limit: 2 })).toEqual(find(org, 'office').slice(0, 2))
    expect(find(org, 'office', { limit: 0 })).toEqual([])
    expect(find(org, 'office', { kinds: [] })).toEqual([])
    expect(
      find(org, 'office', { kinds: ['person', 'unit', 'unit'], limit: 2 }).map(({ kind }) => kind),
    ).toEqual(['unit', 'person'])
  })

  it('is typed by kind, and gives fresh matches', () => {
    const units = find(org, 'office', { kinds: ['unit'] })
    expectTypeOf(units[0].id).toEqualTypeOf<'pmo' | 'office'>()
    for (const match of find(org, 'ada')) {
      if (match.kind === 'unit') expectTypeOf(match.id).toEqualTypeOf<'pmo' | 'office'>()
      else if (match.kind === 'person') expectTypeOf(match.id).toEqualTypeOf<'ada' | 'bob' | 'office'>()
      else expectTypeOf(match.id).toEqualTypeOf<'head' | 'clerk' | 'bureau'>()
      if (match.matched === 'holder') expectTypeOf(match.person).toEqualTypeOf<'ada' | 'bob' | 'office'>()
      Object.assign(match, { id: 'other', name: 'other' })
    }
    expect(find(org, 'ada')[0]).toMatchObject({ id: 'ada', name: 'ada' })
  })

  it.each([
    [undefined, 'INVALID_ARGUMENT'],
    [null, 'INVALID_ARGUMENT'],
    [7, 'INVALID_ARGUMENT'],
    [['analyst'], 'INVALID_ARGUMENT'],
  ] as [unknown, string][])('refuses %j instead of words', (words, code) => {
    expect(() => find(org, words as string)).toThrow(
      expect.objectContaining({ code, details: { argument: 'words', received: words } }),
    )
  })

  it.each([
    [{ kinds: 'role' }, 'kinds'],
    [{ kinds: ['roles'] }, 'kinds'],
    [{ limit: -1 }, 'limit'],
    [{ limit: '3' }, 'limit'],
    [{ kind: ['role'] }, 'kind'],
    [7, 'options'],
  ] as [unknown, string][])('refuses the options %j', (options, option) => {
    expect(() => find(org, 'ada', options as FindOptions)).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        details: expect.objectContaining({ option }) as object,
      }),
    )
  })
})

describe('find, on the reference model', () => {
  const org = pmoOrg({ authority: 'controlling', scope: 'enterprise' })

  it.each([
    ['Coordinator', ['pmo-coordinator', 'project-coordinator']],
    ['co-ordinator', ['pmo-coordinator', 'project-coordinator']],
    ['analyst', ['pmo-analyst', 'portfolio-analyst']],
    ['mangaer', ['pmo-manager', 'project-manager']],
    ['manager pmo', ['pmo-manager']],
    ['CEO', ['chief-executive-officer']],
    ['exec chief', ['chief-executive-officer']],
  ])('%j means %j', (words, ids) => {
    expect(idsOf(org, words, { limit: 2 })).toEqual(ids)
  })
})

describe('find, on the senior posts of NHS England', () => {
  const csv = readFileSync(new URL('../../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url))
  const org = parseOrganogram(csv)

  it.each([
    // Twice, since the first questions compare names and later ones look words up.
    ...['first', 'again'].flatMap((round) => [
      [round, 'CEO', '12790058'],
      [round, 'chief executive', '12790058'],
      [round, 'COO', '12783068'],
      [round, 'deputy ceo', '12783068'],
      [round, 'HR OD', '12519529'],
    ]),
  ])('the %s time, %j means first the post %s', (_, words, id) => {
    expect(idsOf(org, words, { limit: 1 })).toEqual([id])
  })
})

describe('find, of the initials of officers', () => {
  it('takes the title in initials before the words, and each meaning', () => {
    const org = defineOrg({
      roles: {
        a: { title: 'Chief People Officer' },
        b: { title: 'Chief Product Officer' },
        c: { title: 'CPO' },
        d: { title: 'Assistant to the Chief People Officer' },
        e: { title: 'Chief of Police' },
      },
    })
    expect(idsOf(org, 'cpo')).toEqual(['c', 'a', 'b', 'd'])
    expect(idsOf(org, 'assistant cpo')).toEqual(['d'])
  })
})

describe('find, of hostile names', () => {
  it.each<[string, FindMatch[]]>([
    ['__proto__', [{ kind: 'role', id: '__proto__', fit: 'exact', matched: 'id', name: '__proto__' }]],
    ['proto', [{ kind: 'role', id: '__proto__', fit: 'exact', matched: 'id', name: '__proto__' }]],
    ['boss', [{ kind: 'role', id: '__proto__', fit: 'exact', matched: 'title', name: 'Boss' }]],
    ['tostring', [{ kind: 'role', id: 'constructor', fit: 'exact', matched: 'title', name: 'toString' }]],
    ['', [{ kind: 'role', id: '', fit: 'exact', matched: 'id', name: '' }]],
    ['VALUEOF', [{ kind: 'unit', id: 'valueOf', fit: 'exact', matched: 'id', name: 'valueOf' }]],
    ['isPrototypeOf', []],
  ])('answers for %j', (name, matches) => {
    expect(find(hostileOrg, name)).toEqual(matches)
  })

  it('finds every role of a common title, in the order of the chart', () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => ({ id: `p${String(index)}`, title: 'Nurse' }))
    const ward = orgFromRecords(rows, { id: 'id', title: 'title' })
    for (const words of ['nurse', 'nur', 'nruse'])
      expect(idsOf(ward, words)).toEqual(rows.map(({ id }) => id))
  })

  it('takes long names and long texts', () => {
    const long = 'co-op '.repeat(20_000)
    const org = defineOrg({
      roles: { a: { title: long }, b: { title: 'x'.repeat(100_000) }, c: { title: '-'.repeat(100_000) } },
    })
    for (let round = 0; round < 6; round++) expect(idsOf(org, 'coop')).toEqual(['a'])
    expect(idsOf(org, long)).toEqual(['a'])
    expect(idsOf(org, `${'x'.repeat(99_998)}yx`)).toEqual(['b'])
    expect(idsOf(org, '-'.repeat(100_000))).toEqual(['c'])
    // More than sixteen words are compared whole.
    const words = Array.from({ length: 17 }, (_, number) => `w${String(number)}`)
    const listed = defineOrg({ roles: { list: { title: words.join(' ') } } })
    expect(idsOf(listed, words.slice(1).reverse().join(' '))).toEqual(['list'])
    expect(idsOf(listed, words.slice().reverse().join(' '))).toEqual([])
    expect(idsOf(listed, words.join('-'))).toEqual(['list'])
  })

  it('gives the first of many equal names of one role', () => {
    const aliases = Array.from(
      { length: 20_000 },
      (_, number) => `Lead ${' '.repeat(number % 100)}${String(number)}`,
    )
    const org = defineOrg({ roles: { a: { title: 'Other', aliases } } })
    for (let round = 0; round < 6; round++)
      expect(find(org, 'lead').map(({ name }) => name)).toEqual(['Lead 0'])
  })
})

/** Texts in which words, spellings and typos of each other are frequent. */
const texts = fc
  .array(
    fc.constantFrom(
      'a',
      'A',
      'á',
      'a\u0301',
      'nurse',
      'Nruse',
      'nurs',
      'nurses',
      'snurse',
      'night',
      'nigt',
      'co-op',
      'coop',
      'op',
      'ß',
      'ss',
      'Ａ',
      'Σ',
      'ς',
      '한',
      '7',
      '12345',
      '12354',
      'o’b',
      '-',
      '\u2014',
      '_',
      '😀',
      '.',
    ),
    { maxLength: 4 },
  )
  .chain((parts) => fc.constantFrom(' ', '-', '', '\t', '\u3000', "'").map((space) => parts.join(space)))
const aliases = fc.array(texts, { maxLength: 2 })
const specs = fc.record({
  roles: fc.dictionary(
    texts,
    fc.record({ title: texts, aliases, holders: fc.array(texts, { maxLength: 2 }) }, { requiredKeys: [] }),
    { maxKeys: 6 },
  ),
  units: fc.dictionary(texts, fc.record({ title: texts, aliases }, { requiredKeys: [] }), { maxKeys: 3 }),
  people: fc.option(
    fc.dictionary(texts, fc.record({ name: texts, aliases }, { requiredKeys: [] }), {
      maxKeys: 4,
      minKeys: 1,
    }),
  ),
})

function orgOf({ roles, units, people }: ReturnType<typeof specs.generate>['value']): Org {
  const ids = Object.keys(people ?? {})
  const held = Object.entries(roles).map(([id, { holders = [], ...role }]) => {
    const known = people === null ? holders : holders.map((_, at) => ids[at % ids.length])
    return [id, { ...role, holders: [...new Set(known)] }] as const
  })
  const separate = Object.entries(units).filter(([id]) => !(id in roles))
  const spec = { roles: Object.fromEntries(held), units: Object.fromEntries(separate) }
  return people === null ? defineOrg(spec) : defineOrg({ ...spec, people })
}

describe('find, compared with every name', () => {
  it('finds the same in the same order', () => {
    fc.assert(
      fc.property(specs, fc.array(texts, { minLength: 1, maxLength: 3 }), (spec, queries) => {
        const org = orgOf(spec)
        const expected = queries.map((words) => findByComparing(org, words))
        // The first few questions compare all names, the others have an index.
        for (let round = 0; round < 6; round++)
          expect(queries.map((words) => find(org, words))).toEqual(expected)
      }),
      { numRuns: 1_500 },
    )
  })

  it('finds every role first by its exact id', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const org = orgOf(spec)
        for (const id of rolesOf(org)) {
          expect(find(org, id)[0]).toEqual({ kind: 'role', id, fit: 'exact', matched: 'id', name: id })
          expect(find(org, id, { kinds: ['role'], limit: 1 })).toHaveLength(1)
        }
      }),
    )
  })
})

describe('a name instead of an id', () => {
  const org: Org = defineOrg({
    roles: {
      lead: { title: 'Lead', aliases: ['Boss'] },
      'project-coordinator': { title: 'Coordinator', reportsTo: 'lead', unit: 'office', holders: ['ada'] },
      'pmo-coordinator': { title: 'CO-ORDINATOR', reportsTo: 'lead' },
    },
    units: { office: { title: 'Project Office' } },
    people: { ada: { name: 'Ada Lovelace' } },
  })

  it.each<[string, () => unknown, string, string, string]>([
    [
      'a title of two roles',
      () => careerPath(org, 'Coordinator', 'lead'),
      'UNKNOWN_ROLE',
      'project-coordinator',
      "No role or unit has the id 'Coordinator' in this org of 3 roles; it is the title of 'project-coordinator' and 'pmo-coordinator'",
    ],
    [
      'an alias',
      () => managerOf(org, 'BOSS'),
      'UNKNOWN_ROLE',
      'lead',
      "No role or unit has the id 'BOSS' in this org of 3 roles; it is an alias of 'lead'",
    ],
    [
      'the title of a unit',
      () => managerOf(org, 'project office'),
      'UNKNOWN_ROLE',
      'office',
      "No role or unit has the id 'project office' in this org of 3 roles; it is the title of 'office'",
    ],
    [
      'the title of a unit, where units are asked for',
      () => membersOf(org, 'Project Office'),
      'UNKNOWN_UNIT',
      'office',
      "No unit has the id 'Project Office' in this org of 1 unit; it is the title of 'office'",
    ],
    [
      'the name of a person',
      () => rolesHeldBy(org, 'ada lovelace'),
      'UNKNOWN_PERSON',
      'ada',
      "No person has the id 'ada lovelace' in this org of one person; it is the name of 'ada'",
    ],
  ])('is told what it is: %s', (_what, ask, code, nearest, message) => {
    expect(ask).toThrow(
      expect.objectContaining({ code, message, details: expect.objectContaining({ nearest }) as object }),
    )
  })
})
