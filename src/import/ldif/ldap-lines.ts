import {
  type ByteSet,
  type EdgeCells,
  type HandleColumn,
  inSlices,
  isAbove,
  NONE,
  type Org,
  type Place,
  quote,
  quotedList,
  REPORTED_ROLE,
  sameBytes,
  type Steps,
  textAt,
} from '../../internal.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import { areMostUnknown, mergedUnknown } from '../input/unknown-managers.js'
import { firstDnValue } from './dn-key.js'
import { addPlaced, type LdapInput } from './ldap-input.js'
import type { LdapNames } from './ldap-names.js'
import type { DnValues } from './ldap-rows.js'

/** A manager who is not among the entries. */
interface Unresolved {
  readonly value: number
  readonly row: number
  readonly part: 'manager' | 'dotted'
}

const LISTED = 100

/** The lines that entries state, and what is wrong with them. */
export class LdapLines {
  readonly #input: LdapInput
  readonly #names: LdapNames
  readonly #corrected: ReadonlyMap<number, unknown>
  readonly #issues: ImportIssues
  readonly #unresolved: Unresolved[] = []
  /** The value that states the manager of each row; -1 for none. */
  readonly #valueOf: Int32Array
  #managed = 0

  constructor(
    input: LdapInput,
    names: LdapNames,
    corrected: ReadonlyMap<number, unknown>,
    issues: ImportIssues,
  ) {
    this.#input = input
    this.#names = names
    this.#corrected = corrected
    this.#issues = issues
    this.#valueOf = new Int32Array(input.rows.count).fill(-1)
  }

  /** The managers by row. */
  *managers(): Steps<HandleColumn> {
    const { values } = this.#input.rows
    const { manager } = values
    const handles = new Int32Array(this.#valueOf.length).fill(NONE)
    yield* inSlices(manager.count, (from, to) => {
      for (let value = from; value < to; value++) this.#takeManager(value, handles)
    })
    this.#compareReports(handles)
    return { handles, textOf: (row) => this.#text(manager, this.#valueOf[row]) }
  }

  #takeManager(value: number, handles: Int32Array): void {
    const { manager } = this.#input.rows.values
    const row = manager.rows.values[value]
    if (this.#names.ids.isRepeat(row)) return
    const first = this.#valueOf[row]
    if (first !== -1) {
      if (!this.#isSame(manager, first, value)) this.#addSeveral(row, first, value)
      return
    }
    this.#valueOf[row] = value
    this.#managed++
    const found = this.#find(manager, value)
    handles[row] = found === -1 ? REPORTED_ROLE : found
    if (found === -1 && !this.#corrected.has(row)) this.#unresolved.push({ value, row, part: 'manager' })
  }

  /** The role that a value names: by the name of its entry, else by its id; -1 for none. */
  #find({ texts, keys }: DnValues, value: number): number {
    const { rows } = this.#input
    const from = keys.starts.values[value]
    const found = from === -1 ? -1 : this.#names.find(rows.keys.bytes, from, keys.ends.values[value])
    if (found !== -1) return found
    const { set } = this.#names.ids
    return set.find(rows.texts.bytes, texts.starts.values[value], texts.ends.values[value])
  }

  #text({ texts }: DnValues, value: number): string {
    return value < 0
      ? ''
      : textAt(this.#input.rows.texts.bytes, texts.starts.values[value], texts.ends.values[value])
  }

  #isSame({ keys, texts }: DnValues, one: number, other: number): boolean {
    const isNamed = keys.starts.values[one] !== -1 && keys.starts.values[other] !== -1
    const { starts, ends } = isNamed ? keys : texts
    const { bytes } = isNamed ? this.#input.rows.keys : this.#input.rows.texts
    const [from, to] = [starts.values, ends.values]
    return sameBytes(bytes, from[one], to[one], bytes, from[other], to[other])
  }

  #idOf(row: number): string {
    const { ids } = this.#names
    return ids.set.text(ids.handles[row])
  }

  #addSeveral(row: number, first: number, other: number): void {
    const { manager } = this.#input.rows.values
    this.#add('SEVERAL_MANAGERS', manager.origins.values[other], () => {
      const texts = [this.#text(manager, first), this.#text(manager, other)]
      return {
        roles: [this.#idOf(row)],
        witness: texts,
        message: `${quote(this.#idOf(row))} has several managers: ${quotedList(texts)}`,
        suggestion: 'Keep the one of the solid line. The first one is used.',
      }
    })
  }

  /** Reads the reports that entries state: they must agree with the managers, and are used where there is none. */
  #compareReports(handles: Int32Array): void {
    const reports = this.#input.rows.values.directReports
    const { ids } = this.#names
    const missing: number[] = []
    for (let value = 0; value < reports.count; value++) {
      const row = reports.rows.values[value]
      if (ids.isRepeat(row)) continue
      const manager = ids.handles[row]
      const report = this.#find(reports, value)
      if (report === -1) {
        missing.push(value)
        continue
      }
      const reportRow = ids.rowOf(report)
      const stated = handles[reportRow]
      if (stated === NONE) handles[reportRow] = manager
      else if (stated !== manager && stated !== REPORTED_ROLE)
        this.#addOtherManager(reportRow, stated, manager, value)
    }
    if (missing.length > 0) this.#addMissingReports(missing)
  }

  #addOtherManager(row: number, stated: number, manager: number, value: number): void {
    const reports = this.#input.rows.values.directReports
    this.#add('SEVERAL_MANAGERS', reports.origins.values[value], () => {
      const role = this.#idOf(row)
      const [one, other] = [stated, manager].map((handle) => this.#names.ids.set.text(handle))
      return {
        roles: [role],
        witness: [one, other],
        message: `${quote(role)} reports to ${quote(one)}, but ${quote(other)} lists it in directReports`,
        suggestion:
          'Search again: the two entries are from different times. The manager that the report states is used.',
      }
    })
  }

  #addMissingReports(missing: readonly number[]): void {
    const reports = this.#input.rows.values.directReports
    const texts = missing.slice(0, LISTED).map((value) => this.#text(reports, value))
    const few = missing.slice(0, LISTED).map((value) => this.#idOf(reports.rows.values[value]))
    this.#add(
      'INCOMPLETE_PAGE',
      reports.origins.values[missing[0]],
      () => ({
        roles: [...new Set(few)],
        witness: texts,
        message: `${String(missing.length)} of the entries in directReports are not in the input: ${quotedList(texts, undefined, missing.length)}`,
        suggestion: 'Search from a base that includes them, unless they are left out on purpose.',
      }),
      'warning',
    )
  }

  /** The dotted lines, in the order of the rows. */
  dotted(): EdgeCells | undefined {
    const { dotted } = this.#input.rows.values
    if (dotted.count === 0) return undefined
    const handles = new Int32Array(dotted.count)
    for (let value = 0; value < handles.length; value++) {
      const row = dotted.rows.values[value]
      const found = this.#find(dotted, value)
      handles[value] = found === -1 ? REPORTED_ROLE : found
      if (found === -1 && !this.#names.ids.isRepeat(row))
        this.#unresolved.push({ value, row, part: 'dotted' })
    }
    const textOf = (value: number): string => this.#text(dotted, value)
    const placeOf = (value: number): Place => this.#input.placeOf(dotted.origins.values[value])
    return { from: dotted.rows.taken.slice(), to: { handles, textOf }, placeOf }
  }

  /** Who fills the posts that are entries apart from those of people: the names of these, by row. */
  oddHolders(odd: ReadonlyMap<string, ReadonlyMap<number, unknown>>): [['holders', Map<number, unknown>]] {
    const holders = new Map<number, unknown>(odd.get('holders'))
    const { rows } = this.#input
    const { roleOccupant } = rows.values
    const names = rows.cells('name')
    for (let value = 0; value < roleOccupant.count; value++) {
      const row = roleOccupant.rows.values[value]
      if (odd.get('holders')?.has(row) === true) continue
      const found = this.#find(roleOccupant, value)
      const person = found === -1 ? -1 : this.#names.ids.rowOf(found)
      const isNamed = person !== -1 && names.starts[person] >= 0
      const name = isNamed
        ? textAt(names.bytes, names.starts[person], names.ends[person])
        : firstDnValue(this.#text(roleOccupant, value))
      const known = holders.get(row)
      if (Array.isArray(known)) known.push(name)
      else holders.set(row, [name])
    }
    return [['holders', holders]]
  }

  /** The place of a field of a row. */
  placeOf(row: number, field: string | undefined): Place {
    const value = field === 'manager' ? this.#valueOf[row] : -1
    const { manager } = this.#input.rows.values
    return this.#input.placeOf(
      value === -1 ? this.#input.rows.origins.values[row] : manager.origins.values[value],
    )
  }

  /** Reports the managers who are not among the entries. */
  report(org: Org): void {
    const { manager } = this.#input.rows.values
    const unknown = this.#unresolved.filter(({ part }) => part === 'manager')
    const areMost = areMostUnknown(unknown.length, this.#managed)
    if (areMost) {
      const some = unknown.slice(0, LISTED).map(({ row, value }) => ({
        role: this.#idOf(row),
        cell: this.#text(manager, value),
        place: this.#input.placeOf(manager.origins.values[value]),
      }))
      const advice = 'Search from a base that includes all managers, for all people, and pass all entries.'
      this.#issues.add('UNKNOWN_MANAGER', mergedUnknown(some, unknown.length, this.#managed, 'names', advice))
    }
    const known = [...firstTexts(this.#names.ids.set)]
    for (const { value, row, part } of this.#unresolved) {
      if (areMost && part === 'manager') continue
      const values = this.#input.rows.values[part]
      this.#add('UNKNOWN_MANAGER', values.origins.values[value], () => {
        const [role, dn] = [this.#idOf(row), this.#text(values, value)]
        const isBelow = (name: string): boolean => name === role || isAbove(org, role, name)
        return {
          roles: [role],
          witness: [dn],
          message: `${quote(role)} reports to ${quote(dn)}, ${this.#whyUnknown(values, value)}${this.#issues.didYouMean(dn, known, isBelow)}`,
          suggestion: `Search from a base that includes it, ${branchAdvice(dn)}or leave the manager out if the role is a top.`,
        }
      })
    }
  }

  #whyUnknown({ keys }: DnValues, value: number): string {
    const from = keys.starts.values[value]
    if (from === -1) return 'which is neither the name of an entry nor an id'
    const { rows } = this.#input
    return rows.others.find(rows.keys.bytes, from, keys.ends.values[value]) >= 0
      ? 'which is an entry that is left out'
      : 'which is not among the entries'
  }

  #add(
    code: 'SEVERAL_MANAGERS' | 'UNKNOWN_MANAGER' | 'INCOMPLETE_PAGE',
    origin: number,
    parts: () => Omit<ImportIssueParts, 'place'>,
    severity: 'error' | 'warning' = 'error',
  ): void {
    addPlaced(this.#issues, code, this.#input.placeOf(origin), parts, severity)
  }
}

const MOST_NAMES = 20_000

function* firstTexts(set: ByteSet): Generator<string> {
  let count = 0
  for (const text of set.texts()) {
    if (count++ === MOST_NAMES) return
    yield text
  }
}

/** `such as 'dc=ex,dc=org', `: where an entry is. */
function branchAdvice(dn: string): string {
  const branch = /^(?:[^\\,]|\\.)*,\s*(.+)$/su.exec(dn.slice(0, 1000))?.[1]
  return branch === undefined ? '' : `such as ${quote(branch)}, `
}
