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
 * The amount up to which a person, a role, every role of a unit or every role of a grade may approve. The entry of the person
 * counts before that of the role, then that of its own unit, then that of its grade; of two entries of one holder, the one for
 * the kind of the request counts.
 */
export type ApprovalLimit<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> = LimitHolder<Id, Unit, Person> & {
  /** The highest amount that may be approved, itself included; `null` for any amount. */
  readonly upTo: number | null
  /** The kind of request. Default: every kind that has no entry of its own for this holder. */
  readonly kind?: string
}

/** What every rule can say. */
interface RuleTerms {
  /** The kind or kinds of request that the rule is for. Default: every kind that has no rule of its own. */
  readonly kind?: string | readonly string[]
  /** How many different people have to approve, at least. Default: 1. */
  readonly approvers?: number
}

/** Who approves a kind of request. */
export type ApprovalRule<Id extends string = string> = RuleTerms &
  (
    | {
        /** `'chain'`: everyone up the chain until a limit suffices. `'nearest'`: the nearest above whose limit suffices. */
        readonly by: 'chain' | 'nearest'
      }
    | {
        /** The next people up the chain who can act, whatever their limits; fewer where the chain ends. */
        readonly by: 'levels'
        readonly levels: number
      }
    | {
        /** The head of the unit of the requester; the manager of the head for the head's own requests. */
        readonly by: 'unit-head'
      }
    | {
        /** A role; the manager above it where nobody in it can act. */
        readonly by: 'role'
        readonly role: Id
      }
    | {
        /** The dotted manager of the requester by a line of this name. */
        readonly by: 'dotted'
        readonly as: string
      }
    | {
        /** `'any'`: as many as `approvers` says of the holders of these roles. `'all'`: every role; the manager above one that cannot act. */
        readonly by: 'any' | 'all'
        readonly of: readonly Id[]
      }
  )

/** A person who is away. */
export interface Absence<Person extends string = string> {
  readonly person: Person
  /** The first day. Default: since ever. */
  readonly from?: string
  /** The day after the last one. Default: until further notice. */
  readonly to?: string
}

/** Who acts for a person who is away. */
export interface Delegation<Person extends string = string> {
  /** The person who is away. */
  readonly person: Person
  /** The person who acts for them. */
  readonly delegate: Person
  /** The first day. Default: since ever. */
  readonly from?: string
  /** The day after the last one. Default: until further notice. */
  readonly to?: string
  /**
   * Up to which amount the delegate may approve: `'theirs'`, the limit of the person who is away; `'own'`, the delegate's own;
   * or a number. It is never more than the limit of the person who is away.
   */
  readonly limit: 'theirs' | 'own' | number
  /** Whether the delegates of a delegate who is away as well act instead. Default: `false`. */
  readonly cascade?: boolean
}

/** A role or a person. */
export type RoleOrPerson<Id extends string = string, Person extends string = string> =
  { readonly role: Id; readonly person?: never } | { readonly person: Person; readonly role?: never }

/** An approval policy as it is written down: plain data, which can be stored as JSON. */
export interface ApprovalPolicySpec<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> {
  /** The currency of all amounts. An amount in any other is refused. */
  readonly currency?: string
  /** Who may approve which amounts. A role or person without an entry may approve none. */
  readonly limits?: readonly ApprovalLimit<Id, Unit, Person>[]
  /** Who approves which kind of request. */
  readonly rules: readonly ApprovalRule<Id>[]
  /** Kinds of which one person may do only one for the same matter: `[['order', 'payment']]`. */
  readonly separate?: readonly (readonly string[])[]
  /** Which holders of a shared role approve. Default: `'any'` one of them. */
  readonly jobShare?: 'any' | 'all'
  /** Whether acting and interim holders have the power of the role. Default: `true`. */
  readonly actingMayApprove?: boolean
  readonly absences?: readonly Absence<Person>[]
  readonly delegations?: readonly Delegation<Person>[]
  /** Who is asked last, whatever the amount, where a rule finds too few. */
  readonly fallback?: RoleOrPerson<Id, Person>
  /** After how many days without an answer a step goes to the next person. */
  readonly escalateAfterDays?: number
}

declare const checked: unique symbol

/** An approval policy that has been checked: the same data, deeply frozen. Make one with {@link approvalPolicy}. */
export type ApprovalPolicy<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> = ApprovalPolicySpec<Id, Unit, Person> & { readonly [checked]: true }
