import { OrgError } from '../../internal.js'
import { quoted, quotedList } from './quoted.js'

/** Throws `INVALID_OPTION` for an option that an importer does not have: a typo would be a setting without effect. */
export function refuseUnknownOptions(importer: string, options: unknown, known: readonly string[]): void {
  if (options === undefined) return
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw invalidOption('options', options, 'an object', `The options of ${importer} are an object.`)
  }
  for (const option of Object.keys(options)) {
    if (known.includes(option)) continue
    const message = `${importer} has no option ${quoted(option)}; its options are ${quotedList(known)}.`
    throw invalidOption(option, Reflect.get(options, option), known.join(', '), message)
  }
}

/** A caller's option that cannot have its value. */
export function invalidOption(
  option: string,
  received: unknown,
  allowed: string,
  message = `The option ${option} can be ${allowed}.`,
): OrgError<'INVALID_OPTION'> {
  return new OrgError('INVALID_OPTION', message, { option, received, allowed })
}
