import { samePlain } from '../../define/org-content.js'
import { lineSpec } from '../../define/spec-of-org.js'
import { NONE } from '../../engine/columns.js'
import { cycleText } from '../../kernel/in-words.js'
import type { LineSpec } from '../../model/line.js'
import { type HolderSpec, personOfHolder } from '../../model/person.js'
import type { MoveSpec } from '../../model/move.js'
import type { OpenOrg } from '../open-org.js'
import { withoutEvidence } from '../role-removal.js'
import {
  endOf,
  type EntityKind,
  type Fact,
  factName,
  factOf,
  hasEntity,
  type Holding,
  managerIn,
  referencesIn,
  valueOf,
} from './fact.js'
import type { Disputes } from './disputes.js'
import { aboveIn, type Edit, type MergeSide } from './merge-side.js'
import { PairMap } from './pair-map.js'
import { MergedLines } from './merged-lines.js'
import { ParentCycles } from './parent-cycles.js'

/** A fact as it is in the merged org. */
export interface MergedFact {
  readonly fact: Fact
  readonly value: unknown
}

/**
 * The facts of a merged org that are not those of our side: what their side changed and ours did not. Where both sides are in conflict,
 * the facts of our side stay, and the conflict is listed.
 */
export class MergedFacts {
  /** The facts to change on our side, by name and key. */
  readonly values = new PairMap<MergedFact>()
  readonly ours: MergeSide
  readonly theirs: MergeSide
  readonly #base: OpenOrg

  constructor(readonly disputes: Disputes) {
    const { base, ours, theirs } = disputes
    this.#base = base
    this.ours = ours
    this.theirs = theirs
    for (const edit of ours.edits) {
      const { fact, forced } = edit
      const their = theirs.edits.get(fact.name, fact.key)
      // What only our side changed is as it should be already, but for a line that it lifted to what their side removed.
      if (their !== undefined || forced === 'lifted') this.#decide(fact, edit, their)
    }
    for (const edit of theirs.edits) {
      const { fact } = edit
      if (!ours.edits.has(fact.name, fact.key)) this.#decide(fact, undefined, edit)
    }
    this.#cutCycles('role')
    this.#cutCycles('unit')
  }

  /** Whether the merged org has a role, unit or person. */
  has(kind: EntityKind, id: string): boolean {
    return this.disputes.has(kind, id)
  }

  /** The manager of a role, or the larger unit of a unit, in the merged org. */
  above(kind: 'role' | 'unit', id: string): string | undefined {
    const known = this.values.get(ABOVE_NAME[kind], id)
    if (known !== undefined) return managerIn(known.value)
    return aboveOn(this.ours.is, kind, id)
  }

  /** The solid lines of the merged org as they are now. */
  lines(): MergedLines {
    return new MergedLines(this.ours.is, this.values.of(ABOVE_NAME.role))
  }

  /** Decides on one fact that a side changed. */
  #decide(fact: Fact, our: Edit | undefined, their: Edit | undefined): void {
    if (fact.of !== 'service') {
      if (!this.has(fact.of, fact.id) || this.disputes.dropped.has(fact.of, fact.id)) return
    }
    if (their === undefined) {
      if (our?.forced === 'lifted' && fact.field === 'reportsTo') this.#set(fact, this.#lifted(fact, our.is))
      return
    }
    if (our === undefined) {
      this.#take(their)
      return
    }
    const areLifted = our.forced === 'lifted' && their.forced === 'lifted'
    if (areLifted && fact.field === 'reportsTo') this.#set(fact, this.#lifted(fact, our.is))
    else if (samePlain(our.is, their.is)) return
    // What one side lifted, the other may have given another manager; not where it removed the same.
    else if (our.forced === 'lifted' && their.forced === undefined) this.#take(their)
    else if (their.forced === 'lifted' && our.forced === undefined) return
    else {
      const parts = fact.field === 'progressesTo' ? mergedMove(our, their) : undefined
      if (parts !== undefined) this.#set(fact, parts)
      else {
        this.disputes.addValueConflict(fact, our.was, our.is, their.is)
        this.#keep(fact)
      }
    }
  }

  /** Takes the value of their side, as far as that is possible. */
  #take({ fact, was, is, forced, liftedFrom }: Edit): void {
    const { of, id } = fact
    if (liftedFrom?.every((source) => this.#isThere(source)) === true) return
    if (forced === 'lifted') {
      if (this.#refersToKept(fact, was)) return
      if (fact.field === 'reportsTo') {
        this.#set(fact, this.#lifted(fact, is))
        return
      }
    }
    const hasPeople = this.disputes.hasPeople || this.#base.people !== undefined
    if (!this.#dangles(this.theirs.is, fact, is, hasPeople)) this.#set(fact, is)
    else if (of !== 'service' && !this.ours.has(of, id)) this.#set(fact, this.#repaired(fact, is))
    else this.#keep(fact)
  }

  /** Whether our side changed a fact, or still needs it as it was. */
  #isThere(source: Fact): boolean {
    if (this.ours.edits.has(source.name, source.key)) return true
    return this.#refersToKept(source, valueOf(this.#base, source))
  }

  #refersToKept(fact: Fact, was: unknown): boolean {
    return referencesIn(this.#base, fact, was).some(({ kind, id }) => this.disputes.kept.has(kind, id))
  }

  #dangles(open: OpenOrg, fact: Fact, value: unknown, hasPeople?: boolean): boolean {
    return referencesIn(open, fact, value, hasPeople).some(({ kind, id }) => this.#isMissing(open, kind, id))
  }

  /** Whether the merged org lacks something that a side has. A manager that no side has is unknown, and may stay so. */
  #isMissing(open: OpenOrg, kind: EntityKind, id: string): boolean {
    // Without a list of people, only those are missing who were taken from it.
    if (kind === 'person' && !this.disputes.hasPeople)
      return [this.ours, this.theirs].some((side) => side.hasRemoved(kind, id))
    const isUnknown = kind === 'role' && open.nodeOf(id) === undefined
    return !isUnknown && !this.has(kind, id)
  }

  /** Keeps the value of our side, without what their side removed. */
  #keep(fact: Fact): void {
    const value = this.ours.valueOf(fact)
    if (this.#dangles(this.ours.is, fact, value)) this.#set(fact, this.#repaired(fact, value))
  }

  #set(fact: Fact, value: unknown): void {
    if (!samePlain(value, this.ours.valueOf(fact))) this.values.set(fact.name, fact.key, { fact, value })
  }

  /** A value without what the merged org does not have. */
  #repaired(fact: Fact, value: unknown): unknown {
    const isHere = (kind: EntityKind, id: string): boolean => this.has(kind, id)
    switch (fact.field) {
      case 'reportsTo':
        return this.#lineAbove(fact, value)
      case 'holders': {
        const { holders = [] } = value as Holding
        const left = holders.filter((holder: HolderSpec) => isHere('person', personOfHolder(holder)))
        return left.length === 0 ? { vacant: true } : { holders: left }
      }
      case 'alsoIn':
      case 'head': {
        const kind = fact.field === 'head' ? 'role' : 'unit'
        const list = (Array.isArray(value) ? value : [value]) as readonly string[]
        const left = list.filter((id) => isHere(kind, id))
        return left.length > 1 ? left : left.at(0)
      }
      default:
        return undefined
    }
  }

  /** The line of a role whose manager a side removed, from there to the nearest manager above that both sides leave. */
  #lifted(fact: Fact, otherwise: unknown): unknown {
    const was = valueOf(this.#base, fact)
    const first = managerIn(was)
    // In a conflict about the removed manager the sides stay as they are.
    if (first === undefined || this.disputes.disputed.has('role', first)) {
      return this.#dangles(this.ours.is, fact, otherwise) ? this.#lineAbove(fact, otherwise) : otherwise
    }
    return this.#lineAbove(fact, was)
  }

  #lineAbove(fact: Fact, value: unknown): unknown {
    const visited = new Set<string>()
    let next = managerIn(value)
    while (next !== undefined && !this.has('role', next)) {
      if (visited.has(next)) return undefined
      visited.add(next)
      // The manager of a removed role is what the side says that has it.
      const open = [this.ours.is, this.theirs.is].find((side) => side.nodeOf(next ?? '') !== undefined)
      next = aboveIn(open ?? this.#base, 'role', next)
    }
    if (next === undefined || next === fact.id) return undefined
    const { to: _to, ...facts } = typeof value === 'string' ? { to: value } : (value as LineSpec)
    return next === managerIn(value) ? value : lineSpec(next, withoutEvidence(facts))
  }

  /** Lets their lines go that close a cycle together with ours. */
  #cutCycles(kind: 'role' | 'unit'): void {
    const field = ABOVE[kind]
    const changed = (): string[] => Array.from(this.values.of(ABOVE_NAME[kind]), ({ fact }) => fact.id)
    if (kind === 'role' && !this.lines().hasCycle()) return
    const cycles = new ParentCycles(
      (id) => this.above(kind, id),
      this.disputes.disputed.hasAny(kind) ? (id) => this.disputes.disputed.has(kind, id) : undefined,
    )
    const cut = new Set<string>()
    for (const cycle of cycles.each(changed)) {
      const isOf = ({ is }: MergeSide): boolean =>
        cycle.every((id) => hasEntity(is, kind, id) && aboveOn(is, kind, id) === this.above(kind, id))
      // A chart may be broken before it is merged.
      if (isOf(this.ours) || isOf(this.theirs)) continue
      this.#addCycleConflict(kind, cycle)
      for (const id of cycle) {
        const fact = factOf(kind, id, field)
        if (!this.values.has(fact.name, fact.key)) continue
        if (!this.ours.has(kind, id)) continue
        this.values.delete(fact.name, fact.key)
        if (cut.has(id)) this.#set(fact, undefined)
        else this.#keep(fact)
        cut.add(id)
      }
    }
  }

  #addCycleConflict(kind: 'role' | 'unit', cycle: readonly string[]): void {
    const linesOf = (open: OpenOrg): (string | LineSpec | undefined)[] =>
      cycle.map((id) => valueOf(open, factOf(kind, id, ABOVE[kind])) as string | LineSpec | undefined)
    // From the first id on, whichever side is ours.
    const text = cycleText(cycle)
    this.disputes.conflicts.push({
      kind: 'cycle',
      of: kind === 'role' ? 'roles' : 'units',
      cycle: [...cycle, cycle[0]],
      base: linesOf(this.#base),
      ours: linesOf(this.ours.is),
      theirs: linesOf(this.theirs.is),
      message: `The changes of both sides together close a cycle of ${kind === 'role' ? 'reporting lines' : 'units'}: ${text}`,
    })
  }
}

const ABOVE = { role: 'reportsTo', unit: 'partOf' } as const

const ABOVE_NAME = { role: factName('role', ABOVE.role), unit: factName('unit', ABOVE.unit) }

/** The manager of a role or the larger unit of a unit on one side, fast. */
function aboveOn(open: OpenOrg, kind: 'role' | 'unit', id: string): string | undefined {
  if (kind === 'unit') return open.units.get(id)?.partOf
  const node = open.nodeOf(id)
  const manager = node === undefined ? NONE : open.managerOf(node)
  return manager === NONE ? undefined : open.idOf(manager)
}

/** The move that both sides changed in different fields; `undefined` where they changed one field. */
function mergedMove({ was, is: ours }: Edit, { is: theirs }: Edit): string | object | undefined {
  if (was === undefined || ours === undefined || theirs === undefined) return undefined
  const [base, one, other] = [was, ours, theirs].map((move): Readonly<Record<string, unknown>> =>
    typeof move === 'string' ? { to: move } : { ...move },
  )
  const merged: { to: string; [field: string]: unknown } = { to: endOf(was as string | MoveSpec) }
  for (const name of new Set([...Object.keys(base), ...Object.keys(one), ...Object.keys(other)])) {
    const isOurs = !samePlain(base[name], one[name])
    const isTheirs = !samePlain(base[name], other[name])
    if (isOurs && isTheirs && !samePlain(one[name], other[name])) return undefined
    const value = isOurs ? one[name] : other[name]
    if (value !== undefined) merged[name] = value
  }
  // Each field is that of one of the moves.
  return Object.keys(merged).length === 1 ? merged.to : merged
}
