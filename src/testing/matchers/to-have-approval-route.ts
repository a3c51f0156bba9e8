import { givenOptions, invalidArgument, isPlainObject, isWholeNumber } from '../../internal.js'
import {
  type ExpectedApprover,
  isApprover,
  requireApprover,
  requireRoute,
  routeLines,
  stepText,
  type TestedRoute,
} from '../approval-route.js'
import { type MatchResult, matchResult, Shown } from '../match-result.js'

/**
 * An expected step: one approver; `anyOf` several, of whom one or `needed` have to approve; or `allOf` several. It lists
 * everyone who is asked in the step, in any order.
 */
export type ExpectedStep<Id extends string = string, Person extends string = string> =
  | ExpectedApprover<Id, Person>
  | { readonly anyOf: readonly ExpectedApprover<Id, Person>[]; readonly needed?: number }
  | { readonly allOf: readonly ExpectedApprover<Id, Person>[] }

/**
 * Whether a request has exactly these steps of approval, in this order; without `steps`, whether it can be approved at all.
 *
 * Always fails for an answer `NO_APPROVER`.
 *
 * Complexity: O(Σ a²) over the steps, with a approvers in a step.
 *
 * @param route The answer of `approvalRoute` in `rolegraph/approval`.
 * @param steps One entry per step: `{ role }`, `{ person }` or both, or `anyOf` or `allOf` a list of these.
 * @returns Whether it passes, and the message with the steps received and the first one that differs.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a route and steps, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalPolicy, approvalRoute } from 'rolegraph/approval'
 * import { toHaveApprovalRoute } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: {
 *     cfo: { holders: ['Fay'] },
 *     lead: { reportsTo: 'cfo', holders: ['Lee', 'Lou'] },
 *     buyer: { reportsTo: 'lead' },
 *   },
 * })
 * const policy = approvalPolicy({ rules: [{ by: 'levels', levels: 2 }] })
 * const route = approvalRoute(org, policy, { requester: { role: 'buyer' } })
 * const either = { anyOf: [{ person: 'Lee' }, { person: 'Lou' }] }
 * console.log(toHaveApprovalRoute(route, [either, { role: 'cfo' }]).pass) // => true
 * console.log(toHaveApprovalRoute(route, [either]).message())
 * // => expect(route).toHaveApprovalRoute([…])
 * // =>
 * //    Step 2: expected nobody, received 'Fay' as 'cfo'.
 * //    The route has 2 steps:
 * //      1. 'Lee' as 'lead' or 'Lou' as 'lead'
 * //      2. 'Fay' as 'cfo'
 * ```
 * @see {@link toBeApprovedBy} for one of the approvers.
 */
export function toHaveApprovalRoute<Id extends string, Person extends string>(
  route: TestedRoute<Id, Person>,
  steps?: readonly ExpectedStep<NoInfer<Id>, NoInfer<Person>>[],
): MatchResult {
  requireRoute('toHaveApprovalRoute', route)
  const expected = steps === undefined ? undefined : expectedSteps(steps)
  const differing = expected === undefined ? NONE : firstDifference(route, expected)
  const pass = route.outcome === 'ROUTE' && differing === NONE
  return matchResult(
    pass,
    'toHaveApprovalRoute',
    [steps === undefined ? undefined : new Shown('[…]')],
    () => [
      differing === NONE
        ? undefined
        : `Step ${String(differing + 1)}: expected ${textOf(expected, differing)}, received ${textOf(route.steps, differing)}.`,
      ...routeLines(route),
    ],
    'route',
  )
}

interface Step {
  readonly approvers: readonly ExpectedApprover[]
  readonly needed: number
}

const NONE = -1
const ALLOWED = "{ role: 'cfo' }, { person: 'ada' }, { anyOf: […] } or { allOf: […] }"

function expectedSteps(steps: unknown): Step[] {
  if (!Array.isArray(steps)) throw invalidArgument('toHaveApprovalRoute', 'steps', steps, 'a list of steps')
  return Array.from<unknown, Step>(steps, expectedStep)
}

function expectedStep(step: unknown): Step {
  const [all, any] = ['allOf', 'anyOf'].map((name) => isPlainObject(step) && Object.hasOwn(step, name))
  if (!all && !any) {
    requireApprover('toHaveApprovalRoute', step)
    // It has just been checked.
    return { approvers: [step as ExpectedApprover], needed: 1 }
  }
  const given = givenOptions('toHaveApprovalRoute', step, all ? ['allOf'] : ['anyOf', 'needed'])
  const list = given.get(all ? 'allOf' : 'anyOf')
  if (!Array.isArray(list) || list.length === 0)
    throw invalidArgument('toHaveApprovalRoute', 'a step', step, ALLOWED)
  const approvers = Array.from<unknown, ExpectedApprover>(list, (one) => {
    requireApprover('toHaveApprovalRoute', one)
    return one as ExpectedApprover
  })
  const needed = all ? approvers.length : (given.get('needed') ?? 1)
  if (!isWholeNumber(needed, 1))
    throw invalidArgument('toHaveApprovalRoute', 'needed', needed, 'a whole number, 1 or more')
  return { approvers, needed }
}

/** The index of the first step that differs; `NONE` if none does. */
function firstDifference({ steps }: TestedRoute, expected: readonly Step[]): number {
  const longer = steps.length > expected.length ? steps : expected
  return longer.findIndex((_, index) => {
    const [step, wanted] = [steps.at(index), expected.at(index)]
    return step === undefined || wanted === undefined || !isAsExpected(step, wanted)
  })
}

/** Whether the expected approvers can be matched one to one with those received. */
function isAsExpected({ approvers, needed }: TestedRoute['steps'][number], wanted: Step): boolean {
  if (needed !== wanted.needed || approvers.length !== wanted.approvers.length) return false
  // A person is asked once, so only an expectation without a person can match several: these go last.
  const isOpen = ({ person, standsInFor }: ExpectedApprover): number =>
    Number((person ?? standsInFor) === undefined)
  const closest = [...wanted.approvers].sort((a, b) => isOpen(a) - isOpen(b))
  const left = new Set(approvers)
  return closest.every((each) => {
    const found = Array.from(left).find((one) => isApprover(one, each))
    return found !== undefined && left.delete(found)
  })
}

function textOf(steps: readonly Step[] | TestedRoute['steps'] | undefined, index: number): string {
  const step = steps?.at(index)
  return step === undefined ? 'nobody' : stepText(step.approvers, step.needed)
}
