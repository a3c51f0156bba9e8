import type { NaiveRole } from './naive-csv.js'
import type { NaiveFault } from './naive-table.js'

/** A fault for each cycle of two roles or more, with its roles in any order. */
export function cyclesIn(roles: readonly NaiveRole[]): NaiveFault[] {
  const managers = new Map(roles.map(({ id, manager }) => [id, manager]))
  const faults: NaiveFault[] = []
  const seen = new Set<string>()
  for (const { id } of roles) {
    const path: string[] = []
    let next: string | undefined = id
    while (next !== undefined && !path.includes(next) && !seen.has(next)) {
      path.push(next)
      next = managers.get(next)
    }
    if (next !== undefined && path.includes(next)) {
      const cycle = path.slice(path.indexOf(next))
      if (cycle.length > 1) faults.push({ code: 'REPORTING_CYCLE', line: 0, roles: cycle.toSorted() })
    }
    for (const one of path) seen.add(one)
  }
  return faults
}
