import { type Line, listed, quote } from '../internal.js'
import type { ApprovalRule, Delegation } from './policy-spec.js'
import type { RouteNames } from './route-names.js'

/** Why somebody is passed over. */
export type PassedOverReason =
  | 'vacant'
  | 'absent'
  | 'requester'
  | 'same-person'
  | 'below-limit'
  | 'acting'
  | 'separate-duties'
  | 'delegate-absent'
  | 'delegate-is-requester'
  | 'delegate-of-requester'
  | 'delegate-below-requester'
  | 'delegate-separate-duties'
  | 'delegates-back'
  | 'delegate-unknown'

/** The limit that applies to an approver: whose entry it is, and the amount, `null` for any. */
export interface LimitReason {
  readonly by: 'person' | 'role' | 'unit' | 'grade'
  readonly of: string | number
  readonly upTo: number | null
}

/** Why somebody is asked. */
export interface StepReason<Id extends string = string, Person extends string = string> {
  /** The rule, or the fallback. */
  readonly rule: ApprovalRule['by'] | 'fallback'
  /** The reporting line that led up to the role; `undefined` for a role that the policy or a unit names. */
  readonly line: Line<Id> | undefined
  /** The limit of the person or role, before any delegation; `undefined` if there is none. */
  readonly limit: LimitReason | undefined
  /** The chain of delegations to the approver, starting at the person who is away. */
  readonly delegations: readonly Delegation<Person>[]
  /** Whether the approver may approve the amount alone; `undefined` if the rule ignores limits or the request has no amount. */
  readonly suffices: boolean | undefined
}

/** A person who is asked, and the role in which they answer. */
export interface Approver<Id extends string = string, Person extends string = string> {
  /** `undefined` for a role whose holders the chart does not name. */
  readonly person: Person | undefined
  /** `undefined` if the approver is a fallback person. */
  readonly role: Id | undefined
  /** The person who is away, if the approver is a delegate. */
  readonly standsInFor: Person | undefined
  readonly because: StepReason<Id, Person>
  /** The same in one sentence, composed on access. */
  readonly text: string
}

/** One step of a route. */
export interface ApprovalStep<Id extends string = string, Person extends string = string> {
  /** Who is asked; several for a shared role or a rule by `'any'`. */
  readonly approvers: readonly Approver<Id, Person>[]
  /** How many of them have to approve. */
  readonly needed: number
}

/** Somebody who is not asked, and why. */
export interface PassedOver<Id extends string = string, Person extends string = string> {
  readonly role: Id | undefined
  /** The person; `undefined` for a vacant role. */
  readonly person: Person | undefined
  /** The person who is away, if a delegate was passed over. */
  readonly standsInFor: Person | undefined
  readonly because: PassedOverReason
  readonly text: string
}

/**
 * Why nobody can approve: the requester is the top (`top`), nobody up the chain may approve (`chain-ends`), the chain runs into a
 * cycle or a manager that the org does not have, the requester has no dotted line of that name (`no-line`) or no unit, the unit has
 * no head, nobody in the named roles can act (`nobody-of`), or there are too few people.
 */
export type NoApproverReason =
  | 'top'
  | 'chain-ends'
  | 'cycle'
  | 'unknown-manager'
  | 'no-line'
  | 'no-unit'
  | 'no-head'
  | 'nobody-of'
  | 'too-few'

/** Why a request has no route. */
export interface NoApproverBecause<Id extends string = string> {
  readonly reason: NoApproverReason
  /** The role at which the search ended. */
  readonly role: Id
  /** How many people have to approve. */
  readonly needed: number
  /** How many could. */
  readonly found: number
  /** Why the fallback does not help: there is `none`, it cannot act (`absent`), or even with it there are too few people. */
  readonly fallback: 'none' | 'absent' | 'too-few'
}

/** The approvers of a request, in order. */
export interface FoundRoute<Id extends string = string, Person extends string = string> {
  readonly outcome: 'ROUTE'
  readonly steps: readonly ApprovalStep<Id, Person>[]
  readonly passedOver: readonly PassedOver<Id, Person>[]
  /** The route in sentences, one per line, composed on access. */
  readonly text: string
}

/** The answer if nobody can approve the request. It is not approved. */
export interface NoRoute<Id extends string = string, Person extends string = string> {
  readonly outcome: 'NO_APPROVER'
  readonly because: NoApproverBecause<Id>
  /** Who could be asked, though their approval would not be enough. */
  readonly steps: readonly ApprovalStep<Id, Person>[]
  readonly passedOver: readonly PassedOver<Id, Person>[]
  readonly text: string
}

/** The answer of {@link approvalRoute}. */
export type ApprovalRoute<Id extends string = string, Person extends string = string> =
  FoundRoute<Id, Person> | NoRoute<Id, Person>

/** An approver whose sentence is composed on access. */
export class RouteApprover implements Approver {
  readonly person: string | undefined
  readonly role: string | undefined
  readonly standsInFor: string | undefined
  readonly because: StepReason
  readonly #names: RouteNames

  constructor(
    person: string | undefined,
    role: string | undefined,
    standsInFor: string | undefined,
    because: StepReason,
    names: RouteNames,
  ) {
    this.#names = names
    this.person = person
    this.role = role
    this.standsInFor = standsInFor
    this.because = because
  }

  get text(): string {
    const { standsInFor, because } = this
    const names = this.#names
    const parts = [
      RULE_WORDS[because.rule],
      ...(because.limit === undefined ? [] : [limitText(because.limit, names)]),
      ...(standsInFor === undefined ? [] : [`stands in for ${names.person(standsInFor)}, who is away`]),
      ...(because.suffices === false ? ['more approval is needed'] : []),
    ]
    return `${names.inRole(this.person, this.role)} approves: ${parts.join('; ')}.`
  }

  /** Who it is, in a list of several. */
  get name(): string {
    return this.person === undefined
      ? this.#names.inRole(undefined, this.role)
      : this.#names.person(this.person)
  }
}

const RULE_WORDS: { readonly [Rule in StepReason['rule']]: string } = {
  chain: 'next in the management chain',
  nearest: 'the nearest manager with a sufficient limit',
  levels: 'next in the management chain',
  'unit-head': 'head of the unit, or above the head',
  role: 'named by the rule, or above the named role',
  dotted: 'manager along the dotted line, or above that manager',
  any: 'one of the named roles',
  all: 'one of the named roles, or above one of them',
  fallback: 'the fallback of the policy',
}

function limitText({ by, of, upTo }: LimitReason, names: RouteNames): string {
  const named = by === 'role' || by === 'unit' ? names[by](String(of)) : quote(of)
  const whose = by === 'person' ? 'own limit' : `limit of the ${by} ${named}`
  return upTo === null ? `${whose}: any amount` : `${whose}: up to ${String(upTo)}`
}

/** Somebody who is passed over, with a sentence that is composed on access. */
export class RoutePassedOver implements PassedOver {
  readonly role: string | undefined
  readonly person: string | undefined
  readonly standsInFor: string | undefined
  readonly because: PassedOverReason
  readonly #names: RouteNames

  constructor(
    role: string | undefined,
    person: string | undefined,
    because: PassedOverReason,
    standsInFor: string | undefined,
    names: RouteNames,
  ) {
    this.#names = names
    this.role = role
    this.person = person
    this.standsInFor = standsInFor
    this.because = because
  }

  get text(): string {
    const { role, person, standsInFor, because } = this
    const names = this.#names
    const forWhom = standsInFor === undefined ? '' : ` for ${names.person(standsInFor)}`
    return `${names.inRole(person, role)} is not asked${forWhom}: ${PASSED_WORDS[because]}.`
  }
}

const PASSED_WORDS: { readonly [Reason in PassedOverReason]: string } = {
  vacant: 'the role is vacant',
  absent: 'away, and nobody stands in',
  requester: 'nobody approves their own request',
  'same-person': 'already asked',
  'below-limit': 'the amount is over their limit',
  acting: 'acting holders may not approve under this policy',
  'separate-duties': 'did another part of the same matter',
  'delegate-absent': 'the delegate is away too',
  'delegate-is-requester': 'the delegate makes the request',
  'delegate-of-requester': 'a delegate of the requester may not stand in',
  'delegate-below-requester': 'the delegate is below the requester',
  'delegate-separate-duties': 'the delegate did another part of the same matter',
  'delegates-back': 'the delegations form a cycle',
  'delegate-unknown': 'the delegate is not a person of this org',
}

/** The same reasons, short enough for a box of a picture. */
export const PASSED_IN_SHORT: { readonly [Reason in PassedOverReason]: string } = {
  vacant: 'vacant',
  absent: 'away',
  requester: 'own request',
  'same-person': 'already asked',
  'below-limit': 'limit too low',
  acting: 'acting',
  'separate-duties': 'separate duties',
  'delegate-absent': 'delegate away',
  'delegate-is-requester': 'own request',
  'delegate-of-requester': 'delegate of the requester',
  'delegate-below-requester': 'below the requester',
  'delegate-separate-duties': 'separate duties',
  'delegates-back': 'delegation cycle',
  'delegate-unknown': 'unknown',
}

abstract class Answer {
  constructor(
    readonly steps: readonly ApprovalStep[],
    readonly passedOver: readonly PassedOver[],
  ) {}

  protected get lines(): string[] {
    return [...this.steps.map(stepText), ...this.passedOver.map(({ text }) => text)]
  }
}

/** A route that was found. */
export class Route extends Answer implements FoundRoute {
  readonly outcome = 'ROUTE'

  get text(): string {
    return this.lines.join('\n')
  }
}

/** The answer that nobody can approve. */
export class MissingRoute extends Answer implements NoRoute {
  readonly outcome = 'NO_APPROVER'
  readonly because: NoApproverBecause
  readonly #names: RouteNames

  constructor(
    steps: readonly ApprovalStep[],
    passedOver: readonly PassedOver[],
    because: NoApproverBecause,
    names: RouteNames,
  ) {
    super(steps, passedOver)
    this.because = because
    this.#names = names
  }

  get text(): string {
    return [missingText(this.because, this.#names), ...this.lines].join('\n')
  }
}

/** Why nobody can approve, in sentences with the titles of roles. */
export function missingText(
  { reason, role, needed, found, fallback }: NoApproverBecause,
  names: Pick<RouteNames, 'role'>,
): string {
  const few =
    reason === 'too-few' || fallback === 'too-few'
      ? ` ${String(needed)} must approve, and ${String(found)} can.`
      : ''
  const last = fallback === 'absent' ? ' The fallback cannot act.' : ''
  return `Nobody can approve: ${MISSING_WORDS[reason](names.role(role))}.${few}${last}`
}

const MISSING_WORDS: { readonly [Reason in NoApproverReason]: (role: string) => string } = {
  top: (role) => `nobody is above ${role}`,
  'chain-ends': (role) => `the chain ends at ${role}, and nobody on it may approve`,
  cycle: (role) => `the chain above ${role} is a cycle`,
  'unknown-manager': (role) => `the manager of ${role} is not in the org`,
  'no-line': (role) => `${role} has no dotted line with this name`,
  'no-unit': (role) => `${role} has no unit`,
  'no-head': (role) => `the unit of ${role} has no head`,
  'nobody-of': () => 'nobody in the named roles can act',
  'too-few': (role) => `the chain ends at ${role} with too few approvers`,
}

function nameOf(approver: Approver): string {
  return approver instanceof RouteApprover ? approver.name : quote(approver.person ?? approver.role)
}

function stepText({ approvers, needed }: ApprovalStep): string {
  if (approvers.length === 1) return approvers[0].text
  const count = needed === approvers.length ? 'All' : String(needed)
  return `${count} of ${listed(approvers.map(nameOf))}: ${approvers.map(({ text }) => text).join(' ')}`
}
