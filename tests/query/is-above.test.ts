import { defineOrg, isAbove, type Lines, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { allFunctionalGraphs } from '../engine/all-functional-graphs.js'
import { hostileOrg } from './hostile-org.js'

const EVERY_LINES: readonly Lines[] = ['solid', 'dotted', 'all']

describe('isAbove', () => {
  it.each([
    // upper, lower, solid, dotted, all
    ['ceo', 'sponsor', true, false, true],
    ['ceo', 'analyst', true, false, true],
    ['manager', 'analyst', true, false, true],
    ['director', 'analyst', true, true, true],
    ['sponsor', 'analyst', false, true, true],
    ['sponsor', 'coordinator', false, false, true],
    ['ceo', 'auditor', false, false, true],
    ['director', 'auditor', false, true, true],
    ['sponsor', 'auditor', false, false, false],
    ['chair', 'auditor', true, false, true],
    ['chair', 'analyst', false, false, false],
    ['chair', 'adviser', false, true, true],
    // The reverse.
    ['sponsor', 'ceo', false, false, false],
    ['analyst', 'manager', false, false, false],
    ['analyst', 'sponsor', false, false, false],
    // Side by side.
    ['planner', 'manager', false, false, false],
    ['manager', 'planner', false, false, false],
    ['ceo', 'chair', false, false, false],
    // Units.
    ['pmo', 'lab', true, true, true],
    ['lab', 'pmo', false, false, false],
    ['pmo', 'director', false, false, false],
  ] as const)('%s above %s: solid %s, dotted %s, all %s', (upper, lower, ...expected) => {
    expect(EVERY_LINES.map((lines) => isAbove(office, upper, lower, { lines }))).toEqual(expected)
    expect(isAbove(office, upper, lower)).toBe(expected[0])
  })

  it.each(EVERY_LINES)('is never true of a role and itself, along %s lines', (lines) => {
    expect(isAbove(office, 'director', 'director', { lines })).toBe(false)
    for (const role of ['a', 'c', 'e', 'f', 'x', 'top'])
      expect(isAbove(tangle, role, role, { lines })).toBe(false)
  })

  it.each([
    ['a', 'b', true],
    ['b', 'a', true],
    ['c', 'e', true],
    ['b', 'e', true],
    ['e', 'c', false],
    ['d', 'h', false],
    ['h', 'd', false],
    ['x', 'y', true],
    ['y', 'x', true],
    ['x', 'a', false],
    ['f', 'g', true],
    ['g', 'f', false],
    ['top', 't', true],
    ['top', 'a', false],
    ['a', 't', false],
  ])('in a broken chart: %s above %s is %s', (upper, lower, expected) => {
    expect(isAbove(tangle, upper, lower)).toBe(expected)
    expect(isAbove(tangle, upper, lower, { lines: 'all' })).toBe(expected)
    expect(isAbove(tangle, upper, lower, { lines: 'dotted' })).toBe(false)
  })

  it('follows dotted lines around a cycle, and a solid line up from it', () => {
    const org = defineOrg({
      roles: {
        board: {},
        lead: { reportsTo: 'board' },
        expert: { dottedTo: ['coach'] },
        coach: { dottedTo: ['expert', 'lead'] },
        guest: {},
      },
    })
    expect(isAbove(org, 'expert', 'coach', { lines: 'dotted' })).toBe(true)
    expect(isAbove(org, 'coach', 'expert', { lines: 'dotted' })).toBe(true)
    expect(isAbove(org, 'expert', 'expert', { lines: 'dotted' })).toBe(false)
    expect(isAbove(org, 'board', 'expert', { lines: 'all' })).toBe(true)
    expect(isAbove(org, 'board', 'expert', { lines: 'dotted' })).toBe(false)
    expect(isAbove(org, 'guest', 'expert', { lines: 'all' })).toBe(false)
  })

  it('accepts any text as an id', () => {
    expect(isAbove(hostileOrg, '__proto__', '007')).toBe(true)
    expect(isAbove(hostileOrg, '7', '007')).toBe(false)
    expect(isAbove(hostileOrg, '7', '007', { lines: 'all' })).toBe(true)
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => isAbove(office, 'analist', 'ceo')).toThrow("did you mean 'analyst'")
    // @ts-expect-error no role is called analist
    expect(() => isAbove(office, 'ceo', 'analist')).toThrow("did you mean 'analyst'")
  })

  describe('as the upper one', () => {
    itRefusesBadInput((org, role) => isAbove(org, role, 'ceo'))
  })
  describe('as the lower one', () => {
    itRefusesBadInput((org, role) => isAbove(org, 'ceo', role))
  })
  itRefusesBadOptions((options) => isAbove(office, 'ceo', 'analyst', options))
})

describe('isAbove, from the first question on', () => {
  it.each([1, 2, 3, 4])('agrees with walking up on all charts of %i roles, cycles too', (count) => {
    const astray: string[] = []
    for (const manager of allFunctionalGraphs(count)) {
      const records = Array.from(manager, (upper, role) => ({
        id: `r${String(role)}`,
        upper: `r${String(upper)}`,
      }))
      const org = orgFromRecords(records, {
        id: 'id',
        manager: ({ upper }) => (upper === 'r-1' ? null : upper),
        onIssue: 'collect',
      })
      // Asked again, when the hierarchy has been made.
      for (const round of [1, 2, 3]) {
        for (let upper = 0; upper < count; upper++) {
          for (let lower = 0; lower < count; lower++) {
            const seen = new Set([lower])
            let next = manager[lower]
            for (; next !== -1 && next !== upper && !seen.has(next); next = manager[next]) seen.add(next)
            const expected = upper !== lower && next === upper
            if (isAbove(org, `r${String(upper)}`, `r${String(lower)}`) !== expected) {
              astray.push(
                `${manager.join()}: ${String(upper)} above ${String(lower)}, round ${String(round)}`,
              )
            }
          }
        }
      }
    }
    expect(astray).toEqual([])
  })
})
