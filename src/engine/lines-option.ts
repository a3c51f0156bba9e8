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

/** Which lines of which state a query follows. Named lines are all lines of a view that has no others. */
export interface Along<Id extends string = string, UnitId extends string = string, Data = unknown> {
  readonly state: OrgState<Id, UnitId, Data>
  readonly lines: LineKinds
}

/** Lines as checked: of a kind, or of some names. */
type CheckedLines = LineKinds | readonly string[]

/**
 * The lines that a query follows by its options, the solid ones where `lines` is left out. `others` are the other options of
 * the query: any further key throws `INVALID_OPTION`, and so does anything but an object.
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

/** The same for a query that counts spans: of the direct reports that count by the options `staff` and `planned`. */
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

/** The lines by an option of another name or default. Throws `INVALID_OPTION`. */
export function alongGiven<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  received: unknown,
  otherwise: LineKinds,
): Along<Id, UnitId, Data> {
  return along(state, received === undefined ? otherwise : checkedLines(received))
}

/** One object, made in one place: the compiler can do without it where the shortest queries inline this. */
function along<Id extends string, UnitId extends string, Data>(
  given: OrgState<Id, UnitId, Data>,
  checked: CheckedLines,
): Along<Id, UnitId, Data> {
  const state = typeof checked === 'string' ? given : namedLines(given, checked)
  const lines = typeof checked === 'string' ? checked : allLinesOf(state)
  return { state, lines }
}

/** Where there are no dotted lines, the solid ones are all, and faster. */
function allLinesOf({ columns }: OrgState): LineKinds {
  return columns.dotted.to.length === 0 ? 'solid' : 'all'
}

/** Apart, so that a call without options stays small enough to be inlined. */
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
  // Compared word by word: some queries cost less than a search through a list.
  if (received === 'solid' || received === 'dotted' || received === 'all') return received
  if (isPlainObject(received)) return namesIn('lines', received, 'as')
  const words = LINES.map((word) => `'${word}'`)
  const nearest = didYouMean(nearestId(received, LINES))
  throw invalidOption('lines', received, [...words, '{ as: name }'], nearest)
}

/**
 * The state in which spans are counted by the options `staff` and `planned`: without the lines of direct reports that do not
 * count. Throws `INVALID_OPTION`.
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
  // A copy, since the caller's list may give another name when it is read again.
  const list: readonly unknown[] = Array.isArray(names) ? Array.from<unknown>(names) : [undefined]
  const texts = list.filter((name) => typeof name === 'string')
  if (texts.length === list.length) return texts
  throw invalidOption(`${option}.${key}`, names, 'a name or a list of names')
}

function unknownKey(option: string, received: object, name: string, key: string): OrgError<'INVALID_OPTION'> {
  const message = `The option ${option} has no key ${quote(name)}${didYouMean(key)}`
  return new OrgError('INVALID_OPTION', message, { option, received, allowed: `{ ${key} }` })
}
