import { ROLE_ATTRIBUTES } from '../define/attribute-readers.js'
import { attributeColumns, type MoveColumns, type RoleColumns } from '../engine/columns.js'
import type { EvidencedEdges } from '../engine/edges.js'
import type { OrgRecord, OrgState } from '../engine/org-state.js'
import { isVacant } from '../engine/role-record.js'
import { type AnyIssueCode, frozenIssue, type Issue } from '../kernel/issue.js'
import { type Alias, aliasNames, warnedAliases, writtenAliases } from '../model/alias.js'
import type { Evidence } from '../model/evidence.js'
import type { LineFacts } from '../model/line.js'
import { type AssignmentSpec, type HolderSpec, type Person, personOfHolder } from '../model/person.js'
import type { RoleAttributes } from '../model/role.js'
import type { Unit } from '../model/unit.js'
import { Pseudonyms } from './pseudonyms.js'
import type { RedactField } from './redact-fields.js'
import type { SecretWords } from './secret-words.js'

/** What becomes of the names in an org. */
export interface Renaming {
  readonly secrets: SecretWords
  /** A person as a holder. */
  idOf(person: string): string
  /** Everyone who is left. */
  people(): ReadonlyMap<string, Person>
  /** The id of a role or a unit; without it, those with a secret have new ones. */
  readonly placeIdOf?: (id: string) => string
}

/** The record of an org with only its shape, some fields and no trace of its people. */
export class RedactedRecord {
  readonly #people: Renaming
  readonly #secrets: SecretWords
  readonly #roleIds: readonly string[]
  readonly #unitIds: ReadonlyMap<string, string>

  constructor(
    readonly state: OrgState,
    readonly fields: ReadonlySet<RedactField>,
    readonly keepsPeople: boolean,
    people: Renaming = new Pseudonyms(state, keepsPeople),
  ) {
    this.#people = people
    this.#secrets = people.secrets
    const taken = new Set([...state.columns.ids, ...state.units.keys()])
    this.#roleIds = Array.from(state.columns.ids, (id, handle) => this.#newId(id, 'role', handle, taken))
    const units = Array.from(
      state.units.keys(),
      (id, at) => [id, this.#newId(id, 'unit', at, taken)] as const,
    )
    this.#unitIds = new Map(units)
  }

  #newId(id: string, noun: 'role' | 'unit', place: number, taken: Set<string>): string {
    const { placeIdOf } = this.#people
    if (placeIdOf !== undefined) return placeIdOf(id)
    if (this.#secrets.masked(id) === id) return id
    for (let number = place + 1; ; number++) {
      const free = `${noun}-${String(number)}`
      if (taken.has(free) || this.#secrets.has(free)) continue
      taken.add(free)
      return free
    }
  }

  #has(field: RedactField): boolean {
    return this.fields.has(field)
  }

  record(): OrgRecord {
    const { columns, people, services, issues } = this.state
    const ids = this.#roleIds
    return {
      columns: {
        count: columns.count,
        ids,
        handles: new Map(Array.from(ids, (id, handle) => [id, handle])),
        manager: columns.manager.slice(),
        managerEvidence: this.#factsBy(columns.managerEvidence),
        dotted: this.#edges(columns.dotted),
        moves: this.#moves(columns.moves),
        attributes: this.#attributes(columns),
      },
      units: new Map(Array.from(this.state.units.values(), (unit) => this.#unit(unit))),
      services: Object.freeze(
        services.map((service) =>
          Object.freeze({
            from: this.#idOf(service.from),
            to: this.#idOf(service.to),
            name: this.#secrets.masked(service.name),
            ...this.#evidence(service),
          }),
        ),
      ),
      people: people && this.#people.people(),
      issues: Object.freeze(issues.map((issue) => this.#issue(issue))),
      unknownManagers: this.#unknownManagers(),
    }
  }

  #idOf(id: string): string {
    const { placeIdOf } = this.#people
    if (placeIdOf !== undefined) return placeIdOf(id)
    const handle = this.state.columns.handles.get(id)
    return handle === undefined ? (this.#unitIds.get(id) ?? this.#secrets.masked(id)) : this.#roleIds[handle]
  }

  #evidence({ sources, hedge, note }: Evidence): Evidence {
    return {
      ...(sources !== undefined && this.#has('sources') && { sources: this.#texts(sources) }),
      ...(hedge !== undefined && this.#has('hedge') && { hedge }),
      ...(note !== undefined && this.#has('note') && { note: this.#secrets.masked(note) }),
    }
  }

  #texts(texts: readonly string[]): readonly string[] {
    return Object.freeze(texts.map((text) => this.#secrets.masked(text)))
  }

  #factsBy(facts: ReadonlyMap<number, LineFacts>): Map<number, LineFacts> {
    const kept = new Map<number, LineFacts>()
    for (const [at, { as, ...evidence }] of facts) {
      const fact = {
        ...(as !== undefined && { as: this.#secrets.masked(as) }),
        ...this.#evidence(evidence),
      }
      if (Object.keys(fact).length > 0) kept.set(at, Object.freeze(fact))
    }
    return kept
  }

  #edges({ start, to, evidence }: EvidencedEdges): EvidencedEdges {
    return { start: start.slice(), to: to.slice(), evidence: this.#factsBy(evidence) }
  }

  #moves(moves: MoveColumns): MoveColumns {
    return {
      ...this.#edges(moves),
      kind: [...moves.kind],
      years: moves.years.map((years) => (this.#has('years') ? years : undefined)),
      conditions: moves.conditions.map((list) => (this.#has('conditions') ? this.#texts(list) : NOTHING)),
    }
  }

  #attributes({ attributes, count }: RoleColumns): RoleColumns['attributes'] {
    const columns: [name: keyof RoleAttributes, column: readonly unknown[]][] = []
    for (const name of ROLE_ATTRIBUTES) {
      const keep = this.#attributeReader(name)
      if (keep === undefined || (attributes[name] === undefined && name !== 'vacant')) continue
      const given: ArrayLike<unknown> = attributes[name] ?? []
      const column = Array.from({ length: count }, (_, handle) => keep(given[handle], handle))
      if (column.some((value) => value !== undefined)) columns.push([name, column])
    }
    return attributeColumns(columns)
  }

  /** How the values of an attribute are kept; `undefined` where they are not. */
  #attributeReader(name: keyof RoleAttributes): ((value: unknown, handle: number) => unknown) | undefined {
    if (name === 'unit') return (value) => (typeof value === 'string' ? this.#idOf(value) : undefined)
    if (name === 'alsoIn') return (value) => value && this.#unitsOf(value as readonly string[])
    if (name === 'status' || (name === 'hedge' && this.#has(name))) return (value) => value
    if (name === 'holders')
      return this.keepsPeople ? (value) => value && this.#holders(value as readonly HolderSpec[]) : undefined
    if (name === 'vacant' && this.keepsPeople) return (value) => value
    if (!this.#has(name)) return undefined
    if (name === 'vacant') return (_, handle) => (isVacant(this.state, handle) ? true : undefined)
    if (name === 'aliases') return (value) => value && this.#aliases(value as readonly Alias[])
    return (value) => this.#secrets.maskedData(value)
  }

  #unitsOf(units: readonly string[]): readonly string[] {
    return Object.freeze(units.map((unit) => this.#idOf(unit)))
  }

  #aliases(aliases: readonly Alias[]): readonly Alias[] {
    return Object.freeze(
      aliases.map((alias) =>
        typeof alias === 'string'
          ? this.#secrets.masked(alias)
          : Object.freeze({
              name: this.#secrets.masked(alias.name),
              warning: this.#secrets.masked(alias.warning),
            }),
      ),
    )
  }

  /** The holders by their pseudonyms, each with the terms that are kept, and the same only once. */
  #holders(holders: readonly HolderSpec[]): readonly HolderSpec[] {
    const kept = new Map<string, HolderSpec>()
    for (const holder of holders) {
      const { kind, share, from, to } = typeof holder === 'string' ? NO_TERMS : holder
      const terms = {
        ...(share !== undefined && this.#has('share') && { share }),
        ...(kind !== undefined && this.#has('kind') && { kind }),
        ...(from !== undefined && this.#has('from') && { from }),
        ...(to !== undefined && this.#has('to') && { to }),
      }
      const person = this.#people.idOf(personOfHolder(holder))
      const spec = Object.keys(terms).length === 0 ? person : Object.freeze({ person, ...terms })
      kept.set(JSON.stringify(spec), spec)
    }
    return Object.freeze([...kept.values()])
  }

  #unit(unit: Unit): [id: string, unit: Unit] {
    const id = this.#idOf(unit.id)
    const aliases = this.#has('aliases') ? this.#aliases(writtenAliases(unit)) : NOTHING
    const warned = warnedAliases(aliases)
    const heads = Object.freeze(unit.heads.map((head) => this.#idOf(head)))
    const hasTitle = this.#has('title') && unit.title !== unit.id
    const redacted: Unit = {
      id,
      title: hasTitle ? this.#secrets.masked(unit.title) : id,
      aliases: aliasNames(aliases),
      ...(warned !== undefined && { warnedAliases: warned }),
      kind: this.#has('kind') && unit.kind !== undefined ? this.#secrets.masked(unit.kind) : undefined,
      head: heads.at(0),
      heads,
      partOf: unit.partOf === undefined ? undefined : this.#idOf(unit.partOf),
      ...this.#evidence(unit),
    }
    return [id, Object.freeze(redacted)]
  }

  /** Texts of issues quote what was wrong, in words that cannot be told apart. */
  #issue({ code, severity, roles, units, witness }: Issue<AnyIssueCode>): Issue<AnyIssueCode> {
    const isId = (id: unknown): id is string =>
      typeof id === 'string' && (this.state.columns.handles.has(id) || this.state.units.has(id))
    const kept = (ids: readonly unknown[]): string[] => ids.filter(isId).map((id) => this.#idOf(id))
    return frozenIssue({
      code,
      severity,
      roles: kept(roles),
      units: kept(units),
      place: {},
      witness: kept(witness),
      message: `The org had an issue ${code} before it was redacted`,
      suggestion: 'See the issues of the original org.',
    })
  }

  /** Managers who are not in the org: whatever the input said of each is one of them. */
  #unknownManagers(): ReadonlyMap<number, string> {
    const { placeIdOf } = this.#people
    if (placeIdOf !== undefined)
      return new Map(Array.from(this.state.unknownManagers, ([handle, id]) => [handle, placeIdOf(id)]))
    const names = new Map<string, string>()
    const unknown = new Map<number, string>()
    for (const [handle, manager] of this.state.unknownManagers) {
      let name = names.get(manager)
      if (name === undefined) names.set(manager, (name = this.#freeName(names.size + 1)))
      unknown.set(handle, name)
    }
    return unknown
  }

  #freeName(number: number): string {
    let name = `unknown-${String(number)}`
    while (this.state.columns.handles.has(name) || this.#secrets.has(name)) name += '-x'
    return name
  }
}

const NOTHING: readonly never[] = Object.freeze([])
const NO_TERMS: Omit<AssignmentSpec, 'person'> = Object.freeze({})
