import type { Asked, Lacking, Reply } from '../ask/index.js'
import { amountIn, holdersOf, oneLine, ownHandle, roleOf, rolesOf, stateOf } from '../internal.js'
import { LimitTable } from './limit-table.js'
import { LimitsInOrg } from './limits-in-org.js'
import type { ApprovalPolicy } from './policy-spec.js'
import { kindIn, kindsNamed, NO_KIND, unread } from './request-words.js'

/** The limit of the person or role that is asked about, whoever makes the request; `undefined` for a unit or an unknown kind. */
function limitIn(
  policy: ApprovalPolicy,
  asked: Asked,
): { readonly upTo: number; readonly text: string } | undefined {
  const who = asked.named('who')
  const kind = kindIn(policy, asked.text('kind'))
  if (who === undefined || who.kind === 'unit' || kind === NO_KIND) return undefined
  const state = stateOf(asked.org)
  const limits = new LimitsInOrg(state, new LimitTable(policy.limits ?? [], kind))
  const [holder, ...others] = who.kind === 'role' ? holdersOf(asked.org, who.id) : []
  const counted =
    who.kind === 'person'
      ? limits.highestLimitOf(who.id)
      : limits.limitOf(others.length === 0 ? holder : undefined, ownHandle(state, who.id))
  const title = asked.titleOf('who')
  const of = kind === undefined ? '' : ` of a request of the kind ${oneLine(kind)}`
  // The general limits are not all there are.
  const hasKinds = kind === undefined && (policy.limits ?? []).some((limit) => limit.kind !== undefined)
  const more = hasKinds ? ' Some kinds of request have other limits.' : ''
  if (counted === undefined) return { upTo: 0, text: `${title} has none.${more}` }
  const { upTo } = counted
  const most = upTo === Infinity ? 'any amount' : `up to ${amountText(upTo, policy.currency)}`
  return { upTo, text: `${title} may approve ${most}${of}.${more}` }
}

export function isWithinLimit(policy: ApprovalPolicy, asked: Asked): Reply | Lacking | undefined {
  const written = asked.text('amount')
  const amount = amountIn(written, policy.currency)
  if (amount === undefined) return unread(written, policy)
  const limit = limitIn(policy, asked)
  if (limit === undefined) return undefined
  const answer = limit.upTo > 0 && amount <= limit.upTo
  const depends = answer ? ' Who is asked depends on who makes the request.' : ''
  const text = `${answer ? 'Yes' : 'No'}, by the limits of the policy: ${limit.text}${depends}`
  return { query: 'approvalPolicy', arguments: [policy], part: ['limits'], answer, text }
}

export function limitAsked(policy: ApprovalPolicy, asked: Asked): Reply | undefined {
  const limit = limitIn(policy, asked)
  if (limit === undefined) return undefined
  return {
    query: 'approvalPolicy',
    arguments: [policy],
    part: ['limits'],
    answer: limit.upTo,
    text: `By the limits of the policy: ${limit.text}`,
  }
}

/** What a question who approves something lacks: who makes the request. */
export function whoseRequest(policy: ApprovalPolicy, asked: Asked): Lacking | undefined {
  const written = asked.text('amount')
  const kind = kindIn(policy, asked.text('kind'))
  const isAmount = amountIn(written, policy.currency) !== undefined
  if (written !== '' && !isAmount) return unread(written, policy)
  // Of any other words it is open whether they are a kind of request.
  const known = kind !== NO_KIND && kind !== undefined && kindsNamed(policy).includes(kind) ? kind : undefined
  if (kind === NO_KIND || (!isAmount && known === undefined)) return undefined
  const roles = rolesOf(asked.org)
  const requester = roles.findLast((role) => !roleOf(asked.org, role).vacant) ?? roles.at(-1)
  if (requester === undefined) return undefined
  const what = [
    known === undefined ? [] : `${/^[aeiou]/i.test(known) ? 'an' : 'a'} ${known}`,
    isAmount ? written : [],
  ]
    .flat()
    .join(' of ')
  const question = `Who approves ${what} for the ${asked.title(requester)}?`
  return {
    lacking: 'Who approves depends on who makes the request: add for whom.',
    suggestions: [question],
  }
}

function amountText(amount: number, currency: string | undefined): string {
  return `${String(amount)}${currency === undefined ? '' : ` ${oneLine(currency)}`}`
}
