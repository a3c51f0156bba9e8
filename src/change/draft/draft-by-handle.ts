import { NONE } from '../../engine/columns.js'
import { NO_HANDLE, isHandleBelow, severalHandles, unknownHandle } from '../../handle/handles.js'
import { counted } from '../../kernel/in-words.js'
import { invalidArgument } from '../../kernel/invalid-input.js'
import { OrgError } from '../../kernel/org-error.js'
import { quote } from '../../kernel/quote.js'
import { sealedClass } from '../../kernel/sealed-class.js'
import type { OrgDraft } from './draft-of.js'
import type { DraftState } from './draft-state.js'
import { same } from './linked-roles.js'
import { stateOfDraft } from './states-of-drafts.js'

/**
 * The same draft, edited and asked by handles, made by {@link draftByHandle}. Its methods have the names and the answers of those of `OrgDraft`.
 * `NO_HANDLE` means no role: nobody at the top has a manager, and `setManager(role, NO_HANDLE)` puts a role at the top.
 *
 * A role has the handle that it had in the org; an added role has the next number. A handle stays as it is while the draft exists, and is free
 * again once the role is removed or the edit that added it is undone. Any other number throws `UNKNOWN_HANDLE`.
 */
export interface DraftByHandle<Id extends string = string, Unit extends string = string> {
  /** The handle of a role, or of the head of a unit. Throws `UNKNOWN_ROLE` and `UNIT_WITHOUT_HEAD`. O(1). */
  handleOf(role: Id | Unit): number
  /** The id of the role at a handle. O(1). */
  idOf(role: number): Id
  /** Lets a role report to another manager, or to nobody. A move that would close a cycle throws `INVALID_CHANGES`. O(layers). */
  setManager(role: number, manager: number): this
  /** The solid manager of a role. O(1). */
  managerOf(role: number): number
  /** Whether one role is in the management chain of another. Never true of a role and itself. O(layers). */
  isAbove(upper: number, lower: number): boolean
  /** Whether a role would be above itself if it reported to a manager: `setManager` would refuse. O(layers). */
  wouldMakeCycle(role: number, manager: number): boolean
  /** The number of roles in the organization that a role leads, itself included. O(1), in a cycle O(its members and their reports). */
  organizationSizeOf(role: number): number
  /** The number of direct reports of a role, without planned ones. O(reports). */
  spanOfControlOf(role: number): number
  /** Everyone above a role, nearest first. O(layers). */
  managementChainOf(role: number): number[]
  /** The lowest role that is above all of two or more. O(roles given × layers). */
  lowestCommonManagerOf(roles: readonly number[] | Int32Array): number
  /** The direct reports of a role, in the order of the roles. O(reports), and O(reports × log reports) after moves to the role. */
  directReportsOf(role: number): number[]
}

const HandleDraft = /* @__PURE__ */ sealedClass(
  class HandleDraft implements DraftByHandle {
    readonly #draft: OrgDraft
    readonly #state: DraftState

    constructor(draft: OrgDraft, state: DraftState) {
      this.#draft = draft
      this.#state = state
      Object.freeze(this)
    }

    /** Refuses anything but the handle of a role at this point. */
    #require(handle: number): void {
      const { ids, links } = this.#state.columns
      const isKnown = isHandleBelow(links.count, handle)
      // No id needs to be looked up while no role was removed.
      if (isKnown && (ids.count === links.count || ids.nodeOf(ids.idOf(handle)) === handle)) return
      const draft = `draft of ${counted(ids.count, 'role')}`
      if (!isKnown) throw unknownHandle(handle, links.count, draft)
      const message = `${quote(handle)} is the handle of a role that was removed from this ${draft}.`
      throw new OrgError('UNKNOWN_HANDLE', message, { handle, roles: links.count })
    }

    handleOf(role: string): number {
      return this.#state.nodeOf(role)
    }

    idOf(role: number): string {
      this.#require(role)
      return this.#state.columns.ids.idOf(role)
    }

    setManager(role: number, manager: number): this {
      this.#require(role)
      if (manager !== NO_HANDLE) this.#require(manager)
      const { links, ids } = this.#state.columns
      if (manager !== NO_HANDLE && links.isAtOrAbove(role, manager)) {
        this.#draft.setManager(ids.idOf(role), ids.idOf(manager))
      } else this.#state.move(role, manager)
      return this
    }

    managerOf(role: number): number {
      this.#require(role)
      const manager = this.#state.columns.links.managerOf(role)
      return manager === role ? NONE : manager
    }

    isAbove(upper: number, lower: number): boolean {
      this.#require(upper)
      this.#require(lower)
      return this.#state.columns.links.isAbove(upper, lower)
    }

    wouldMakeCycle(role: number, manager: number): boolean {
      this.#require(role)
      this.#require(manager)
      return this.#state.columns.links.isAtOrAbove(role, manager)
    }

    organizationSizeOf(role: number): number {
      this.#require(role)
      return this.#state.columns.links.sizeOf(role)
    }

    spanOfControlOf(role: number): number {
      this.#require(role)
      const { links, planned } = this.#state.columns
      return links.spanOf(role, planned)
    }

    managementChainOf(role: number): number[] {
      this.#require(role)
      return this.#state.columns.links.chainOf(role, same)
    }

    lowestCommonManagerOf(roles: readonly number[] | Int32Array): number {
      const nodes = severalHandles(roles, (role) => {
        this.#require(role)
      })
      return this.#state.columns.links.lowestAbove(nodes)
    }

    directReportsOf(role: number): number[] {
      this.#require(role)
      return this.#state.columns.reportsOf(role)
    }
  },
)

/**
 * Returns a draft by handles: the same draft, for the millions of moves and questions of an optimizer or a simulation.
 *
 * Looking up ids takes most of the time of a move or a question. By handles there is none, and answers are numbers. Edits by ids and by
 * handles alternate as they like: they are edits of one draft, with one `undo` and one list of `changes()`.
 *
 * Complexity: O(1); each edit and question as its method says.
 *
 * @param draft A draft.
 * @returns Its moves and questions by handle.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a draft.
 * @example
 * ```ts
 * import { defineOrg, draftOf } from 'rolegraph'
 * import { draftByHandle, NO_HANDLE } from 'rolegraph/handles'
 *
 * const org = defineOrg({
 *   roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' } },
 * })
 * const draft = draftOf(org)
 * const byHandle = draftByHandle(draft)
 * const [director, analyst] = [byHandle.handleOf('director'), byHandle.handleOf('analyst')]
 * byHandle.setManager(analyst, director)
 * console.log(byHandle.managementChainOf(analyst)) // => [ 0 ]
 * console.log(byHandle.managerOf(director) === NO_HANDLE) // => true
 * console.log(draft.undo()) // => { do: 'set-manager', role: 'analyst', manager: 'director' }
 * console.log(byHandle.idOf(byHandle.managerOf(analyst))) // => lead
 * ```
 * @see {@link handleOf} for the handles of an org.
 */
export function draftByHandle<Id extends string, Unit extends string, Person extends string>(
  draft: OrgDraft<Id, Unit, Person>,
): DraftByHandle<Id, Unit> {
  const state = stateOfDraft(draft)
  if (state === undefined) throw invalidArgument('draftByHandle', 'draft', draft, 'a draft that draftOf made')
  const byHandle: unknown = new HandleDraft(draft, state)
  return byHandle as DraftByHandle<Id, Unit>
}
