import {
  isOrgError,
  issuesOf,
  linesOf,
  managementChainOf,
  managerOf,
  managersOf,
  membersOf,
  type Org,
  orgFromRecords,
  orphansOf,
  roleOf,
  rolesOf,
  topRolesOf,
  transitiveReportsOf,
  unitOf,
  unitsOf,
} from 'rolegraph'
import { describe, expect, it, vi } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

const ROWS = [
  { post: 'ceo', boss: null, name: 'Chief Executive', level: 9 },
  { post: 'director', boss: 'ceo', name: 'PMO Director', level: 7 },
  { post: 'analyst', boss: 'director', name: 'PMO Analyst', level: 3 },
]

/** Any arguments, as a JavaScript caller may pass them. */
const readAnything = orgFromRecords as (records: unknown, options: unknown) => Org

const everyRole = (org: Org): unknown[] => rolesOf(org).map((id) => roleOf(org, id))

describe('orgFromRecords', () => {
  it('reads fields by name', () => {
    const org = orgFromRecords(ROWS, { id: 'post', manager: 'boss', title: 'name', grade: 'level' })
    expect(rolesOf(org)).toEqual(['ceo', 'director', 'analyst'])
    expect(managementChainOf(org, 'analyst')).toEqual(['director', 'ceo'])
    expect(roleOf(org, 'director')).toMatchObject({ title: 'PMO Director', grade: 7, reportsTo: 'ceo' })
  })

  it('reads them by functions of the record and its index, with the same result', () => {
    const byName = orgFromRecords(ROWS, { id: 'post', manager: 'boss', title: 'name', grade: 'level' })
    const byFunction = orgFromRecords(ROWS, {
      id: (row) => row.post,
      manager: (row) => row.boss,
      title: (_, index) => ROWS[index].name,
      grade: (row) => row.level,
    })
    expect(everyRole(byFunction)).toStrictEqual(everyRole(byName))
  })

  it('reads tuples by position and fields by symbol', () => {
    const key = Symbol('key')
    expect(rolesOf(readAnything([['a'], ['b', 'a']], { id: 0, manager: 1 }))).toEqual(['a', 'b'])
    expect(rolesOf(readAnything([{ [key]: 'a' }], { id: key }))).toEqual(['a'])
  })

  it('reads every part of a role', () => {
    const org = orgFromRecords(
      [
        { id: 'top' },
        {
          id: 'a',
          manager: 'top',
          dotted: ['c', { to: 'top', note: 'beside the solid line', hedge: 'may' as const }],
          moves: [
            { to: 'top', kind: 'lateral' as const, years: [1] as const, conditions: ['an opening'] },
            'c',
          ],
          title: 'A',
          aliases: ['Alpha', { name: 'Al', warning: 'also a person' }],
          grade: 1.5,
          family: 'delivery',
          unit: 'pmo',
          holders: ['Ann', 'Bob'],
          vacant: false,
          fte: 0.5,
          cost: 0,
          minYears: 2,
          certifications: ['PMP'],
          skills: ['planning'],
          sources: ['handbook'],
          hedge: 'typically' as const,
          note: 'a note',
          data: { floor: 3 },
        },
        { id: 'c', vacant: true },
      ],
      {
        id: 'id',
        manager: 'manager',
        dotted: 'dotted',
        moves: 'moves',
        title: 'title',
        aliases: 'aliases',
        grade: 'grade',
        family: 'family',
        unit: 'unit',
        holders: 'holders',
        vacant: 'vacant',
        fte: 'fte',
        cost: 'cost',
        minYears: 'minYears',
        certifications: 'certifications',
        skills: 'skills',
        sources: 'sources',
        hedge: 'hedge',
        note: 'note',
        data: (row) => row.data,
      },
    )
    expect(roleOf(org, 'a')).toStrictEqual({
      id: 'a',
      title: 'A',
      aliases: ['Alpha', 'Al'],
      warnedAliases: [{ name: 'Al', warning: 'also a person' }],
      grade: 1.5,
      family: 'delivery',
      unit: 'pmo',
      alsoIn: [],
      holders: ['Ann', 'Bob'],
      vacant: false,
      status: 'active',
      fte: 0.5,
      cost: 0,
      minYears: 2,
      certifications: ['PMP'],
      skills: ['planning'],
      sources: ['handbook'],
      hedge: 'typically',
      note: 'a note',
      data: { floor: 3 },
      reportsTo: 'top',
      dottedTo: ['c', 'top'],
      progressesTo: [
        { from: 'a', to: 'top', kind: 'lateral', years: [1, Infinity], conditions: ['an opening'] },
        { from: 'a', to: 'c', kind: 'advancement', conditions: [] },
      ],
    })
    expect(roleOf(org, 'c').vacant).toBe(true)
    expect(managersOf(org, 'a', { lines: 'all' })).toEqual(['top', 'c'])
  })

  it.each<[string, () => Iterable<(typeof ROWS)[number]>]>([
    ['a Set', () => new Set(ROWS)],
    ['the values of a Map', () => new Map(ROWS.map((row) => [row.post, row])).values()],
    [
      'a generator',
      function* generate() {
        yield* ROWS
      },
    ],
    ['a frozen array', () => Object.freeze([...ROWS])],
  ])('takes %s', (_, records) => {
    const options = { id: 'post', manager: 'boss' } as const
    expect(everyRole(orgFromRecords(records(), options))).toStrictEqual(
      everyRole(orgFromRecords(ROWS, options)),
    )
  })

  it('reads an iterable once, and closes it', () => {
    let begun = 0
    let closed = 0
    function* once(): Generator<(typeof ROWS)[number]> {
      begun++
      try {
        yield* ROWS
      } finally {
        closed++
      }
    }
    orgFromRecords(once(), { id: 'post', manager: 'boss', title: 'name' })
    expect([begun, closed]).toEqual([1, 1])
  })

  it('passes on the error of an iterable unchanged', () => {
    const failure = new Error('the connection is gone')
    function* broken(): Generator<{ id: string }> {
      yield { id: 'a' }
      throw failure
    }
    let caught: unknown
    try {
      orgFromRecords(broken(), { id: 'id' })
    } catch (error) {
      caught = error
    }
    expect(caught).toBe(failure)
  })

  it('makes an org without roles from no records', () => {
    const org = orgFromRecords([], { id: 'id' as never })
    expect(rolesOf(org)).toEqual([])
    expect(topRolesOf(org)).toEqual([])
    expect(unitsOf(org)).toEqual([])
  })

  it('reads null and undefined as "none", in every field', () => {
    const fields = [
      'manager dotted moves title aliases grade family unit alsoIn holders vacant status fte cost minYears',
      'certifications skills sources hedge note data',
    ].flatMap((names) => names.split(' '))
    const options = Object.fromEntries(['id', ...fields].map((name) => [name, name]))
    const none = (value: unknown): object => Object.fromEntries(fields.map((name) => [name, value]))
    const empty = readAnything([{ id: 'a' }], { id: 'id' })
    for (const value of [null, undefined]) {
      const org = readAnything([{ ...none(value), id: 'a' }], options)
      expect(everyRole(org)).toStrictEqual(everyRole(empty))
      expect(unitsOf(org)).toEqual([])
    }
  })

  it.each(['aliases', 'holders', 'certifications', 'skills', 'sources'] as const)(
    'takes a single text for a list of one: %s',
    (name) => {
      const org = orgFromRecords([{ id: 'a', value: 'one' }], { id: 'id', [name]: 'value' })
      expect(roleOf(org, 'a')[name]).toEqual(['one'])
    },
  )

  it('knows vacancies and job shares', () => {
    const rows = [
      { id: 'share', who: ['Ann', 'Bob'] },
      { id: 'empty', who: [] },
      { id: 'unsaid', who: null },
    ]
    const org = orgFromRecords(rows, { id: 'id', holders: 'who' })
    expect(rolesOf(org).map((id) => [id, roleOf(org, id).vacant, roleOf(org, id).holders])).toEqual([
      ['share', false, ['Ann', 'Bob']],
      ['empty', true, []],
      ['unsaid', false, []],
    ])
  })

  it('calls each accessor once per record, with the record and its index', () => {
    const id = vi.fn((row: (typeof ROWS)[number], _index: number) => row.post)
    const manager = vi.fn((row: (typeof ROWS)[number], _index: number) => row.boss)
    orgFromRecords(ROWS, { id, manager })
    const calls = [
      [ROWS[0], 0],
      [ROWS[1], 1],
      [ROWS[2], 2],
    ]
    expect(id.mock.calls).toEqual(calls)
    expect(manager.mock.calls).toEqual(calls)
  })

  it('reads nothing more from a record that is refused for its id', () => {
    const rows = [{ id: 'a' }, { id: 'a' }, null, { id: 7 }, { id: 'b' }]
    const title = vi.fn((row: { id: string } | null) => `Title of ${String(row?.id)}`)
    const org = readAnything(rows, {
      id: (row: { id: string } | null) => row?.id,
      title,
      onIssue: 'collect',
    })
    expect(title.mock.calls).toEqual([
      [rows[0], 0],
      [rows[4], 4],
    ])
    expect(rolesOf(org).map((id) => roleOf(org, id).title)).toEqual(['Title of a', 'Title of b'])
  })
})

describe('units of records', () => {
  const rows = [
    { id: 'a', unit: 'pmo' },
    { id: 'b', unit: 'it' },
    { id: 'c', unit: 'pmo' },
    { id: 'd', unit: null },
  ]

  it('exist when a role names them, in the order of their first member', () => {
    const org = orgFromRecords(rows, { id: 'id', unit: 'unit' })
    expect(unitsOf(org)).toEqual(['pmo', 'it'])
    expect(membersOf(org, 'pmo')).toEqual(['a', 'c'])
    expect(unitOf(org, 'it')).toMatchObject({
      id: 'it',
      title: 'it',
      aliases: [],
      kind: undefined,
      head: undefined,
      heads: [],
      partOf: undefined,
    })
  })

  it('are those of the option units where it is given', () => {
    const org = orgFromRecords(rows, {
      id: 'id',
      unit: 'unit',
      units: { company: {}, it: { partOf: 'company' }, pmo: { title: 'Project Office', head: 'a' } },
    })
    expect(unitsOf(org)).toEqual(['company', 'it', 'pmo'])
    expect(unitOf(org, 'pmo')).toMatchObject({ title: 'Project Office', head: 'a' })
    expect(unitOf(org, 'it')?.partOf).toBe('company')
  })

  it('may be numerous', () => {
    const many = Array.from({ length: 30_000 }, (_, n) => ({ id: `r${String(n)}`, unit: `u${String(n)}` }))
    const units = Object.fromEntries(many.map(({ id, unit }) => [unit, { head: id }]))
    expect(unitsOf(orgFromRecords(many, { id: 'id', unit: 'unit' }))).toHaveLength(30_000)
    const org = orgFromRecords(many, { id: 'id', unit: 'unit', units })
    expect(unitOf(org, 'u29999')?.head).toBe('r29999')
  })
})

describe('a function of the caller that throws', () => {
  const rows = [{ id: 'a' }, { id: 'b' }]

  it('is READ_FAILED, with the record, the field and the error', () => {
    const failure = new RangeError('no such level')
    const error = thrownBy(() =>
      orgFromRecords(rows, {
        id: 'id',
        grade: (_, index) => {
          if (index === 1) throw failure
          return 1
        },
      }),
    )
    expect(error.code).toBe('READ_FAILED')
    expect(error.message).toBe('Reading the grade of record 1 (an object) failed: RangeError: no such level')
    expect(error.details).toEqual({ record: 1, field: 'grade' })
    expect(error.cause).toBe(failure)
  })

  it('counts records, not rows', () => {
    const error = thrownBy(() =>
      orgFromRecords([{ id: 'a' }, { id: 'a' }, { id: 'b' }], {
        id: 'id',
        onIssue: 'collect',
        title: (row) => {
          if (row.id === 'b') throw new Error('b')
          return row.id
        },
      }),
    )
    expect(error.details).toEqual({ record: 2, field: 'title' })
  })

  it.each<[unknown, string]>([
    ['a string', "'a string'"],
    [undefined, 'undefined'],
    [Object.create(null), 'an object'],
    [Symbol('s'), 'a symbol'],
  ])('may throw %o', (thrown, text) => {
    const error = thrownBy(() =>
      orgFromRecords(rows, {
        id: () => {
          throw thrown
        },
      }),
    )
    expect(error.code).toBe('READ_FAILED')
    expect(error.message).toBe(`Reading the id of record 0 (an object) failed: ${text}`)
    expect(error.cause).toBe(thrown)
  })

  it('may be a getter of the record', () => {
    const record = {
      id: 'a',
      get boss(): string {
        throw new Error('lazy')
      },
    }
    const error = thrownBy(() => orgFromRecords([record], { id: 'id', manager: 'boss' }))
    expect(error.message).toBe('Reading the manager of record 0 (an object) failed: Error: lazy')
  })

  it('reads null as it is: an accessor receives the record unchanged', () => {
    const error = thrownBy(() => readAnything([null], { id: (row: { id: string }) => row.id }))
    expect(isOrgError(error, 'READ_FAILED')).toBe(true)
    expect(error.cause).toBeInstanceOf(TypeError)
  })
})

describe('wrong arguments', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['text', "'text'"],
    [{}, 'an object'],
    [{ length: 1, 0: { id: 'a' } }, 'an object'],
    [{ [Symbol.iterator]: 'not a function' }, 'an object'],
    [Promise.resolve([]), 'an object'],
  ])('records: %o', (records, received) => {
    const error = thrownBy(() => readAnything(records, { id: 'id' }))
    // By identity: to compare what claims to be iterable would iterate it.
    expect(isOrgError(error, 'INVALID_ARGUMENT') && error.details.received).toBe(records)
    expect(isOrgError(error, 'INVALID_ARGUMENT') && error.details.argument).toBe('records')
    expect(error.message).toBe(`orgFromRecords expects records as an iterable, received ${received}.`)
  })

  it.each([
    [undefined, 'undefined'],
    [{}, 'an object'],
    [{ manager: 'boss' }, 'an object'],
    [{ id: undefined }, 'an object'],
    [Object.create({ id: 'id' }) as unknown, 'an object'],
  ])('options without the id: %o', (options, received) => {
    const error = thrownBy(() => readAnything([], options))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.details).toEqual({ argument: 'options', received: options })
    expect(error.message).toBe(
      "orgFromRecords expects options as an object that names the field with the id, as in { id: 'post', manager: 'boss' }, " +
        `received ${received}.`,
    )
  })

  it.each([
    [null, 'null'],
    ['id', "'id'"],
    [['id'], 'an array of 1'],
  ])('options that are not an object: %o', (options, received) => {
    const error = thrownBy(() => readAnything([], options))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'options', received: options, allowed: 'an object' })
    expect(error.message).toContain(
      `orgFromRecords expects its options as a plain object, received ${received}.`,
    )
  })

  it.each([
    ['id', null, 'null'],
    ['manager', null, 'null'],
    ['title', true, 'true'],
    ['unit', {}, 'an object'],
    ['data', ['data'], 'an array of 1'],
  ])('where a part is found: %s of %o', (option, received, text) => {
    const error = thrownBy(() => readAnything([{ id: 'a' }], { id: 'id', [option]: received }))
    expect(error.code).toBe('INVALID_OPTION')
    const allowed = 'the name of a field, or a function of the record'
    expect(error.details).toEqual({ option, received, allowed })
    expect(error.message).toBe(`The option ${option} is ${text}; it can be ${allowed}.`)
  })

  it('an unknown option, with the nearest one', () => {
    const error = thrownBy(() => readAnything([], { id: 'id', managr: 'boss' }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.message).toContain(
      "orgFromRecords has no option 'managr'; did you mean 'manager'? Its options are id,",
    )
    expect(error.details).toMatchObject({ option: 'managr', received: 'boss' })
  })

  it.each([['ignore'], [true], [null]])('onIssue: %o', (received) => {
    const error = thrownBy(() => readAnything([], { id: 'id', onIssue: received }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'onIssue', received, allowed: "'throw' | 'collect'" })
  })

  it.each([['here'], [null], [{}]])('placeOf: %o', (received) => {
    const error = thrownBy(() => readAnything([{ id: 7 }], { id: 'id', placeOf: received }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'placeOf', received, allowed: 'a function of the record' })
  })
})

describe("onIssue: 'collect'", () => {
  const codesOf = (org: Org): string[] => issuesOf(org).map(({ code }) => code)

  it('collects nothing from a sound chart', () => {
    expect(issuesOf(orgFromRecords(ROWS, { id: 'post', manager: 'boss', onIssue: 'collect' }))).toEqual([])
  })

  it('keeps the issues that would have been thrown', () => {
    const rows = [{ id: 'a', boss: 'b' }, { id: 'b', boss: 'a' }, { id: 'c', boss: 'z' }, { id: 'c' }]
    const options = { id: 'id', manager: 'boss' } as const
    const error = thrownBy(() => orgFromRecords(rows, options))
    const org = orgFromRecords(rows, { ...options, onIssue: 'collect' })
    expect(isOrgError(error, 'INVALID_ORG') && error.details.issues).toStrictEqual(issuesOf(org))
    expect(codesOf(org)).toEqual(['DUPLICATE_ID', 'UNKNOWN_MANAGER', 'REPORTING_CYCLE'])
  })

  it('keeps the first of two records with one id', () => {
    const rows = [
      { id: 'a', title: 'first', boss: null },
      { id: 'b', title: 'B', boss: 'a' },
      { id: 'a', title: 'second', boss: 'b' },
    ]
    const org = orgFromRecords(rows, { id: 'id', title: 'title', manager: 'boss', onIssue: 'collect' })
    expect(rolesOf(org)).toEqual(['a', 'b'])
    expect(roleOf(org, 'a')).toMatchObject({ title: 'first', reportsTo: undefined })
  })

  it('leaves an unknown manager out, and remembers that the role is not a top', () => {
    const rows = [
      { id: 'a', boss: 'nobody' },
      { id: 'b', boss: 'a' },
    ]
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    expect(topRolesOf(org)).toEqual([])
    expect(orphansOf(org)).toEqual(['a'])
    expect(managerOf(org, 'a')).toBeUndefined()
    expect(transitiveReportsOf(org, 'a')).toEqual(['b'])
  })

  it('keeps a cycle, and answers queries on it', () => {
    const rows = [
      { id: 'a', boss: 'b' },
      { id: 'b', boss: 'a' },
      { id: 'c', boss: 'a' },
      { id: 'self', boss: 'self' },
      { id: 'sound' },
    ]
    const org = orgFromRecords(rows, { id: 'id', manager: (row) => row.boss, onIssue: 'collect' })
    expect(managerOf(org, 'a')).toBe('b')
    expect(managementChainOf(org, 'c')).toEqual(['a', 'b'])
    expect(managementChainOf(org, 'a')).toEqual(['b'])
    expect(transitiveReportsOf(org, 'a')).toEqual(['b', 'c'])
    expect(managementChainOf(org, 'self')).toEqual([])
    expect(topRolesOf(org)).toEqual(['sound'])
  })

  it('leaves out what is invalid: attributes, edges, units, records', () => {
    const rows = [
      { id: 'a', grade: 'x', to: ['b', 'b', 'a', 'z', 7], unit: 'pmo', next: ['b', 'b', 'a', 'z'] },
      { id: 'b', grade: 2, to: [], unit: 'b', next: [] },
      { id: 7, grade: 3, to: [], unit: 'pmo', next: [] },
    ]
    const org = readAnything(rows, {
      id: 'id',
      grade: 'grade',
      dotted: 'to',
      moves: 'next',
      unit: 'unit',
      onIssue: 'collect',
    })
    expect(everyRole(org)).toMatchObject([
      { id: 'a', grade: undefined, dottedTo: ['b'], progressesTo: [{ to: 'b' }], unit: 'pmo' },
      { id: 'b', grade: 2, dottedTo: [], progressesTo: [], unit: undefined },
    ])
    expect(unitsOf(org)).toEqual(['pmo'])
    expect(codesOf(org)).toEqual([
      'INVALID_FIELD',
      'INVALID_FIELD',
      'INVALID_FIELD',
      'DUPLICATE_ID',
      'DUPLICATE_LINE',
      'SELF_REPORT',
      'UNKNOWN_MANAGER',
      'DUPLICATE_MOVE',
      'SELF_MOVE',
      'UNKNOWN_ROLE',
    ])
  })

  it('keeps each edge with its facts and evidence, even where earlier ones are left out', () => {
    const rows = [
      {
        id: 'a',
        to: ['z', { to: 'b', note: 'kept' }, 'b', { to: 'c', sources: ['s'] }],
        next: [
          { to: 'z', years: [9, 9] as const, kind: 'lateral' as const, conditions: ['z'] },
          { to: 'b', years: [1, 2] as const, kind: 'transition' as const, conditions: ['b'], note: 'kept' },
          { to: 'a', years: [8, 8] as const },
          { to: 'c', years: [3] as const, conditions: ['c'] },
        ],
      },
      { id: 'b', to: [], next: [] },
      { id: 'c', to: [{ to: 'b', hedge: 'may' as const }], next: [] },
    ]
    const org = orgFromRecords(rows, { id: 'id', dotted: 'to', moves: 'next', onIssue: 'collect' })
    expect(linesOf(org, 'a', { lines: 'dotted' })).toEqual([
      { from: 'a', to: 'b', kind: 'dotted', note: 'kept' },
      { from: 'a', to: 'c', kind: 'dotted', sources: ['s'] },
    ])
    expect(linesOf(org, 'c', { lines: 'dotted' })).toEqual([
      { from: 'c', to: 'b', kind: 'dotted', hedge: 'may' },
    ])
    expect(roleOf(org, 'a').progressesTo).toEqual([
      { from: 'a', to: 'b', kind: 'transition', years: [1, 2], conditions: ['b'], note: 'kept' },
      { from: 'a', to: 'c', kind: 'advancement', years: [3, Infinity], conditions: ['c'] },
    ])
  })

  it('leaves out a unit with the id of a role, and keeps its parts', () => {
    const org = orgFromRecords(
      [
        { id: 'a', unit: 'u' },
        { id: 'u', unit: 'v' },
      ],
      {
        id: 'id',
        unit: 'unit',
        units: { u: { title: 'U' }, v: { partOf: 'u' } },
        onIssue: 'collect',
      },
    )
    expect(codesOf(org)).toEqual(['DUPLICATE_ID'])
    expect(unitsOf(org)).toEqual(['v'])
    expect([unitOf(org, 'v')?.partOf, roleOf(org, 'a').unit]).toEqual([undefined, undefined])
    expect(membersOf(org, 'v')).toEqual(['u'])
  })

  it('keeps the rest of a unit whose head or larger unit is unknown, and leaves a cycle of units', () => {
    const org = orgFromRecords([{ id: 'a', unit: 'u' }], {
      id: 'id',
      unit: 'unit',
      units: { u: { title: 'U', head: 'x', partOf: 'y' }, v: { partOf: 'w' }, w: { partOf: 'v' } },
      onIssue: 'collect',
    })
    expect(unitOf(org, 'u')).toMatchObject({ title: 'U', head: undefined, partOf: undefined })
    expect(membersOf(org, 'u')).toEqual(['a'])
    expect([unitOf(org, 'v')?.partOf, unitOf(org, 'w')?.partOf]).toEqual(['w', 'v'])
    expect(codesOf(org)).toEqual(['UNKNOWN_ROLE', 'UNKNOWN_UNIT', 'UNIT_CYCLE'])
  })

  it('still throws for a mistake of the caller', () => {
    const options = { id: 'id', onIssue: 'collect', managr: 'x' }
    expect(thrownBy(() => readAnything([], options)).code).toBe('INVALID_OPTION')
  })
})
