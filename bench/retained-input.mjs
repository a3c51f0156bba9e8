/**
 * Whether an org keeps its input alive, in its own process:
 * node --expose-gc bench/retained-input.mjs <name of the loader> <roles>
 *
 * Prints the bytes per role of the input, of the input and the org, and of the org when the input is garbage; and whether the
 * input was then collected. The ids are long enough for the JavaScript engine to store a substring as a reference into the
 * whole text: an org with such ids would keep all of it alive.
 */
import { setImmediate } from 'node:timers/promises'
import { LOADERS } from './loaders.mjs'
import { usedBytes } from './used-bytes.mjs'
import { treeShape } from './workloads/chart-shapes.mjs'

const [name, count] = process.argv.slice(2)
const { inputOf, load, question } = LOADERS.find((loader) => loader.name === name)

// First on a small chart, so that compiled code is not counted.
const small = treeShape(1_000)
question(load(inputOf(small)), small)

const shape = treeShape(Number(count))
const before = usedBytes()
let input = inputOf(shape)
const withInput = usedBytes()
const org = load(input)
question(org, shape)
const withBoth = usedBytes()
// A string cannot be observed by a WeakRef, so only the bytes show whether it stays.
const seen = typeof input === 'object' ? new WeakRef(input.buffer ?? input) : undefined
input = undefined
// The target of a new WeakRef stays alive until the end of the current turn of the event loop.
await setImmediate()
const withOrg = usedBytes()
const inputIsGone = seen === undefined ? undefined : seen.deref() === undefined
// Asked once more, so that the org is alive up to here.
question(org, shape)

const [onlyInput, both, onlyOrg] = [withInput, withBoth, withOrg].map(
  (bytes) => (bytes - before) / shape.count,
)
console.log(JSON.stringify({ onlyInput, both, onlyOrg, inputIsGone }))
