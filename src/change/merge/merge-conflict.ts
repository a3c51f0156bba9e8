import { listed } from '../../kernel/in-words.js'
import { quote } from '../../kernel/quote.js'
import type { LineSpec } from '../../model/line.js'
import type { PersonSpec } from '../../model/person.js'
import type { RoleSpec } from '../../model/role.js'
import type { ServiceSpec } from '../../model/service.js'
import type { UnitSpec } from '../../model/unit.js'

/** What a conflict is about: a role, a unit, a person, the services with these ends and this name, or the list of people. */
export type MergeSubject<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> =
  | { readonly role: Id }
  | { readonly unit: Unit }
  | { readonly person: Person }
  | { readonly service: Pick<ServiceSpec<Id, Unit>, 'from' | 'to' | 'name'> }

/** A field of something, as a spec names it. `to` is the other end of a dotted line or a career move. */
export interface MergeField<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> {
  readonly of: MergeSubject<Id, Unit, Person>
  readonly field: string
  readonly to?: Id
}

/**
 * Both sides set one field to different values. The values are written as in a spec, `undefined` where there is none. The holders of a
 * role are one field with whether it is vacant: `{ holders, vacant }`.
 */
export interface MergeValueConflict<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> extends MergeField<Id, Unit, Person> {
  readonly kind: 'value'
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
  readonly message: string
}

/** One side removed something that the other side changed, or to which it let something refer. */
export interface MergeRemovalConflict<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> {
  readonly kind: 'removed'
  readonly of: MergeSubject<Id, Unit, Person>
  /** `undefined` for a person that one side added while the other gave up the list of people. */
  readonly base: RoleSpec | UnitSpec | PersonSpec | undefined
  /** `undefined` where this side removed it. */
  readonly ours: RoleSpec | UnitSpec | PersonSpec | undefined
  readonly theirs: RoleSpec | UnitSpec | PersonSpec | undefined
  /** What the other side changed in it, or lets refer to it. */
  readonly because: readonly MergeField<Id, Unit, Person>[]
  readonly message: string
}

/** Both sides added something with the same id, and not the same. Roles and units share one namespace. */
export interface MergeAdditionConflict<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> {
  readonly kind: 'added'
  readonly of: MergeSubject<Id, Unit, Person>
  readonly base: undefined
  readonly ours: RoleSpec | UnitSpec | PersonSpec
  readonly theirs: RoleSpec | UnitSpec | PersonSpec
  readonly message: string
}

/** The two sides together close a cycle of reporting lines, or of units that are parts of each other. */
export interface MergeCycleConflict<Id extends string = string, Unit extends string = string> {
  readonly kind: 'cycle'
  readonly of: 'roles' | 'units'
  /** The cycle: each reports to the next, or is part of it, and the last is the first. */
  readonly cycle: readonly (Id | Unit)[]
  /** What each of them reports to, or is part of, in the base and on either side, in the order of the cycle. */
  readonly base: readonly (string | LineSpec | undefined)[]
  readonly ours: readonly (string | LineSpec | undefined)[]
  readonly theirs: readonly (string | LineSpec | undefined)[]
  readonly message: string
}

/** Both sides gave one role different ids, or one side gave it an id that the other uses for something else. */
export interface MergeRenameConflict<Id extends string = string> {
  readonly kind: 'renamed'
  readonly of: { readonly role: Id }
  readonly base: Id
  readonly ours: Id | undefined
  readonly theirs: Id | undefined
  readonly message: string
}

/** What {@link mergeOrgs} cannot decide: both sides, the base, and a sentence that says what is the matter. */
export type MergeConflict<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> =
  | MergeValueConflict<Id, Unit, Person>
  | MergeRemovalConflict<Id, Unit, Person>
  | MergeAdditionConflict<Id, Unit, Person>
  | MergeCycleConflict<Id, Unit>
  | MergeRenameConflict<Id>

/** What a conflict about a removal says; the remover is ours or theirs. */
export function removalText(
  remover: 'ours' | 'theirs',
  of: MergeSubject,
  because: readonly MergeField[],
): string {
  const [by, kept] = remover === 'ours' ? ['Our', 'their'] : ['Their', 'our']
  const what =
    'role' in of
      ? `the role ${quote(of.role)}`
      : 'unit' in of
        ? `the unit ${quote(of.unit)}`
        : 'person' in of
          ? `the person ${quote(of.person)}`
          : serviceText(of.service)
  const fields = because.map(fieldText)
  const why = fields.length === 0 ? 'adds it to its list of people' : `changes or uses it: ${listed(fields)}`
  return `${by} side removes ${what}, and ${kept} side ${why}`
}

/** A field in words: `title of 'lead'`. */
export function fieldText({ of, field, to }: MergeField): string {
  if ('service' in of) return serviceText(of.service)
  const id = 'role' in of ? of.role : 'unit' in of ? of.unit : of.person
  return `${field} of ${quote(id)}${to === undefined ? '' : ` (${quote(to)})`}`
}

function serviceText({ from, to, name }: Pick<ServiceSpec, 'from' | 'to' | 'name'>): string {
  return `the service ${quote(name)} from ${quote(from)} to ${quote(to)}`
}
