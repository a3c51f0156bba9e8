import type { Change } from '../model/change.js'
import type { Org } from '../model/org.js'

type OfKind<List extends readonly Change[], Kind extends Change['do']> = Extract<
  List[number],
  { readonly do: Kind }
>
type IdIn<Found, Field extends string> = Found extends { readonly [Name in Field]: infer Value }
  ? Value & string
  : never
/** The ids in a field of the changes of a kind. */
export type Named<List extends readonly Change[], Kind extends Change['do'], Field extends string> = IdIn<
  OfKind<List, Kind>,
  Field
>

/** The ids of the roles that changes add, or rename others to. */
export type AddedRoles<List extends readonly Change[]> =
  Named<List, 'add-role', 'role'> | Named<List, 'rename-role', 'to'>
/** Only what a list that is known word by word removes for sure, and does not add as well. */
type RemovedRoles<List extends readonly Change[]> = Exclude<
  Named<List, 'remove-role' | 'rename-role', 'role'>,
  AddedRoles<List>
>

/** Whether somebody below a removed role is removed as well, whom the types do not know. */
type RemovesTrees<List extends readonly Change[]> =
  Extract<List[number], { readonly reports: 'remove' }> extends never ? false : true

/** The ids of the roles after the changes. */
type RolesAfter<List extends readonly Change[], Id extends string> =
  RemovesTrees<List> extends true ? string : Exclude<Id, RemovedRoles<List>> | AddedRoles<List>

/** The ids of the people after the changes: any name where the list of people is taken away. */
type PeopleAfter<List extends readonly Change[], Person extends string> =
  OfKind<List, 'unlist-people'> extends never
    ? | Exclude<Person, Exclude<Named<List, 'remove-person', 'person'>, Named<List, 'add-person', 'person'>>>
      | Named<List, 'add-person', 'person'>
    : string

/** Whether the list is known word by word, and sets no data of roles. */
type KeepsData<List extends readonly Change[]> =
  string extends AddedRoles<List>
    ? false
    : Extract<
          List[number],
          { readonly spec: { readonly data: unknown } } | { readonly set: { readonly data: unknown } }
        > extends never
      ? true
      : false

/** The type of an org after changes. */
export type ChangedOrg<
  List extends readonly Change[],
  Id extends string,
  Unit extends string,
  Data,
  Person extends string,
> = Org<
  RolesAfter<List, Id>,
  | Exclude<Unit, Exclude<Named<List, 'remove-unit', 'unit'>, Named<List, 'add-unit', 'unit'>>>
  | Named<List, 'add-unit', 'unit'>,
  KeepsData<List> extends true ? Data : unknown,
  PeopleAfter<List, Person>
>

/** Changes whose ids are those of the org, or are added by the list. */
export type CheckedChanges<
  List extends readonly Change[],
  Id extends string,
  Unit extends string,
  Person extends string,
> = readonly Change<
  Id | AddedRoles<List>,
  Unit | Named<List, 'add-unit', 'unit'>,
  unknown,
  Person | Named<List, 'add-person', 'person'> | PeopleAfter<List, Person>
>[]
