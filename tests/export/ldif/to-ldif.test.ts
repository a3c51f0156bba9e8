import fc from 'fast-check'
import { changeOrg, defineOrg, isOrgError, managerOf, type Org, roleOf, rolesOf } from 'rolegraph'
import { type LdifExportOptions, toLdif, toLdifChanges } from 'rolegraph/export'
import { parseOrgDocument, safeParseLdif } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../support/any-document.js'
import { everythingChart, namesChart } from '../../support/everything-chart.js'
import { thrownBy } from '../../support/thrown-by.js'
import { untold } from '../../support/untold.js'

const BASE = 'ou=People,dc=example,dc=org'
const DOTTED: LdifExportOptions = { base: BASE, dotted: 'seeAlso' }

function readBack(org: Org, options: LdifExportOptions): Org {
  const { text } = toLdif(org, options)
  const attributes = { id: 'uid', ...(options.dotted !== undefined && { dotted: options.dotted }) }
  const result = safeParseLdif(text, { mode: 'lenient', flat: true, attributes })
  expect(result.issues.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
    [],
  )
  if (!result.ok) throw new Error(text)
  return result.org
}

/** What differs untold. The entry is the data, a person is a name, and addresses are in the data. */
function differences(org: Org, options: LdifExportOptions): readonly string[] {
  const { lost } = toLdif(org, options)
  const told = lost.some(({ kind, field }) => kind === 'org' && field === 'people')
  return untold(org, readBack(org, options), lost).filter(
    (difference) =>
      !/^role .* data$/s.test(difference) && !(told && /^(role .* holders|assignment)/s.test(difference)),
  )
}

const office = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['Ada Byron'], unit: 'Board' },
    'a, b': { title: ' Größe', reportsTo: 'ceo', vacant: true },
    '#7 ': {
      reportsTo: 'a, b',
      dottedTo: 'ceo',
      holders: ['Cher'],
      title: 'A title that is so long that its line must be folded, which is at 76 characters',
    },
  },
  units: { Board: {} },
})

describe('LDIF', () => {
  it('has people and posts, with escaped names, base64 and folded lines', () => {
    const { text, lost } = toLdif(office, { base: 'dc=ex' })
    expect(text).toBe(
      [
        ...['version: 1', '', 'dn: uid=ceo,dc=ex', 'objectClass: top', 'objectClass: person'],
        ...[
          'objectClass: organizationalPerson',
          'objectClass: inetOrgPerson',
          'uid: ceo',
          'cn: Ada Byron',
          'sn: Byron',
        ],
        ...['displayName: Ada Byron', 'title: Chief Executive', 'ou: Board', ''],
        ...[
          'dn: uid=a\\, b,dc=ex',
          'objectClass: top',
          'objectClass: organizationalRole',
          'objectClass: extensibleObject',
        ],
        ...['uid: a, b', 'cn:: IEdyw7bDn2U=', 'title:: IEdyw7bDn2U=', 'manager: uid=ceo,dc=ex', ''],
        ...[
          'dn: uid=\\237\\20,dc=ex',
          'objectClass: top',
          'objectClass: person',
          'objectClass: organizationalPerson',
        ],
        ...['objectClass: inetOrgPerson', 'uid:: Izcg', 'cn: Cher', 'sn: Cher', 'displayName: Cher'],
        ...['title: A title that is so long that its line must be folded, which is at 76 ', ' characters'],
        ...['manager: uid=a\\, b,dc=ex', ''],
      ].join('\n'),
    )
    expect(lost).toEqual([{ kind: 'dotted-line', of: ['#7 ', 'ceo'], field: undefined, why: 'no-place' }])
  })

  it('comes in again equal', () => {
    expect(toLdif(office, DOTTED).lost).toEqual([])
    const back = readBack(office, DOTTED)
    for (const id of rolesOf(office)) {
      const { data, ...role } = roleOf(back, id)
      expect(data).toMatchObject({ uid: id })
      const { data: none, ...own } = roleOf(office, id)
      expect(none).toBeUndefined()
      expect(role).toEqual(own)
    }
  })

  it.each<[what: string, org: Org]>([
    ['everything', everythingChart],
    ['names as holders', namesChart],
  ])('tells what it loses: %s', (_what, org) => {
    expect(differences(org, DOTTED)).toEqual([])
    expect(differences(org, { base: BASE })).toEqual([])
  })

  it('tells what it loses, for random charts', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(differences(parseOrgDocument(JSON.stringify(document)), DOTTED)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('leaves out a role whose name a directory takes for that of another', () => {
    const org = defineOrg({ roles: { a: {}, A: { reportsTo: 'a' }, b: { reportsTo: 'A' } } })
    expect(toLdif(org, { base: BASE }).lost.filter(({ why }) => why !== 'blank')).toEqual([
      { kind: 'role', of: ['A'], field: undefined, why: 'same-name' },
      { kind: 'solid-line', of: ['b', 'A'], field: undefined, why: 'no-such-end' },
    ])
  })

  it.each<[options: unknown]>([
    [{}],
    [undefined],
    [{ base: 'People' }],
    [{ base: BASE, dn: String }],
    [{ base: BASE, dotted: 'see also' }],
    [{ bases: BASE }],
    [{ dn: 7 }],
  ])('refuses the options %j', (options) => {
    expect(
      isOrgError(
        thrownBy(() => toLdif(office, options as LdifExportOptions)),
        'INVALID_OPTION',
      ),
    ).toBe(true)
  })
})

describe('changes as LDIF', () => {
  const org = defineOrg({
    roles: {
      a: { title: 'A' },
      b: { reportsTo: 'a' },
      c: { reportsTo: 'b', unit: 'u' },
      d: { reportsTo: 'b' },
    },
    units: { u: {} },
  })

  it('have what the changes come to', () => {
    const { text, leftOut } = toLdifChanges(
      org,
      [
        { do: 'add-role', role: 'e', spec: { reportsTo: 'a', holders: ['Eve'] } },
        { do: 'set-manager', role: 'c', manager: 'e' },
        { do: 'update-role', role: 'c', set: { unit: null, title: 'Größe', grade: 7 } },
        { do: 'remove-role', role: 'b', reports: 'lift' },
        { do: 'set-manager', role: 'd', manager: null },
      ],
      { base: 'dc=ex' },
    )
    expect(text).toBe(
      [
        ...[
          'version: 1',
          '',
          'dn: uid=e,dc=ex',
          'changetype: add',
          'objectClass: top',
          'objectClass: person',
        ],
        ...[
          'objectClass: organizationalPerson',
          'objectClass: inetOrgPerson',
          'uid: e',
          'cn: Eve',
          'sn: Eve',
        ],
        ...['displayName: Eve', 'title: e', 'manager: uid=a,dc=ex', ''],
        ...['dn: uid=c,dc=ex', 'changetype: modify', 'replace: manager', 'manager: uid=e,dc=ex', '-'],
        ...['replace: title', 'title:: R3LDtsOfZQ==', '-', 'replace: ou', '-', ''],
        ...['dn: uid=d,dc=ex', 'changetype: modify', 'replace: manager', '-', ''],
        ...['dn: uid=b,dc=ex', 'changetype: delete', ''],
      ].join('\n'),
    )
    expect(leftOut.map(({ change, fields }) => [change.do, fields])).toEqual([['update-role', ['grade']]])
  })

  it('throw what changeOrg throws', () => {
    const cycle = [{ do: 'set-manager', role: 'a', manager: 'c' }] as const
    expect(isOrgError(thrownBy(() => changeOrg(org, cycle)))).toBe(true)
    expect(isOrgError(thrownBy(() => toLdifChanges(org, cycle, { base: BASE })))).toBe(true)
    expect(
      isOrgError(
        thrownBy(() => toLdifChanges(org, 7 as never, { base: BASE })),
        'INVALID_ARGUMENT',
      ),
    ).toBe(true)
    expect(managerOf(org, 'c')).toBe('b')
  })
})
