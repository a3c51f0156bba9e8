import type { Word } from '../words.js'
import { careerRules } from './career-rules.js'
import { chartRules } from './chart-rules.js'
import { figureRules } from './figure-rules.js'
import { lineRules } from './line-rules.js'
import { pairRules } from './pair-rules.js'
import { placeRules } from './place-rules.js'
import { type Gist, NOTHING } from './rule.js'
import { type NameOf, tokensOf } from './tokens.js'

type Words = readonly Word[]

/** The first rule that fits counts. */
const GISTS: readonly Gist[] = [chartRules, figureRules, lineRules, careerRules, placeRules, pairRules].flat()

/** The gists of a question in several wordings, each once. */
export function gistsOf(wordings: readonly Words[], nameOf: NameOf): readonly Words[] {
  const found = new Map<string, Words>()
  for (const words of wordings) {
    const gist = gistOf(words, nameOf)
    if (gist !== undefined)
      found.set(gist.map(({ form, start }) => `${form} ${String(start)}`).join(' '), gist)
  }
  return [...found.values()]
}

/**
 * A question in the words of a pattern, by what its words stand for in whatever order; none unless each of its words is a
 * name or known.
 */
function gistOf(words: Words, nameOf: NameOf): Words | undefined {
  const tokens = tokensOf(words, nameOf)
  if (tokens === undefined) return undefined
  const names = tokens.flatMap(({ name }) => (name === undefined ? [] : [name]))
  for (const rule of GISTS) {
    const said = rule(tokens)
    if (said !== undefined) return said === NOTHING ? undefined : filled(said, names)
  }
  return undefined
}

/** A question with names in the places of their numbers. */
function filled(said: string, names: readonly Words[]): Words {
  return said.split(' ').flatMap((form): Words => {
    const name = /^\$(\d)$/.exec(form)
    if (name === null) return [{ form, start: 0, end: 0, quoted: false, made: true }]
    return names[Number(name[1]) - 1].map((word, at) => (at === 0 ? { ...word, cut: true } : word))
  })
}
