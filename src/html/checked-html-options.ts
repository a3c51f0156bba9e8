import { headOf, isUnit, type Lines, managersOf, type Org, OrgError, type Role, roleOf } from '../index.js'
import type { RoleMark } from './page-data.js'

const OPTIONS = ['title', 'root', 'depth', 'lines', 'label', 'highlight', 'marks']
const LINES: readonly Lines[] = ['solid', 'dotted', 'all']
const MARKS: readonly RoleMark[] = ['added', 'removed', 'moved']

/** The options of the page, checked, with defaults in the place of what was left out. */
export interface CheckedHtmlOptions {
  readonly title: string
  readonly root: string | undefined
  /** `undefined` leaves it to the page. */
  readonly depth: number | undefined
  readonly lines: Lines
  readonly label: (role: Role) => string
  readonly highlight: readonly string[]
  readonly highlightInOrder: boolean
  readonly marks: ReadonlyMap<string, RoleMark>
}

/** Throws `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`. */
export function checkedHtmlOptions(org: Org, options: unknown): CheckedHtmlOptions {
  const given = givenOptions(options)
  const root = rootRole(org, given.get('root'))
  const title = given.get('title') ?? 'Org chart'
  if (typeof title !== 'string') throw invalidOption('title', title, 'a string')
  const highlight = given.get('highlight')
  return {
    title,
    root,
    depth: depthOption(given.get('depth')),
    lines: choice('lines', given.get('lines') ?? 'all', LINES),
    label: labelling(given.get('label')),
    highlight: highlighted(org, highlight),
    highlightInOrder: !(highlight instanceof Set),
    marks: marked(org, given.get('marks')),
  }
}

function givenOptions(options: unknown): ReadonlyMap<string, unknown> {
  if (options === undefined) return new Map()
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw invalidOption('options', options, 'an object')
  }
  const given = new Map<string, unknown>(Object.entries(options))
  for (const [option, received] of given) {
    // A misspelt option would be a setting without effect.
    if (!OPTIONS.includes(option)) throw invalidOption(option, received, `one of ${OPTIONS.join(', ')}`)
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

function depthOption(depth: unknown): number | undefined {
  if (depth === undefined || depth === Infinity) return depth
  if (typeof depth === 'number' && Number.isInteger(depth) && depth >= 0) return depth
  throw invalidOption('depth', depth, 'a whole number, 0 or more')
}

function choice<Word extends string>(option: string, received: unknown, words: readonly Word[]): Word {
  const word = words.find((known) => known === received)
  if (word !== undefined) return word
  throw invalidOption(option, received, words.map((known) => `'${known}'`).join(' | '))
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

function highlighted(org: Org, highlight: unknown): readonly string[] {
  if (highlight === undefined) return []
  const roles: unknown =
    typeof highlight === 'object' && highlight !== null && 'roles' in highlight ? highlight.roles : highlight
  if (typeof roles !== 'object' || roles === null || !(Symbol.iterator in roles)) {
    throw invalidOption('highlight', highlight, 'an iterable of role ids, or a path')
  }
  return Array.from(roles as Iterable<unknown>, (role) => roleOf(org, role as string).id)
}

function marked(org: Org, marks: unknown): ReadonlyMap<string, RoleMark> {
  if (marks === undefined) return new Map()
  if (typeof marks !== 'object' || marks === null || Array.isArray(marks)) {
    throw invalidOption('marks', marks, 'a map or an object of marks by role')
  }
  const entries: Iterable<[unknown, unknown]> = marks instanceof Map ? marks : Object.entries(marks)
  const checked = new Map<string, RoleMark>()
  for (const [role, mark] of entries) {
    if (mark === undefined) continue
    checked.set(roleOf(org, role as string).id, choice('marks', mark, MARKS))
  }
  return checked
}

function invalidOption(option: string, received: unknown, allowed: string): OrgError<'INVALID_OPTION'> {
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
