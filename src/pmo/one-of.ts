import { OrgError } from '../internal.js'

/** A value of an option, which must be one of a few. Throws `INVALID_OPTION`. */
export function oneOf<Value extends string>(
  option: string,
  received: unknown,
  values: readonly Value[],
): Value {
  const value = values.find((known) => known === received)
  if (value === undefined) throw invalidOption(option, received, values, 'it can be one of these')
  return value
}

/** The error for an option that cannot be what it is, with the reason and what it can be. */
export function invalidOption(
  option: string,
  received: unknown,
  allowed: readonly string[],
  why: string,
): OrgError<'INVALID_OPTION'> {
  const list = allowed.map((value) => `'${value}'`)
  return new OrgError(
    'INVALID_OPTION',
    `The option ${option} is ${shown(received)}; ${why}: ${list.join(', ') || 'nothing'}.`,
    { option, received, allowed: list.join(' | ') },
  )
}

/** A value from outside in a message. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 60)}'`
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  return typeof value === 'object' ? 'an object' : typeof value
}
