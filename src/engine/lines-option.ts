import { invalidOption } from '../kernel/invalid-input.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { givenOptions, ownOption } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import { type LineKinds, type LinesOption, type SpanOptions, STAFF_NAMES } from '../model/line.js'
import { type Along, namedLines, withoutStaff } from './line-view.js'
import type { OrgState } from './org-state.js'

const LINES: readonly LineKinds[] = ['solid', 'dotted', 'all']
const NONE: readonly string[] = []

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
  return options === undefined ? state.along.solid : givenLines(state, caller, options, others)
}

/** Apart, so that a call without options stays small enough to be inlined. */
function givenLines<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  caller: string,
  options: LinesOption,
  others: readonly string[],
): Along<Id, UnitId, Data> {
  checkNames(caller, options, others)
  return along(state, ownOption(options, 'lines'), 'solid')
}

const STAFF = ['staff']

/** The same for a query that counts spans: without staff lines where the option `staff` excludes them. */
export function alongSpan<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  caller: string,
  options: SpanOptions | undefined,
): Along<Id, UnitId, Data> {
  if (options === undefined) return state.along.solid
  checkNames(caller, options, STAFF)
  return along(countedStaff(state, ownOption(options, 'staff')), ownOption(options, 'lines'), 'solid')
}

/** {@link givenOptions} also does this, at several times the cost. */
function checkNames(caller: string, options: LinesOption, others: readonly string[]): void {
  if (!hasOnly(options, others)) givenOptions(caller, options, ['lines', ...others])
}

/** Whether the options are an object with known keys. */
function hasOnly(options: unknown, others: readonly string[]): boolean {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return false
  for (const key of Object.keys(options)) if (key !== 'lines' && !others.includes(key)) return false
  return true
}

/** The lines of a state by the option `lines`, with the kinds for when it is left out. Throws `INVALID_OPTION`. */
export function along<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  received: unknown,
  otherwise: LineKinds,
): Along<Id, UnitId, Data> {
  if (received === undefined) return state.along[otherwise]
  // Compared word by word: some queries cost less than a search through a list.
  if (received === 'solid' || received === 'dotted' || received === 'all') return state.along[received]
  if (isPlainObject(received)) return namedLines(state, namesIn('lines', received, 'as'))
  const words = LINES.map((word) => `'${word}'`)
  const nearest = didYouMean(nearestId(received, LINES))
  throw invalidOption('lines', received, [...words, '{ as: name }'], nearest)
}

/**
 * The state in which spans are counted by the option `staff`: without staff lines where they are excluded. Throws
 * `INVALID_OPTION`.
 */
export function countedStaff<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  received: unknown,
): OrgState<Id, UnitId, Data> {
  const names = excludedStaff(received)
  return names === undefined ? state : withoutStaff(state, names)
}

/** The names of the staff lines that do not count by the option `staff`; `undefined` where all count. */
export function excludedStaff(received: unknown): readonly string[] | undefined {
  if (received === undefined || received === 'include') return undefined
  if (received === 'exclude') return STAFF_NAMES
  if (isPlainObject(received)) return namesIn('staff', received, 'exclude')
  const nearest = didYouMean(nearestId(received, ['include', 'exclude']))
  throw invalidOption('staff', received, ["'include'", "'exclude'", '{ exclude: name }'], nearest)
}

function isPlainObject(received: unknown): received is object {
  return typeof received === 'object' && received !== null && !Array.isArray(received)
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
