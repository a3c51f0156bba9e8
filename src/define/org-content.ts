import { type OrgState, stateOf } from '../engine/org-state.js'
import { quote } from '../kernel/quote.js'
import type { AnyIssueCode, Issue } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import type { PersonSpec } from '../model/person.js'
import type { RoleSpec } from '../model/role.js'
import type { ServiceSpec } from '../model/service.js'
import type { UnitSpec } from '../model/unit.js'
import { writtenOrg } from './spec-of-org.js'

type Listed<Spec> = Spec & { readonly id: string }

/**
 * Everything that counts when two orgs are compared, as plain data: lists, since the order of roles, units, services and
 * issues counts. Fresh on each call.
 */
export interface OrgContent {
  readonly roles: readonly Listed<RoleSpec>[]
  readonly units: readonly Listed<UnitSpec>[]
  /** Absent if holders are names. */
  readonly people?: readonly Listed<PersonSpec>[]
  readonly services: readonly ServiceSpec[]
  readonly issues: readonly Issue<AnyIssueCode>[]
}

/** The content of a state. O(roles + lines + moves + units + services). */
export function contentOf(state: OrgState): OrgContent {
  const { roles, units, people, services } = writtenOrg(state)
  const listed = <Spec extends object>(specs: ReadonlyMap<string, Spec>): Listed<Spec>[] =>
    Array.from(specs, ([id, spec]) => ({ id, ...spec }))
  return {
    roles: listed(roles),
    units: listed(units),
    ...(people !== undefined && { people: listed(people) }),
    services,
    issues: state.issues,
  }
}

/** Whether two orgs have the same roles, units, services and issues, in the same order. O(size of both). */
export function sameOrg(a: Org, b: Org): boolean {
  return a === b || differencesOf(a, b, 1).length === 0
}

/**
 * The differences between two orgs, one line each: `role 'analyst', reportsTo: 'lead' and 'ceo'`. At most `most` lines.
 * O(size of both).
 */
export function differencesOf(a: Org, b: Org, most: number): readonly string[] {
  const one = contentOf(stateOf(a))
  const other = contentOf(stateOf(b))
  const lines: string[] = []
  listDifferences(lines, 'role', one.roles, other.roles, most)
  listDifferences(lines, 'unit', one.units, other.units, most)
  if ((one.people === undefined) !== (other.people === undefined)) {
    lines.push(`people: only in the ${one.people === undefined ? 'second' : 'first'}`)
  } else listDifferences(lines, 'person', one.people ?? [], other.people ?? [], most)
  fieldDifferences(lines, 'services', [...one.services], [...other.services], most)
  fieldDifferences(lines, 'issues', [...one.issues], [...other.issues], most)
  return lines.slice(0, most)
}

function listDifferences(
  lines: string[],
  noun: string,
  one: readonly Listed<object>[],
  other: readonly Listed<object>[],
  most: number,
): void {
  const before = lines.length
  const others = new Map(other.map((spec) => [spec.id, spec]))
  for (const spec of one) {
    if (lines.length >= most) return
    const counterpart = others.get(spec.id)
    if (counterpart === undefined) lines.push(`${noun} ${quote(spec.id)}: only in the first`)
    else fieldDifferences(lines, `${noun} ${quote(spec.id)}`, spec, counterpart, most)
    others.delete(spec.id)
  }
  for (const id of others.keys()) {
    if (lines.length >= most) return
    lines.push(`${noun} ${quote(id)}: only in the second`)
  }
  // Only if nothing but the order differs.
  if (lines.length > before) return
  const place = one.findIndex(({ id }, index) => id !== other[index].id)
  if (place >= 0) {
    lines.push(
      `order of ${noun === 'person' ? 'people' : `${noun}s`}: ${quote(one[place].id)} and ${quote(other[place].id)} at place ${String(place + 1)}`,
    )
  }
}

function fieldDifferences(lines: string[], subject: string, one: object, other: object, most: number): void {
  for (const field of new Set([...Object.keys(one), ...Object.keys(other)])) {
    if (lines.length >= most) return
    const values = [one, other].map((spec): unknown =>
      Object.hasOwn(spec, field) ? Reflect.get(spec, field) : undefined,
    )
    if (!samePlain(values[0], values[1]))
      lines.push(`${subject}, ${field}: ${values.map(shown).join(' and ')}`)
  }
}

function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return quote(value)
  try {
    const text = JSON.stringify(value)
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  } catch {
    // A bigint in the data of a role, or nesting deeper than the stack.
    return quote(value)
  }
}

const LONGEST = 80

/** Whether two values of plain data are the same, without recursion. Numbers are compared as by `Object.is`. */
export function samePlain(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object') return false
  const pending: (readonly [unknown, unknown])[] = [[one, other]]
  // Shared parts are compared once.
  const compared = new Map<object, Set<object>>()
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair
    if (Object.is(a, b)) continue
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
    const known = compared.get(a) ?? new Set()
    if (known.has(b)) continue
    compared.set(a, known.add(b))
    const keys = Object.keys(a)
    if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false
    if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false
      pending.push([Reflect.get(a, key), Reflect.get(b, key)])
    }
  }
  return true
}
