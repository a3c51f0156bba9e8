import {
  defineOrg,
  directReportsOf,
  find,
  headOf,
  isAbove,
  isRole,
  isUnit,
  managementChainOf,
  managerOf,
  membersOf,
  type Org,
  orgFromRecords,
  roleOf,
  rolesOf,
  servicesTo,
  transitiveReportsOf,
  unitOf,
  unitsOf,
} from 'rolegraph'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issuesThrownBy, thrownBy } from '../support/thrown-by.js'

const LONG = 'x'.repeat(1_000_000)

/** Ids that differ, however much some of them look alike; none of them looks like an array index. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'length',
  '',
  ' ',
  '\t',
  '\u0000',
  '007',
  '-0',
  '1e3',
  '4294967295',
  'null',
  'undefined',
  'NaN',
  'true',
  '\u00e9',
  'e\u0301',
  '\ufb01',
  'fi',
  'I',
  'i',
  '\u0130',
  '\u0131',
  '\ud800',
  '\udc00',
  '\ud83d\ude00',
  '👩\u200d💻',
  '👩💻',
  '\u202eevil',
  'evil',
  LONG,
  `${LONG}y`,
]

/** Ids that look like array indexes: objects move them to the front, in ascending order. */
const INDEXES = ['10', '9', '7', '0', '4294967294']

// Read like files: ids such as these come from outside, not from literals.
const define = defineOrg as (spec: object) => Org

type Chain = readonly { readonly id: string; readonly manager: string | undefined }[]

/** Each role reports to the one before it, and has a dotted line and a move to the first. */
function chainOf(ids: readonly string[]): Chain {
  return ids.map((id, at) => ({ id, manager: at === 0 ? undefined : ids[at - 1] }))
}

function specOf(chain: Chain): object {
  const first = chain[0].id
  const roles: [string, object][] = chain.map(({ id, manager }) => [
    id,
    manager === undefined ? {} : { reportsTo: manager, dottedTo: [first], progressesTo: [{ to: first }] },
  ])
  // fromEntries makes an own property even of "__proto__".
  return { roles: Object.fromEntries(roles) }
}

const makers: readonly [string, (chain: Chain) => Org][] = [
  ['defineOrg, with computed keys', (chain) => define(specOf(chain))],
  ['defineOrg, from JSON', (chain) => define(JSON.parse(JSON.stringify(specOf(chain))) as object)],
  [
    'orgFromRecords',
    (chain) =>
      orgFromRecords(chain, {
        id: 'id',
        manager: 'manager',
        dotted: ({ manager }) => (manager === undefined ? [] : [chain[0].id]),
        moves: ({ manager }) => (manager === undefined ? [] : [{ to: chain[0].id }]),
      }),
  ],
]

let before: readonly PropertyKey[]
const builtIns = (): readonly PropertyKey[] =>
  [Object.prototype, Array.prototype, Function.prototype].flatMap((prototype) => Reflect.ownKeys(prototype))
beforeAll(() => {
  before = builtIns()
})
afterEach(() => {
  expect(builtIns()).toEqual(before)
})

describe.each(makers)('%s', (maker, make) => {
  const org = make(chainOf(NAMES))

  it('keeps every id exactly, in the order of the input', () => {
    expect(rolesOf(org)).toEqual(NAMES)
  })

  it('finds each id and no other', () => {
    for (const [at, id] of NAMES.entries()) {
      expect(isRole(org, id)).toBe(true)
      expect(managerOf(org, id)).toBe(at === 0 ? undefined : NAMES[at - 1])
      expect(directReportsOf(org, id)).toEqual(NAMES.slice(at + 1, at + 2))
      expect(managementChainOf(org, id)).toEqual(NAMES.slice(0, at).reverse())
      expect(transitiveReportsOf(org, id)).toEqual(NAMES.slice(at + 1))
      const role = roleOf(org, id)
      expect([role.id, role.title]).toEqual([id, id])
      expect(role.dottedTo).toEqual(at === 0 ? [] : [NAMES[0]])
      expect(role.progressesTo.map(({ to }) => to)).toEqual(at === 0 ? [] : [NAMES[0]])
    }
    expect(isAbove(org, '\u00e9', 'e\u0301')).toBe(true)
    expect(isAbove(org, 'e\u0301', '\u00e9')).toBe(false)
  })

  it('does not know an id that was not given', () => {
    const absent = ['7', '07', 'isPrototypeOf', '__lookupGetter__', '  ', 'É', 'Fi', '\udfff', LONG.slice(1)]
    for (const id of absent) {
      expect(isRole(org, id)).toBe(false)
      expect(thrownBy(() => managerOf(org, id)).code).toBe('UNKNOWN_ROLE')
    }
  })

  it('keeps 007 and 7 apart', () => {
    const both = make(chainOf(['7', '007']))
    expect(managerOf(both, '007')).toBe('7')
    expect(directReportsOf(both, '7')).toEqual(['007'])
    expect(find(both, '7').map(({ id }) => id)).toEqual(['7'])
  })

  it('keeps the order of ids that look like array indexes', () => {
    const order = rolesOf(make(chainOf(INDEXES)))
    expect(order).toEqual(maker === 'orgFromRecords' ? INDEXES : ['0', '7', '9', '10', '4294967294'])
  })
})

describe('units', () => {
  const units = NAMES.map((id) => `${id}/unit`)

  it('may have any id too, even one that differs from a role in one character', () => {
    const org = define({
      roles: Object.fromEntries(NAMES.map((id, at) => [id, { unit: units[at] }])),
      units: Object.fromEntries(NAMES.map((id, at) => [units[at], { head: id }])),
    })
    expect(unitsOf(org)).toEqual(units)
    for (const [at, id] of NAMES.entries()) {
      expect(headOf(org, units[at])).toBe(id)
      expect(membersOf(org, units[at])).toEqual([id])
    }
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '7', '\ud800'])(
    'may have the id %j itself',
    (id) => {
      const records = [
        { id: 'lead', unit: id },
        { id: 'analyst', unit: id },
      ]
      const spec = `{"roles":{"lead":{"unit":${JSON.stringify(id)}},"analyst":{"unit":${JSON.stringify(id)}}},
        "units":{${JSON.stringify(id)}:{"head":"lead"}},
        "services":[{"from":${JSON.stringify(id)},"to":"analyst","name":"__proto__"}]}`
      const defined = define(JSON.parse(spec) as object)
      const mentioned = orgFromRecords(records, { id: 'id', unit: 'unit' })
      const listed = orgFromRecords(records, {
        id: 'id',
        unit: 'unit',
        units: Object.fromEntries([[id, { head: 'lead' }]]),
      })
      for (const org of [defined, mentioned, listed]) {
        expect(unitsOf(org)).toEqual([id])
        expect([isUnit(org, id), isRole(org, id), isUnit(org, 'valueOf')]).toEqual([true, false, false])
        expect(membersOf(org, id)).toEqual(['lead', 'analyst'])
        expect(unitOf(org, 'analyst')?.id).toBe(id)
      }
      expect([headOf(defined, id), headOf(listed, id), headOf(mentioned, id)]).toEqual([
        'lead',
        'lead',
        undefined,
      ])
      expect(servicesTo(defined, 'analyst')).toEqual([{ from: id, to: 'analyst', name: '__proto__' }])
    },
  )
})

describe('a broken id', () => {
  it.each(['__proto__', 'constructor', 'toString', '', '\ud800'])('is reported like any other: %j', (id) => {
    const spec = JSON.parse(`{"roles":{"a":{"reportsTo":${JSON.stringify(id)}}}}`) as object
    const [issue, ...others] = issuesThrownBy(() => define(spec))
    expect(others).toEqual([])
    expect([issue.code, issue.witness]).toEqual(['UNKNOWN_MANAGER', [id]])
    const twice = issuesThrownBy(() => orgFromRecords([{ id }, { id }], { id: 'id' }))
    expect(twice.map(({ code, roles }) => [code, roles])).toEqual([['DUPLICATE_ID', [id]]])
    const cycle = issuesThrownBy(() =>
      orgFromRecords(
        [
          { id, boss: 'b' },
          { id: 'b', boss: id },
        ],
        { id: 'id', manager: 'boss' },
      ),
    )
    expect(cycle.map(({ code, witness }) => [code, witness])).toEqual([['REPORTING_CYCLE', [id, 'b', id]]])
  })

  it('cannot add a field: an own __proto__ is an unknown field, at every level', () => {
    const spec = JSON.parse(`{
      "__proto__": {"units": {}},
      "roles": {
        "a": {"__proto__": {"title": "x"}},
        "b": {"reportsTo": {"to": "a", "__proto__": {"hedge": "may"}}}
      },
      "units": {"u": {"__proto__": {"head": "a"}}},
      "services": [{"from": "a", "to": "b", "name": "n", "__proto__": {"note": "x"}}]
    }`) as object
    expect(issuesThrownBy(() => define(spec)).map(({ code, place }) => [code, place.path])).toEqual([
      ['UNKNOWN_FIELD', ['__proto__']],
      ['UNKNOWN_FIELD', ['roles', 'a', '__proto__']],
      ['UNKNOWN_FIELD', ['roles', 'b', 'reportsTo', '__proto__']],
      ['UNKNOWN_FIELD', ['units', 'u', '__proto__']],
      ['UNKNOWN_FIELD', ['services', 0, '__proto__']],
    ])
  })
})

describe('a literal { __proto__: … }', () => {
  it('is reported, since the language does not make a key of it', () => {
    const roles = issuesThrownBy(() => define({ roles: { a: {}, __proto__: { reportsTo: 'a' } } }))
    expect(roles.map(({ code, place, message }) => [code, place, message])).toEqual([
      [
        'INVALID_FIELD',
        { path: ['roles'] },
        "Expected an object whose roles are its own keys (write ['__proto__']: … for an id of that name), received an object (at roles)",
      ],
    ])
    const units = issuesThrownBy(() => define({ roles: {}, units: { __proto__: { title: 'U' } } }))
    expect(units.map(({ code, place }) => [code, place])).toEqual([['INVALID_FIELD', { path: ['units'] }]])
    const listed = issuesThrownBy(() =>
      orgFromRecords([{ id: 'a' }], { id: 'id', units: { __proto__: { title: 'U' } } }),
    )
    expect(listed.map(({ code, place }) => [code, place])).toEqual([['INVALID_FIELD', { path: ['units'] }]])
  })

  it('is a role where it is written as a key', () => {
    const org = defineOrg({ roles: { a: {}, ['__proto__']: { reportsTo: 'a' } } })
    expect(rolesOf(org)).toEqual(['a', '__proto__'])
    expect(managerOf(org, '__proto__')).toBe('a')
  })
})

describe('fields that objects inherit', () => {
  it('are not fields of a spec and not in answers, even where Object.prototype is polluted', () => {
    const pollution = { reportsTo: 'a', title: 'polluted', unit: 'u', holders: [], data: 1, lines: 'dotted' }
    const answers: unknown[] = []
    for (const [name, value] of Object.entries(pollution)) {
      Reflect.defineProperty(Object.prototype, name, { value, configurable: true, writable: true })
    }
    try {
      const org = define({ roles: { a: {}, b: {} } })
      answers.push(managerOf(org, 'b'), { ...roleOf(org, 'b') })
    } finally {
      // Before anything is compared: the test runner's own objects are polluted too.
      for (const name of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, name)
    }
    const [manager, role] = [undefined, roleOf(define({ roles: { b: {} } }), 'b')]
    expect(answers).toStrictEqual([manager, role])
  })
})
