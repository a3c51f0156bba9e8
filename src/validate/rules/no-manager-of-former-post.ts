import { quotedList } from '../../kernel/in-words.js'
import { invalidOption } from '../../kernel/invalid-input.js'
import { givenOptions } from '../../kernel/option-check.js'
import { OrgError } from '../../kernel/org-error.js'
import { NONE } from '../../engine/columns.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { reportsOfHandle } from '../../engine/reach.js'
import { roleRecord } from '../../engine/role-record.js'
import type { Org } from '../../model/org.js'
import { quote } from '../../kernel/quote.js'
import type { Role } from '../../model/role.js'
import { deferredIssue } from '../make-issue.js'
import type { DeferredIssue, Rule } from '../rule.js'

type FormerPostCode = 'FORMER_POST_WITH_MANAGER' | 'FORMER_POST_WITH_REPORTS'

/** The options of {@link noManagerOfFormerPost}. */
export interface FormerPostOptions<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> {
  /** Whether a role is a post that no longer exists: eliminated, closed, merged. */
  readonly isFormer: (role: Role<Id, Unit, Data, Person>) => boolean
}

/**
 * A policy: a former post has no manager and no reports.
 *
 * Checks solid lines. For each former post, in input order, gives an issue `FORMER_POST_WITH_MANAGER` if it reports to a
 * role, with the manager as the witness, and an issue `FORMER_POST_WITH_REPORTS` if roles report to it, with the
 * reports as the witness.
 *
 * Complexity: O(roles + lines), plus one call of `isFormer` per role.
 *
 * @param options `isFormer`: whether a role, as returned by `roleOf`, is a former post. It is called once per role.
 * @returns A rule for {@link checkOrg}.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, noManagerOfFormerPost } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { data: { status: 'filled' } },
 *     manager: { reportsTo: 'director', data: { status: 'eliminated' } },
 *     analyst: { reportsTo: 'manager', data: { status: 'filled' } },
 *   },
 * })
 * const policy = noManagerOfFormerPost<string, string, { readonly status: string }>({
 *   isFormer: (role) => role.data?.status === 'eliminated',
 * })
 * const { issues } = checkOrg(org, { rules: [policy] })
 * console.log(issues[0]?.message) // => The former post 'manager' still reports to 'director'
 * console.log(issues[1]?.message) // => The former post 'manager' still has reports: 'analyst'
 * ```
 */
export function noManagerOfFormerPost<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
>(options: FormerPostOptions<Id, Unit, Data, Person>): Rule<FormerPostCode, Org<Id, Unit, Data, Person>> {
  const isFormer = isFormerOption(options)
  return Object.freeze({
    codes: Object.freeze(['FORMER_POST_WITH_MANAGER', 'FORMER_POST_WITH_REPORTS'] as const),
    *check({ org }) {
      const state = stateOf(org)
      for (const handle of state.columns.ids.keys()) {
        // The definition has checked that every holder is one of the people.
        if (isFormer(roleRecord(state, handle) as Role<Id, Unit, Data, Person>))
          yield* issuesOfFormerPost(state, handle)
      }
    },
  } satisfies Rule<FormerPostCode, Org<Id, Unit, Data, Person>>)
}

function* issuesOfFormerPost(state: OrgState, handle: number): Generator<DeferredIssue<FormerPostCode>> {
  const { ids, manager } = state.columns
  const id = ids[handle]
  if (manager[handle] !== NONE && manager[handle] !== handle) {
    const above = ids[manager[handle]]
    yield deferredIssue('FORMER_POST_WITH_MANAGER', 'error', () => ({
      roles: [id],
      place: { path: ['roles', id, 'reportsTo'] },
      witness: [above],
      message: `The former post ${quote(id)} still reports to ${quote(above)}`,
      suggestion: 'Remove the post from the chart, or leave its manager out.',
    }))
  }
  const reports = Array.from(reportsOfHandle(state, handle, 'solid'), (report) => ids[report])
  if (reports.length === 0) return
  yield deferredIssue('FORMER_POST_WITH_REPORTS', 'error', () => ({
    roles: [id],
    witness: reports,
    message: `The former post ${quote(id)} still has reports: ${quotedList(reports)}`,
    suggestion: 'Give its reports another manager.',
  }))
}

function isFormerOption<Id extends string, Unit extends string, Data, Person extends string>(
  options: FormerPostOptions<Id, Unit, Data, Person>,
): (role: Role<Id, Unit, Data, Person>) => boolean {
  const received = givenOptions('noManagerOfFormerPost', options, ['isFormer']).get('isFormer')
  if (typeof received !== 'function') {
    throw invalidOption('isFormer', received, 'a function of a role that returns true or false')
  }
  const { isFormer } = options
  return (role) => {
    const former: unknown = isFormer(role)
    if (typeof former === 'boolean') return former
    throw new OrgError(
      'INVALID_OPTION',
      `The option isFormer returned ${quote(former)} for the role ${quote(role.id)}; it must return true or false.`,
      { option: 'isFormer', received: former, allowed: 'boolean' },
    )
  }
}
