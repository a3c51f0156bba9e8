import {
  assignmentsOf,
  isOrgError,
  issuesOf,
  managerOf,
  managersOf,
  membersOf,
  orphansOf,
  peopleOf,
  personOf,
  roleOf,
  rolesOf,
} from 'rolegraph'
import { type LdapOptions, parseLdif, safeParseLdif } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const ANN = 'CN=Roe\\, Ann,OU=Staff,DC=ex,DC=org'
const BO = 'CN=Bo Lee,OU=Staff,DC=ex,DC=org'
const CY = 'CN=Cy Fox,OU=Staff,DC=ex,DC=org'

// The reports come before their manager, lines are folded, and names are written in three ways.
const LDIF = `version: 1

# Cy Fox, Staff, ex.org: a comment
  that goes on
dn: ${CY}
objectClass: top
objectClass: inetOrgPerson
cn: Cy Fox
title: Clerk
ou: Staff
manager: cn=bo lee, ou=Staff, dc=ex, dc=org

dn:: ${Buffer.from(BO).toString('base64')}
objectClass: inetOrgPerson
cn: Bo Lee
title;lang-de: Analytiker
title: Ana
 lyst
mail: bo@ex.org
manager: CN=Roe\\2C Ann,OU=S
 taff,DC=ex,DC=org

dn: ${ANN}
objectClass: inetOrgPerson
cn: Roe, Ann
displayName: Ann Roe
title: Head
jpegPhoto:: /9j/4A==
description: one
description: two

dn: OU=Staff,DC=ex,DC=org
objectClass: organizationalUnit
ou: Staff
`

const codesOf = (text: string, options?: LdapOptions): readonly string[] =>
  safeParseLdif(text, options).issues.map(({ code }) => code)

/** An entry of a person. */
const entry = (name: string, ...lines: readonly string[]): string =>
  [`dn: uid=${name},dc=ex`, 'objectClass: person', ...lines, '', ''].join('\n')

describe('LDIF', () => {
  it('is read with folded lines, comments, base64 and options', () => {
    const { issues } = safeParseLdif(LDIF)
    expect(issues).toMatchObject([
      { code: 'OPTION_APPLIED', severity: 'info', witness: ['classes', 'organizationalunit'] },
    ])
    const org = parseLdif(LDIF)
    expect(rolesOf(org)).toEqual([CY, BO, ANN])
    expect(rolesOf(org).map((id) => managerOf(org, id))).toEqual([BO, ANN, undefined])
    expect(rolesOf(org).map((id) => roleOf(org, id).title)).toEqual(['Clerk', 'Analyst', 'Head'])
    expect(rolesOf(org).map((id) => roleOf(org, id).holders)).toEqual([['Cy Fox'], ['Bo Lee'], ['Ann Roe']])
    expect(roleOf(org, CY).unit).toBe('Staff')
  })

  it('gives the whole entry as data, without the lines of the chart', () => {
    const org = parseLdif(LDIF)
    expect(roleOf(org, BO).data).toEqual({
      dn: BO,
      objectClass: 'inetOrgPerson',
      cn: 'Bo Lee',
      'title;lang-de': 'Analytiker',
      title: 'Analyst',
      mail: 'bo@ex.org',
    })
    expect(roleOf(org, ANN).data).toMatchObject({
      jpegPhoto: { base64: '/9j/4A==' },
      description: ['one', 'two'],
    })
    expect(Object.isFrozen(roleOf(org, ANN).data)).toBe(true)
  })

  it.each([
    ['carriage returns', LDIF.replaceAll('\n', '\r\n')],
    ['bytes', Buffer.from(LDIF)],
    ['UTF-16', Buffer.from(`\uFEFF${LDIF}`, 'utf16le')],
    ['records of changetype add, as ldifde writes them', LDIF.replace(/^dn:.*$/gm, '$&\nchangetype: add')],
    ['no version', LDIF.replace('version: 1\n\n', '')],
    ['no blank lines at the end', LDIF.trimEnd()],
  ])('is the same with %s', (_what, source) => {
    const org = parseLdif(source)
    expect(rolesOf(org).map((id) => managerOf(org, id))).toEqual([BO, ANN, undefined])
    expect(roleOf(org, ANN).data).toEqual(roleOf(parseLdif(LDIF), ANN).data)
  })

  it('is read as a stream', async () => {
    const bytes = Buffer.from(LDIF)
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7))
    }
    expect(rolesOf(await parseLdif(pieces()))).toEqual([CY, BO, ANN])
  })

  it('does not depend on bytes that the caller changes later', () => {
    const bytes = Buffer.from(LDIF)
    const org = parseLdif(bytes)
    bytes.fill(0)
    expect(roleOf(org, BO).data).toMatchObject({ mail: 'bo@ex.org' })
  })

  it('takes ids and parts from attributes that the caller names', () => {
    const text =
      entry('a', 'employeeNumber: 7', 'cn: Ada', 'sn: Byron', 'l: Leeds') +
      entry('b', 'EmployeeNumber: 8', 'cn: Bo', 'manager: UID=a,DC=ex')
    const org = parseLdif(text, { attributes: { id: 'employeeNumber', name: 'sn', unit: 'L', title: null } })
    expect(rolesOf(org)).toEqual(['7', '8'])
    expect(managerOf(org, '8')).toBe('7')
    expect(roleOf(org, '7')).toMatchObject({ holders: ['Byron'], unit: 'Leeds', title: 'Byron' })
    expect(membersOf(org, 'Leeds')).toEqual(['7'])
  })

  it('finds managers by the id where they are not distinguished names', () => {
    const text = entry('a', 'uid: a') + entry('b', 'uid: b', 'manager: a')
    expect(managerOf(parseLdif(text, { attributes: { id: 'uid' } }), 'b')).toBe('a')
  })

  it('reads dotted managers from an attribute that the caller names', () => {
    const text =
      entry('a') +
      entry('b', 'manager: uid=a,dc=ex', 'seeAlso: uid=C,dc=ex', 'seeAlso: uid=a,dc=ex') +
      entry('c')
    const org = parseLdif(text, { attributes: { dotted: 'seeAlso' } })
    expect(managersOf(org, 'uid=b,dc=ex', { lines: 'dotted' })).toEqual(['uid=c,dc=ex', 'uid=a,dc=ex'])
  })

  it('makes people of the entries on request', () => {
    const org = parseLdif(LDIF, { people: true })
    expect(peopleOf(org)).toEqual([CY, BO, ANN])
    expect(personOf(org, BO)).toMatchObject({ name: 'Bo Lee', email: 'bo@ex.org' })
    expect(assignmentsOf(org, { role: ANN })).toMatchObject([{ person: ANN, role: ANN }])
  })

  it('reads posts: their occupants hold them, and without one they are vacant', () => {
    const post = 'objectClass: organizationalRole'
    const text = [
      [
        'dn: cn=Director,dc=ex',
        post,
        'cn: Director',
        'roleOccupant: UID=ada,DC=ex',
        'roleOccupant: cn=Eve\\, X,dc=other',
        '',
      ],
      ['dn: cn=Clerk,dc=ex', post, 'cn: Clerk', 'manager: cn=director,dc=ex', ''],
      ['dn: uid=ada,dc=ex', 'objectClass: inetOrgPerson', 'cn: Ada Byron', ''],
    ]
    const org = parseLdif(text.flat().join('\n'))
    expect(roleOf(org, 'cn=Director,dc=ex')).toMatchObject({
      title: 'Director',
      holders: ['Ada Byron', 'Eve, X'],
      vacant: false,
    })
    expect(roleOf(org, 'cn=Clerk,dc=ex')).toMatchObject({ holders: [], vacant: true })
    const posts = parseLdif(text.flat().join('\n'), { classes: ['organizationalrole'] })
    expect(rolesOf(posts)).toEqual(['cn=Director,dc=ex', 'cn=Clerk,dc=ex'])
    expect(roleOf(posts, 'cn=Director,dc=ex').holders).toEqual(['ada', 'Eve, X'])
  })

  it('leaves out computers, which are users too', () => {
    const text = entry('a', 'objectClass: user') + entry('pc', 'objectClass: user', 'objectClass: computer')
    expect(rolesOf(parseLdif(text))).toEqual(['uid=a,dc=ex'])
  })

  it('reads an entry whose object classes were not requested', () => {
    expect(rolesOf(parseLdif('dn: uid=a\ncn: A\n'))).toEqual(['uid=a'])
  })

  it('prefers a value without options, and reads one with options where there is no other', () => {
    const text =
      entry('a') +
      entry('b') +
      entry('c', 'manager;lang-en: uid=a,dc=ex') +
      entry('d', 'manager;lang-en: uid=a,dc=ex', 'manager: uid=b,dc=ex')
    const org = parseLdif(text)
    expect(managerOf(org, 'uid=c,dc=ex')).toBe('uid=a,dc=ex')
    expect(managerOf(org, 'uid=d,dc=ex')).toBe('uid=b,dc=ex')
  })

  it('takes the footer of ldapsearch for what it is', () => {
    expect(
      codesOf(`${entry('a')}# search result\nsearch: 2\nresult: 0 Success\n\n# numResponses: 2\n`),
    ).toEqual([])
  })
})

describe('pages of ldapsearch', () => {
  const page = (name: string, cookie: string): string =>
    `${entry(name)}# search result\nsearch: 2\nresult: 0 Success\npagedresults: cookie=${cookie}\n\n`

  it('are one result where the last one says that none follows', () => {
    const options = { flat: true }
    expect(codesOf(page('a', 'AgAAAAAAAAA=') + page('b', ''), options)).toEqual(['OPTION_APPLIED'])
    expect(codesOf(page('a', '') + page('b', 'AgAAAAAAAAA='), options)).toEqual([
      'INCOMPLETE_PAGE',
      'OPTION_APPLIED',
    ])
  })
})

describe('what is wrong in LDIF is an issue', () => {
  it.each<[what: string, text: string, codes: readonly string[], line: number]>([
    [
      'two managers',
      entry('a', 'manager: uid=b,dc=ex', 'manager: uid=c,dc=ex') + entry('b') + entry('c'),
      ['SEVERAL_MANAGERS'],
      4,
    ],
    ['a manager outside the result', entry('a', 'manager: uid=x,dc=ex'), ['UNKNOWN_MANAGER'], 3],
    [
      'an entry that is there twice',
      `${entry('a')}dn: UID = A, DC=ex\nobjectClass: person\n`,
      ['DUPLICATE_ID'],
      4,
    ],
    [
      'a cycle',
      entry('a', 'manager: uid=b,dc=ex') + entry('b', 'manager: uid=a,dc=ex'),
      ['REPORTING_CYCLE'],
      3,
    ],
    ['oneself as the manager', entry('a', 'manager: UID=A,dc=ex'), ['SELF_REPORT'], 3],
    [
      'a search that was cut off',
      `${entry('a')}search: 2\nresult: 4 Size limit exceeded\n`,
      ['INCOMPLETE_PAGE'],
      5,
    ],
    [
      'a reference to another server',
      `${entry('a')}# search reference\nref: ldap://other/dc=ex\n`,
      ['INCOMPLETE_PAGE'],
      5,
    ],
    [
      'a change',
      `dn: uid=a\nchangetype: modify\nreplace: manager\nmanager: uid=b\n-\n\n${entry('a')}`,
      ['INVALID_DOCUMENT'],
      2,
    ],
    ['an address instead of a manager', entry('a', 'manager:< file:///etc/hostname'), ['INVALID_FIELD'], 3],
    ['no base64 after two colons', entry('a', 'cn:: A*=='), ['INVALID_DOCUMENT'], 3],
    ['no base64 in what is not read', entry('a', 'jpegPhoto:: A'), ['INVALID_DOCUMENT'], 3],
    ['a name that is not text', entry('a', 'cn:: /w=='), ['INVALID_ENCODING'], 3],
    ['a line without a colon', entry('a', 'cn Ada'), ['INVALID_DOCUMENT'], 3],
    ['a line that goes on from nothing', ` x\n${entry('a')}`, ['INVALID_DOCUMENT'], 1],
    ['an entry without a name', `objectClass: person\ncn: A\n\n${entry('a')}`, ['INVALID_DOCUMENT'], 1],
    ['a name that is none', 'dn: Bo Lee\ncn: Bo\n', ['INVALID_FIELD'], 1],
    [
      'a missing blank line',
      `${entry('a').trimEnd()}\n${entry('b', 'manager: uid=a,dc=ex')}`,
      ['INVALID_DOCUMENT'],
      3,
    ],
    ['another version', `version: 2\n${entry('a')}`, ['INVALID_DOCUMENT'], 1],
    ['nobody with a manager', entry('a') + entry('b'), ['NO_MANAGERS'], 1],
    ['a report that is not in the input', entry('a', 'directReports: uid=x,dc=ex'), ['INCOMPLETE_PAGE'], 3],
    [
      'a report with another manager',
      entry('a', 'directReports: uid=b,dc=ex') + entry('b', 'manager: uid=c,dc=ex') + entry('c'),
      ['SEVERAL_MANAGERS'],
      3,
    ],
    [
      'some of the reports',
      entry('a', 'directReports;range=0-0: uid=b,dc=ex') + entry('b'),
      ['INCOMPLETE_PAGE'],
      3,
    ],
  ])('%s', (_what, text, codes, line) => {
    const { issues } = safeParseLdif(text)
    expect(issues.map(({ code }) => code)).toEqual(codes)
    expect(issues[0]?.place.line).toBe(line)
    expect(issues[0]?.message).toContain(`Line ${String(line)}, column 1: `)
    expect(() => safeParseLdif(text, { mode: 'lenient' })).not.toThrow()
  })

  it('reads one manager that is written twice as one', () => {
    expect(codesOf(entry('a', 'manager: uid=b,dc=ex', 'manager: UID=B, DC=ex') + entry('b'))).toEqual([])
  })

  it('uses directReports where an entry has no manager', () => {
    const org = parseLdif(entry('a', 'directReports: UID=B,dc=ex') + entry('b'))
    expect(managerOf(org, 'uid=b,dc=ex')).toBe('uid=a,dc=ex')
  })

  it('says where to look for a manager outside the result, and whether the entry is left out', () => {
    const text = `${entry('a', 'manager: cn=all,ou=groups,dc=ex')}dn: cn=all,ou=groups,dc=ex\nobjectClass: groupOfNames\n`
    const result = safeParseLdif(text, { mode: 'lenient' })
    const issue = result.issues.find(({ code }) => code === 'UNKNOWN_MANAGER')
    expect(issue?.message).toBe(
      "Line 3, column 1: 'uid=a,dc=ex' reports to 'cn=all,ou=groups,dc=ex', which is an entry that is left out",
    )
    expect(issue?.suggestion).toBe(
      "Search from a base that includes it, such as 'ou=groups,dc=ex', or leave the manager out if the role is a top.",
    )
    // It is no top: it has a manager whom nobody knows.
    expect(result.ok && orphansOf(result.org)).toEqual(['uid=a,dc=ex'])
    expect(result.ok && issuesOf(result.org).map(({ code }) => code)).toEqual(['UNKNOWN_MANAGER'])
  })

  it('makes one issue of most managers outside the result', () => {
    const text = Array.from({ length: 20 }, (_, index) =>
      entry(`a${String(index)}`, `manager: uid=x${String(index)},dc=ex`),
    )
    const { issues } = safeParseLdif(text.join(''))
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER' }])
    expect(issues[0]?.message).toMatch(/^20 of 20 managers are not names of roles/)
  })

  it('leaves out entries without the attribute that is the id', () => {
    const text = entry('a', 'uid: a') + entry('b', 'manager: uid=a,dc=ex')
    const result = safeParseLdif(text, { mode: 'lenient', attributes: { id: 'uid' } })
    expect(result.issues).toMatchObject([{ code: 'MISSING_ID', place: { line: 5 } }])
    expect(result.ok && rolesOf(result.org)).toEqual(['a'])
  })

  it('accepts that nobody has a manager where the caller says so', () => {
    expect(codesOf(entry('a') + entry('b'), { flat: true })).toEqual(['OPTION_APPLIED'])
  })

  it('uses corrections, and reports what they replace no more', () => {
    const corrections = [{ id: 'uid=a,dc=ex', field: 'manager', to: 'uid=b,dc=ex', why: 'left' } as const]
    const result = safeParseLdif(entry('a', 'manager: uid=x,dc=ex') + entry('b'), { corrections })
    expect(result.issues.map(({ code }) => code)).toEqual(['OPTION_APPLIED'])
    expect(result.ok && managerOf(result.org, 'uid=a,dc=ex')).toBe('uid=b,dc=ex')
  })

  it.each<[limit: string, limits: LdapOptions['limits'], text: string]>([
    ['bytes', { bytes: 10 }, entry('a')],
    ['rows', { rows: 1 }, entry('a') + entry('b')],
    ['columns', { columns: 3 }, entry('a', 'cn: A', 'sn: B')],
    ['idLength', { idLength: 8 }, entry('a')],
  ])('stops at the limit of %s', (limit, limits, text) => {
    const { issues } = safeParseLdif(text, limits === undefined ? {} : { limits })
    expect(issues.map(({ code, witness }) => [code, witness[0]])).toEqual([['LIMIT_EXCEEDED', limit]])
  })

  it('keeps names of Object.prototype as they are', () => {
    const org = parseLdif('dn: cn=__proto__\n__proto__: x\nconstructor: y\n')
    expect(Object.entries(roleOf(org, 'cn=__proto__').data ?? {})).toEqual([
      ['dn', 'cn=__proto__'],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  it.each<[what: string, options: unknown]>([
    ['an unknown option', { mood: 'lenient' }],
    ['an unknown part', { attributes: { boss: 'manager' } }],
    ['no id', { attributes: { id: null } }],
    ['a number as a name', { attributes: { unit: 7 } }],
    ['a word as classes', { classes: 'person' }],
  ])('refuses %s', (_what, options) => {
    const thrown = thrownBy(() => parseLdif(LDIF, options as LdapOptions))
    expect(isOrgError(thrown, 'INVALID_OPTION')).toBe(true)
  })

  it('throws INVALID_ORG with all issues', () => {
    expect(
      isOrgError(
        thrownBy(() => parseLdif(entry('a', 'manager: uid=x'))),
        'INVALID_ORG',
      ),
    ).toBe(true)
  })
})
