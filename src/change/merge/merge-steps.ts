import { samePlain } from '../../define/org-content.js'
import type { OrgState } from '../../engine/org-state.js'
import type { Change } from '../../model/change.js'
import { applyOwnChange } from '../apply-changes.js'
import type { KnownHandles } from '../known-handles.js'
import { OpenOrg } from '../open-org.js'
import { type EntityKind, type Fact, factName, hasEntity, valueOf } from './fact.js'
import type { MergedFact, MergedFacts } from './merged-facts.js'

/** Our side while it is led to the merged org: each change is applied at once. */
export class MergeSteps {
  readonly list: Change[] = []
  readonly open: OpenOrg
  /** The changes of their side. */
  readonly given: readonly Change[]

  constructor(
    readonly facts: MergedFacts,
    ours: OrgState,
    readonly theirs: OrgState,
    known: KnownHandles,
  ) {
    this.open = new OpenOrg(ours, undefined, true, known)
    this.given = facts.theirs.changes
  }

  /** Whether a change has a problem, as in a chart that is broken already. */
  hasIssues = false

  emit(change: Change): void {
    if (!applyOwnChange(this.open, change)) this.hasIssues = true
    this.list.push(change)
  }

  hasEntity(kind: EntityKind, id: string): boolean {
    return hasEntity(this.open, kind, id)
  }

  /** The value of a fact in the merged org. */
  merged(fact: Fact): unknown {
    const known = this.facts.values.get(fact.name, fact.key)
    return known === undefined ? this.facts.ours.valueOf(fact) : known.value
  }

  /** The facts of a kind that are not yet as merged. */
  pending(of: Fact['of'], isField: (field: string) => boolean): MergedFact[] {
    return this.#pending(this.facts.values, ({ fact }) => fact.of === of && isField(fact.field))
  }

  /** The managers that are not yet as merged. */
  pendingManagers(): MergedFact[] {
    return this.#pending(this.facts.values.of(factName('role', 'reportsTo')), () => true)
  }

  #pending(facts: Iterable<MergedFact>, isWanted: (merged: MergedFact) => boolean): MergedFact[] {
    const pending: MergedFact[] = []
    for (const merged of facts) {
      if (isWanted(merged) && !samePlain(valueOf(this.open, merged.fact), merged.value)) pending.push(merged)
    }
    return pending
  }
}
