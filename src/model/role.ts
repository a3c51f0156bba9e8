import type { Alias, WarnedAlias } from './alias.js'
import type { Evidence } from './evidence.js'
import type { LineSpec } from './line.js'
import type { Move, MoveSpec } from './move.js'
import type { HolderSpec } from './person.js'

/** Whether a role exists, or is planned: on the chart but not there yet. */
export type RoleStatus = 'active' | 'planned'

/** The option that counting queries take. */
export interface PlannedOption {
  /** Whether planned roles count. Default: `'exclude'`. */
  readonly planned?: 'include' | 'exclude'
}

/** The attributes of a role in a spec: everything but its lines and moves. All are optional. */
export interface RoleAttributes<
  UnitId extends string = string,
  Data = unknown,
  PersonId extends string = string,
> extends Evidence {
  /** The name on the box. Default: the id of the role. */
  readonly title?: string
  /** Other names under which `find` finds the role. */
  readonly aliases?: readonly Alias[]
  /** Seniority, a finite number: higher is more senior. Never derived from the chart, never from pay. */
  readonly grade?: number
  /** The job family, for ladders and lattices. */
  readonly family?: string
  /** The unit that the role is a member of. */
  readonly unit?: UnitId
  /** Further units that the role is a member of. Each counts once; repeating `unit` adds nothing. */
  readonly alsoIn?: UnitId | readonly UnitId[]
  /**
   * Who holds it: an empty list is a vacancy, several holders are a job share; left out, they are not known. If the org
   * has `people`, these are their ids; otherwise any names, and each distinct name is one person. One holder may be written
   * without a list.
   */
  readonly holders?: PersonId | readonly HolderSpec<PersonId>[]
  /** Nobody holds it. `holders: []` says the same; holders that contradict it are an issue. */
  readonly vacant?: boolean
  /**
   * `'planned'` for a role that is not there yet: it has its place on the chart and in every query about lines, but
   * counts of people, seats, cost and spans leave it out. Default: `'active'`.
   */
  readonly status?: RoleStatus
  /** Full-time equivalents, 0 or more. */
  readonly fte?: number
  /** What the role costs, 0 or more, in the same unit of your choice throughout the chart. */
  readonly cost?: number
  /** Years of experience that the role requires, 0 or more. */
  readonly minYears?: number
  readonly certifications?: readonly string[]
  readonly skills?: readonly string[]
  /** Your own attributes: plain data (no functions, dates or class instances), copied and frozen. */
  readonly data?: Data
}

/** One target or several: an id, or an object that also says what the edge is based on. */
export type OneOrMany<Id extends string, Spec> = Id | Spec | readonly (Id | Spec)[]

/** A role in a spec. */
export interface RoleSpec<
  Id extends string = string,
  UnitId extends string = string,
  Data = unknown,
  PersonId extends string = string,
> extends RoleAttributes<UnitId, Data, PersonId> {
  /** The solid line: the role's one manager. */
  readonly reportsTo?: Id | LineSpec<Id>
  /** Dotted lines: any number of further managers. */
  readonly dottedTo?: OneOrMany<Id, LineSpec<Id>>
  /** Career moves out of the role. */
  readonly progressesTo?: OneOrMany<Id, MoveSpec<Id>>
}

/**
 * A role returned by a query: a fresh object at each call, so that changing it changes nothing else.
 * Lists that the spec left out are empty; single values that it left out are `undefined`.
 */
export interface Role<
  Id extends string = string,
  UnitId extends string = string,
  Data = unknown,
  PersonId extends string = string,
> extends Evidence {
  readonly id: Id
  readonly title: string
  readonly aliases: readonly string[]
  /** The aliases with a warning; absent if none has one. */
  readonly warnedAliases?: readonly WarnedAlias[]
  readonly grade: number | undefined
  readonly family: string | undefined
  readonly unit: UnitId | undefined
  /** The further units that the role is a member of, in input order. */
  readonly alsoIn: readonly UnitId[]
  /** The ids of the people who hold it; empty if the role is vacant or they are not known. */
  readonly holders: readonly PersonId[]
  /** Whether the chart says that nobody holds it. */
  readonly vacant: boolean
  readonly status: RoleStatus
  readonly fte: number | undefined
  readonly cost: number | undefined
  readonly minYears: number | undefined
  readonly certifications: readonly string[]
  readonly skills: readonly string[]
  /** The solid manager. */
  readonly reportsTo: Id | undefined
  /** The dotted managers, in input order. */
  readonly dottedTo: readonly Id[]
  /** The career moves out of the role, in input order. */
  readonly progressesTo: readonly Move<Id>[]
  readonly data: Data | undefined
}
