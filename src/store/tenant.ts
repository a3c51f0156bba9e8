import {
  type Change,
  defineOrg,
  givenOptions,
  invalidArgument,
  invalidOption,
  isOrg,
  isWholeNumber,
  type Org,
} from '../internal.js'
import { diffOrgs, type OrgDiff } from '../internal-change.js'
import { changeTenant, type StoredChange } from './change-tenant.js'
import { createTenant, deleteTenant } from './create-tenant.js'
import { erasePerson } from './erase-person.js'
import { actorIn, momentIn, reasonIn, revision } from './given-arguments.js'
import { loadMoment, loadPresent, type StoredOrg } from './load-tenant.js'
import { readRevisions, type Revision } from './revisions.js'
import { exportTenant, restoreTenant, type TenantDocument } from './tenant-document.js'
import { questionsOf, type TenantQuestions } from './tenant-questions.js'
import type { TenantStore } from './tenant-store.js'
import { type OrgWatch, type WatchOptions, watchTenant } from './watch-tenant.js'

/** Who does something, and why: for the history. */
export interface ActorOptions {
  /** Who does it: any text that you find somebody by. */
  readonly actor: string
  readonly reason?: string
}

/** The options of `change`. */
export interface TenantChangeOptions extends ActorOptions {
  /** The revision that the caller has seen. Where the tenant has another one, the change is refused with `REVISION_CONFLICT`. */
  readonly expectedRev?: number
}

/** Which revision to load: its number, a time, or a calendar date, which means its end in UTC. */
export interface LoadOptions {
  readonly at?: number | string | Date
}

/** Which revisions `history` returns: those after one, at most `limit`. */
export interface TenantHistoryOptions {
  readonly after?: number
  readonly limit?: number
}

/**
 * The org of one tenant in a store. No function reads or writes anything of another tenant. All return promises, which reject with an
 * {@link OrgError}: `UNKNOWN_TENANT` where the store has no such tenant, `STORE_FAILED` where the database fails, and `INVALID_ARGUMENT`
 * or `INVALID_OPTION`.
 */
export interface Tenant extends TenantQuestions {
  readonly id: string
  /** Makes the tenant, with an org (by default one without roles) as revision 1. Rejects with `TENANT_EXISTS`. */
  readonly create: (org: Org | undefined, options: ActorOptions) => Promise<StoredOrg>
  /**
   * Returns the org of the present, or of a moment of the past. The present one is cached: while nobody changes the tenant, a load costs
   * one look-up of its revision, and after changes only these. Rejects with `UNKNOWN_REVISION` or `BEFORE_HISTORY`.
   */
  readonly load: (options?: LoadOptions) => Promise<StoredOrg>
  /**
   * Applies changes to the present org, as `changeOrg` does: all or none, with the same effects, and the same error `INVALID_CHANGES` with
   * the same issues. Changes of one tenant are made one after the other, each as a revision.
   */
  readonly change: (changes: readonly Change[], options: TenantChangeOptions) => Promise<StoredChange>
  /** Returns the revisions, oldest first: who changed what, when and why. */
  readonly history: (options?: TenantHistoryOptions) => Promise<readonly Revision[]>
  /** Returns what is different between two revisions. */
  readonly diff: (from: number, to: number) => Promise<OrgDiff>
  /** Follows the present org. */
  readonly watch: (options?: WatchOptions) => Promise<OrgWatch>
  /** Returns all that the store knows of the tenant, as plain data for JSON. */
  readonly export: () => Promise<TenantDocument>
  /** Makes the tenant of what `export` returned, with all its revisions. Rejects with `TENANT_EXISTS`. */
  readonly restore: (document: TenantDocument) => Promise<StoredOrg>
  /**
   * Replaces a person by a pseudonym in the present, in every earlier revision and in the history. Every row of the tenant is written
   * again, while changes of it wait. Rejects with `UNKNOWN_PERSON`.
   */
  readonly erasePerson: (person: string, options: ActorOptions) => Promise<StoredOrg>
  /** Deletes the tenant and its history. */
  readonly delete: () => Promise<void>
}

const ACTOR = ['actor', 'reason']

/** The functions of one tenant. */
export function tenantOf(store: TenantStore, id: string): Tenant {
  const given = (
    caller: string,
    options: unknown,
  ): { readonly actor: string; readonly reason: string | null } => {
    const values = givenOptions(caller, options, ACTOR)
    return { actor: actorIn(values.get('actor')), reason: reasonIn(values.get('reason')) }
  }
  return Object.freeze({
    id,
    ...questionsOf(store, id),
    async create(org: Org | undefined, options: ActorOptions) {
      if (org !== undefined && !isOrg(org))
        throw invalidArgument('create', 'org', org, 'an org, or undefined')
      return createTenant(store, id, org ?? defineOrg({ roles: {} }), given('create', options))
    },
    async load(options?: LoadOptions) {
      const moment = momentIn(givenOptions('load', options, ['at']).get('at'))
      return moment === undefined ? loadPresent(store, id) : loadMoment(store, id, moment)
    },
    async change(changes: readonly Change[], options: TenantChangeOptions) {
      const values = givenOptions('change', options, [...ACTOR, 'expectedRev'])
      const expectedRev = values.get('expectedRev')
      if (expectedRev !== undefined && !isWholeNumber(expectedRev, 1))
        throw invalidOption('expectedRev', expectedRev, 'a revision, which is a whole number from 1')
      if (!Array.isArray(changes)) throw invalidArgument('change', 'changes', changes, 'a list of changes')
      const [actor, reason] = [actorIn(values.get('actor')), reasonIn(values.get('reason'))]
      return changeTenant(store, id, { changes, order: { actor, reason, expectedRev } })
    },
    async history(options?: TenantHistoryOptions) {
      const values = givenOptions('history', options, ['after', 'limit'])
      const after = values.get('after') ?? 0
      const limit = values.get('limit') ?? Infinity
      if (!isWholeNumber(after, 0)) throw invalidOption('after', after, 'a revision, or 0')
      if (limit !== Infinity && !isWholeNumber(limit, 1))
        throw invalidOption('limit', limit, 'a whole number, 1 or more')
      return store.transaction('read', id, async (query) => {
        const { rev } = await store.stateOf(query, id)
        return readRevisions(query, id, after, Math.min(rev, after + limit))
      })
    },
    async diff(from: number, to: number) {
      const [before, after] = [revision('diff', 'from', from), revision('diff', 'to', to)]
      const orgs = [await loadMoment(store, id, { rev: before }), await loadMoment(store, id, { rev: after })]
      return diffOrgs(orgs[0].org, orgs[1].org)
    },
    async watch(options?: WatchOptions) {
      const values = givenOptions('watch', options, ['onChange', 'onError', 'interval'])
      for (const name of ['onChange', 'onError']) {
        const value = values.get(name)
        if (value !== undefined && typeof value !== 'function') throw invalidOption(name, value, 'a function')
      }
      return watchTenant(store, id, options ?? {})
    },
    export: () => exportTenant(store, id),
    restore: (document: TenantDocument) => restoreTenant(store, id, document),
    erasePerson: async (person: string, options: ActorOptions) =>
      erasePerson(store, id, person, given('erasePerson', options)),
    delete: () => deleteTenant(store, id),
  })
}
