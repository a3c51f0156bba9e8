import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import { personOfHolder } from '../model/person.js'
import type { Role } from '../model/role.js'
import type { OrgState } from './org-state.js'
import { isPlanned } from './planned.js'
import { isVacant, roleRecord } from './role-record.js'

/** The measures with a name. */
const NAMED_MEASURES = ['headcount', 'fte', 'cost'] as const

/** What a roll-up sums: a named measure, or a function of a role. */
export type Measure<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> = (typeof NAMED_MEASURES)[number] | ((role: Role<Id, Unit, Data, Person>) => number)

/** A figure for each role, by handle. It may be shorter than the list of roles, and have gaps. */
export type Figures = ArrayLike<number | undefined>

/**
 * Measures every role in O(roles); a named measure reads columns and makes no object per role. If planned roles do not
 * count, their figures are 0, and a function is not called for them.
 */
export function measured<Id extends string, UnitId extends string, Data, PersonId extends string>(
  state: OrgState<Id, UnitId, Data>,
  measure: Measure<Id, UnitId, Data, PersonId>,
  withoutPlanned: boolean,
): Figures {
  const isLeftOut = (handle: number): boolean => withoutPlanned && isPlanned(state, handle)
  if (typeof measure === 'function') return evaluated(state, measure, isLeftOut)
  const figures = namedFigures(state, measure)
  if (!withoutPlanned || state.columns.attributes.status === undefined) return figures
  return Array.from({ length: state.columns.count }, (_, handle) => (isLeftOut(handle) ? 0 : figures[handle]))
}

function namedFigures(state: OrgState, measure: unknown): Figures {
  if (measure === 'headcount') return headcounts(state)
  if (measure === 'fte' || measure === 'cost') return state.columns.attributes[measure] ?? []
  const allowed = `${NAMED_MEASURES.map((name) => `'${name}'`).join(' | ')} | (role) => number`
  throw new OrgError('INVALID_OPTION', `The measure is ${quote(measure)}; it can be ${allowed}.`, {
    option: 'measure',
    received: measure,
    allowed,
  })
}

function headcounts(state: OrgState): Figures {
  const { holders, vacant } = state.columns.attributes
  // A role whose holders are not known counts as held by one person.
  const own = new Float64Array(state.columns.count).fill(1)
  if (holders === undefined && vacant === undefined) return own
  for (let handle = 0; handle < own.length; handle++) own[handle] = seatsOfHandle(state, handle)
  return own
}

/** The number of filled seats of a role: its holders; 1 if they are not known. */
export function seatsOfHandle(state: OrgState, handle: number): number {
  if (isVacant(state, handle)) return 0
  const holders = state.columns.attributes.holders?.[handle]
  if (holders === undefined || holders.length < 2) return 1
  // Plain names count as often as they are given: two people may be called 'N/D'.
  if (holders.every((holder) => typeof holder === 'string')) return holders.length
  // One person may have several assignments to one role, one after the other.
  return new Set(holders.map(personOfHolder)).size
}

function evaluated<Id extends string, UnitId extends string, Data, PersonId extends string>(
  state: OrgState<Id, UnitId, Data>,
  measure: (role: Role<Id, UnitId, Data, PersonId>) => number,
  isLeftOut: (handle: number) => boolean,
): Figures {
  const own = new Float64Array(state.columns.count)
  for (let handle = 0; handle < own.length; handle++) {
    if (isLeftOut(handle)) continue
    // The definition has checked that every holder is one of the people.
    const received: unknown = measure(roleRecord(state, handle) as Role<Id, UnitId, Data, PersonId>)
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
  return own
}
