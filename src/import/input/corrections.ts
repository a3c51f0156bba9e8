import {
  type ByteRows,
  dataText,
  furtherRows,
  invalidOption,
  type Issue,
  oneLine,
  oneOf,
  quote,
  type RecordFields,
} from '../../internal.js'
import type { ImportIssueCode } from './import-issue-code.js'
import type { ImportIssues } from './import-issues.js'

/** The fields of a role that can be corrected. */
const CORRECTED_FIELDS = Object.freeze([
  'manager',
  'dotted',
  'title',
  'unit',
  'family',
  'grade',
  'fte',
  'cost',
  'minYears',
  'holders',
  'vacant',
] as const)

/** A correction of one field of a role, made while an input is read. */
export interface Correction {
  /** The id of the role. */
  readonly id: string
  readonly field: (typeof CORRECTED_FIELDS)[number]
  /** The value to use instead, as `orgFromRecords` takes it; managers are ids. `null` is no value. */
  readonly to: unknown
  /** The reason, for the report. */
  readonly why: string
}

/** The fields of a record that can be corrected, each read by a function. */
type Readers<Item> = Partial<
  Pick<RecordFields<Item>, Correction['field']> & Record<Correction['field'], unknown>
>

/** The corrections of one import. Each is reported; an unused one is an error. */
export class Corrections {
  readonly #list: readonly Correction[]
  readonly #byField = new Map<string, Map<string, Correction>>()
  readonly #used = new Set<Correction>()
  readonly #issues: ImportIssues

  constructor(list: readonly Correction[] | undefined, issues: ImportIssues) {
    this.#list = list ?? []
    this.#issues = issues
    for (const correction of this.#list) {
      const { id, field } = correction
      const byId = this.#byField.get(field) ?? new Map<string, Correction>()
      // Only the first correction of a field is used; the others are reported.
      if (!byId.has(id)) byId.set(id, correction)
      this.#byField.set(field, byId)
    }
    if (this.#list.length > 0) issues.adviseOn = (issue) => this.#withAdvice(issue)
  }

  /** An issue of a manager whom a correction names: not the input is to be corrected. */
  #withAdvice(issue: Issue<ImportIssueCode>): Issue<ImportIssueCode> {
    const { code, roles, witness } = issue
    const [role = ''] = roles
    if (code !== 'UNKNOWN_MANAGER') return issue
    const isCause = (field: Correction['field']): boolean => {
      const to = this.#byField.get(field)?.get(role)?.to
      return (Array.isArray(to) ? to : [to]).includes(witness.at(-1))
    }
    if (!isCause('manager') && !isCause('dotted')) return issue
    const suggestion = `Write the id of a role into the correction of ${quote(role)}: corrections name managers by id.`
    return { ...issue, suggestion }
  }

  /** The readers of fields that have corrections, to be used instead of `readers`. */
  over<Item>(
    readers: Readers<Item>,
    idOf: (item: Item) => string,
  ): Pick<RecordFields<Item>, Correction['field']> {
    const corrected = Array.from(this.#byField, ([field, byId]) => {
      const read: unknown = Reflect.get(readers, field)
      const reader = (item: Item, index: number): unknown => {
        const correction = byId.get(idOf(item))
        if (correction === undefined)
          return typeof read === 'function' ? Reflect.apply(read, undefined, [item, index]) : undefined
        this.#used.add(correction)
        return correction.to ?? undefined
      }
      return [field, reader] as const
    })
    // The values that the readers return are checked when the org is made.
    return Object.fromEntries(corrected)
  }

  /** The corrected values by field and row. Where several rows say who holds a role, the value is instead of all of them. */
  odd(
    rows: Pick<ByteRows, 'ids' | 'jobShares'>,
  ): ReadonlyMap<Correction['field'], ReadonlyMap<number, unknown>> {
    const { ids } = rows
    const furtherOf = furtherRows(rows)
    const odd = new Map<Correction['field'], Map<number, unknown>>()
    this.apply(({ id, field, to }) => {
      const row = ids.rowWith(id)
      if (row === undefined) return false
      const values = odd.get(field) ?? new Map<number, unknown>()
      odd.set(field, values.set(row, to ?? undefined))
      if (field !== 'holders' && field !== 'vacant') return true
      for (const further of furtherOf.get(ids.handles[row]) ?? []) {
        // The role is vacant if each row says so; the holders of its rows are one list.
        values.set(further, field === 'vacant' ? (to ?? undefined) : undefined)
      }
      return true
    })
    return odd
  }

  /** Calls `correct` for each correction; it returns whether there is such a role. */
  apply(correct: (correction: Correction) => boolean): void {
    for (const byId of this.#byField.values()) {
      for (const correction of byId.values()) if (correct(correction)) this.#used.add(correction)
    }
  }

  report(): void {
    for (const correction of this.#list) {
      const { id, field, to, why } = correction
      const isUsed = this.#used.has(correction)
      this.#issues.add(isUsed ? 'OPTION_APPLIED' : 'OPTION_REFUSED', {
        severity: isUsed ? 'info' : 'error',
        roles: [id],
        place: {},
        witness: ['corrections', id, field, why],
        message: isUsed
          ? `corrections: ${field} of ${quote(id)} is read as ${valueText(to)}: ${quote(why)}`
          : `corrections: no role has the id ${quote(id)}, or its ${field} is corrected twice`,
        suggestion: isUsed
          ? 'Correct the file; then the correction is not needed.'
          : 'Correct the id, or remove the correction.',
      })
    }
  }
}

/** How much of a list or an object is shown. */
const LONGEST = 60

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return quote(value)
  const text = oneLine(dataText(value))
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Throws `INVALID_OPTION` for anything but a list of {@link Correction}s. */
export function checkCorrections(received: unknown): void {
  if (received === undefined) return
  const allowed = "a list of corrections: [{ id: '7', field: 'manager', to: '1', why: '…' }]"
  if (!Array.isArray(received)) throw invalidOption('corrections', received, allowed)
  const list: readonly unknown[] = received
  for (const [index, item] of list.entries()) {
    const option = `corrections[${String(index)}]`
    if (typeof item !== 'object' || item === null) throw invalidOption(option, item, allowed)
    const own = new Map<string, unknown>(Object.entries(item))
    oneOf(`${option}.field`, own.get('field'), CORRECTED_FIELDS)
    for (const name of ['id', 'why']) {
      if (typeof own.get(name) !== 'string')
        throw invalidOption(`${option}.${name}`, own.get(name), 'a string')
    }
    if (own.get('to') === undefined)
      throw invalidOption(`${option}.to`, undefined, 'a value, or null for none')
    const other = [...own.keys()].find((name) => !['id', 'field', 'to', 'why'].includes(name))
    if (other !== undefined) throw invalidOption(`${option}.${other}`, own.get(other), 'left out')
  }
}
