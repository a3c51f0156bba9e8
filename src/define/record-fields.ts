import type { Place } from '../kernel/issue.js'
import type { Alias } from '../model/alias.js'
import type { LineSpec } from '../model/line.js'
import type { MoveSpec } from '../model/move.js'
import type { AssignmentTerms, HolderSpec, PersonSpec } from '../model/person.js'
import type { OneOrMany, RoleAttributes } from '../model/role.js'
import type { UnitSpec } from '../model/unit.js'
import type { RowEnds } from './row-ends.js'

/** The names of the fields of a record whose values have a type. */
type FieldNames<Row, Value> = { [K in keyof Row]-?: Row[K] extends Value ? K : never }[keyof Row]

/** Where a value of a role comes from: the name of a field of the record, or a function of the record. */
export type Field<Row, Value> = FieldNames<Row, Value> | ((record: Row, index: number) => Value)

type Blank = null | undefined

/** An attribute in a record may be blank, and a list may be a single string. */
type Loose<Value> = Value extends readonly string[] ? Value | string | Blank : Value | Blank

/** Where the data of a role come from: the name of any field of the record, or a function of the record. */
export type DataField<Row> = keyof Row | ((record: Row, index: number) => unknown) | undefined

/** The type of the data from a {@link DataField}. Null and undefined mean none. */
export type DataFrom<Row, From> = undefined extends From
  ? undefined
  : From extends keyof Row
    ? Exclude<Row[From], Blank>
    : From extends (record: Row, index: number) => infer Data
      ? Exclude<Data, Blank>
      : undefined

/** Where to find each part of a role in a record; only `id` is required. */
export interface RecordFields<Row, From extends DataField<Row> = DataField<Row>> {
  readonly id: Field<Row, string>
  /**
   * The id of the solid manager, or a line `{ to, as }` with its name; null or undefined for a role at the top. A blank
   * string is an id.
   */
  readonly manager?: Field<Row, string | LineSpec | Blank>
  /** The ids of the dotted managers, or lines with their names. */
  readonly dotted?: Field<Row, OneOrMany<string, LineSpec> | Blank>
  /** The career moves out of the role. */
  readonly moves?: Field<Row, OneOrMany<string, MoveSpec> | Blank>
  readonly title?: Field<Row, Loose<string>>
  readonly aliases?: Field<Row, readonly Alias[] | string | Blank>
  readonly grade?: Field<Row, Loose<number>>
  readonly family?: Field<Row, Loose<string>>
  /** The unit of the role. Without the option `units`, a unit exists when a role names it. */
  readonly unit?: Field<Row, Loose<string>>
  /** Further units of the role. */
  readonly alsoIn?: Field<Row, Loose<readonly string[]>>
  readonly holders?: Field<Row, readonly HolderSpec[] | string | Blank>
  readonly vacant?: Field<Row, Loose<boolean>>
  readonly status?: Field<Row, RoleAttributes['status'] | Blank>
  readonly fte?: Field<Row, Loose<number>>
  readonly cost?: Field<Row, Loose<number>>
  readonly minYears?: Field<Row, Loose<number>>
  readonly certifications?: Field<Row, Loose<readonly string[]>>
  readonly skills?: Field<Row, Loose<readonly string[]>>
  readonly sources?: Field<Row, Loose<readonly string[]>>
  readonly hedge?: Field<Row, RoleAttributes['hedge'] | Blank>
  readonly note?: Field<Row, Loose<string>>
  /** Your own attributes, of any type. */
  readonly data?: From | FieldNames<Row, unknown>
}

/** Where to find the person who fills the role of a record. */
export interface PersonFields<Row> {
  /** The id of the person; null or undefined if nobody fills the role. */
  readonly id: Field<Row, Loose<string>>
  /** The name of the person. Default: the id. */
  readonly name?: Field<Row, Loose<string>>
  readonly email?: Field<Row, Loose<string>>
  /** The share of full time, above 0: a number up to 2, or a percentage such as `'60%'`. */
  readonly share?: Field<Row, number | string | Blank>
  /** Default: `'permanent'`. */
  readonly kind?: Field<Row, AssignmentTerms['kind'] | Blank>
  /** The first day, as a calendar date: `'2026-03-31'`. */
  readonly from?: Field<Row, Loose<string>>
  /** The day after the last one, as a calendar date; with `ends: 'inclusive'` the last day. */
  readonly to?: Field<Row, Loose<string>>
}

/** What several rows with the same role id are: an error, or one role with several holders. */
export type RepeatedIds = 'error' | 'job-share'

/** The place of a record, or of one of its fields, in the input. */
export type PlaceOfRecord = (record: number, field?: string) => Place

/** The options of {@link orgFromRecords}: how it reads records, and what it does with a broken chart. */
export interface RecordOptions<Row, From extends DataField<Row> = DataField<Row>> extends RecordFields<
  Row,
  From
> {
  /** `'throw'` (the default) an `OrgError` with all issues, or `'collect'` them on the org: see `issuesOf`. */
  readonly onIssue?: 'throw' | 'collect'
  /**
   * Where to find the person who fills each role, instead of `holders`. The people of the org are those whom records name:
   * one person in several records fills several roles.
   */
  readonly person?: PersonFields<Row>
  /** Whether `person.to` is the day after the last one (`'exclusive'`, the default) or the last day (`'inclusive'`). */
  readonly ends?: RowEnds
  /** The ends of assignments that mean "no end". Default: `'9999-12-31'`, `'4712-12-31'`, `'2999-12-31'` and a blank. */
  readonly open?: readonly string[]
  /**
   * The people of the org: by id, or as a list with their ids. Every holder must then be one of these ids.
   */
  readonly people?: Readonly<Record<string, PersonSpec>> | readonly (PersonSpec & { readonly id: string })[]
  /**
   * `'error'` (the default): each record is a role, and two with the same id are an issue. `'job-share'`: a record that
   * repeats an id and differs only in the holder, the vacancy and the data is a further holder of the role, which has the
   * data of the first record.
   */
  readonly repeatedIds?: RepeatedIds
  /** Titles, heads and nesting of units, by id. A unit that is not listed here is then an issue. */
  readonly units?: Readonly<Record<string, UnitSpec>>
  /** The place of a record in its file, for the issues. Default: its index, `{ record, field }`. */
  readonly placeOf?: PlaceOfRecord
}
