import { type Change, givenOptions, invalidOption, type Org, textFunction } from '../../internal.js'
import { type LeftOutChange, netUpdates } from '../changes/net-updates.js'
import {
  type Carried,
  loseBesideRoles,
  loseOfRole,
  type LoseOfTable,
  type TableLoss,
} from '../csv/table-losses.js'
import { isBlank, loseField, type TableRole, TableRoles, tableText } from '../csv/table-rows.js'
import { type Exported, exportedBy } from '../exported.js'
import { comparedValue, dnValue, ldifLine } from './ldif-text.js'

/** How {@link toLdif} writes. One of `base` and `dn` is needed. */
export interface LdifExportOptions {
  /** The entry below which all entries are: `ou=People,dc=example,dc=org`. The name of an entry is then `uid=…` and the base. */
  readonly base?: string
  /** The distinguished name of the entry of a role: for a chart whose ids are such names, `(id) => id`. */
  readonly dn?: (role: string) => string
  /** The attribute for dotted managers: `seeAlso`, which people and posts have. Default: they are left out. */
  readonly dotted?: string
}

/**
 * Writes an org as the entries of an LDAP directory, as LDIF (RFC 2849).
 *
 * A role that is filled is an `inetOrgPerson` with the name of its first holder as `displayName` and `cn`, any other role an
 * `organizationalRole`, which has its further attributes as an `extensibleObject`. Both have the id as `uid`, and `title`, `ou`, `mail` and
 * `manager`. `parseLdif` with `attributes: { id: 'uid' }` reads them back. Names of entries are compared without case, so that of two ids that differ in
 * nothing else only the first is written. The base itself is not written. What is left out is in `lost`.
 *
 * Complexity: O(characters).
 *
 * @param org The org to write.
 * @param options `base` or `dn`; `dotted`.
 * @returns The text, also in chunks, and what it does not carry.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toLdif } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { ceo: { vacant: true }, cfo: { reportsTo: 'ceo', holders: ['Ada Byron'] } } })
 * console.log(toLdif(org, { base: 'ou=People,dc=ex' }).text.split('\n\n')[2]?.split('\n').slice(0, 2))
 * // => [ 'dn: uid=cfo,ou=People,dc=ex', 'objectClass: top' ]
 * ```
 * @see {@link toLdifChanges} writes a list of changes.
 */
export function toLdif(org: Org, options: LdifExportOptions): Exported<TableLoss> {
  const settings = settingsOf('toLdif', options)
  const roles = new TableRoles(org)
  return exportedBy(function* (lose) {
    yield 'version: 1\n'
    const keeps = carriedBy(settings)
    const held = heldRoles(roles, settings, lose)
    const units = new Set<string>()
    const seated = new Set<string>()
    for (const role of roles) {
      if (!held.has(role.id)) continue
      loseOfRole(role.id, role.spec, keeps, lose)
      if (role.spec.unit !== undefined && !isBlank(role.spec.unit)) units.add(role.spec.unit)
      const holder = role.spec.holders?.at(0)
      if (holder !== undefined) seated.add(typeof holder === 'string' ? holder : holder.person)
      if ((role.spec.holders?.length ?? 0) > 1) loseField(role, 'holders', lose)('shortened')
      yield `\n${entryText(role, roles, held, settings, lose)}`
    }
    loseBesideRoles(
      roles.state,
      keeps,
      (unit) => units.has(unit),
      (person) => seated.has(person),
      lose,
    )
  })
}

/**
 * Writes a list of changes as change records of LDIF: `changetype: modify` of the manager, the title and the unit, `add` for a role
 * that is added, and `delete` for one that is removed, as `ldapmodify` reads them. Data only: nothing is sent.
 *
 * The changes are applied first, so that the records have what they come to, also the managers of reports that a removal
 * lifts. Roles are added first and removed last. What the records do not carry is in `leftOut`.
 *
 * Complexity: O(roles + changes).
 *
 * @param org The org before the changes.
 * @param changes The changes.
 * @param options As for {@link toLdif}.
 * @returns The text, and the changes that it does not carry.
 * @throws {@link OrgError} `INVALID_CHANGES` with all problems; `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toLdifChanges } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' }, c: { reportsTo: 'b' } } })
 * const { text } = toLdifChanges(org, [{ do: 'set-manager', role: 'c', manager: 'a' }], { base: 'dc=ex' })
 * console.log(text.split('\n').slice(2, 6))
 * // => [ 'dn: uid=c,dc=ex', 'changetype: modify', 'replace: manager', 'manager: uid=a,dc=ex' ]
 * ```
 */
export function toLdifChanges(
  org: Org,
  changes: readonly Change[],
  options: LdifExportOptions,
): { readonly text: string; readonly leftOut: readonly LeftOutChange[] } {
  const settings = settingsOf('toLdifChanges', options)
  const { after, updates, added, removed, leftOut } = netUpdates('toLdifChanges', org, changes, true)
  const { dnOf } = settings
  const roles = new TableRoles(after)
  const all = new Set(roles.state.columns.ids)
  const records: string[] = []
  for (const role of roles) {
    if (!added.has(role.id)) continue
    const [name = '', ...lines] = entryText(role, roles, all, settings, () => undefined).split(/(?<=\n)(?! )/)
    records.push(`${name}changetype: add\n${lines.join('')}`)
  }
  for (const [role, { manager, title, unit }] of updates) {
    if (added.has(role)) continue
    const parts = [
      ['manager', manager === undefined || manager === null ? manager : dnOf(manager)],
      ['title', title],
      ['ou', unit],
    ] as const
    let text = `${ldifLine('dn', dnOf(role))}changetype: modify\n`
    for (const [attribute, value] of parts) {
      // A replacement by nothing removes the attribute, and is no error where there is none.
      if (value !== undefined)
        text += `replace: ${attribute}\n${value === null ? '' : ldifLine(attribute, value)}-\n`
    }
    records.push(text)
  }
  for (const role of removed) records.push(`${ldifLine('dn', dnOf(role))}changetype: delete\n`)
  return { text: ['version: 1\n', ...records].join('\n'), leftOut }
}

interface Settings {
  readonly dnOf: (role: string) => string
  readonly dotted: string | undefined
}

function settingsOf(caller: string, options: unknown): Settings {
  const given = givenOptions(caller, options, ['base', 'dn', 'dotted'])
  const [base, dn, dotted] = [given.get('base'), given.get('dn'), given.get('dotted')]
  if (dotted !== undefined && (typeof dotted !== 'string' || !/^[a-z][a-z0-9-]*$/i.test(dotted)))
    throw invalidOption('dotted', dotted, "the name of an attribute, such as 'seeAlso'")
  if (dn !== undefined) {
    if (base !== undefined) throw invalidOption('base', base, 'used only without dn')
    return { dnOf: textFunction('dn', dn), dotted }
  }
  if (typeof base !== 'string' || !base.includes('='))
    throw invalidOption('base', base, "a distinguished name, such as 'ou=People,dc=example,dc=org'")
  return { dnOf: (role) => `uid=${dnValue(role)},${base}`, dotted }
}

function carriedBy({ dotted }: Settings): Carried {
  const fields = ['title', 'reportsTo', 'unit', 'holders', 'vacant'] as const
  return {
    role: new Set([...fields, ...(dotted === undefined ? [] : (['dottedTo'] as const))]),
    lineNames: false,
    terms: false,
    people: 'names',
  }
}

/** The roles whose entries have names of their own. */
function heldRoles(roles: TableRoles, { dnOf }: Settings, lose: LoseOfTable): ReadonlySet<string> {
  roles.lose(lose)
  const held = new Set<string>()
  const names = new Set<string>()
  for (const { id } of roles) {
    const name = comparedValue(dnOf(tableText(id, () => undefined)))
    if (names.has(name)) lose({ kind: 'role', of: [id], field: undefined, why: 'same-name' })
    else held.add(id)
    names.add(name)
  }
  return held
}

const PERSON = ['top', 'person', 'organizationalPerson', 'inetOrgPerson'] as const
const POST = ['top', 'organizationalRole', 'extensibleObject'] as const

function entryText(
  role: TableRole,
  roles: TableRoles,
  held: ReadonlySet<string>,
  { dnOf, dotted }: Settings,
  lose: LoseOfTable,
): string {
  const { id, spec } = role
  const holder = spec.holders?.at(0)
  const name = holder === undefined ? '' : tableText(roles.nameOf(holder), loseField(role, 'holders', lose))
  // An entry without a person is read as a vacant post.
  if (name === '' && spec.vacant !== true) lose({ kind: 'role', of: [id], field: undefined, why: 'blank' })
  const title = tableText(spec.title, loseField(role, 'title', lose))
  const unit = tableText(spec.unit, loseField(role, 'unit', lose))
  const uid = tableText(id, () => undefined)
  const cn = name || title || uid
  let text = ldifLine('dn', dnOf(uid))
  for (const kind of name === '' ? POST : PERSON) text += `objectClass: ${kind}\n`
  text += ldifLine('uid', uid) + ldifLine('cn', cn)
  if (name !== '') text += ldifLine('sn', cn.trim().split(' ').at(-1) ?? cn) + ldifLine('displayName', name)
  // Without a title, a reader takes the name.
  text += ldifLine('title', title === '' ? uid : title)
  if (unit !== '') text += ldifLine('ou', unit)
  const email = holder === undefined ? undefined : roles.emailOf(holder)
  if (email !== undefined && !isBlank(email)) text += ldifLine('mail', email)
  const manager = roles.managerOf(role, lose)
  if (manager !== undefined) {
    if (held.has(manager)) text += ldifLine('manager', dnOf(tableText(manager, () => undefined)))
    else lose({ kind: 'solid-line', of: [id, manager], field: undefined, why: 'no-such-end' })
  }
  for (const { to } of dotted === undefined ? [] : roles.dottedOf(role, lose)) {
    if (held.has(to)) text += ldifLine(dotted ?? '', dnOf(tableText(to, () => undefined)))
    else lose({ kind: 'dotted-line', of: [id, to], field: undefined, why: 'no-such-end' })
  }
  return text
}
