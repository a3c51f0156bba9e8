import { nearestId, quote, quotedList } from '../../internal.js'
import type { Call } from '../call.js'
import { CommandError } from '../exit-code.js'

/** One of some words; any other is an error that names the nearest. */
export function choice<const Word extends string>(
  { options }: Call,
  name: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const given = options.text(name)
  if (given === undefined) return otherwise
  const found = words.find((word) => word === given)
  if (found !== undefined) return found
  const nearest = nearestId(given, words)
  throw new CommandError(
    `--${name} is ${quote(given)}; it can be ${quotedList(words)}`,
    nearest === undefined ? '' : `Did you mean ${quote(nearest)}?`,
  )
}
