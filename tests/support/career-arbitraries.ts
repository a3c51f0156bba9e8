import fc from 'fast-check'
import type { MoveKind } from 'rolegraph'
import type { CareerRecord, MoveRecord } from './naive-careers.js'

const KINDS: readonly MoveKind[] = ['advancement', 'lateral', 'transition']
const STRANGE_IDS = ['__proto__', 'constructor', '', '7', '007', 'toString']

type Years = fc.Arbitrary<MoveRecord['years']>

/** Few different lengths, so that there are ties. */
const wholeYears: Years = fc.constantFrom([1, 2] as const, [1] as const, [2, 4] as const, [3, 3] as const)

/** Fractions whose sums are inexact, and missing years. */
const anyYears: Years = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom([0, 0] as const, [0.1, 0.5] as const, [0.2] as const, [1 / 7] as const),
  },
  { weight: 2, arbitrary: wholeYears },
)

/** Careers with any moves between some roles: cycles, parallel routes, ties. */
function careersOf(
  count: number,
  [least, most]: readonly [number, number],
  years: Years,
): fc.Arbitrary<CareerRecord[]> {
  const ids = Array.from({ length: count }, (_, role) => STRANGE_IDS.at(role) ?? `role-${role}`)
  const records = ids.map((id) => {
    const others = ids.filter((other) => other !== id)
    const moves = fc
      .shuffledSubarray(others, {
        minLength: Math.min(least, others.length),
        maxLength: Math.min(most, others.length),
      })
      .chain((targets) => fc.tuple(...targets.map((to) => moveTo(to, years))))
    return fc.record({ id: fc.constant(id), family: fc.option(fc.constantFrom('a', 'b')), moves })
  })
  return fc.tuple(...records)
}

function moveTo(to: string, someYears: Years): fc.Arbitrary<MoveRecord> {
  return fc
    .record({ kind: fc.constantFrom(...KINDS), years: someYears })
    .map(({ kind, years }) => (years === undefined ? { to, kind } : { to, kind, years }))
}

/** Small careers from sparse to complete, and longer sparse ones. */
export const careers: fc.Arbitrary<CareerRecord[]> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom([0, 5] as const, [2, 4] as const, [3, 5] as const))
    .chain(([count, moves]) => careersOf(count, moves, anyYears)),
  fc.integer({ min: 7, max: 12 }).chain((count) => careersOf(count, [1, 2], anyYears)),
)

/** Careers with more paths than can be listed; every move takes a year or more. */
export const largeCareers: fc.Arbitrary<CareerRecord[]> = fc
  .integer({ min: 30, max: 60 })
  .chain((count) => careersOf(count, [2, 3], wholeYears))
