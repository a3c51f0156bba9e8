import { isAbove, type Issue, type Org, type Place, quote, quotedList } from '../../internal.js'
import type { ImportIssueParts, ImportIssues } from './import-issues.js'
import type { RoleFinder } from './role-finder.js'

/** From this many on, unknown managers can be one issue. */
const FEWEST = 10
const LISTED = 100

/** A manager that is not found: the role that names it, the cell, and its place. */
export interface UnknownManager {
  readonly role: string
  readonly cell: string
  readonly place: Place
}

/** What an `UNKNOWN_MANAGER` issue of a solid line reports; `undefined` for any other issue. */
export function unknownManagerIn({ code, roles, witness, place }: Issue): UnknownManager | undefined {
  const [role] = roles
  const [cell, ...more] = witness
  const isOne = code === 'UNKNOWN_MANAGER' && typeof cell === 'string' && more.length === 0
  return isOne ? { role, cell, place } : undefined
}

/** Whether so many managers are unknown that one cause is likely, and one issue says more than an issue for each. */
export function areMostUnknown(unknown: number, managers: number): boolean {
  return unknown >= FEWEST && 2 * unknown > managers
}

/** One issue for many unknown managers, with their number and the first hundred. `noun` is what they should be: `ids`. */
export function mergedUnknown(
  unknown: Iterable<UnknownManager>,
  count: number,
  managers: number,
  noun: string,
  suggestion: string,
): ImportIssueParts {
  const roles: string[] = []
  const cells = new Set<string>()
  let first: Place = {}
  for (const { role, cell, place } of unknown) {
    if (roles.length === 0) first = place
    if (roles.length < LISTED) roles.push(role)
    cells.add(cell)
    if (cells.size === LISTED) break
  }
  return {
    roles,
    place: first,
    witness: [...cells],
    message: `${String(count)} of ${String(managers)} managers are not ${noun} of roles: ${quotedList([...cells])}`,
    suggestion,
  }
}

/** The issue of a manager that could be several roles; the witness lists the first hundred. `noun` is what they share: `name`. */
export function ambiguousManager(
  role: string,
  cell: string,
  noun: string,
  finder: RoleFinder,
  found: number,
): Pick<ImportIssueParts, 'roles' | 'witness' | 'message'> {
  const { size } = finder.candidates(found)
  // Not all of them: all roles in a file may have the same name, and report to it.
  const listed = finder.idsOf(found, LISTED)
  return {
    roles: [role],
    witness: listed,
    message: `The role ${quote(role)} reports to ${quote(cell)}, which is the ${noun} of ${String(size)} roles: ${quotedList(listed, undefined, size)}`,
  }
}

/** The name that an unknown manager may mean; never that of the role itself or of one below it. */
export function likelyManager(
  role: string,
  cell: string,
  finder: RoleFinder,
  org: Org,
  issues: ImportIssues,
): string | undefined {
  const isBelow = (name: string): boolean =>
    finder.idsOf(finder.findText(name)).every((id) => id === role || isAbove(org, role, id))
  return issues.nearest(cell, finder.names, isBelow)
}

/** The advice; after `Pass corrections: … if 'Ada' is meant.` where the likely manager is one role. */
export function withCorrection(
  advice: string,
  role: string,
  likely: string | undefined,
  finder: RoleFinder,
): string {
  if (likely === undefined) return advice
  const ids = finder.idsOf(finder.findText(likely), 2)
  if (ids.length !== 1) return advice
  const correction = `{ id: ${quote(role)}, field: 'manager', to: ${quote(ids[0])}, why: '…' }`
  return `Pass corrections: [${correction}] if ${quote(likely)} is meant. Or ${advice.charAt(0).toLowerCase()}${advice.slice(1)}`
}

/** The issues; if most managers are unknown, without those of unknown managers, which become one issue. */
export function withMergedUnknown(
  issues: readonly Issue[],
  managers: number,
  suggestion: string,
  collected: ImportIssues,
): readonly Issue[] {
  const unknown = issues.flatMap((issue) => unknownManagerIn(issue) ?? [])
  if (!areMostUnknown(unknown.length, managers)) return issues
  collected.add('UNKNOWN_MANAGER', mergedUnknown(unknown, unknown.length, managers, 'ids', suggestion))
  return issues.filter((issue) => unknownManagerIn(issue) === undefined)
}

/** `; pass tops: ['NaN'] if it means that there is no manager`: for importers that have the option. */
export function topsAdvice(cell: string): string {
  return `pass tops: [${quote(cell)}] if it means that there is no manager`
}
