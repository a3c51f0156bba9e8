import { seeded } from './seeded.mjs'

const SEED = 20260101
const NONE = -1

/**
 * The shape of a chart: `manager` by the place of a role in the records, and its `number` and `cost`. Numbers and places
 * are shuffled, as in an export that is not sorted by the chart; `place` maps the order of the chart,
 * managers first, to the records.
 */
function shapeOf(managerInChart, random) {
  const count = managerInChart.length
  const place = shuffled(count, random)
  const number = shuffled(count, random)
  const manager = new Int32Array(count).fill(NONE)
  for (let role = 1; role < count; role++) manager[place[role]] = place[managerInChart[role]]
  const cost = Int32Array.from({ length: count }, () => 20_000 + Math.floor(random() * 100_000))
  return { count, manager, number, cost, place }
}

/** A tree under one top, with spans from 1 to 13, 7 on average. */
export function treeShape(count) {
  const random = seeded(SEED)
  const manager = new Int32Array(count).fill(NONE)
  for (let upper = 0, next = 1; next < count; upper++) {
    const span = 1 + Math.floor(random() * 13)
    for (const end = Math.min(count, next + span); next < end; next++) manager[next] = upper
  }
  return shapeOf(manager, random)
}

/** Each role reports to the previous one: the deepest chart possible. */
export function chainShape(count) {
  return shapeOf(
    Int32Array.from({ length: count }, (_, role) => role - 1),
    seeded(SEED),
  )
}

/** Every role reports to the top: the widest chart possible. */
export function starShape(count) {
  return shapeOf(
    Int32Array.from({ length: count }, (_, role) => (role === 0 ? NONE : 0)),
    seeded(SEED),
  )
}

/** The tree, with a dotted line from every fifth role to any role before it in the chart, so without cycles. */
export function matrixShape(count) {
  const shape = treeShape(count)
  const random = seeded(SEED + 1)
  const dotted = new Int32Array(count).fill(NONE)
  for (let role = 2; role < count; role++) {
    const other = shape.place[Math.floor(random() * role)]
    if (random() < 0.2 && other !== shape.manager[shape.place[role]]) dotted[shape.place[role]] = other
  }
  return { ...shape, dotted }
}

/**
 * A column of diamonds: the left and right roles of each report to its upper end, and the lower end to the left, with a
 * dotted line to the right. 2^diamonds paths lead up, over three roles per diamond. The top also has a report with a
 * report, in the last two places of the chart, which are not on the ladder.
 */
export function ladderShape(diamonds) {
  const count = 3 * diamonds + 3
  const manager = new Int32Array(count).fill(NONE)
  for (let role = 1; role < count - 2; role++) manager[role] = role % 3 === 1 ? role - 1 : role - 2
  manager[count - 2] = 0
  manager[count - 1] = count - 2
  const shape = shapeOf(manager, seeded(SEED))
  const dotted = new Int32Array(count).fill(NONE)
  for (let lower = 3; lower < count - 2; lower += 3) dotted[shape.place[lower]] = shape.place[lower - 1]
  return { ...shape, dotted }
}

function shuffled(count, random) {
  const list = Int32Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = list[last]
    list[last] = list[other]
    list[other] = kept
  }
  return list
}
