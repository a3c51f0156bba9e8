import {
  alongGiven,
  type GivenOptions,
  handleOf,
  invalidOption,
  oneOf,
  type Org,
  ownHandle,
  type Role,
  stateOf,
  textFunction,
  upperLimit,
} from '../../internal.js'
import type { Mark, Picture } from './picture.js'
import type { PictureOptions, SiblingOrder } from './picture-options.js'

const RELATIONS: readonly Picture['relations'][] = ['reporting', 'career', 'both']
const ORDERS: readonly SiblingOrder[] = ['input', 'title', 'id', 'grade']
const MARKS: readonly Mark[] = ['added', 'removed', 'moved']

/** How each option of a picture is checked, with its default. The compiler reports an option that has no check. */
const CHECKS = {
  root: (root: unknown, org: Org) => {
    // Refuses anything but an org, also where no root is given.
    stateOf(org)
    // The engine refuses anything but an id, and names the nearest one.
    return root === undefined ? undefined : handleOf(org, root as string)
  },
  depth: (depth: unknown) => upperLimit('depth', depth, 0),
  lines: (lines: unknown, org: Org) => alongGiven(stateOf(org), lines, 'all'),
  relations: (relations: unknown = 'reporting') => oneOf('relations', relations, RELATIONS),
  label: checkedLabel,
  highlight: checkedHighlight,
  /** Whether to keep the roles of a unit together. */
  groupBy: (groupBy: unknown) => {
    if (groupBy !== undefined) oneOf('groupBy', groupBy, ['unit'])
    return groupBy !== undefined
  },
  collapse: (collapse: unknown) => upperLimit('collapse', collapse, 1),
  order: (order: unknown = 'input') => oneOf('order', order, ORDERS),
  marks: checkedMarks,
} satisfies { readonly [Option in keyof PictureOptions]-?: (received: unknown, org: Org) => unknown }

/** The names of the options of every picture, for a custom output that has more of its own. */
export const PICTURE_OPTIONS: readonly string[] = Object.freeze(Object.keys(CHECKS))

/** The options of a picture, checked, with defaults for those left out; roles are given by their handles. */
export type CheckedOptions = {
  readonly [Option in keyof typeof CHECKS]: ReturnType<(typeof CHECKS)[Option]>
}

/**
 * Checks the options of a picture among those that a caller gave. Throws `INVALID_OPTION`, `UNKNOWN_ROLE`,
 * `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 */
export function checkedOptions(org: Org, given: GivenOptions): CheckedOptions {
  const checked = Object.entries(CHECKS).map(([option, check]) => [option, check(given.get(option), org)])
  // Each option has what its own check returned.
  return Object.fromEntries(checked) as CheckedOptions
}

function checkedLabel(label: unknown): (role: Role) => string {
  return label === undefined ? (role) => role.title : textFunction('label', label)
}

/** The highlighted roles, and whether only moves from each to the next are highlighted. */
function checkedHighlight(
  highlight: unknown,
  org: Org,
): { readonly roles: readonly number[]; readonly inOrder: boolean } {
  if (highlight === undefined) return { roles: [], inOrder: true }
  const roles: unknown =
    typeof highlight === 'object' && highlight !== null && 'roles' in highlight ? highlight.roles : highlight
  if (!isIterable(roles)) throw invalidOption('highlight', highlight, 'an iterable of role ids, or a path')
  const state = stateOf(org)
  return {
    roles: Array.from(roles, (role) => ownHandle(state, role as string)),
    inOrder: !(highlight instanceof Set),
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  if (typeof value !== 'object' || value === null) return false
  return Symbol.iterator in value && typeof value[Symbol.iterator] === 'function'
}

function checkedMarks(marks: unknown, org: Org): ReadonlyMap<number, Mark> {
  if (marks === undefined) return new Map()
  if (typeof marks !== 'object' || marks === null || Array.isArray(marks)) {
    throw invalidOption('marks', marks, 'a map or an object of marks by role')
  }
  const state = stateOf(org)
  const entries: Iterable<[unknown, unknown]> = marks instanceof Map ? marks : Object.entries(marks)
  const checked = new Map<number, Mark>()
  for (const [role, mark] of entries) {
    if (mark === undefined) continue
    checked.set(ownHandle(state, role as string), oneOf('marks', mark, MARKS))
  }
  return checked
}
