import { OrgError } from '../model/org-error.js'
import { quote } from '../model/quote.js'
import type { Role } from '../model/role.js'
import type { OrgState } from './org-state.js'
import { isVacant, roleRecord } from './role-record.js'

/** The measures that a roll-up knows by name. */
const NAMED_MEASURES = ['headcount', 'fte', 'cost'] as const

/** What a roll-up sums: a measure by its name, or a function of a role. */
export type Measure<Id extends string = string, Unit extends string = string, Data = unknown> =
  (typeof NAMED_MEASURES)[number] | ((role: Role<Id, Unit, Data>) => number)

/** A figure for each role, by handle, and for how many roles there was none. */
export interface Measured {
  /** May be shorter than the roles are many, and lack figures in between: those are 0. */
  readonly own: ArrayLike<number | undefined>
  readonly missing: number
}

/** Measures every role in O(roles); a name reads one column and makes no object a role. */
export function measured<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  measure: Measure<Id, UnitId, Data>,
): Measured {
  if (measure === 'headcount') return headcounts(state)
  if (measure === 'fte' || measure === 'cost') return figures(state, state.columns.attributes[measure])
  const received: unknown = measure
  if (typeof received === 'function') return evaluated(state, measure)
  const allowed = `${NAMED_MEASURES.map((name) => `'${name}'`).join(' | ')} | (role) => number`
  throw new OrgError('INVALID_OPTION', `The measure is ${quote(received)}; it can be ${allowed}.`, {
    option: 'measure',
    received,
    allowed,
  })
}

function headcounts(state: OrgState): Measured {
  const { holders, vacant } = state.columns.attributes
  // A role of which the chart does not say who fills it is taken to be filled once.
  const own = new Float64Array(state.columns.count).fill(1)
  if (holders === undefined && vacant === undefined) return { own, missing: 0 }
  for (let handle = 0; handle < own.length; handle++) {
    if (isVacant(state, handle)) own[handle] = 0
    else own[handle] = holders?.[handle]?.length ?? 1
  }
  return { own, missing: 0 }
}

function figures(state: OrgState, column: readonly (number | undefined)[] = []): Measured {
  let missing = state.columns.count - column.length
  for (let handle = 0; handle < column.length; handle++) if (column[handle] === undefined) missing++
  return { own: column, missing }
}

function evaluated<Id extends string, UnitId extends string, Data>(
  state: OrgState<Id, UnitId, Data>,
  measure: (role: Role<Id, UnitId, Data>) => number,
): Measured {
  const own = new Float64Array(state.columns.count)
  for (let handle = 0; handle < own.length; handle++) {
    const received: unknown = measure(roleRecord(state, handle))
    if (typeof received === 'number' && Number.isFinite(received)) {
      own[handle] = received
      continue
    }
    const role = state.columns.ids[handle]
    throw new OrgError(
      'INVALID_MEASURE',
      `The measure of the role ${quote(role)} is ${quote(received)}; it must be a finite number. ` +
        'Return 0 for a role that has none.',
      { role, received },
    )
  }
  return { own, missing: 0 }
}
