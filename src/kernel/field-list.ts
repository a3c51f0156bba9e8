import { invalidItem, invalidOption } from './invalid-input.js'
import { didYouMean, nearestId } from './nearest-id.js'

/**
 * The fields that the option `fields` of an output lists: words, and names in the data of roles such as `data.site`.
 * `'usual'` stands for the default fields. Throws `INVALID_OPTION` for anything but a list of fields.
 */
export function fieldList(
  received: unknown,
  words: readonly string[],
  usual: readonly string[],
): ReadonlySet<string> {
  if (received === undefined) return new Set(usual)
  const allowed = `${words.map((word) => `'${word}'`).join(', ')} and names in the data such as 'data.site'`
  if (!Array.isArray(received)) throw invalidOption('fields', received, `a list of ${allowed}`)
  const given: readonly unknown[] = received
  return new Set(
    given.flatMap((field) => {
      if (field === 'usual') return usual
      if (typeof field === 'string' && (words.includes(field) || /^data\../s.test(field))) return [field]
      throw invalidItem('fields', field, allowed, didYouMean(nearestId(field, words)))
    }),
  )
}
