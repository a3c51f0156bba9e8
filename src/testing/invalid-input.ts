import { OrgError } from '../internal.js'
import { quoted } from './text/quoted.js'

/** An option that cannot have its value. */
export function invalidOption(
  option: string,
  received: unknown,
  allowed: string,
): OrgError<'INVALID_OPTION'> {
  const message = `The option ${option} is ${shown(received)}; it can be ${allowed}.`
  return new OrgError('INVALID_OPTION', message, { option, received, allowed })
}

/** An argument of the wrong kind. */
export function invalidArgument(
  caller: string,
  argument: string,
  received: unknown,
  allowed: string,
): OrgError<'INVALID_ARGUMENT'> {
  const message = `${caller} expects ${argument} as ${allowed}, received ${shown(received)}.`
  return new OrgError('INVALID_ARGUMENT', message, { argument, received })
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
