import { graphKeyOf as plainKeyOf, type LineSpec, type MoveSpec, type Org } from 'rolegraph'
import { type Loss, type OrgDocument, toOrgDocument } from 'rolegraph/export'

// What a graph of an org must hold, made of its document alone.

/** The attributes of a node or an edge; a list or data is the value of its JSON text. */
export type Attributes = Readonly<Record<string, unknown>>

export interface Graph {
  /** By key, in order. */
  readonly nodes: readonly (readonly [key: string, attributes: Attributes])[]
  /** As lists, in order within each relation. */
  readonly edges: readonly (readonly [from: string, to: string, attributes: Attributes])[]
}

const JSON_NAMES = [
  'aliases',
  'holders',
  'certifications',
  'skills',
  'sources',
  'conditions',
  'years',
  'data',
]

interface Entry {
  readonly id: string
  readonly [field: string]: unknown
}

function entriesOf(part: OrgDocument['roles' | 'units' | 'people']): readonly Entry[] {
  if (part === undefined) return []
  if (Array.isArray(part)) return part.map((item: Entry) => item)
  return Object.entries(part).map(([id, spec]: [string, object]) => ({ id, ...spec }))
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly Item[]) : [value as Item]
}

/** What no text of XML can have. */
const XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu

/** The graph that an exporter must write: all but what it says is lost. */
export function expectedGraph(org: Org, lost: readonly Loss[], unholdable: RegExp = XML): Graph {
  const replaced = (text: string): string => text.replace(unholdable, '\uFFFD')
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  // A key that cannot be held is escaped, and with it every backslash.
  const graphKeyOf = (id: string | { readonly person: string }): string => {
    const key = plainKeyOf(id)
    if (replaced(key) === key) return key
    return `~escaped/${key.replace(new RegExp(`\\\\|${unholdable.source}`, 'gu'), escaped)}`
  }
  const labelOf = (id: string, title: string, key: string): string =>
    replaced([title, id, key].find((text) => text !== '') ?? '')
  // A title that equals the id is the default; it is left out where it could not be written as it is.
  const titleUnless = (id: string, title: string): string | undefined =>
    title === id && (id === '' || replaced(id) !== id) ? undefined : title
  const document = toOrgDocument(org)
  const lostFields = new Map<string, string>()
  for (const { kind, of, field, why } of lost) {
    lostFields.set(JSON.stringify([kind, ...of, field]), why)
  }
  const stated = (kind: string, of: readonly string[], attributes: Attributes): Attributes => {
    const kept: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(attributes)) {
      if (
        value === undefined ||
        (Array.isArray(value) && value.length === 0 && !['data', 'sources'].includes(name))
      )
        continue
      const field = kind === 'person' && name === 'title' ? 'name' : name === 'unitKind' ? 'kind' : name
      const why = lostFields.get(JSON.stringify([kind, ...of, field]))
      if (why === 'blank' || why === 'not-json') continue
      kept[name] = why === 'no-such-character' ? replaced(value as string) : value
    }
    return kept
  }
  const nodes: (readonly [string, Attributes])[] = []
  const edges = new Map<string, (readonly [string, string, Attributes])[]>()
  const edge = (
    relation: string,
    kind: string,
    from: string,
    to: string,
    ids: readonly string[],
    attributes: Attributes,
  ): void => {
    const list = edges.get(relation) ?? []
    list.push([from, to, { relation, ...stated(kind, ids, attributes) }])
    edges.set(relation, list)
  }
  const people = document.people === undefined ? undefined : entriesOf(document.people)
  for (const { id, ...role } of entriesOf(document.roles)) {
    const {
      title = id,
      reportsTo,
      dottedTo,
      progressesTo,
      unit,
      alsoIn,
      holders,
      vacant = false,
      ...rest
    } = role
    const key = graphKeyOf(id)
    const kept = stated('role', [id], {
      title: titleUnless(id, title as string),
      vacant,
      ...rest,
      ...(people === undefined && { holders }),
    })
    nodes.push([key, { kind: 'role', label: labelOf(id, title as string, key), ...kept }])
    for (const line of listOf(reportsTo as LineSpec | string | undefined)) {
      const { to, ...facts } = typeof line === 'string' ? { to: line } : line
      edge('reportsTo', 'solid-line', key, graphKeyOf(to), [id, to], facts)
    }
    for (const line of listOf(dottedTo as LineSpec | string | undefined)) {
      const { to, ...facts } = typeof line === 'string' ? { to: line } : line
      edge('dottedTo', 'dotted-line', key, graphKeyOf(to), [id, to], facts)
    }
    for (const move of listOf(progressesTo as MoveSpec | string | undefined)) {
      const { to, kind: moveKind = 'advancement', ...facts } = typeof move === 'string' ? { to: move } : move
      edge('progressesTo', 'move', key, graphKeyOf(to), [id, to], { moveKind, ...facts })
    }
    for (const one of listOf(unit as string | undefined)) edge('memberOf', '', key, graphKeyOf(one), [], {})
    for (const one of listOf(alsoIn as string | undefined))
      edge('memberOf', '', key, graphKeyOf(one), [], { also: true })
    if (people === undefined) continue
    for (const holder of listOf(holders as string | { person: string } | undefined)) {
      const {
        person,
        kind: assignmentKind = 'permanent',
        ...terms
      }: { person: string; kind?: string } = typeof holder === 'string' ? { person: holder } : holder
      edge('holds', '', graphKeyOf({ person }), key, [], { assignmentKind, ...terms })
    }
  }
  for (const { id, ...unit } of entriesOf(document.units)) {
    const { title = id, kind: unitKind, head, partOf, ...rest } = unit
    const key = graphKeyOf(id)
    const label = labelOf(id, title as string, key)
    nodes.push([
      key,
      {
        kind: 'unit',
        label,
        ...stated('unit', [id], { title: titleUnless(id, title as string), unitKind, ...rest }),
      },
    ])
    for (const one of listOf(head as string | undefined)) edge('headOf', '', graphKeyOf(one), key, [], {})
    for (const one of listOf(partOf as string | undefined)) edge('partOf', '', key, graphKeyOf(one), [], {})
  }
  for (const { id, ...person } of people ?? []) {
    const { name: title = id, ...rest } = person
    const key = graphKeyOf({ person: id })
    const label = labelOf(id, title as string, key)
    nodes.push([
      key,
      {
        kind: 'person',
        label,
        ...stated('person', [id], { title: titleUnless(id, title as string), ...rest }),
      },
    ])
  }
  for (const { from, to, ...facts } of document.services ?? []) {
    edge('supports', 'service', graphKeyOf(from), graphKeyOf(to), [from, to], facts)
  }
  return { nodes, edges: [...edges.values()].flat() }
}

/** Differences between what a consumer holds and what was expected; what is `missing` for a consumer counts as left out. */
export function graphDifferences(
  expected: Graph,
  held: Graph,
  isMissing: (value: unknown, name: string) => boolean = () => false,
): readonly string[] {
  const wrong: string[] = []
  const sizes = [expected.nodes.length, held.nodes.length, expected.edges.length, held.edges.length]
  if (sizes[0] !== sizes[1]) wrong.push(`${String(sizes[1])} nodes instead of ${String(sizes[0])}`)
  if (sizes[2] !== sizes[3]) wrong.push(`${String(sizes[3])} edges instead of ${String(sizes[2])}`)
  for (const [index, [key, attributes]] of expected.nodes.entries()) {
    const other = held.nodes.at(index)
    if (other?.[0] !== key)
      wrong.push(`node ${String(index)} is ${JSON.stringify(other?.[0])}, not ${JSON.stringify(key)}`)
    else compare(`node ${JSON.stringify(key)}`, attributes, other[1], isMissing, wrong)
  }
  const heldEdges = byRelation(held)
  for (const [relation, list] of byRelation(expected)) {
    for (const [index, [from, to, attributes]] of list.entries()) {
      const other = heldEdges.get(relation)?.at(index)
      const name = `${String(relation)} ${String(index)}, ${JSON.stringify([from, to])}`
      if (other?.[0] !== from || other[1] !== to)
        wrong.push(`${name}: it is ${JSON.stringify(other?.slice(0, 2))}`)
      else compare(name, attributes, other[2], isMissing, wrong)
    }
  }
  return wrong
}

function byRelation({ edges }: Graph): ReadonlyMap<unknown, Graph['edges']> {
  const groups = new Map<unknown, (readonly [from: string, to: string, attributes: Attributes])[]>()
  for (const edge of edges) {
    const { relation } = edge[2]
    const group = groups.get(relation)
    if (group === undefined) groups.set(relation, [edge])
    else group.push(edge)
  }
  return groups
}

function compare(
  what: string,
  expected: Attributes,
  held: Attributes,
  isMissing: (value: unknown, name: string) => boolean,
  wrong: string[],
): void {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(held)])) {
    const [one, other] = [expected[name], held[name]]
    if (one === undefined && (other === undefined || isMissing(other, name))) continue
    const value = JSON_NAMES.includes(name) && typeof other === 'string' ? parsed(other) : other
    if (same(one, value)) continue
    wrong.push(`${what}: ${name} is ${JSON.stringify(other)}, not ${JSON.stringify(one)}`)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return `not JSON: ${text}`
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
