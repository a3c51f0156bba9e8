import { invalidOption } from '../kernel/invalid-input.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { givenOptions, isPlainObject, ownOption } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import { type LineKinds, type LinesOption, type SpanOptions, STAFF_NAMES } from '../model/line.js'
import { namedLines, withoutPlanned, withoutStaff } from './line-view.js'
import type { OrgState } from './org-state.js'
import { excludesPlanned } from './planned.js'

const LINES: readonly LineKinds[] = ['solid', 'dotted', 'all']
const NONE: readonly string[] = []

/** The lines that a query follows, and the state that has them. For named lines it is a view that has no others. */
export interface Along<Id extends string = string, UnitId extends string = string, Data = unknown> {
  readonly state: OrgState<Id, UnitId, Data>
  readonly lines: LineKinds
}

/** Checked lines: a kind, or names. */
type CheckedLines = LineKinds | readonly string[]

/**
 * The lines that the options of a query select; the solid ones by default. `others` are the other options of the query.
 * Throws `INVALID_OPTION` for any further key, and for anything but an object.
 */
export function alongLines<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  caller: string,
  options: LinesOption | undefined,
  others: readonly string[] = NONE,
): Along<Id, UnitId, Data> {
  return along(state, options === undefined ? 'solid' : givenLines(caller, options, others))
}

const SPAN_OPTIONS = ['staff', 'planned']

/** The same for a query that counts spans, with only the direct reports that count by the options `staff` and `planned`. */
export function alongSpan<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  caller: string,
  options: SpanOptions | undefined,
): Along<Id, UnitId, Data> {
  if (options === undefined) return along(withoutPlanned(state), 'solid')
  const lines = givenLines(caller, options, SPAN_OPTIONS)
  const countedIn = countedReports(ownOption(options, 'staff'), ownOption(options, 'planned'))
  return along(countedIn(state), lines)
}

/** The same for an option with another name or default. Throws `INVALID_OPTION`. */
export function alongGiven<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  received: unknown,
  otherwise: LineKinds,
): Along<Id, UnitId, Data> {
  return along(state, received === undefined ? otherwise : checkedLines(received))
}

/** The object is made in one place, so that the compiler can remove it where the shortest queries inline this. */
function along<Id extends string, UnitId extends string, Data>(
  given: OrgState<Id, UnitId, Data>,
  checked: CheckedLines,
): Along<Id, UnitId, Data> {
  const state = typeof checked === 'string' ? given : namedLines(given, checked)
  const lines = typeof checked === 'string' ? checked : allLinesOf(state)
  return { state, lines }
}

/** If there are no dotted lines, `'solid'` means the same as `'all'` and is faster. */
function allLinesOf({ columns }: OrgState): LineKinds {
  return columns.dotted.to.length === 0 ? 'solid' : 'all'
}

/** Separate, so that a call without options stays small enough to be inlined. */
function givenLines(caller: string, options: LinesOption, others: readonly string[]): CheckedLines {
  if (!hasOnly(options, others)) givenOptions(caller, options, ['lines', ...others])
  const received: unknown = ownOption(options, 'lines')
  return received === undefined ? 'solid' : checkedLines(received)
}

/** Whether the options are a literal with known keys. {@link givenOptions} also checks this, at several times the cost. */
function hasOnly(options: unknown, others: readonly string[]): boolean {
  if (typeof options !== 'object' || options === null) return false
  if (Object.getPrototypeOf(options) !== Object.prototype) return false
  for (const key of Object.keys(options)) if (key !== 'lines' && !others.includes(key)) return false
  return true
}

function checkedLines(received: unknown): CheckedLines {
  // Compared one by one: some queries cost less than a search through a list.
  if (received === 'solid' || received === 'dotted' || received === 'all') return received
  if (isPlainObject(received)) return namesIn('lines', received, 'as')
  const words = LINES.map((word) => `'${word}'`)
  const nearest = didYouMean(nearestId(received, LINES))
  throw invalidOption('lines', received, [...words, '{ as: name }'], nearest)
}

/**
 * Returns a function that removes the lines of direct reports that do not count by the options `staff` and `planned` from
 * a state. Throws `INVALID_OPTION`.
 */
export function countedReports(
  staff: unknown,
  planned: unknown,
): <Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
) => OrgState<Id, UnitId, Data> {
  const names = excludedStaff(staff)
  const leavesOutPlanned = excludesPlanned(planned)
  return (state) => {
    const counted = names === undefined ? state : withoutStaff(state, names)
    return leavesOutPlanned ? withoutPlanned(counted) : counted
  }
}

/** The names of the staff lines that do not count by the option `staff`; `undefined` where all count. */
function excludedStaff(received: unknown): readonly string[] | undefined {
  if (received === undefined || received === 'include') return undefined
  if (received === 'exclude') return STAFF_NAMES
  if (isPlainObject(received)) return namesIn('staff', received, 'exclude')
  const nearest = didYouMean(nearestId(received, ['include', 'exclude']))
  throw invalidOption('staff', received, ["'include'", "'exclude'", '{ exclude: name }'], nearest)
}

/** The names under the only key of an option that is an object. */
function namesIn(option: string, received: object, key: string): readonly string[] {
  for (const name of Object.keys(received)) if (name !== key) throw unknownKey(option, received, name, key)
  const names: unknown = Object.hasOwn(received, key) ? Reflect.get(received, key) : undefined
  if (typeof names === 'string') return [names]
  // A copy, since the caller's list may return another name on the next read.
  const list: readonly unknown[] = Array.isArray(names) ? Array.from<unknown>(names) : [undefined]
  const texts = list.filter((name) => typeof name === 'string')
  if (texts.length === list.length) return texts
  throw invalidOption(`${option}.${key}`, names, 'a name or a list of names')
}

function unknownKey(option: string, received: object, name: string, key: string): OrgError<'INVALID_OPTION'> {
  const message = `The option ${option} has no key ${quote(name)}${didYouMean(key)}`
  return new OrgError('INVALID_OPTION', message, { option, received, allowed: `{ ${key} }` })
}
