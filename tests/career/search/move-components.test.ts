import { orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { moveComponents } from '../../../src/career/search/move-components.js'
import { stateOf } from '../../../src/engine/org-state.js'

/** The components of a chart whose role `n` has moves to the roles in `targets[n]`. */
function componentsOf(targets: readonly (readonly number[])[]): number[] {
  const records = targets.map((to, role) => ({ id: String(role), moves: to.map(String) }))
  return [...moveComponents(stateOf(orgFromRecords(records, { id: 'id', moves: 'moves' })))]
}

/** Which roles reach which, by trying every role in between (Warshall). A role reaches itself. */
function reachOf(targets: readonly (readonly number[])[]): boolean[][] {
  const roles = targets.map((_, role) => role)
  const reaches = roles.map((from) => roles.map((to) => from === to || targets[from].includes(to)))
  for (const between of roles)
    for (const from of roles)
      for (const to of roles) reaches[from][to] ||= reaches[from][between] && reaches[between][to]
  return reaches
}

/** Every set of moves between that many roles, without moves from a role to itself. */
function* allMoves(count: number): Generator<number[][]> {
  const pairs = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count])
  const moves = pairs.filter(([from, to]) => from !== to)
  for (let chosen = 0; chosen < 2 ** moves.length; chosen++) {
    const targets = Array.from({ length: count }, (): number[] => [])
    for (const [at, [from, to]] of moves.entries()) if (((chosen >> at) & 1) === 1) targets[from].push(to)
    yield targets
  }
}

describe('moveComponents', () => {
  it.each([1, 2, 3, 4])('tells which roles reach which in all charts of %i roles', (count) => {
    for (const targets of allMoves(count)) {
      const component = componentsOf(targets)
      const reaches = reachOf(targets)
      for (let from = 0; from < count; from++) {
        for (let to = 0; to < count; to++) {
          const isMutual = reaches[from][to] && reaches[to][from]
          const holds =
            (component[from] === component[to]) === isMutual &&
            (!reaches[from][to] || component[from] >= component[to])
          if (!holds) expect.fail(`${JSON.stringify(targets)} has the components ${component.join(', ')}`)
        }
      }
    }
  })

  it('numbers a ladder from its upper end', () => {
    // 0 → 1 → 2 and back to 1, and 2 → 3; 4 is alone.
    expect(componentsOf([[1], [2], [1, 3], [], []])).toEqual([2, 1, 1, 0, 3])
  })

  it('walks a ladder and a cycle of 200,000 roles without recursion', () => {
    const count = 200_000
    const ladder = Array.from({ length: count }, (_, role) => (role + 1 < count ? [role + 1] : []))
    const ofLadder = componentsOf(ladder)
    expect([ofLadder[0], ofLadder[count - 1]]).toEqual([count - 1, 0])
    expect(new Set(componentsOf([...ladder.slice(0, -1), [0]])).size).toBe(1)
  })
})
