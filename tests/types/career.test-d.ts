import {
  type CareerGap,
  careerGap,
  type CareerPath,
  careerPath,
  careerPaths,
  deadEndsOf,
  defineOrg,
  entryRolesOf,
  feedersOf,
  isLattice,
  type Ladder,
  ladderOf,
  type Move,
  nextStepsOf,
  type Org,
  reachableFrom,
} from 'rolegraph'
import { describe, expectTypeOf, test } from 'vitest'

const org = defineOrg({
  units: { pmo: { head: 'director' } },
  roles: {
    director: { family: 'pmo' },
    analyst: { family: 'pmo', progressesTo: [{ to: 'director', years: [2, 4], conditions: ['led a team'] }] },
  },
})
type Role = 'director' | 'analyst'
declare const imported: Org

describe('career queries', () => {
  test('return the ids of the org', () => {
    expectTypeOf(careerPath(org, 'analyst', 'director')).toEqualTypeOf<CareerPath<Role> | undefined>()
    expectTypeOf(careerPath(imported, 'any', 'other')).toEqualTypeOf<CareerPath | undefined>()
    expectTypeOf<CareerPath<Role>['roles']>().toEqualTypeOf<readonly Role[]>()
    expectTypeOf<CareerPath<Role>['years']>().toEqualTypeOf<readonly [number, number] | undefined>()
    expectTypeOf(careerPaths(org, 'analyst', 'director')).toEqualTypeOf<
      Generator<CareerPath<Role>, void, undefined>
    >()
    expectTypeOf(careerGap(org, 'analyst', 'director')).toEqualTypeOf<CareerGap<Role> | undefined>()
    expectTypeOf<CareerGap<Role>['skills'][number]['role']>().toEqualTypeOf<Role>()
    expectTypeOf(nextStepsOf(org, 'analyst')).toEqualTypeOf<Move<Role>[]>()
    expectTypeOf(feedersOf(org, 'director')).toEqualTypeOf<Move<Role>[]>()
    expectTypeOf(reachableFrom(org, 'analyst')).toEqualTypeOf<Role[]>()
    expectTypeOf(deadEndsOf(org)).toEqualTypeOf<Role[]>()
    expectTypeOf(entryRolesOf(org)).toEqualTypeOf<Role[]>()
    expectTypeOf(ladderOf(org, 'pmo')).toEqualTypeOf<Ladder<Role>>()
    expectTypeOf(isLattice(org)).toEqualTypeOf<boolean>()
  })

  test('reject a typo, and a unit, which has no career', () => {
    // @ts-expect-error a typo in the start
    careerPath(org, 'analist', 'director')
    // @ts-expect-error a typo in the goal
    careerPaths(org, 'analyst', 'direktor')
    // @ts-expect-error a unit is not a role
    careerGap(org, 'analyst', 'pmo')
    // @ts-expect-error a unit is not a role
    nextStepsOf(org, 'pmo')
    // @ts-expect-error a typo in the role
    reachableFrom(org, 'analist')
  })

  test('reject unknown options', () => {
    careerPath(org, 'analyst', 'director', { by: 'years', avoid: [], moves: ['lateral'], maxYears: 3 })
    // @ts-expect-error no such measure
    careerPath(org, 'analyst', 'director', { by: 'pay' })
    // @ts-expect-error no such role
    careerPath(org, 'analyst', 'director', { avoid: ['planner'] })
    // @ts-expect-error no such kind of move
    careerPath(org, 'analyst', 'director', { moves: ['promotion'] })
    // @ts-expect-error careerPath has no limit
    careerPath(org, 'analyst', 'director', { limit: 3 })
    careerPaths(org, 'analyst', 'director', { limit: 3, order: 'any', signal: new AbortController().signal })
  })

  test('return read-only moves', () => {
    const path = careerPath(org, 'analyst', 'director')
    // @ts-expect-error the moves are read-only
    if (path !== undefined) path.moves[0].to = 'analyst'
  })
})
