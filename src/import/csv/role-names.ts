import { type ByteColumn, ByteTexts, finished, type Steps, textAt } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import { type CsvMatch, MATCHES } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'
import { firstAndLast } from './first-and-last.js'
import { DnKey } from '../ldif/dn-key.js'
import { type FinderKey, NOBODY, RoleFinder } from '../input/role-finder.js'

/** The ids, e-mail addresses and names of the roles of a table, each kind read when it is first needed. */
export class RoleNames {
  readonly #rows: CsvRows
  readonly #columns: CsvColumns
  readonly #issues: ImportIssues
  readonly #finders = new Map<FinderKey, RoleFinder>()
  readonly #key = new DnKey()
  #dns: ReadonlyMap<string, number> | undefined

  constructor(rows: CsvRows, columns: CsvColumns, issues: ImportIssues) {
    this.#rows = rows
    this.#columns = columns
    this.#issues = issues
  }

  /** Whether the table has the columns for managers that are named this way. */
  has(match: CsvMatch): boolean {
    const { of } = this.#columns
    if (match === 'id' || match === 'nameWithId') return true
    if (match === 'email' || match === 'person') return of(match) !== undefined
    return (['holder', 'name', 'firstName', 'lastName'] as const).some((part) => of(part) !== undefined)
  }

  /** Finds roles by one kind of name; an issue if the table has no such names. */
  finderBy(match: CsvMatch): RoleFinder {
    return finished(this.finderSteps(match))
  }

  /** The same in steps. */
  *finderSteps(match: CsvMatch): Steps<RoleFinder> {
    const known = this.#finders.get(match)
    if (known !== undefined) return known
    const finder = new RoleFinder(match, this.#rows.ids)
    this.#finders.set(match, finder)
    if (!this.has(match)) {
      this.#issues.add('MISSING_COLUMN', {
        place: {},
        witness: [match],
        message: `Managers are named by ${match}, but no column has the ${match} of each role`,
        suggestion: `Name the column: columns: { ${match}: '…' }; or pass another match.`,
      })
    }
    for (const names of this.#namesBy(match)) yield* finder.addSteps(names)
    if (match === 'name') finder.addTurned(() => this.#turnedNames)
    return finder
  }

  /** Finds roles by their ids without leading zeros. */
  get bareIds(): RoleFinder {
    const known = this.#finders.get('bareId')
    if (known !== undefined) return known
    const finder = new RoleFinder('bareId', this.#rows.ids)
    this.#finders.set('bareId', finder)
    const id = this.#columns.of('id')
    if (id !== undefined) finder.add(ByteTexts.plain(this.#rows.at(id)))
    return finder
  }

  /** The one role whose id is the same distinguished name as a cell in another spelling; {@link NOBODY} for none. */
  findDn(bytes: Uint8Array, begin: number, end: number): number {
    if (!bytes.subarray(begin, end).includes(EQUALS) || !this.#key.write(bytes, begin, end)) return NOBODY
    this.#dns ??= this.#namesOfDns()
    const { bytes: key, length } = this.#key
    return this.#dns.get(textAt(key, 0, length)) ?? NOBODY
  }

  /** The handles of the roles whose ids are distinguished names; {@link NOBODY} for a name that several share. */
  #namesOfDns(): ReadonlyMap<string, number> {
    const { set } = this.#rows.ids
    const dns = new Map<string, number>()
    const key = new DnKey()
    for (let handle = 0; handle < set.count; handle++) {
      const { bytes, begin, end } = set.rangeOf(handle)
      if (!key.write(bytes, begin, end)) continue
      const text = textAt(key.bytes, 0, key.length)
      dns.set(text, dns.has(text) ? NOBODY : handle)
    }
    return dns
  }

  /** The names by which a manager cell can refer to a row. */
  *#namesBy(match: CsvMatch): Generator<ByteColumn> {
    const rows = this.#rows
    const [holder, name] = (['holder', 'name'] as const).map((part) => rows.cells(part))
    const cells = match === 'email' || match === 'person' ? rows.cells(match) : undefined
    if (cells !== undefined) yield ByteTexts.plain(cells)
    if (match !== 'name') return
    if (holder !== undefined) yield ByteTexts.plain(holder)
    if (name !== undefined) yield ByteTexts.plain(name)
    if (rows.firstAndLast !== undefined) yield rows.firstAndLast
  }

  /** `Last, First`, if the names are in two columns. */
  get #turnedNames(): ByteColumn | undefined {
    const [first, last] = [this.#rows.cells('firstName'), this.#rows.cells('lastName')]
    return first && last && firstAndLast(first, last, ', ')
  }

  /** How many of the cells are the id, address or name of a role. */
  *#countFound(sample: ReadonlySet<string>, match: CsvMatch): Steps<number> {
    const email = match === 'email' && this.#rows.cells('email')
    // Addresses get an index only if managers are named by them.
    if (email) return new RoleFinder(match, this.#rows.ids).countIn(sample, ByteTexts.plain(email))
    const finder = yield* this.finderSteps(match)
    const texts = [...sample]
    const isExact = texts.every((text) => finder.findTextExactly(text) !== NOBODY)
    if (isExact) return texts.length
    if (match === 'name') yield* finder.fold()
    return texts.filter((text) => finder.findText(text) !== NOBODY).length
  }

  /** How most of the first managers are named, if the header does not say; by id if nothing matches. */
  *probableMatch(cells: ByteColumn | undefined): Steps<CsvMatch> {
    const sample = sampleOf(cells)
    const id = this.#columns.of('id')
    // If the ids are e-mail addresses or names, match by these, which allows several spellings.
    const isNamed = MATCHES.filter(
      (match) => (match === 'email' || match === 'name') && this.#columns.of(match) === id,
    )
    let best: CsvMatch = 'id'
    let most = -1
    for (const match of isNamed.length > 0 ? isNamed : MATCHES) {
      if (!this.has(match)) continue
      const found = yield* this.#countFound(sample, match)
      if (found > most) [best, most] = [match, found]
      if (found === sample.size) break
    }
    return best
  }
}

const EQUALS = 0x3d

/** How many managers are sampled to see how they are named. */
const SAMPLE = 100

function sampleOf(cells: ByteColumn | undefined): ReadonlySet<string> {
  const sample = new Set<string>()
  if (cells === undefined) return sample
  const { bytes, starts, ends } = cells
  for (let row = 0; row < starts.length && sample.size < SAMPLE; row++) {
    if (starts[row] >= 0) sample.add(textAt(bytes, starts[row], ends[row]))
  }
  return sample
}
