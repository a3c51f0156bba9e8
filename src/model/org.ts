declare const promise: unique symbol

/**
 * An organisation: roles, units, reporting lines, career moves and services. It is an opaque, immutable
 * value: make one with {@link defineOrg}, {@link orgFromRecords} or {@link fromGraph}, and query it with the
 * functions of this library. Nothing that a query returns gives access to its contents.
 *
 * Two orgs are equal if they have the same roles, units, services and issues, in the same order. Test runners and
 * functions for deep equality see this in the only property of an org at run time, a getter that costs nothing until it
 * is read. A title that is the id counts as none, and so does an empty list. Values in `data` are compared as they are.
 * `JSON.stringify` writes the org document, `console.log` one line.
 *
 * `Id`, `Unit` and `Person` are the literal ids of its roles, units and people, `Data` is the type of your own attributes. All
 * four are covariant: an `Org<'a' | 'b'>` is accepted where an `Org` is expected.
 */
export interface Org<
  out Id extends string = string,
  out Unit extends string = string,
  out Data = unknown,
  out Person extends string = string,
> {
  /** Holds the types; it does not exist at run time. */
  readonly [promise]: { readonly id: Id; readonly unit: Unit; readonly data: Data; readonly person: Person }
}

/** The literal ids of the roles of an org: `RoleIdOf<typeof org>`. */
export type RoleIdOf<Chart extends Org> = Chart extends Org<infer Id> ? Id : never

/** The literal ids of the units of an org: `UnitIdOf<typeof org>`. */
export type UnitIdOf<Chart extends Org> = Chart extends Org<string, infer Unit> ? Unit : never

/** The literal ids of the people of an org: `PersonIdOf<typeof org>`. */
export type PersonIdOf<Chart extends Org> =
  Chart extends Org<string, string, unknown, infer Person> ? Person : never
