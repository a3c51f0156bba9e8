import { defineOrg, feedersOf, isOrgError, nextStepsOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    director: {},
    manager: { progressesTo: ['director', { to: 'coordinator', kind: 'lateral', note: 'back' }] },
    coordinator: {
      progressesTo: [{ to: 'manager', years: [4], conditions: ['an opening'], sources: ['KY'] }],
    },
    constructor: { progressesTo: 'manager' },
    alone: {},
  },
  units: { pmo: { head: 'manager' } },
})

describe('nextStepsOf', () => {
  it('returns the moves out of a role, whole and in input order', () => {
    expect(nextStepsOf(org, 'manager')).toEqual([
      { from: 'manager', to: 'director', kind: 'advancement', conditions: [] },
      { from: 'manager', to: 'coordinator', kind: 'lateral', conditions: [], note: 'back' },
    ])
    expect(nextStepsOf(org, 'coordinator')).toEqual([
      {
        from: 'coordinator',
        to: 'manager',
        kind: 'advancement',
        years: [4, Infinity],
        conditions: ['an opening'],
        sources: ['KY'],
      },
    ])
    expect(nextStepsOf(org, 'director')).toEqual([])
  })
})

describe('feedersOf', () => {
  it('returns the moves into a role, in the order of the roles that they leave', () => {
    expect(feedersOf(org, 'manager').map((move) => move.from)).toEqual(['coordinator', 'constructor'])
    expect(feedersOf(org, 'manager')[0]).toEqual(nextStepsOf(org, 'coordinator')[0])
    expect(feedersOf(org, 'coordinator')).toEqual([nextStepsOf(org, 'manager')[1]])
    expect(feedersOf(org, 'alone')).toEqual([])
  })
})

it.each([
  ['nextStepsOf', nextStepsOf],
  ['feedersOf', feedersOf],
])(
  '%s refuses a unit and an unknown role, and returns an empty list where there are no moves',
  (_, query) => {
    for (const id of ['pmo', 'nobody']) {
      let caught: unknown
      try {
        query<string, string>(org, id)
      } catch (error) {
        caught = error
      }
      expect(isOrgError(caught, 'UNKNOWN_ROLE')).toBe(true)
    }
    expect(query(defineOrg({ roles: { a: {} } }), 'a')).toEqual([])
  },
)
