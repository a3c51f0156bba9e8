import fc from 'fast-check'
import { chartRecord, type ChartRecord } from './chart-record.js'

/** Ids that have broken other libraries, among ordinary ones. */
const strangeIds = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '7',
  '007',
  'Z\u00fcrich',
  'Zu\u0308rich',
)

const manyIds = fc.uniqueArray(
  fc.oneof(
    strangeIds,
    fc.string({ maxLength: 4 }),
    fc.nat(99).map((id) => `role-${id}`),
  ),
  { minLength: 1, maxLength: 16 },
)

const grades = fc.option(fc.integer({ min: 1, max: 4 }))

/** Dotted managers: none for most roles, as on real charts; dotted cycles are legal and occur here. */
function dottedTo(id: string, ids: readonly string[]): fc.Arbitrary<string[]> {
  const others = ids.filter((other) => other !== id)
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.shuffledSubarray(others, { maxLength: Math.min(3, others.length) }) },
  )
}

function chartsWith(
  managerOf: (role: number, ids: readonly string[]) => fc.Arbitrary<string | null>,
): fc.Arbitrary<ChartRecord[]> {
  return manyIds
    .chain((ids) => {
      const records = ids.map((id, role) => {
        return fc
          .record({ manager: managerOf(role, ids), dotted: dottedTo(id, ids), grade: grades })
          .map((parts) => chartRecord(id, parts))
      })
      return fc.tuple(...records)
    })
    .chain((records) => reorderings(records))
}

/** Sound charts: forests of solid lines, from chains to wide trees, with dotted lines, in any input order. */
export const forestCharts: fc.Arbitrary<ChartRecord[]> = chartsWith((role, ids) => {
  if (role === 0) return fc.constant(null)
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constant(ids[role - 1]) },
    { weight: 4, arbitrary: fc.constantFrom(...ids.slice(0, role)) },
  )
})

/** Charts with solid lines between any two roles: cycles, and roles that report to themselves. */
export const tangledCharts: fc.Arbitrary<ChartRecord[]> = chartsWith((_role, ids) => {
  return fc.option(fc.constantFrom(...ids), { freq: 6 })
})

/** The same records in another order. */
export function reorderings(records: readonly ChartRecord[]): fc.Arbitrary<ChartRecord[]> {
  return fc.shuffledSubarray([...records], { minLength: records.length, maxLength: records.length })
}
