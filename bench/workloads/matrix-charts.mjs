import { idIn, matrixRecordsOf } from './chart-records.mjs'
import { ladderShape, matrixShape } from './chart-shapes.mjs'
import { checkOrgWork } from './chart-works.mjs'
import { howOften } from './how-often.mjs'
import { seeded } from './seeded.mjs'

const ASKED = 5_000

function matrixOf(shape, works) {
  const top = idIn(shape, shape.place[0])
  const lowest = idIn(shape, shape.place[shape.count - 1])
  return {
    builds: Math.max(1, Math.round(20_000 / shape.count)),
    makeInput: () => matrixRecordsOf(shape),
    firstQuestion: (contender, model) => (contender.isAbove ?? contender.wouldMakeCycle)(model, top, lowest),
    works,
  }
}

/** A tree in which every fifth role has a dotted line. */
export function matrixChart(count) {
  const shape = matrixShape(count)
  const random = seeded(7)
  const anyRole = () => Math.floor(random() * count)
  const pairs = Array.from({ length: ASKED }, (_, asked) => {
    const lower = anyRole()
    // Every second pair is on one chain or under one dotted line, so that both answers are common.
    const upper = asked % 2 === 0 ? anyRole() : upperOf(shape, lower, random)
    return [idIn(shape, upper), idIn(shape, lower)]
  })
  const isManager = new Uint8Array(count)
  for (const manager of shape.manager) if (manager !== -1) isManager[manager] = 1
  const managers = Array.from(isManager.keys()).filter((role) => isManager[role] === 1)
  const lines = Array.from({ length: ASKED }, () => {
    // A role without reports is above no one, so a line from it cannot make a cycle.
    const report = managers[Math.floor(random() * managers.length)]
    for (;;) {
      const manager = anyRole()
      if (manager !== report) return [idIn(shape, report), idIn(shape, manager)]
    }
  })
  return matrixOf(shape, [
    howOften('matrix isAbove', "isAbove, lines 'all'", 'isAbove', pairs),
    howOften('would make a cycle', 'would this line make a cycle?', 'wouldMakeCycle', lines),
    checkOrgWork,
  ])
}

/** A role some steps above another, along any lines; here the top is above itself. */
function upperOf(shape, lower, random) {
  let upper = lower
  for (let steps = 1 + Math.floor(random() * 4); steps > 0; steps--) {
    const other = shape.dotted[upper] !== -1 && random() < 0.5 ? shape.dotted[upper] : shape.manager[upper]
    if (other !== -1) upper = other
  }
  return upper
}

/** Questions that search the whole ladder, from its lowest role up; the first finds nothing there. */
export function ladderChart(diamonds) {
  const shape = ladderShape(diamonds)
  const role = (at) => idIn(shape, shape.place[at])
  const lowest = role(3 * diamonds)
  const [aside, right, top] = [role(shape.count - 2), role(2), role(0)]
  return matrixOf(shape, [
    howOften('would make a cycle', 'would this line make a cycle?', 'wouldMakeCycle', [
      [aside, lowest],
      [right, lowest],
      [top, lowest],
    ]),
  ])
}
