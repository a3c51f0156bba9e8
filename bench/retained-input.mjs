/**
 * Whether an org holds on to what it was read from, in a process of its own:
 * node --expose-gc bench/retained-input.mjs <name of the loader> <roles>
 *
 * Prints the bytes a role of the input, of the input and the org, and of the org when the input is garbage; and whether the
 * input was collected then. The ids are long enough for the engine to keep a piece of a text by its place in the whole
 * text: an org with such ids would keep all of it.
 */
import { setImmediate } from 'node:timers/promises'
import { LOADERS } from './loaders.mjs'
import { usedBytes } from './used-bytes.mjs'
import { treeShape } from './workloads/chart-shapes.mjs'

const [name, count] = process.argv.slice(2)
const { inputOf, load, question } = LOADERS.find((loader) => loader.name === name)

// Once in small, so that compiled code is not counted.
const small = treeShape(1_000)
question(load(inputOf(small)), small)

const shape = treeShape(Number(count))
const before = usedBytes()
let input = inputOf(shape)
const withInput = usedBytes()
const org = load(input)
question(org, shape)
const withBoth = usedBytes()
// A text is no object, so that only the bytes tell of it.
const seen = typeof input === 'object' ? new WeakRef(input.buffer ?? input) : undefined
input = undefined
// Until the end of a turn of the loop, what a WeakRef was made for stays alive.
await setImmediate()
const withOrg = usedBytes()
const inputIsGone = seen === undefined ? undefined : seen.deref() === undefined
// Asked once more, so that the org is alive up to here.
question(org, shape)

const [onlyInput, both, onlyOrg] = [withInput, withBoth, withOrg].map(
  (bytes) => (bytes - before) / shape.count,
)
console.log(JSON.stringify({ onlyInput, both, onlyOrg, inputIsGone }))
