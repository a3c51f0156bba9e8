import fc from 'fast-check'
import {
  checkOrg,
  type ColumnData,
  type DataColumn,
  find,
  isAbove,
  isOrgError,
  isRole,
  managementChainOf,
  managerOf,
  membersOf,
  type Org,
  type OrgColumns,
  orgFromColumns,
  orgFromRecords,
  roleOf,
  rolesOf,
  rollUp,
  unitsOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { byteColumn } from '../support/byte-column.js'
import { everythingOf } from '../support/everything-of.js'

const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '\uFEFFx',
  'é',
  'e\u0301',
  '😀',
  '漢字',
  '\u0000',
  '007',
]

interface Row {
  readonly id: string
  readonly manager: string | undefined
  readonly title: string | undefined
  readonly unit: string | undefined
  readonly cost: number | undefined
}

function columnsOf(rows: readonly Row[]): OrgColumns {
  return {
    id: byteColumn(rows.map(({ id }) => id)),
    manager: byteColumn(rows.map(({ manager }) => manager)),
    title: byteColumn(rows.map(({ title }) => title)),
    unit: byteColumn(rows.map(({ unit }) => unit)),
    cost: Float64Array.from(rows, ({ cost }) => cost ?? NaN),
  }
}

function orgOf(columns: OrgColumns): Org<string, string, ColumnData> {
  const org = orgFromColumns(columns)
  if (org === undefined) throw new Error('no sound chart')
  return org
}

function fromRows(rows: readonly Row[]): Org {
  return orgFromRecords(rows, { id: 'id', manager: 'manager', title: 'title', unit: 'unit', cost: 'cost' })
}

const row = (id: string, manager?: string, rest: Partial<Row> = {}): Row => {
  return { id, manager, title: undefined, unit: undefined, cost: undefined, ...rest }
}

describe('a sound chart', () => {
  it('is read with all of its columns', () => {
    const org = orgOf(
      columnsOf([
        row('ada', undefined, { title: 'Director', cost: 90 }),
        row('béla', 'ada', { title: 'Planner – PMO', unit: 'pmo' }),
        row('c', 'béla', { unit: 'pmo', cost: 0 }),
      ]),
    )
    expect(rolesOf(org)).toEqual(['ada', 'béla', 'c'])
    expect(managementChainOf(org, 'c')).toEqual(['béla', 'ada'])
    expect(roleOf(org, 'béla')).toMatchObject({ title: 'Planner – PMO', unit: 'pmo', cost: undefined })
    expect(roleOf(org, 'c')).toMatchObject({ title: 'c', cost: 0, reportsTo: 'béla' })
    expect(unitsOf(org)).toEqual(['pmo'])
    expect(membersOf(org, 'pmo')).toEqual(['béla', 'c'])
    expect(rollUp(org, 'cost').total).toBe(90)
    expect(find(org, 'planner – pmo').map(({ id }) => id)).toEqual(['béla'])
  })

  it('needs only the column of the ids', () => {
    const org = orgOf({ id: byteColumn(['a', 'b']) })
    expect(rolesOf(org)).toEqual(['a', 'b'])
    expect(managerOf(org, 'a')).toBeUndefined()
  })

  it('may be empty', () => {
    expect(rolesOf(orgOf({ id: byteColumn([]), manager: byteColumn([]) }))).toEqual([])
  })

  it('does not find a role by a text that only looks like its id', () => {
    const org = orgOf({ id: byteColumn(['\uFFFD', 'abc', '']) })
    expect(['\uFFFD', 'abc', ''].map((id) => isRole(org, id))).toEqual([true, true, true])
    // Half a character is written as U+FFFD by every encoder.
    expect(['\uD800', 'ab', 'abcd', 'ABC', ' '].map((id) => isRole(org, id))).toEqual(Array(5).fill(false))
    expect(() => void Reflect.apply(managerOf, undefined, [org, 5])).toThrow(/No role or unit has the id/)
  })

  it('has holders, vacancies and data', () => {
    const data = new Map([
      ['site', byteColumn(['Leeds', undefined, ' '])],
      ['__proto__', byteColumn(['x', 'y', undefined])],
    ])
    const org = orgOf({
      id: byteColumn(['a', 'b', 'c']),
      holder: byteColumn(['Ada', undefined, undefined]),
      vacant: Uint8Array.of(0, 1, 0),
      data,
    })
    expect(rolesOf(org).map((id) => roleOf(org, id).holders)).toEqual([['Ada'], [], []])
    expect(rolesOf(org).map((id) => roleOf(org, id).vacant)).toEqual([false, true, false])
    const [first, second, third] = rolesOf(org).map((id) => roleOf(org, id).data)
    expect(JSON.stringify([first, second, third])).toBe(
      '[{"site":"Leeds","__proto__":"x"},{"site":"","__proto__":"y"},{"site":" ","__proto__":""}]',
    )
    expect(Object.isFrozen(first) && Object.isFrozen(roleOf(org, 'a').holders)).toBe(true)
  })

  it('has data of any kind, whose function is called once, when data are first read', () => {
    let calls = 0
    const nested = { floors: [1, { wing: 'b' }] }
    const org = orgFromColumns<unknown>({
      id: byteColumn(['a', 'b', 'c']),
      data: new Map<string, DataColumn<unknown>>([
        ['site', byteColumn(['Leeds', undefined, 'York'])],
        [
          '__proto__',
          () => {
            calls++
            return [nested, null, -0]
          },
        ],
        ['active', () => [true, undefined, 'no']],
      ]),
    })
    if (org === undefined) throw new Error('no sound chart')
    expect([managerOf(org, 'b'), calls]).toEqual([undefined, 0])
    const [first, second, third] = rolesOf(org).map((id) => Object.entries(roleOf(org, id).data ?? {}))
    expect(calls).toBe(1)
    const copy = first[1][1]
    expect(first).toEqual([
      ['site', 'Leeds'],
      ['__proto__', { floors: [1, { wing: 'b' }] }],
      ['active', true],
    ])
    expect(second).toEqual([
      ['site', ''],
      ['__proto__', null],
      ['active', undefined],
    ])
    expect(third).toEqual([
      ['site', 'York'],
      ['__proto__', -0],
      ['active', 'no'],
    ])
    expect(Object.isFrozen(copy) && Object.isFrozen(Reflect.get(Object(copy), 'floors'))).toBe(true)
    expect(Object.isFrozen(nested) || Object.isFrozen(nested.floors)).toBe(false)
  })

  it.each<[string, () => unknown]>([
    ['too few', () => [1]],
    ['not a list', () => 'ab'],
    ['nothing', () => undefined],
    ['a function', () => [1, () => 1]],
    ['a symbol', () => [1, Symbol('x')]],
    ['not plain data', () => [1, { at: new Date(0) }]],
  ])('refuses values of data that are none when they are read: %s', (_, values) => {
    const data = new Map([['x', values as () => readonly unknown[]]])
    const org = orgFromColumns<unknown>({ id: byteColumn(['a', 'b']), data })
    if (org === undefined) throw new Error('no sound chart')
    let thrown: unknown
    try {
      roleOf(org, 'a')
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_ARGUMENT') && thrown.details.argument).toBe('columns.data.x')
  })

  it('does not change when the bytes change that it was read from', () => {
    const columns = columnsOf([row('a', undefined, { cost: 1 }), row('b', 'a', { title: 'Boss', cost: 2 })])
    const org = orgOf(columns)
    columns.id.bytes.fill(0x21)
    columns.title?.bytes.fill(0x21)
    columns.cost?.fill(7)
    expect(roleOf(org, 'b')).toMatchObject({ id: 'b', title: 'Boss', reportsTo: 'a', cost: 2 })
  })

  it('is the same as row by row, with a thousand long and short titles', () => {
    // More text than is decoded at once, with pieces of one, two, three and four bytes a character.
    const rows = Array.from({ length: 3000 }, (_, index) =>
      row(`r${String(index)}`, index === 0 ? undefined : `r${String((index - 1) >> 2)}`, {
        title: ['x', 'é', '漢', '😀'][index % 4].repeat(index % 97),
      }),
    )
    const org = orgOf(columnsOf(rows))
    expect(rows.filter(({ id, title }) => roleOf(org, id).title !== title)).toEqual([])
  })
})

describe('ids that share a hash', () => {
  it('are distinguished by their letters', () => {
    const [[one, other]] = collidingPairs(1)
    const org = orgOf(columnsOf([row(one), row(other), row('x', other), row('y', one), row(`${one}é`, 'x')]))
    expect(['x', 'y', `${one}é`].map((id) => managementChainOf(org, id))).toEqual([
      [other],
      [one],
      ['x', other],
    ])
    expect([one, other].map((id) => isAbove(org, id, 'x'))).toEqual([false, true])
    expect(isRole(org, `${other}é`)).toBe(false)
    // The other one has its hash, and is no id here.
    expect(orgFromColumns(columnsOf([row(one), row('x', other)]))).toBeUndefined()
    expect(isRole(orgOf(columnsOf([row(one)])), other)).toBe(false)
  })

  it('are read, however many they are', () => {
    const pairs = collidingPairs(9)
    const ids = Array.from({ length: 1 << pairs.length }, (_, bits) =>
      pairs.map((pair, bit) => pair[(bits >> bit) & 1]).join(''),
    )
    expect(new Set(ids).size).toBe(512)
    const org = orgOf(columnsOf(ids.map((id, index) => row(id, ids[index - 1]))))
    expect(rolesOf(org)).toEqual(ids)
    expect(managementChainOf(org, ids[511])).toEqual(ids.slice(0, 511).reverse())
  })
})

describe('anything else is refused with undefined', () => {
  it.each<[string, OrgColumns]>([
    ['an id that is there twice', columnsOf([row('a'), row('b', 'a'), row('a')])],
    ['a role without an id', { id: byteColumn(['a', undefined]) }],
    ['an unknown manager', columnsOf([row('a'), row('b', 'c')])],
    ['a role that reports to itself', columnsOf([row('a', 'a')])],
    ['a circle', columnsOf([row('a', 'b'), row('b', 'c'), row('c', 'a')])],
    ['a negative cost', { id: byteColumn(['a']), cost: Float64Array.of(-1) }],
    ['an infinite grade', { id: byteColumn(['a']), grade: Float64Array.of(-Infinity) }],
    ['a unit with the id of a role', columnsOf([row('a'), row('b', 'a', { unit: 'a' })])],
    [
      'an id in Latin-1',
      { id: { bytes: Uint8Array.of(0xe9), starts: Int32Array.of(0), ends: Int32Array.of(1) } },
    ],
    [
      'a character that is cut in two',
      { id: { bytes: Uint8Array.of(0xc3, 0xa9), starts: Int32Array.of(0, 1), ends: Int32Array.of(1, 2) } },
    ],
  ])('%s', (_, columns) => {
    expect(orgFromColumns(columns)).toBeUndefined()
  })
})

/** Pairs of texts after each of which FNV-1a is in the same state, whichever of the pairs before came before. */
function collidingPairs(count: number): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  let state = 0x811c9dc5 | 0
  while (pairs.length < count) {
    const seen = new Map<number, string>()
    for (let number = 0, found = false; !found; number++) {
      const text = number.toString(36).padStart(6, '0')
      let hash = state
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
      const before = seen.get(hash)
      seen.set(hash, text)
      if (before === undefined) continue
      pairs.push([before, text])
      state = hash
      found = true
    }
  }
  return pairs
}

describe('wrong columns', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'columns.the argument'],
    ['no ids', {}, 'columns.id'],
    ['a list of ids', { id: ['a'] }, 'columns.id'],
    ['ranges outside the bytes', { id: { ...byteColumn(['a']), ends: Int32Array.of(999) } }, 'columns.id'],
    [
      'ranges that end before they begin',
      { id: { ...byteColumn(['abc']), ends: Int32Array.of(0) } },
      'columns.id',
    ],
    ['too few managers', { id: byteColumn(['a', 'b']), manager: byteColumn(['a']) }, 'columns.manager'],
    ['costs in a list', { id: byteColumn(['a']), cost: [1] }, 'columns.cost'],
    ['vacancies in a list', { id: byteColumn(['a']), vacant: [true] }, 'columns.vacant'],
    ['data that are not a map', { id: byteColumn(['a']), data: { x: byteColumn(['a']) } }, 'columns.data'],
    [
      'data of another length',
      { id: byteColumn(['a']), data: new Map([['x', byteColumn([])]]) },
      'columns.data.x',
    ],
    ['data in a list', { id: byteColumn(['a']), data: new Map([['x', ['y']]]) }, 'columns.data.x'],
    ['an unknown column', { id: byteColumn(['a']), boss: byteColumn(['a']) }, 'columns.boss'],
  ])('%s', (_, columns, argument) => {
    let thrown: unknown
    try {
      orgFromColumns(columns as OrgColumns)
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_ARGUMENT') && thrown.details.argument).toBe(argument)
  })
})

describe('it makes the same org as orgFromRecords', () => {
  const text = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }),
  )
  const charts = fc
    .uniqueArray(text, { maxLength: 12 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id, index) =>
          fc.record({
            id: fc.constant(id),
            manager: fc.option(fc.constantFrom(...ids.slice(0, index), ...(index === 0 ? [undefined] : [])), {
              nil: undefined,
            }),
            title: fc.option(text, { nil: undefined }),
            unit: fc.option(
              text.filter((unit) => !ids.includes(unit)),
              { nil: undefined },
            ),
            cost: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
          }),
        ),
      ),
    )
    .map((rows): readonly Row[] => rows)

  it('for any rows', () => {
    fc.assert(
      fc.property(charts, (rows) => {
        const org = orgOf(columnsOf(rows))
        const expected = fromRows(rows)
        const ids = rows.map(({ id }) => id)
        // First by the bytes alone, before any id is a string.
        expect(ids.map((upper) => ids.map((lower) => isAbove(org, upper, lower)))).toEqual(
          ids.map((upper) => ids.map((lower) => isAbove(expected, upper, lower))),
        )
        expect(everythingOf(org)).toEqual(everythingOf(expected))
        expect(checkOrg(org)).toEqual(checkOrg(expected))
        expect(rollUp(org, 'cost').total).toBe(rollUp(expected, 'cost').total)
      }),
    )
  })
})
