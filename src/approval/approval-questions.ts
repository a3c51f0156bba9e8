import type { Asked, AskQuestion, Because, Lacking, Reply } from '../ask/index.js'
import { amountIn, givenOptions, isRole, listed, oneLine, rolesHeldBy, stateOf } from '../internal.js'
import { requirePolicy } from './approval-policy.js'
import { type ApprovalRequest, dateIn } from './approval-request.js'
import { approvalRoute } from './approval-route.js'
import { isWithinLimit, limitAsked, whoseRequest } from './limit-questions.js'
import type { ApprovalPolicy } from './policy-spec.js'
import { kindIn, NO_KIND, unread } from './request-words.js'
import { type ApprovalRoute, type Approver, missingText, type NoApproverBecause } from './route-answer.js'
import { RouteNames } from './route-names.js'

const APPROVE = '(approve|authorise|authorize|sign off|sign off on|sign|ok|okay|clear|agree to|release)'
const APPROVES = '(approves|authorises|authorizes|signs off|signs off on|signs|clears|agrees to|releases)'
const WHO =
  `(who|who all|which :role|which person|which :people|which :boss) (${APPROVES}|` +
  `(must|can|may|should|shall|would|will|could|do|does|has to|have to|needs to|need to|is to|are to) [:do] [need to|have to] ${APPROVE}|` +
  `:is (needed|required|asked|responsible|authorised|authorized|allowed) to ${APPROVE})`
const WHOSE =
  '(whose (approval|authorisation|authorization|signature|sign-off|ok) (:is (needed|required)|:do {place} need) [for])'
const WORTH = '(of|for|over|worth|at|costing|about|to the amount of|in the amount of|totalling)'
const BY = '(by|from|of|for|made by|requested by|submitted by|raised by|that is made by)'
const A = '[a|an|the|any|this]'
const CAN =
  '(can|may|could|does|do|is|will|would) {who} [have to|need to|allowed to|authorised to|authorized to|entitled to|able to|permitted to]'
const SELF = '[on (his|her|their|its) own|alone|by (himself|herself|themselves|itself)]'

/**
 * Returns questions for `ask` of `rolegraph/ask` that a policy answers: who approves a request, and whether a given person or role may.
 *
 * An amount can have thousands separators, `k` or `million`, and the policy's currency or none; in another currency the question has
 * no answer. The kind of request is one of the policy's, or any word if the policy has a rule for all other kinds. The requester is a
 * role, or a person who holds a single role.
 *
 * Complexity: as for `ask` and {@link approvalRoute}.
 *
 * @param policy The policy, made by {@link approvalPolicy}.
 * @param options `date`: the day of the requests; needed where the policy has absences or delegations.
 * @returns Rows for the option `questions` of `ask`. Keep and reuse them: each table is compiled once.
 * @throws {@link OrgError} `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalPolicy, approvalQuestions } from 'rolegraph/approval'
 * import { ask } from 'rolegraph/ask'
 *
 * const org = defineOrg({
 *   roles: {
 *     cfo: { title: 'Finance Director', holders: ['Fay'] },
 *     lead: { title: 'Team Lead', reportsTo: 'cfo', holders: ['Lee'] },
 *     analyst: { title: 'Analyst', reportsTo: 'lead' },
 *   },
 * })
 * const policy = approvalPolicy<typeof org>({
 *   limits: [{ role: 'lead', upTo: 1_000 }, { role: 'cfo', upTo: 50_000 }],
 *   rules: [{ by: 'chain' }],
 * })
 * const questions = approvalQuestions(policy)
 * console.log(ask(org, 'Who approves a purchase of 5,000 by the analyst?', { questions }).text)
 * // => A purchase of 5000 by Analyst is approved by Lee (Team Lead), then Fay (Finance Director).
 * console.log(ask(org, 'Can the team lead approve 5k for the analyst?', { questions }).text)
 * // => No: Lee (Team Lead) is asked, but may not approve 5000 alone. It is approved by Lee (Team Lead), then Fay (Finance Director).
 * ```
 * @see {@link approvalRoute}.
 */
export function approvalQuestions(
  policy: ApprovalPolicy,
  options?: { readonly date?: string },
): readonly AskQuestion[] {
  const checked = requirePolicy('approvalQuestions', policy)
  const date = dateIn('approvalQuestions', givenOptions('approvalQuestions', options, ['date']))
  return Object.freeze([
    {
      query: 'approvalRoute',
      example: 'Who approves a purchase of 5,000 by the {Analyst}?',
      patterns: [
        `${WHO} ${A} {kind} ${WORTH} {amount} ${BY} ${A} {place}`,
        `${WHO} ${A} {kind} ${BY} ${A} {place} ${WORTH} {amount}`,
        // No kind after the amount: a word there would be its currency.
        `${WHO} ${A} {amount} ${BY} ${A} {place}`,
        `${WHO} ${A} {kind} ${BY} ${A} {place}`,
        `${WHO} [the] {place} 's {kind} [${WORTH} {amount}]`,
        `${WHO} [for] [the] {place}`,
        `${WHOSE} [a|an|the] [{kind}] [${WORTH} {amount}]`,
        `{place} (wants|needs|would like|has) [to] (spend|buy|order|request|purchase) [${A} {kind} ${WORTH}|for] {amount} ${WHO} [it|that|this]`,
      ],
      answer: (asked: Asked) => whoApproves(checked, date, asked),
    },
    {
      query: 'approvalRoute',
      example: 'Can the {Team Lead} approve 5,000 for the {Analyst}?',
      patterns: [
        `${CAN} ${APPROVE} ${A} {kind} ${WORTH} {amount} ${BY} ${A} {place}`,
        `${CAN} ${APPROVE} {amount} [${WORTH} ${A} {kind}] ${BY} ${A} {place}`,
        `${CAN} ${APPROVE} ${A} {kind} ${BY} ${A} {place} [${WORTH} {amount}]`,
        `${CAN} ${APPROVE} [the] {place} 's {kind} [${WORTH} {amount}]`,
      ],
      answer: (asked: Asked) => mayApprove(checked, date, asked),
    },
    {
      query: 'approvalPolicy',
      example: 'Can the {Team Lead} approve 5,000?',
      patterns: [
        `${CAN} ${APPROVE} [for] ${A} {amount} ${SELF}`,
        `${CAN} ${APPROVE} ${A} {kind} ${WORTH} {amount} ${SELF}`,
        `${CAN} ${APPROVE} {amount} ${WORTH} ${A} {kind} ${SELF}`,
      ],
      answer: (asked: Asked) => isWithinLimit(checked, asked),
    },
    {
      query: 'approvalPolicy',
      example: 'How much may the {Team Lead} approve?',
      patterns: [
        `(how much|how much money|what amount|which amount|up to (what|which|how much) [amount]|what is the most) [that] (can|may|could|does|is|will) {who} [allowed to|authorised to|authorized to|entitled to|able to|permitted to] ${APPROVE} [for ${A} {kind}|of ${A} {kind}] ${SELF}`,
        ":q {who} 's [approval|approvals|signing|spending|authority|authorisation|authorization|sign-off] (limit|limits)",
        ':q [approval|approvals|signing|spending|authority|authorisation|authorization|sign-off] (limit|limits) (of|for) [the] {who}',
      ],
      answer: (asked: Asked) => limitAsked(checked, asked),
    },
    {
      query: 'approvalRoute',
      example: 'Who approves 5,000 for the {Analyst}?',
      patterns: [
        `${WHO} [for] ${A} {amount}`,
        `${WHO} ${A} {kind} ${WORTH} {amount}`,
        `${WHOSE} [a|an|the] [{kind} ${WORTH}] {amount}`,
        `${WHO} ${A} {kind}`,
      ],
      answer: (asked: Asked) => whoseRequest(checked, asked),
    },
  ])
}

/** The request that a question is about, or what it lacks; `undefined` if it does not fit the policy. */
function requestIn(
  policy: ApprovalPolicy,
  date: string | undefined,
  asked: Asked,
): ApprovalRequest | Lacking | undefined {
  const role = asked.place('place')
  if (role === undefined || !isRole(asked.org, role)) return undefined
  const named = asked.named('place')
  const person = named?.kind === 'person' ? named.id : named?.holder
  const written = asked.text('amount')
  const amount = written === '' ? undefined : amountIn(written, policy.currency)
  if (written !== '' && amount === undefined) return unread(written, policy)
  const kind = kindIn(policy, asked.text('kind'))
  if (kind === NO_KIND) return undefined
  return {
    requester: person === undefined ? { role } : { role, person },
    ...(amount !== undefined && { amount }),
    ...(amount !== undefined && policy.currency !== undefined && { currency: policy.currency }),
    ...(kind !== undefined && { kind }),
    ...(date !== undefined && { date }),
  }
}

function whoApproves(
  policy: ApprovalPolicy,
  date: string | undefined,
  asked: Asked,
): Reply | Lacking | undefined {
  const request = requestIn(policy, date, asked)
  if (request === undefined || 'lacking' in request) return request
  const route: ApprovalRoute = approvalRoute(asked.org, policy, request)
  const text =
    route.outcome === 'ROUTE'
      ? `${requestText(asked, request)} is approved by ${stepsText(asked, route)}.`
      : whyNobody(asked, route.because)
  return replyOf(policy, request, route, text)
}

function mayApprove(
  policy: ApprovalPolicy,
  date: string | undefined,
  asked: Asked,
): Reply | Lacking | undefined {
  const request = requestIn(policy, date, asked)
  if (request !== undefined && 'lacking' in request) return request
  const who = asked.named('who')
  if (request === undefined || who === undefined || who.kind === 'unit') return undefined
  const route: ApprovalRoute = approvalRoute(asked.org, policy, request)
  const roles = who.kind === 'role' ? [who.id] : rolesHeldBy(asked.org, who.id)
  const isWho = ({ role, person }: Approver): boolean =>
    who.kind === 'person' ? person === who.id : role !== undefined && roles.includes(role)
  const found = route.steps.flatMap(({ approvers }) => approvers).filter(isWho)
  const may = route.outcome === 'ROUTE' && found.some(({ because }) => because.suffices !== false)
  const amount = request.amount === undefined ? 'it' : String(request.amount)
  const first = found.at(0)
  const text = may
    ? `Yes: ${requestText(asked, request)} is approved by ${stepsText(asked, route)}.`
    : [
        first === undefined
          ? `No: ${asked.titleOf('who')} is not asked.`
          : `No: ${approverText(asked, first)} is asked, but may not approve ${amount} alone.`,
        route.outcome === 'ROUTE'
          ? `It is approved by ${stepsText(asked, route)}.`
          : whyNobody(asked, route.because),
      ].join(' ')
  return { ...replyOf(policy, request, route, text), part: ['steps'], answer: may }
}

function replyOf(
  policy: ApprovalPolicy,
  request: ApprovalRequest,
  route: ApprovalRoute,
  text: string,
): Reply {
  const lines = route.steps.flatMap(({ approvers }) => approvers.flatMap(({ because }) => because.line ?? []))
  const because = lines.map((line): Because => ({ kind: 'line', line }))
  return { query: 'approvalRoute', arguments: [policy, request], answer: route, because, text }
}

function requestText(asked: Asked, { amount, currency, kind }: ApprovalRequest): string {
  const what = kind === undefined ? 'A request' : `${/^[aeiou]/i.test(kind) ? 'An' : 'A'} ${oneLine(kind)}`
  const worth =
    amount === undefined ? '' : ` of ${String(amount)}${currency === undefined ? '' : ` ${currency}`}`
  return `${what}${worth} by ${asked.titleOf('place')}`
}

function whyNobody({ org }: Asked, because: NoApproverBecause): string {
  return missingText(because, new RouteNames(stateOf(org)))
}

function stepsText(asked: Asked, { steps }: ApprovalRoute): string {
  const words = steps.map(({ approvers, needed }) => {
    const isAll = needed === approvers.length
    const those = listed(
      approvers.map((one) => approverText(asked, one)),
      isAll ? 'and' : 'or',
    )
    return isAll || needed === 1 ? those : `${String(needed)} of ${those}`
  })
  return words.join(', then ')
}

function approverText(asked: Asked, { person, role, standsInFor }: Approver): string {
  const title = role === undefined ? '' : asked.title(role)
  if (person === undefined) return title
  const who = asked.person(person) + (standsInFor === undefined ? '' : ` for ${asked.person(standsInFor)}`)
  return title === '' ? who : `${who} (${title})`
}
