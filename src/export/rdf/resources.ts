import {
  givenOptions,
  invalidOption,
  jsonTextOf,
  type LineSpec,
  type OrgState,
  personSpec,
  type PersonSpec,
  type RoleSpec,
  roleSpec,
  serviceSpec,
  unitSpec,
  type UnitSpec,
} from '../../internal.js'
import type { Loss } from '../loss.js'
import { iriOf } from './vocabulary.js'

/** The options of the exporters of RDF. */
export interface RdfOptions {
  /**
   * What the IRIs of roles, units and people begin with, up to and with the last `/`, `#` or `:`. Default:
   * `'urn:rolegraph:org:'`.
   */
  readonly base?: string
}

/** What RDF does not carry. */
export type RdfLoss =
  | Loss<'role' | 'person', 'data', 'not-json'>
  | Loss<'role', 'title' | 'family' | 'note', 'no-such-character'>
  | Loss<'unit', 'title' | 'kind' | 'note', 'no-such-character'>
  | Loss<'person', 'name' | 'email', 'no-such-character'>
  | Loss<'solid-line', undefined, 'no-such-end'>
  | Loss<'org', 'issues', 'no-place'>

/** A value of a property. */
export type RdfValue =
  | { readonly iri: string }
  /** A text that every reader of RDF takes. */
  | { readonly text: string }
  | { readonly json: string }
  | { readonly number: number }
  | { readonly whole: number }
  | { readonly flag: boolean }

/** A resource with its types and properties, all by prefixed names. */
export interface Resource {
  readonly iri: string
  readonly types: readonly string[]
  readonly properties: readonly (readonly [name: string, value: RdfValue])[]
}

/** The options, checked. */
export function checkedBase(caller: string, options: RdfOptions | undefined): string {
  const base = givenOptions(caller, options, ['base']).get('base') ?? 'urn:rolegraph:org:'
  // An absolute IRI without characters that a syntax of IRIs refuses.
  if (typeof base === 'string' && /^[a-z][a-z\d+.-]*:[^\s<>"{}|^`\\\0-\x20\p{Surrogate}]*[/#:]$/iu.test(base))
    return base
  throw invalidOption('base', base, "the beginning of an IRI, such as 'https://example.org/org/'")
}

type Lose = (loss: RdfLoss) => void
type Properties = (readonly [name: string, value: RdfValue])[]

/**
 * An org as resources of the W3C Organization Ontology: posts, units, people. What it has no words for is in properties of
 * the vocabulary `rg`, and lists, lines with facts and data in one JSON value, `rg:spec`, so that they come back in order.
 */
export function* resources(state: OrgState, base: string, lose: Lose): Generator<Resource, void> {
  if (state.issues.length > 0) lose({ kind: 'org', of: [], field: 'issues', why: 'no-place' })
  for (let handle = 0; handle < state.columns.count; handle++) yield roleResource(state, handle, base, lose)
  let position = 0
  for (const [id, unit] of state.units) yield unitResource(id, unitSpec(unit), position++, base, lose)
  position = 0
  for (const [id, person] of state.people ?? []) {
    yield personResource(id, personSpec(person), position++, base, lose)
  }
  const services = state.services.map(serviceSpec)
  const properties: Properties = []
  if (services.length > 0) putJson(properties, 'rg:services', services)
  if (state.people !== undefined) properties.push(['rg:hasPeople', { flag: true }])
  yield { iri: `${base}chart`, types: ['rg:Chart'], properties }
}

function roleResource(state: OrgState, handle: number, base: string, lose: Lose): Resource {
  const id = state.columns.ids[handle]
  const spec = roleSpec(state, handle)
  const properties = beginning(id, spec.title, handle)
  const role = (to: string): RdfValue => ({ iri: iriOf(base, 'role', to) })
  const { reportsTo, dottedTo, progressesTo, unit, alsoIn, holders } = spec
  const isLoose = state.unknownManagers.has(handle)
  if (isLoose) {
    const of = [id, state.unknownManagers.get(handle) ?? ''] as const
    lose({ kind: 'solid-line', of, field: undefined, why: 'no-such-end' })
  } else if (reportsTo !== undefined) properties.push(['org:reportsTo', role(targetOf(reportsTo))])
  for (const line of listOf(dottedTo)) properties.push(['rg:dottedTo', role(targetOf(line))])
  for (const move of listOf(progressesTo)) properties.push(['rg:progressesTo', role(targetOf(move))])
  for (const one of [...listOf(unit), ...listOf(alsoIn)]) {
    properties.push(['org:postIn', { iri: iriOf(base, 'unit', one) }])
  }
  if (state.people !== undefined) {
    for (const person of new Set(
      listOf(holders).map((holder) => (typeof holder === 'string' ? holder : holder.person)),
    )) {
      properties.push(['org:heldBy', { iri: iriOf(base, 'person', person) }])
    }
  }
  for (const name of ['grade', 'fte', 'cost', 'minYears'] as const) {
    const value = spec[name]
    if (value !== undefined) properties.push([`rg:${name}`, { number: value }])
  }
  putText(properties, 'rg:family', spec.family, () => {
    lose({ kind: 'role', of: [id], field: 'family', why: 'no-such-character' })
  })
  putText(properties, 'rg:status', spec.status, unlost)
  putText(properties, 'rg:hedge', spec.hedge, unlost)
  putText(properties, 'rdfs:comment', spec.note, () => {
    lose({ kind: 'role', of: [id], field: 'note', why: 'no-such-character' })
  })
  if (spec.vacant === true) properties.push(['rg:vacant', { flag: true }])
  if (spec.title !== undefined && !isHoldable(spec.title)) {
    lose({ kind: 'role', of: [id], field: 'title', why: 'no-such-character' })
  }
  putJson(properties, 'rg:spec', restOfRole(spec, isLoose, state.people !== undefined))
  putData(properties, spec.data, () => {
    lose({ kind: 'role', of: [id], field: 'data', why: 'not-json' })
  })
  return { iri: iriOf(base, 'role', id), types: ['org:Post'], properties }
}

/** What the properties of a role do not say, as it is in a spec: lists, and lines with facts or in an order. */
function restOfRole(
  {
    aliases,
    certifications,
    skills,
    sources,
    unit,
    alsoIn,
    holders,
    reportsTo,
    dottedTo,
    progressesTo,
  }: RoleSpec,
  isLoose: boolean,
  withPeople: boolean,
): object {
  const isPlain = (edges: unknown): boolean => typeof edges === 'string'
  const isHeldPlainly = withPeople && holders?.length === 1 && typeof holders[0] === 'string'
  return {
    ...(aliases !== undefined && { aliases }),
    ...(certifications !== undefined && { certifications }),
    ...(skills !== undefined && { skills }),
    ...(sources !== undefined && { sources }),
    // The first unit that a post is in is the role's own, unless this says that it has none.
    ...(alsoIn !== undefined && { unit: unit ?? null, alsoIn }),
    ...(holders !== undefined && !isHeldPlainly && { holders }),
    ...(reportsTo !== undefined && !isLoose && !isPlain(reportsTo) && { reportsTo }),
    ...(dottedTo !== undefined && !isPlain(dottedTo) && { dottedTo }),
    ...(progressesTo !== undefined && !isPlain(progressesTo) && { progressesTo }),
  }
}

function unitResource(id: string, spec: UnitSpec, position: number, base: string, lose: Lose): Resource {
  const { title, kind, head, partOf, aliases, sources, hedge, note } = spec
  const properties = beginning(id, title, position)
  const loseText = (field: 'title' | 'kind' | 'note') => () => {
    lose({ kind: 'unit', of: [id], field, why: 'no-such-character' })
  }
  if (partOf !== undefined) properties.push(['org:unitOf', { iri: iriOf(base, 'unit', partOf) }])
  for (const one of listOf(head)) properties.push(['rg:head', { iri: iriOf(base, 'role', one) }])
  putText(properties, 'rg:kind', kind, loseText('kind'))
  putText(properties, 'rg:hedge', hedge, unlost)
  putText(properties, 'rdfs:comment', note, loseText('note'))
  if (title !== undefined && !isHoldable(title)) loseText('title')()
  putJson(properties, 'rg:spec', {
    ...(aliases !== undefined && { aliases }),
    ...(sources !== undefined && { sources }),
    ...(typeof head === 'object' && { head }),
  })
  return { iri: iriOf(base, 'unit', id), types: ['org:OrganizationalUnit'], properties }
}

function personResource(id: string, spec: PersonSpec, position: number, base: string, lose: Lose): Resource {
  const { name, email, aliases, data } = spec
  const properties = beginning(id, name, position)
  properties.push(['foaf:name', { text: heldText(name ?? id) }])
  putText(properties, 'rg:email', email, () => {
    lose({ kind: 'person', of: [id], field: 'email', why: 'no-such-character' })
  })
  if (name !== undefined && !isHoldable(name))
    lose({ kind: 'person', of: [id], field: 'name', why: 'no-such-character' })
  putJson(properties, 'rg:spec', { ...(aliases !== undefined && { aliases }) })
  putData(properties, data, () => {
    lose({ kind: 'person', of: [id], field: 'data', why: 'not-json' })
  })
  return { iri: iriOf(base, 'person', id), types: ['foaf:Person'], properties }
}

/** The id, the label and the place in the order of the chart. An id that no text holds is escaped, as JSON. */
function beginning(id: string, title: string | undefined, position: number): Properties {
  const properties: Properties = [
    isHoldable(id) ? ['skos:notation', { text: id }] : ['rg:id', { json: holdableJson(JSON.stringify(id)) }],
    ['rdfs:label', { text: heldText(title ?? id) }],
    ['rg:position', { whole: position }],
  ]
  // The label of such an id is not the id.
  if (title === undefined && !isHoldable(id)) properties.push(['rg:titleIsId', { flag: true }])
  return properties
}

function unlost(): void {
  // Words of the library have no such characters.
}

function putText(properties: Properties, name: string, text: string | undefined, lose: () => void): void {
  if (text === undefined) return
  if (!isHoldable(text)) lose()
  properties.push([name, { text: heldText(text) }])
}

function putJson(properties: Properties, name: string, value: object): void {
  const json = jsonTextOf(value)
  if (json !== undefined && json !== '{}') properties.push([name, { json: holdableJson(json) }])
}

function putData(properties: Properties, data: unknown, lose: () => void): void {
  if (data === undefined) return
  const json = jsonTextOf(data)
  if (json === undefined) lose()
  else properties.push(['rg:data', { json: holdableJson(json) }])
}

/** Whether every reader of RDF takes a text: it has no half characters, nothing that is no character, and no U+0000. */
function isHoldable(text: string): boolean {
  return text.search(UNHOLDABLE) === -1
}

const UNHOLDABLE = /[\0\ufffe\uffff]|\p{Surrogate}/gu

/** A text as every reader takes it. */
function heldText(text: string): string {
  return text.replace(UNHOLDABLE, '\uFFFD')
}

/** The text of a JSON value, in which these characters are escaped. */
function holdableJson(json: string): string {
  return json.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
}

function targetOf(edge: string | Pick<LineSpec, 'to'>): string {
  return typeof edge === 'string' ? edge : edge.to
}

function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item]
}
