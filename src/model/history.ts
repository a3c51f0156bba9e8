import type { Change } from './change.js'
import type { Org } from './org.js'

declare const promise: unique symbol

/**
 * An org over time: the org on each date. It is an opaque, immutable value: make one with {@link historyOf},
 * {@link historyFromSnapshots} or {@link historyFromRecords}, and query it with {@link orgAt}, {@link managerAt},
 * {@link changesBetween}, {@link timelineOf} and {@link tenureOf}.
 *
 * `Id`, `Unit` and `Person` are the literal ids of all roles, units and people that it ever has. `JSON.stringify` writes
 * its document, `console.log` one line.
 */
export interface History<
  out Id extends string = string,
  out Unit extends string = string,
  out Data = unknown,
  out Person extends string = string,
> {
  /** Holds the types; it does not exist at run time. */
  readonly [promise]: { readonly id: Id; readonly unit: Unit; readonly data: Data; readonly person: Person }
}

/** Changes that take effect on a date. */
export interface EffectiveChanges<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
  Person extends string = string,
> {
  /** The first day on which the changes hold, as a calendar date: `'2026-03-31'`. */
  readonly on: string
  /** The day on which they became known, if that matters. Default: they were always known. */
  readonly knownOn?: string
  readonly changes: readonly Change<Id, Unit, Data, Person>[]
}

/** An org as it was on a date. */
export interface Snapshot<Chart extends Org = Org> {
  readonly on: string
  readonly org: Chart
}

/** The days from `from` up to, but not including, `to`; `undefined` means no beginning or no end. */
export interface Spell {
  readonly from: string | undefined
  readonly to: string | undefined
}
