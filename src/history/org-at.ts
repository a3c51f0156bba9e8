import { orgOfRecord } from '../define/org-of-record.js'
import { type RoleColumns, withAttributeColumns } from '../engine/columns.js'
import { type OrgRecord, type OrgState, stateIn, stateOf } from '../engine/org-state.js'
import { holdsOn, requireDate } from '../kernel/calendar-date.js'
import { type GivenOptions, givenOptions, oneOf } from '../kernel/option-check.js'
import type { History } from '../model/history.js'
import type { Org } from '../model/org.js'
import type { HolderSpec } from '../model/person.js'
import { historyStateOf, requireInHistory } from './history-state.js'

/** The option of every question about a history. */
export interface KnownOption {
  /** Answers with what was known on that day: entries and rows that became known later do not count. Default: all of them count. */
  readonly knownOn?: string
}

/** The options of {@link orgAt}. */
export interface OrgAtOptions extends KnownOption {
  /** `'of-date'` (the default) keeps the assignments that hold on the date, `'all'` those with other dates too. */
  readonly assignments?: 'of-date' | 'all'
}

/**
 * Returns the org of a history on a date. Of an org without a history, it returns the same org with the assignments of that date.
 *
 * Changes hold from their date on. The org of a date that no change has is that of the last date before it. Of the assignments with dates of
 * their own (`from`, `to`), those that hold on the date are kept; a role that is left without a holder is vacant. The org
 * has the issues of the history that hold on the date.
 *
 * Orgs of one history share every column in which they are the same. The last one that was asked for is kept.
 *
 * Complexity: O(roles + changes); O(roles) where only assignments have dates.
 *
 * @param chart The history, or an org.
 * @param date The date.
 * @param options `knownOn`, `assignments`.
 * @returns The org. Its type has the ids of all dates: narrow one with `isRole`.
 * @throws {@link OrgError} `NOT_A_HISTORY`, `INVALID_ARGUMENT`, `INVALID_OPTION`; `BEFORE_HISTORY` for a date before the history begins.
 * @example
 * ```ts
 * import { defineOrg, holdersOf, managerOf, orgAt, historyOf } from 'rolegraph'
 *
 * const start = defineOrg({
 *   roles: {
 *     director: {},
 *     lead: { reportsTo: 'director', holders: [{ person: 'Ada', to: '2026-04-01' }, { person: 'Ben', from: '2026-04-01' }] },
 *     analyst: { reportsTo: 'lead' },
 *   },
 * })
 * console.log(holdersOf(orgAt(start, '2026-03-31'), 'lead')) // => [ 'Ada' ]
 *
 * const history = historyOf(start, [
 *   { on: '2026-06-01', changes: [{ do: 'set-manager', role: 'analyst', manager: 'director' }] },
 * ])
 * console.log(managerOf(orgAt(history, '2026-05-31'), 'analyst')) // => lead
 * console.log(managerOf(orgAt(history, '2026-06-01'), 'analyst')) // => director
 * ```
 * @see {@link managerAt} for one question about one role, {@link changesBetween}.
 */
export function orgAt<Id extends string, Unit extends string, Data, Person extends string>(
  chart: History<Id, Unit, Data, Person> | Org<Id, Unit, Data, Person>,
  date: string,
  options?: OrgAtOptions,
): Org<Id, Unit, Data, Person> {
  const given = givenOptions('orgAt', options, ['knownOn', 'assignments'])
  const all =
    given.has('assignments') && oneOf('assignments', given.get('assignments'), ['of-date', 'all']) === 'all'
  const org = orgOn(chart, date, given)
  const made: Org = all ? org : withAssignmentsOf(org, date)
  // Its roles are some of those of the history.
  return made as Org<Id, Unit, Data, Person>
}

function orgOn(chart: unknown, date: unknown, given: GivenOptions): Org {
  if (stateIn(chart) !== undefined) {
    requireDate('orgAt', 'date', date)
    return chart as Org
  }
  const history = historyStateOf('orgAt', chart, given.get('knownOn'))
  const day = requireDate('orgAt', 'date', date)
  requireInHistory(history, day)
  const org = history.orgOn(day)
  const issues = history.issuesOn(day)
  if (issues.length === 0) return org
  const state = stateOf(org)
  return orgOfRecord({ ...recordOf(state), issues: Object.freeze([...state.issues, ...issues]) })
}

function recordOf({ columns, units, services, people, issues, unknownManagers }: OrgState): OrgRecord {
  return { columns, units, services, people, issues, unknownManagers }
}

/** The org with the assignments of a date; the same org where all of them are. */
function withAssignmentsOf(org: Org, date: string): Org {
  const state = stateOf(org)
  const { attributes } = state.columns
  const isOff = (holder: HolderSpec): boolean => typeof holder !== 'string' && !holdsOn(holder, date)
  let holders: (readonly HolderSpec[] | undefined)[] | undefined
  let vacant: (boolean | undefined)[] | undefined
  const column = attributes.holders ?? []
  for (let handle = 0; handle < column.length; handle++) {
    const all = column[handle]
    if (all?.some(isOff) !== true) continue
    holders ??= [...column]
    const kept = all.filter((holder) => !isOff(holder))
    holders[handle] = Object.freeze(kept)
    if (kept.length > 0 || attributes.vacant?.[handle] === undefined) continue
    vacant ??= [...attributes.vacant]
    vacant[handle] = undefined
  }
  if (holders === undefined) return org
  const changed = new Map<'holders' | 'vacant', readonly unknown[]>([['holders', holders]])
  if (vacant !== undefined) changed.set('vacant', vacant)
  const { count, handles, manager, managerEvidence, dotted, moves } = state.columns
  const columns: RoleColumns = {
    count,
    // Ids may be decoded late.
    get ids() {
      return state.columns.ids
    },
    handles,
    manager,
    managerEvidence,
    dotted,
    moves,
    attributes: withAttributeColumns(attributes, changed),
  }
  return orgOfRecord({ ...recordOf(state), columns })
}
