import type { Place } from '../../internal.js'
import type { LineItem } from './named-edges.js'
import type { RecordColumns } from './record-columns.js'
import type { RecordsDocument } from './record-ids.js'
import type { AnyPart, DottedField, FieldNames } from './records-options.js'

/** Where rows, their parts and their dotted lines are in the text. */
export class RecordPlaces {
  /** The lines of rows that have odd ones, which may come from several fields. */
  readonly #oddLines = new Map<number, readonly LineItem[]>()

  constructor(
    readonly columns: RecordColumns,
    readonly names: FieldNames,
    readonly dottedFields: readonly DottedField[],
    readonly document: RecordsDocument,
    /** The record of each row; absent if no record is left out. */
    readonly records: Int32Array | undefined,
  ) {}

  recordOf(row: number): number {
    return this.records?.[row] ?? row
  }

  of(row: number, part: string | undefined): Place {
    return this.#at(
      row,
      part === 'dotted' ? this.#dottedFieldOf(row) : this.names.get(part as AnyPart)?.field,
    )
  }

  ofLine(row: number, { field, item }: LineItem): Place {
    return item === undefined ? this.#at(row, field) : this.#at(row, field, item)
  }

  setOddLines(row: number, lines: readonly LineItem[]): void {
    this.#oddLines.set(row, lines)
  }

  /** The place of an item of a list of odd values; `undefined` if it is directly below the field. */
  ofOddItem(row: number, part: string, item: number): Place | undefined {
    if (part !== 'dotted') return undefined
    const line = this.#oddLines.get(row)?.[item]
    if (line !== undefined) return this.ofLine(row, line)
    // A corrected value is in none of several fields.
    return this.dottedFields.length > 1 ? this.of(row, part) : undefined
  }

  /** The first field of dotted managers in which a row has any. */
  #dottedFieldOf(row: number): string | undefined {
    const record = this.recordOf(row)
    const has = ({ field }: DottedField): boolean => (this.columns.column(field)?.starts[record] ?? -1) !== -1
    return (this.dottedFields.find(has) ?? this.dottedFields.at(0))?.field
  }

  #at(row: number, ...keys: readonly (string | number | undefined)[]): Place {
    const below = keys.filter((key) => key !== undefined)
    const path = [this.columns.indexOf(this.recordOf(row)), ...below]
    return { path, ...this.document.tree.placeAt(path, 'value') }
  }
}
