import { type JsonTree, jsonText } from './json-tree.js'
import { mutatedText } from './mutate-text.js'
import { mutatedTree } from './mutate-tree.js'
import type { Random } from './random.js'

/** A tree that is mutated as one, as text, or as both. */
export function mutatedJson(trees: readonly JsonTree[], random: Random): string {
  const gap = random.oneIn(2) ? '' : '\n'
  const kind = random.below(3)
  const tree = random.pick(trees)
  const text = jsonText(kind === 0 ? tree : mutatedTree(tree, random), gap)
  return kind === 1 ? text : mutatedText(text, jsonText(random.pick(trees), gap), random)
}
