import {
  type GivenOptions,
  givenOptions,
  type HolderSpec,
  holderSpecsOf,
  invalidArgument,
  isPlainObject,
  type OrgState,
  OrgError,
  ownHandle,
  ownValue,
  peopleIndexOf,
  personNumber,
  quote,
  quotedList,
  requireDate,
  targetsOf,
  personsOfHolders,
  holdsOn,
} from '../internal.js'
import type { PolicyPlan } from './policy-plan.js'
import type { ApprovalRule } from './policy-spec.js'

/** Who makes a request: a role, a person, or a person in one of their roles. */
export type Requester<Id extends string = string, Person extends string = string> =
  | { readonly role: Id; readonly person?: Person | undefined }
  | { readonly person: Person; readonly role?: undefined }

/** A request for an approval. */
export interface ApprovalRequest<Id extends string = string, Person extends string = string> {
  readonly requester: Requester<Id, Person>
  /** The amount; needed where the rule compares limits. */
  readonly amount?: number
  /** The currency of the amount. Default: the policy's; any other is refused. */
  readonly currency?: string
  /** The kind of request. Default: none; the rule without a kind applies. */
  readonly kind?: string
  /** The calendar date; needed where the policy has absences or delegations. Only assignments of that day count. */
  readonly date?: string
  /** Who did what for the same matter, for the separation of duties. */
  readonly earlier?: readonly { readonly kind: string; readonly person: Person }[]
}

/** A checked request. */
export interface ReadRequest {
  readonly rule: ApprovalRule
  /** The handle of the requester's role. */
  readonly from: number
  /** Who must not approve: the people who make the request, or the handle of their role if the chart does not name its holders. */
  readonly requesters: readonly (string | number)[]
  /** `undefined` where limits do not count. */
  readonly amount: number | undefined
  readonly kind: string | undefined
  readonly date: string | undefined
  /** People who did something earlier that must be kept separate from this kind. */
  readonly separated: readonly string[]
}

const FIELDS = ['requester', 'amount', 'currency', 'kind', 'date', 'earlier']

/** Checks a request. Throws an `OrgError` for what the caller got wrong. */
export function readRequest(
  caller: string,
  state: OrgState,
  plan: PolicyPlan,
  request: unknown,
): ReadRequest {
  if (!isPlainObject(request)) {
    throw invalidArgument(
      caller,
      'request',
      request,
      "an object { requester: { role: 'buyer' }, amount: 100 }",
    )
  }
  const given = givenOptions(caller, request, FIELDS)
  const kind = given.get('kind')
  if (kind !== undefined && typeof kind !== 'string') throw invalidArgument(caller, 'kind', kind, 'text')
  const rule = plan.ruleOf(kind)
  if (rule === undefined) {
    throw invalidArgument(caller, 'kind', kind, `one of the kinds of the policy: ${quotedList(plan.kinds)}`)
  }
  const date = dateIn(caller, given)
  if (date === undefined && plan.isDated) {
    throw invalidArgument(
      caller,
      'date',
      date,
      'a calendar date, since the policy has absences or delegations',
    )
  }
  const amount = readAmount(caller, plan, given, rule)
  const { from, requesters } = readRequester(caller, state, given.get('requester'), date)
  return {
    rule,
    from,
    requesters,
    amount,
    kind,
    date,
    separated: readEarlier(caller, plan, given.get('earlier'), kind),
  }
}

/** The checked option or field `date`; `undefined` if it is left out. Throws `INVALID_ARGUMENT`. */
export function dateIn(caller: string, given: GivenOptions): string | undefined {
  const date = given.get('date')
  return date === undefined ? undefined : requireDate(caller, 'date', date)
}

function readAmount(
  caller: string,
  plan: PolicyPlan,
  given: GivenOptions,
  rule: ApprovalRule,
): number | undefined {
  const amount = given.get('amount')
  const currency = given.get('currency')
  const ours = plan.policy.currency
  if (amount === undefined) {
    if (currency !== undefined)
      throw invalidArgument(caller, 'amount', amount, 'a number, since there is a currency')
    if (rule.by !== 'chain' && rule.by !== 'nearest') return undefined
    throw invalidArgument(
      caller,
      'amount',
      amount,
      `a number, since the rule by '${rule.by}' compares limits`,
    )
  }
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0) {
    throw invalidArgument(caller, 'amount', amount, 'a finite number, 0 or more')
  }
  // A policy has one currency, so an amount without one is in it.
  if (currency !== undefined && currency !== ours) {
    const allowed =
      ours === undefined
        ? 'undefined, since the policy has no currency'
        : `${quote(ours)}, the currency of the policy`
    throw invalidArgument(caller, 'currency', currency, allowed)
  }
  return amount
}

function readRequester(
  caller: string,
  state: OrgState,
  requester: unknown,
  date: string | undefined,
): Pick<ReadRequest, 'from' | 'requesters'> {
  const role = ownValue(requester, 'role')
  const person = ownValue(requester, 'person')
  const isKnown =
    isPlainObject(requester) && Object.keys(requester).every((key) => key === 'role' || key === 'person')
  if (!isKnown || (role === undefined && person === undefined)) {
    throw invalidArgument(caller, 'requester', requester, '{ role: id }, { person: id } or both')
  }
  if (person === undefined) {
    // An id that is not a string is reported as unknown.
    const from = ownHandle(state, role as string)
    return { from, requesters: requestersIn(state, from, date) }
  }
  const number = personNumber(state, person as string)
  const name = person as string
  if (role !== undefined) {
    const from = ownHandle(state, role as string)
    if (holdersOn(state, from, date).includes(name)) return { from, requesters: [name] }
    throw invalidArgument(caller, 'requester', requester, `a person and a role that they hold${onDate(date)}`)
  }
  const roles = Array.from(targetsOf(state.kept(peopleIndexOf).roles, number)).filter((handle) =>
    holdersOn(state, handle, date).includes(name),
  )
  if (roles.length === 1) return { from: roles[0], requesters: [name] }
  if (roles.length === 0) {
    throw invalidArgument(caller, 'requester', requester, `a person who holds a role${onDate(date)}`)
  }
  const ids = roles.map((handle) => state.columns.ids[handle])
  throw new OrgError(
    'AMBIGUOUS_REQUESTER',
    `${quote(name)} holds ${String(ids.length)} roles: ${quotedList(ids)}. State which of them makes the request: ` +
      `{ person: ${quote(name)}, role: ${quote(ids[0])} }.`,
    { person: name, roles: ids },
  )
}

/** Who makes the requests of a role: its holders on the date, or the role itself if it has none. */
export function requestersIn(
  state: OrgState,
  from: number,
  date: string | undefined,
): readonly (string | number)[] {
  const people = holdersOn(state, from, date)
  return people.length === 0 ? [from] : people
}

function onDate(date: string | undefined): string {
  return date === undefined ? '' : ` on ${date}`
}

function holdersOn(state: OrgState, handle: number, date: string | undefined): readonly string[] {
  return personsOfHolders(holderSpecsOn(state, handle, date))
}

/** The holders of a role as the chart gives them; with a date, only those of that day. */
export function holderSpecsOn(
  state: OrgState,
  handle: number,
  date: string | undefined,
): readonly HolderSpec[] {
  const holders = holderSpecsOf(state, handle)
  if (date === undefined) return holders
  return holders.filter((holder) => typeof holder === 'string' || holdsOn(holder, date))
}

function readEarlier(
  caller: string,
  plan: PolicyPlan,
  earlier: unknown,
  kind: string | undefined,
): readonly string[] {
  if (earlier === undefined) return NOBODY
  const allowed = "a list of { kind: 'order', person: 'ada' }"
  if (!Array.isArray(earlier)) throw invalidArgument(caller, 'earlier', earlier, allowed)
  const groups = (plan.policy.separate ?? []).filter((group) => kind !== undefined && group.includes(kind))
  const people: string[] = []
  for (const entry of Array.from<unknown>(earlier)) {
    const done = isPlainObject(entry) ? new Map<string, unknown>(Object.entries(entry)) : undefined
    const [what, person] = [done?.get('kind'), done?.get('person')]
    if (typeof what !== 'string' || typeof person !== 'string')
      throw invalidArgument(caller, 'earlier', earlier, allowed)
    if (what !== kind && groups.some((group) => group.includes(what))) people.push(person)
  }
  return people
}

const NOBODY: readonly string[] = Object.freeze([])
