import {
  frozenIssue,
  type Issue,
  type Org,
  orgFromDocument,
  type OrgDocument,
  type Place,
  quote,
} from '../../internal.js'
import { Corrections } from '../input/corrections.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { ImportOptions } from '../input/import-options.js'
import { withPlaceWords } from '../input/line-places.js'
import { parsedWithin } from '../json/json-depth.js'
import { RDF, type RdfGraph, type Subject, type Term } from './rdf-graph.js'

const ORG = 'http://www.w3.org/ns/org#'
const RG = 'urn:rolegraph:vocabulary:'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const SCHEMA = 'http://schema.org/'

const LABELS = [
  `${RDFS}label`,
  `${SKOS}prefLabel`,
  `${FOAF}name`,
  `${SCHEMA}name`,
  `https${SCHEMA.slice(4)}name`,
]
const UNITS = ['OrganizationalUnit', 'Organization', 'FormalOrganization', 'OrganizationalCollaboration'].map(
  (name) => ORG + name,
)
const PEOPLE = [`${FOAF}Person`, `${SCHEMA}Person`, `https${SCHEMA.slice(4)}Person`]

type Kind = 'roles' | 'units' | 'people'
type Spec = { id: string; [field: string]: unknown }

/** The org that statements describe, in the terms of the W3C Organization Ontology. */
export function orgOfRdf(graph: RdfGraph, options: ImportOptions, issues: ImportIssues): Org {
  return new RdfOrg(graph, issues).org(options)
}

class RdfOrg {
  readonly #graph: RdfGraph
  readonly #issues: ImportIssues
  /** What each subject is, and its id. */
  readonly #things = new Map<
    string,
    { readonly kind: Kind; readonly id: string; readonly subject: Subject }
  >()
  readonly #specs: { readonly [Name in Kind]: Map<string, Spec> } = {
    roles: new Map(),
    units: new Map(),
    people: new Map(),
  }
  #hasPeople = false
  #services: unknown

  constructor(graph: RdfGraph, issues: ImportIssues) {
    this.#graph = graph
    this.#issues = issues
  }

  org(options: ImportOptions): Org {
    for (const subject of this.#graph.subjects.values()) this.#classify(subject)
    for (const { kind, id, subject } of this.#inOrder())
      this.#specs[kind].set(subject.id, this.#specOf(kind, id, subject))
    for (const subject of this.#graph.subjects.values()) this.#addInverses(subject)
    const corrections = new Corrections(options.corrections, this.#issues)
    corrections.apply(({ id, field, to }) => {
      const spec = [...this.#specs.roles.values()].find((role) => role.id === id)
      if (spec === undefined) return false
      const name = field === 'manager' ? 'reportsTo' : field === 'dotted' ? 'dottedTo' : field
      if (to === null) Reflect.deleteProperty(spec, name)
      else spec[name] = to
      return true
    })
    corrections.report()
    const people = [...this.#specs.people.values()]
    // Every part of a document is checked while an org is made of it.
    const document: object = {
      rolegraph: 2,
      roles: [...this.#specs.roles.values()],
      units: [...this.#specs.units.values()],
      ...((this.#hasPeople || people.length > 0) && { people }),
      ...(this.#services !== undefined && { services: this.#services }),
    }
    const org = orgFromDocument(document as OrgDocument, { onIssue: 'collect' })
    this.#issues.takeFrom(org, (issue) => this.#placed(issue))
    return org
  }

  #classify(subject: Subject): void {
    const types = idsOf(subject.properties.get(`${RDF}type`))
    const has = (...names: readonly string[]): boolean => names.some((name) => types.includes(name))
    if (has(`${RG}Chart`)) {
      this.#hasPeople ||= textOf(subject, `${RG}hasPeople`) === 'true'
      this.#services = jsonOf(subject, `${RG}services`, this.#issues, this.#graph) ?? this.#services
      return
    }
    const kind =
      has(`${ORG}Post`) || this.#isPost(subject, types)
        ? 'roles'
        : has(...UNITS)
          ? 'units'
          : has(...PEOPLE)
            ? 'people'
            : undefined
    if (kind === undefined) return
    const escaped = jsonOf(subject, `${RG}id`, this.#issues, this.#graph)
    const id = typeof escaped === 'string' ? escaped : (textOf(subject, `${SKOS}notation`) ?? subject.id)
    this.#things.set(subject.id, { kind, id, subject })
  }

  /** A membership with a role is a post of its own; so is what is only said to report, or to be held. */
  #isPost({ properties }: Subject, types: readonly string[]): boolean {
    if (types.includes(`${ORG}Membership`))
      return !idsOf(properties.get(`${ORG}role`)).some((id) => this.#isTypedPost(id))
    return (
      types.length === 0 &&
      [`${ORG}reportsTo`, `${ORG}postIn`, `${ORG}heldBy`].some((name) => properties.has(name))
    )
  }

  #isTypedPost(id: string): boolean {
    return idsOf(this.#graph.subjects.get(id)?.properties.get(`${RDF}type`)).includes(`${ORG}Post`)
  }

  /** By their stated positions; those without one keep the order of the file, after the others. */
  #inOrder(): readonly { readonly kind: Kind; readonly id: string; readonly subject: Subject }[] {
    const position = ({ subject }: { readonly subject: Subject }): number => {
      const stated = Number(textOf(subject, `${RG}position`) ?? Number.NaN)
      return Number.isNaN(stated) ? Infinity : stated
    }
    return Array.from(this.#things.values(), (thing) => [position(thing), thing] as const)
      .sort(([a], [b]) => (a === b ? 0 : a - b))
      .map(([, thing]) => thing)
  }

  #specOf(kind: Kind, id: string, subject: Subject): Spec {
    const spec: Spec = { id }
    const label = LABELS.map((name) => textOf(subject, name)).find((text) => text !== undefined)
    const isDefault = label === id || textOf(subject, `${RG}titleIsId`) === 'true'
    if (label !== undefined && !isDefault) spec[kind === 'people' ? 'name' : 'title'] = label
    const put = (name: string, value: unknown): void => {
      if (value !== undefined) spec[name] = value
    }
    const ids = (predicate: string): readonly string[] =>
      idsOf(subject.properties.get(predicate)).map((iri) => this.#idOf(iri))
    if (kind === 'roles') this.#putRole(spec, subject, ids)
    if (kind === 'units') {
      put('partOf', [...ids(`${ORG}unitOf`), ...ids(`${ORG}subOrganizationOf`)].at(0))
      put('head', oneOrList(ids(`${RG}head`)))
      put('kind', textOf(subject, `${RG}kind`))
    }
    if (kind === 'people') {
      const box = idsOf(subject.properties.get(`${FOAF}mbox`)).at(0)
      put('email', textOf(subject, `${RG}email`) ?? box?.replace(/^mailto:/, ''))
    } else {
      put('hedge', textOf(subject, `${RG}hedge`))
      put('note', textOf(subject, `${RDFS}comment`))
    }
    put('data', jsonOf(subject, `${RG}data`, this.#issues, this.#graph))
    const rest = jsonOf(subject, `${RG}spec`, this.#issues, this.#graph)
    if (typeof rest === 'object' && rest !== null) {
      for (const [name, value] of Object.entries(rest) as (readonly [string, unknown])[]) {
        if (name === 'unit' && value === null) Reflect.deleteProperty(spec, name)
        else if (name !== 'id')
          Object.defineProperty(spec, name, { value, enumerable: true, configurable: true, writable: true })
      }
    }
    return spec
  }

  #putRole(spec: Spec, subject: Subject, ids: (predicate: string) => readonly string[]): void {
    const managers = ids(`${ORG}reportsTo`)
    if (managers.length > 0) spec['reportsTo'] = managers[0]
    if (managers.length > 1) this.#addSeveralManagers(spec.id, managers, subject)
    const dotted = ids(`${RG}dottedTo`)
    if (dotted.length > 0) spec['dottedTo'] = oneOrList(dotted)
    const moves = ids(`${RG}progressesTo`)
    if (moves.length > 0) spec['progressesTo'] = oneOrList(moves)
    const units = [...ids(`${ORG}postIn`), ...ids(`${ORG}organization`)]
    if (units.length > 0) spec['unit'] = units[0]
    if (units.length > 1) spec['alsoIn'] = units.slice(1)
    const holders = [...ids(`${ORG}heldBy`), ...ids(`${ORG}member`)]
    if (holders.length > 0) spec['holders'] = holders
    for (const name of ['grade', 'fte', 'cost', 'minYears']) {
      const text = textOf(subject, RG + name)
      if (text !== undefined)
        spec[name] = /\d/.test(text) && !Number.isNaN(Number(text)) ? Number(text) : text
    }
    for (const name of ['family', 'status']) {
      const text = textOf(subject, RG + name)
      if (text !== undefined) spec[name] = text
    }
    if (textOf(subject, `${RG}vacant`) === 'true') spec['vacant'] = true
    // The role of a membership has the title.
    const role = idsOf(subject.properties.get(`${ORG}role`)).at(0)
    const named = role === undefined ? undefined : this.#graph.subjects.get(role)
    if (named !== undefined && spec['title'] === undefined) {
      const label = LABELS.map((name) => textOf(named, name)).find((text) => text !== undefined)
      if (label !== undefined) spec['title'] = label
    }
  }

  #addSeveralManagers(id: string, managers: readonly string[], { at }: Subject): void {
    this.#issues.add('SEVERAL_MANAGERS', {
      roles: [id],
      place: this.#graph.placeAt(at),
      witness: managers,
      message: `The role ${quote(id)} has ${String(managers.length)} solid managers: ${managers.slice(0, 8).map(quote).join(', ')}${managers.length > 8 ? ', …' : ''}`,
      suggestion: 'Keep one org:reportsTo.',
    })
  }

  /** What is stated from the other end: `org:holds` of a person, `org:hasPost`, `org:hasUnit` and `org:hasSubOrganization` of a unit. */
  #addInverses({ id: iri, properties }: Subject): void {
    for (const [predicate, kind, field] of INVERSES) {
      for (const target of idsOf(properties.get(ORG + predicate))) {
        const spec = this.#specs[kind].get(target)
        if (spec === undefined) continue
        const value = this.#idOf(iri)
        if (field === 'holders') {
          const holders = Array.isArray(spec['holders']) ? (spec['holders'] as readonly unknown[]) : []
          const known = holders.some((holder) => holder === value || isHolder(holder, value))
          if (!known) spec['holders'] = [...holders, value]
        } else spec[field] ??= value
      }
    }
  }

  #idOf(iri: string): string {
    return this.#things.get(iri)?.id ?? iri
  }

  #placed(issue: Issue): Issue {
    const placed = (place: Place): Place => {
      const [part, key] = place.path ?? []
      const specs = part === 'roles' || part === 'units' || part === 'people' ? this.#specs[part] : undefined
      if (specs === undefined) return place
      const entries = [...specs.entries()]
      const entry = typeof key === 'number' ? entries.at(key) : entries.find(([, spec]) => spec.id === key)
      const subject = entry === undefined ? undefined : this.#graph.subjects.get(entry[0])
      return subject === undefined ? place : { ...place, ...this.#graph.placeAt(subject.at) }
    }
    return frozenIssue({
      ...withPlaceWords({ ...issue, place: placed(issue.place) }),
      witness: issue.witness.map((item) => (typeof item === 'string' ? item : placed(item))),
    })
  }
}

const INVERSES = [
  ['holds', 'roles', 'holders'],
  ['hasPost', 'roles', 'unit'],
  ['hasUnit', 'units', 'partOf'],
  ['hasSubOrganization', 'units', 'partOf'],
] as const

function isHolder(holder: unknown, person: string): boolean {
  return typeof holder === 'object' && holder !== null && Reflect.get(holder, 'person') === person
}

function idsOf(terms: readonly Term[] = []): readonly string[] {
  return terms.flatMap((term) => (term.kind === 'node' ? [term.id] : []))
}

/** The text of a property; of several in different languages, the one without a language or the first. */
function textOf({ properties }: Subject, predicate: string): string | undefined {
  const literals = (properties.get(predicate) ?? []).flatMap((term) =>
    term.kind === 'literal' ? [term] : [],
  )
  return (literals.find(({ language }) => language === undefined) ?? literals.at(0))?.value
}

/** The value of a property in JSON; `undefined`, with an issue, for one that is not JSON or nested too deeply. */
function jsonOf(subject: Subject, predicate: string, issues: ImportIssues, graph: RdfGraph): unknown {
  const text = textOf(subject, predicate)
  if (text === undefined) return undefined
  try {
    return parsedWithin(text, issues, () => graph.placeAt(subject.at))
  } catch {
    issues.add('INVALID_FIELD', {
      place: graph.placeAt(subject.at),
      witness: [predicate],
      message: `The value of ${quote(predicate)} of ${quote(subject.id)} is not JSON`,
      suggestion: 'Fix the JSON, or remove the statement.',
    })
    return undefined
  }
}

function oneOrList(ids: readonly string[]): unknown {
  return ids.length > 1 ? ids : ids.at(0)
}
