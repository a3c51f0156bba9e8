import { addToList } from '../../kernel/add-to-list.js'
import { samePlain } from '../../define/org-content.js'
import { personSpec } from '../../define/spec-of-org.js'
import type { OrgState } from '../../engine/org-state.js'
import { idAt } from '../../engine/role-reader.js'
import type { AddRole, Change, FieldsToSet } from '../../model/change.js'
import type { LineSpec } from '../../model/line.js'
import type { RoleAttributes } from '../../model/role.js'
import type { KnownHandles } from '../known-handles.js'
import { headsOf, removalOf } from '../diff-roles.js'
import { type EntityKind, type Fact, factOf, type Holding, managerIn, referencesIn, valueOf } from './fact.js'
import { setEdges, setServices } from './merge-edges.js'
import { MergeSteps } from './merge-steps.js'
import type { MergedFacts } from './merged-facts.js'
import { parentsFirst } from '../parent-walks.js'

/**
 * Leads our side to the merged org, by changes in the order of a diff: each can be applied when those before it have been.
 * Where only their side changed anything, they are the changes of that side.
 */
export function mergeSteps(
  facts: MergedFacts,
  ours: OrgState,
  theirs: OrgState,
  known: KnownHandles,
): MergeSteps {
  const changes = new MergeChanges(facts, ours, theirs, known)
  changes.freeIds()
  changes.addEntities()
  changes.setEntries()
  changes.setManagers()
  changes.setAttributes()
  setEdges(changes)
  setServices(changes)
  changes.removeRoles()
  changes.setUnknownManagers()
  changes.removeEntries()
  changes.reorder()
  return changes
}

class MergeChanges extends MergeSteps {
  /** A unit whose id becomes that of a role is removed first, and the reverse. */
  freeIds(): void {
    const open = this.open
    for (const { kind, id } of this.facts.theirs.added) {
      if (!this.facts.has(kind, id)) continue
      const node = open.nodeOf(id)
      if (kind === 'role' && open.units.has(id))
        this.emit({ do: 'remove-unit', unit: id, references: 'remove' })
      else if (kind === 'unit' && node !== undefined) {
        for (const report of open.reportsOf(node))
          this.emit({ do: 'set-manager', role: open.idOf(report), manager: null })
        this.emit({ do: 'remove-role', role: id, references: 'remove' })
      }
    }
  }

  /** New people, units and roles, without what they refer to and is not there yet. */
  addEntities(): void {
    const open = this.open
    const { theirs } = this.facts
    const { hasPeople } = this.facts.disputes
    if (hasPeople && open.people === undefined) this.emit({ do: 'list-people' })
    if (!hasPeople && open.people !== undefined) this.emit({ do: 'unlist-people' })
    if (hasPeople && theirs.base.people === undefined) {
      for (const [person, record] of theirs.is.people ?? []) {
        if (open.people?.has(person) === true || !this.facts.has('person', person)) continue
        const spec = personSpec(record)
        this.emit({ do: 'add-person', person, ...(Object.keys(spec).length > 0 && { spec }) })
      }
    }
    for (const change of this.given) {
      if (change.do === 'add-person') this.#addEntity('person', change.person, change)
      else if (change.do === 'add-unit') {
        this.#addEntity('unit', change.unit, this.#withKnown(change, factOf('unit', change.unit, '')))
      } else if (change.do === 'add-role') {
        const known = this.#withKnown(change, factOf('role', change.role, ''))
        this.#addEntity('role', change.role, this.#placed(known))
      }
    }
  }

  #addEntity(kind: EntityKind, id: string, change: Change): void {
    if (!this.hasEntity(kind, id) && this.facts.has(kind, id)) this.emit(change)
  }

  /** An addition without the fields of its spec that refer to something which is not there. */
  #withKnown<Added extends { readonly spec?: object }>(change: Added, { of, id }: Fact): Added {
    const { spec, ...rest } = change
    if (spec === undefined) return change
    const isKnown = (field: string, value: unknown): boolean => {
      if (field === 'reportsTo' && !samePlain(value, this.merged(factOf('role', id, field)))) return false
      const known = field === 'holders' ? { holders: value } : value
      return referencesIn(this.open, factOf(of, id, field), known).every((entity) =>
        this.hasEntity(entity.kind, entity.id),
      )
    }
    const all = Object.entries(spec)
    const fields = all.filter(([field, value]) => isKnown(field, value))
    if (fields.length === all.length) return change
    // The fields are those of the spec.
    return (fields.length > 0 ? { ...change, spec: Object.fromEntries(fields) } : rest) as Added
  }

  /** An added role in the place that it has among their roles. */
  #placed(change: AddRole): AddRole {
    if (typeof change.before !== 'string') return change
    const next = this.#nextRole(change.before)
    if (next === change.before) return change
    const { before: _before, ...rest } = change
    return next === null ? rest : { ...rest, before: next }
  }

  /** The first role from one on, in their order, that is there. */
  #nextRole(id: string): string | null {
    const { handles, count } = this.theirs.columns
    for (let handle = handles.get(id) ?? count; handle < count; handle++) {
      const next = idAt(this.theirs, handle)
      if (this.open.nodeOf(next) !== undefined) return next
    }
    return null
  }

  /** Fields of people, and of units from larger ones down. */
  setEntries(): void {
    const people = bySubject(this.pending('person', () => true))
    for (const [person, fields] of people) {
      if (this.open.people?.has(person) === true)
        this.emit({ do: 'update-person', person, set: setOf(fields) })
    }
    const units = bySubject(this.pending('unit', () => true))
    for (const unit of parentsFirst(units.keys(), (id) => this.facts.above('unit', id))) {
      const set = setOf(units.get(unit) ?? [])
      if (this.open.units.has(unit)) this.emit({ do: 'update-unit', unit, set })
    }
  }

  /** Managers from the top down, so that no line closes a cycle on the way. Unknown ones follow. */
  setManagers(): void {
    const lines = this.facts.lines()
    const pending = new Map(this.pendingManagers().map((merged) => [lines.nodeOf(merged.fact.id), merged]))
    for (const place of parentsFirst(pending.keys(), lines.managerOf)) {
      const { fact, value } = pending.get(place) ?? {}
      if (fact === undefined) continue
      const role = fact.id
      const isUnknown = !this.hasEntity('role', managerIn(value) ?? role)
      const node = this.open.nodeOf(role)
      if (node === undefined || (isUnknown && this.open.managerOf(node) === -1)) continue
      const manager = isUnknown ? null : ((value ?? null) as string | LineSpec | null)
      this.emit({ do: 'set-manager', role, manager })
    }
  }

  setUnknownManagers(): void {
    for (const { fact, value } of this.pendingManagers()) {
      if (!this.hasEntity('role', fact.id)) continue
      this.emit({ do: 'set-manager', role: fact.id, manager: (value ?? null) as string | LineSpec | null })
    }
  }

  setAttributes(): void {
    const roles = bySubject(this.pending('role', (field) => !LINES.has(field)))
    for (const [role, fields] of roles) {
      const node = this.open.nodeOf(role)
      if (node === undefined) continue
      const set = setOf(fields.filter(([field]) => field !== 'holders'))
      const holding = fields.find(([field]) => field === 'holders')
      const holders = holding === undefined ? {} : this.#holdersToSet(role, node, holding[1] ?? {})
      this.emit({ do: 'update-role', role, set: { ...holders, ...set } })
    }
  }

  #holdersToSet(role: string, node: number, is: Holding): HoldersToSet {
    const was = valueOf(this.open, factOf('role', role, 'holders'))
    const set = holdingToSet(was ?? {}, is)
    // An empty list of holders says that the role is vacant, too.
    const isEmpty = set.vacant === null && !Object.hasOwn(set, 'holders')
    const given = this.open.attributeOf(node, 'holders')
    return { ...(isEmpty && Array.isArray(given) && given.length === 0 && { holders: null }), ...set }
  }

  removeRoles(): void {
    const removals = this.given.filter((change) => change.do === 'remove-role')
    if (removals.length === 0) return
    const headed = headsOf(this.open)
    for (const { role } of removals) {
      const node = this.open.nodeOf(role)
      if (node !== undefined && !this.facts.has('role', role)) this.emit(removalOf(this.open, node, headed))
    }
  }

  removeEntries(): void {
    for (const change of this.given) {
      if (change.do === 'remove-unit') {
        if (this.open.units.has(change.unit) && !this.facts.has('unit', change.unit)) this.emit(change)
      } else if (change.do === 'remove-person') {
        const { person } = change
        if (this.open.people?.has(person) !== true || this.open.heldBy(person).length > 0) continue
        if (!this.facts.has('person', person)) this.emit(change)
      }
    }
  }

  /** Their order of what our side did not move. */
  reorder(): void {
    for (const change of this.given) {
      if (change.do !== 'reorder') continue
      const [kind, id] =
        'role' in change
          ? (['role', change.role] as const)
          : 'unit' in change
            ? (['unit', change.unit] as const)
            : (['person', change.person] as const)
      const { ours } = this.facts
      if (!this.hasEntity(kind, id) || ours.moved.has(kind, id) || ours.added.has(kind, id)) continue
      const before = change.before === null ? null : this.#nextOf(kind, change.before)
      this.emit({ ...change, before })
    }
  }

  #nextOf(kind: EntityKind, id: string): string | null {
    if (kind === 'role') return this.#nextRole(id)
    const entries: ReadonlyMap<string, unknown> | undefined =
      kind === 'unit' ? this.theirs.units : this.theirs.people
    const keys = [...(entries?.keys() ?? [])]
    return keys.slice(keys.indexOf(id)).find((each) => this.hasEntity(kind, each)) ?? null
  }
}

/** The fields of a role that are no attributes. */
const LINES: ReadonlySet<string> = new Set(['reportsTo', 'dottedTo', 'progressesTo'])

type Field = readonly [field: string, value: unknown]

function bySubject(facts: readonly { readonly fact: Fact; readonly value: unknown }[]): Map<string, Field[]> {
  const subjects = new Map<string, Field[]>()
  for (const { fact, value } of facts) {
    addToList(subjects, fact.id, [fact.field, value])
  }
  return subjects
}

function setOf<Spec>(fields: readonly Field[]): FieldsToSet<Spec> {
  // The fields are those of the spec.
  return Object.fromEntries(fields.map(([field, value]) => [field, value ?? null])) as FieldsToSet<Spec>
}

type HoldersToSet = FieldsToSet<Pick<RoleAttributes, 'holders' | 'vacant'>>

function holdingToSet(was: Holding, is: Holding): HoldersToSet {
  return {
    ...(!samePlain(was.holders, is.holders) && { holders: is.holders ?? null }),
    ...(was.vacant !== is.vacant && { vacant: is.vacant ?? null }),
  }
}
