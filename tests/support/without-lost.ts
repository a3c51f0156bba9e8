import type { Loss, OrgDocument } from 'rolegraph/export'

type Fields = Record<string, unknown>

const KEYS: ReadonlyMap<string, 'reportsTo' | 'dottedTo' | 'progressesTo'> = new Map([
  ['solid-line', 'reportsTo'],
  ['dotted-line', 'dottedTo'],
  ['move', 'progressesTo'],
])

/** A document without what is lost: as its reader must find it. Changes a copy. */
export function withoutLost(document: OrgDocument, lost: readonly Loss[]): unknown {
  const copy = JSON.parse(JSON.stringify(document)) as Fields
  for (const loss of lost) lose(copy, loss)
  normalise(copy)
  return copy
}

function lose(document: Fields, { kind, of, field, why }: Loss): void {
  const [id, to] = of as readonly string[]
  const change = (thing: Fields | undefined): void => {
    if (thing === undefined || field === undefined) return
    if (why === 'no-such-character') thing[field] = replaced(String(thing[field]))
    else Reflect.deleteProperty(thing, field)
  }
  if (kind === 'org') {
    if (field === 'people') Reflect.deleteProperty(document, 'people')
    return
  }
  if (kind === 'service') {
    // A service always has a name, which readers of the library know.
    if (why === 'empty' && field === 'name') return
    // Of services between the same two, the first that still has the loss: losses are in order.
    const isLost = (value: unknown): boolean =>
      typeof value === 'string' && (why === 'empty' ? value === '' : replaced(value) !== value)
    change(
      (document['services'] as Fields[]).find(
        (service) =>
          service['from'] === id && service['to'] === to && field !== undefined && isLost(service[field]),
      ),
    )
    return
  }
  if (kind === 'unit') change(entry(document['units'], id))
  else if (kind === 'person') change(entry(document['people'], id))
  else if (kind === 'role') change(entry(document['roles'], id))
  else {
    const role = entry(document['roles'], id)
    const key = KEYS.get(kind)
    if (role === undefined || key === undefined) return
    const edges = [role[key]].flat() as (string | Fields)[]
    for (const edge of edges) if (typeof edge === 'object' && edge['to'] === to) change(edge)
    // An edge without facts is its target alone.
    const plain = edges.map((edge) =>
      typeof edge === 'object' && Object.keys(edge).length === 1 ? edge['to'] : edge,
    )
    role[key] =
      Array.isArray(role[key]) && (plain.length > 1 || typeof plain[0] === 'object') ? plain : plain[0]
  }
}

function entry(part: unknown, id: string): Fields | undefined {
  if (Array.isArray(part)) return (part as Fields[]).find((item) => item['id'] === id)
  return Object.hasOwn(part as Fields, id) ? (part as Record<string, Fields>)[id] : undefined
}

/** A document without assignments, named lines and the rest of version 2 says so. */
function normalise(document: Fields): void {
  const text = JSON.stringify([document['roles'], document['units']])
  if (document['rolegraph'] === 2 && document['people'] === undefined && !needsVersion2(text))
    document['rolegraph'] = 1
}

function needsVersion2(text: string): boolean {
  return /"(as|alsoIn|status|person)":/.test(text) || /"head":\[/.test(text)
}

function replaced(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\uFFFD')
}
