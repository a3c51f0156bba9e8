import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import {
  assignmentsOf,
  checkOrg,
  issuesOf,
  isRole,
  linesOf,
  type Org,
  orgFromRecords,
  orphansOf,
  peopleOf,
  personOf,
  type Place,
  roleOf,
  rolesOf,
  topRolesOf,
  unitsOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import {
  type ByteCells,
  type ByteRows,
  type EndReading,
  type EdgeCells,
  type ListCells,
  orgFromByteRows,
  REPORTED_ROLE,
  RowIds,
  UNKNOWN_ROLE,
} from '../../src/internal.js'
import { byteColumn } from '../support/byte-column.js'
import { everythingOf } from '../support/everything-of.js'

interface Row {
  readonly id: string
  readonly manager?: unknown
  readonly dotted?: unknown
  readonly moves?: unknown
  readonly title?: unknown
  readonly unit?: unknown
  readonly alsoIn?: unknown
  readonly status?: unknown
  readonly holders?: unknown
  readonly skills?: unknown
  readonly vacant?: unknown
  readonly grade?: unknown
  readonly cost?: unknown
  readonly data?: unknown
}

type Part = Exclude<keyof Row, 'id'>

/** A row with the person who fills the role. */
interface PersonRow extends Row {
  readonly person?: unknown
  readonly name?: unknown
  readonly email?: unknown
  readonly share?: unknown
  readonly kind?: unknown
  readonly from?: unknown
  readonly to?: unknown
}

type PersonPart = Exclude<keyof PersonRow, keyof Row>

const PARTS: readonly Part[] = [
  ...(['manager', 'dotted', 'moves', 'title', 'unit', 'alsoIn', 'holders', 'skills', 'vacant'] as const),
  ...(['status', 'grade', 'cost', 'data'] as const),
]

/** The texts of a column, some of them with escapes: every letter `~` is written twice. */
function cells(texts: readonly (string | undefined)[]): ByteCells {
  const written = texts.map((text) => text?.replaceAll('~', '~~'))
  const column = byteColumn(written)
  return {
    ...column,
    ends: column.ends.map((end, row) => (written[row]?.includes('~') === true ? ~end : end)),
    unescape: (bytes, begin, end, target, at) => {
      let to = at
      for (let from = begin; from < end; from++) {
        target[to++] = bytes[from]
        if (bytes[from] === 0x7e) from++
      }
      return to
    },
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

function listCells(lists: readonly unknown[]): ListCells {
  const first = [0]
  const items: string[] = []
  for (const list of lists) {
    if (isTexts(list)) items.push(...list)
    first.push(items.length)
  }
  return {
    first: Int32Array.from(first),
    items: cells(items),
    missing: Uint8Array.from(lists, (list) => (Array.isArray(list) ? 0 : 1)),
  }
}

function edgeCells(part: 'dotted' | 'moves', lists: readonly unknown[]): EdgeCells {
  const { first, items } = listCells(lists)
  const from = lists.flatMap((_, row) => new Array<number>(first[row + 1] - first[row]).fill(row))
  const placeOf = (edge: number): Place => {
    const row = from[edge]
    return { record: row, field: `${part}.${String(edge - first[row])}` }
  }
  return { from: Int32Array.from(from), to: items, placeOf }
}

type OddValues = Map<Part | PersonPart, Map<number, unknown>>

/** Readers of parts of rows as columns of bytes; what is not plain becomes odd. */
function readersOf(rows: readonly PersonRow[], odd: OddValues) {
  type AnyPart = Part | PersonPart
  const plain = <Value>(part: AnyPart, is: (value: unknown) => value is Value): (Value | undefined)[] =>
    rows.map((row, index) => {
      const value = row[part]
      if (value === undefined || value === null || is(value)) return value ?? undefined
      odd.set(part, (odd.get(part) ?? new Map<number, unknown>()).set(index, value))
      return undefined
    })
  const text = (part: AnyPart): ByteCells =>
    cells(plain(part, (value): value is string => typeof value === 'string'))
  const code = (part: AnyPart, words: readonly string[]): Uint8Array =>
    Uint8Array.from(
      plain(part, (value): value is string => words.some((word) => word === value)),
      (value) => (value === undefined ? 0 : words.indexOf(value) + 1),
    )
  const number = (part: AnyPart): Float64Array =>
    Float64Array.from(
      plain(part, (value): value is number => typeof value === 'number' && Number.isFinite(value)),
      (value) => value ?? NaN,
    )
  return { plain, text, code, number }
}

/** Rows as an importer has them: what is plain in bytes, and the rest as odd values. */
function bytesOf(rows: readonly Row[]): ByteRows {
  const odd: OddValues = new Map()
  const { plain, text, code, number } = readersOf(rows, odd)
  return {
    ids: RowIds.of(cells(rows.map(({ id }) => id))),
    manager: text('manager'),
    dotted: edgeCells('dotted', plain('dotted', isTexts)),
    moves: edgeCells('moves', plain('moves', isTexts)),
    title: text('title'),
    unit: text('unit'),
    alsoIn: listCells(plain('alsoIn', isTexts)),
    status: code('status', ['active', 'planned']),
    holders: listCells(plain('holders', isTexts)),
    skills: listCells(plain('skills', isTexts)),
    vacant: Uint8Array.from(
      plain('vacant', (value): value is boolean => typeof value === 'boolean'),
      (value) => (value === undefined ? 0 : value ? 1 : 2),
    ),
    grade: number('grade'),
    cost: number('cost'),
    data: (row) => Object.freeze({ of: rows[row].data }),
    odd,
  }
}

function fromRecords(rows: readonly Row[]): Org {
  const fields = Object.fromEntries(PARTS.map((part) => [part, part]))
  return orgFromRecords(rows, {
    ...fields,
    id: 'id',
    data: ({ data }: Row) => ({ of: data }),
    onIssue: 'collect',
  })
}

/** The same with people, where rows that repeat an id may be further holders. */
function personBytesOf(rows: readonly PersonRow[], ends: EndReading): ByteRows {
  const odd: OddValues = new Map()
  const { text, code, number } = readersOf(rows, odd)
  const { holders: _, ...bytes } = bytesOf(rows)
  const people = {
    person: text('person'),
    name: text('name'),
    email: text('email'),
    share: number('share'),
    kind: code('kind', ['permanent', 'acting', 'interim']),
    from: text('from'),
    to: text('to'),
    ends,
  }
  return {
    ...bytes,
    people,
    jobShares: jobSharesIn(rows, ['holders', 'vacant', 'data']),
    odd: new Map([...(bytes.odd ?? []), ...odd].filter(([part]) => part !== 'holders')),
  }
}

/** The rows that repeat an id, with the parts in which they differ from the first row. */
function jobSharesIn(rows: readonly Row[], but: readonly Part[]): Map<number, readonly string[]> {
  const order = [
    'manager',
    'dotted',
    'moves',
    'title',
    'grade',
    'unit',
    'alsoIn',
    'status',
    'cost',
    'skills',
  ] as const
  const shares = new Map<number, readonly string[]>()
  for (const [row, one] of rows.entries()) {
    const first = rows.findIndex((other) => other.id === one.id)
    if (first === row) continue
    const other = rows[first]
    const differing = order.filter(
      (part) => !but.includes(part) && !isDeepStrictEqual(one[part] ?? undefined, other[part] ?? undefined),
    )
    shares.set(row, differing)
  }
  return shares
}

function fromPersonRecords(rows: readonly PersonRow[], ends: EndReading): Org {
  const { holders: _, ...fields } = Object.fromEntries(PARTS.map((part) => [part, part]))
  const of = (part: PersonPart) => (row: PersonRow) => row[part] as never
  return orgFromRecords(rows, {
    ...fields,
    id: 'id',
    data: ({ data }: Row) => ({ of: data }),
    person: {
      id: of('person'),
      name: of('name'),
      email: of('email'),
      share: of('share'),
      kind: of('kind'),
      from: of('from'),
      to: of('to'),
    },
    repeatedIds: 'job-share',
    ends: ends.ends,
    open: [...ends.open].map(String),
    onIssue: 'collect',
  })
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', '~', 'a~', '__proto__', '')
const textual = fc.option(fc.oneof({ weight: 9, arbitrary: id }, { weight: 1, arbitrary: fc.constant(7) }), {
  nil: undefined,
})
const list = fc.option(
  fc.oneof(
    { weight: 9, arbitrary: fc.array(id, { maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>('a', { to: 'b', note: 'n' }, [{ to: 7 }], 7, ['a', { to: 'c' }]),
    },
  ),
  { nil: undefined },
)
const numeric = fc.option(fc.constantFrom<unknown>(0, 1, 2.5, -1, Infinity, '1'), { nil: undefined })
const rowOf = fc.record({
  id,
  manager: textual,
  dotted: list,
  moves: list,
  title: textual,
  unit: textual,
  alsoIn: list,
  status: fc.option(fc.constantFrom<unknown>('active', 'planned', 'gone', 7), { nil: undefined }),
  holders: list,
  skills: list,
  vacant: fc.option(fc.constantFrom<unknown>(true, false, 'no'), { nil: undefined }),
  grade: numeric,
  cost: numeric,
  data: fc.nat(3),
})

const day = fc.option(
  fc.constantFrom<unknown>('2026-01-01', '2026-03-31', '2026-02-30', '2026', 'never', '', '9999-12-31', 7),
  {
    nil: undefined,
  },
)
const personRowOf = fc
  .record({
    row: rowOf,
    // Most rows that repeat an id differ in the person only.
    isBare: fc.integer({ min: 0, max: 3 }),
    person: fc.record({
      person: textual,
      name: fc.option(fc.constantFrom<unknown>('Ada', 'Bo', 'B~', 7), { nil: undefined }),
      email: fc.option(fc.constantFrom<unknown>('a@x.org', 'b@x.org'), { nil: undefined }),
      share: fc.oneof(numeric, fc.constantFrom<unknown>(0.5, 2.01, 60, '60%', ' 7.5 %', '60', '0%', '%')),
      kind: fc.option(fc.constantFrom<unknown>('permanent', 'acting', 'interim', 'x', 7), { nil: undefined }),
      from: day,
      to: day,
    }),
  })
  .map(({ row, isBare, person }): PersonRow => {
    const { id, vacant, data } = row
    return { ...(isBare > 0 ? { id, vacant, data } : row), ...person }
  })

const anyEnds: fc.Arbitrary<EndReading> = fc.record({
  ends: fc.constantFrom('inclusive', 'exclusive'),
  open: fc.constantFrom(new Set(['9999-12-31', '']), new Set(['never']), new Set()),
})

describe('rows of bytes', () => {
  it('make the same people as records, and the same job shares', () => {
    fc.assert(
      fc.property(fc.array(personRowOf, { maxLength: 8 }), anyEnds, (rows, ends) => {
        const org = orgFromByteRows(personBytesOf(rows, ends))
        const expected = fromPersonRecords(rows, ends)
        expect(issuesOf(org)).toEqual(issuesOf(expected))
        expect(everythingOf(org)).toEqual(everythingOf(expected))
        expect(peopleOf(org).map((person) => personOf(org, person))).toEqual(
          peopleOf(expected).map((person) => personOf(expected, person)),
        )
        expect(checkOrg(org)).toEqual(checkOrg(expected))
      }),
      { numRuns: 600 },
    )
  })

  it('join the names of holders in a job share, as records do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id, holders: list, vacant: rowOf.map(({ vacant }) => vacant) }), {
          maxLength: 6,
        }),
        (rows) => {
          const bytes = bytesOf(rows)
          const org = orgFromByteRows({ ...bytes, jobShares: jobSharesIn(rows, []) })
          const expected = orgFromRecords(rows as readonly object[], {
            id: (row) => Reflect.get(row, 'id') as never,
            holders: (row) => Reflect.get(row, 'holders') as never,
            vacant: (row) => Reflect.get(row, 'vacant') as never,
            repeatedIds: 'job-share',
            onIssue: 'collect',
          })
          expect(issuesOf(org)).toEqual(issuesOf(expected))
          const held = (one: Org) =>
            rolesOf(one).map((role) => [role, assignmentsOf(one, { role }), roleOf(one, role).vacant])
          expect(held(org)).toEqual(held(expected))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('have names of lines', () => {
    const ids = RowIds.of(byteColumn(['a', 'b', 'c', 'd']))
    const org = orgFromByteRows({
      ids,
      manager: byteColumn([undefined, 'a', 'a', 'zzz']),
      managerAs: byteColumn(['x', 'assistant', undefined, ' ']),
      dotted: {
        from: Int32Array.of(1, 2),
        to: byteColumn(['c', 'b']),
        as: (edge) => (edge === 0 ? 'project' : undefined),
      },
    })
    expect(['b', 'c'].map((role) => linesOf(org, role, { lines: 'all' }))).toEqual([
      [
        { from: 'b', to: 'a', kind: 'solid', as: 'assistant' },
        { from: 'b', to: 'c', kind: 'dotted', as: 'project' },
      ],
      [
        { from: 'c', to: 'a', kind: 'solid' },
        { from: 'c', to: 'b', kind: 'dotted' },
      ],
    ])
    expect(issuesOf(org).map(({ code, place }) => [code, place])).toEqual([
      ['INVALID_FIELD', { record: 3, field: 'managerAs' }],
      ['UNKNOWN_MANAGER', { record: 3, field: 'manager' }],
    ])
  })

  it('make the same org as records, with the same issues in the same order', () => {
    fc.assert(
      fc.property(fc.array(rowOf, { maxLength: 8 }), (rows) => {
        const org = orgFromByteRows(bytesOf(rows))
        const expected = fromRecords(rows)
        expect(issuesOf(org)).toEqual(issuesOf(expected))
        expect(everythingOf(org)).toEqual(everythingOf(expected))
        expect(checkOrg(org)).toEqual(checkOrg(expected))
        expect(orphansOf(org)).toEqual(orphansOf(expected))
      }),
      { numRuns: 400 },
    )
  })

  it('have managers that are looked up, with those that the importer reports', () => {
    const org = orgFromByteRows({
      ids: RowIds.of(byteColumn(['a', 'b', 'c', 'b', 'd'])),
      manager: {
        handles: Int32Array.of(-1, 0, UNKNOWN_ROLE, 2, REPORTED_ROLE),
        textOf: (row) => `cell ${String(row)}`,
      },
    })
    expect(rolesOf(org)).toEqual(['a', 'b', 'c', 'd'])
    expect(topRolesOf(org)).toEqual(['a'])
    expect(orphansOf(org)).toEqual(['c', 'd'])
    expect(issuesOf(org)).toMatchObject([
      {
        code: 'DUPLICATE_ID',
        roles: ['b'],
        place: { record: 3, field: 'id' },
        witness: [{ record: 1 }, { record: 3 }],
      },
      { code: 'UNKNOWN_MANAGER', roles: ['c'], place: { record: 2, field: 'manager' }, witness: ['cell 2'] },
    ])
  })

  it('have units with a prefix, which keeps them from the ids of roles', () => {
    const rows = { ids: RowIds.of(byteColumn(['a', 'b'])), unit: byteColumn(['a', 'a']) }
    expect(issuesOf(orgFromByteRows(rows)).map(({ code }) => code)).toEqual(['DUPLICATE_ID'])
    const org = orgFromByteRows({ ...rows, unitPrefix: 'unit:' })
    expect(issuesOf(org)).toEqual([])
    expect(unitsOf(org)).toEqual(['unit:a'])
  })

  it('find ids by their bytes, and by the strings that replace them once all ids are read', () => {
    const ids = ['a', '', 'é', '漢', '😀', '\ufffd', '__proto__', 'a'.repeat(80)]
    const org = orgFromByteRows({ ids: RowIds.of(byteColumn(ids)) })
    const unknown = ['b', 'e', '字', '\ud800', 'toString', 'a'.repeat(81)]
    const answers = (): readonly boolean[] => [...ids, ...unknown].map((id) => isRole(org, id))
    const expected = [...ids.map(() => true), ...unknown.map(() => false)]
    expect(answers()).toEqual(expected)
    expect(rolesOf(org)).toEqual(ids)
    expect(answers()).toEqual(expected)
    expect(ids.map((id) => roleOf(org, id).id)).toEqual(ids)
  })
})

describe('a set of texts in bytes', () => {
  it('finds bytes whose texts have been decoded', () => {
    const texts = byteColumn(['a', 'é', '漢', ''])
    const { set } = RowIds.of(texts)
    const others = byteColumn(['漢', 'b', '', undefined, 'e', 'a'])
    const found = [2, -2, 3, -1, -2, 0]
    expect([...set.findAll(others, -2)]).toEqual(found)
    expect(set.all).toEqual(['a', 'é', '漢', ''])
    expect([...set.findAll(others, -2)]).toEqual(found)
    set.settle()
    expect([...set.findAll(others, -2)]).toEqual(found)
    expect(set.find(others.bytes, others.starts[0], others.ends[0])).toBe(2)
    expect([set.get('漢'), set.get('a'), set.get('b'), set.text(1)]).toEqual([2, 0, undefined, 'é'])
  })
})
