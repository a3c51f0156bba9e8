import { isOrgError, managerOf, roleOf, rolesOf } from 'rolegraph'
import { type LdapEntries, parseLdapEntries, parseLdif, safeParseLdapEntries } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const ANN = 'CN=Roe\\, Ann,DC=ex'
const BO = 'CN=Bo Lee,DC=ex'

// As ldapts 8 returns them, with the attributes that were requested: an attribute without a value is an empty list.
const LDAPTS = [
  {
    dn: BO,
    cn: 'Bo Lee',
    objectClass: ['top', 'person'],
    manager: 'CN=roe\\2C ann,DC=ex',
    title: [],
    'manager;lang-en': [],
  },
  {
    dn: ANN,
    cn: 'Roe, Ann',
    objectClass: ['top', 'person'],
    manager: [],
    title: 'Head',
    thumbnailPhoto: Uint8Array.of(0xff, 0xd8),
  },
]

// As the pojo of entries of ldapjs 3.
const LDAPJS = LDAPTS.map(({ dn, ...attributes }) => ({
  messageId: 2,
  type: 'SearchResultEntry',
  objectName: dn,
  attributes: Object.entries(attributes)
    .filter(([, value]) => typeof value === 'string' || value.length > 0)
    .map(([type, value]) => ({ type, values: Array.isArray(value) ? value : [value] })),
  controls: [],
}))

describe('entries of LDAP clients', () => {
  it.each<[client: string, entries: LdapEntries]>([
    ['ldapts', LDAPTS],
    ['a search with ldapts', { searchEntries: LDAPTS, searchReferences: [] }],
    ['ldapjs', LDAPJS],
    ['an iterable', new Set(LDAPTS)],
  ])('are read: %s', (_client, entries) => {
    const { issues } = safeParseLdapEntries(entries)
    expect(issues).toEqual([])
    const org = parseLdapEntries(entries)
    expect(rolesOf(org)).toEqual([BO, ANN])
    expect(managerOf(org, BO)).toBe(ANN)
    expect(roleOf(org, BO).title).toBe('Bo Lee')
    expect(roleOf(org, ANN)).toMatchObject({ title: 'Head', holders: ['Roe, Ann'] })
    expect(roleOf(org, ANN).data).toEqual({
      dn: ANN,
      cn: 'Roe, Ann',
      objectClass: ['top', 'person'],
      title: 'Head',
      thumbnailPhoto: { base64: '/9g=' },
    })
  })

  it('are the same as in LDIF', () => {
    const text = `dn: ${BO}\ncn: Bo Lee\nobjectClass: top\nobjectClass: person\nmanager: CN=roe\\2C ann,DC=ex\n\ndn: ${ANN}\ncn: Roe, Ann\nobjectClass: top\nobjectClass: person\ntitle: Head\nthumbnailPhoto:: /9g=\n`
    const [one, other] = [parseLdif(text), parseLdapEntries(LDAPTS)]
    for (const id of rolesOf(one)) expect(roleOf(other, id)).toEqual(roleOf(one, id))
  })

  it('are copied', () => {
    const values = ['one', 'two']
    const org = parseLdapEntries([{ dn: 'cn=a', description: values }])
    values.push('three')
    expect(roleOf(org, 'cn=a').data).toMatchObject({ description: ['one', 'two'] })
  })

  it.each<[what: string, entries: unknown, codes: readonly string[]]>([
    [
      'two managers',
      [{ dn: 'cn=a', manager: ['cn=b', 'cn=c'] }, { dn: 'cn=b' }, { dn: 'cn=c' }],
      ['SEVERAL_MANAGERS'],
    ],
    ['no name', [{ cn: 'a' }], ['INVALID_FIELD']],
    ['a word', ['cn=a'], ['INVALID_FIELD']],
    ['a number as a value', [{ dn: 'cn=a', uidNumber: 7 }], ['INVALID_FIELD']],
    ['bytes as the title', [{ dn: 'cn=a', title: Uint8Array.of(0xff) }], ['INVALID_FIELD']],
    ['references', { searchEntries: [], searchReferences: ['ldap://other'] }, ['INCOMPLETE_PAGE']],
    ['nobody with a manager', [{ dn: 'cn=a' }, { dn: 'cn=b' }], ['NO_MANAGERS']],
    [
      'nothing wrong where the managers were requested',
      [
        { dn: 'cn=a', manager: [] },
        { dn: 'cn=b', manager: [] },
      ],
      [],
    ],
  ])('have an issue: %s', (_what, entries, codes) => {
    const { issues } = safeParseLdapEntries(entries as LdapEntries)
    expect(issues.map(({ code }) => code)).toEqual(codes)
  })

  it.each([undefined, null, 7, 'dn: cn=a', {}, Symbol('entries'), new Uint8Array(2)])(
    'are not %s',
    (entries) => {
      const thrown = thrownBy(() => parseLdapEntries(entries as never))
      expect(isOrgError(thrown, 'INVALID_ARGUMENT')).toBe(true)
    },
  )

  it('stop at the limit of rows', () => {
    const { issues } = safeParseLdapEntries([{ dn: 'cn=a' }, { dn: 'cn=b' }], { limits: { rows: 1 } })
    expect(issues).toMatchObject([{ code: 'LIMIT_EXCEEDED', witness: ['rows', '1'] }])
  })
})
