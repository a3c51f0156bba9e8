import {
  defineOrg,
  headOf,
  isOrgError,
  isUnit,
  membersOf,
  type Org,
  orgFromRecords,
  type Unit,
  unitOf,
  unitsOf,
} from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

describe('unitOf', () => {
  const org = defineOrg({
    roles: {
      director: {},
      manager: { reportsTo: 'director', unit: 'pmo' },
      analyst: { reportsTo: 'manager', unit: 'training' },
    },
    units: {
      pmo: { title: 'Project Office', kind: 'office', head: 'director', sources: ['A1'], hedge: 'may' },
      training: { partOf: 'pmo', aliases: ['Academy', { name: 'School', warning: 'also a building' }] },
    },
  })

  it('gives the record of a unit', () => {
    expect(unitOf(org, 'pmo')).toEqual({
      id: 'pmo',
      title: 'Project Office',
      aliases: [],
      kind: 'office',
      head: 'director',
      heads: ['director'],
      partOf: undefined,
      sources: ['A1'],
      hedge: 'may',
    })
  })

  it('gives the names of all aliases, and their warnings', () => {
    expect(unitOf(org, 'training')).toEqual({
      id: 'training',
      title: 'training',
      aliases: ['Academy', 'School'],
      warnedAliases: [{ name: 'School', warning: 'also a building' }],
      kind: undefined,
      head: undefined,
      heads: [],
      partOf: 'pmo',
    })
  })

  it.each([
    ['manager', 'pmo'],
    ['analyst', 'training'],
    ['director', undefined],
  ] as const)('answers for the role %s with its own unit: %s', (role, unit) => {
    expect(unitOf(org, role)?.id).toBe(unit)
  })

  it.each([
    ['7', 'valueOf'],
    ['constructor', 'hasOwnProperty'],
    ['valueOf', 'valueOf'],
    ['__proto__', undefined],
    ['', undefined],
  ])('answers for the hostile id %j: %j', (id, unit) => {
    expect(unitOf(hostileOrg, id)?.id).toBe(unit)
  })

  it('is defined for a unit, and possibly undefined for a role', () => {
    type Ids = 'director' | 'manager' | 'analyst'
    type Known = Unit<Ids, 'pmo' | 'training'>
    expectTypeOf(unitOf(org, 'pmo')).toEqualTypeOf<Known>()
    expectTypeOf(unitOf(org, 'manager')).toEqualTypeOf<Known | undefined>()
    const either: 'pmo' | 'manager' = Math.random() < 2 ? 'pmo' : 'manager'
    expectTypeOf(unitOf(org, either)).toEqualTypeOf<Known | undefined>()
    const wide: Org = org
    expectTypeOf(unitOf(wide, 'pmo')).toEqualTypeOf<Unit | undefined>()
    // @ts-expect-error -- a typo does not compile
    expect(() => unitOf(org, 'pmx')).toThrow("did you mean 'pmo'")
  })

  it('returns nothing that could be changed', () => {
    const unit = unitOf(org, 'training')
    expect(Object.isFrozen(unit)).toBe(true)
    expect(Object.isFrozen(unit.aliases)).toBe(true)
    expect(Object.isFrozen(unit.warnedAliases)).toBe(true)
    expect(Object.isFrozen(unit.warnedAliases?.[0])).toBe(true)
    expect(Object.isFrozen(unitOf(org, 'pmo').sources)).toBe(true)
  })

  it.each(['toString', '__proto__', '', 7, undefined])('throws for %j', (id) => {
    try {
      unitOf(org, id as 'pmo')
    } catch (error) {
      expect(isOrgError(error, 'UNKNOWN_ROLE') && error.details.id).toBe(id)
      return
    }
    expect.unreachable()
  })
})

describe('unitsOf', () => {
  it('gives the ids in the order of the spec, typed', () => {
    const org = defineOrg({ roles: { a: {} }, units: { z: {}, pmo: { partOf: 'z' } } })
    const ids = unitsOf(org)
    expectTypeOf(ids).toEqualTypeOf<('z' | 'pmo')[]>()
    expect(ids).toEqual(['z', 'pmo'])
  })

  it('lists units that only members name, in the order of their first member', () => {
    const rows = [
      { id: '1', unit: 'sales' },
      { id: '2', unit: null },
      { id: '3', unit: 'audit' },
      { id: '4', unit: 'sales' },
    ]
    expect(unitsOf(orgFromRecords(rows, { id: 'id', unit: 'unit' }))).toEqual(['sales', 'audit'])
  })

  it('has hostile ids', () => {
    expect(unitsOf(hostileOrg)).toEqual(['hasOwnProperty', 'valueOf'])
  })

  it('is empty where there are no units, and gives a fresh array', () => {
    const bare = defineOrg({ roles: { a: {} } })
    expect(unitsOf(bare)).toEqual([])
    const org = defineOrg({ roles: {}, units: { pmo: {} } })
    unitsOf(org).pop()
    expect(unitsOf(org)).toEqual(['pmo'])
  })
})

describe('isUnit', () => {
  const org = defineOrg({
    roles: { lead: {} },
    units: { pmo: { head: 'lead' }, training: {} },
  })

  it.each(['pmo', 'training'])('knows %j', (id) => {
    expect(isUnit(org, id)).toBe(true)
  })

  it.each(['lead', 'PMO', '', '__proto__', 'constructor', undefined, null, 7, ['pmo']])(
    'does not accept %j as a unit',
    (value) => {
      expect(isUnit(org, value)).toBe(false)
    },
  )

  it.each([
    ['hasOwnProperty', true],
    ['valueOf', true],
    ['__proto__', false],
    ['', false],
    ['toString', false],
  ])('accepts %j of the hostile chart as a unit: %j', (id, expected) => {
    expect(isUnit(hostileOrg, id)).toBe(expected)
  })

  it('narrows text from outside to the unit ids', () => {
    const [typed]: string[] = ['pmo']
    if (!isUnit(org, typed)) throw new Error('pmo is a unit')
    expectTypeOf(typed).toEqualTypeOf<'pmo' | 'training'>()
    expect(headOf(org, typed)).toBe('lead')
  })
})

describe('headOf', () => {
  const org = defineOrg({
    roles: { director: {}, manager: { reportsTo: 'director', unit: 'training' } },
    units: { pmo: { head: 'director' }, training: { partOf: 'pmo' } },
  })

  it.each([
    ['pmo', 'director'],
    ['training', undefined],
  ] as const)('gives the head that the unit %s names: %s', (unit, head) => {
    expect(headOf(org, unit)).toBe(head)
  })

  it.each([
    ['hasOwnProperty', '__proto__'],
    ['valueOf', ''],
  ])('gives the head of the hostile unit %j: %j', (unit, head) => {
    expect(headOf(hostileOrg, unit)).toBe(head)
  })

  it('is typed by the roles', () => {
    expectTypeOf(headOf(org, 'pmo')).toEqualTypeOf<'director' | 'manager' | undefined>()
  })

  it.each(['manager', 'PMO', 'constructor', '__proto__', '', undefined])('throws for %j', (unit) => {
    expect(() => headOf(org, unit as 'pmo')).toThrow(expect.objectContaining({ code: 'UNKNOWN_UNIT' }))
  })
})

describe('membersOf', () => {
  const org = defineOrg({
    roles: {
      trainer: { unit: 'training' },
      director: {},
      manager: { reportsTo: 'director', unit: 'pmo' },
      coach: { unit: 'coaching' },
      analyst: { reportsTo: 'manager', unit: 'pmo' },
      clerk: { unit: 'archive' },
    },
    units: {
      pmo: { head: 'director' },
      coaching: { partOf: 'training' },
      training: { partOf: 'pmo', head: 'trainer' },
      archive: {},
      empty: {},
    },
  })

  it.each([
    // The head is a member only if it names the unit.
    ['pmo', ['manager', 'analyst'], ['trainer', 'manager', 'coach', 'analyst']],
    ['training', ['trainer'], ['trainer', 'coach']],
    ['coaching', ['coach'], ['coach']],
    ['archive', ['clerk'], ['clerk']],
    ['empty', [], []],
  ] as const)('gives the members of %s, and those of its parts', (unit, members, nested) => {
    expect(membersOf(org, unit)).toEqual(members)
    expect(membersOf(org, unit, {})).toEqual(members)
    expect(membersOf(org, unit, { nested: false })).toEqual(members)
    expect(membersOf(org, unit, { nested: true })).toEqual(nested)
  })

  it.each([
    ['valueOf', false, ['7', '007']],
    ['hasOwnProperty', false, ['constructor']],
    ['hasOwnProperty', true, ['constructor', '7', '007']],
  ])('answers for the hostile unit %j', (unit, nested, members) => {
    expect(membersOf(hostileOrg, unit, { nested })).toEqual(members)
  })

  it('ends where units are part of each other in a cycle', () => {
    const rows = [
      { id: '1', unit: 'c' },
      { id: '2', unit: 'a' },
      { id: '3', unit: 'self' },
      { id: '4', unit: 'b' },
      { id: '5', unit: 'below' },
    ]
    const units = {
      a: { partOf: 'b' },
      b: { partOf: 'c' },
      c: { partOf: 'a' },
      below: { partOf: 'b' },
      self: { partOf: 'self' },
    }
    const round = orgFromRecords(rows, { id: 'id', unit: 'unit', units, onIssue: 'collect' })
    for (const unit of ['a', 'b', 'c']) {
      expect(membersOf(round, unit, { nested: true })).toEqual(['1', '2', '4', '5'])
    }
    expect(membersOf(round, 'self', { nested: true })).toEqual(['3'])
    expect(membersOf(round, 'below', { nested: true })).toEqual(['5'])
  })

  it('answers for a chain of units far deeper than the stack', () => {
    const depth = 50_000
    const units = Object.fromEntries(
      Array.from({ length: depth }, (_, at) => [
        `u${String(at)}`,
        at === 0 ? {} : { partOf: `u${String(at - 1)}` },
      ]),
    )
    const deep = orgFromRecords([{ id: 'low', unit: `u${String(depth - 1)}` }], {
      id: 'id',
      unit: 'unit',
      units,
    })
    expect(membersOf(deep, 'u0', { nested: true })).toEqual(['low'])
  })

  it('is typed, and gives a fresh array', () => {
    const members = membersOf(org, 'pmo')
    expectTypeOf(members).toEqualTypeOf<
      ('trainer' | 'director' | 'manager' | 'coach' | 'analyst' | 'clerk')[]
    >()
    members.length = 0
    expect(membersOf(org, 'pmo')).toEqual(['manager', 'analyst'])
  })

  it.each(['manager', '__proto__', 'constructor', ''])('throws for %j, which is not a unit', (unit) => {
    expect(() => membersOf(org, unit as 'pmo')).toThrow(expect.objectContaining({ code: 'UNKNOWN_UNIT' }))
  })

  it.each(['yes', 1, null] as unknown[])('refuses nested: %j', (nested) => {
    expect(() => membersOf(org, 'pmo', { nested: nested as true })).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        details: { option: 'nested', received: nested, allowed: 'true or false' },
      }),
    )
  })

  it.each([{ nestd: true }, 'nested', null, [true]] as unknown[])('refuses the options %j', (options) => {
    expect(() => membersOf(org, 'pmo', options as object)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })
})
