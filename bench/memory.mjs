/**
 * The memory that one contender retains for a tree, in its own process:
 * node --expose-gc bench/memory.mjs <name of the contender> <roles>
 */
import { usedBytes } from './used-bytes.mjs'
import { idIn, recordsOf } from './workloads/chart-records.mjs'
import { treeShape } from './workloads/chart-shapes.mjs'
import { WORKLOADS } from './workloads.mjs'

const [name, count] = process.argv.slice(2)
const contender = WORKLOADS.tree.contenders.find((each) => each.name === name)
const shape = treeShape(Number(count))

// First on a small chart, so that compiled code is not counted.
askAll(contender.build(recordsOf(treeShape(1_000))), treeShape(1_000))

const before = usedBytes()
const model = modelOfGarbage()
const built = usedBytes()
askAll(model, shape)
const asked = usedBytes()
console.log(JSON.stringify({ built: (built - before) / shape.count, asked: (asked - before) / shape.count }))

/** A separate frame, so that the records are garbage when it returns; any of their strings that stay belong to the model. */
function modelOfGarbage() {
  return contender.build(recordsOf(shape))
}

/** Asks a question of every kind, so that indexes built at the first question are counted. */
function askAll(of, chart) {
  const top = idIn(chart, chart.manager.indexOf(-1))
  contender.isAbove(of, top, top)
  contender.managementChainOf(of, top)
  contender.transitiveReportsOf(of, top)
  contender.organizationSizeOf(of, top)
  contender.lowestCommonManagerOf(of, top, top)
  contender.rollUp(of)
  contender.shape(of)
}
