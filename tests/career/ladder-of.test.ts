import fc from 'fast-check'
import { defineOrg, isOrgError, ladderOf, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'

describe('ladderOf', () => {
  const org = defineOrg({
    roles: {
      director: { family: 'pmo' },
      manager: { family: 'pmo', progressesTo: ['director', 'chief'] },
      analyst: { family: 'pmo', progressesTo: ['manager', { to: 'planner', kind: 'lateral' }] },
      planner: { family: 'pmo', progressesTo: { to: 'analyst', kind: 'lateral' } },
      coordinator: { family: 'pmo', progressesTo: ['analyst', 'manager', 'outsider'] },
      chief: { family: 'executive' },
      outsider: {},
    },
  })

  it('places a role one rung above the highest one that advances to it', () => {
    expect(ladderOf(org, 'pmo').rungs).toEqual([
      ['planner', 'coordinator'],
      ['analyst'],
      ['manager'],
      ['director'],
    ])
  })

  it('lists the moves of every kind within the family', () => {
    const { family, moves } = ladderOf(org, 'pmo')
    expect(family).toBe('pmo')
    expect(moves.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ['manager', 'director', 'advancement'],
      ['analyst', 'manager', 'advancement'],
      ['analyst', 'planner', 'lateral'],
      ['planner', 'analyst', 'lateral'],
      ['coordinator', 'analyst', 'advancement'],
      ['coordinator', 'manager', 'advancement'],
    ])
  })

  it('has one rung where there are no moves', () => {
    expect(ladderOf(org, 'executive')).toEqual({ family: 'executive', rungs: [['chief']], moves: [] })
  })

  it('places roles that advance in a cycle on one rung', () => {
    const cycle = defineOrg({
      roles: {
        top: { family: 'f' },
        a: { family: 'f', progressesTo: 'b' },
        b: { family: 'f', progressesTo: ['a', 'top'] },
        low: { family: 'f', progressesTo: 'a' },
      },
    })
    expect(ladderOf(cycle, 'f').rungs).toEqual([['low'], ['a', 'b'], ['top']])
  })

  it('names the nearest family for an unknown one', () => {
    let caught: unknown
    try {
      ladderOf(org, 'executives')
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'UNKNOWN_FAMILY') && caught.details).toEqual({
      family: 'executives',
      nearest: 'executive',
    })
  })

  it('numbers the rungs of a random family by the longest path', () => {
    const charts = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
    fc.assert(
      fc.property(charts, (pairs) => {
        // Only from lower to higher numbers, so that there is no cycle and the longest path is easy to find.
        const edges = pairs.filter(([from, to]) => from < to)
        const rung = Array<number>(8).fill(0)
        for (let to = 0; to < 8; to++) {
          for (const [from, end] of edges) if (end === to) rung[to] = Math.max(rung[to], rung[from] + 1)
        }
        const records = rung.map((_, role) => ({
          id: String(role),
          moves: [...new Set(edges.filter(([from]) => from === role).map(([, to]) => String(to)))],
        }))
        const chart = orgFromRecords(records, { id: 'id', moves: 'moves', family: () => 'f' })
        const { rungs } = ladderOf(chart, 'f')
        expect(rung.map((_, role) => rungs.findIndex((roles) => roles.includes(String(role))))).toEqual(rung)
      }),
    )
  })
})
