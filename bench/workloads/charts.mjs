import { chartWorks, checkOrgWork, isAboveOf, managementChainOf, organizationSizeOf } from './chart-works.mjs'
import { idIn, recordsOf } from './chart-records.mjs'
import { chainShape, starShape, treeShape } from './chart-shapes.mjs'
import { seeded } from './seeded.mjs'

/**
 * A workload has the input (`makeInput`), the first question after the build, and the works. `builds` is how many models are
 * built in one turn, so that small ones can be timed.
 */
function chartOf(shape, works) {
  const top = idIn(shape, shape.place[0])
  const lowest = idIn(shape, shape.place[shape.count - 1])
  return {
    builds: Math.max(1, Math.round(20_000 / shape.count)),
    makeInput: () => recordsOf(shape),
    firstQuestion: ({ isAbove }, model) => isAbove(model, top, lowest),
    works,
  }
}

export function treeChart(count) {
  const shape = treeShape(count)
  return chartOf(shape, chartWorks(shape))
}

/** A walk up a chain can be as long as the chart, so there are few questions. */
export function chainChart(count) {
  const shape = chainShape(count)
  const at = (part) => idIn(shape, shape.place[Math.floor(part * (count - 1))])
  const pairs = [
    [at(0.25), at(0.75)],
    [at(0.75), at(0.25)],
    [at(0), at(1)],
  ]
  const shallow = Array.from({ length: 10 }, (_, layer) => idIn(shape, shape.place[layer + 1]))
  return chartOf(shape, [
    isAboveOf('isAbove, half of the chart apart', pairs),
    managementChainOf('managementChainOf a role in layers 2 to 11', shallow),
    organizationSizeOf('organizationSizeOf the middle', [at(0.5)]),
    checkOrgWork,
  ])
}

export function starChart(count) {
  const shape = starShape(count)
  const random = seeded(7)
  const anyId = () => idIn(shape, shape.place[1 + Math.floor(random() * (count - 1))])
  const top = idIn(shape, shape.place[0])
  const pairs = Array.from({ length: 200 }, (_, at) => [at % 2 === 0 ? top : anyId(), anyId()])
  const lowers = pairs.map(([, lower]) => lower)
  return chartOf(shape, [
    isAboveOf('isAbove, every second pair with the top', pairs),
    managementChainOf('managementChainOf', lowers),
    organizationSizeOf('organizationSizeOf the top', [top]),
    checkOrgWork,
  ])
}
