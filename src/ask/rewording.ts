import { PLAINER } from './plainer-words.js'
import { type IsName, joined, partsOf, withoutAsides, type Words } from './statements.js'
import { askedByTag, made, topical } from './topics.js'
import type { Word } from './words.js'

/**
 * Other words for a question that no pattern reads as it is: without asides, with the topic in its place, and in the plainer
 * words that patterns have. Words are moved, left out or replaced by others that mean the same; a name keeps its own words.
 */
export function rewordings(words: Words, isName: IsName): readonly Words[] {
  const forms = new Map<string, Words>()
  const add = (reworded: Words): void => {
    if (reworded.length > 0)
      forms.set(reworded.map(({ form, start }) => `${form} ${String(start)}`).join(' '), reworded)
  }
  const addBoth = (reworded: Words): void => {
    add(reworded)
    add(plainer(reworded))
    add(plainer(plainer(reworded)))
  }
  const parts = withoutAsides(partsOf(words), isName)
  addBoth(joined(parts))
  for (const variant of topical(parts, isName)) addBoth(variant)
  return [...forms.values()]
}

/** What may be asked with a name and "who would that be". */
export function taggedIn(words: Words, isName: IsName): readonly Words[] {
  return askedByTag(partsOf(words), isName)
}

/** The words of a question in those that the patterns have. */
function plainer(given: Words): Words {
  const words = withoutContractions(given)
  const reworded: Word[] = []
  for (let at = 0; at < words.length;) {
    const found = PLAINER.get(words[at].form)?.find(({ from }) =>
      from.every((form, offset) => words.at(at + offset)?.form === form && !words[at + offset]?.quoted),
    )
    if (found === undefined) {
      reworded.push(words[at++])
    } else {
      reworded.push(...found.to.map(made))
      at += found.from.length
      if (at < words.length && found.to.length === 0) reworded.push({ ...words[at++], cut: true })
    }
  }
  return wouldIsDoes(reworded)
}

/** "Who's working" is "who is working". */
function withoutContractions(words: Words): Words {
  return words.map((word, at) =>
    word.form === "'s" && !word.quoted && CONTRACTED.has(words[at - 1]?.form)
      ? { ...word, form: 'is' }
      : word,
  )
}

const CONTRACTED = new Set(['who', 'what', 'where', 'which', 'that', 'there', 'he', 'she', 'it'])

/** "What grade would X be on" asks what "what grade is X on" does, and "who would X report to" what "who does". */
function wouldIsDoes(words: Words): Words {
  const would = words.findIndex(({ form, quoted }) => form === 'would' && !quoted)
  // A question that begins with it, or asks for a cost, is about what might be.
  if (words.some(({ form }) => form === 'cost' || form === 'costs')) return words
  if (would <= 0 || words.filter(({ form }) => form === 'would').length > 1) return words
  const be = words.findIndex(({ form }, at) => at > would && form === 'be')
  return words.flatMap((word, at) =>
    at === would
      ? made(be < 0 ? 'does' : 'is')
      : at === be
        ? []
        : at === be + 1 && be > 0
          ? { ...word, cut: true }
          : word,
  )
}
