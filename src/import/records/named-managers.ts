import {
  type ByteCells,
  type ByteColumn,
  ByteTexts,
  didYouMean,
  type HandleColumn,
  NONE,
  type Org,
  type Place,
  quote,
  REPORTED_ROLE,
  RowIds,
  textAt,
} from '../../internal.js'
import { NOBODY, RoleFinder } from '../input/role-finder.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import type { IdEdges } from './record-parts.js'
import { placeWords } from '../input/line-places.js'
import {
  ambiguousManager,
  areMostUnknown,
  likelyManager,
  mergedUnknown,
  topsAdvice,
  withCorrection,
  type UnknownManager,
} from '../input/unknown-managers.js'

const AT_SIGN = 0x40
const LISTED = 100

/** A manager that is not the name of exactly one role. */
interface Unresolved {
  readonly row: number
  readonly text: string
  /** {@link NOBODY}, or a lower number for several roles. */
  readonly found: number
  readonly part: 'manager' | 'dotted'
  readonly place: () => Place
}

/** Finds managers that are named by a field other than the id: by names or addresses, as in tables. */
export class NamedManagers {
  readonly #ids: RowIds
  readonly #finder: RoleFinder
  readonly #noun: 'name' | 'address'
  readonly #unresolved: Unresolved[] = []

  /** @param names The names of each row: there may be several. */
  constructor(ids: RowIds, { from, to }: IdEdges) {
    const names = ByteTexts.plain(to)
    this.#ids = ids
    this.#noun = hasAt(names, 0) ? 'address' : 'name'
    const rows = new RowIds(
      ids.set,
      from.map((row) => ids.handles[row]),
    )
    this.#finder = new RoleFinder(this.#noun === 'address' ? 'email' : 'name', rows)
    this.#finder.add(names)
  }

  /** The handles of the managers in cells. */
  find(
    cells: ByteCells,
    lineOf: (index: number) => Pick<Unresolved, 'row' | 'part' | 'place'>,
  ): HandleColumn {
    const { bytes, starts, ends } = ByteTexts.plain(cells)
    const textOf = (index: number): string => textAt(bytes, starts[index], ends[index])
    const handles = starts.map((start, index) => {
      if (start < 0) return NONE
      const found = this.#finder.find(bytes, start, ends[index])
      if (found >= 0) return found
      this.#unresolved.push({ ...lineOf(index), text: textOf(index), found })
      return REPORTED_ROLE
    })
    return { handles, textOf }
  }

  /** Reports managers that were not found, and those that could be several roles. */
  report(org: Org, managers: number, issues: ImportIssues): void {
    const unknown = this.#unresolved.filter(({ found, part }) => found === NOBODY && part === 'manager')
    const areMost = areMostUnknown(unknown.length, managers)
    if (areMost) {
      const listed = unknown.slice(0, LISTED).map(({ row, text, place }): UnknownManager => {
        return { role: this.#idOf(row), cell: text, place: place() }
      })
      const nouns = this.#noun === 'name' ? 'names' : 'addresses'
      const advice = `Name the field that managers are named by, managerBy: '…'; ${topsAdvice(unknown[0].text)}.`
      issues.add('UNKNOWN_MANAGER', mergedUnknown(listed, unknown.length, managers, nouns, advice))
    }
    for (const one of this.#unresolved) {
      const { row, part, found } = one
      if (areMost && found === NOBODY && part === 'manager') continue
      const code = found === NOBODY ? 'UNKNOWN_MANAGER' : 'AMBIGUOUS_MANAGER'
      issues.addLate(code, 'error', () => {
        const parts = found === NOBODY ? this.#unknown(one, org, issues) : this.#ambiguous(one)
        const place = one.place()
        const { line = 1, column = 1 } = place
        const message = `${placeWords({ line, column })}: ${parts.message}`
        return { ...parts, roles: [this.#idOf(row)], place, message }
      })
    }
  }

  #unknown({ row, text, part }: Unresolved, org: Org, issues: ImportIssues): Omit<ImportIssueParts, 'place'> {
    const role = this.#idOf(row)
    const likely = likelyManager(role, text, this.#finder, org, issues)
    const advice = `Add the role, correct the ${this.#noun}, leave the manager out if the role is a top, or ${topsAdvice(text)}.`
    return {
      witness: [text],
      message: `The role ${quote(role)} reports to ${quote(text)}, which is not the ${this.#noun} of a role${didYouMean(likely)}`,
      suggestion: part === 'manager' ? withCorrection(advice, role, likely, this.#finder) : advice,
    }
  }

  #ambiguous({ row, text, found }: Unresolved): Omit<ImportIssueParts, 'place'> {
    return {
      ...ambiguousManager(this.#idOf(row), text, this.#noun, this.#finder, found),
      suggestion: `Make each ${this.#noun} unique, or name managers by id.`,
    }
  }

  #idOf(row: number): string {
    return this.#ids.set.text(this.#ids.handles[row])
  }
}

/** Whether the text of a row is an address. */
function hasAt({ bytes, starts, ends }: ByteColumn, row: number): boolean {
  return row < starts.length && bytes.subarray(starts[row], ends[row]).includes(AT_SIGN)
}
