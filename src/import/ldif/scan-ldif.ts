import { invalidUtf8At, oneLine, quote, type Steps, textAt } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { LinePlaces } from '../input/line-places.js'
import { addPlaced } from './ldap-input.js'
import type { LdapAttribute, LdapRows } from './ldap-rows.js'
import { decodeBase64, LdifLines } from './ldif-lines.js'

/** How many bytes are read between two looks at the time. */
const STEP = 1 << 20
const SHOWN = 60

/** What `ldapsearch` writes after the entries: a record of its own, whose result may say that there are more. */
const FOOTERS: ReadonlySet<string> = new Set([
  'search',
  'result',
  'matcheddn',
  'text',
  'ref',
  'pagedresults',
  'control',
])

/** A record of LDIF as far as it has been read. */
type RecordState = 'none' | 'entry' | 'footer' | 'skipped'

/** Reads the entries of LDIF into rows; `false`, with an issue, where a limit is exceeded. O(bytes). */
export function* scanLdif(bytes: Uint8Array, rows: LdapRows, issues: ImportIssues): Steps<boolean> {
  const scanner = new LdifScanner(bytes, rows, issues)
  for (let to = STEP; scanner.scan(to); to += STEP) yield Math.min(1, to / bytes.length)
  return !scanner.isOver
}

class LdifScanner {
  isOver = false
  readonly #bytes: Uint8Array
  readonly #rows: LdapRows
  readonly #issues: ImportIssues
  readonly #lines: LdifLines
  readonly #places: LinePlaces
  #state: RecordState = 'none'
  #records = 0
  /** What the last page says where another one follows. */
  #nextPage: { readonly at: number; readonly text: string } | undefined
  #decoded: Uint8Array = new Uint8Array(256)

  constructor(bytes: Uint8Array, rows: LdapRows, issues: ImportIssues) {
    this.#bytes = bytes
    this.#rows = rows
    this.#issues = issues
    this.#lines = new LdifLines(bytes)
    this.#places = new LinePlaces(bytes)
  }

  /** Reads the lines that begin before an offset; `false` at the end. */
  scan(to: number): boolean {
    const lines = this.#lines
    while (lines.at < to && !this.isOver) {
      if (!lines.next()) {
        this.#end(this.#bytes.length)
        if (this.#nextPage !== undefined) this.#addMore('page', this.#nextPage.at, this.#nextPage.text)
        return false
      }
      if (lines.kind === 'comment') continue
      if (lines.kind === 'blank') this.#end(lines.begin)
      else this.#take()
    }
    return !this.isOver
  }

  #take(): void {
    const { kind, bytes, nameFrom, nameTo, begin } = this.#lines
    if (this.#state === 'skipped') return
    if (kind === 'broken' || kind === 'dash') {
      this.#addBroken()
      return
    }
    const attribute = this.#rows.attribute(bytes, nameFrom, nameTo)
    const { width } = this.#rows
    if (width > this.#issues.limits.columns) {
      this.#issues.exceeded('columns', this.#places.at(begin))
      this.isOver = true
    } else if (attribute.type === 'dn') this.#begin()
    else if (this.#state === 'entry') this.#takeValue(attribute)
    else this.#takeOutside(attribute)
  }

  /** Begins an entry; one that was not ended by a blank line ends here. */
  #begin(): void {
    const lines = this.#lines
    if (this.#state === 'entry') {
      this.#add('INVALID_DOCUMENT', () => ({
        message: 'an entry begins without a blank line before it',
        suggestion: 'Put a blank line between two entries.',
      }))
    }
    this.#end(lines.begin)
    if (++this.#records > this.#issues.limits.rows) {
      this.#issues.exceeded('rows', this.#places.at(lines.begin))
      this.isOver = true
      return
    }
    const value = this.#value()
    if (value === undefined) {
      this.#state = 'skipped'
      return
    }
    this.#state = 'entry'
    if (this.#rows.begin(value.bytes, value.from, value.to, lines.begin)) return
    this.#add('INVALID_FIELD', () => ({
      witness: [this.#shown(value)],
      message: `${quote(this.#shown(value))} is not a distinguished name`,
      suggestion: "Write it as RFC 4514 says: 'cn=Ann Roe,ou=Staff,dc=example,dc=org'.",
    }))
  }

  #takeValue(attribute: LdapAttribute): void {
    const { type } = attribute
    if (type === 'changetype') {
      this.#takeChangeType()
      return
    }
    if (type === 'control' && attribute.name.toLowerCase() === 'control') return
    if (this.#lines.kind === 'url') {
      this.#addUrl(attribute)
      return
    }
    if (attribute.uses.length === 0) {
      if (this.#lines.kind === 'base64') this.#checkBase64()
      return
    }
    const value = this.#value()
    if (value === undefined) return
    this.#rows.add(attribute, value.bytes, value.from, value.to, this.#lines.begin)
    if (!attribute.isPartial) return
    this.#add(
      'INCOMPLETE_PAGE',
      () => ({
        witness: [attribute.name],
        message: `${quote(attribute.name)} has only some of the values`,
        suggestion: 'Nothing to do where the entries of the reports have their managers.',
      }),
      'warning',
    )
  }

  #takeChangeType(): void {
    const value = this.#value()
    if (value === undefined || this.#shown(value).trim().toLowerCase() === 'add') return
    this.#add('INVALID_DOCUMENT', () => ({
      witness: [this.#shown(value)],
      message: `this record is a change (${quote(this.#shown(value))}), not an entry, and is left out`,
      suggestion: 'Apply the changes to the directory first, and export its entries.',
    }))
    this.#state = 'skipped'
  }

  #takeOutside({ type, name }: LdapAttribute): void {
    if (type === 'version' && this.#records === 0) {
      const value = this.#value()
      if (value === undefined || this.#shown(value).trim() === '1') return
      this.#add('INVALID_DOCUMENT', () => ({
        witness: [this.#shown(value)],
        message: `the version is ${quote(this.#shown(value))}, but only version 1 of LDIF is supported`,
        suggestion: 'Export the entries as LDIF version 1.',
      }))
      return
    }
    if (FOOTERS.has(type)) {
      this.#state = 'footer'
      this.#takeFooter(type)
      return
    }
    this.#state = 'skipped'
    this.#add('INVALID_DOCUMENT', () => ({
      witness: [name],
      message: `a record begins with ${quote(name)}, not with the name of its entry`,
      suggestion: "Begin each entry with its name, 'dn: …', and remove blank lines within it.",
    }))
  }

  #takeFooter(type: string): void {
    const value = this.#value()
    if (value === undefined) return
    const text = this.#shown(value)
    if (type === 'pagedresults') {
      // Each page says whether another one follows; that of the last one counts.
      this.#nextPage = /\bcookie=./.test(text) ? { at: this.#lines.begin, text } : undefined
    } else if (type === 'ref' || (type === 'result' && !/^0\b/.test(text)))
      this.#addMore(type, this.#lines.begin, text)
  }

  /** Reports that there are more entries than in the input. */
  #addMore(type: string, at: number, text: string): void {
    addPlaced(this.#issues, 'INCOMPLETE_PAGE', this.#places.at(at), () => ({
      witness: [text],
      message: `the input is not the whole result: ${type === 'ref' ? 'another server has more entries, ' : ''}${quote(text)}`,
      suggestion: 'Search again for all pages and all servers, and pass their entries as one input.',
    }))
  }

  /** The value of the line; `undefined`, with an issue, where it is not base64 or not text. */
  #value(): { readonly bytes: Uint8Array; readonly from: number; readonly to: number } | undefined {
    const { kind, bytes, from, to } = this.#lines
    if (kind !== 'base64') return { bytes, from, to }
    if (to - from > this.#decoded.length) this.#decoded = new Uint8Array(2 * (to - from))
    const length = decodeBase64(bytes, from, to, this.#decoded)
    if (length === -1) this.#addNotBase64()
    else if (invalidUtf8At(this.#decoded, 0, length) === -1)
      return { bytes: this.#decoded, from: 0, to: length }
    else {
      this.#add('INVALID_ENCODING', () => ({
        message: `the value of ${quote(this.#nameOfLine())} is not text in UTF-8`,
        suggestion: 'Name an attribute that holds text.',
      }))
    }
    return undefined
  }

  #checkBase64(): void {
    const { bytes, from, to } = this.#lines
    if (decodeBase64(bytes, from, to) === -1) this.#addNotBase64()
  }

  #addNotBase64(): void {
    this.#add('INVALID_DOCUMENT', () => ({
      witness: [this.#nameOfLine()],
      message: `the value of ${quote(this.#nameOfLine())} is not base64, although two colons say so`,
      suggestion: 'Export the entries again, or write the value after one colon.',
    }))
  }

  #addUrl({ name, uses }: LdapAttribute): void {
    this.#add(
      'INVALID_FIELD',
      () => ({
        witness: [this.#shown(this.#lines)],
        message: `the value of ${quote(name)} is given as a URL, which is never fetched`,
        suggestion: 'Write the value itself, or leave the attribute out.',
      }),
      uses.length > 0 ? 'error' : 'warning',
    )
  }

  #addBroken(): void {
    this.#add('INVALID_DOCUMENT', () => {
      const line = textAt(
        this.#bytes,
        this.#lines.begin,
        Math.min(this.#lines.at, this.#lines.begin + 4 * SHOWN),
      )
      return {
        witness: [oneLine(line.trimEnd()).slice(0, SHOWN)],
        message: 'this line is neither an attribute with its value nor the continuation of one',
        suggestion: "Write 'attribute: value', and begin each further line of a long value with a space.",
      }
    })
  }

  #nameOfLine(): string {
    const { bytes, nameFrom, nameTo } = this.#lines
    return textAt(bytes, nameFrom, Math.min(nameTo, nameFrom + SHOWN))
  }

  #shown({
    bytes,
    from,
    to,
  }: {
    readonly bytes: Uint8Array
    readonly from: number
    readonly to: number
  }): string {
    return textAt(bytes, from, Math.min(to, from + 4 * SHOWN)).slice(0, 2 * SHOWN)
  }

  #end(at: number): void {
    if (this.#state === 'entry') this.#rows.end(at)
    this.#state = 'none'
  }

  #add(
    code: Parameters<typeof addPlaced>[1],
    parts: Parameters<typeof addPlaced>[3],
    severity: 'error' | 'warning' = 'error',
  ): void {
    addPlaced(this.#issues, code, this.#places.at(this.#lines.begin), parts, severity)
  }
}

/** The entry in a range of LDIF as data: its name and its attributes without `left`, which are lines of the chart. */
export function* ldifValues(
  source: Uint8Array,
  from: number,
  to: number,
): Generator<readonly [name: string, value: string | { readonly base64: string }]> {
  const lines = new LdifLines(source, from, to)
  while (lines.next()) {
    const { kind, bytes } = lines
    if (kind !== 'value' && kind !== 'base64') continue
    const name = textAt(bytes, lines.nameFrom, lines.nameTo)
    if (kind === 'value') {
      yield [name, textAt(bytes, lines.from, lines.to)]
      continue
    }
    const decoded = new Uint8Array(lines.to - lines.from)
    const length = decodeBase64(bytes, lines.from, lines.to, decoded)
    if (length === -1) continue
    const isText = invalidUtf8At(decoded, 0, length) === -1
    yield [
      name,
      isText
        ? textAt(decoded, 0, length)
        : Object.freeze({ base64: textAt(bytes, lines.from, lines.to).trimEnd() }),
    ]
  }
}
