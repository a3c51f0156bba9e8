import { type LineKind, type Lines, type Org, type Role, roleOf, rolesOf } from '../../internal.js'

/** No role. */
export const NONE = -1

/** The roles of an org, read once, with edges as positions in the list. */
export interface RoleRows {
  readonly roles: readonly Role[]
  readonly position: ReadonlyMap<string, number>
}

/** A manager of a role. */
export interface ManagerRow {
  readonly manager: number
  readonly kind: LineKind
}

export function roleRows(org: Org): RoleRows {
  const roles = rolesOf(org).map((id) => roleOf(org, id))
  return { roles, position: new Map(roles.map(({ id }, row) => [id, row])) }
}

/** The managers of a role, the solid one first; none from a line of a role to itself. */
export function managerRows({ roles, position }: RoleRows, row: number, lines: Lines): ManagerRow[] {
  const { reportsTo, dottedTo } = roles[row]
  const managers: ManagerRow[] = []
  if (lines !== 'dotted' && reportsTo !== undefined) {
    managers.push({ manager: position.get(reportsTo) ?? NONE, kind: 'solid' })
  }
  if (lines !== 'solid') {
    for (const id of dottedTo) managers.push({ manager: position.get(id) ?? NONE, kind: 'dotted' })
  }
  return managers.filter(({ manager }) => manager !== row && manager !== NONE)
}
