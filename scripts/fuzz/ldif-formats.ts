import { parseLdapEntries, parseLdif, safeParseLdapEntries, safeParseLdif } from 'rolegraph/import'
import type { FuzzFormat } from './fuzz-format.js'
import { mutatedText } from './mutate-text.js'
import type { Random } from './random.js'

const NAMES = [
  'CN=Roe\\, Ann,OU=Staff,DC=ex,DC=org',
  'cn=roe\\2C  ann, ou=staff, dc=ex, dc=org',
  '<GUID=0b1e>;<SID=0105>;CN=Bo Lee,OU=Staff,DC=ex,DC=org',
  'CN=Bo Lee,OU=Staff,DC=ex,DC=org',
  'OU=Sales+CN=J. Smith,DC=ex,DC=org',
  'CN=Lu\\C4\\8Di\\C4\\87,DC=ex,DC=org',
  'CN=#04024869,DC=ex',
  'UID=__proto__,DC="ex"',
]
const LINES = [
  ...[
    'objectClass: person',
    'objectClass: organizationalRole',
    'objectClass: computer',
    'cn: Ada',
    'title: Head',
  ],
  ...[
    'title;lang-de: Leiterin',
    'department: PMO',
    'employeeNumber: 007',
    'jpegPhoto:: /9j/4A==',
    'constructor: x',
  ],
  ...[
    'mail: ada@ex.org',
    'changetype: add',
    'description: a long\n er text',
    '# a comment',
    'photo:< file:///x',
  ],
]

function entry(random: Random): string {
  const name = random.pick(NAMES)
  const lines = Array.from({ length: random.below(5) }, () => random.pick(LINES))
  for (const type of ['manager', 'directReports', 'roleOccupant', 'manager;lang-en'])
    if (random.oneIn(3)) lines.push(`${type}: ${random.pick(NAMES)}`)
  const dn = random.oneIn(4) ? `dn:: ${Buffer.from(name).toString('base64')}` : `dn: ${name}`
  return [dn, ...lines, '', ''].join('\n')
}

function ldifText(random: Random): string {
  const version = random.oneIn(2) ? 'version: 1\n\n' : ''
  const footer = random.oneIn(8) ? 'search: 2\nresult: 0 Success\n' : ''
  return version + Array.from({ length: 1 + random.below(4) }, () => entry(random)).join('') + footer
}

const OPTIONS = {
  attributes: [{ id: 'employeeNumber' }, { dotted: 'seeAlso' }, { name: null, unit: 'ou' }],
  classes: [['person'], []],
  people: [true, false],
  flat: [true],
  unitPrefix: ['unit:', ''],
}

function ldif(): FuzzFormat {
  return {
    name: 'ldif',
    options: OPTIONS,
    text: (random) => ({
      text: random.oneIn(4) ? ldifText(random) : mutatedText(ldifText(random), ldifText(random), random),
      options: random.oneIn(2) ? { flat: true } : {},
    }),
    safeParse: (source, options) => safeParseLdif(source, options),
    parse: (source, options) => parseLdif(source, options),
  }
}

/** Entries of a client, made of mutated LDIF: what is not text here is not text there. */
function ldapEntries(): FuzzFormat {
  const entriesOf = (source: string | Uint8Array): readonly Record<string, unknown>[] => {
    const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1')
    return text.split(/\n{2,}/).map((record, index) => {
      const fields = record.split('\n').map((line): [string, unknown] => {
        const [name = '', value = ''] = line.split(/::? ?/, 2)
        return [
          name,
          index % 3 === 0 ? value : index % 3 === 1 ? [value, value] : Buffer.from(value, 'latin1'),
        ]
      })
      return Object.fromEntries(fields.map(([name, value]) => [name, name === 'dn' ? String(value) : value]))
    })
  }
  return {
    ...ldif(),
    name: 'ldap-entries',
    safeParse: (source, options) => safeParseLdapEntries(entriesOf(source), options),
    parse: (source, options) => parseLdapEntries(entriesOf(source), options),
  }
}

/** The formats of LDAP directories, each made when it is needed. */
export const LDAP_FORMATS = { ldif, 'ldap-entries': ldapEntries }
