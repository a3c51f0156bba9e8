import { invalidArgument } from '../kernel/invalid-input.js'
import { frozenIssue, type Issue, type Place, type Severity } from '../kernel/issue.js'
import { type IssuePart, wrongPartOf } from '../kernel/issue-shape.js'
import { givenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { DeferredIssue } from './rule.js'

/** The parts of an issue; those left out have a default. */
export interface IssueParts<Code extends string = string> {
  readonly code: Code
  /** Default: `'error'`. */
  readonly severity?: Severity
  /** The roles concerned, by id. Default: none. */
  readonly roles?: readonly string[]
  /** The units concerned, by id. Default: none. */
  readonly units?: readonly string[]
  /** Default: the first role or, without roles, the first unit, as a path into a spec. */
  readonly place?: Place
  /** The evidence. Default: the roles, then the units. */
  readonly witness?: readonly (string | Place)[]
  /** What is wrong, and where, without a full stop. */
  readonly message: string
  /** How to fix it, as a sentence. */
  readonly suggestion: string
}

/**
 * Makes an issue for your own rule, with defaults for everything but the code, message and suggestion.
 *
 * Complexity: O(roles + units + witness).
 *
 * @param parts The code, message and suggestion; optionally the severity (`'error'` by default), the roles and units
 * concerned, the place and the witness.
 * @returns A frozen issue; the lists are copies.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for a part of the wrong type, `INVALID_OPTION` for an unknown part.
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
  requireParts(parts)
  const { code, severity = 'error', roles = [], units = [], place, witness, message, suggestion } = parts
  const issue = {
    code,
    severity,
    roles,
    units,
    place: place ?? {},
    witness: witness ?? [],
    message,
    suggestion,
  }
  const wrong = wrongPartOf(issue)
  if (wrong !== undefined) {
    const received: unknown = Reflect.get(issue, wrong)
    throw new OrgError(
      'INVALID_ARGUMENT',
      `The ${wrong} given to makeIssue is ${quote(received)}; it must be ${EXPECTED[wrong]}.`,
      { argument: wrong, received },
    )
  }
  return frozenIssue({
    ...issue,
    place: place ?? defaultPlace(roles, units),
    witness: witness ?? [...roles, ...units],
  })
}

/** An issue of a rule of the library, built only if it is listed. */
export function deferredIssue<const Code extends string>(
  code: Code,
  severity: Severity,
  parts: () => Omit<IssueParts<Code>, 'code' | 'severity'>,
): DeferredIssue<Code> {
  return { code, severity, make: () => makeIssue({ ...parts(), code, severity }) }
}

const EXPECTED: { readonly [Part in IssuePart]: string } = {
  code: 'text',
  severity: "'error', 'warning' or 'info'",
  roles: 'an array of ids',
  units: 'an array of ids',
  place: "an object such as { path: ['roles', 'analyst'] }",
  witness: 'an array of ids and places',
  message: 'text that says what is wrong, and where',
  suggestion: 'text that says how to fix it',
}
const PARTS = Object.keys(EXPECTED)

function requireParts(parts: unknown): void {
  if (typeof parts !== 'object' || parts === null || Array.isArray(parts)) {
    throw invalidArgument('makeIssue', 'parts', parts, 'an object { code, message, suggestion }')
  }
  givenOptions('makeIssue', parts, PARTS)
}

function defaultPlace(roles: readonly string[], units: readonly string[]): Place {
  if (roles.length > 0) return { path: ['roles', roles[0]] }
  return units.length > 0 ? { path: ['units', units[0]] } : { path: [] }
}
