/** Whose limit an entry states. */
export type LimitHolder<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> =
  | { readonly person: Person; readonly role?: never; readonly unit?: never; readonly grade?: never }
  | { readonly role: Id; readonly person?: never; readonly unit?: never; readonly grade?: never }
  | { readonly unit: Unit; readonly person?: never; readonly role?: never; readonly grade?: never }
  | { readonly grade: number; readonly person?: never; readonly role?: never; readonly unit?: never }

/**
 * The amount up to which a person, a role, every role of a unit or every role of a grade may approve. A person's own entry takes
 * precedence over the entry of their role, then of the role's unit, then of its grade. Of two entries for the same holder, the one
 * for the kind of the request applies.
 */
export type ApprovalLimit<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> = LimitHolder<Id, Unit, Person> & {
  /** The highest amount that may be approved; `null` for any amount. */
  readonly upTo: number | null
  /** The kind of request. Default: every kind without its own entry for this holder. */
  readonly kind?: string
}

/** The fields that every rule can have. */
interface RuleTerms {
  /** The kind or kinds of request that the rule is for. Default: every kind without its own rule. */
  readonly kind?: string | readonly string[]
  /** At least how many different people have to approve. Default: 1. */
  readonly approvers?: number
}

/** Who approves a kind of request. */
export type ApprovalRule<Id extends string = string> = RuleTerms &
  (
    | {
        /** `'chain'`: everyone up the chain until a limit suffices. `'nearest'`: only the nearest manager above with a sufficient limit. */
        readonly by: 'chain' | 'nearest'
      }
    | {
        /** The next people up the chain who can act, whatever their limits; fewer if the chain ends. */
        readonly by: 'levels'
        readonly levels: number
      }
    | {
        /** The head of the requester's unit; for the head's own requests, the manager of the head. */
        readonly by: 'unit-head'
      }
    | {
        /** The role, or the manager above it if nobody in it can act. */
        readonly by: 'role'
        readonly role: Id
      }
    | {
        /** The manager to whom the requester reports by a dotted line of this name. */
        readonly by: 'dotted'
        readonly as: string
      }
    | {
        /** `'any'`: as many holders of these roles as `approvers` says. `'all'`: every role, or the manager above one that cannot act. */
        readonly by: 'any' | 'all'
        readonly of: readonly Id[]
      }
  )

/** A person who is away. */
export interface Absence<Person extends string = string> {
  readonly person: Person
  /** The first day. Default: no start. */
  readonly from?: string
  /** The day after the last one. Default: no end. */
  readonly to?: string
}

/** A person who acts for another who is away. */
export interface Delegation<Person extends string = string> {
  /** The person who is away. */
  readonly person: Person
  /** The person who acts for them. */
  readonly delegate: Person
  /** The first day. Default: no start. */
  readonly from?: string
  /** The day after the last one. Default: no end. */
  readonly to?: string
  /**
   * The amount up to which the delegate may approve: `'theirs'`, the limit of the person who is away; `'own'`, the delegate's own
   * limit; or a number. It is capped at the limit of the person who is away.
   */
  readonly limit: 'theirs' | 'own' | number
  /** Whether the delegate's own delegates act if the delegate is away too. Default: `false`. */
  readonly cascade?: boolean
}

/** A role or a person. */
export type RoleOrPerson<Id extends string = string, Person extends string = string> =
  { readonly role: Id; readonly person?: never } | { readonly person: Person; readonly role?: never }

/** An unchecked approval policy: plain data, which can be stored as JSON. */
export interface ApprovalPolicySpec<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> {
  /** The currency of all amounts. Amounts in any other are refused. */
  readonly currency?: string
  /** Who may approve which amounts. A role or person without an entry may approve nothing. */
  readonly limits?: readonly ApprovalLimit<Id, Unit, Person>[]
  /** Who approves which kind of request. */
  readonly rules: readonly ApprovalRule<Id>[]
  /** Groups of kinds; in one matter, a person may do only one kind of each group: `[['order', 'payment']]`. */
  readonly separate?: readonly (readonly string[])[]
  /** Whether any one holder of a shared role approves, or all of them. Default: `'any'`. */
  readonly jobShare?: 'any' | 'all'
  /** Whether acting and interim holders may approve. Default: `true`. */
  readonly actingMayApprove?: boolean
  readonly absences?: readonly Absence<Person>[]
  readonly delegations?: readonly Delegation<Person>[]
  /** Who is asked last, whatever the amount, if a rule finds too few people. */
  readonly fallback?: RoleOrPerson<Id, Person>
  /** The number of days without an answer after which a step goes to the next person. */
  readonly escalateAfterDays?: number
}

declare const checked: unique symbol

/** A checked approval policy: the same data, deeply frozen. Made by {@link approvalPolicy}. */
export type ApprovalPolicy<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> = ApprovalPolicySpec<Id, Unit, Person> & { readonly [checked]: true }
