import { OrgError } from '../internal.js'

/** A name that a caller passes. Throws `INVALID_ARGUMENT` for anything but text. */
export function textArgument(argument: string, received: unknown): string {
  if (typeof received === 'string') return received
  throw new OrgError('INVALID_ARGUMENT', `The ${argument} is a text, received ${typeof received}.`, {
    argument,
    received,
  })
}
