import fc from 'fast-check'
import { changeOrg, changesBetween, historyIssuesOf, managerAt, managerOf, orgAt, rolesOf } from 'rolegraph'
import { toEqualOrg } from 'rolegraph/testing'
import { anyHistory, type GeneratedHistory } from 'rolegraph/testing/fast-check'
import { describe, expect, it } from 'vitest'

const ALL = { assignments: 'all' } as const

function shrunk(holds: (value: GeneratedHistory) => boolean): string {
  const { counterexample } = fc.check(fc.property(anyHistory(), holds), { seed: 5, numRuns: 300 })
  return counterexample === null ? '' : fc.stringify(counterexample[0])
}

describe('anyHistory', () => {
  it('makes sound histories, of which each date has what the changes so far make', () => {
    const sizes = new Set<number>()
    fc.assert(
      fc.property(anyHistory(), ({ org, entries, history }) => {
        expect(historyIssuesOf(history)).toEqual([])
        expect(changesBetween(history, '2023-12-31', '2099-01-01')).toEqual(entries)
        sizes.add(entries.length)
        let now = org
        for (const { on, changes } of entries) {
          now = changeOrg(now, changes).org
          expect(toEqualOrg(orgAt(history, on, ALL), now).pass).toBe(true)
          for (const id of rolesOf(now)) expect(managerAt(history, id, on)).toBe(managerOf(now, id))
        }
      }),
      { seed: 1, numRuns: 300 },
    )
    expect([...sizes].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('shrinks to one role and one change on the first of January', () => {
    expect(shrunk(({ entries }) => entries.length === 0)).toMatch(/^\na\n\n2024-01-01: [^\n]+\n$/)
  })

  it.each([[{ maxChange: 3 }], [{ maxChanges: -1 }], [{ kinds: 'add-role' }], [7]])(
    'refuses the options %j',
    (options) => {
      expect(() => anyHistory(options as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    },
  )
})
