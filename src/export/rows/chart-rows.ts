import { type Org, type OrgState, roleOf, type RoleSpec, roleSpec, stateOf } from '../../internal.js'
import { type Carried, listOf, loseBesideRoles, loseOfRole, type TableLoss } from '../csv/table-losses.js'

/** A role as a row for a chart library. Fields that say nothing are left out. Rows are fresh objects, which you may change. */
export interface ChartRow {
  readonly id: string
  readonly title: string
  /** The names of who holds the role. */
  readonly holders?: string[]
  readonly vacant?: true
  readonly status?: 'planned'
  readonly unit?: string
  readonly family?: string
  readonly grade?: number
  readonly fte?: number
  readonly cost?: number
  readonly data?: unknown
}

const CARRIED: Carried = {
  role: new Set<keyof RoleSpec>([
    ...(['title', 'holders', 'vacant', 'status', 'unit', 'family', 'grade', 'fte', 'cost', 'data'] as const),
    'reportsTo',
  ]),
  lineNames: false,
  terms: false,
  people: 'names',
}

/** The roles of an org as rows, each with its manager: a forest, in which one line of each cycle is left out. */
export class ChartRows {
  readonly rows: readonly ChartRow[]
  /** The place of the manager of each row; -1 for none. */
  readonly managers: Int32Array
  readonly lost: readonly TableLoss[]

  /** @param withLines Whether lines are carried as such, with their names: dotted ones too, and all of a cycle. */
  constructor(org: Org, withLines = false) {
    const state = stateOf(org)
    const lost: TableLoss[] = []
    const lose = (loss: TableLoss): void => {
      lost.push(Object.freeze(loss))
    }
    const { ids } = state.columns
    const keeps = withLines
      ? { ...CARRIED, role: new Set([...CARRIED.role, 'dottedTo' as const]), lineNames: true }
      : CARRIED
    const units = new Set<string>()
    const seated = new Set<string>()
    this.managers = managersOf(state, (report, manager) => {
      if (!withLines) lose({ kind: 'solid-line', of: [report, manager], field: undefined, why: 'no-place' })
    })
    this.rows = ids.map((id, handle) => {
      const spec = roleSpec(state, handle)
      loseOfRole(id, spec, keeps, lose)
      if (spec.unit !== undefined) units.add(spec.unit)
      for (const holder of listOf(spec.holders))
        seated.add(typeof holder === 'string' ? holder : holder.person)
      return rowOf(org, state, id, spec)
    })
    for (const [handle, manager] of state.unknownManagers)
      lose({ kind: 'solid-line', of: [ids[handle], manager], field: undefined, why: 'no-such-end' })
    loseBesideRoles(
      state,
      keeps,
      (unit) => units.has(unit),
      (person) => seated.has(person),
      lose,
    )
    this.lost = Object.freeze(lost)
  }
}

function rowOf(org: Org, { people }: OrgState, id: string, spec: RoleSpec): ChartRow {
  const { title, unit, family, grade, fte, cost, data } = spec
  const holders = roleOf(org, id).holders.map((person) => people?.get(person)?.name ?? person)
  return {
    id,
    title: title ?? id,
    ...(holders.length > 0 && { holders }),
    ...(spec.vacant === true && { vacant: true }),
    ...(spec.status === 'planned' && { status: 'planned' }),
    ...(unit !== undefined && { unit }),
    ...(family !== undefined && { family }),
    ...(grade !== undefined && { grade }),
    ...(fte !== undefined && { fte }),
    ...(cost !== undefined && { cost }),
    ...(data !== undefined && { data }),
  }
}

/** The managers of the roles, without the line of the first role of each cycle. */
function managersOf({ columns }: OrgState, leaveOut: (report: string, manager: string) => void): Int32Array {
  const managers = columns.manager.slice()
  // The walk in which a role was reached; each role is walked over once.
  const walks = new Int32Array(columns.count)
  for (let start = 0; start < columns.count; start++) {
    let at = start
    while (at >= 0 && walks[at] === 0) {
      walks[at] = start + 1
      at = managers[at]
    }
    if (at < 0 || walks[at] !== start + 1) continue
    leaveOut(columns.ids[at], columns.ids[managers[at]])
    managers[at] = -1
  }
  return managers
}
