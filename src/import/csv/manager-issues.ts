import { ByteTexts, didYouMean, type Issue, type Org, quote, type Steps, textAt } from '../../internal.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import {
  ambiguousManager,
  areMostUnknown,
  likelyManager,
  mergedUnknown,
  topsAdvice,
  type UnknownManager,
  unknownManagerIn,
  withCorrection,
} from '../input/unknown-managers.js'
import type { CsvColumns, ManagerColumn } from './csv-columns.js'
import type { CsvManagers, Unresolved } from './csv-managers.js'
import { type CsvMatch, MATCHES } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'
import { NOBODY } from '../input/role-finder.js'

/** Reports the managers that are not found, and columns of managers that disagree. */
export class ManagerIssues {
  readonly #managers: CsvManagers
  readonly #rows: CsvRows
  readonly #columns: CsvColumns
  readonly #issues: ImportIssues

  constructor(managers: CsvManagers, rows: CsvRows, columns: CsvColumns, issues: ImportIssues) {
    this.#managers = managers
    this.#rows = rows
    this.#columns = columns
    this.#issues = issues
  }

  /** Reports managers that were not found in the table, and columns of managers that disagree. */
  *reportUnresolved(org: Org): Steps<void> {
    if (this.#managers.unresolved.length > 0 || this.#managers.unknownIdCount > 0) yield* this.#prepared()
    const unknown = this.#managers.unresolved.filter(({ isSolid, found }) => isSolid && found === NOBODY)
    const areMost = areMostUnknown(unknown.length, this.#managers.count)
    if (areMost) {
      const advice = this.#mostAdvice(unknown)
      const managers = this.#described(unknown)
      const noun = `${NOUNS[this.#managers.match]}s`
      this.#issues.add(
        'UNKNOWN_MANAGER',
        mergedUnknown(managers, unknown.length, this.#managers.count, noun, advice),
      )
    }
    for (const one of this.#managers.unresolved) {
      if (one.found !== NOBODY) this.#issues.addLate('AMBIGUOUS_MANAGER', 'error', () => this.#ambiguous(one))
      else if (!(areMost && one.isSolid))
        this.#issues.addLate('UNKNOWN_MANAGER', 'error', () => this.#unknown(one, org))
      yield
    }
    for (const column of this.#columns.otherManagers) yield* this.#compare(column)
  }

  /** Makes the indexes in which suggestions look up names. */
  *#prepared(): Steps<void> {
    for (const match of this.#otherMatches) {
      const finder = yield* this.#managers.names.finderSteps(match)
      if (match === 'name') yield* finder.fold()
    }
  }

  *#described(ranges: Iterable<Unresolved>): Generator<UnknownManager> {
    for (const { row, column, bytes, begin, end } of ranges) {
      const place = this.#rows.placeOf(row, column)
      yield { role: this.#rows.idOf(row), cell: textAt(bytes, begin, end), place }
    }
  }

  /** The issues found while the org was made, with the options that would help; one issue for unknown ids if most are unknown. */
  withAdvice(issues: readonly Issue[]): readonly Issue[] {
    const field = this.#columns.headers[this.#columns.of('manager') ?? -1]
    if (areMostUnknown(this.#managers.unknownIdCount, this.#managers.count)) {
      const advice = this.#mostAdvice(this.#managers.unknownIds())
      const managers = this.#described(this.#managers.unknownIds())
      this.#issues.add(
        'UNKNOWN_MANAGER',
        mergedUnknown(managers, this.#managers.unknownIdCount, this.#managers.count, 'ids', advice),
      )
    }
    return issues.map((issue) => {
      if (issue.place.field !== field) return issue
      const cell = unknownManagerIn(issue)?.cell
      if (cell !== undefined) return { ...issue, suggestion: this.#oneAdvice(cell) }
      if (issue.code !== 'SELF_REPORT') return issue
      const suggestion = `${issue.suggestion} Or pass selfManagedTops: true, to read such roles as tops.`
      return { ...issue, suggestion }
    })
  }

  #unknown({ row, column, bytes, begin, end, match, isSolid }: Unresolved, org: Org): ImportIssueParts {
    const role = this.#rows.idOf(row)
    const cell = textAt(bytes, begin, end)
    const finder = this.#managers.names.finderBy(match)
    const likely = likelyManager(role, cell, finder, org, this.#issues)
    const advice = this.#oneAdvice(cell)
    return {
      roles: [role],
      place: this.#rows.placeOf(row, column),
      witness: [cell],
      message: `The role ${quote(role)} reports to ${quote(cell)}, which is not the ${NOUNS[match]} of a role in this table${didYouMean(likely)}`,
      suggestion: isSolid ? withCorrection(advice, role, likely, finder) : advice,
    }
  }

  #ambiguous({ row, column, bytes, begin, end, found, match }: Unresolved): ImportIssueParts {
    const finder = this.#managers.names.finderBy(match)
    return {
      ...ambiguousManager(this.#rows.idOf(row), textAt(bytes, begin, end), NOUNS[match], finder, found),
      place: this.#rows.placeOf(row, column),
      suggestion: `Make each ${NOUNS[match]} unique, correct the row with corrections, or name managers by id in a column of ids.`,
    }
  }

  /** What can be done about one unknown manager. */
  #oneAdvice(cell: string): string {
    const noun = NOUNS[this.#managers.match]
    const advice = `correct the ${noun} in the table or with corrections, leave the manager out if the role is a top, or ${topsAdvice(cell)}.`
    for (const match of this.#otherMatches) {
      const found = this.#managers.names.finderBy(match).findText(cell)
      if (found < 0) continue
      const id = quote(this.#rows.ids.set.text(found))
      return `It is the ${NOUNS[match]} of the role ${id}: pass match: '${match}'. Or add the role, ${advice}`
    }
    const spoilt = this.#spoiltIds.find(({ finds }) => finds(cell) >= 0)
    if (spoilt !== undefined) {
      const id = quote(this.#rows.ids.set.text(spoilt.finds(cell)))
      return `It is the id of the role ${id}, ${spoilt.what}: ${spoilt.advice}. Or add the role, ${advice}`
    }
    return `Add the role, ${advice}`
  }

  /** What can be done about a file in which most managers are unknown. */
  #mostAdvice(unknown: Iterable<Unresolved>): string {
    const ranges = [...unknown]
    for (const match of this.#otherMatches) {
      const finder = this.#managers.names.finderBy(match)
      const count = ranges.filter(({ bytes, begin, end }) => finder.find(bytes, begin, end) >= 0).length
      if (2 * count > ranges.length) {
        return `${String(count)} of them are the ${NOUNS[match]}s of roles: pass match: '${match}'.`
      }
    }
    for (const { finds, what, advice } of this.#spoiltIds) {
      const count = ranges.filter(({ bytes, begin, end }) => finds(textAt(bytes, begin, end)) >= 0).length
      if (2 * count > ranges.length) return `${String(count)} of them are ids of roles, ${what}: ${advice}.`
    }
    const [{ bytes, begin, end }] = ranges
    return `Pass match if managers are named otherwise, or columns: { manager: '…' } if they are in another column; ${topsAdvice(textAt(bytes, begin, end))}.`
  }

  /** What spreadsheets and programs do to ids: one of the two columns has lost what the other one has. */
  get #spoiltIds(): readonly SpoiltIds[] {
    if (this.#managers.match !== 'id') return []
    const { names } = this.#managers
    const { set } = this.#rows.ids
    return [
      {
        finds: (cell) => names.bareIds.findText(cell),
        what: 'apart from leading zeros',
        advice: 'pass matchLeadingZeros: true',
      },
      {
        finds: (cell) =>
          /^\d+$/.test(cell)
            ? (set.get(`${cell}.0`) ?? NOBODY)
            : /^\d+\.0$/.test(cell)
              ? (set.get(cell.slice(0, -2)) ?? NOBODY)
              : NOBODY,
        what: 'apart from a .0 at the end, which programs add that store numbers as fractions',
        advice: 'export both columns as text or as whole numbers',
      },
    ]
  }

  /** The other ways to name managers for which the table has a column. */
  get #otherMatches(): readonly CsvMatch[] {
    return MATCHES.filter((match) => match !== this.#managers.match && this.#managers.names.has(match))
  }

  /** Warns of rows in which another column of managers names a different role, or a role although the first is blank. */
  *#compare({ column, match: known }: ManagerColumn): Steps<void> {
    const cells = ByteTexts.plain(this.#rows.at(column))
    const match = known ?? (yield* this.#managers.names.probableMatch(cells))
    if (!this.#managers.names.has(match)) return
    const finder = yield* this.#managers.names.finderSteps(match)
    const { bytes, starts, ends } = cells
    const differing: number[] = []
    let compared = 0
    let resolved = 0
    for (let row = 0; row < starts.length; row++) {
      const [begin, end] = [starts[row], ends[row]]
      if (begin < 0 || this.#rows.ids.isRepeat(row)) continue
      if (this.#managers.tops.saysAt(bytes, begin, end, () => this.#rows.placeOf(row, column))) continue
      const found = finder.find(bytes, begin, end)
      const manager = this.#managers.handles[row]
      compared++
      if (found !== NOBODY) resolved++
      const isSame = found < NOBODY ? finder.candidates(found).has(manager) : found === manager && found >= 0
      if (!isSame) differing.push(row)
    }
    // If no cell of a column is found, it has another kind of keys.
    if (resolved === 0 || differing.length === 0) return
    if (areMostUnknown(differing.length, compared)) this.#addConflicts(differing, compared, column)
    else {
      for (const row of differing) {
        this.#issues.addLate('CONFLICTING_MANAGERS', 'warning', () =>
          this.#conflict(row, column, textAt(bytes, starts[row], ends[row])),
        )
      }
    }
  }

  #addConflicts(differing: readonly number[], compared: number, column: number): void {
    const [first, other] = this.#headersOf(column)
    const listed = differing.slice(0, LISTED)
    this.#issues.add('CONFLICTING_MANAGERS', {
      severity: 'warning',
      roles: listed.map((row) => this.#rows.idOf(row)),
      place: this.#rows.placeOf(differing[0], column),
      witness: listed.map((row) => this.#rows.placeOf(row, column)),
      message: `In ${String(differing.length)} of ${String(compared)} rows the columns ${first} and ${other} name different managers: the first one is used`,
      suggestion: CHOOSE_COLUMN,
    })
  }

  #conflict(row: number, column: number, cell: string): ImportIssueParts {
    const role = this.#rows.idOf(row)
    const [first, other] = this.#headersOf(column)
    const solid = this.#managers.solidCells
    const given =
      solid === undefined || solid.starts[row] < 0
        ? ''
        : textAt(solid.bytes, solid.starts[row], solid.ends[row])
    return {
      roles: [role],
      place: this.#rows.placeOf(row, column),
      witness: [given, cell],
      message: `The role ${quote(role)} has the manager ${quote(given)} in the column ${first}, but ${quote(cell)} in the column ${other}: the first one is used`,
      suggestion: CHOOSE_COLUMN,
    }
  }

  /** The headers of the column of managers that is used, and of another one. */
  #headersOf(column: number): string[] {
    return [this.#columns.of('manager') ?? -1, column].map((at) => quote(this.#columns.headers[at] ?? ''))
  }
}

/** A way in which ids can be spoilt, and what helps. */
interface SpoiltIds {
  /** The role that a cell means. */
  readonly finds: (cell: string) => number
  readonly what: string
  readonly advice: string
}

/** How many roles, cells or candidates an issue lists. */
const LISTED = 100

const NOUNS: { readonly [Match in CsvMatch]: string } = {
  id: 'id',
  email: 'e-mail address',
  name: 'name',
  nameWithId: 'name and id',
  person: "person's id",
}

const CHOOSE_COLUMN = "Correct one of the two, or name the column that is right: columns: { manager: '…' }."
