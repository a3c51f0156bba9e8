import { NotPlain, plainCopy } from '../../define/plain-copy.js'
import { NONE } from '../../engine/columns.js'
import { requireSeveralRoles } from '../../engine/common-managers.js'
import { givenOptions } from '../../kernel/option-check.js'
import { sealedClass } from '../../kernel/sealed-class.js'
import type { Change, FieldsToSet, ReferencesRule, ReportsRule, SetManager } from '../../model/change.js'
import type { Org } from '../../model/org.js'
import type { RoleAttributes, RoleSpec } from '../../model/role.js'
import type { AddedRoles, CheckedChanges, Named } from '../changed-ids.js'
import { editDirectly, moveDirectly } from './direct-edits.js'
import { DraftState } from './draft-state.js'
import { keepStateOf } from './states-of-drafts.js'
import { editWholly } from './whole-edits.js'

/** The option of edits that place a role. */
export interface DraftPlace<Id extends string = string> {
  /** The role before which the role is placed; `null` for the end. */
  readonly before?: Id | null
}

/** The options of `removeRole` of an {@link OrgDraft}: what happens to what refers to the role. */
export interface DraftRemoval<Id extends string = string> {
  /** What happens to its reports. Default: `'refuse'` to remove it while it has any. */
  readonly reports?: ReportsRule<Id>
  /** What happens to everything else that refers to it. Default: `'refuse'` to remove it while anything does. */
  readonly references?: ReferencesRule<Id>
}

/**
 * A mutable working copy of an org, made by {@link draftOf}: it is edited and asked in alternation, undoes and redoes, and gives its
 * edits as changes or the org that they lead to.
 *
 * It has methods, where an org has functions. The answers of a draft change with its edits, and `draft.isAbove(…)` reads as a question to
 * something that changes; a function of the same name would suggest the same answer each time.
 *
 * An edit is made at once, or refused with an `OrgError`: `INVALID_CHANGES` with the issues that `changeOrg` finds. A refused edit leaves the draft
 * as it was. Each edit returns the draft itself, with the ids that it adds in its type; ids that it removes stay in the type.
 *
 * Questions follow solid lines, as the queries of the same names do in the org at this point: a unit answers through its head, and a role in a
 * reporting cycle of a broken chart is above the others in it. They throw `UNKNOWN_ROLE` and `UNIT_WITHOUT_HEAD`.
 */
export interface OrgDraft<
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> {
  /**
   * Lets a role report to another manager, or to nobody (`null`). It keeps its place in the order unless `before` is given. A move that
   * would close a cycle is refused with the cycle. O(layers).
   */
  setManager(role: Id, manager: SetManager<Id>['manager'], options?: DraftPlace<Id>): this
  /** Adds a role, before another one or after all others. O(layers). */
  addRole<const Added extends string>(
    role: Added,
    spec?: RoleSpec<Id, Unit, unknown, Person>,
    options?: DraftPlace<Id>,
  ): OrgDraft<Id | Added, Unit, Person>
  /**
   * Removes a role. The options say what happens to its reports and to what else refers to it; without them, it must have none.
   * O(layers × (roles removed + reports)); with dotted lines, moves, units, services or holders to take care of, O(roles that edits touched).
   */
  removeRole(role: Id, options?: DraftRemoval<Id>): this
  /** Sets or removes (`null`) attributes of a role. */
  updateRole(role: Id, set: FieldsToSet<RoleAttributes<Unit, unknown, Person>>): this
  /** Makes any change: the edits above, or one of lines, moves, units, people, assignments, services, ids or order. */
  apply<const One extends Change>(
    change: One & CheckedChanges<readonly [One], Id, Unit, Person>[number],
  ): OrgDraft<
    Id | AddedRoles<readonly [One]>,
    Unit | Named<readonly [One], 'add-unit', 'unit'>,
    Person | Named<readonly [One], 'add-person', 'person'>
  >
  /** Takes back the last edit that is not undone, and returns it; `undefined` where there is none. */
  undo(): Change | undefined
  /** Makes the edit that was undone last again, and returns it; `undefined` where there is none, or another edit was made since. */
  redo(): Change | undefined
  /** Whether a text is the id of a role at this point. Narrows its type. */
  isRole(id: string): id is Id
  /** The solid manager of a role; `undefined` for one at the top. O(1). */
  managerOf(role: Id | Unit): Id | undefined
  /** Whether one role is in the management chain of another. Never true of a role and itself. O(layers). */
  isAbove(upper: Id | Unit, lower: Id | Unit): boolean
  /** Whether a role would be above itself if it reported to a manager: `setManager` would refuse. O(layers). */
  wouldMakeCycle(role: Id | Unit, manager: Id | Unit): boolean
  /** The number of roles in the organization that a role leads, itself included. O(1), in a cycle O(its members and their reports). */
  organizationSizeOf(role: Id | Unit): number
  /** The number of direct reports of a role, without planned ones. O(reports). */
  spanOfControlOf(role: Id | Unit): number
  /** Everyone above a role, nearest first. O(layers). */
  managementChainOf(role: Id | Unit): Id[]
  /** The lowest role that is above all of two or more; `undefined` where there is none. O(roles given × layers). */
  lowestCommonManagerOf(roles: readonly (Id | Unit)[]): Id | undefined
  /** The direct reports of a role, in the order of the roles. O(reports), and O(reports × log reports) after moves to the role. */
  directReportsOf(role: Id | Unit): Id[]
  /** The edits that are not undone, in order: changes that lead from the org to {@link toOrg}. O(edits). */
  changes(): Change[]
  /**
   * The org at this point: what `changeOrg` makes of the org and {@link changes}. The draft can be edited further, and the org stays as it is.
   * Its ids are strings, since the compiler cannot follow edits. O(roles + edits).
   */
  toOrg(): Org
}

const LinkedDraft = /* @__PURE__ */ sealedClass(
  class LinkedDraft implements OrgDraft {
    readonly #state: DraftState

    constructor(org: Org) {
      this.#state = new DraftState(org)
      keepStateOf(this, this.#state)
      Object.freeze(this)
    }

    setManager(role: string, manager: SetManager['manager'], options?: DraftPlace): this {
      if (options === undefined && moveDirectly(this.#state, role, manager)) return this
      const given = givenOptions('setManager', options, ['before'])
      return this.apply({ do: 'set-manager', role, manager, ...Object.fromEntries(given) })
    }

    addRole(role: string, spec?: RoleSpec, options?: DraftPlace): this {
      const given = givenOptions('addRole', options, ['before'])
      return this.apply({
        do: 'add-role',
        role,
        ...(spec !== undefined && { spec }),
        ...Object.fromEntries(given),
      })
    }

    removeRole(role: string, options?: DraftRemoval): this {
      const given = givenOptions('removeRole', options, ['reports', 'references'])
      return this.apply({ do: 'remove-role', role, ...Object.fromEntries(given) })
    }

    updateRole(role: string, set: FieldsToSet<RoleAttributes>): this {
      return this.apply({ do: 'update-role', role, set })
    }

    apply(change: Change): this {
      const copy = plainCopy(change)
      const isPlain = typeof copy === 'object' && copy !== null && !(copy instanceof NotPlain)
      if (!isPlain || !editDirectly(this.#state, copy as Change)) editWholly(this.#state, change)
      return this
    }

    undo(): Change | undefined {
      return this.#state.undo()
    }

    redo(): Change | undefined {
      return this.#state.redo()
    }

    isRole(id: string): id is string {
      return this.#state.columns.ids.nodeOf(id) !== undefined
    }

    managerOf(role: string, options?: undefined): string | undefined {
      noOptions('managerOf', options)
      const { links } = this.#state.columns
      const node = this.#state.nodeOf(role)
      const manager = links.managerOf(node)
      return manager === NONE || manager === node ? undefined : this.#state.columns.ids.idOf(manager)
    }

    isAbove(upper: string, lower: string, options?: undefined): boolean {
      noOptions('isAbove', options)
      const state = this.#state
      return state.columns.links.isAbove(state.nodeOf(upper), state.nodeOf(lower))
    }

    wouldMakeCycle(role: string, manager: string, options?: undefined): boolean {
      noOptions('wouldMakeCycle', options)
      const state = this.#state
      return state.columns.links.isAtOrAbove(state.nodeOf(role), state.nodeOf(manager))
    }

    organizationSizeOf(role: string, options?: undefined): number {
      noOptions('organizationSizeOf', options)
      return this.#state.columns.links.sizeOf(this.#state.nodeOf(role))
    }

    spanOfControlOf(role: string, options?: undefined): number {
      noOptions('spanOfControlOf', options)
      const { links, planned } = this.#state.columns
      return links.spanOf(this.#state.nodeOf(role), planned)
    }

    managementChainOf(role: string, options?: undefined): string[] {
      noOptions('managementChainOf', options)
      const { links, ids } = this.#state.columns
      return links.chainOf(this.#state.nodeOf(role), ids.idOf)
    }

    lowestCommonManagerOf(roles: readonly string[], options?: undefined): string | undefined {
      noOptions('lowestCommonManagerOf', options)
      requireSeveralRoles(roles, 'lowestCommonManagerOf')
      const { links, ids } = this.#state.columns
      const lowest = links.lowestAbove(Array.from(roles, (role) => this.#state.nodeOf(role)))
      return lowest === NONE ? undefined : ids.idOf(lowest)
    }

    directReportsOf(role: string, options?: undefined): string[] {
      noOptions('directReportsOf', options)
      const { columns } = this.#state
      return columns.reportsOf(this.#state.nodeOf(role)).map(columns.ids.idOf)
    }

    changes(): Change[] {
      return this.#state.changes()
    }

    toOrg(): Org {
      return this.#state.toOrg()
    }
  },
)

/** Refuses the options that a query of an org would take: an answer as if they were not given would be wrong. */
function noOptions(caller: string, options: unknown): void {
  if (options !== undefined) givenOptions(caller, options, [])
}

/**
 * Returns a draft of an org: a mutable working copy for many edits and questions in alternation, such as a planning tool or an
 * optimizer makes. The org itself stays as it is.
 *
 * {@link changeOrg} makes a new org for each list of changes, and copies columns. A draft moves a role in time proportional to the layers, and
 * answers and undoes as fast. Its edits are changes like any others: `changes()` can be stored, reviewed, and applied by `changeOrg`, which also
 * says in `effects` what else they did.
 *
 * A broken chart that was collected with its issues can be drafted as well: edits can take its cycles apart, and never make one.
 *
 * Complexity: O(roles); each edit and question as its method says.
 *
 * @param org The org.
 * @returns A new draft, with the ids of the org in its type.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, draftOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' } },
 * })
 * const draft = draftOf(org).addRole('planner', { reportsTo: 'director' })
 * console.log(draft.wouldMakeCycle('lead', 'analyst')) // => true
 * draft.setManager('lead', 'planner')
 * console.log(draft.managementChainOf('analyst')) // => [ 'lead', 'planner', 'director' ]
 * console.log(draft.undo()) // => { do: 'set-manager', role: 'lead', manager: 'planner' }
 * console.log(draft.organizationSizeOf('planner')) // => 1
 * ```
 * @see {@link changeOrg}, {@link diffOrgs}.
 */
export function draftOf<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
): OrgDraft<Id, Unit, Person> {
  const draft: unknown = new LinkedDraft(org)
  // The ids in its type are those of the org.
  return draft as OrgDraft<Id, Unit, Person>
}
