import {
  type ByteCells,
  cellText,
  encodeUtf8,
  joinBytes,
  quote,
  type RowIds,
  rowIdSteps,
  type Steps,
} from '../../internal.js'
import { addAt, addInvalid, type JsonDocument } from '../json/json-object.js'
import type { JsonTree } from '../json/read-json.js'
import type { FieldColumn, RecordColumns } from './record-columns.js'
import { PartReader } from './record-parts.js'

/** A text whose records are read. */
export type RecordsDocument = JsonDocument & { readonly tree: JsonTree }

/** The records that have a valid id. */
export interface RecordIds {
  readonly ids: RowIds
  /** The record of each row; absent if no record is left out. */
  readonly records: Int32Array | undefined
}

/** The ids of the records that have one; each other record is an issue. */
export function* recordIds(
  columns: RecordColumns,
  field: string,
  document: RecordsDocument,
): Steps<RecordIds> {
  const { rows } = columns
  /** Whole numbers that are not written as their digits, and values that are not ids. */
  const odd = new Map<number, unknown>()
  const read = new PartReader(document.tree.text.bytes)
  const found = read.texts(
    columns.column(field) ?? noColumn(rows),
    (row, start) => {
      odd.set(row, idText(document.tree.valueAt(start)))
    },
    true,
  )
  const cells = withTexts(found, odd)
  const left = new Set<number>()
  for (let row = 0; row < rows; row++) {
    if (!isShort(cells, row, document) && !isId(row, cells, odd, columns.indexOf(row), field, document))
      left.add(row)
  }
  if (left.size === 0) return { ids: yield* rowIdSteps(cells), records: undefined }
  const records = Int32Array.from({ length: rows }, (_, row) => row).filter((row) => !left.has(row))
  const { starts, ends } = cells
  const kept = { ...cells, starts: records.map((row) => starts[row]), ends: records.map((row) => ends[row]) }
  return { ids: yield* rowIdSteps(kept), records }
}

/** Whether the bytes of an id are within the limit, and so its units: no text has more units than bytes. */
function isShort({ starts, ends }: ByteCells, row: number, { issues }: RecordsDocument): boolean {
  return starts[row] >= 0 && (ends[row] < 0 ? ~ends[row] : ends[row]) - starts[row] <= issues.limits.idLength
}

/** Whether a record has a valid id; an issue if not. */
function isId(
  row: number,
  cells: ByteCells,
  odd: ReadonlyMap<number, unknown>,
  index: number,
  field: string,
  document: RecordsDocument,
): boolean {
  const { issues, tree } = document
  if (cells.starts[row] >= 0) {
    const id = cellText(cells, row)
    if (id.length <= issues.limits.idLength) return true
    const path = [index, field]
    issues.exceeded('idLength', { path, ...tree.placeAt(path, 'value') }, [quote(id)])
  } else if (odd.has(row)) {
    addInvalid(document, [index, field], odd.get(row), 'a string or a whole number')
  } else {
    addAt(document, 'MISSING_ID', [index], {
      message: `the record has no ${field}`,
      suggestion: 'Give the record a unique id, or remove it.',
    })
  }
  return false
}

function noColumn(rows: number): FieldColumn {
  return {
    starts: new Int32Array(rows).fill(-1),
    ends: new Int32Array(rows),
    hasEscapes: false,
    hasOthers: false,
  }
}

/** A column in which no row has a text. */
export function noTexts(rows: number): ByteCells {
  const starts = new Int32Array(rows).fill(-1)
  return { bytes: new Uint8Array(0), starts, ends: starts }
}

/** The cells with texts of digits for some rows, which are appended to the bytes. */
export function withTexts(cells: ByteCells, values: ReadonlyMap<number, unknown>): ByteCells {
  const texts = [...values].filter((value): value is [number, string] => typeof value[1] === 'string')
  if (texts.length === 0) return cells
  const more = encodeUtf8(texts.map(([, text]) => text).join(''))
  const bytes = joinBytes([cells.bytes, more])
  const starts = cells.starts.slice()
  const ends = cells.ends.slice()
  let at = cells.bytes.length
  for (const [row, text] of texts) {
    starts[row] = at
    // Digits are one byte each.
    at += text.length
    ends[row] = at
  }
  return { ...cells, bytes, starts, ends }
}

/** A whole number as its digits, anything else as it is. */
export function idText(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value
}
