import { isOrgError, managerOf, membersOf, rolesOf, unitsOf } from 'rolegraph'
import type { DirectoryOptions, ImportResult } from 'rolegraph/import'
import { expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

/** What holds for the users of every directory; `pageOf` makes a page of users with only an id and a manager. */
export function itReadsSafely(
  safeParse: (source: string, options?: DirectoryOptions) => ImportResult,
  parse: (source: string, options?: DirectoryOptions) => unknown,
  pageOf: (users: readonly (readonly [id: unknown, manager?: string, department?: string])[]) => string,
): void {
  const codesOf = (text: string): string[] => safeParse(text).issues.map(({ code }) => code)

  it.each([
    [
      'a cycle',
      pageOf([
        ['a', 'b'],
        ['b', 'a'],
      ]),
      ['REPORTING_CYCLE'],
    ],
    ['a manager of oneself', pageOf([['a', 'a']]), ['SELF_REPORT']],
    ['an unknown manager', pageOf([['a', 'x']]), ['UNKNOWN_MANAGER']],
    ['an id that is there twice', pageOf([['a'], ['a']]), ['DUPLICATE_ID']],
    ['a missing id', pageOf([['a'], [undefined]]), ['MISSING_ID']],
    ['a null id', pageOf([['a'], [null]]), ['MISSING_ID']],
    ['a number as an id', pageOf([[7]]), ['INVALID_FIELD']],
    ['an object as an id', pageOf([[{}]]), ['INVALID_FIELD']],
    ['no JSON', '{ "value": [', ['INVALID_DOCUMENT']],
    ['an answer with an error', '{ "error": { "code": 401 } }', ['INVALID_DOCUMENT']],
    ['a word', '"users"', ['INVALID_DOCUMENT']],
    ['a list of numbers', '[1, 2]', ['INVALID_FIELD', 'INVALID_FIELD']],
    ['an id that is too long', pageOf([['a'.repeat(1025)]]), ['LIMIT_EXCEEDED']],
    ['deep nesting', '['.repeat(100_000), ['LIMIT_EXCEEDED']],
  ])('%s is an issue', (_what, text, codes) => {
    expect(codesOf(text)).toEqual(codes)
    for (const { place } of safeParse(text).issues) expect(place.line).toBeGreaterThan(0)
    expect(
      isOrgError(
        thrownBy(() => parse(text)),
        'INVALID_ORG',
      ),
    ).toBe(true)
    expect(() => safeParse(text, { mode: 'lenient' })).not.toThrow()
  })

  it('reads names of Object.prototype as ordinary ids and fields', () => {
    const users = pageOf([['__proto__'], ['constructor', '__proto__'], ['toString', 'constructor']])
    const text = users.replace('{', '{ "__proto__": { "polluted": true },')
    const result = safeParse(text)
    expect(result.issues).toEqual([])
    expect(idsOf(result)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('refuses more users than the limit, over all pages', () => {
    const pages = `[${pageOf([['a'], ['b']])}, ${pageOf([['c'], ['d']])}]`
    const { issues } = safeParse(pages, { limits: { rows: 3 } })
    expect(issues.map(({ code, witness }) => [code, witness[0]])).toEqual([['LIMIT_EXCEEDED', 'rows']])
    expect(safeParse(pages, { limits: { rows: 4 } }).ok).toBe(true)
  })

  it('refuses options that it does not have', () => {
    const misspelt = { mood: 'lenient' } as DirectoryOptions
    expect(
      isOrgError(
        thrownBy(() => safeParse(pageOf([]), misspelt)),
        'INVALID_OPTION',
      ),
    ).toBe(true)
  })

  it('refuses a prefix of units that is not a string', () => {
    const wrong = JSON.parse('{ "unitPrefix": 7 }') as DirectoryOptions
    expect(
      isOrgError(
        thrownBy(() => safeParse(pageOf([]), wrong)),
        'INVALID_OPTION',
      ),
    ).toBe(true)
  })

  it('keeps departments apart from users by a prefix, and suggests it if they share a name', () => {
    const users = pageOf([['pmo'], ['a', 'pmo', 'pmo']])
    const { ok, issues } = safeParse(users)
    expect(ok).toBe(false)
    expect(issues).toMatchObject([{ code: 'DUPLICATE_ID', roles: ['pmo'], units: ['pmo'] }])
    expect(issues[0]?.suggestion).toBe(
      "Roles and units share one namespace: give the names of units a prefix, unitPrefix: 'unit:'.",
    )
    const result = safeParse(users, { unitPrefix: 'unit:' })
    expect(result.ok && unitsOf(result.org)).toEqual(['unit:pmo'])
    expect(result.ok && membersOf(result.org, 'unit:pmo')).toEqual(['a'])
    expect(result.ok && managerOf(result.org, 'a')).toBe('pmo')
    const lenient = safeParse(users, { mode: 'lenient' })
    expect(lenient.ok && [unitsOf(lenient.org), idsOf(lenient)]).toEqual([[], ['pmo', 'a']])
  })

  it('makes an org without roles of a page without users', () => {
    const result = safeParse(pageOf([]))
    expect(result.issues).toEqual([])
    expect(idsOf(result)).toEqual([])
  })
}

function idsOf(result: ImportResult): readonly string[] {
  return result.ok ? rolesOf(result.org) : []
}
