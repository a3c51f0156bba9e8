import { type Change, givenOptions, type Org, textFunction } from '../../internal.js'
import { type LeftOutChange, type NetUpdate, netUpdates } from './net-updates.js'

/** How changes are written for a directory. */
export interface DirectoryChangesOptions {
  /** The id of the user of a role in the directory. Default: the id of the role. */
  readonly user?: (role: string) => string
}

/** A request of SCIM, as data: nothing is sent. */
export interface ScimPatch {
  readonly method: 'PATCH'
  /** Below the base of the server: `/Users/2819c223`. */
  readonly path: string
  readonly body: {
    readonly schemas: readonly ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
    readonly Operations: readonly {
      readonly op: 'replace' | 'remove'
      readonly path: string
      readonly value?: string | { readonly value: string }
    }[]
  }
}

/**
 * Writes a list of changes as PATCH requests of SCIM 2.0 (RFC 7644), one for each user that changes: the manager and the department of
 * the enterprise extension, and the title. Data only: nothing is sent.
 *
 * The changes are applied first, so that the requests have what they come to, also the managers of reports that a removal
 * lifts. What SCIM has no place for is in `leftOut`: roles that are added or removed are users that somebody must make or delete.
 *
 * Complexity: O(roles + changes).
 *
 * @param org The org before the changes.
 * @param changes The changes.
 * @param options `user`: the id of the user of a role.
 * @returns The requests, and the changes that they do not carry.
 * @throws {@link OrgError} `INVALID_CHANGES` with all problems; `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toScimPatches } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' }, c: { reportsTo: 'b' } } })
 * const { requests } = toScimPatches(org, [{ do: 'set-manager', role: 'c', manager: 'a' }])
 * console.log(requests[0]?.path, requests[0]?.body.Operations[0]?.value) // => /Users/c { value: 'a' }
 * ```
 */
export function toScimPatches(
  org: Org,
  changes: readonly Change[],
  options?: DirectoryChangesOptions,
): { readonly requests: readonly ScimPatch[]; readonly leftOut: readonly LeftOutChange[] } {
  const userOf = userFunction('toScimPatches', options)
  const { updates, leftOut } = netUpdates('toScimPatches', org, changes, false)
  const requests = Array.from(updates, ([role, update]): ScimPatch => ({
    method: 'PATCH',
    path: `/Users/${encodeURIComponent(userOf(role))}`,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [...operationsOf(update, userOf)],
    },
  }))
  return { requests, leftOut }
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

function* operationsOf(
  { manager, title, unit }: NetUpdate,
  userOf: (role: string) => string,
): Generator<ScimPatch['body']['Operations'][number]> {
  if (manager !== undefined) {
    const path = `${ENTERPRISE}:manager`
    yield manager === null
      ? { op: 'remove', path }
      : { op: 'replace', path, value: { value: userOf(manager) } }
  }
  for (const [path, value] of [
    ['title', title],
    [`${ENTERPRISE}:department`, unit],
  ] as const) {
    if (value !== undefined) yield value === null ? { op: 'remove', path } : { op: 'replace', path, value }
  }
}

/** The body of a request to `/$batch` of Microsoft Graph, as data: nothing is sent. */
export interface GraphBatch {
  readonly requests: readonly {
    readonly id: string
    readonly method: 'PUT' | 'DELETE' | 'PATCH'
    readonly url: string
    readonly headers?: { readonly 'Content-Type': 'application/json' }
    readonly body?: Readonly<Record<string, string | null>>
  }[]
}

/** How many requests a batch of Microsoft Graph may have. */
const MOST_REQUESTS = 20

/**
 * Writes a list of changes as bodies of `POST /$batch` of Microsoft Graph, with 20 requests in each: the manager (`PUT` and `DELETE` of
 * `/users/{id}/manager/$ref`), the job title and the department. Data only: nothing is sent.
 *
 * The changes are applied first, so that the requests have what they come to. No two requests depend on each other. What Graph has no
 * place for is in `leftOut`.
 *
 * Complexity: O(roles + changes).
 *
 * @param org The org before the changes.
 * @param changes The changes.
 * @param options `user`: the id of the user of a role.
 * @returns The bodies, and the changes that they do not carry.
 * @throws {@link OrgError} `INVALID_CHANGES` with all problems; `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toGraphBatches } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' }, c: { reportsTo: 'b' } } })
 * const { batches } = toGraphBatches(org, [{ do: 'set-manager', role: 'c', manager: 'a' }])
 * console.log(batches[0]?.requests[0]?.url) // => /users/c/manager/$ref
 * ```
 */
export function toGraphBatches(
  org: Org,
  changes: readonly Change[],
  options?: DirectoryChangesOptions,
): { readonly batches: readonly GraphBatch[]; readonly leftOut: readonly LeftOutChange[] } {
  const userOf = userFunction('toGraphBatches', options)
  const { updates, leftOut } = netUpdates('toGraphBatches', org, changes, false)
  const all = Array.from(updates, ([role, update]) => [...requestsOf(userOf(role), update, userOf)]).flat()
  const batches: GraphBatch[] = []
  for (let from = 0; from < all.length; from += MOST_REQUESTS) {
    const requests = all
      .slice(from, from + MOST_REQUESTS)
      .map((request, index) => ({ id: String(index + 1), ...request }))
    batches.push({ requests })
  }
  return { batches, leftOut }
}

const JSON_BODY = Object.freeze({ 'Content-Type': 'application/json' } as const)

function* requestsOf(
  user: string,
  { manager, title, unit }: NetUpdate,
  userOf: (role: string) => string,
): Generator<Omit<GraphBatch['requests'][number], 'id'>> {
  const url = `/users/${encodeURIComponent(user)}`
  if (manager === null) yield { method: 'DELETE', url: `${url}/manager/$ref` }
  else if (manager !== undefined) {
    const reference = `https://graph.microsoft.com/v1.0/users/${encodeURIComponent(userOf(manager))}`
    yield { method: 'PUT', url: `${url}/manager/$ref`, headers: JSON_BODY, body: { '@odata.id': reference } }
  }
  if (title === undefined && unit === undefined) return
  const body = {
    ...(title !== undefined && { jobTitle: title }),
    ...(unit !== undefined && { department: unit }),
  }
  yield { method: 'PATCH', url, headers: JSON_BODY, body }
}

function userFunction(caller: string, options: unknown): (role: string) => string {
  const given = givenOptions(caller, options, ['user']).get('user')
  return given === undefined ? (role) => role : textFunction('user', given)
}
