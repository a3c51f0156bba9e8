import {
  filledManagerOf,
  type Line,
  linesOf,
  managerOf,
  type Org,
  rolesHeldBy,
  transitiveReportsOf,
} from '../../internal.js'
import type { Because } from '../asked.js'

/** The lines from a role up to its nearest filled manager, past vacant ones; all above where none is filled. */
function linesToFilledManager(org: Org, role: string): Line[] {
  const filled = filledManagerOf(org, role)
  const lines: Line[] = []
  const visited = new Set<string>()
  for (let next = role; next !== filled && !visited.has(next);) {
    visited.add(next)
    const manager = managerOf(org, next)
    if (manager === undefined) break
    lines.push(...linesOf(org, next))
    next = manager
  }
  return lines
}

function asReasons(lines: Iterable<Line>): Because[] {
  const distinct = new Map(Array.from(lines, (line) => [line.from, line]))
  return Array.from(distinct.values(), (line) => ({ kind: 'line', line }))
}

/** The lines from a role to its nearest filled manager. */
export function linesOfPlace(org: Org, role: string): Because[] {
  return asReasons(linesToFilledManager(org, role))
}

/** The lines from the roles of a person to their nearest filled managers. */
export function linesOfPerson(org: Org, person: string): Because[] {
  return asReasons(rolesHeldBy(org, person).flatMap((role) => linesToFilledManager(org, role)))
}

/** The lines by which people report to a person: directly, or at any depth. */
export function linesToPerson(
  org: Org,
  person: string,
  reports: readonly string[],
  isAny = false,
): Because[] {
  const own = new Set<string>(rolesHeldBy(org, person))
  const below = isAny ? new Set([...own].flatMap((role) => transitiveReportsOf(org, role))) : undefined
  const isReport = (role: string): boolean => {
    if (below !== undefined) return below.has(role)
    const manager = filledManagerOf(org, role)
    return manager !== undefined && own.has(manager)
  }
  const roles = new Set(reports.flatMap((report) => rolesHeldBy(org, report)).filter(isReport))
  return asReasons([...roles].flatMap((role) => linesToFilledManager(org, role)))
}
