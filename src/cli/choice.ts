import { listed, nearestId, nearestSuggestion, quote } from '../internal.js'
import type { Call } from './call.js'
import { CommandError } from './exit-code.js'

/** One of some words; any other is an error that names the nearest. */
export function choice<const Word extends string>(
  { options }: Call,
  name: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const given = options.text(name)
  return given === undefined ? otherwise : oneOfWords(`--${name}`, given, words)
}

/** The same for a text that has a name of its own: an argument. */
export function oneOfWords<const Word extends string>(
  name: string,
  given: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === given)
  if (found !== undefined) return found
  throw new CommandError(
    `${name} is ${quote(given)}; it can be ${listed(words.map(quote), 'or')}`,
    nearestSuggestion(nearestId(given, words)),
  )
}
