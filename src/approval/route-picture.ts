import {
  defineOrg,
  givenOptions,
  invalidArgument,
  invalidOption,
  type MoveSpec,
  type Org,
  ownValue,
  personOf,
  type RoleSpec,
  roleOf,
  stateOf,
} from '../internal.js'
import { toMermaid, toSvg } from '../render/index.js'
import type { ApprovalRequest } from './approval-request.js'
import {
  type ApprovalRoute,
  type ApprovalStep,
  type Approver,
  missingText,
  PASSED_IN_SHORT,
  type PassedOver,
} from './route-answer.js'
import { RouteNames } from './route-names.js'

/** What a picture shows besides the route. */
export interface RoutePictureOptions<Id extends string = string, Person extends string = string> {
  /** The request given to {@link approvalRoute}: the picture then begins with the requester and the amount. */
  readonly request?: ApprovalRequest<Id, Person>
}

/** How to draw a route as SVG. */
export interface RouteSvgOptions<
  Id extends string = string,
  Person extends string = string,
> extends RoutePictureOptions<Id, Person> {
  /** The accessible name of the picture. Default: `'Approval route'`. */
  readonly title?: string
}

/** A box, as a role of a chart, with a note to print in parentheses after its title. */
type BoxSpec = RoleSpec<string, never, undefined> & { readonly title: string; readonly note?: string }

/** How many of the people who are not asked get their own box. */
const MOST_PASSED = 12

/**
 * Returns an approval route as a Mermaid flowchart, from the request on the left to its outcome on the right.
 *
 * Each approver is a box with the title of the role, the person and the limit. If a step has several approvers, each box says how
 * many of them have to approve. Dashed arrows lead to those who are not asked, with the reason. Titles and names come from the
 * org; labels are escaped, so any text in them stays plain text.
 *
 * Complexity: O(Σ a × b) over adjacent steps with a and b approvers.
 *
 * @param org The org.
 * @param route The answer of {@link approvalRoute}, or one restored from JSON.
 * @param options `request`.
 * @returns A flowchart, without a line break after the last line.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a route, `UNKNOWN_ROLE` and `UNKNOWN_PERSON` for a route of another org,
 * `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalPolicy, approvalRoute, routeToMermaid } from 'rolegraph/approval'
 *
 * const org = defineOrg({ roles: { cfo: { title: 'CFO' }, buyer: { title: 'Buyer', reportsTo: 'cfo' } } })
 * const policy = approvalPolicy({ limits: [{ role: 'cfo', upTo: 500 }], rules: [{ by: 'chain' }] })
 * const request = { requester: { role: 'buyer' }, amount: 200 } as const
 * const route = approvalRoute(org, policy, request)
 * for (const line of routeToMermaid(org, route, { request }).split('\n')) console.log(line)
 * // => flowchart LR
 * //      b0["Buyer (requests 200)"]
 * //      b1["CFO (up to 500)"]
 * //      b2["Approved"]
 * //      b0 --> b1
 * //      b1 --> b2
 * ```
 * @see {@link routeToSvg}.
 */
export function routeToMermaid<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  route: ApprovalRoute<NoInfer<Id>, NoInfer<Person>>,
  options?: RoutePictureOptions<NoInfer<Id>, NoInfer<Person>>,
): string {
  const given = givenOptions('routeToMermaid', options, ['request'])
  const drawn = routeAsOrg('routeToMermaid', org, route, given.get('request'), ' ')
  return toMermaid(drawn, { relations: 'career' })
}

/**
 * Returns an approval route as an SVG document: the picture of {@link routeToMermaid}, in the style of `toSvg`.
 *
 * Complexity: as for `toSvg` with one box per approver.
 *
 * @param org The org.
 * @param route The answer of {@link approvalRoute}, or one restored from JSON.
 * @param options `request`, `title`.
 * @returns An SVG document, without a line break after the last line.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a route, `UNKNOWN_ROLE` and `UNKNOWN_PERSON` for a route of another org,
 * `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalPolicy, approvalRoute, routeToSvg } from 'rolegraph/approval'
 *
 * const org = defineOrg({ roles: { cfo: { title: 'CFO' }, buyer: { reportsTo: 'cfo' } } })
 * const policy = approvalPolicy({ rules: [{ by: 'levels', levels: 1 }] })
 * const svg = routeToSvg(org, approvalRoute(org, policy, { requester: { role: 'buyer' } }))
 * console.log(/<title>.*?<\/title>/.exec(svg)?.[0]) // => <title>Approval route</title>
 * ```
 */
export function routeToSvg<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  route: ApprovalRoute<NoInfer<Id>, NoInfer<Person>>,
  options?: RouteSvgOptions<NoInfer<Id>, NoInfer<Person>>,
): string {
  const given = givenOptions('routeToSvg', options, ['request', 'title'])
  const title = given.get('title') ?? 'Approval route'
  if (typeof title !== 'string') throw invalidOption('title', title, 'a string')
  // The note starts on a new line, so that no line breaks within '1 of 2'.
  const drawn = routeAsOrg('routeToSvg', org, route, given.get('request'), '\n')
  return toSvg(drawn, { relations: 'career', legend: false, title })
}

/**
 * The route as a career chart, which the outputs draw from left to right: a role per box and a move per arrow. `gap` separates a
 * title from its note.
 */
function routeAsOrg(caller: string, org: Org, route: unknown, request: unknown, gap: ' ' | '\n'): Org {
  const { steps, passedOver, outcome } = routeIn(caller, org, route)
  const currency = ownValue(request, 'currency')
  const unit = typeof currency === 'string' ? ` ${currency}` : ''
  const boxes: BoxSpec[] = [requestBox(org, request, unit)]
  const moves: MoveSpec[][] = [[]]
  const add = (box: BoxSpec): number => {
    moves.push([])
    return boxes.push(box) - 1
  }
  const connect = (from: number, to: number, kind: 'advancement' | 'transition' = 'advancement'): void => {
    moves[from].push({ to: String(to), kind })
  }
  let last = [0]
  for (const step of steps) {
    const those = step.approvers.map((approver) => add(approverBox(org, step, approver, unit)))
    for (const from of last) for (const to of those) connect(from, to)
    last = those
  }
  const end = add({ title: outcome })
  for (const from of last) connect(from, end)
  for (const one of passedOver.slice(0, MOST_PASSED)) connect(0, add(passedBox(org, one)), 'transition')
  const more = passedOver.length - MOST_PASSED
  if (more > 0) connect(0, add({ title: `${String(more)} more are not asked` }), 'transition')
  return defineOrg<string>({
    roles: Object.fromEntries(
      boxes.map(({ note = '', ...box }, at) => {
        const title = note === '' ? box.title : `${box.title}${gap}(${note})`
        return [String(at), { ...box, title, progressesTo: moves[at] }] as const
      }),
    ),
  })
}

interface RouteRead {
  readonly steps: readonly ApprovalStep[]
  readonly passedOver: readonly PassedOver[]
  /** The text of the last box. */
  readonly outcome: string
}

/** The parts of a route, which may come from JSON. Throws `INVALID_ARGUMENT`. */
function routeIn(caller: string, org: Org, route: unknown): RouteRead {
  const [outcome, steps, passed] = ['outcome', 'steps', 'passedOver'].map((name) => ownValue(route, name))
  const isMissing = outcome === 'NO_APPROVER'
  const hasReason = typeof ownValue(ownValue(route, 'because'), 'role') === 'string'
  const isStep = (step: unknown): boolean => {
    const approvers = ownValue(step, 'approvers')
    return Array.isArray(approvers) && approvers.every((one) => typeof ownValue(one, 'because') === 'object')
  }
  const isRoute =
    (isMissing ? hasReason : outcome === 'ROUTE') &&
    Array.isArray(steps) &&
    steps.every(isStep) &&
    Array.isArray(passed) &&
    passed.every((one) => typeof ownValue(one, 'because') === 'string')
  if (!isRoute) throw invalidArgument(caller, 'route', route, 'a result of approvalRoute')
  // The checks above have shown that it is one.
  const read = route as ApprovalRoute
  return {
    steps: read.steps,
    passedOver: read.passedOver,
    outcome: read.outcome === 'ROUTE' ? 'Approved' : missingText(read.because, new RouteNames(stateOf(org))),
  }
}

function requestBox(org: Org, request: unknown, unit: string): BoxSpec {
  if (request === undefined) return { title: 'Request' }
  const requester = ownValue(request, 'requester')
  const [role, person] = ['role', 'person'].map((name) => ownValue(requester, name))
  if (role === undefined && person === undefined)
    throw invalidOption('request', request, 'a request, as approvalRoute takes it')
  const [kind, amount] = [ownValue(request, 'kind'), ownValue(request, 'amount')]
  const what = [
    'requests',
    ...(typeof kind === 'string' ? [kind] : []),
    ...(typeof amount === 'number' ? [`${String(amount)}${unit}`] : []),
  ].join(' ')
  return box(org, role as string | undefined, person as string | undefined, what)
}

function approverBox(org: Org, step: ApprovalStep, one: Approver, unit: string): BoxSpec {
  const { approvers, needed } = step
  const count = approvers.length
  const notes: string[] = []
  if (count > 1)
    notes.push(needed === count ? `all ${String(count)}` : `${String(needed)} of ${String(count)}`)
  const { limit, rule } = one.because
  if (rule === 'fallback') notes.push('fallback')
  if (limit !== undefined)
    notes.push(limit.upTo === null ? 'any amount' : `up to ${String(limit.upTo)}${unit}`)
  return box(org, one.role, one.person, notes.join(', '), one.standsInFor)
}

function passedBox(org: Org, { role, person, because, standsInFor }: PassedOver): BoxSpec {
  if (because === 'vacant') return { ...box(org, role, undefined, ''), vacant: true }
  return box(org, role, person, `not asked: ${PASSED_IN_SHORT[because]}`, standsInFor)
}

/** A role and a person as a box. */
function box(
  org: Org,
  role: string | undefined,
  person: string | undefined,
  note: string,
  standsInFor?: string,
): BoxSpec {
  const name = (id: string): string => personOf(org, id).name
  const holder =
    person === undefined ? undefined : name(person) + (standsInFor ? ` for ${name(standsInFor)}` : '')
  const title = role === undefined ? (holder ?? '') : roleOf(org, role).title
  return {
    title,
    note,
    ...(role !== undefined && holder !== undefined && { holders: [holder] }),
  }
}
