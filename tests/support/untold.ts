import type { Org } from 'rolegraph'
import { type Loss, toOrgDocument } from 'rolegraph/export'

type Fields = Readonly<Record<string, unknown>>
interface Line {
  readonly to: string
  readonly [fact: string]: unknown
}

/**
 * The differences between an org and what a reader made of its export that the losses do not tell, each as `kind of field`. Nothing
 * here knows any format. A loss of a whole role, line or unit tells everything in it. A text with a character that is lost has U+FFFD
 * for it, and a blank text is none.
 */
export function untold(before: Org, after: Org, lost: readonly Loss[]): readonly string[] {
  const told = new Map<string, Set<Loss['why']>>()
  for (const { kind, of, field, why } of lost) {
    const name = key(kind, of, field)
    told.set(name, (told.get(name) ?? new Set()).add(why))
  }
  const [one, other] = [partsOf(before), partsOf(after)]
  const differing: string[] = []
  const add: Add = (kind, of, field, [value, found] = [undefined, undefined]) => {
    if (told.has(key(kind, of, undefined))) return
    const reasons = told.get(key(kind, of, field))
    if (reasons === undefined || !isAsTold(reasons, value, found)) differing.push(key(kind, of, field))
  }
  const order = [...one.roles.keys()].filter((id) => other.roles.has(id))
  if (JSON.stringify(order) !== JSON.stringify([...other.roles.keys()]))
    differing.push('the roles and their order')
  for (const [id, role] of one.roles) {
    const found = other.roles.get(id)
    if (found === undefined) add('role', [id], undefined)
    else compareRoles(id, role, found, add)
  }
  compareThings('unit', one.units, other.units, add)
  if (one.people !== undefined || other.people !== undefined) {
    if (one.people === undefined || other.people === undefined) add('org', [], 'people')
    else compareThings('person', one.people, other.people, add)
  }
  compareServices(one.services, other.services, add)
  return differing
}

/** Adds a difference, unless it is told; `values` are those of a field before and after. */
type Add = (
  kind: string,
  of: readonly string[],
  field: string | undefined,
  values?: readonly [before: unknown, after: unknown],
) => void

/** Whether a text that is lost in part is what is told of it. */
function isAsTold(reasons: ReadonlySet<Loss['why']>, value: unknown, found: unknown): boolean {
  if (reasons.size > 1 || typeof value !== 'string') return true
  // A service always has a name.
  if (reasons.has('blank')) return found === undefined || found === ''
  return !reasons.has('no-such-character') || isSame(replaced(value), replaced(String(found)))
}

/** A text with U+FFFD for the characters that some format cannot hold. */
function replaced(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\uFFFD')
}

function key(kind: string, of: readonly string[], field: string | undefined): string {
  return `${kind} ${JSON.stringify(of)} ${String(field)}`
}

function compareRoles(id: string, one: Fields, other: Fields, add: Add): void {
  for (const field of new Set([...Object.keys(one), ...Object.keys(other)])) {
    if (field === 'id') continue
    if (field === 'reportsTo') compareLines('solid-line', id, one, other, field, add)
    else if (field === 'dottedTo') compareLines('dotted-line', id, one, other, field, add)
    else if (field === 'progressesTo') compareLines('move', id, one, other, field, add)
    else if (field === 'holders') compareHolders(id, one[field], other[field], add)
    else if (!isSame(one[field], other[field])) add('role', [id], field, [one[field], other[field]])
  }
}

function compareLines(kind: string, id: string, one: Fields, other: Fields, field: string, add: Add): void {
  const [lines, found] = [linesIn(one[field]), linesIn(other[field])]
  for (const line of lines) {
    const same = found.find(({ to }) => to === line.to)
    if (same === undefined) add(kind, [id, line.to], undefined)
    else
      for (const fact of Object.keys({ ...line, ...same }))
        if (!isSame(line[fact], same[fact])) add(kind, [id, line.to], fact, [line[fact], same[fact]])
  }
  for (const { to } of found)
    if (!lines.some((line) => line.to === to)) add(kind, [id, to], 'is there and was not')
  const kept = lines.filter(({ to }) => found.some((line) => line.to === to)).map(({ to }) => to)
  if (
    !isSame(
      kept,
      found.map(({ to }) => to),
    )
  )
    add('role', [id], field)
}

function linesIn(value: unknown): readonly Line[] {
  const list: readonly unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value]
  return list.map((line) => (typeof line === 'string' ? { to: line } : (line as Line)))
}

function compareHolders(id: string, one: unknown, other: unknown, add: Add): void {
  const [holders, found] = [one, other].map((list) =>
    ((list ?? []) as readonly (string | Fields)[]).map((holder) =>
      typeof holder === 'string' ? { person: holder } : holder,
    ),
  )
  const persons = (list: readonly Fields[] = []): readonly unknown[] => list.map(({ person }) => person)
  if (!isSame(persons(holders), persons(found))) {
    add('role', [id], 'holders')
    return
  }
  for (const [index, holder] of (holders as readonly Fields[]).entries()) {
    const terms: Fields = (found as readonly Fields[])[index] ?? {}
    for (const term of new Set([...Object.keys(holder), ...Object.keys(terms)]))
      if (!isSame(holder[term], terms[term])) add('assignment', [id, String(holder['person'])], term)
  }
}

function compareThings(
  kind: string,
  one: ReadonlyMap<string, Fields>,
  other: ReadonlyMap<string, Fields>,
  add: Add,
): void {
  for (const [id, thing] of one) {
    const found = other.get(id)
    if (found === undefined) {
      add(kind, [id], undefined)
      continue
    }
    for (const field of new Set([...Object.keys(thing), ...Object.keys(found)]))
      if (field !== 'id' && !isSame(thing[field], found[field]))
        add(kind, [id], field, [thing[field], found[field]])
  }
  for (const id of other.keys()) if (!one.has(id)) add(kind, [id], 'is there and was not')
}

/** Services between the same two are compared one by one. */
function compareServices(one: readonly Fields[], other: readonly Fields[], add: Add): void {
  const rest = [...other]
  for (const service of one) {
    const of = [String(service['from']), String(service['to'])]
    const at = rest.findIndex(({ from, to }) => from === service['from'] && to === service['to'])
    if (at === -1) {
      add('service', of, undefined)
      continue
    }
    const [found = {}] = rest.splice(at, 1)
    for (const field of new Set([...Object.keys(service), ...Object.keys(found)]))
      if (!isSame(service[field], found[field])) add('service', of, field, [service[field], found[field]])
  }
  for (const { from, to } of rest) add('service', [String(from), String(to)], 'is there and was not')
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function partsOf(org: Org): {
  readonly roles: ReadonlyMap<string, Fields>
  readonly units: ReadonlyMap<string, Fields>
  readonly people: ReadonlyMap<string, Fields> | undefined
  readonly services: readonly Fields[]
} {
  const document: Fields = { ...toOrgDocument(org) }
  // A list where an object would put the entries in another order.
  const byId = (entries: unknown): ReadonlyMap<string, Fields> =>
    Array.isArray(entries)
      ? new Map((entries as readonly Fields[]).map((item) => [String(item['id']), item]))
      : new Map(Object.entries((entries ?? {}) as Readonly<Record<string, Fields>>))
  return {
    roles: byId(document['roles']),
    units: byId(document['units']),
    people: document['people'] === undefined ? undefined : byId(document['people']),
    services: (document['services'] ?? []) as readonly Fields[],
  }
}
