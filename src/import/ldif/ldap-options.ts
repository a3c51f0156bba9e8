import { invalidOption } from '../../internal.js'
import { DIRECTORY_OPTIONS, type DirectoryOptions } from '../directory/directory-pages.js'
import { checkSwitch, checkText, checkWords, namedValues } from '../input/import-options.js'

/** The parts of a role that an attribute of an entry can hold. */
export type LdapPart = 'id' | 'manager' | 'dotted' | 'title' | 'name' | 'unit' | 'email'

/** How the entries of an LDAP directory are read. */
export interface LdapOptions extends DirectoryOptions {
  /**
   * The attribute of each part, where it is not the usual one; `null` for none. Default: the id is the distinguished name (`dn`), the
   * manager `manager`, the title `title`, the name `displayName` or `cn`, the unit `department` or `ou`, and the e-mail address
   * `mail` or `userPrincipalName`; no attribute holds dotted managers.
   */
  readonly attributes?: { readonly id?: string } & {
    readonly [Part in Exclude<LdapPart, 'id'>]?: string | null
  }
  /**
   * The object classes whose entries are roles, compared without case. Default: people (`person`, `user`, `contact` and what is
   * based on them, but no `computer`) and `organizationalRole`; an entry without an object class is a role too.
   */
  readonly classes?: readonly string[]
}

/** The options of LDAP that not every importer has. */
export const LDAP_OPTIONS: readonly (keyof LdapOptions)[] = Object.freeze([
  ...DIRECTORY_OPTIONS,
  'attributes',
  'classes',
])

/** The attributes of each part, in lower case and the best first. */
export type LdapAttributes = Readonly<Record<LdapPart, readonly string[]>>

const USUAL: LdapAttributes = Object.freeze({
  id: ['dn'],
  manager: ['manager'],
  dotted: [],
  title: ['title'],
  name: ['displayname', 'cn'],
  unit: ['department', 'ou'],
  email: ['mail', 'userprincipalname'],
})

/** The attributes of each part. Throws `INVALID_OPTION` for what {@link LdapOptions} do not allow. */
export function ldapAttributesOf(options: LdapOptions): LdapAttributes {
  checkText('unitPrefix', options.unitPrefix)
  checkSwitch('flat', options.flat)
  checkSwitch('people', options.people)
  checkWords('classes', options.classes)
  if (options.attributes === undefined) return USUAL
  const parts = Object.keys(USUAL)
  const allowed = "an object of names of attributes: { id: 'employeeNumber', unit: 'ou' }"
  const given = namedValues('attributes', options.attributes, parts, allowed)
  const own = new Map<string, readonly string[]>()
  for (const [part, name] of Object.entries<unknown>({ ...given })) {
    if (name === undefined) continue
    const isText = typeof name === 'string' && name !== ''
    if (!isText && (part === 'id' || name !== null))
      throw invalidOption(`attributes.${part}`, name, part === 'id' ? 'a name' : ['a name', 'null'])
    own.set(part, isText ? [name.toLowerCase()] : [])
  }
  return { ...USUAL, ...Object.fromEntries(own) }
}
