import { isOrg, issuesOf, sameOrg } from '../internal.js'

/**
 * Compares two orgs by their content, for `expect.addEqualityTesters` of vitest and Jest, which `rolegraph/vitest` and
 * `rolegraph/jest` call for you.
 *
 * Two orgs are equal if they have the same roles, units, services and issues in the same order. An org never equals
 * anything but an org.
 *
 * Complexity: O(roles + lines + moves + units + services) of both.
 *
 * @param a Anything.
 * @param b Anything.
 * @returns Whether the two are equal; `undefined` if neither is an org, which leaves the comparison to the runner.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { orgEquality } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * console.log(orgEquality(org, defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } }))) // => true
 * console.log(orgEquality(org, defineOrg({ roles: { lead: {}, analyst: {} } }))) // => false
 * ```
 * @see {@link orgSerializer}.
 */
export function orgEquality(a: unknown, b: unknown): boolean | undefined {
  if (!isOrg(a) && !isOrg(b)) return undefined
  return isOrg(a) && isOrg(b) && sameOrg(a, b)
}

/**
 * Writes an org to a snapshot as its document, with the roles in order, followed by its issues: for
 * `expect.addSnapshotSerializer`, which `rolegraph/vitest` and `rolegraph/jest` call for you.
 */
export const orgSerializer = /* @__PURE__ */ Object.freeze({
  test: (value: unknown): boolean => isOrg(value),
  serialize: (value: unknown, _config: unknown, indentation: string): string => {
    const issues = isOrg(value) ? issuesOf(value) : []
    const lines = [
      `Org ${JSON.stringify(value, undefined, 2)}`,
      ...issues.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
    ]
    return lines.join('\n').replaceAll('\n', `\n${indentation}`)
  },
})
