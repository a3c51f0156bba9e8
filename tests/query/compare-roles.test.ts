import { compareRoles, defineOrg, orgFromRecords, type Reason } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { thrownBy } from '../support/thrown-by.js'
import { hostileOrg } from './hostile-org.js'

function line(from: string, to: string, kind: 'solid' | 'dotted' = 'solid'): Reason {
  return { kind: 'line', line: { from, to, kind } }
}
function grade(role: string, value: number): Reason {
  return { kind: 'grade', role, grade: value }
}
function layer(role: string, value: number, top: string): Reason {
  return { kind: 'layer', role, layer: value, top }
}

describe('compareRoles', () => {
  it.each([
    ['director', 'planner', 'above', [line('planner', 'director')]],
    ['planner', 'director', 'below', [line('planner', 'director')]],
    ['analyst', 'director', 'below', [line('analyst', 'manager'), line('manager', 'director')]],
    [
      'ceo',
      'coordinator',
      'above',
      [line('coordinator', 'manager'), line('manager', 'director'), line('director', 'ceo')],
    ],
    ['pmo', 'lab', 'above', [line('analyst', 'manager'), line('manager', 'director')]],
    ['analyst', 'analyst', 'same', []],
    ['lab', 'analyst', 'same', []],
  ] as const)('%s to %s, by chain: %s', (a, b, relation, because) => {
    const answer = { relation, by: 'chain', because }
    expect(compareRoles(office, a, b)).toEqual(answer)
    expect(compareRoles(office, a, b, { by: 'chain' })).toEqual(answer)
  })

  it.each([
    ['sponsor', 'manager', 'above', [grade('sponsor', 8), grade('manager', 7)]],
    ['manager', 'sponsor', 'below', [grade('manager', 7), grade('sponsor', 8)]],
    ['planner', 'analyst', 'same', [grade('planner', 5), grade('analyst', 5)]],
    // Grades also compare across trees.
    ['chair', 'ceo', 'below', [grade('chair', 9), grade('ceo', 10)]],
    ['director', 'chair', 'same', [grade('director', 9), grade('chair', 9)]],
  ] as const)('%s to %s, by grade: %s', (a, b, relation, because) => {
    const answer = { relation, by: 'grade', because }
    expect(compareRoles(office, a, b)).toEqual(answer)
    expect(compareRoles(office, a, b, { by: 'grade' })).toEqual(answer)
  })

  it.each([
    ['planner', 'coordinator', 'above', [layer('planner', 3, 'ceo'), layer('coordinator', 4, 'ceo')]],
    ['coordinator', 'planner', 'below', [layer('coordinator', 4, 'ceo'), layer('planner', 3, 'ceo')]],
    ['coordinator', 'analyst', 'same', [layer('coordinator', 4, 'ceo'), layer('analyst', 4, 'ceo')]],
  ] as const)('%s to %s, by layer: %s', (a, b, relation, because) => {
    expect(compareRoles(office, a, b, { by: 'layer' })).toEqual({ relation, by: 'layer', because })
    // The layer does not tell who ranks higher, so it is compared only when asked for.
    expect(compareRoles(office, a, b)).toMatchObject({ relation: 'incomparable', by: undefined })
  })

  it('reports what it found when nothing decides', () => {
    expect(compareRoles(office, 'auditor', 'manager')).toEqual({
      relation: 'incomparable',
      by: undefined,
      because: [grade('manager', 7)],
    })
  })

  it.each([
    ['chain', 'sponsor', 'planner', []],
    ['grade', 'coordinator', 'analyst', [grade('analyst', 5)]],
    ['grade', 'coordinator', 'auditor', []],
    ['layer', 'ceo', 'chair', [layer('ceo', 1, 'ceo'), layer('chair', 1, 'chair')]],
  ] as const)('by %s alone, %s and %s are incomparable', (by, a, b, because) => {
    expect(compareRoles(office, a, b, { by })).toEqual({ relation: 'incomparable', by: undefined, because })
  })

  it('compares only by the criterion given', () => {
    expect(compareRoles(office, 'director', 'planner', { by: 'grade' })).toMatchObject({
      relation: 'above',
      by: 'grade',
    })
    expect(compareRoles(office, 'director', 'planner', { by: 'layer' })).toMatchObject({
      relation: 'above',
      by: 'layer',
    })
  })

  it.each([undefined, 'chain', 'grade', 'layer'] as const)('finds a role the same as itself by %s', (by) => {
    const options = by === undefined ? {} : { by }
    const answer = { relation: 'same', by: by ?? 'chain', because: [] }
    // With a grade, without one, through a unit, and in a cycle, where there is no layer either.
    expect(compareRoles(office, 'analyst', 'analyst', options)).toEqual(answer)
    expect(compareRoles(office, 'coordinator', 'coordinator', options)).toEqual(answer)
    expect(compareRoles(office, 'lab', 'analyst', options)).toEqual(answer)
    expect(compareRoles(tangle, 'a', 'a', options)).toEqual(answer)
    expect(compareRoles(tangle, 'f', 'f', options)).toEqual(answer)
  })

  it('does not rank an intern below the top over a vice-president of another branch', () => {
    const org = defineOrg({
      roles: {
        ceo: { grade: 10 },
        president: { reportsTo: 'ceo' },
        intern: { reportsTo: 'ceo' },
        vicePresident: { reportsTo: 'president' },
      },
    })
    expect(compareRoles(org, 'intern', 'vicePresident')).toEqual({
      relation: 'incomparable',
      by: undefined,
      because: [],
    })
    expect(compareRoles(org, 'intern', 'vicePresident', { by: 'layer' })).toMatchObject({ relation: 'above' })
  })

  it('ranks the chain over the grade', () => {
    const org = defineOrg({
      roles: {
        lead: { grade: 5 },
        expert: { reportsTo: 'lead', grade: 9 },
        clerk: { reportsTo: 'lead', grade: 2 },
        fellow: { reportsTo: 'clerk', grade: 8 },
      },
    })
    expect(compareRoles(org, 'lead', 'expert')).toMatchObject({ relation: 'above', by: 'chain' })
    expect(compareRoles(org, 'lead', 'expert', { by: 'grade' })).toMatchObject({
      relation: 'below',
      by: 'grade',
    })
    expect(compareRoles(org, 'expert', 'fellow')).toMatchObject({ relation: 'above', by: 'grade' })
    expect(compareRoles(org, 'fellow', 'expert', { by: 'layer' })).toMatchObject({
      relation: 'below',
      by: 'layer',
    })
  })

  it('counts a grade of 0 and a negative one', () => {
    const org = defineOrg({ roles: { zero: { grade: 0 }, minus: { grade: -1 } } })
    expect(compareRoles(org, 'zero', 'minus')).toEqual({
      relation: 'above',
      by: 'grade',
      because: [grade('zero', 0), grade('minus', -1)],
    })
  })

  it.each([
    ['dotted', 'sponsor', 'analyst', 'above', [line('analyst', 'sponsor', 'dotted')]],
    ['dotted', 'director', 'planner', 'above', [line('planner', 'director', 'dotted')]],
    ['all', 'director', 'planner', 'above', [line('planner', 'director')]],
    ['all', 'auditor', 'ceo', 'below', [line('auditor', 'director', 'dotted'), line('director', 'ceo')]],
    [
      'all',
      'sponsor',
      'coordinator',
      'above',
      [line('coordinator', 'manager'), line('manager', 'sponsor', 'dotted')],
    ],
    ['all', 'ceo', 'analyst', 'above', [line('analyst', 'director', 'dotted'), line('director', 'ceo')]],
  ] as const)('along %s lines, %s to %s: %s', (lines, a, b, relation, because) => {
    expect(compareRoles(office, a, b, { lines })).toEqual({ relation, by: 'chain', because })
  })

  it('still compares grades where no line connects the roles', () => {
    expect(compareRoles(office, 'ceo', 'director', { lines: 'dotted' })).toMatchObject({ by: 'grade' })
    expect(compareRoles(office, 'manager', 'coordinator', { lines: 'dotted' })).toMatchObject({
      relation: 'incomparable',
    })
    expect(compareRoles(office, 'manager', 'coordinator', { lines: 'dotted', by: 'layer' })).toMatchObject({
      relation: 'above',
      by: 'layer',
    })
  })

  it('carries the evidence of the lines', () => {
    const org = defineOrg({
      roles: {
        lead: {},
        sponsor: {},
        analyst: {
          reportsTo: { to: 'lead', hedge: 'typically', sources: ['S1'] },
          dottedTo: ['lead', { to: 'sponsor', note: 'for reports' }],
        },
        planner: { dottedTo: { to: 'sponsor', note: 'for plans' } },
      },
    })
    expect(compareRoles(org, 'sponsor', 'planner', { lines: 'all' }).because).toEqual([
      { kind: 'line', line: { from: 'planner', to: 'sponsor', kind: 'dotted', note: 'for plans' } },
    ])
    expect(compareRoles(org, 'lead', 'analyst', { lines: 'all' }).because).toEqual([
      {
        kind: 'line',
        line: { from: 'analyst', to: 'lead', kind: 'solid', hedge: 'typically', sources: ['S1'] },
      },
    ])
    expect(compareRoles(org, 'lead', 'analyst', { lines: 'dotted' }).because).toEqual([
      line('analyst', 'lead', 'dotted'),
    ])
    expect(compareRoles(org, 'analyst', 'sponsor', { lines: 'all' }).because).toEqual([
      { kind: 'line', line: { from: 'analyst', to: 'sponsor', kind: 'dotted', note: 'for reports' } },
    ])
  })

  it('does not let a cycle decide', () => {
    expect(compareRoles(tangle, 'x', 'y')).toEqual({
      relation: 'incomparable',
      by: undefined,
      because: [line('y', 'x'), line('x', 'y')],
    })
    expect(compareRoles(tangle, 'a', 'b', { by: 'chain' })).toEqual({
      relation: 'incomparable',
      by: undefined,
      because: [line('b', 'c'), line('c', 'a'), line('a', 'b')],
    })
    // Below a cycle the chain decides, and there is no layer.
    expect(compareRoles(tangle, 'a', 'e')).toMatchObject({ relation: 'above', by: 'chain' })
    expect(compareRoles(tangle, 'a', 't', { by: 'layer' })).toEqual({
      relation: 'incomparable',
      by: undefined,
      because: [layer('t', 2, 'top')],
    })
    expect(compareRoles(tangle, 'f', 'g')).toEqual({
      relation: 'above',
      by: 'chain',
      because: [line('g', 'f')],
    })
    expect(compareRoles(tangle, 'f', 'f')).toEqual({ relation: 'same', by: 'chain', because: [] })
  })

  it('continues with the grade where a cycle leaves the chain undecided', () => {
    const rows = [
      { id: 'a', boss: 'b', grade: 2 },
      { id: 'b', boss: 'a', grade: 3 },
    ]
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss', grade: 'grade', onIssue: 'collect' })
    expect(compareRoles(org, 'a', 'b')).toEqual({
      relation: 'below',
      by: 'grade',
      because: [grade('a', 2), grade('b', 3)],
    })
  })

  it('accepts any text as an id', () => {
    expect(compareRoles(hostileOrg, '__proto__', '')).toEqual({
      relation: 'above',
      by: 'chain',
      because: [line('', 'constructor'), line('constructor', '__proto__')],
    })
    expect(compareRoles(hostileOrg, '7', '007', { by: 'layer' })).toMatchObject({
      relation: 'same',
      by: 'layer',
    })
  })

  it('gives a fresh answer', () => {
    const answer = compareRoles(office, 'ceo', 'director')
    ;(answer.because as Reason[]).length = 0
    expect(compareRoles(office, 'ceo', 'director').because).toHaveLength(1)
  })

  it.each([['rank'], [''], [null], [['chain']]])('refuses to compare by %j', (received) => {
    const error = thrownBy(() => compareRoles(office, 'ceo', 'analyst', { by: received as 'chain' }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'by', received, allowed: "'chain' | 'grade' | 'layer'" })
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => compareRoles(office, 'analist', 'ceo')).toThrow("did you mean 'analyst'")
  })

  describe('as the first one', () => {
    itRefusesBadInput((org, role) => compareRoles(org, role, 'ceo'))
  })
  describe('as the second one', () => {
    itRefusesBadInput((org, role) => compareRoles(org, 'ceo', role))
  })
  itRefusesBadOptions((options) => compareRoles(office, 'analyst', 'planner', options))
})
