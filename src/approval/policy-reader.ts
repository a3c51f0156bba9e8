import {
  type Issue,
  isCalendarDate,
  isPlainObject,
  isWholeNumber,
  makeIssue,
  nearestId,
  nearestSuggestion,
  placeText,
  quote,
  listed,
} from '../internal.js'

/** The codes of problems in an approval policy. */
export type PolicyProblem = 'INVALID_FIELD' | 'UNKNOWN_FIELD' | 'DUPLICATE_LIMIT' | 'DUPLICATE_RULE'

type Path = readonly (string | number)[]

/** Reads an unchecked policy and collects everything wrong with it. */
export class PolicyReader {
  readonly issues: Issue<PolicyProblem>[] = []

  add(code: PolicyProblem, path: Path, what: string, suggestion: string, witness?: readonly Path[]): void {
    this.issues.push(
      makeIssue({
        code,
        place: { path },
        ...(witness !== undefined && { witness: witness.map((each) => ({ path: each })) }),
        message: path.length === 0 ? what : `${what} (at ${placeText({ path })})`,
        suggestion,
      }),
    )
  }

  invalid(path: Path, received: unknown, allowed: string): void {
    this.add('INVALID_FIELD', path, `The value is ${quote(received)}`, `It can be ${allowed}.`)
  }

  /** The own fields of an object. */
  fields(value: unknown, path: Path, known: readonly string[]): ReadonlyMap<string, unknown> | undefined {
    if (!isPlainObject(value)) {
      this.invalid(path, value, `an object { ${known.join(', ')} }`)
      return undefined
    }
    const given = new Map<string, unknown>(Object.entries(value).filter(([, field]) => field !== undefined))
    for (const name of given.keys()) {
      if (known.includes(name)) continue
      const nearest = nearestSuggestion(nearestId(name, known))
      this.add(
        'UNKNOWN_FIELD',
        [...path, name],
        `There is no field ${quote(name)}`,
        `The fields are ${listed(known)}. ${nearest}`.trimEnd(),
      )
    }
    return given
  }

  /** The entries of a list with their paths; none if the list is left out. */
  entries(value: unknown, path: Path): (readonly [entry: unknown, path: Path])[] {
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.invalid(path, value, 'a list')
      return []
    }
    return Array.from<unknown>(value).map((entry, index) => [entry, [...path, index]] as const)
  }

  text(value: unknown, path: Path): void {
    if (typeof value !== 'string' || value === '') this.invalid(path, value, 'text')
  }

  word(value: unknown, path: Path, words: readonly string[]): void {
    if (words.some((word) => word === value)) return
    this.invalid(
      path,
      value,
      listed(
        words.map((word) => `'${word}'`),
        'or',
      ),
    )
  }

  amount(value: unknown, path: Path, others: string): void {
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return
    this.invalid(path, value, `a finite number, 0 or more${others}`)
  }

  whole(value: unknown, path: Path): void {
    if (!isWholeNumber(value, 1)) this.invalid(path, value, 'a whole number, 1 or more')
  }

  flag(value: unknown, path: Path): void {
    if (value !== undefined && typeof value !== 'boolean') this.invalid(path, value, 'true or false')
  }

  /** Checks the optional dates `from` and `to`. */
  days(given: ReadonlyMap<string, unknown>, path: Path): void {
    const dates = ['from', 'to'].map((name) => {
      const date = given.get(name)
      if (date === undefined || (typeof date === 'string' && isCalendarDate(date))) return date
      this.invalid([...path, name], date, "a calendar date such as '2026-03-31'")
      return undefined
    })
    const [from, to] = dates
    if (from !== undefined && to !== undefined && to <= from) {
      this.invalid([...path, 'to'], to, `a date after ${from}: it is the day after the last one`)
    }
  }

  /** Requires exactly one of some fields and returns its name. */
  oneField(given: ReadonlyMap<string, unknown>, path: Path, names: readonly string[]): string | undefined {
    const found = names.filter((name) => given.has(name))
    if (found.length === 1) return found[0]
    this.add(
      'INVALID_FIELD',
      path,
      found.length === 0 ? 'It names nobody' : `It has ${listed(found)}`,
      `Give exactly one of ${listed(names)}.`,
    )
    return undefined
  }
}
