/**
 * The memory that one contender retains for a tree, in its own process; that of an org also where it is read from bytes:
 * node --expose-gc bench/memory.mjs <name of the contender> <roles>
 */
import { TextEncoder } from 'node:util'
import { parseCsv } from 'rolegraph/import'
import { usedBytes } from './used-bytes.mjs'
import { idIn, recordsOf } from './workloads/chart-records.mjs'
import { treeShape } from './workloads/chart-shapes.mjs'
import { OURS_FROM_BYTES } from './goals.mjs'
import { WORKLOADS } from './workloads.mjs'

const [name, count] = process.argv.slice(2)
const isFromBytes = name === OURS_FROM_BYTES
const contender = WORKLOADS.tree.contenders.find((each) => each.name === (isFromBytes ? 'rolegraph' : name))
const shape = treeShape(Number(count))

// First on a small chart, so that compiled code is not counted.
askAll(modelOf(treeShape(1_000)), treeShape(1_000))

const before = usedBytes()
const model = modelOf(shape)
const built = usedBytes()
askAll(model, shape)
const asked = usedBytes()
console.log(JSON.stringify({ built: (built - before) / shape.count, asked: (asked - before) / shape.count }))

/** A separate frame, so that the input is garbage when it returns; any of its strings that stay belong to the model. */
function modelOf(chart) {
  if (!isFromBytes) return contender.build(recordsOf(chart))
  const rows = recordsOf(chart).map(
    ({ id, manager, title, cost }) => `${id},${manager ?? ''},${title},${cost}\n`,
  )
  const bytes = new TextEncoder().encode(`id,manager,title,cost\n${rows.join('')}`)
  return parseCsv(bytes, { columns: { cost: 'cost' } })
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
