import { orgOfRecord } from './org-of-record.js'
import type { Place } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import type { OrgSpec } from '../model/org-spec.js'
import { givenOptions } from '../kernel/option-check.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { linkOrg } from './link-org.js'
import { collectsIssues, IssueList, type OnIssue } from './issue-list.js'
import { readRoleSpecs } from './read-role-specs.js'
import { readServices, readUnits } from './read-units.js'
import { SpecReader } from './spec-reader.js'

const SPEC_FIELDS = ['roles', 'units', 'services'] as const

/** The options of {@link defineOrg}: what it does with a broken chart. */
export interface DefineOptions {
  /** `'throw'` (the default) an `OrgError` with all issues, or `'collect'` them on the org: see `issuesOf`. */
  readonly onIssue?: OnIssue
}

/**
 * Makes an org from a literal: roles with their lines and moves, units, services. The ids become types, so
 * that a typo in any of them is a compile error at that key. {@link OrgSpec} has a faster way for a thousand roles or more.
 *
 * Several tops, vacancies, job shares and isolated roles are legal. A broken chart throws: a cycle of solid lines, an
 * unknown id, an id used twice, a field with a wrong value or an unknown name; the error lists every problem, not only
 * the first. Career moves and dotted lines may form cycles. With `onIssue: 'collect'`, for specs that are not checked
 * yet, the problems become issues of the org (`issuesOf(org)`): what cannot be read and lines to unknown ids are left
 * out, and a cycle stays.
 *
 * Roles keep the order of the keys, and siblings the order of the roles; JavaScript itself moves keys that look
 * like array indexes (`'7'`, not `'007'`) to the front, in ascending order. Where that matters, use
 * {@link orgFromRecords}, which keeps the order of any ids. The spec is copied: changing it later has no effect.
 *
 * Complexity: O(roles + lines + moves).
 *
 * @param spec Roles by id, and optionally units by id and services. Roles and units share one namespace.
 * @param options `onIssue`.
 * @returns The org, typed by its ids.
 * @throws {@link OrgError} `INVALID_ORG` with all issues (unless they are collected); `INVALID_ARGUMENT` when the
 * spec is not an object; `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg, managerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { title: 'PMO Director' },
 *     manager: { title: 'PMO Manager', reportsTo: 'director', unit: 'pmo' },
 *     analyst: { title: 'PMO Analyst', reportsTo: 'manager', unit: 'pmo' },
 *   },
 *   units: { pmo: { title: 'Project Management Office', head: 'director' } },
 * })
 * console.log(managerOf(org, 'analyst')) // => manager
 * ```
 * @see {@link orgFromRecords} for rows of a file or a database.
 */
export function defineOrg<const Id extends string, const Unit extends string = never, Data = undefined>(
  spec: OrgSpec<Id, Unit, Data>,
  options?: DefineOptions,
): Org<Id, Unit, Data> {
  const received: unknown = spec
  if (typeof received !== 'object' || received === null || Array.isArray(received)) {
    throw invalidArgument('defineOrg', 'spec', received, 'an object { roles: { … } }')
  }
  const collect = collectsIssues(givenOptions('defineOrg', options, ['onIssue']))
  const issues = new IssueList()
  const root: Place = { path: [] }
  const fields = new SpecReader(issues, {}).fieldsOf(received, SPEC_FIELDS, root)
  const rows = readRoleSpecs(fields?.get('roles'), issues)
  const { units: unitSpecs = {}, services: serviceSpecs = [] } = Object.fromEntries(fields ?? [])
  const units = readUnits(unitSpecs, rows, { path: ['units'] })
  const services = readServices(serviceSpecs, issues, { path: ['services'] })
  const record = linkOrg(rows, units, services)
  if (!collect) issues.throwIfAny()
  const org: Org = orgOfRecord(record)
  // The compiler knows the ids as the keys of the spec; here they have just been read from it.
  return org as Org<Id, Unit, Data>
}
