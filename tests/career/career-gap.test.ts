import { careerGap, defineOrg } from 'rolegraph'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    coordinator: {
      skills: ['administration', 'planning'],
      certifications: ['CAPM'],
      progressesTo: [
        { to: 'analyst', years: [1, 3] },
        { to: 'manager', years: [6], conditions: ['an opening'] },
      ],
    },
    analyst: {
      minYears: 2,
      skills: ['planning', 'risk'],
      certifications: ['P3O', 'CAPM'],
      progressesTo: { to: 'manager', years: [2, 4], conditions: ['led services', 'a reference'] },
    },
    manager: {
      minYears: 5,
      skills: ['risk', 'leadership'],
      certifications: ['PMP', 'P3O'],
      progressesTo: 'director',
    },
    director: { minYears: 4 },
    sponsor: {},
  },
})

describe('careerGap', () => {
  it('lists what the quickest path asks for, each with the first role that does', () => {
    expect(careerGap(org, 'coordinator', 'director', { by: 'years' })).toMatchObject({
      path: { roles: ['coordinator', 'analyst', 'manager', 'director'], yearsUnknown: 1 },
      years: [3, 7],
      minYears: 5,
      certifications: [
        { name: 'P3O', role: 'analyst' },
        { name: 'PMP', role: 'manager' },
      ],
      skills: [
        { name: 'risk', role: 'analyst' },
        { name: 'leadership', role: 'manager' },
      ],
      conditions: [
        { condition: 'led services', move: { from: 'analyst', to: 'manager' } },
        { condition: 'a reference', move: { from: 'analyst', to: 'manager' } },
      ],
    })
  })

  it('follows the options: the path of fewest steps asks for other things', () => {
    expect(careerGap(org, 'coordinator', 'manager')).toMatchObject({
      path: { roles: ['coordinator', 'manager'] },
      years: [6, Infinity],
      minYears: 5,
      skills: [
        { name: 'risk', role: 'manager' },
        { name: 'leadership', role: 'manager' },
      ],
      conditions: [{ condition: 'an opening' }],
    })
    expect(careerGap(org, 'coordinator', 'manager', { maxYears: 5 })?.path.roles).toEqual([
      'coordinator',
      'analyst',
      'manager',
    ])
  })

  it.each<[start: number | undefined, asked: (number | undefined)[], minYears: number | undefined]>([
    [6, [5, 4], undefined],
    [5, [5, undefined], undefined],
    [5, [5.5, 4], 5.5],
    [undefined, [undefined, undefined], undefined],
    [undefined, [0, undefined], 0],
    [0, [0, 0], undefined],
    [2, [undefined, 3], 3],
  ])(
    'counts minYears from a start of %j where the path asks for %j: %j',
    (start, [first, second], minYears) => {
      const chart = defineOrg({
        roles: {
          start: { progressesTo: 'first', ...(start !== undefined && { minYears: start }) },
          first: { progressesTo: 'second', ...(first !== undefined && { minYears: first }) },
          second: { ...(second !== undefined && { minYears: second }) },
        },
      })
      expect(careerGap(chart, 'start', 'second')?.minYears).toBe(minYears)
    },
  )

  it('lists a condition that several moves have once, with the first of them', () => {
    const chart = defineOrg({
      roles: {
        a: { progressesTo: { to: 'b', conditions: ['an opening', 'a reference'] } },
        b: { progressesTo: { to: 'c', conditions: ['led a team', 'an opening'] } },
        c: { progressesTo: { to: 'd', conditions: ['an opening', 'An opening'] } },
        d: {},
      },
    })
    const conditions = careerGap(chart, 'a', 'd')?.conditions.map(({ condition, move }) => [
      condition,
      move.from,
    ])
    expect(conditions).toEqual([
      ['an opening', 'a'],
      ['a reference', 'a'],
      ['led a team', 'b'],
      ['An opening', 'c'],
    ])
  })

  it('is empty from a role to itself, and undefined where there is no path', () => {
    expect(careerGap(org, 'manager', 'manager')).toEqual({
      path: { roles: ['manager'], moves: [], years: [0, 0], yearsUnknown: 0 },
      years: [0, 0],
      minYears: undefined,
      certifications: [],
      skills: [],
      conditions: [],
    })
    expect(careerGap(org, 'manager', 'sponsor')).toBeUndefined()
  })
})
