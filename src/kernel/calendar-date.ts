import { invalidArgument } from './invalid-input.js'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const LENGTH = 10
const ZERO = 0x30
const HYPHEN = 0x2d

/**
 * Whether a text is a calendar date such as `2026-03-31`: a day that exists, without a time. Such dates compare as strings.
 */
export function isCalendarDate(text: string): boolean {
  return text.length === LENGTH && isDate((at) => text.charCodeAt(at))
}

/** The same for a range of UTF-8 bytes, without creating a string. */
export function isCalendarDateAt(bytes: Uint8Array, begin: number, end: number): boolean {
  return end - begin === LENGTH && isDate((at) => bytes[begin + at])
}

function isDate(codeAt: (at: number) => number): boolean {
  if (codeAt(4) !== HYPHEN || codeAt(7) !== HYPHEN) return false
  const year = numberOf(codeAt, 0, 4)
  const month = numberOf(codeAt, 5, 7)
  const day = numberOf(codeAt, 8, LENGTH)
  if (!(year >= 0 && month >= 1 && month <= 12)) return false
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day >= 1 && day <= (month === 2 && isLeap ? 29 : DAYS[month - 1])
}

/** The number that the digits spell; `NaN` if one is not a digit. */
function numberOf(codeAt: (at: number) => number, from: number, past: number): number {
  let value = 0
  for (let at = from; at < past; at++) {
    const digit = codeAt(at) - ZERO
    if (digit < 0 || digit > 9) return NaN
    value = 10 * value + digit
  }
  return value
}

/** Returns an argument that is a calendar date. Throws `INVALID_ARGUMENT` for anything else. */
export function requireDate(caller: string, argument: string, received: unknown): string {
  if (typeof received === 'string' && isCalendarDate(received)) return received
  throw invalidArgument(caller, argument, received, "a calendar date such as '2026-03-31'")
}

/** The day after a calendar date. */
export function dayAfter(date: string): string {
  return daysAfter(date, 1)
}

/** The calendar date `days` days after another. */
export function daysAfter(date: string, days: number): string {
  return dateOfDay(dayOf(date) + days)
}

/** The number of days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from)
}

/** The number of full years from one calendar date to another. A year that starts on 29 February is full on 1 March. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** Whether a date is on or after `from` and before `to`. */
export function holdsOn(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  date: string,
): boolean {
  return (from === undefined || from <= date) && (to === undefined || date < to)
}

const DAY = 86_400_000

/** The days since 1970-01-01. A date without a time is midnight UTC, and all UTC days are equally long. */
function dayOf(date: string): number {
  return Date.parse(date) / DAY
}

function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
