import type { NaiveFault } from './naive-table.js'

/** Who fills a role, and on which terms, as the naive readers read it. */
export interface NaiveAssignment {
  readonly person: string
  readonly share: number | undefined
  readonly kind: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Someone who fills a role without terms. */
export function permanently(person: string): NaiveAssignment {
  return { person, share: undefined, kind: 'permanent', from: undefined, to: undefined }
}

export interface NaivePerson {
  readonly id: string
  readonly name: string
  readonly email: string | undefined
}

/** What a row says of the person, with `undefined` for what it does not say. Values of a wrong type are there as they are. */
export interface StatedPerson {
  readonly person: unknown
  readonly name: unknown
  readonly email: unknown
  readonly share: unknown
  readonly kind: unknown
  readonly from: unknown
  readonly to: unknown
}

const OPEN: readonly unknown[] = ['', '2999-12-31', '4712-12-31', '9999-12-31']

/** Gathers people and assignments, row by row. */
export class NaivePeople {
  readonly #names = new Map<string, { name: string | undefined; email: string | undefined }>()

  get all(): readonly NaivePerson[] {
    return Array.from(this.#names, ([id, { name = id, email }]) => ({ id, name, email }))
  }

  /** The assignment of a row; `'vacant'`, or `'unknown'` where it cannot be read. `fault` is called for each value that is refused. */
  read(
    stated: StatedPerson,
    fault: (part: keyof StatedPerson) => void,
  ): NaiveAssignment | 'vacant' | 'unknown' {
    const checked = <Value>(
      part: keyof StatedPerson,
      is: (value: unknown) => value is Value,
    ): Value | undefined => {
      const value = stated[part]
      if (value === undefined || is(value)) return value
      fault(part)
      return undefined
    }
    const person = checked('person', isText)
    const name = checked('name', isText)
    const email = checked('email', isText)
    const share = checked(
      'share',
      (value): value is number => typeof value === 'number' && value > 0 && value <= 2,
    )
    const kind = checked('kind', isKind) ?? 'permanent'
    const from = checked('from', isDay)
    let to = OPEN.includes(stated.to) ? undefined : checked('to', isDay)
    if (person === undefined) {
      if (stated.person !== undefined) return 'unknown'
      if (name === undefined) return 'vacant'
      fault('person')
      return 'unknown'
    }
    const known = this.#names.get(person)
    this.#names.set(person, { name: known?.name ?? name, email: known?.email ?? email })
    if (from !== undefined && to !== undefined && from >= to) {
      fault('to')
      to = undefined
    }
    return { person, share, kind, from, to }
  }
}

/** The assignments of a role by those of its rows; `undefined` where they are not known. */
export function joinedAssignments(
  rows: readonly (NaiveAssignment | 'vacant' | 'unknown')[],
): readonly NaiveAssignment[] | undefined {
  const held = rows.filter((row) => typeof row === 'object')
  return held.length === 0 && rows.includes('unknown') ? undefined : held
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isKind(value: unknown): value is string {
  return value === 'permanent' || value === 'acting' || value === 'interim'
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** The faults of units that have the id of a role, in which no role is then. */
export function clashingUnits(
  rows: readonly { readonly units: readonly (readonly [unit: string, line: number])[] }[],
  isId: (id: string) => boolean,
): { readonly clashing: ReadonlySet<string>; readonly faults: readonly NaiveFault[] } {
  const mentions = rows.flatMap(({ units }) => units)
  const clashing = new Set(mentions.map(([unit]) => unit).filter(isId))
  const faults = [...clashing].map((unit) => {
    const [, line] = mentions.find(([other]) => other === unit) ?? ['', 0]
    return { code: 'DUPLICATE_ID', line, roles: [unit] }
  })
  return { clashing, faults }
}
