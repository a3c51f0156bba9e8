import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** A whole number that a policy was given. Throws `INVALID_ARGUMENT`. */
export function countArgument(value: number, policy: string, argument: string, least: number): number {
  const received: unknown = value
  if (Number.isInteger(received) && value >= least) return value
  throw new OrgError(
    'INVALID_ARGUMENT',
    `${policy} expects ${argument} as a whole number from ${String(least)} on, received ${quote(received)}.`,
    { argument, received },
  )
}
