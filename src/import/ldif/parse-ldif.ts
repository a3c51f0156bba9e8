import type { Org, Place, Steps } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import { LinePlaces } from '../input/line-places.js'
import { bytesIn, type Source, type StreamSource } from '../input/source.js'
import { ldapData, linesIn } from './ldap-data.js'
import { LDAP_OPTIONS, ldapAttributesOf, type LdapOptions } from './ldap-options.js'
import type { LdapData } from './ldap-input.js'
import { ldapOrg } from './ldap-org.js'
import { LdapRows } from './ldap-rows.js'
import { ldifValues, scanLdif } from './scan-ldif.js'

/**
 * Reads an org from the entries of an LDAP directory as LDIF (RFC 2849), as `ldapsearch`, `slapcat` and `ldifde` write it.
 *
 * Each person is a role, and so is each `organizationalRole`; other entries are left out with a note. The id of a role is the
 * distinguished name of its entry as it is written, or the attribute that `attributes: { id: … }` names; its title is `title`, else
 * the name; its holder is `displayName` or `cn`, its unit `department` or `ou`. `data` is the whole entry without the lines.
 *
 * Managers are found by their names, compared as RFC 4514 says: without regard to case, blanks and how characters are escaped, and
 * with or without the `<GUID=…>;<SID=…>;` of Active Directory. A manager who is not among the entries is an issue; two managers of
 * one entry are one too, and the first is used. `directReports` are compared with the managers, and used where an entry has none.
 * A value with options (`manager;lang-en`) is read where there is none without. A result that was cut off, a reference to another
 * server and a record of a change are issues, and an address of a value is never opened.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options `attributes` for other names, `classes` of the entries that are roles; `people: true`; `mode`; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { managerOf, roleOf } from 'rolegraph'
 * import { parseLdif } from 'rolegraph/import'
 *
 * const org = parseLdif(`version: 1
 *
 * dn: CN=Bo Lee,OU=Staff,DC=ex,DC=org
 * objectClass: inetOrgPerson
 * cn: Bo Lee
 * title: Analyst
 * employeeNumber: 7
 * manager: cn=roe\\, ann, ou=staff, dc=ex, dc=org
 *
 * dn: CN=Roe\\, Ann,OU=Staff,DC=ex,DC=org
 * objectClass: inetOrgPerson
 * cn: Roe, Ann
 * title: Head
 * employeeNumber: 3
 * `, { attributes: { id: 'employeeNumber' } })
 * console.log(managerOf(org, '7')) // => 3
 * console.log(roleOf(org, '3').holders) // => [ 'Roe, Ann' ]
 * ```
 * @see {@link safeParseLdif} returns issues instead of throwing. {@link parseLdapEntries} reads what an LDAP client returns.
 */
export function parseLdif(source: Source, options?: LdapOptions): Org<string, string, LdapData>
export function parseLdif(source: StreamSource, options?: LdapOptions): Promise<Org<string, string, LdapData>>
export function parseLdif(
  source: Source | StreamSource,
  options?: LdapOptions,
): Org<string, string, LdapData> | Promise<Org<string, string, LdapData>> {
  return throwing(source, options)
}

/**
 * Reads an org from LDIF like {@link parseLdif}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no org. In lenient mode the org has whatever can be read.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseLdif}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { safeParseLdif } from 'rolegraph/import'
 *
 * const result = safeParseLdif('dn: uid=ada,dc=ex,dc=org\nmanager: uid=eve,dc=ex,dc=org\n')
 * console.log(result.issues[0]?.message)
 * // => Line 2, column 1: 'uid=ada,dc=ex,dc=org' reports to 'uid=eve,dc=ex,dc=org', which is not among the entries
 * ```
 */
export function safeParseLdif(source: Source, options?: LdapOptions): ImportResult<LdapData>
export function safeParseLdif(source: StreamSource, options?: LdapOptions): Promise<ImportResult<LdapData>>
export function safeParseLdif(
  source: Source | StreamSource,
  options?: LdapOptions,
): ImportResult<LdapData> | Promise<ImportResult<LdapData>> {
  return safe(source, options)
}

function* readLdif(
  source: Source,
  options: LdapOptions,
  issues: ImportIssues,
): Steps<Org<string, string, LdapData> | undefined> {
  const attributes = ldapAttributesOf(options)
  const bytes = yield* bytesIn('parseLdif', source, options.encoding, issues)
  if (bytes === undefined) return undefined
  const rows = new LdapRows(attributes, options.classes, issues.limits.idLength)
  if (!(yield* scanLdif(bytes, rows, issues))) return undefined
  const places = new LinePlaces(bytes)
  const placeOf = (origin: number): Place => places.at(origin)
  // Data are made when they are first read. A copy of the caller's bytes, which may change; `slice` makes none of a Buffer.
  const own = typeof source === 'string' ? bytes : new Uint8Array(bytes)
  const [origins, pasts] = [rows.origins.taken.slice(), rows.pasts.taken.slice()]
  const left = linesIn(attributes)
  const data = (row: number): LdapData => ldapData(ldifValues(own, origins[row], pasts[row]), left)
  return yield* ldapOrg({ rows, placeOf, data, attributes }, options, issues)
}

const safe = /* @__PURE__ */ safeParseOf({ parser: 'parseLdif', options: LDAP_OPTIONS, read: readLdif })
const throwing = /* @__PURE__ */ parseOf(safe)
