import type { LineSpec } from './line.js'
import type { MoveSpec } from './move.js'
import type { HolderSpec, PersonSpec } from './person.js'
import type { RoleAttributes, RoleSpec } from './role.js'
import type { ServiceSpec } from './service.js'
import type { UnitSpec } from './unit.js'

/** Fields to set. `null` removes a field, which restores its default; a field that is left out stays unchanged. */
export type FieldsToSet<Spec> = { readonly [Name in keyof Spec]?: Spec[Name] | null }

/**
 * What happens to the reports of a removed role: `'refuse'` the removal while it has any (the default), `'lift'` them to
 * its manager, make them report `to` another role, or `'remove'` them with everyone below them.
 */
export type ReportsRule<Id extends string = string> = 'refuse' | 'lift' | 'remove' | { readonly to: Id }

/**
 * What happens to everything else that refers to the removed item: `'refuse'` the removal while anything does (the
 * default), `'lift'` the references to what is above it (the manager of a role, the larger unit), make them refer `to`
 * something else, or `'remove'` them.
 */
export type ReferencesRule<Id extends string = string> = 'refuse' | 'lift' | 'remove' | { readonly to: Id }

/** Adds a role, before another one or (by default, and with `null`) after all others. */
export interface AddRole<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> {
  readonly do: 'add-role'
  readonly role: Id
  readonly spec?: RoleSpec<Id, Unit, Data, Person>
  readonly before?: Id | null
}

/** Sets or removes attributes of a role. Its lines and moves have their own changes. */
export interface UpdateRole<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> {
  readonly do: 'update-role'
  readonly role: Id
  readonly set: FieldsToSet<RoleAttributes<Unit, Data, Person>>
}

/** Removes a role, with its own lines and moves. */
export interface RemoveRole<Id extends string = string> {
  readonly do: 'remove-role'
  readonly role: Id
  readonly reports?: ReportsRule<Id>
  /** For dotted lines and moves to the role, units that it heads, services and holders. */
  readonly references?: ReferencesRule<Id>
}

/** Gives a role another id. Everything that refers to the role follows. */
export interface RenameRole<Id extends string = string> {
  readonly do: 'rename-role'
  readonly role: Id
  readonly to: Id
}

/** Makes a role report to another manager, or to nobody (`null`). It keeps its place in the order unless `before` is given. */
export interface SetManager<Id extends string = string> {
  readonly do: 'set-manager'
  readonly role: Id
  readonly manager: Id | LineSpec<Id> | null
  readonly before?: Id | null
}

/** Adds a dotted line from a role to a manager, before its line to another manager or after all others. */
export interface AddDottedLine<Id extends string = string> {
  readonly do: 'add-dotted-line'
  readonly role: Id
  readonly manager: Id | LineSpec<Id>
  readonly before?: Id | null
}

/** Removes a dotted line. */
export interface RemoveDottedLine<Id extends string = string> {
  readonly do: 'remove-dotted-line'
  readonly role: Id
  readonly manager: Id
}

/** Adds a career move out of a role, before its move to another role or after all others. */
export interface AddMove<Id extends string = string> {
  readonly do: 'add-move'
  readonly role: Id
  readonly move: Id | MoveSpec<Id>
  readonly before?: Id | null
}

/** Sets or removes fields of a career move. */
export interface UpdateMove<Id extends string = string> {
  readonly do: 'update-move'
  readonly role: Id
  readonly to: Id
  readonly set: FieldsToSet<Omit<MoveSpec, 'to'>>
}

/** Removes a career move. */
export interface RemoveMove<Id extends string = string> {
  readonly do: 'remove-move'
  readonly role: Id
  readonly to: Id
}

/** Adds a unit, before another one or after all others. */
export interface AddUnit<Id extends string = string, Unit extends string = string> {
  readonly do: 'add-unit'
  readonly unit: Unit
  readonly spec?: UnitSpec<Id, Unit>
  readonly before?: Unit | null
}

/** Sets or removes fields of a unit. */
export interface UpdateUnit<Id extends string = string, Unit extends string = string> {
  readonly do: 'update-unit'
  readonly unit: Unit
  readonly set: FieldsToSet<UnitSpec<Id, Unit>>
}

/** Removes a unit. Its members, its parts and the services that it gives count as references to it. */
export interface RemoveUnit<Unit extends string = string> {
  readonly do: 'remove-unit'
  readonly unit: Unit
  readonly references?: ReferencesRule<Unit>
}

/** Adds a person to an org that has people, before another one or after all others. */
export interface AddPerson<Person extends string = string> {
  readonly do: 'add-person'
  readonly person: Person
  readonly spec?: PersonSpec
  readonly before?: Person | null
}

/** Sets or removes fields of a person. */
export interface UpdatePerson<Person extends string = string> {
  readonly do: 'update-person'
  readonly person: Person
  readonly set: FieldsToSet<PersonSpec>
}

/** Removes a person. The roles that they hold count as references to them. */
export interface RemovePerson<Person extends string = string> {
  readonly do: 'remove-person'
  readonly person: Person
  readonly references?: 'refuse' | 'remove' | { readonly to: Person }
}

/** Gives an org whose holders are names a list of people: each distinct name becomes a person. */
export interface ListPeople {
  readonly do: 'list-people'
}

/** Removes the list of people and everything in it: the ids of holders become names. */
export interface UnlistPeople {
  readonly do: 'unlist-people'
}

/** Adds a holder to a role, after its other holders. */
export interface Assign<Id extends string = string, Person extends string = string> {
  readonly do: 'assign'
  readonly role: Id
  readonly holder: HolderSpec<Person>
}

/** Removes every assignment of a person to a role. A role that loses its last holder is vacant. */
export interface Unassign<Id extends string = string, Person extends string = string> {
  readonly do: 'unassign'
  readonly role: Id
  readonly person: Person
}

/** Adds a service at an index of the list, or at its end. */
export interface AddService<Id extends string = string, Unit extends string = string> {
  readonly do: 'add-service'
  readonly service: ServiceSpec<Id, Unit>
  readonly at?: number
}

/** Removes the service with these ends and this name: the one at index `at`, or the first. */
export interface RemoveService<Id extends string = string, Unit extends string = string> {
  readonly do: 'remove-service'
  readonly service: Pick<ServiceSpec<Id, Unit>, 'from' | 'to' | 'name'>
  readonly at?: number
}

/** Moves a role, a unit or a person in the order of their kind: before another one, or after all others (`null`). */
export type Reorder<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> =
  | { readonly do: 'reorder'; readonly role: Id; readonly before: Id | null }
  | { readonly do: 'reorder'; readonly unit: Unit; readonly before: Unit | null }
  | { readonly do: 'reorder'; readonly person: Person; readonly before: Person | null }

/**
 * One edit of an org as plain JSON data: a list of changes can be reviewed, stored, sent and applied again.
 * Changes apply in order, each to the result of those before it. A spec in a change is what {@link defineOrg} takes.
 */
export type Change<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> =
  | AddRole<Id, Unit, Data, Person>
  | UpdateRole<Id, Unit, Data, Person>
  | RemoveRole<Id>
  | RenameRole<Id>
  | SetManager<Id>
  | AddDottedLine<Id>
  | RemoveDottedLine<Id>
  | AddMove<Id>
  | UpdateMove<Id>
  | RemoveMove<Id>
  | AddUnit<Id, Unit>
  | UpdateUnit<Id, Unit>
  | RemoveUnit<Unit>
  | AddPerson<Person>
  | UpdatePerson<Person>
  | RemovePerson<Person>
  | ListPeople
  | UnlistPeople
  | Assign<Id, Person>
  | Unassign<Id, Person>
  | AddService<Id, Unit>
  | RemoveService<Id, Unit>
  | Reorder<Id, Unit, Person>

/** The names of the changes: the values of `do`. */
export type ChangeKind = Change['do']

/** A side effect of a change, itself as a change; `of` is the index of the change that caused it. */
export interface ChangeEffect<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> {
  readonly of: number
  readonly change: Change<Id, Unit, Data, Person>
}
