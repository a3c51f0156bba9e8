import { isOrgError, makeIssue } from 'rolegraph'
import { describe, expect, it } from 'vitest'

const texts = { message: 'Something is wrong', suggestion: 'Fix it.' }

describe('makeIssue', () => {
  it('fills in what is left out', () => {
    expect(makeIssue({ code: 'MINE', ...texts })).toEqual({
      code: 'MINE',
      severity: 'error',
      roles: [],
      units: [],
      place: { path: [] },
      witness: [],
      ...texts,
    })
    expect(makeIssue({ code: 'MINE', units: ['u'], ...texts })).toMatchObject({
      place: { path: ['units', 'u'] },
      witness: ['u'],
    })
    expect(makeIssue({ code: 'MINE', roles: ['__proto__', 'b'], units: ['u'], ...texts })).toMatchObject({
      place: { path: ['roles', '__proto__'] },
      witness: ['__proto__', 'b', 'u'],
    })
  })

  it('keeps what is given', () => {
    const parts = {
      code: 'MINE',
      severity: 'info',
      roles: ['a'],
      units: ['u'],
      place: { record: 3, field: 'pay', line: 5, column: 2 },
      witness: ['x', { path: ['roles', 'a'] }],
      ...texts,
    } as const
    expect(makeIssue(parts)).toEqual(parts)
  })

  it('shares nothing with what was given, and is deeply frozen', () => {
    const path = ['roles', 'a']
    const [roles, units, witness] = [['a'], ['u'], [{ path }]]
    const issue = makeIssue({ code: 'MINE', roles, units, witness, place: { path }, ...texts })
    roles.push('b')
    units.push('v')
    witness.push({ path })
    path.push('reportsTo')
    expect(issue).toMatchObject({
      roles: ['a'],
      units: ['u'],
      place: { path: ['roles', 'a'] },
      witness: [{ path: ['roles', 'a'] }],
    })
    const parts = [
      issue,
      issue.roles,
      issue.units,
      issue.place,
      issue.place.path,
      issue.witness,
      issue.witness[0],
    ]
    for (const part of parts) expect(Object.isFrozen(part)).toBe(true)
  })

  it.each<[string, unknown]>([
    ['code', 7],
    ['severity', 'fatal'],
    ['roles', 'a'],
    ['roles', [1]],
    ['units', null],
    ['place', 'here'],
    ['place', { path: 'roles' }],
    ['place', { path: [Symbol('roles')] }],
    ['place', []],
    ['roles', new Array<string>(1)],
    ['witness', {}],
    ['witness', [null]],
    ['message', undefined],
    ['suggestion', 1],
  ])('refuses a wrong %s', (part, value) => {
    let caught: unknown
    try {
      Reflect.apply(makeIssue, undefined, [{ code: 'MINE', ...texts, [part]: value }])
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'INVALID_ARGUMENT') && caught.details.argument).toBe(part)
  })

  it.each([undefined, null, 'text', 7, ['MINE'], () => 'MINE'])(
    'refuses %o instead of the parts',
    (parts) => {
      expect(() => {
        Reflect.apply(makeIssue, undefined, [parts])
      }).toThrow(
        expect.objectContaining({
          code: 'INVALID_ARGUMENT',
          details: { argument: 'parts', received: parts },
        }),
      )
    },
  )

  it('refuses a misspelt part', () => {
    const parts = { code: 'MINE', ...texts, severty: 'info' }
    expect(() => makeIssue(parts)).toThrow("makeIssue has no option 'severty'; did you mean 'severity'?")
  })
})
