import { managerOf, orphansOf, rolesOf, topRolesOf } from 'rolegraph'
import {
  type ImportResult,
  safeParseGoogleDirectory,
  safeParseMicrosoftGraph,
  safeParseScim,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const ENTERPRISE_1 = 'urn:scim:schemas:extension:enterprise:1.0'

/** Users from `u0`, each with these fields. */
const usersWith = (count: number, fields: (index: number) => object): string =>
  JSON.stringify(Array.from({ length: count }, (_, index) => ({ id: `u${String(index)}`, ...fields(index) })))

describe('managers of whom most have one fault are one issue', () => {
  it.each<[string, ImportResult, string, string, string]>([
    [
      'addresses of Google',
      safeParseGoogleDirectory(
        usersWith(300, (i) => ({ relations: [{ type: 'manager', value: `m${String(i)}@x.org` }] })),
      ),
      'UNKNOWN_MANAGER',
      'Line 1, column 52: 300 of 300 managers are not addresses of users: ',
      'Fetch the users of all domains, with their aliases.',
    ],
    [
      'relations of Google without a value',
      safeParseGoogleDirectory(usersWith(300, () => ({ relations: [{ type: 'manager' }] }))),
      'MISSING_ID',
      'Line 1, column 26: 300 of 300 managers have no value',
      'Write the address of the manager as the value of the relation.',
    ],
    [
      'managers of Microsoft Graph without an id',
      safeParseMicrosoftGraph(usersWith(300, (i) => ({ manager: { displayName: `M${String(i)}` } }))),
      'MISSING_ID',
      'Line 1, column 23: 300 of 300 managers have no id',
      'Request it too: GET /users?$expand=manager($select=id).',
    ],
    [
      'managers of SCIM without an id',
      safeParseScim(usersWith(300, (i) => ({ [ENTERPRISE]: { manager: { displayName: `M${String(i)}` } } }))),
      'MISSING_ID',
      'Line 1, column 85: 300 of 300 managers have no id: ',
      'Have the server send the id of the manager as value.',
    ],
    [
      'managers of SCIM',
      safeParseScim(usersWith(300, (i) => ({ [ENTERPRISE]: { manager: { value: `m${String(i)}` } } }))),
      'UNKNOWN_MANAGER',
      '300 of 300 managers are not ids of roles: ',
      'Request all users: GET /Users, with the enterprise extension.',
    ],
  ])('%s', (_what, { issues }, code, message, suggestion) => {
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject({ code, suggestion })
    expect(issues[0]?.message).toContain(message)
    expect(issues[0]?.roles).toHaveLength(100)
    expect(issues[0]?.roles[99]).toBe('u99')
  })

  it('but a few are one each', () => {
    const few = safeParseGoogleDirectory(
      usersWith(9, () => ({ relations: [{ type: 'manager', value: 'm@x.org' }] })),
    )
    expect(few.issues.map(({ code, roles }) => [code, ...roles])).toEqual(
      Array.from({ length: 9 }, (_, index) => ['UNKNOWN_MANAGER', `u${String(index)}`]),
    )
  })
})

describe('managers of Google', () => {
  const withManager = (value: string, others: readonly object[] = []): ImportResult =>
    safeParseGoogleDirectory(
      JSON.stringify([
        { id: 'a', relations: [{ type: 'manager', value }] },
        { id: 'b', primaryEmail: 'b\u00e9a@x.org', name: { fullName: 'B\u00e9a  Moe' } },
        ...others,
      ]),
    )

  it.each([
    ['an address in another case', 'B\u00c9A@X.org'],
    ['an address in another Unicode form', 'be\u0301a@x.org'],
    ['an address with spaces around it', ' b\u00e9a@x.org '],
    ['a name', 'B\u00e9a Moe'],
    ['a name in another case and Unicode form', 'be\u0301a moe'],
    ['a name with the last name first', 'Moe, B\u00e9a'],
  ])('are found by %s', (_what, value) => {
    const { ok, org, issues } = withManager(value)
    expect(issues).toEqual([])
    expect(ok && managerOf(org, 'a')).toBe('b')
  })

  it('are ambiguous where two users have the name', () => {
    const { issues } = withManager('Moe, B\u00e9a', [{ id: 'c', name: { fullName: 'B\u00c9A MOE' } }])
    expect(issues).toMatchObject([
      { code: 'AMBIGUOUS_MANAGER', roles: ['a'], witness: ['Moe, B\u00e9a', 'b', 'c'] },
    ])
    expect(issues[0]?.message).toContain('which is the name of 2 users')
  })
})

describe('managers of SCIM without a value', () => {
  const named = (names: readonly string[], displayName: string): ImportResult =>
    safeParseScim(
      JSON.stringify([
        { id: 'a', [ENTERPRISE]: { manager: { displayName } } },
        ...names.map((name, index) => ({ id: `n${String(index)}`, displayName: name })),
      ]),
    )

  it('are found by the name of one user', () => {
    const { ok, org, issues } = named(['Ann Lee', 'Bo Ray'], 'LEE,  ann')
    expect(issues).toEqual([])
    expect(ok && managerOf(org, 'a')).toBe('n0')
  })

  it('are an issue where two users have the name, or none', () => {
    const [two] = named(['Ann Lee', 'Ann Lee'], 'Ann Lee').issues
    expect(two).toMatchObject({ code: 'MISSING_ID', roles: ['a'], witness: ['Ann Lee'] })
    expect(two.message).toContain("the manager has no id, and 2 users have the name 'Ann Lee'")
    expect(named(['Ann Lee'], 'Bo').issues).toMatchObject([{ code: 'MISSING_ID', witness: ['Bo'] }])
  })
})

describe('a directory in which nobody has a manager', () => {
  it.each([
    'https://graph.microsoft.com/v1.0/$metadata#users(id,displayName,manager())',
    'https://graph.microsoft.com/v1.0/$metadata#users(manager(id))',
    'https://graph.microsoft.com/v1.0/$metadata#users(id,directReports())',
  ])('is flat if the response says that managers were asked for: %s', (context) => {
    const text = JSON.stringify({ '@odata.context': context, value: [{ id: 'a' }, { id: 'b' }] })
    const { ok, org, issues } = safeParseMicrosoftGraph(text)
    expect(issues).toEqual([])
    expect(ok && topRolesOf(org)).toEqual(['a', 'b'])
  })

  it.each([
    'https://graph.microsoft.com/v1.0/$metadata#users',
    'https://graph.microsoft.com/v1.0/$metadata#users(id,manager)',
  ])('is not known to be flat by %s', (context) => {
    const text = JSON.stringify({ '@odata.context': context, value: [{ id: 'a' }, { id: 'b' }] })
    expect(safeParseMicrosoftGraph(text).issues).toMatchObject([{ code: 'NO_MANAGERS' }])
  })

  it.each([
    ['Microsoft Graph', safeParseMicrosoftGraph],
    ['SCIM', safeParseScim],
    ['Google', safeParseGoogleDirectory],
  ])('is flat if the caller says so: %s', (_what, parse) => {
    const text = '[{"id":"a"},{"id":"b"}]'
    expect(parse(text).issues[0]?.suggestion).toContain('pass flat: true')
    const { ok, org, issues } = parse(text, { flat: true })
    expect(issues).toMatchObject([{ code: 'OPTION_APPLIED', severity: 'info', witness: ['flat'] }])
    expect(ok && rolesOf(org)).toEqual(['a', 'b'])
  })
})

describe('attributes of SCIM that are not where they are read', () => {
  const issuesOf = (user: object): ImportResult['issues'] =>
    safeParseScim(
      JSON.stringify([
        { id: 'a', ...user },
        { id: 'b', [ENTERPRISE]: {} },
      ]),
    ).issues

  it.each([
    ['another URN', { 'urn:acme:User': { manager: { value: 'b' } } }, ['urn:acme:User', 'manager']],
    ['another URN, in capitals', { 'URN:acme:User': { ManagerId: 'b' } }, ['URN:acme:User', 'ManagerId']],
    ['a path', { [`${ENTERPRISE}:manager`]: { value: 'b' } }, [`${ENTERPRISE}:manager`, 'manager']],
    ['the user', { manager: { value: 'b' } }, ['manager', 'manager']],
    [
      'the older of two extensions',
      { [ENTERPRISE]: { department: 'x' }, [ENTERPRISE_1]: { manager: { managerId: 'b' } } },
      [ENTERPRISE_1, 'manager'],
    ],
  ])('are an error: a manager in %s', (_what, user, witness) => {
    expect(issuesOf(user)).toMatchObject([
      { code: 'UNKNOWN_FIELD', severity: 'error', roles: ['a'], witness },
    ])
  })

  it('are a warning: a department', () => {
    expect(issuesOf({ 'urn:acme:User': { department: 'PMO' } })).toMatchObject([
      { code: 'UNKNOWN_FIELD', severity: 'warning', place: { path: [0, 'urn:acme:User'] } },
    ])
  })

  it.each([
    ['stated twice', { [ENTERPRISE]: { manager: { value: 'b' } }, 'urn:acme:User': { manager: 'b' } }],
    ['null', { 'urn:acme:User': { manager: null }, department: '' }],
    ['something else', { 'urn:acme:User': { site: 'Leeds' }, nickName: 'x' }],
  ])('are no issue if nothing is lost: %s', (_what, user) => {
    expect(issuesOf(user)).toEqual([])
  })

  it('are one issue for all users', () => {
    const { issues } = safeParseScim(usersWith(300, () => ({ manager: { value: 'u0' } })))
    const [stray] = issues.filter(({ code }) => code === 'UNKNOWN_FIELD')
    expect(stray.message).toContain("300 users have the attribute 'manager' in 'manager'")
    expect(stray.roles).toHaveLength(100)
  })
})

describe('ids that have been numbers', () => {
  it.each([
    ['with zeros for the digits that are lost', ['108840695821367810000', '108840695821367820000']],
    ['with an exponent', ['1.0884069582136781e+20', '7']],
    ['as a spreadsheet writes them', ['1.08841E+20', '108840695821367810884']],
  ])('are told, since they may be those of others: %s', (_what, ids) => {
    const { ok, issues } = safeParseGoogleDirectory(JSON.stringify(ids.map((id) => ({ id, relations: [] }))))
    expect(ok).toBe(true)
    expect(issues).toMatchObject([{ code: 'ROUNDED_ID', severity: 'warning', place: { path: [0] } }])
    expect(issues[0].roles[0]).toBe(ids[0])
  })

  it.each([
    ['one that ends with zeros', ['108840695821367810000', '108840695821367810884', '108840695821367810885']],
    ['short ones', ['1000000', '2000000']],
    ['ids of letters', ['1e', 'e20', '0x10000000000000000']],
  ])('are not %s', (_what, ids) => {
    const { issues } = safeParseGoogleDirectory(JSON.stringify(ids.map((id) => ({ id, relations: [] }))))
    expect(issues).toEqual([])
  })

  it('and a number is an issue at once', () => {
    const { ok, issues } = safeParseGoogleDirectory('[{ "id": 108840695821367810884, "relations": [] }]')
    expect(ok).toBe(false)
    expect(issues.map(({ code }) => code)).toEqual(['INVALID_FIELD', 'INVALID_FIELD'])
    expect(issues[0].message).toBe(
      "Line 1, column 10: the number '108840695821367810884' cannot be represented exactly",
    )
  })
})

describe('a user whose manager cannot be read, or is not found', () => {
  it.each<[string, string, (text: string) => ImportResult]>([
    [
      'Google',
      usersWith(3, (i) => ({
        relations: i === 0 ? [] : [{ type: 'manager', value: i === 1 ? 7 : 'm@x.org' }],
      })),
      (text) => safeParseGoogleDirectory(text, { mode: 'lenient' }),
    ],
    [
      'Microsoft Graph',
      usersWith(3, (i) => ({ manager: [null, 42, { '@odata.type': '#microsoft.graph.user', id: 7 }][i] })),
      (text) => safeParseMicrosoftGraph(text, { mode: 'lenient' }),
    ],
    [
      'SCIM',
      usersWith(3, (i) => ({
        [ENTERPRISE]: { manager: [{ value: '' }, { value: 42 }, { displayName: 'M' }][i] },
      })),
      (text) => safeParseScim(text, { mode: 'lenient' }),
    ],
  ])('is not a top, but an orphan: %s', (_, text, parse) => {
    const { org } = parse(text)
    if (org === undefined) throw new Error('no org')
    expect([topRolesOf(org), orphansOf(org)]).toEqual([['u0'], ['u1', 'u2']])
  })
})
