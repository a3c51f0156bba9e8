import { assignmentsOf, linesOf, managerOf, type Org, peopleOf, personOf, roleOf, rolesOf } from 'rolegraph'
import type { ImportResult } from 'rolegraph/import'
import type { NaiveChart, NaiveFault, NaiveRole } from './naive-csv.js'

/** The roles of an org, in the shape of the naive reader. */
function rolesIn(org: Org): NaiveRole[] {
  return rolesOf(org).map((id) => {
    const { title, fte, holders, unit, alsoIn, status, vacant, data } = roleOf(org, id)
    const lines = linesOf(org, id, { lines: 'all' })
    return {
      id,
      manager: managerOf(org, id),
      managerAs: lines.find(({ kind }) => kind === 'solid')?.as,
      dotted: lines.filter(({ kind }) => kind === 'dotted').map(({ to, as }) => [to, as] as const),
      title,
      unit,
      alsoIn,
      status,
      fte,
      holders: [...holders],
      assignments: assignmentsOf(org, { role: id }).map(({ person, share, kind, from, to }) => ({
        person,
        share,
        kind,
        from,
        to,
      })),
      vacant,
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
  const { ok, org } = result
  const people =
    ok && naive.people !== undefined
      ? peopleOf(org).map((id) => {
          const { name, email } = personOf(org, id)
          return { id, name, email }
        })
      : undefined
  const expected = { ...naive, people: ok ? naive.people : undefined }
  return [viewOf({ roles: ok ? rolesIn(org) : [], people, faults: faultsOf(result) }), viewOf(expected)]
}

function viewOf({ roles, people, faults }: NaiveChart): unknown {
  return {
    people,
    roles: roles.map((role) => ({ ...role, data: new Map(role.data) })),
    faults: faults
      .map(({ code, line, roles: of }) => `${code} at ${String(line)}: ${of.join(' ')}`)
      .toSorted(),
  }
}
