import { type Line, lineRecord, type OrgState, peopleIndexOf, targetsOf } from '../internal.js'
import type { CountedLimit, LimitTable } from './limit-table.js'
import type { Delegation } from './policy-spec.js'

/** Somebody who can act in a role. */
export interface Able {
  /** The handle of the role; `undefined` for a fallback that is a person. */
  readonly handle: number | undefined
  readonly person: string | undefined
  /** Tells people apart: the person, or the handle of a role whose holders the chart does not name. */
  readonly key: string | number
  /** The amount up to which they may approve; -1 if they have no limit. */
  readonly authority: number
  readonly limit: CountedLimit | undefined
  readonly standsInFor: string | undefined
  readonly delegations: readonly Delegation[]
}

export const NO_AUTHORITY = -1
export const NO_DELEGATIONS: readonly Delegation[] = Object.freeze([])

/** The limits that apply in an org, looked up once per role. */
export class LimitsInOrg {
  /**
   * By role, the only one who could ever act there: a sole holder without dates or a kind, for whom the policy has no absences. `null`
   * if there is no such person.
   */
  readonly usual: (readonly Able[] | null | undefined)[]
  readonly #ofRoles: (CountedLimit | null | undefined)[]

  constructor(
    readonly state: OrgState,
    readonly table: LimitTable,
  ) {
    const { count } = state.columns
    this.usual = new Array<readonly Able[] | null | undefined>(count).fill(undefined)
    this.#ofRoles = new Array<CountedLimit | null | undefined>(count).fill(undefined)
  }

  /** Somebody who acts on their own behalf, not as a delegate. */
  own(person: string | undefined, handle: number | undefined): Able {
    const limit = handle === undefined ? undefined : this.limitOf(person, handle)
    return {
      handle,
      person,
      key: person ?? handle ?? NO_AUTHORITY,
      authority: limit === undefined ? NO_AUTHORITY : limit.upTo,
      limit,
      standsInFor: undefined,
      delegations: NO_DELEGATIONS,
    }
  }

  /** The limit of a person in a role, or of the role alone if its holder has no name. */
  limitOf(person: string | undefined, handle: number): CountedLimit | undefined {
    return this.table.ofPerson(person) ?? this.limitOfRole(handle)
  }

  limitOfRole(handle: number): CountedLimit | undefined {
    const known = this.#ofRoles[handle]
    if (known !== undefined) return known ?? undefined
    const { ids, attributes } = this.state.columns
    const found = this.table.ofRole(ids[handle], attributes.unit?.[handle], attributes.grade?.[handle])
    this.#ofRoles[handle] = found ?? null
    return found
  }

  /** The highest limit of a person in any of their roles. */
  highestLimitOf(person: string): CountedLimit | undefined {
    const own = this.table.ofPerson(person)
    if (own !== undefined) return own
    const { numbers, roles } = this.state.kept(peopleIndexOf)
    const number = numbers.get(person)
    let highest: CountedLimit | undefined
    for (const handle of number === undefined ? [] : targetsOf(roles, number)) {
      const limit = this.limitOfRole(handle)
      if (limit !== undefined && (highest === undefined || limit.upTo > highest.upTo)) highest = limit
    }
    return highest
  }
}

/** The frozen solid line of each role that a route has climbed. */
function linesUp({ columns }: OrgState): (Line | undefined)[] {
  return new Array<Line | undefined>(columns.count).fill(undefined)
}

/** The solid line from a role to its manager, shared by all routes of the org. */
export function lineUp(state: OrgState, report: number, manager: number): Line {
  const known = state.kept(linesUp)
  return (known[report] ??= Object.freeze(lineRecord(state, report, manager, 'solid')))
}
