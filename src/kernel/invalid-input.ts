import { listed } from './in-words.js'
import { OrgError } from './org-error.js'
import { quote } from './quote.js'

/**
 * The error for an invalid option value. `allowed` describes or lists the valid values; `nearest` is a "did you mean"
 * that ends the message.
 */
export function invalidOption(
  option: string,
  received: unknown,
  allowed: string | readonly string[],
  nearest = '',
): OrgError<'INVALID_OPTION'> {
  const words = typeof allowed === 'string' ? allowed : listed(allowed, 'or')
  const message = `The option ${option} is ${quote(received)}; it can be ${words}${nearest}`
  return new OrgError('INVALID_OPTION', nearest === '' ? `${message}.` : message, {
    option,
    received,
    allowed: typeof allowed === 'string' ? allowed : allowed.join(' | '),
  })
}

/** The error for an item that the list of an option cannot contain; otherwise like {@link invalidOption}. */
export function invalidItem(
  option: string,
  received: unknown,
  allowed: string,
  nearest = '',
): OrgError<'INVALID_OPTION'> {
  const message = `The option ${option} contains ${quote(received)}; it can be a list of ${allowed}${nearest || '.'}`
  return new OrgError('INVALID_OPTION', message, { option, received, allowed: `a list of ${allowed}` })
}

/** The error for an argument of the wrong kind; `allowed` describes the right one. */
export function invalidArgument(
  caller: string,
  argument: string,
  received: unknown,
  allowed: string,
): OrgError<'INVALID_ARGUMENT'> {
  const message = `${caller} expects ${argument} as ${allowed}, received ${quote(received)}.`
  return new OrgError('INVALID_ARGUMENT', message, { argument, received })
}
