import { samePlain } from '../../define/org-content.js'
import { lineSpec } from '../../define/spec-of-org.js'
import { NONE } from '../../engine/columns.js'
import type { Change } from '../../model/change.js'
import { personOfHolder } from '../../model/person.js'
import type { OpenOrg } from '../open-org.js'
import { writtenMove } from '../open-role.js'
import { withoutEvidence } from '../role-removal.js'
import {
  type Entity,
  type EntityKind,
  type Fact,
  factOf,
  factsOf,
  hasEntity,
  serviceFact,
  endsOfService,
  type Holding,
  managerIn,
  NOTHING,
  referencesIn,
  valueOf,
} from './fact.js'
import { PairMap, PairSet } from './pair-map.js'

/** What one side of a merge made of a fact. */
export interface Edit {
  readonly fact: Fact
  readonly was: unknown
  readonly is: unknown
  /**
   * Where the same side removed something to which the fact referred, so that it had to change: `'lifted'` if it now refers to what is
   * above that, or to nothing, as the removal itself does it, and `'chosen'` if it refers to something else.
   */
  readonly forced?: 'lifted' | 'chosen'
  /** The lines, moves or services to something that was removed, of which each may be the one that was handed over. */
  readonly liftedFrom?: readonly Fact[]
}

/** One side of a merge: what it changed in the base. */
export class MergeSide {
  /** By the name and the key of the fact. */
  readonly edits = new PairMap<Edit>()
  /** By kind and id. */
  readonly removed = new PairMap<Entity>()
  readonly added = new PairMap<Entity>()
  /** The edits of each entity, once they are asked for. */
  #editsOf: PairMap<Edit[]> | undefined
  /** The lists whose order, or content, this side changed: `role`, `dottedTo a`. */
  readonly lists = new Set<string>()
  /** The entities that this side moved in the order of their kind. */
  readonly moved = new PairSet()

  constructor(
    readonly base: OpenOrg,
    readonly is: OpenOrg,
    readonly changes: readonly Change[],
    effects: readonly Change[],
    /** The new ids of roles that this side renamed. */
    readonly renamed: ReadonlySet<string>,
  ) {
    const all = [...changes, ...effects]
    for (const change of all) this.#readEntity(change)
    for (const change of all) {
      for (const fact of factsOf(change)) this.#addEdit(fact)
    }
  }

  editsOf(kind: Fact['of'], id: string): readonly Edit[] {
    this.#editsOf ??= editsByEntity(this.edits)
    return this.#editsOf.get(kind, id) ?? []
  }

  has(kind: EntityKind, id: string): boolean {
    return hasEntity(this.is, kind, id)
  }

  hasRemoved(kind: EntityKind, id: string): boolean {
    return this.removed.has(kind, id)
  }

  valueOf(fact: Fact): unknown {
    const edit = this.edits.get(fact.name, fact.key)
    return edit === undefined ? valueOf(this.is, fact) : edit.is
  }

  #readEntity(change: Change): void {
    switch (change.do) {
      case 'add-role':
      case 'remove-role':
        this.#note('role', change.role)
        break
      case 'add-unit':
      case 'remove-unit':
        this.#note('unit', change.unit)
        break
      case 'add-person':
      case 'remove-person':
        this.#note('person', change.person)
        break
      case 'list-people':
        for (const id of this.is.people?.keys() ?? []) this.#note('person', id)
        break
      case 'reorder':
        if ('role' in change) this.moved.add('role', change.role)
        else if ('unit' in change) this.moved.add('unit', change.unit)
        else this.moved.add('person', change.person)
        break
      case 'add-dotted-line':
      case 'remove-dotted-line':
        this.lists.add(`dottedTo ${change.role}`)
        break
      case 'add-move':
      case 'update-move':
      case 'remove-move':
        this.lists.add(`progressesTo ${change.role}`)
        break
      case 'add-service':
      case 'remove-service':
        this.lists.add('services')
        break
      case 'update-role':
      case 'rename-role':
      case 'set-manager':
      case 'update-unit':
      case 'update-person':
      case 'unlist-people':
      case 'assign':
      case 'unassign':
        break
    }
  }

  /** Notes whether an entity is there on one side only. */
  #note(kind: EntityKind, id: string): void {
    const was = hasEntity(this.base, kind, id)
    const is = this.has(kind, id)
    if (was && !is) this.removed.set(kind, id, { kind, id })
    if (is && !was) this.added.set(kind, id, { kind, id })
  }

  #addEdit(fact: Fact): void {
    const { of, id, name, key } = fact
    if (this.edits.has(name, key) || (of !== 'service' && !this.has(of, id))) return
    const was = valueOf(this.base, fact)
    const is = valueOf(this.is, fact)
    if (samePlain(was, is)) return
    const isForced = this.removed.size > 0 && referencesIn(this.base, fact, was).some(this.#isRemoved)
    const forced = isForced ? (this.#isLifted(fact, was, is) ? 'lifted' : 'chosen') : undefined
    const sources = was === undefined ? this.#sourcesOf(fact, is) : NOTHING
    this.edits.set(name, key, this.#editOf(fact, was, is, forced, sources))
  }

  #editOf(fact: Fact, was: unknown, is: unknown, forced: Edit['forced'], sources: readonly Fact[]): Edit {
    if (sources.length > 0) {
      const lifted = this.#isAbove(sources[0], fact) ? 'lifted' : 'chosen'
      return { fact, was, is, forced: lifted, liftedFrom: sources }
    }
    return forced === undefined ? { fact, was, is } : { fact, was, is, forced }
  }

  readonly #isRemoved = ({ kind, id }: Entity): boolean => this.hasRemoved(kind, id)

  /** Whether a removal gives this value by itself: it drops what is removed, or puts what is above it instead. */
  #isLifted(fact: Fact, was: unknown, is: unknown): boolean {
    const { field } = fact
    switch (field) {
      case 'reportsTo':
        return samePlain(is, this.#liftedLine(fact))
      case 'dottedTo':
      case 'progressesTo':
      case 'services':
        return is === undefined
      case 'holders':
        return samePlain(is, this.#withoutRemoved(was as Holding))
      default: {
        const kind = field === 'head' ? 'role' : 'unit'
        const ids = referencesIn(this.base, fact, was).map(({ id }) => id)
        const replaced = (by: (id: string) => string | undefined): string[] => [
          ...new Set(ids.flatMap((id) => (this.hasRemoved(kind, id) ? (by(id) ?? []) : id))),
        ]
        const now = referencesIn(this.is, fact, is).map(({ id }) => id)
        return (
          samePlain(
            now,
            replaced(() => undefined),
          ) ||
          samePlain(
            now,
            replaced((id) => this.#above(kind, id)),
          )
        )
      }
    }
  }

  #withoutRemoved({ holders = [] }: Holding): Holding {
    const left = holders.filter((holder) => !this.hasRemoved('person', personOfHolder(holder)))
    return left.length === 0 ? { vacant: true } : { holders: left }
  }

  #liftedLine(fact: Fact): unknown {
    const node = this.base.nodeOf(fact.id)
    if (node === undefined) return undefined
    const { to, facts } = this.base.solidLineOf(node)
    const above = to === NONE ? undefined : this.#above('role', this.base.idOf(to))
    return above === undefined || above === fact.id ? undefined : lineSpec(above, withoutEvidence(facts))
  }

  /** The nearest role or unit above a removed one in the base that this side kept. */
  #above(kind: EntityKind, removed: string): string | undefined {
    const visited = new Set<string>()
    let next: string | undefined = removed
    while (next !== undefined && this.hasRemoved(kind, next) && !visited.has(next)) {
      visited.add(next)
      next = aboveIn(this.base, kind, next)
    }
    return next === undefined || this.hasRemoved(kind, next) ? undefined : next
  }

  #isAbove({ of, to: removed }: Fact, { to }: Fact): boolean {
    return of === 'service' || (removed !== undefined && this.#above('role', removed) === to)
  }

  /** The services of removed roles or units that, handed over to what is above them, are this one. */
  #serviceSourcesOf(fact: Fact): readonly Fact[] {
    const handed = (id: string): string => {
      const kind = this.hasRemoved('role', id) ? 'role' : 'unit'
      return (this.hasRemoved(kind, id) ? this.#above(kind, id) : undefined) ?? id
    }
    const { from, to, name } = endsOfService(fact)
    return this.base.services
      .filter((each) => each.name === name && handed(each.from) === from && handed(each.to) === to)
      .map(serviceFact)
  }

  /** The lines, moves or services to removed roles that, handed over to their managers, are this one. */
  #sourcesOf(fact: Fact, is: unknown): readonly Fact[] {
    if (this.removed.size === 0) return NOTHING
    if (fact.of === 'service') return this.#serviceSourcesOf(fact)
    const { field, to, id } = fact
    const node = this.base.nodeOf(id)
    if (to === undefined || node === undefined || this.is.nodeOf(to) === undefined) return NOTHING
    const { idOf } = this.base
    const dotted = this.base.dottedLinesOf(node)
    const moves = this.base.movesOf(node)
    const edges: readonly { readonly to: number }[] = field === 'dottedTo' ? dotted : moves
    const gone = Array.from(edges, (edge, at) => ({ end: idOf(edge.to), at })).filter(({ end }) =>
      this.hasRemoved('role', end),
    )
    const lifted = gone.filter(({ end }) => this.#above('role', end) === to)
    const handedOver = (at: number): string | object =>
      field === 'dottedTo'
        ? lineSpec(to, withoutEvidence(dotted[at].facts))
        : withEnd(writtenMove({ ...moves[at], facts: undefined }, idOf), to)
    return (lifted.length > 0 ? lifted : gone)
      .filter(({ at }) => samePlain(is, handedOver(at)))
      .map(({ end }) => factOf('role', id, field, end))
  }
}

function editsByEntity(edits: Iterable<Edit>): PairMap<Edit[]> {
  const lists = new PairMap<Edit[]>()
  for (const edit of edits) {
    const { of, id } = edit.fact
    const list = lists.get(of, id)
    if (list === undefined) lists.set(of, id, [edit])
    else list.push(edit)
  }
  return lists
}

function withEnd(edge: string | object, to: string): string | object {
  return typeof edge === 'string' ? to : { ...edge, to }
}

/** The manager of a role, or the larger unit of a unit. */
export function aboveIn(open: OpenOrg, kind: EntityKind, id: string): string | undefined {
  if (kind === 'unit') return open.units.get(id)?.partOf
  return managerIn(valueOf(open, factOf('role', id, 'reportsTo')))
}
