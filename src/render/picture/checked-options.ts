import {
  headOf,
  isUnit,
  type Lines,
  managersOf,
  type Org,
  OrgError,
  type Role,
  roleOf,
} from '../../internal.js'
import type { Mark, Picture } from './picture.js'
import type { SiblingOrder } from './picture-options.js'

const PICTURE_OPTIONS = [
  'root',
  'depth',
  'lines',
  'relations',
  'label',
  'highlight',
  'groupBy',
  'collapse',
  'order',
  'marks',
]
const LINES: readonly Lines[] = ['solid', 'dotted', 'all']
const RELATIONS: readonly Picture['relations'][] = ['reporting', 'career', 'both']
const ORDERS: readonly SiblingOrder[] = ['input', 'title', 'id', 'grade']
const MARKS: readonly Mark[] = ['added', 'removed', 'moved']

/** The options of a picture, checked, with defaults in the place of what was left out. */
export interface CheckedOptions {
  readonly root: string | undefined
  readonly depth: number
  readonly lines: Lines
  readonly relations: Picture['relations']
  readonly label: (role: Role) => string
  /** The highlighted roles in the order in which they were given. */
  readonly highlight: readonly string[]
  /** Whether only moves from one highlighted role to the next are highlighted. */
  readonly highlightInOrder: boolean
  readonly grouped: boolean
  readonly collapse: number
  readonly order: SiblingOrder
  readonly marks: ReadonlyMap<string, Mark>
}

/**
 * Checks the options of an output: those of every picture, and those named in `own`, which the output checks itself.
 * Throws `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 */
export function checkedOptions(org: Org, options: unknown, own: readonly string[] = []): CheckedOptions {
  const given = givenOptions(options, [...PICTURE_OPTIONS, ...own])
  const highlight = given.get('highlight')
  return {
    root: rootRole(org, given.get('root')),
    depth: count('depth', given.get('depth'), 0),
    lines: choice('lines', given.get('lines') ?? 'all', LINES),
    relations: choice('relations', given.get('relations') ?? 'reporting', RELATIONS),
    label: labelling(given.get('label')),
    highlight: highlighted(org, highlight),
    highlightInOrder: !(highlight instanceof Set),
    grouped: grouped(given.get('groupBy')),
    collapse: count('collapse', given.get('collapse'), 1),
    order: choice('order', given.get('order') ?? 'input', ORDERS),
    marks: marked(org, given.get('marks')),
  }
}

/** One of a few words. Throws `INVALID_OPTION`. */
export function choice<Word extends string>(option: string, received: unknown, words: readonly Word[]): Word {
  const word = words.find((known) => known === received)
  if (word === undefined)
    throw invalidOption(option, received, words.map((known) => `'${known}'`).join(' | '))
  return word
}

/** A whole number, or `Infinity` where it is left out. Throws `INVALID_OPTION`. */
export function count(option: string, received: unknown, least: number): number {
  if (received === undefined || received === Infinity) return Infinity
  if (typeof received === 'number' && Number.isInteger(received) && received >= least) return received
  throw invalidOption(option, received, `a whole number, ${least} or more`)
}

/** A caller's option that cannot have its value. */
export function invalidOption(
  option: string,
  received: unknown,
  allowed: string,
): OrgError<'INVALID_OPTION'> {
  return new OrgError('INVALID_OPTION', `The option ${option} is ${shown(received)}; it can be ${allowed}.`, {
    option,
    received,
    allowed,
  })
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  return typeof value === 'object' ? 'an object' : typeof value
}

function givenOptions(options: unknown, known: readonly string[]): ReadonlyMap<string, unknown> {
  if (options === undefined) return new Map()
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw invalidOption('options', options, 'an object')
  }
  const given = new Map<string, unknown>(Object.entries(options))
  for (const [option, received] of given) {
    // A misspelt option would be a setting without effect.
    if (!known.includes(option)) throw invalidOption(option, received, `one of ${known.join(', ')}`)
  }
  return given
}

function rootRole(org: Org, root: unknown): string | undefined {
  // Also where no root is given, so that what is no org is refused at once.
  if (root === undefined) {
    isUnit(org, '')
    return undefined
  }
  // Anything but an id is refused by the core, which names the nearest one.
  managersOf(org, root as string)
  return isUnit(org, root as string) ? headOf(org, root as string) : (root as string)
}

function labelling(label: unknown): (role: Role) => string {
  if (label === undefined) return (role) => role.title
  if (typeof label !== 'function') throw invalidOption('label', label, 'a function')
  return (role) => {
    const text: unknown = Reflect.apply(label, undefined, [role])
    if (typeof text === 'string') return text
    throw invalidOption('label', label, 'a function that gives a string')
  }
}

function grouped(groupBy: unknown): boolean {
  if (groupBy !== undefined) choice('groupBy', groupBy, ['unit'])
  return groupBy !== undefined
}

function highlighted(org: Org, highlight: unknown): readonly string[] {
  if (highlight === undefined) return []
  const roles: unknown =
    typeof highlight === 'object' && highlight !== null && 'roles' in highlight ? highlight.roles : highlight
  if (typeof roles !== 'object' || roles === null || !(Symbol.iterator in roles)) {
    throw invalidOption('highlight', highlight, 'an iterable of role ids, or a path')
  }
  return Array.from(roles as Iterable<unknown>, (role) => roleOf(org, role as string).id)
}

function marked(org: Org, marks: unknown): ReadonlyMap<string, Mark> {
  if (marks === undefined) return new Map()
  if (typeof marks !== 'object' || marks === null || Array.isArray(marks)) {
    throw invalidOption('marks', marks, 'a map or an object of marks by role')
  }
  const entries: Iterable<[unknown, unknown]> = marks instanceof Map ? marks : Object.entries(marks)
  const checked = new Map<string, Mark>()
  for (const [role, mark] of entries) {
    if (mark === undefined) continue
    checked.set(roleOf(org, role as string).id, choice('marks', mark, MARKS))
  }
  return checked
}
