import { invalidArgument, invalidOption, isCalendarDate, isWholeNumber } from '../internal.js'
import { stored } from './stored-text.js'

/** The longest id of a role, unit or person: the entries of an index of PostgreSQL have a limit. */
export const LONGEST_ID = 512
const LONGEST_TENANT = 128

/** The id of a tenant. Throws `INVALID_ARGUMENT`. */
export function tenantId(received: unknown): string {
  if (
    typeof received === 'string' &&
    received !== '' &&
    received.length <= LONGEST_TENANT &&
    isStorable(received)
  )
    return received
  throw invalidArgument('tenant', 'id', received, `a text of 1 to ${String(LONGEST_TENANT)} characters`)
}

/** The id of a role in a question. Throws `INVALID_ARGUMENT`. */
export function roleId(caller: string, received: unknown): string {
  if (typeof received === 'string') return received
  throw invalidArgument(caller, 'role', received, 'the id of a role')
}

/** Who makes a change. Throws `INVALID_OPTION`. */
export function actorIn(received: unknown): string {
  if (typeof received === 'string' && received !== '' && isStorable(received)) return received
  throw invalidOption('actor', received, 'a text that says who makes the change')
}

/** Why a change is made. Throws `INVALID_OPTION`. */
export function reasonIn(received: unknown): string | null {
  if (received === undefined) return null
  if (typeof received === 'string' && isStorable(received)) return received
  throw invalidOption('reason', received, 'a text')
}

/** A revision. Throws `INVALID_ARGUMENT`. */
export function revision(caller: string, argument: string, received: unknown): number {
  if (isWholeNumber(received, 1)) return received
  throw invalidArgument(caller, argument, received, 'a revision, which is a whole number from 1')
}

/** A moment: a revision, or the last millisecond that counts. */
export type Moment = { readonly rev: number } | { readonly until: number; readonly text: string }

const DAY = 86_400_000

/** The moment that a caller asks for. Throws `INVALID_OPTION`. */
export function momentIn(received: unknown): Moment | undefined {
  if (received === undefined) return undefined
  if (isWholeNumber(received, 1)) return { rev: received }
  if (typeof received === 'string' && isCalendarDate(received))
    return { until: Date.parse(received) + DAY - 1, text: received }
  const time = received instanceof Date ? received.getTime() : timeIn(received)
  if (Number.isFinite(time)) return { until: time, text: new Date(time).toISOString() }
  throw invalidOption(
    'at',
    received,
    "a revision, a calendar date such as '2026-03-31' (at its end, in UTC), a time such as '2026-03-31T12:00:00Z', or a Date",
  )
}

/** A time with a zone: without one, the same text is another moment elsewhere. */
function timeIn(received: unknown): number {
  return typeof received === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(received)
    ? Date.parse(received)
    : NaN
}

/** Whether a database holds a text as it is. */
function isStorable(text: string): boolean {
  return stored(text) === text
}
