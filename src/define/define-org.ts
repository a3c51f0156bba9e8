import { orgOfRecord } from './org-of-record.js'
import type { Place } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import type { OrgSpec } from '../model/org-spec.js'
import { type GivenOptions, givenOptions } from '../kernel/option-check.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { linkOrg } from './link-org.js'
import { collectsIssues, IssueList, type OnIssue } from './issue-list.js'
import { readPeople } from './read-people.js'
import { readRoleSpecs } from './read-role-specs.js'
import { readServices, readUnits } from './read-units.js'
import { placeBelow, SpecReader } from './spec-reader.js'
import type { OrgDocument } from './to-org-document.js'

const SPEC_FIELDS = ['roles', 'units', 'people', 'services', 'rolegraph', '$schema'] as const
/** The versions of the document format that are read. */
const VERSIONS: readonly unknown[] = [1, 2]
/** The version of history documents. */
export const HISTORY_VERSION = 3

/** The options of {@link defineOrg}: what it does with a broken chart. */
export interface DefineOptions {
  /** `'throw'` (the default) an `OrgError` with all issues, or `'collect'` them on the org: see `issuesOf`. */
  readonly onIssue?: OnIssue
}

/**
 * Makes an org from a literal: roles with their lines and moves, units, services. The ids become types, so
 * that a typo in any of them is a compile error at that key. {@link OrgSpec} shows a faster way for a thousand roles or
 * more.
 *
 * Several tops, vacancies, job shares and isolated roles are legal. A broken chart throws: a cycle of solid lines, an
 * unknown id, an id used twice, a field with a wrong value or an unknown name; the error lists every problem, not only
 * the first. Career moves and dotted lines may form cycles. With `onIssue: 'collect'`, for unchecked specs, the problems
 * become issues of the org (`issuesOf(org)`): what cannot be read and lines to unknown ids are left out, and a cycle
 * stays.
 *
 * Roles keep the order of the keys, and siblings the order of the roles; JavaScript itself moves keys that look
 * like array indexes (`'7'`, not `'007'`) to the front, in ascending order. If that matters, use
 * {@link orgFromRecords}, which keeps the order of any ids. The spec is copied: changing it later has no effect.
 *
 * Complexity: O(roles + lines + moves).
 *
 * @param spec Roles by id, and optionally units by id, people by id and services. Roles and units share one namespace. A
 * document made by `toOrgDocument` is a spec too.
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
 * @see {@link orgFromRecords} for rows of a file or a database, {@link orgFromDocument}.
 */
export function defineOrg<
  const Id extends string,
  const Unit extends string = never,
  Data = undefined,
  const Person extends string = string,
>(spec: OrgSpec<Id, Unit, Data, Person>, options?: DefineOptions): Org<Id, Unit, Data, Person> {
  const received: unknown = spec
  if (typeof received !== 'object' || received === null || Array.isArray(received)) {
    throw invalidArgument('defineOrg', 'spec', received, 'an object { roles: { … } }')
  }
  const org = orgOfSpec(received, givenOptions('defineOrg', options, ['onIssue']))
  // The compiler knows the ids as the keys of the spec; here they have just been read from it.
  return org as Org<Id, Unit, Data, Person>
}

/**
 * Makes an org from an org document as an object: what `toOrgDocument` returns, or `JSON.parse` makes of
 * `JSON.stringify(org)`.
 *
 * This is how an org passes through anything that holds only plain data: a file, a server component, the storage of a
 * browser. For a worker, `packOrg` is faster and keeps the issues. A broken document throws like a broken spec, with
 * every problem. For text, which may have duplicate keys and whose issues need a line and a column, use
 * `parseOrgDocument` of `rolegraph/import`.
 *
 * Complexity: O(roles + lines + moves + units + services).
 *
 * @param document The document, with `rolegraph: 1` or `2`. It is copied.
 * @param options `onIssue`, as for {@link defineOrg}: an org that was made with its issues needs `'collect'` again.
 * @returns An org with ids of type `string`; narrow one with `isRole`.
 * @throws {@link OrgError} `INVALID_ORG` with all issues (unless they are collected); `INVALID_ARGUMENT` when the
 * document is not an object; `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg, managerOf, orgFromDocument } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const text = JSON.stringify(org)
 * const again = orgFromDocument(JSON.parse(text))
 * console.log(managerOf(again, 'analyst')) // => lead
 * ```
 * @see {@link defineOrg}, which accepts a document too; {@link packOrg}.
 */
export function orgFromDocument(document: OrgDocument, options?: DefineOptions): Org {
  const received: unknown = document
  if (typeof received !== 'object' || received === null || Array.isArray(received)) {
    throw invalidArgument('orgFromDocument', 'document', received, 'an object { rolegraph: 1, roles: … }')
  }
  // A document without a version is one of another format.
  const version: unknown = Object.hasOwn(received, 'rolegraph')
    ? Reflect.get(received, 'rolegraph')
    : undefined
  const versioned = { ...received, rolegraph: version ?? null }
  return orgOfSpec(versioned, givenOptions('orgFromDocument', options, ['onIssue']))
}

function orgOfSpec(received: object, options: GivenOptions): Org {
  const collect = collectsIssues(options)
  const issues = new IssueList()
  const reader = new SpecReader(issues, {})
  const root: Place = { path: [] }
  const fields = reader.fieldsOf(received, SPEC_FIELDS, root)
  const {
    rolegraph: version = VERSIONS[0],
    units: unitSpecs = {},
    services: serviceSpecs = [],
    people: personSpecs,
  } = Object.fromEntries(fields ?? [])
  if (version === HISTORY_VERSION) {
    issues.add('INVALID_FIELD', {
      place: placeBelow(root, 'rolegraph'),
      witness: [String(version)],
      message: 'This is a history document, which has changes by date',
      suggestion: 'Read it with historyFromDocument; orgAt returns the org on a date.',
    })
  } else if (!VERSIONS.includes(version))
    reader.invalid(
      version,
      `${VERSIONS.join(' or ')}, the version of the format`,
      placeBelow(root, 'rolegraph'),
    )
  const rows = readRoleSpecs(fields?.get('roles'), issues)
  const units = readUnits(unitSpecs, rows, { path: ['units'] })
  const services = readServices(serviceSpecs, issues, { path: ['services'] })
  const people = personSpecs === undefined ? undefined : readPeople(personSpecs, issues, { path: ['people'] })
  const record = linkOrg(rows, units, services, people)
  if (!collect) issues.throwIfAny()
  return orgOfRecord(record)
}
