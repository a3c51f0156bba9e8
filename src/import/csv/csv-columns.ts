import { addToList, quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import {
  CSV_PARTS,
  type CsvMatch,
  type CsvOptions,
  type CsvPart,
  NAMED_PARTS,
  type NamedColumn,
} from './csv-options.js'
import { type CsvProduct, PLAIN, PRODUCTS } from './csv-products.js'
import { addDuplicateColumn, headerKey, headerKeys } from './header-keys.js'

/** The columns of a table by the parts of a role that they hold. */
export interface CsvColumns {
  readonly product: CsvProduct
  /** The headers, as they are in the file. */
  readonly headers: readonly string[]
  /** A unique key for each column, from its header. */
  readonly keys: readonly string[]
  /** How managers are named, if the header of the manager column shows it. */
  readonly match: CsvMatch | undefined
  /** The other columns that are known to hold the solid manager. */
  readonly otherManagers: readonly ManagerColumn[]
  /** The column of a part, if there is one. */
  readonly of: (part: CsvPart) => number | undefined
  /** The columns of dotted managers. */
  readonly dotted: readonly ManagerColumn[]
}

/** A column of managers, and how they are named if its header shows it. */
export interface ManagerColumn {
  readonly column: number
  readonly match: CsvMatch | undefined
  /** The name of its lines. */
  readonly as?: string | undefined
}

/** Finds the columns of the parts of a role by their headers. A missing or ambiguous column is an issue. */
export function csvColumnsOf(
  headers: readonly string[],
  line: number,
  given: CsvOptions['columns'] = {},
  issues: ImportIssues,
): CsvColumns {
  return new ColumnFinder(headers, line, given, issues).find()
}

class ColumnFinder {
  readonly #headers: readonly string[]
  readonly #line: number
  readonly #given: NonNullable<CsvOptions['columns']>
  readonly #issues: ImportIssues
  readonly #columnsOf = new Map<string, number[]>()
  readonly #found = new Map<CsvPart, number>()
  readonly #dotted: number[] = []
  /** The names of dotted lines, by column. */
  readonly #names = new Map<number, string>()
  /** The columns that the caller names for {@link NAMED_PARTS}. */
  readonly #taken = new Set<number>()
  #match: CsvMatch | undefined

  constructor(
    headers: readonly string[],
    line: number,
    given: NonNullable<CsvOptions['columns']>,
    issues: ImportIssues,
  ) {
    this.#headers = headers
    this.#line = line
    this.#given = given
    this.#issues = issues
    for (const [column, header] of headers.entries()) {
      const key = headerKey(header)
      addToList(this.#columnsOf, key, column)
    }
  }

  find(): CsvColumns {
    const keys = headerKeys(this.#headers, this.#line, this.#issues)
    const product = PRODUCTS.find(({ signs }) =>
      signs.some((sign) => sign.every((header) => this.#has(header))),
    )
    const known = product ?? PLAIN
    for (const part of CSV_PARTS) this.#findGiven(part)
    for (const part of NAMED_PARTS) {
      const column = this.#found.get(part)
      if (column !== undefined) this.#taken.add(column)
    }
    this.#findPair(known)
    for (const part of CSV_PARTS) this.#findKnown(part, known)
    this.#findMoreDotted(known)
    this.#findNamedDotted(known)
    if (!this.#found.has('id') && known.idOtherwise !== undefined && this.#given.id === undefined) {
      this.#take('id', known.idOtherwise)
    }
    this.#addMissing()
    return {
      product: known,
      headers: this.#headers,
      keys,
      match: this.#matchOfManager(),
      otherManagers: this.#otherManagers(known),
      of: (part) => this.#found.get(part),
      dotted: this.#dotted.map((column) => ({ ...this.#managerColumn(column), as: this.#names.get(column) })),
    }
  }

  #has(header: string): boolean {
    return this.#columnsOf.has(headerKey(header))
  }

  /** Whether there is a column with this header that the caller has not named for another part. */
  #isFree(header: string): boolean {
    return this.#columnsOf.get(headerKey(header))?.some((column) => !this.#taken.has(column)) === true
  }

  /** Finds the column that the caller names. */
  #findGiven(part: CsvPart): void {
    for (const named of listOf(this.#given[part])) {
      const header = typeof named === 'string' ? named : named.column
      const before = this.#dotted.length
      const exact = this.#headers.indexOf(header)
      if (exact !== -1) this.#set(part, exact)
      else if (this.#has(header)) this.#take(part, header)
      else this.#addNoSuchColumn(part, header)
      const [column = -1] = this.#dotted.slice(before)
      if (typeof named !== 'string') this.#names.set(column, named.as)
    }
  }

  /** Finds the columns of the id and the manager, if the product has two that belong together. */
  #findPair(product: CsvProduct): void {
    if (this.#given.id !== undefined || this.#given.manager !== undefined) return
    const pairs = pairsOf(product)
    const pair = pairs.find(({ id, manager }) => this.#isFree(id) && this.#isFree(manager))
    if (pair === undefined) return
    this.#take('id', pair.id)
    this.#take('manager', pair.manager)
    this.#match = pair.match
  }

  #findKnown(part: CsvPart, product: CsvProduct): void {
    if (this.#given[part] !== undefined || this.#found.has(part)) return
    const header = knownHeaders(part, product).find((name) => this.#isFree(name))
    if (header !== undefined) this.#take(part, header)
  }

  /** Finds the other columns of dotted managers; if several name the same managers, only the first. */
  #findMoreDotted(product: CsvProduct): void {
    if (this.#given.dotted !== undefined || this.#dotted.length === 0) return
    const taken = new Set(this.#dotted.map((column) => dottedKind(this.#headers[column])))
    for (const header of knownHeaders('dotted', product)) {
      if (!this.#isFree(header) || taken.has(dottedKind(header))) continue
      taken.add(dottedKind(header))
      this.#take('dotted', header)
    }
  }

  /** Finds the columns of dotted managers whose headers name their lines: `Dotted Line Role IDs (project)`. */
  #findNamedDotted({ namedDotted }: CsvProduct): void {
    if (this.#given.dotted !== undefined || namedDotted === undefined) return
    for (const [column, header] of this.#headers.entries()) {
      if (!header.startsWith(`${namedDotted} (`) || !header.endsWith(')')) continue
      this.#set('dotted', column)
      this.#names.set(column, header.slice(namedDotted.length + 2, -1))
    }
  }

  /** The columns with a known header of the manager, other than the one that is read. */
  #otherManagers(product: CsvProduct): readonly ManagerColumn[] {
    const manager = this.#found.get('manager')
    if (this.#given.manager !== undefined || manager === undefined) return []
    const pairs = pairsOf(product).map((pair) => pair.manager)
    const keys = new Set([...knownHeaders('manager', product), ...pairs].map(headerKey))
    const taken = new Set([...this.#found.values(), ...this.#dotted])
    return Array.from(this.#headers.keys())
      .filter((column) => !taken.has(column) && keys.has(headerKey(this.#headers[column])))
      .map((column) => this.#managerColumn(column))
  }

  #managerColumn(column: number): ManagerColumn {
    return { column, match: matchOf(this.#headers[column]) }
  }

  #matchOfManager(): CsvMatch | undefined {
    if (this.#match !== undefined) return this.#match
    const manager = this.#found.get('manager')
    if (manager !== undefined) return matchOf(this.#headers[manager])
    return this.#found.has('managerLastName') ? 'name' : undefined
  }

  /** Takes the column with this header. Several columns with different spellings of it are ambiguous. */
  #take(part: CsvPart, header: string): void {
    const all = this.#columnsOf.get(headerKey(header)) ?? []
    const columns = NAMED_PARTS.includes(part) ? all : all.filter((column) => !this.#taken.has(column))
    const headers = [...new Set(columns.map((column) => this.#headers[column]))]
    // Identical headers are reported in any case.
    if (headers.length > 1) {
      const what = `Several columns could hold the ${part}`
      addDuplicateColumn(this.#headers, columns, this.#line, what, this.#issues)
    }
    if (columns.length > 0) this.#set(part, columns[0])
  }

  #set(part: CsvPart, column: number): void {
    if (part === 'dotted') this.#dotted.push(column)
    this.#found.set(part, part === 'dotted' ? this.#dotted[0] : column)
  }

  #addNoSuchColumn(part: CsvPart, header: string): void {
    this.#issues.add('MISSING_COLUMN', {
      place: { line: this.#line },
      witness: [header],
      message: `The table has no column ${quote(header)} for the ${part}${this.#issues.didYouMean(header, this.#headers)}`,
      suggestion: `The columns are ${quotedList(this.#headers)}.`,
    })
  }

  #addMissing(): void {
    for (const part of ['id', 'manager'] as const) {
      if (this.#found.has(part) || typeof this.#given[part] === 'string') continue
      // The caller may ask for a chart without lines.
      if (part === 'manager' && this.#given.manager === null) continue
      if (part === 'manager' && this.#found.has('managerFirstName') && this.#found.has('managerLastName'))
        continue
      this.#issues.add('MISSING_COLUMN', {
        place: { line: this.#line },
        witness: this.#headers.slice(0, SHOWN),
        message: `No column is recognised as the ${part}; the columns are ${quotedList(this.#headers)}`,
        suggestion: `Name it: columns: { ${part}: '…' }${part === 'manager' ? ', or null for none' : ''}.`,
      })
    }
  }
}

const SHOWN = 20

/** The columns that the caller names for a part. */
function listOf(given: NonNullable<CsvOptions['columns']>[CsvPart]): readonly (string | NamedColumn)[] {
  if (given === undefined || given === null) return []
  return Array.isArray(given) ? (given as readonly (string | NamedColumn)[]) : [given as string | NamedColumn]
}

function knownHeaders(part: CsvPart, product: CsvProduct): readonly string[] {
  const own = product.columns?.[part] ?? []
  return product.isWhole === true ? own : [...own, ...(PLAIN.columns?.[part] ?? [])]
}

function pairsOf(product: CsvProduct): NonNullable<CsvProduct['pairs']> {
  const own = product.pairs ?? []
  return product.isWhole === true ? own : [...own, ...(PLAIN.pairs ?? [])]
}

/** The header of a dotted column without ID, Email or Name: columns for the same managers share this. */
function dottedKind(header: string): string {
  return headerKey(header).replace(/(?:ids?|emails?|names?|s)$/, '')
}

/** Whether the header of a column says ids, e-mail addresses or names; `undefined` if it does not say. */
function matchOf(header: string | undefined): CsvMatch | undefined {
  const key = headerKey(header ?? '')
  if (/e?mail(address)?$/.test(key)) return 'email'
  if (/names?$/.test(key)) return 'name'
  return /(ids?|number|no|code|incompany)$/.test(key) && key !== 'no' ? 'id' : undefined
}

/** Whether cells are a header line: it has the columns of ids and managers that the caller names, or known ones. */
export function isHeaderLine(cells: readonly string[], given: CsvOptions['columns'] = {}): boolean {
  const keys = new Set(cells.map(headerKey))
  const has = (header: string): boolean => keys.has(headerKey(header))
  const named = (part: 'id' | 'manager'): boolean | undefined => {
    const header = given[part]
    return typeof header === 'string' ? has(header) : header === null ? true : undefined
  }
  const products = [...PRODUCTS, PLAIN]
  if (given.id === undefined && given.manager === undefined) {
    const pairs = products.flatMap((product) => product.pairs ?? [])
    if (pairs.some(({ id, manager }) => has(id) && has(manager))) return true
  }
  const knows = (part: CsvPart): boolean =>
    products.some(({ columns }) => columns?.[part]?.some(has) === true)
  const hasId =
    named('id') ??
    (knows('id') || products.some(({ idOtherwise }) => idOtherwise !== undefined && has(idOtherwise)))
  return (
    hasId &&
    (named('manager') ?? (knows('manager') || (knows('managerFirstName') && knows('managerLastName'))))
  )
}
