import type { FuzzFormat, FuzzInput } from './fuzz-format.js'
import { bytesOf } from './mutate-bytes.js'
import { randomOptions, withMistake } from './random-options.js'
import { Random } from './random.js'

/** The input with a number: the same for the same seed, whatever came before. */
export function inputAt(format: FuzzFormat, seed: number, index: number): FuzzInput {
  const random = new Random(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  const { text, options: own = {} } = format.text(random)
  const options = { ...randomOptions(format.options, random), ...own }
  return {
    source: random.oneIn(4) ? bytesOf(text, random) : text,
    options: random.oneIn(40) ? withMistake(options, format.options, random) : options,
  }
}
