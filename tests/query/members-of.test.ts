import { defineOrg, membersOf, orgFromRecords } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

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

describe('membersOf', () => {
  it.each([
    // The head is a member only where it says so itself.
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

  it.each(['manager', '__proto__', 'constructor', ''])('throws for %j, which is no unit', (unit) => {
    expect(() => membersOf(org, unit as 'pmo')).toThrow(expect.objectContaining({ code: 'UNKNOWN_UNIT' }))
  })

  it.each(['yes', 1, null] as unknown[])('refuses %j for nested', (nested) => {
    expect(() => membersOf(org, 'pmo', { nested: nested as true })).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        details: { option: 'nested', received: nested, allowed: 'boolean' },
      }),
    )
  })
})
