import { linesOf, managerOf, type Org, roleOf, rolesOf } from 'rolegraph'
import type { ImportResult } from 'rolegraph/import'
import type { NaiveChart, NaiveFault, NaiveRole } from './naive-csv.js'

/** The roles of an org, in the shape of the naive reader. */
function rolesIn(org: Org): NaiveRole[] {
  return rolesOf(org).map((id) => {
    const { title, fte, holders, unit, data } = roleOf(org, id)
    return {
      id,
      manager: managerOf(org, id),
      dotted: linesOf(org, id, { lines: 'dotted' })
        .filter((line) => line.from === id)
        .map(({ to }) => to),
      title,
      unit,
      fte,
      holders: [...holders],
      data: Object.entries((data ?? {}) as Record<string, unknown>),
    }
  })
}

/** The errors of a result, as the naive reader gives them. Its warnings are advice. */
function faultsOf(result: ImportResult): NaiveFault[] {
  return result.issues
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place, roles }) => ({
      code,
      line: code === 'REPORTING_CYCLE' ? 0 : (place.line ?? 0),
      roles:
        code === 'REPORTING_CYCLE'
          ? roles.toSorted()
          : code === 'DUPLICATE_ID' && roles.length === 0
            ? []
            : roles,
    }))
}

/** What the library and the naive reader see in the same input, each in a form that can be compared. */
export function bothViews(
  result: ImportResult,
  naive: NaiveChart,
): readonly [seen: unknown, expected: unknown] {
  return [viewOf(result.ok ? rolesIn(result.org) : [], faultsOf(result)), viewOf(naive.roles, naive.faults)]
}

function viewOf(roles: readonly NaiveRole[], faults: readonly NaiveFault[]): unknown {
  return {
    roles: roles.map((role) => ({ ...role, data: new Map(role.data) })),
    faults: faults
      .map(({ code, line, roles: of }) => `${code} at ${String(line)}: ${of.join(' ')}`)
      .toSorted(),
  }
}
