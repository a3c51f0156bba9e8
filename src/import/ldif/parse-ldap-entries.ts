import {
  encodeUtf8,
  finished,
  invalidArgument,
  invalidUtf8At,
  type Org,
  ownValue,
  type Place,
  quote,
  type Steps,
} from '../../internal.js'
import { ImportIssues } from '../input/import-issues.js'
import { limitsOf, ownOptions } from '../input/import-options.js'
import { importResult, type ImportResult, orgOrThrow } from '../input/importer.js'
import { isObject } from '../json/json-object.js'
import { ldapData, linesIn } from './ldap-data.js'
import { LDAP_OPTIONS, ldapAttributesOf, type LdapOptions } from './ldap-options.js'
import { addPlaced, type LdapData, type LdapValue } from './ldap-input.js'
import { ldapOrg } from './ldap-org.js'
import { LdapRows } from './ldap-rows.js'

/** How entries of an LDAP client are read. */
export type LdapEntriesOptions = Omit<LdapOptions, 'encoding' | 'onProgress' | 'signal'>

/**
 * Entries as LDAP clients return them: those of ldapts, `{ dn, cn: '…', manager: '…' }`, also within the result of a search; those
 * of ldapjs, `{ objectName, attributes: [{ type, values }] }`, which are the `pojo` of its entries.
 */
export type LdapEntries =
  | Iterable<Readonly<Record<string, unknown>>>
  | {
      readonly searchEntries: Iterable<Readonly<Record<string, unknown>>>
      readonly searchReferences?: readonly string[]
    }

/**
 * Makes an org of the entries that an LDAP client returns: ldapts, also the result of its `search`, and ldapjs.
 *
 * They are read as {@link parseLdif} reads the same entries. Values are texts or bytes, one or a list; an empty list is no value.
 * `searchReferences` say that other servers have more entries, which is an `INCOMPLETE_PAGE` issue.
 *
 * Complexity: O(characters).
 *
 * @param entries The entries, in any order.
 * @param options As for {@link parseLdif}.
 * @returns The org.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { managerOf } from 'rolegraph'
 * import { parseLdapEntries } from 'rolegraph/import'
 *
 * // const entries = await client.search('ou=Staff,dc=ex,dc=org', { attributes: ['cn', 'title', 'uid', 'manager'] })
 * const entries = [
 *   { dn: 'uid=bo,ou=Staff,dc=ex,dc=org', uid: 'bo', cn: 'Bo Lee', manager: 'UID=ann, OU=Staff, DC=ex, DC=org' },
 *   { dn: 'uid=ann,ou=Staff,dc=ex,dc=org', uid: 'ann', cn: 'Ann Roe', manager: [] },
 * ]
 * console.log(managerOf(parseLdapEntries(entries, { attributes: { id: 'uid' } }), 'bo')) // => ann
 * ```
 * @see {@link safeParseLdapEntries} returns issues instead of throwing.
 */
export function parseLdapEntries(
  entries: LdapEntries,
  options?: LdapEntriesOptions,
): Org<string, string, LdapData> {
  return orgOrThrow(safeParseLdapEntries(entries, options))
}

/**
 * Makes an org of the entries of an LDAP client like {@link parseLdapEntries}, and returns issues instead of throwing.
 *
 * Complexity: O(characters).
 *
 * @param entries The entries, in any order.
 * @param options As for {@link parseLdif}.
 * @returns `{ ok, org, issues }`. The place of an issue is the number of the entry, from 0, as `record`.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data.
 * @example
 * ```ts
 * import { safeParseLdapEntries } from 'rolegraph/import'
 *
 * const { issues } = safeParseLdapEntries([
 *   { dn: 'cn=Ann,dc=ex', manager: ['cn=Bo,dc=ex', 'cn=Cy,dc=ex'] },
 *   { dn: 'cn=Bo,dc=ex' },
 *   { dn: 'cn=Cy,dc=ex' },
 * ])
 * console.log(issues[0]?.message) // => 'cn=Ann,dc=ex' has several managers: 'cn=Bo,dc=ex' and 'cn=Cy,dc=ex'
 * console.log(issues[0]?.place) // => { record: 0 }
 * ```
 */
export function safeParseLdapEntries(
  entries: LdapEntries,
  options?: LdapEntriesOptions,
): ImportResult<LdapData> {
  const own = ownOptions<LdapOptions>(PARSER, options, LDAP_OPTIONS)
  const issues = new ImportIssues(limitsOf(own.limits))
  return importResult(finished(readEntries(entries, own, issues)), issues, own)
}

const PARSER = 'parseLdapEntries'

function* readEntries(
  received: unknown,
  options: LdapOptions,
  issues: ImportIssues,
): Steps<Org<string, string, LdapData> | undefined> {
  const attributes = ldapAttributesOf(options)
  const entries = entriesIn(received, issues)
  const rows = new LdapRows(attributes, options.classes, issues.limits.idLength)
  const copies: LdapData[] = []
  const left = linesIn(attributes)
  let index = 0
  for (const entry of entries) {
    if (index >= issues.limits.rows) {
      issues.exceeded('rows', placeOf(index))
      return undefined
    }
    const before = rows.count
    const values = takeEntry(entry, index, rows, issues)
    if (rows.width > issues.limits.columns) {
      issues.exceeded('columns', placeOf(index))
      return undefined
    }
    if (values !== undefined && rows.count > before) copies.push(ldapData(values, left))
    index++
  }
  return yield* ldapOrg({ rows, placeOf, data: (row) => copies[row], attributes }, options, issues)
}

function placeOf(record: number): Place {
  return { record }
}

/** The list of entries. Throws `INVALID_ARGUMENT` for anything else. */
function entriesIn(received: unknown, issues: ImportIssues): Iterable<unknown> {
  const found = isObject(received) ? ownValue(received, 'searchEntries') : undefined
  const entries: unknown = found ?? received
  if (
    typeof entries !== 'object' ||
    entries === null ||
    !isIterable(entries) ||
    ArrayBuffer.isView(entries)
  ) {
    throw invalidArgument(PARSER, 'entries', received, 'a list of entries, or a result with searchEntries')
  }
  const references = isObject(received) ? ownValue(received, 'searchReferences') : undefined
  if (Array.isArray(references) && references.length > 0) {
    const addresses = references.map(String)
    issues.add('INCOMPLETE_PAGE', {
      place: {},
      witness: addresses,
      message: `The entries are not the whole result: other servers have more, ${quote(addresses[0])}`,
      suggestion: 'Search these servers too, and pass all entries as one list.',
    })
  }
  return entries
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value && typeof value[Symbol.iterator] === 'function'
}

type NamedValue = readonly [name: string, value: LdapValue]

/** Adds an entry; returns its values, with its name as `dn`. `undefined`, with an issue, for what is no entry. */
function takeEntry(
  entry: unknown,
  index: number,
  rows: LdapRows,
  issues: ImportIssues,
): readonly NamedValue[] | undefined {
  const invalid = (field: string, received: unknown, expected: string): void => {
    addPlaced(issues, 'INVALID_FIELD', { record: index, field }, () => ({
      witness: [quote(received)],
      message: `expected ${expected}, received ${quote(received)}`,
      suggestion: 'Pass the entries as the client returns them.',
    }))
  }
  const dn = isObject(entry) ? (ownValue(entry, 'dn') ?? ownValue(entry, 'objectName')) : undefined
  if (!isObject(entry) || typeof dn !== 'string') {
    invalid('dn', isObject(entry) ? dn : entry, 'an entry with its name as dn')
    return undefined
  }
  const name = encodeUtf8(dn)
  if (!rows.begin(name, 0, name.length, index)) {
    invalid('dn', dn, 'a distinguished name such as cn=Ann Roe,dc=example,dc=org')
  }
  const values: NamedValue[] = [['dn', dn]]
  for (const [type, given] of attributesIn(entry)) {
    const bytes = encodeUtf8(type)
    const attribute = rows.attribute(bytes, 0, bytes.length)
    const list: readonly unknown[] = Array.isArray(given) ? given : [given]
    if (attribute.uses.some(({ part }) => part === 'manager')) rows.hasManagers = true
    for (const value of list) {
      if (value === undefined || value === null) continue
      const text = typeof value === 'string' ? encodeUtf8(value) : value
      if (!(text instanceof Uint8Array)) {
        invalid(type, value, 'a string or bytes')
        continue
      }
      const isText = typeof value === 'string' || invalidUtf8At(text, 0, text.length) === -1
      if (isText) rows.add(attribute, text, 0, text.length, index)
      else if (attribute.uses.length > 0) invalid(type, value, 'a string')
      values.push([type, isText ? new TextDecoder().decode(text) : { base64: base64Of(text) }])
    }
  }
  rows.end(index)
  return values
}

/** The attributes of an entry, in either form. */
function* attributesIn(entry: object): Generator<readonly [type: string, value: unknown]> {
  const listed = ownValue(entry, 'attributes')
  if (typeof ownValue(entry, 'objectName') === 'string' && Array.isArray(listed)) {
    for (const attribute of listed as readonly unknown[]) {
      const type = isObject(attribute) ? ownValue(attribute, 'type') : undefined
      if (isObject(attribute) && typeof type === 'string')
        yield [type, ownValue(attribute, 'values') ?? ownValue(attribute, 'vals')]
    }
    return
  }
  for (const [type, value] of Object.entries(entry) as [string, unknown][]) {
    if (type !== 'dn' && !NOT_ATTRIBUTES.has(type)) yield [type, value]
  }
}

/** What older versions of ldapjs put next to the attributes. */
const NOT_ATTRIBUTES: ReadonlySet<string> = new Set(['controls'])

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
