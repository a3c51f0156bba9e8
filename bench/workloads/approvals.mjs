import { eachRecordOf, idIn } from './chart-records.mjs'
import { seeded } from './seeded.mjs'

/** The day of all requests. */
export const DAY = '2026-03-10'
const UP_TO = [1_000, 10_000, 100_000, 1_000_000]

/** A chart with a holder in nine of ten roles, and a grade by layer from the top. */
export function staffedRecords(shape) {
  const layer = new Int32Array(shape.count)
  // Managers come first in the order of the chart.
  for (const role of shape.place) layer[role] = 1 + (layer[shape.manager[role]] ?? 0)
  return Array.from(eachRecordOf(shape), (record, role) => {
    return {
      ...record,
      holder: role % 10 === 3 ? null : `p${role}`,
      vacant: role % 10 === 3,
      grade: Math.max(0, 9 - layer[role]),
    }
  })
}

/** Limits by grade, unlimited at the top; every twentieth person is away with a delegate. */
export function policyOf(records) {
  const away = records.filter(({ holder }, at) => holder !== null && at % 20 === 0)
  return {
    limits: [{ grade: 8, upTo: null }, ...UP_TO.map((upTo, at) => ({ grade: 4 + at, upTo }))],
    rules: [{ by: 'chain' }],
    absences: away.map(({ holder }) => ({ person: holder, from: '2026-03-01', to: '2026-04-01' })),
    delegations: away.map(({ holder }, at) => ({
      person: holder,
      delegate: away[(at + 7) % away.length].holder.replace(/\d+$/, (digits) => String(Number(digits) + 1)),
      limit: 'theirs',
    })),
  }
}

/** Requests of any role for amounts of any size. Every id is a separate string, as it comes with a request. */
export function requestsOf(shape, count, seed) {
  const random = seeded(seed)
  const requests = Array.from({ length: count }, () => ({
    requester: { role: idIn(shape, Math.floor(random() * shape.count)) },
    amount: Math.floor(10 ** (2 + 4 * random())),
    date: DAY,
  }))
  return JSON.parse(JSON.stringify(requests))
}
