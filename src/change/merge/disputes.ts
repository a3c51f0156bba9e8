import { samePlain } from '../../define/org-content.js'
import { personSpec, unitSpec } from '../../define/spec-of-org.js'
import { quote } from '../../kernel/quote.js'
import { personOfHolder } from '../../model/person.js'
import type { OpenOrg } from '../open-org.js'
import { writtenRole } from '../open-role.js'
import {
  endsOfService,
  type Entity,
  type EntityKind,
  type Fact,
  factOf,
  type Holding,
  referencesIn,
  referringFacts,
  valueOf,
} from './fact.js'
import {
  fieldText,
  type MergeConflict,
  type MergeField,
  type MergeRemovalConflict,
  type MergeSubject,
  removalText,
} from './merge-conflict.js'
import type { MergeSide } from './merge-side.js'
import { PairMap, PairSet } from './pair-map.js'

/**
 * What two sides of a merge disagree on as far as it is there at all: what both added, what one removed and the other uses. Where
 * they are in conflict, our side stays as it is.
 */
export class Disputes {
  readonly conflicts: MergeConflict[] = []
  /** Whether the merged org has a list of people. */
  readonly hasPeople: boolean
  /** What their side removed, and a conflict keeps. */
  readonly kept = new PairSet()
  /** What their side added, and a conflict keeps out. */
  readonly dropped = new PairSet()
  /** The roles and units of conflicts. */
  readonly disputed = new PairSet()

  constructor(
    readonly base: OpenOrg,
    readonly ours: MergeSide,
    readonly theirs: MergeSide,
  ) {
    this.hasPeople = this.#mergePeople()
    this.#findAdditions()
    for (const [one, other] of [
      [ours, theirs],
      [theirs, ours],
    ]) {
      this.#findRemovals(one, other)
      this.#findUnlisted(one, other)
      this.#findLiftedEnds(one, other)
    }
  }

  /** Whether the merged org has a role, unit or person. */
  has(kind: EntityKind, id: string): boolean {
    if (kind === 'person' && !this.hasPeople) return false
    if (this.ours.has(kind, id)) return !this.theirs.hasRemoved(kind, id) || this.kept.has(kind, id)
    if (!this.theirs.added.has(kind, id) || this.dropped.has(kind, id)) return false
    // Roles and units share one namespace.
    const other = kind === 'role' ? 'unit' : 'role'
    return kind === 'person' || !this.ours.has(other, id) || !this.has(other, id)
  }

  #mergePeople(): boolean {
    const [was, our, their] = [this.base, this.ours.is, this.theirs.is].map(
      ({ people }) => people !== undefined,
    )
    if (our !== was) return our
    // Their side may not take the list away from under our people.
    return their || (was && touchesPeople(this.ours))
  }

  /** What both sides added with one id. */
  #findAdditions(): void {
    for (const { kind, id } of this.theirs.added) {
      const other = kind === 'role' ? 'unit' : 'role'
      const isTaken = kind !== 'person' && this.ours.added.has(other, id)
      if (!isTaken && !(this.ours.added.has(kind, id) && !this.#isAddedAlike(kind, id))) continue
      this.dropped.add(kind, id)
      this.disputed.add('role', id).add(kind, id)
      const ours = specIn(this.ours.is, isTaken ? other : kind, id)
      const theirs = specIn(this.theirs.is, kind, id)
      if (ours === undefined || theirs === undefined) continue
      // The same subject whichever side is ours.
      const of = subjectOf(isTaken ? 'role' : kind, id)
      const message = isTaken
        ? `One side adds the role ${quote(id)} and the other side a unit with this id`
        : `Both sides add the ${kind} ${quote(id)}, and not the same`
      this.conflicts.push({ kind: 'added', of, base: undefined, ours, theirs, message })
    }
  }

  #isAddedAlike(kind: EntityKind, id: string): boolean {
    const [ours, theirs] = [this.ours, this.theirs].map((side) => side.editsOf(kind, id))
    return (
      ours.length === theirs.length &&
      ours.every(({ fact, is }) => {
        const their = this.theirs.edits.get(fact.name, fact.key)
        return their !== undefined && samePlain(is, their.is)
      })
    )
  }

  /** What one side removed and the other changed, or lets something refer to. */
  #findRemovals(remover: MergeSide, other: MergeSide): void {
    if (remover.removed.size === 0) return
    const found = new PairMap<{ readonly entity: Entity; readonly because: PairMap<Fact> }>()
    const add = (entity: Entity, fact: Fact): void => {
      let known = found.get(entity.kind, entity.id)
      if (known === undefined) found.set(entity.kind, entity.id, (known = { entity, because: new PairMap() }))
      if (!known.because.has(fact.name, fact.key)) known.because.set(fact.name, fact.key, fact)
    }
    for (const { fact, is, forced } of other.edits) {
      const { of, id, field } = fact
      if (of !== 'service' && remover.hasRemoved(of, id)) {
        // What a removal lifted is given up for another removal.
        if (forced !== 'lifted') add({ kind: of, id }, fact)
        continue
      }
      if (forced === 'lifted' && field === 'reportsTo') continue
      // The names of holders are people on the other side, even if this one has given up its list.
      const hasPeople = this.base.people !== undefined || other.is.people !== undefined
      for (const entity of referencesIn(other.is, fact, is, hasPeople)) {
        if (remover.hasRemoved(entity.kind, entity.id)) add(entity, fact)
      }
    }
    for (const id of other.renamed) {
      if (remover.hasRemoved('role', id)) add({ kind: 'role', id }, factOf('role', id, 'id'))
    }
    // What is kept needs what it refers to. The loop also visits what is added to the map while it runs.
    for (const { entity } of found) {
      for (const fact of referringFacts(other.is, entity.kind, entity.id)) {
        for (const needed of referencesIn(other.is, fact, valueOf(other.is, fact))) {
          if (remover.hasRemoved(needed.kind, needed.id)) add(needed, fact)
        }
      }
    }
    for (const { entity, because } of found) {
      if (remover === this.theirs) this.kept.add(entity.kind, entity.id)
      this.disputed.add(entity.kind, entity.id)
      for (const { of, id } of because) this.disputed.add(of, id)
      this.#addRemoval(entity, remover, [...because])
    }
  }

  #addRemoval({ kind, id }: Entity, remover: MergeSide, facts: readonly Fact[]): void {
    const because = facts.map(fieldOf)
    const of = subjectOf(kind, id)
    const [ours, theirs] = [this.ours, this.theirs].map((side) =>
      side === remover ? undefined : specIn(side.is, kind, id),
    )
    const conflict: MergeRemovalConflict = {
      kind: 'removed',
      of,
      base: specIn(this.base, kind, id),
      ours,
      theirs,
      because,
      message: removalText(remover === this.ours ? 'ours' : 'theirs', of, because),
    }
    this.conflicts.push(conflict)
  }

  /** The people that one side added or changed in a list that the other side gave up, and holders that are not in a new list. */
  #findUnlisted(lister: MergeSide, other: MergeSide): void {
    if (this.base.people !== undefined && lister.is.people === undefined && other.is.people !== undefined) {
      const facts = new Map<string, Fact[]>()
      for (const { kind, id } of other.added) if (kind === 'person') facts.set(id, [])
      for (const { fact } of other.edits) {
        if (fact.of === 'person') facts.set(fact.id, [...(facts.get(fact.id) ?? []), fact])
      }
      for (const [id, list] of facts) this.#addRemoval({ kind: 'person', id }, lister, list)
    }
    if (this.base.people !== undefined || lister.is.people === undefined || other.is.people !== undefined)
      return
    for (const { fact, was, is } of other.edits) {
      if (fact.field !== 'holders') continue
      const { holders = [] } = (is ?? {}) as Holding
      const unknown = holders.map(personOfHolder).find((person) => lister.is.people?.has(person) === false)
      if (unknown === undefined) continue
      const [ours, theirs] = [this.ours, this.theirs].map((side) => side.valueOf(fact))
      const message = `${fieldText(fieldOf(fact))}: ${quote(unknown)} is not in the list of people that the other side makes`
      this.disputed.add('role', fact.id)
      this.conflicts.push({ kind: 'value', ...fieldOf(fact), base: was, ours, theirs, message })
    }
  }

  /** Lines, moves and services that a removal handed over, and that the other side took away. */
  #findLiftedEnds(lifter: MergeSide, other: MergeSide): void {
    for (const { fact, is, liftedFrom } of lifter.edits) {
      if (liftedFrom === undefined) continue
      const [source] = liftedFrom
      if (source.of === 'role' && other.hasRemoved('role', source.id)) continue
      const isTakenAway = ({ name, key }: Fact): boolean => {
        const edit = other.edits.get(name, key)
        return edit !== undefined && edit.is === undefined
      }
      if (!liftedFrom.every(isTakenAway) || samePlain(other.edits.get(fact.name, fact.key)?.is, is)) continue
      const [ours, theirs] = lifter === this.ours ? [is, undefined] : [undefined, is]
      this.addValueConflict(source, valueOf(other.base, source), ours, theirs)
    }
  }

  addValueConflict(fact: Fact, base: unknown, ours: unknown, theirs: unknown): void {
    this.disputed.add(fact.of, fact.id)
    const message = `Both sides change ${fieldText(fieldOf(fact))}`
    this.conflicts.push({ kind: 'value', ...fieldOf(fact), base, ours, theirs, message })
  }
}

function touchesPeople({ edits, added }: MergeSide): boolean {
  return (
    [...edits].some(({ fact }) => fact.of === 'person') || [...added].some(({ kind }) => kind === 'person')
  )
}

/** An entity as a spec writes it. */
function specIn(open: OpenOrg, kind: EntityKind, id: string): MergeRemovalConflict['base'] {
  if (kind === 'role') {
    const node = open.nodeOf(id)
    return node === undefined ? undefined : writtenRole(open.open(node), open.idOf)
  }
  if (kind === 'unit') {
    const unit = open.units.get(id)
    return unit && unitSpec(unit)
  }
  const person = open.people?.get(id)
  return person && personSpec(person)
}

function subjectOf(kind: EntityKind, id: string): MergeSubject {
  return kind === 'role' ? { role: id } : kind === 'unit' ? { unit: id } : { person: id }
}

function fieldOf(fact: Fact): MergeField {
  const { of, id, field, to } = fact
  const subject = of === 'service' ? { service: endsOfService(fact) } : subjectOf(of, id)
  return { of: subject, field, ...(to !== undefined && { to }) }
}
