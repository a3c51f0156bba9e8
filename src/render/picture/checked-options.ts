import {
  type Along,
  alongGiven,
  type GivenOptions,
  handleOf,
  invalidOption,
  oneOf,
  type Org,
  ownHandle,
  ownValue,
  type Role,
  stateOf,
  textFunction,
  upperLimit,
} from '../../internal.js'
import type { Mark, Picture } from './picture.js'
import type { PictureOptions, SiblingOrder } from './picture-options.js'

const RELATIONS: readonly Picture['relations'][] = ['reporting', 'career', 'both']
const ORDERS: readonly SiblingOrder[] = ['input', 'title', 'id', 'grade']
const MARKS: readonly Mark[] = ['added', 'removed', 'moved', 'changed']

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
  dotted: checkedDotted,
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
} satisfies {
  readonly [Option in keyof PictureOptions]-?: (received: unknown, org: Org, given: GivenOptions) => unknown
}

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
  const checked = Object.entries(CHECKS).map(([option, check]) => [
    option,
    check(given.get(option), org, given),
  ])
  // Each option has what its own check returned.
  return Object.fromEntries(checked) as CheckedOptions
}

function checkedLabel(label: unknown): (role: Role) => string {
  return label === undefined ? (role) => role.title : textFunction('label', label)
}

/** Whether a dotted line of some name is drawn across the tree. */
function checkedDotted(dotted: unknown = 'all'): (name: string | undefined) => boolean {
  if (!Array.isArray(dotted)) {
    const isAll = oneOf('dotted', dotted, ['all', 'none']) === 'all'
    return () => isAll
  }
  const names = new Set<unknown>(dotted)
  if (![...names].every((name) => typeof name === 'string'))
    throw invalidOption('dotted', dotted, "'all', 'none' or an array of names of lines")
  return (name) => names.has(name)
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

/** The marks of roles, and what is drawn of the org before. */
interface CheckedMarks {
  readonly ofRoles: ReadonlyMap<number, Mark>
  readonly before: BeforeMarks | undefined
}

/** The roles of the org before that may be drawn as ghosts. */
export interface BeforeMarks {
  readonly org: Org
  readonly along: Along
  readonly removed: ReadonlySet<string>
  readonly moved: ReadonlySet<string>
}

function checkedMarks(marks: unknown, org: Org, given: GivenOptions): CheckedMarks {
  if (marks === undefined) return { ofRoles: new Map(), before: undefined }
  if (typeof marks !== 'object' || marks === null || Array.isArray(marks)) {
    throw invalidOption('marks', marks, 'a map or an object of marks by role')
  }
  const state = stateOf(org)
  const before = beforeMarks(marks, given)
  const entries: Iterable<[unknown, unknown]> = marks instanceof Map ? marks : Object.entries(marks)
  const ofRoles = new Map<number, Mark>()
  for (const [role, mark] of entries) {
    if (mark === undefined) continue
    const checked = oneOf('marks', mark, MARKS)
    if (before !== undefined && typeof role === 'string') {
      const was = stateOf(before.org).columns.handles.has(role)
      if (was && checked === 'moved') before.moved.add(role)
      if (was && checked === 'removed' && !state.columns.handles.has(role)) {
        before.removed.add(role)
        continue
      }
    }
    ofRoles.set(ownHandle(state, role as string), checked)
  }
  return { ofRoles, before }
}

/** For marks that have the org before; as a property of an object it would be a role. */
function beforeMarks(marks: object, given: GivenOptions): MutableBefore | undefined {
  const org = marks instanceof Map ? ownValue(marks, 'before') : undefined
  if (org === undefined) return undefined
  const along = alongGiven(stateOf(org as Org), given.get('lines'), 'all')
  return { org: org as Org, along, removed: new Set(), moved: new Set() }
}

interface MutableBefore extends BeforeMarks {
  readonly removed: Set<string>
  readonly moved: Set<string>
}
