import { describe, expect, it } from 'vitest'
import { issuesOfSpec } from './issues-of-spec.js'

const HOLDER = 'a name or id, or { person, share, kind, from, to }'
const HOLDERS = `a name or id, or an array of people, each ${HOLDER}`

describe('a field with a wrong value', () => {
  const deep = { a: { b: [{ c: (): void => undefined }] } }
  const loop: { self?: object } = {}
  loop.self = { again: loop }

  it.each<[field: string, value: unknown, expected: string, received: string]>([
    ['title', 7, 'a string', '7'],
    ['title', null, 'a string', 'null'],
    ['aliases', 'Lead', 'an array of names, each a string or { name, warning }', "'Lead'"],
    ['grade', Number.NaN, 'a finite number', 'NaN'],
    ['grade', Infinity, 'a finite number', 'Infinity'],
    ['grade', '7', 'a finite number', "'7'"],
    ['family', ['a'], 'a string', 'an array of 1'],
    ['unit', {}, 'a string', 'an object'],
    ['holders', 7, HOLDERS, '7'],
    ['vacant', 'yes', 'true or false', "'yes'"],
    ['vacant', 0, 'true or false', '0'],
    ['fte', -0.5, 'a finite number, 0 or more', '-0.5'],
    ['fte', '1', 'a finite number, 0 or more', "'1'"],
    ['cost', Number.NaN, 'a finite number, 0 or more', 'NaN'],
    ['cost', 10n, 'a finite number, 0 or more', '10'],
    ['minYears', -1, 'a finite number, 0 or more', '-1'],
    ['certifications', {}, 'an array of strings', 'an object'],
    ['sources', 'handbook', 'an array of strings', "'handbook'"],
    ['hedge', 'perhaps', "'typically', 'often', 'may', 'sometimes' or 'many'", "'perhaps'"],
    ['note', true, 'a string', 'true'],
    [
      'data',
      deep,
      'plain data (no functions, class instances or cycles), but it has a function at a.b.0.c',
      'an object',
    ],
    [
      'data',
      loop,
      'plain data (no functions, class instances or cycles), but it has a cycle at self.again',
      'an object',
    ],
    [
      'data',
      new Date(0),
      'plain data (no functions, class instances or cycles), but it has a class instance',
      'an object',
    ],
    ['reportsTo', 7, "the id of a role, or an object { to: 'id' }", '7'],
    ['reportsTo', null, "the id of a role, or an object { to: 'id' }", 'null'],
    ['reportsTo', ['a'], "the id of a role, or an object { to: 'id' }", 'an array of 1'],
    ['dottedTo', null, "the id of a role, or an object { to: 'id' }", 'null'],
    ['progressesTo', true, "the id of a role, or an object { to: 'id' }", 'true'],
  ])('%s: %o', (field, value, expected, received) => {
    const [issue, ...others] = issuesOfSpec({ roles: { a: {}, b: { [field]: value } } })
    expect(others).toEqual([])
    expect(issue.code).toBe('INVALID_FIELD')
    expect(issue.roles).toEqual(['b'])
    expect(issue.place).toEqual({ path: ['roles', 'b', field] })
    expect(issue.witness).toEqual([received])
    expect(issue.message).toBe(`Expected ${expected}, received ${received} (at roles.b.${field})`)
  })

  it.each<[field: string, value: unknown, path: (string | number)[], expected: string]>([
    ['aliases', ['Lead', 7], [1], 'a string or { name, warning }, received 7'],
    ['aliases', [{ name: 'PM' }], [0], 'a string or { name, warning }, received an object'],
    ['holders', [undefined], [0], `${HOLDER}, received undefined`],
    // An array with a hole, which a filter would close.
    ['holders', new Array<string>(2), [0], `${HOLDER}, received undefined`],
    [
      'holders',
      ['Ann', { person: 'Ann', share: 0 }],
      [1, 'share'],
      'a share of full time above 0 and up to 2, received 0',
    ],
    ['skills', ['Excel', 7], [1], 'a string, received 7'],
    ['alsoIn', ['u', 7], [1], 'a string, received 7'],
    ['reportsTo', {}, ['to'], 'the id of a role, received undefined'],
    ['dottedTo', [{ to: 'a', sources: ['S', 7] }], [0, 'sources', 1], 'a string, received 7'],
    ['progressesTo', { to: 'a', conditions: ['x', 7] }, ['conditions', 1], 'a string, received 7'],
    ['reportsTo', { to: 7 }, ['to'], 'the id of a role, received 7'],
    [
      'reportsTo',
      { to: 'a', hedge: 'maybe' },
      ['hedge'],
      "'typically', 'often', 'may', 'sometimes' or 'many', received 'maybe'",
    ],
    ['reportsTo', { to: 'a', sources: 'x' }, ['sources'], "an array of strings, received 'x'"],
    ['dottedTo', { to: 'a', note: 1 }, ['note'], 'a string, received 1'],
    ['dottedTo', ['a', 7], [1], "the id of a role, or an object { to: 'id' }, received 7"],
    ['dottedTo', ['a', { to: null }], [1, 'to'], 'the id of a role, received null'],
    [
      'progressesTo',
      { to: 'a', kind: 'up' },
      ['kind'],
      "'advancement', 'lateral' or 'transition', received 'up'",
    ],
    ['progressesTo', [{ to: 'a', conditions: 'x' }], [0, 'conditions'], "an array of strings, received 'x'"],
    [
      'progressesTo',
      { to: 'a', years: [] },
      ['years'],
      'years as [min] or [min, max] with 0 ≤ min ≤ max, received an array of 0',
    ],
    [
      'progressesTo',
      { to: 'a', years: [1, 2, 3] },
      ['years'],
      'years as [min] or [min, max] with 0 ≤ min ≤ max, received an array of 3',
    ],
    [
      'progressesTo',
      { to: 'a', years: [3, 1] },
      ['years'],
      'years as [min] or [min, max] with 0 ≤ min ≤ max, received an array of 2',
    ],
    [
      'progressesTo',
      { to: 'a', years: [-1, 1] },
      ['years'],
      'years as [min] or [min, max] with 0 ≤ min ≤ max, received an array of 2',
    ],
    [
      'progressesTo',
      { to: 'a', years: [Infinity] },
      ['years'],
      'years as [min] or [min, max] with 0 ≤ min ≤ max, received an array of 1',
    ],
    [
      'progressesTo',
      { to: 'a', years: [1, Number.NaN] },
      ['years'],
      'years as [min] or [min, max] with 0 ≤ min ≤ max, received an array of 2',
    ],
    [
      'progressesTo',
      { to: 'a', years: ['1'] },
      ['years'],
      'years as [min] or [min, max] with 0 ≤ min ≤ max, received an array of 1',
    ],
    [
      'progressesTo',
      { to: 'a', years: 3 },
      ['years'],
      'years as [min] or [min, max] with 0 ≤ min ≤ max: [3, 3] for exactly 3, [3] for 3 or more, received 3',
    ],
  ])('%s: %o', (field, value, path, expected) => {
    const [issue, ...others] = issuesOfSpec({ roles: { a: {}, b: { [field]: value } } })
    expect(others).toEqual([])
    expect(issue.code).toBe('INVALID_FIELD')
    expect(issue.place).toEqual({ path: ['roles', 'b', field, ...path] })
    expect(issue.message).toBe(`Expected ${expected} (at ${['roles.b', field, ...path].join('.')})`)
  })

  it.each<[of: string, spec: object, place: string, message: string]>([
    ['roles that are missing', {}, 'roles', 'an object of roles by id, received undefined'],
    [
      'a listed role that is not an object',
      { roles: ['a'] },
      'roles.0',
      "an object with an id, received 'a'",
    ],
    ['a listed role without an id', { roles: [{}] }, 'roles.0.id', 'an id as a string, received undefined'],
    [
      'a listed role with a number as id',
      { roles: [{ id: 7 }] },
      'roles.0.id',
      'an id as a string, received 7',
    ],
    ['a listed unit of null', { roles: {}, units: [null] }, 'units.0', 'an object with an id, received null'],
    [
      'another version',
      { roles: {}, rolegraph: 4 },
      'rolegraph',
      '1 or 2, the version of the format, received 4',
    ],
    ['roles of null', { roles: null }, 'roles', 'an object of roles by id, received null'],
    [
      'roles in a Map',
      { roles: new Map([['a', {}]]) },
      'roles',
      "an object whose roles are its own keys (write ['__proto__']: … for an id of that name), received an object",
    ],
    ['a role of undefined', { roles: { a: undefined } }, 'roles.a', 'an object, received undefined'],
    ['a role that is a title', { roles: { a: 'Analyst' } }, 'roles.a', "an object, received 'Analyst'"],
    ['a role in an array', { roles: { a: [] } }, 'roles.a', 'an object, received an array of 0'],
    ['units of null', { roles: {}, units: null }, 'units', 'an object of units by id, received null'],
    [
      'units in a Map',
      { roles: {}, units: new Map() },
      'units',
      "an object whose units are its own keys (write ['__proto__']: … for an id of that name), received an object",
    ],
    ['a unit of null', { roles: {}, units: { u: null } }, 'units.u', 'an object, received null'],
    [
      'the head of a unit',
      { roles: {}, units: { u: { head: 7 } } },
      'units.u.head',
      'an id, or an array of ids, received 7',
    ],
    [
      'the larger unit of a unit',
      { roles: {}, units: { u: { partOf: [] } } },
      'units.u.partOf',
      'a string, received an array of 0',
    ],
    ['services of null', { roles: {}, services: null }, 'services', 'an array of services, received null'],
    [
      'services in an object',
      { roles: {}, services: {} },
      'services',
      'an array of services, received an object',
    ],
    ['a service that is a name', { roles: {}, services: ['x'] }, 'services.0', "an object, received 'x'"],
  ])('%s', (_, spec, place, message) => {
    const [issue, ...others] = issuesOfSpec(spec)
    expect(others).toEqual([])
    expect(issue.code).toBe('INVALID_FIELD')
    expect(issue.message).toBe(`Expected ${message} (at ${place})`)
  })

  it('each part of a service that is missing', () => {
    expect(issuesOfSpec({ roles: {}, services: [{}] }).map(({ message }) => message)).toEqual([
      'Expected a string, received undefined (at services.0.from)',
      'Expected a string, received undefined (at services.0.to)',
      'Expected a string, received undefined (at services.0.name)',
    ])
  })

  it.each([
    [
      { vacant: true, holders: ['Ann', 'Bob'] },
      'no holders, since the role is vacant, received an array of 2',
    ],
    [
      { vacant: false, holders: [] },
      'at least one holder, since the role is not vacant, received an array of 0',
    ],
  ])('a contradiction: %o', (role, message) => {
    expect(issuesOfSpec({ roles: { ceo: {}, a: role } })).toStrictEqual([
      {
        code: 'INVALID_FIELD',
        severity: 'error',
        roles: ['a'],
        units: [],
        place: { path: ['roles', 'a', 'holders'] },
        witness: [message.slice(message.indexOf('received ') + 9)],
        message: `Expected ${message} (at roles.a.holders)`,
        suggestion: 'Correct the value, or leave the field out.',
      },
    ])
  })
})
