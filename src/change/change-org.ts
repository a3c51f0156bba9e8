import { collectsIssues, type OnIssue } from '../define/issue-list.js'
import { orgOfRecord } from '../define/org-of-record.js'
import { stateOf } from '../engine/org-state.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import type { ChangeIssue, Issue } from '../kernel/issue.js'
import { givenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import type { Change, ChangeEffect } from '../model/change.js'
import type { Org } from '../model/org.js'
import { type AppliedChanges, applyChanges } from './apply-changes.js'
import type { ChangedOrg, CheckedChanges } from './changed-ids.js'
import { OpenOrg } from './open-org.js'
import { recordAfter } from './version-record.js'

/** The options of {@link changeOrg}: what it does with changes that break the chart. */
export interface ChangeOptions {
  /**
   * `'throw'` (the default) an `OrgError` with all problems and change nothing, or `'collect'` them on the org, as the functions that
   * make orgs do: lines that close a cycle or lead to an unknown manager are kept, and other changes with problems are left out.
   */
  readonly onIssue?: OnIssue
}

/** What {@link changeOrg} returns. */
export interface ChangeResult<
  Changed extends Org = Org,
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> {
  /** The org after the changes. */
  readonly org: Changed
  /** The changes that were applied: frozen copies. */
  readonly changes: readonly Change<Id, Unit, Data, Person>[]
  /** What the changes did besides what they say, each as a change with the index of its cause, in order. */
  readonly effects: readonly ChangeEffect<Id, Unit, Data, Person>[]
}

/**
 * Applies changes to an org, and returns the org after them. The org itself stays as it is.
 *
 * Changes apply in order, each to the result of those before it: all of them or, where one has a problem, none. The error lists
 * every problem with the index of its change: an unknown id, a line that would close a cycle (with the cycle), a role that cannot be
 * removed since others report or refer to it (with these). After a change with a problem the following ones are checked as if it
 * were left out.
 *
 * Nothing happens silently. A role that is removed takes its own lines and moves with it; what happens to its reports and to
 * what else refers to it is part of the change (`reports`, `references`), and what happened is in `effects`.
 *
 * Roles keep their order: an added role is last unless it is added `before` another one. The new org shares every column with the
 * old one that the changes do not touch, and its indexes are built when they are first needed. Issues of an org that was made
 * with them stay, except for those that the changes resolve.
 *
 * The ids of the new org follow a literal list: added roles, units and people are ids of its type, and removed ones are not. With
 * `reports: 'remove'` the compiler cannot know who is removed, so the ids are strings.
 *
 * Complexity: O(changes + what they refer to) and one copy of each column that they touch; O(roles + lines + moves) where they add,
 * remove, rename or reorder roles.
 *
 * @param org The org.
 * @param changes The changes, in order.
 * @param options `onIssue`.
 * @returns The org, the changes and their effects.
 * @throws {@link OrgError} `INVALID_CHANGES` with all problems (unless they are collected), `INVALID_ARGUMENT`, `INVALID_OPTION`,
 * `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { changeOrg, defineOrg, managerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' } },
 * })
 * const changed = changeOrg(org, [
 *   { do: 'remove-role', role: 'lead', reports: 'lift' },
 *   { do: 'add-role', role: 'planner', spec: { reportsTo: 'director' } },
 * ])
 * console.log(managerOf(changed.org, 'analyst')) // => director
 * console.log(changed.effects) // => [ { of: 0, change: { do: 'set-manager', role: 'analyst', manager: 'director' } } ]
 * ```
 * @see {@link invertChanges}, {@link diffOrgs}, {@link describeChange}.
 */
export function changeOrg<
  Id extends string,
  Unit extends string,
  Data,
  Person extends string,
  const List extends readonly Change[],
>(
  org: Org<Id, Unit, Data, Person>,
  changes: List & CheckedChanges<List, NoInfer<Id>, NoInfer<Unit>, NoInfer<Person>>,
  options?: ChangeOptions,
): ChangeResult<ChangedOrg<List, Id, Unit, Data, Person>> {
  const given = givenOptions('changeOrg', options, ['onIssue'])
  const collect = collectsIssues(given)
  const open = new OpenOrg(stateOf(org), undefined, true)
  const applied = applyChanges(open, changeList('changeOrg', changes))
  const issues = issuesOfChanges(applied)
  if (!collect) throwIfAny(applied, issues)
  const record = recordAfter(open)
  const changed: Org = orgOfRecord(
    issues.length === 0 ? record : { ...record, issues: Object.freeze([...record.issues, ...issues]) },
  )
  return {
    // The compiler knows the ids by the list; here they have just been applied.
    org: changed as ChangedOrg<List, Id, Unit, Data, Person>,
    changes: applied.changes,
    effects: applied.effects,
  }
}

function changeList(caller: string, changes: unknown): readonly unknown[] {
  if (Array.isArray(changes)) return changes
  throw invalidArgument(caller, 'changes', changes, 'a list of changes')
}

export function issuesOfChanges({ issues }: Pick<AppliedChanges, 'issues'>): readonly ChangeIssue[] {
  return Object.freeze(issues.all.map(changeIssue))
}

function changeIssue(issue: Issue): ChangeIssue {
  const change = Number(issue.place.path?.[1] ?? 0)
  return Object.freeze({ ...issue, change })
}

function throwIfAny({ issues }: AppliedChanges, all: readonly ChangeIssue[]): void {
  if (all.length > 0)
    throw new OrgError('INVALID_CHANGES', issues.textOf('The changes have'), { issues: all })
}

/**
 * Returns the changes that take changes back: applied to the org after the changes, they give the org before them, in the same
 * order and with everything that the effects of the changes took away.
 *
 * Complexity: as for {@link changeOrg}.
 *
 * @param org The org before the changes.
 * @param changes The changes to take back.
 * @returns Fresh changes, the last of `changes` taken back first.
 * @throws {@link OrgError} as {@link changeOrg}.
 * @example
 * ```ts
 * import { changeOrg, defineOrg, invertChanges } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead', title: 'Analyst' } } })
 * const changes = [{ do: 'update-role', role: 'analyst', set: { title: 'Planner' } }] as const
 * console.log(invertChanges(org, changes)) // => [ { do: 'update-role', role: 'analyst', set: { title: 'Analyst' } } ]
 * ```
 * @see {@link changeOrg}.
 */
export function invertChanges<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  changes: readonly Change[],
): Change[] {
  const undo: Change[] = []
  const open = new OpenOrg(stateOf(org), undo, true)
  const applied = applyChanges(open, changeList('invertChanges', changes))
  throwIfAny(applied, issuesOfChanges(applied))
  return undo.reverse()
}
