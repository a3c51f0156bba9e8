import { isOrgError, makeIssue } from 'rolegraph'
import { describe, expect, it } from 'vitest'

const texts = { message: 'Something is wrong', suggestion: 'Mend it.' }

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

  it('shares nothing with what was given, and is frozen through and through', () => {
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
})
