import type { Alias, WarnedAlias } from './alias.js'

/** A person in a spec. */
export interface PersonSpec {
  /** The name to show. Default: the id of the person. */
  readonly name?: string
  /** Other names under which the person is found. */
  readonly aliases?: readonly Alias[]
  readonly email?: string
  /** Your own attributes: plain data, copied and frozen. */
  readonly data?: unknown
}

/** A person returned by a query. */
export interface Person<PersonId extends string = string> {
  readonly id: PersonId
  readonly name: string
  readonly aliases: readonly string[]
  /** The aliases with a warning; absent if none has one. */
  readonly warnedAliases?: readonly WarnedAlias[]
  readonly email: string | undefined
  readonly data: unknown
}

/** How a person fills a role: permanently, standing in for somebody, or until somebody is found. */
export type AssignmentKind = 'permanent' | 'acting' | 'interim'

/** What an assignment says besides who fills which role. */
export interface AssignmentTerms {
  /** The share of full time, above 0 and up to 2: `0.5` is half time. */
  readonly share?: number
  /** Default: `'permanent'`. */
  readonly kind?: AssignmentKind
  /** The first day, as a calendar date: `'2026-03-31'`. */
  readonly from?: string
  /** The day after the last one, as a calendar date. */
  readonly to?: string
}

/** One person in one role, in a spec. A plain id means a permanent assignment without a share or dates. */
export interface AssignmentSpec<PersonId extends string = string> extends AssignmentTerms {
  readonly person: PersonId
}

/** A holder of a role in a spec: a person, or a person with the terms of the assignment. */
export type HolderSpec<PersonId extends string = string> = PersonId | AssignmentSpec<PersonId>

/** One person in one role, returned by a query. */
export interface Assignment<Id extends string = string, PersonId extends string = string> {
  readonly role: Id
  readonly person: PersonId
  readonly share: number | undefined
  readonly kind: AssignmentKind
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The person id of a holder. */
export function personOfHolder(holder: HolderSpec): string {
  return typeof holder === 'string' ? holder : holder.person
}

/** The person ids of holders, in order; the list itself if it holds only ids. */
export function personsOfHolders(holders: readonly HolderSpec[]): readonly string[] {
  if (holders.every((holder) => typeof holder === 'string')) return holders
  return Object.freeze(holders.map(personOfHolder))
}

/** A person known only by name and perhaps email address. */
export function plainPerson(id: string, name: string = id, email?: string): Person {
  return Object.freeze({ id, name, aliases: NO_ALIASES, email, data: undefined })
}

const NO_ALIASES: readonly string[] = Object.freeze([])
