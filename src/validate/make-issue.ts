import type { Issue, Place, Severity } from '../kernel/issue.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'

/** What is said of an issue; what is left out has a default. */
export interface IssueParts<Code extends string = string> {
  readonly code: Code
  /** Default: `'error'`. */
  readonly severity?: Severity
  /** The roles concerned, by id. Default: none. */
  readonly roles?: readonly string[]
  /** The units concerned, by id. Default: none. */
  readonly units?: readonly string[]
  /** Default: the first of the roles, else the first of the units, as a path into a spec. */
  readonly place?: Place
  /** The proof. Default: the roles, then the units. */
  readonly witness?: readonly (string | Place)[]
  /** What is wrong, and where, without a full stop. */
  readonly message: string
  /** How to mend it, as a sentence. */
  readonly suggestion: string
}

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info'] satisfies Severity[]

/**
 * Makes an issue for a rule of one's own, with defaults for all but its code, message and suggestion.
 *
 * Complexity: O(roles + units + witness).
 *
 * @param parts The code, the message and the suggestion; optionally the severity (`'error'` by default), the
 * roles and units concerned, the place and the witness.
 * @returns A frozen issue; the lists are copies.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when a part has the wrong type.
 * @example
 * ```ts
 * import { makeIssue } from 'rolegraph'
 *
 * const issue = makeIssue({
 *   code: 'NO_TITLE',
 *   severity: 'warning',
 *   roles: ['analyst'],
 *   message: "The role 'analyst' has no title",
 *   suggestion: 'Give it a title.',
 * })
 * console.log(issue.place) // => { path: [ 'roles', 'analyst' ] }
 * console.log(issue.witness) // => [ 'analyst' ]
 * ```
 * @see {@link structureRules} for a whole rule.
 */
export function makeIssue<const Code extends string>(parts: IssueParts<Code>): Issue<Code> {
  const { code, severity = 'error', roles = [], units = [], place, witness, message, suggestion } = parts
  const said = {
    code,
    severity,
    roles,
    units,
    place: place ?? {},
    witness: witness ?? [],
    message,
    suggestion,
  }
  const wrong = wrongPartOf(said)
  if (wrong !== undefined) {
    const received: unknown = Reflect.get(said, wrong)
    throw new OrgError(
      'INVALID_ARGUMENT',
      `makeIssue was given ${quote(received)} as the ${wrong} of an issue. ${EXPECTED[wrong]}`,
      { argument: wrong, received },
    )
  }
  return Object.freeze({
    ...said,
    roles: Object.freeze([...roles]),
    units: Object.freeze([...units]),
    place: frozenPlace(place ?? defaultPlace(roles, units)),
    witness: Object.freeze((witness ?? [...roles, ...units]).map(frozenWitness)),
  })
}

const EXPECTED = {
  code: 'It is a text.',
  severity: "It is 'error', 'warning' or 'info'.",
  roles: 'It is an array of ids.',
  units: 'It is an array of ids.',
  place: "It is an object such as { path: ['roles', 'analyst'] }.",
  witness: 'It is an array of ids and places.',
  message: 'It is a text that says what is wrong, and where.',
  suggestion: 'It is a text that says how to mend it.',
} as const

/** The part that has the wrong type, or `undefined` where the value is an issue. */
export function wrongPartOf(value: object): keyof typeof EXPECTED | undefined {
  const part = (name: keyof typeof EXPECTED): unknown => Reflect.get(value, name)
  for (const name of ['code', 'message', 'suggestion'] as const) if (!isText(part(name))) return name
  if (!SEVERITIES.includes(part('severity'))) return 'severity'
  for (const name of ['roles', 'units'] as const) if (!isListOf(part(name), isText)) return name
  if (!isPlace(part('place'))) return 'place'
  return isListOf(part('witness'), (item) => isText(item) || isPlace(item)) ? undefined : 'witness'
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const path: unknown = Reflect.get(value, 'path')
  return path === undefined || Array.isArray(path)
}

function defaultPlace(roles: readonly string[], units: readonly string[]): Place {
  if (roles.length > 0) return { path: ['roles', roles[0]] }
  return units.length > 0 ? { path: ['units', units[0]] } : { path: [] }
}

function frozenPlace(place: Place): Place {
  const path = place.path && { path: Object.freeze([...place.path]) }
  return Object.freeze({ ...place, ...path })
}

function frozenWitness(item: string | Place): string | Place {
  return typeof item === 'string' ? item : frozenPlace(item)
}
