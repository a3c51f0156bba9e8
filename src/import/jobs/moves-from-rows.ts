import {
  givenOptions,
  invalidArgument,
  invalidOption,
  type MoveKind,
  type MoveSpec,
  oneOf,
  OrgError,
  quote,
  quotedList,
  refuseNoRecords,
} from '../../internal.js'
import { ImportIssues } from '../input/import-issues.js'
import { limitsOf } from '../input/import-options.js'
import { errorsText } from '../input/importer.js'
import { isObject } from '../json/json-object.js'
import { type Years, yearsIn } from './years-in.js'

/** The columns of a table of jobs that say where they lead, each by the name of its field. */
export interface MoveFields<Row extends object = Readonly<Record<string, unknown>>> {
  /** The job that a move begins at: a text, or a whole number, which is read as its digits. */
  readonly from: keyof Row & string
  /** The jobs that it leads to: one job, several in one text, or a list; blank means none. A job that a cell repeats is one move. */
  readonly to: keyof Row & string
  /** The years before the move, such as `2-4`, `3+`, `up to 2`, `18 months` or a number; or the fields of the minimum and the maximum. */
  readonly years?: (keyof Row & string) | readonly [min: keyof Row & string, max?: keyof Row & string]
  /** The kind of move. Default: each is an `advancement`. */
  readonly kind?: keyof Row & string
  /** What the kinds are called in the table, without case: `{ promotion: 'advancement' }`. Their own names are known. */
  readonly kinds?: Readonly<Record<string, MoveKind>>
  /** Other conditions: one, several in one text, or a list. */
  readonly conditions?: keyof Row & string
  readonly note?: keyof Row & string
  /** What separates several jobs or conditions in a text. Default: a semicolon, a bar or a line break, and never a comma, which titles have. */
  readonly separator?: string
}

/**
 * The career moves in a table of a job architecture, by the job that they begin at, for the option `moves` of `orgFromRecords`. A row is a
 * job with its next jobs, or a pair of jobs.
 *
 * Years are a number or a text: `3` is three, `3+`, `3 or more` and `at least 3` have no upper bound, `2-4` and `2 to 4 years` are a range,
 * `up to 2` begins at 0, and months are parts of years. A comma before three digits, as in `1,000`, is refused, since it may separate
 * thousands. With two fields (minimum, maximum), a blank one sets no bound. A cell that cannot be read is an issue, never left out, even in a
 * row without next jobs. Whether the jobs exist is checked when the org is made.
 *
 * Complexity: O(rows + moves).
 *
 * @param rows Any iterable of rows, such as those of a CSV parser or of a spreadsheet.
 * @param fields `from`, `to`; `years`, `kind`, `kinds`, `conditions`, `note`, `separator`.
 * @returns The moves of each job, in the order of the rows.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { careerPath, orgFromRecords } from 'rolegraph'
 * import { movesFromRows } from 'rolegraph/import'
 *
 * const jobs = [
 *   { Job: 'Coordinator', Level: 1, 'Next jobs': 'Analyst; Team Lead', Years: '1-2' },
 *   { Job: 'Analyst', Level: 2, 'Next jobs': 'Team Lead', Years: '3+' },
 *   { Job: 'Team Lead', Level: 3, 'Next jobs': '', Years: '' },
 * ]
 * const moves = movesFromRows(jobs, { from: 'Job', to: 'Next jobs', years: 'Years' })
 * const org = orgFromRecords(jobs, { id: 'Job', grade: 'Level', moves: ({ Job }) => moves.get(Job) })
 * console.log(careerPath(org, 'Coordinator', 'Team Lead')?.roles) // => [ 'Coordinator', 'Team Lead' ]
 * console.log(moves.get('Analyst')) // => [ { to: 'Team Lead', years: [ 3 ] } ]
 * ```
 */
export function movesFromRows<Row extends object>(
  rows: Iterable<Row>,
  fields: MoveFields<Row>,
): ReadonlyMap<string, readonly MoveSpec[]> {
  refuseNoRecords(CALLER, rows)
  const table = new MoveTable(checkedFields(fields))
  let index = 0
  for (const row of rows as Iterable<unknown>) table.add(row, index++)
  return table.moves(index)
}

const CALLER = 'movesFromRows'
const KINDS = Object.freeze(['advancement', 'lateral', 'transition'] as const satisfies readonly MoveKind[])
const NAMES = ['from', 'to', 'years', 'kind', 'kinds', 'conditions', 'note', 'separator'] as const
const SEPARATORS = /[;|\r\n]/

/** The fields of a caller, checked. */
interface CheckedFields {
  readonly from: string
  readonly to: string
  readonly years: readonly string[]
  readonly isRange: boolean
  readonly kind: string | undefined
  readonly kinds: ReadonlyMap<string, MoveKind>
  readonly conditions: string | undefined
  readonly note: string | undefined
  readonly separator: string | RegExp
}

function checkedFields(received: unknown): CheckedFields {
  if (!isObject(received)) throw invalidArgument(CALLER, 'fields', received, NEEDED)
  const given = givenOptions(CALLER, received, NAMES)
  const text = (name: string): string | undefined => {
    const value = given.get(name)
    if (value === undefined || typeof value === 'string') return value
    throw invalidOption(name, value, 'the name of a field')
  }
  const [from, to] = [text('from'), text('to')]
  if (from === undefined || to === undefined) throw invalidArgument(CALLER, 'fields', received, NEEDED)
  const years = given.get('years')
  const list: readonly unknown[] = Array.isArray(years) ? years : years === undefined ? [] : [years]
  const named = list.filter((name) => typeof name === 'string')
  if (named.length < list.length || list.length > 2 || (Array.isArray(years) && list.length === 0))
    throw invalidOption(
      'years',
      years,
      'the name of a field, or of the fields of the minimum and the maximum',
    )
  const separator = given.get('separator')
  if (separator !== undefined && (typeof separator !== 'string' || separator === ''))
    throw invalidOption('separator', separator, 'a string')
  return {
    from,
    to,
    years: named,
    isRange: Array.isArray(years),
    kind: text('kind'),
    kinds: kindsIn(given.get('kinds')),
    conditions: text('conditions'),
    note: text('note'),
    separator: separator ?? SEPARATORS,
  }
}

const NEEDED = "an object that names the fields: { from: 'Job', to: 'Next jobs' }"

function kindsIn(received: unknown): ReadonlyMap<string, MoveKind> {
  const kinds = new Map<string, MoveKind>(KINDS.map((kind) => [kind, kind]))
  if (received === undefined) return kinds
  if (!isObject(received)) throw invalidOption('kinds', received, "an object: { promotion: 'advancement' }")
  for (const [word, kind] of Object.entries(received) as (readonly [string, unknown])[])
    kinds.set(word.trim().toLowerCase(), oneOf(`kinds.${word}`, kind, KINDS))
  return kinds
}

/** The moves of a table, as its rows are read. */
class MoveTable {
  readonly #fields: CheckedFields
  readonly #issues = new ImportIssues(limitsOf(undefined))
  readonly #moves = new Map<string, MoveSpec[]>()
  readonly #found = new Set<string>()
  readonly #known = new Set<string>()

  constructor(fields: CheckedFields) {
    this.#fields = fields
  }

  add(row: unknown, index: number): void {
    if (!isObject(row)) {
      this.#refuse(index, undefined, row, 'a row as an object')
      return
    }
    const { from: fromField, to: toField, years, kind, conditions, note } = this.#fields
    for (const name of Object.keys(row)) if (this.#known.size < SHOWN) this.#known.add(name)
    for (const name of [fromField, toField, ...years, kind, conditions, note])
      if (name !== undefined && Object.hasOwn(row, name)) this.#found.add(name)
    // Every cell is read, also where there is no move, so that each problem is reported.
    const targets = this.#list(row, toField, index)
    const from = this.#textIn(row, fromField, index)
    const range = this.#yearsOf(row, index)
    const given = this.#kindOf(row, index)
    const needed = conditions === undefined ? [] : this.#list(row, conditions, index)
    const remark = note === undefined ? '' : this.#textIn(row, note, index)
    if (targets.length === 0 || from === undefined) return
    if (from === '') {
      this.#issues.add('MISSING_ID', {
        place: { record: index, field: fromField },
        witness: [...targets],
        message: `Row ${String(index + 1)} leads to ${quotedList(targets)}, but has no ${quote(fromField)}`,
        suggestion: 'Give each row the job that the move starts from.',
      })
      return
    }
    const moves = this.#moves.get(from) ?? []
    this.#moves.set(from, moves)
    for (const to of targets) {
      moves.push({
        to,
        ...(given !== undefined && { kind: given }),
        ...(range !== undefined && { years: range }),
        ...(needed.length > 0 && { conditions: needed }),
        ...(remark !== undefined && remark !== '' && { note: remark }),
      })
    }
  }

  /** The moves. Throws `INVALID_ORG` where there are issues. */
  moves(rows: number): ReadonlyMap<string, readonly MoveSpec[]> {
    const { from, to, years, kind, conditions, note } = this.#fields
    for (const name of rows === 0 ? [] : [from, to, ...years, kind, conditions, note]) {
      if (name === undefined || this.#found.has(name)) continue
      this.#issues.add('MISSING_COLUMN', {
        place: {},
        witness: [...this.#known],
        message: `No row has the field ${quote(name)}${this.#issues.didYouMean(name, this.#known)}`,
        suggestion: `The fields are ${quotedList([...this.#known])}.`,
      })
    }
    if (!this.#issues.hasErrors) return this.#moves
    const { all } = this.#issues
    throw new OrgError('INVALID_ORG', errorsText('No moves can be built from the rows', all), { issues: all })
  }

  #refuse(index: number, field: string | undefined, received: unknown, expected: string): void {
    const where = field === undefined ? '' : `, ${quote(field)}`
    this.#issues.add('INVALID_FIELD', {
      place: { record: index, ...(field !== undefined && { field }) },
      witness: [quote(received)],
      message: `Row ${String(index + 1)}${where}: expected ${expected}, received ${quote(received)}`,
      suggestion: 'Correct the cell, or leave it blank.',
    })
  }

  /** The text in a cell; empty for a blank one, and `undefined`, with an issue, for anything but text. */
  #textIn(row: object, field: string, index: number): string | undefined {
    const cell = cellOf(row, field)
    if (isBlank(cell)) return ''
    const text = textOf(cell)
    if (text === undefined) this.#refuse(index, field, cell, 'a string')
    return text
  }

  /** The texts in a cell, each once, without the blanks around them. */
  #list(row: object, field: string, index: number): readonly string[] {
    const cell = cellOf(row, field)
    if (cell === undefined || cell === null) return []
    const items: readonly unknown[] = Array.isArray(cell)
      ? cell
      : typeof cell === 'string'
        ? cell.split(this.#fields.separator)
        : [cell]
    const texts = items.flatMap((item) => {
      const text = textOf(item)
      if (text === undefined) this.#refuse(index, field, item, 'a string')
      return text === undefined || text === '' ? [] : text
    })
    return [...new Set(texts)]
  }

  #kindOf(row: object, index: number): MoveKind | undefined {
    const { kind: field, kinds } = this.#fields
    const cell = field === undefined ? undefined : cellOf(row, field)
    if (field === undefined || isBlank(cell)) return undefined
    const kind = kinds.get(textOf(cell)?.toLowerCase() ?? '')
    if (kind === undefined)
      this.#refuse(index, field, cell, `a kind of move (${[...kinds.keys()].join(', ')})`)
    return kind
  }

  #yearsOf(row: object, index: number): Years | undefined {
    const { years: fields, isRange } = this.#fields
    const cells = fields.map((field) => ({ field, cell: cellOf(row, field) }))
    if (cells.every(({ cell }) => isBlank(cell))) return undefined
    const ranges = cells.map(({ field, cell }) => {
      if (isBlank(cell)) return undefined
      const range = rangeIn(cell)
      if (range === undefined || (isRange && range[0] !== range[1])) {
        this.#refuse(index, field, cell, isRange ? 'a number of years' : "years, such as '2-4' or '3+'")
        return undefined
      }
      return range
    })
    if (!isRange) return ranges[0]
    const [least, most] = ranges
    const [min, max] = [least?.[0] ?? 0, most?.[0]]
    if (max === undefined) return [min]
    if (max >= min) return [min, max]
    this.#refuse(index, fields[1], cells[1].cell, `years from ${String(min)} on`)
    return undefined
  }
}

const SHOWN = 20

function cellOf(row: object, field: string): unknown {
  return Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined
}

function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')
}

/** A text without the blanks around it, or a whole number as its digits; `undefined` for anything else. */
function textOf(cell: unknown): string | undefined {
  if (typeof cell === 'string') return cell.trim()
  return Number.isSafeInteger(cell) ? String(cell) : undefined
}

function rangeIn(cell: unknown): Years | undefined {
  if (typeof cell === 'number') return cell >= 0 && Number.isFinite(cell) ? [cell, cell] : undefined
  return typeof cell === 'string' ? yearsIn(cell) : undefined
}
