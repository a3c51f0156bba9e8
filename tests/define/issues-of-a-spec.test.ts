import { defineOrg, type Issue, type OrgSpec } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { issuesThrownBy, thrownBy } from '../support/thrown-by.js'

/** A spec that does not compile as one: read like a file, so that no type stands in the way. */
function issuesOfSpec(spec: object): readonly Issue[] {
  const defineAnything = defineOrg as (spec: object) => unknown
  return issuesThrownBy(() => defineAnything(spec))
}

const LINE_FIELDS = 'to, sources, hedge, note'
const ROLE_FIELDS =
  'title, aliases, grade, family, unit, holders, vacant, fte, cost, minYears, certifications, skills, sources, hedge, note, data, reportsTo, dottedTo, progressesTo'

const REPORTS_NOWHERE = 'Add the role, correct the id, or leave the manager out for a role at the top.'
const CORRECT = 'Correct the value, or leave the field out.'

interface Case {
  readonly of: string
  readonly spec: object
  readonly issues: readonly Issue[]
}

describe('an issue of a spec', () => {
  it.each<Case>([
    {
      of: 'REPORTING_CYCLE, from the earliest role and on along the lines',
      spec: {
        roles: {
          top: {},
          c: { reportsTo: 'a' },
          a: { reportsTo: 'b' },
          b: { reportsTo: 'c' },
          below: { reportsTo: 'a' },
        },
      },
      issues: [
        {
          code: 'REPORTING_CYCLE',
          severity: 'error',
          roles: ['c', 'a', 'b'],
          units: [],
          place: { path: ['roles', 'c', 'reportsTo'] },
          witness: ['c', 'a', 'b', 'c'],
          message: "3 roles report to each other in a circle: 'c' → 'a' → 'b' → 'c' (at roles.c.reportsTo)",
          suggestion: 'Take one of these lines away, or make it a dotted one.',
        },
      ],
    },
    {
      of: 'SELF_REPORT along a solid line',
      spec: { roles: { a: { reportsTo: 'a' } } },
      issues: [
        {
          code: 'SELF_REPORT',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'reportsTo'] },
          witness: ['a', 'a'],
          message: "The role 'a' reports to itself (at roles.a.reportsTo)",
          suggestion: 'Leave the manager out for a role at the top.',
        },
      ],
    },
    {
      of: 'SELF_REPORT along a dotted line',
      spec: { roles: { a: { dottedTo: ['a'] } } },
      issues: [
        {
          code: 'SELF_REPORT',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'dottedTo'] },
          witness: ['a', 'a'],
          message: "The role 'a' has a dotted line to itself (at roles.a.dottedTo)",
          suggestion: 'Take the edge away.',
        },
      ],
    },
    {
      of: 'SELF_MOVE',
      spec: { roles: { a: { progressesTo: { to: 'a' } } } },
      issues: [
        {
          code: 'SELF_MOVE',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'progressesTo'] },
          witness: ['a', 'a'],
          message: "The role 'a' progresses to itself (at roles.a.progressesTo)",
          suggestion: 'Take the edge away.',
        },
      ],
    },
    {
      of: 'UNKNOWN_MANAGER along a solid line, with the nearest id',
      spec: { roles: { director: {}, analyst: { reportsTo: { to: 'directr' } } } },
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['analyst'],
          units: [],
          place: { path: ['roles', 'analyst', 'reportsTo'] },
          witness: ['directr'],
          message:
            "The role 'analyst' reports to 'directr', which is no role of this org; did you mean 'director'? (at roles.analyst.reportsTo)",
          suggestion: REPORTS_NOWHERE,
        },
      ],
    },
    {
      of: 'UNKNOWN_MANAGER for a blank, which is an id like any other',
      spec: { roles: { a: { reportsTo: '' } } },
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'reportsTo'] },
          witness: [''],
          message: "The role 'a' reports to '', which is no role of this org (at roles.a.reportsTo)",
          suggestion:
            'A blank is an id like any other: leave the manager out (undefined) for a role at the top.',
        },
      ],
    },
    {
      of: 'UNKNOWN_MANAGER for a unit, which is no role',
      spec: { roles: { a: { reportsTo: 'pmo' } }, units: { pmo: { head: 'a' } } },
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'reportsTo'] },
          witness: ['pmo'],
          message: "The role 'a' reports to 'pmo', which is no role of this org (at roles.a.reportsTo)",
          suggestion: REPORTS_NOWHERE,
        },
      ],
    },
    {
      of: 'UNKNOWN_MANAGER along a dotted line',
      spec: { roles: { sponsor: {}, a: { dottedTo: ['sponsor', { to: 'spansor' }] } } },
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'dottedTo'] },
          witness: ['a', 'spansor'],
          message:
            "The role 'a' has a dotted line to 'spansor', which is no role of this org; did you mean 'sponsor'? (at roles.a.dottedTo)",
          suggestion: 'Add the role, or correct the id.',
        },
      ],
    },
    {
      of: 'UNKNOWN_ROLE at the end of a move',
      spec: { roles: { a: { progressesTo: 'z' } } },
      issues: [
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'progressesTo'] },
          witness: ['a', 'z'],
          message: "The role 'a' progresses to 'z', which is no role of this org (at roles.a.progressesTo)",
          suggestion: 'Add the role, or correct the id.',
        },
      ],
    },
    {
      of: 'UNKNOWN_ROLE as the head of a unit',
      spec: { roles: { lead: {} }, units: { pmo: { head: 'laed' }, epmo: { head: 'lde' } } },
      issues: [
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: ['pmo'],
          place: { path: ['units', 'pmo', 'head'] },
          witness: ['laed'],
          message:
            "The unit 'pmo' has the head 'laed', which is no role of this org; did you mean 'lead'? (at units.pmo.head)",
          suggestion: 'Correct the id, or leave the field out.',
        },
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: ['epmo'],
          place: { path: ['units', 'epmo', 'head'] },
          witness: ['lde'],
          message: "The unit 'epmo' has the head 'lde', which is no role of this org (at units.epmo.head)",
          suggestion: 'Correct the id, or leave the field out.',
        },
      ],
    },
    {
      of: 'UNKNOWN_ROLE at either end of a service',
      spec: {
        roles: { lead: {}, manager: {} },
        units: { office: { head: 'lead' } },
        services: [
          { from: 'office', to: 'manager', name: 'templates' },
          { from: 'ofice', to: 'managr', name: 'training' },
          { from: 'lead', to: 'office', name: 'advice' },
        ],
      },
      issues: [
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: [],
          place: { path: ['services', 1, 'from'] },
          witness: ['ofice'],
          message:
            "The service 'training' is from 'ofice', which is no role or unit of this org; did you mean 'office'? (at services.1.from)",
          suggestion: 'Correct the id, or take the service away.',
        },
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: [],
          place: { path: ['services', 1, 'to'] },
          witness: ['managr'],
          message:
            "The service 'training' is to 'managr', which is no role of this org; did you mean 'manager'? (at services.1.to)",
          suggestion: 'Correct the id, or take the service away.',
        },
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: [],
          place: { path: ['services', 2, 'to'] },
          witness: ['office'],
          message: "The service 'advice' is to 'office', which is no role of this org (at services.2.to)",
          suggestion: 'Correct the id, or take the service away.',
        },
      ],
    },
    {
      of: 'UNKNOWN_UNIT of a member and as a larger unit',
      spec: { roles: { a: { unit: 'pno' } }, units: { pmo: { partOf: 'company' } } },
      issues: [
        {
          code: 'UNKNOWN_UNIT',
          severity: 'error',
          roles: [],
          units: ['pmo'],
          place: { path: ['units', 'pmo', 'partOf'] },
          witness: ['company'],
          message: "The unit 'pmo' is part of 'company', which is no unit of this org (at units.pmo.partOf)",
          suggestion: 'Correct the id, or leave the field out.',
        },
        {
          code: 'UNKNOWN_UNIT',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'unit'] },
          witness: ['pno'],
          message:
            "The role 'a' is a member of 'pno', which is no unit of this org; did you mean 'pmo'? (at roles.a.unit)",
          suggestion: 'Add it to units, correct the id, or leave the field out.',
        },
      ],
    },
    {
      of: 'DUPLICATE_ID of a role and a unit',
      spec: { roles: { ceo: {}, pmo: {} }, units: { pmo: {} } },
      issues: [
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['pmo'],
          units: ['pmo'],
          place: { path: ['units', 'pmo'] },
          witness: [{ path: ['roles', 'pmo'] }, { path: ['units', 'pmo'] }],
          message: "A role and a unit have the id 'pmo' (at units.pmo)",
          suggestion: 'Roles and units share one namespace: rename one of the two.',
        },
      ],
    },
    {
      of: 'DUPLICATE_LINE',
      spec: { roles: { a: {}, b: { dottedTo: ['a', { to: 'a', note: 'again' }] } } },
      issues: [
        {
          code: 'DUPLICATE_LINE',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { path: ['roles', 'b', 'dottedTo'] },
          witness: ['b', 'a'],
          message: "The role 'b' has a dotted line to 'a' twice (at roles.b.dottedTo)",
          suggestion: 'Write the edge once.',
        },
      ],
    },
    {
      of: 'DUPLICATE_MOVE',
      spec: {
        roles: {
          a: {},
          b: {
            progressesTo: [
              { to: 'a', years: [1, 2] },
              { to: 'a', years: [3] },
            ],
          },
        },
      },
      issues: [
        {
          code: 'DUPLICATE_MOVE',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { path: ['roles', 'b', 'progressesTo'] },
          witness: ['b', 'a'],
          message: "The role 'b' progresses to 'a' twice (at roles.b.progressesTo)",
          suggestion: 'Write the edge once.',
        },
      ],
    },
    {
      of: 'UNIT_CYCLE, from the earliest unit and on along partOf',
      spec: {
        roles: {},
        units: {
          outside: { partOf: 'z' },
          y: { partOf: 'x' },
          z: { partOf: 'y' },
          x: { partOf: 'z' },
          alone: { partOf: 'alone' },
        },
      },
      issues: [
        {
          code: 'UNIT_CYCLE',
          severity: 'error',
          roles: [],
          units: ['y', 'x', 'z'],
          place: { path: ['units', 'y', 'partOf'] },
          witness: ['y', 'x', 'z', 'y'],
          message: "3 units are part of each other in a circle: 'y' → 'x' → 'z' → 'y' (at units.y.partOf)",
          suggestion: 'Take one partOf away.',
        },
        {
          code: 'UNIT_CYCLE',
          severity: 'error',
          roles: [],
          units: ['alone'],
          place: { path: ['units', 'alone', 'partOf'] },
          witness: ['alone', 'alone'],
          message: "The unit 'alone' is part of itself (at units.alone.partOf)",
          suggestion: 'Take one partOf away.',
        },
      ],
    },
    {
      of: 'INVALID_FIELD of a role',
      spec: { roles: { a: { grade: 'senior' } } },
      issues: [
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'grade'] },
          witness: ["'senior'"],
          message: "Expected a finite number, received 'senior' (at roles.a.grade)",
          suggestion: CORRECT,
        },
      ],
    },
    {
      of: 'INVALID_FIELD of a unit, and its members are no problem of their own',
      spec: { roles: { a: { unit: 'pmo' } }, units: { pmo: 'Project Management Office' } },
      issues: [
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: [],
          units: ['pmo'],
          place: { path: ['units', 'pmo'] },
          witness: ["'Project Management Office'"],
          message: "Expected an object, received 'Project Management Office' (at units.pmo)",
          suggestion: CORRECT,
        },
      ],
    },
    {
      of: 'UNKNOWN_FIELD of a role, with the nearest name',
      spec: { roles: { a: { titel: 'A' } } },
      issues: [
        {
          code: 'UNKNOWN_FIELD',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'titel'] },
          witness: ['titel'],
          message: "There is no field 'titel'; did you mean 'title'? (at roles.a.titel)",
          suggestion: `Put attributes of your own under data; the known fields are ${ROLE_FIELDS}.`,
        },
      ],
    },
    {
      of: 'UNKNOWN_FIELD of the spec, a line, a unit and a service, which have no data',
      spec: {
        role: {},
        roles: { a: {}, b: { reportsTo: { to: 'a', source: 'x' } } },
        units: { u: { heads: 'a' } },
        services: [{ from: 'a', to: 'b', name: 'n', hedges: 'may' }],
      },
      issues: [
        {
          code: 'UNKNOWN_FIELD',
          severity: 'error',
          roles: [],
          units: [],
          place: { path: ['role'] },
          witness: ['role'],
          message: "There is no field 'role'; did you mean 'roles'? (at role)",
          suggestion: 'The known fields are roles, units, services.',
        },
        {
          code: 'UNKNOWN_FIELD',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { path: ['roles', 'b', 'reportsTo', 'source'] },
          witness: ['source'],
          message: "There is no field 'source'; did you mean 'sources'? (at roles.b.reportsTo.source)",
          suggestion: `The known fields are ${LINE_FIELDS}.`,
        },
        {
          code: 'UNKNOWN_FIELD',
          severity: 'error',
          roles: [],
          units: ['u'],
          place: { path: ['units', 'u', 'heads'] },
          witness: ['heads'],
          message: "There is no field 'heads'; did you mean 'head'? (at units.u.heads)",
          suggestion: 'The known fields are title, aliases, kind, head, partOf, sources, hedge, note.',
        },
        {
          code: 'UNKNOWN_FIELD',
          severity: 'error',
          roles: [],
          units: [],
          place: { path: ['services', 0, 'hedges'] },
          witness: ['hedges'],
          message: "There is no field 'hedges'; did you mean 'hedge'? (at services.0.hedges)",
          suggestion: 'The known fields are from, to, name, sources, hedge, note.',
        },
      ],
    },
  ])('$of', ({ spec, issues }) => {
    expect(issuesOfSpec(spec)).toStrictEqual(issues)
  })
})

describe('a field that cannot have its value', () => {
  const deep = { a: { b: [{ c: (): void => undefined }] } }
  const loop: { self?: object } = {}
  loop.self = { again: loop }

  it.each<[field: string, value: unknown, expected: string, received: string]>([
    ['title', 7, 'a string', '7'],
    ['title', null, 'a string', 'null'],
    ['aliases', 'Lead', 'an array of names, each a string or { name, warning }', "'Lead'"],
    ['aliases', ['Lead', 7], 'an array of names, each a string or { name, warning }', 'an array of 2'],
    ['aliases', [{ name: 'PM' }], 'an array of names, each a string or { name, warning }', 'an array of 1'],
    ['grade', Number.NaN, 'a finite number', 'NaN'],
    ['grade', Infinity, 'a finite number', 'Infinity'],
    ['grade', '7', 'a finite number', "'7'"],
    ['family', ['a'], 'a string', 'an array of 1'],
    ['unit', {}, 'a string', 'an object'],
    ['holders', 'Ann', 'an array of strings', "'Ann'"],
    ['holders', [undefined], 'an array of strings', 'an array of 1'],
    // An array with a hole, which a filter would close.
    ['holders', new Array<string>(2), 'an array of strings', 'an array of 2'],
    ['vacant', 'yes', 'true or false', "'yes'"],
    ['vacant', 0, 'true or false', '0'],
    ['fte', -0.5, 'a finite number, 0 or more', '-0.5'],
    ['fte', '1', 'a finite number, 0 or more', "'1'"],
    ['cost', Number.NaN, 'a finite number, 0 or more', 'NaN'],
    ['cost', 10n, 'a finite number, 0 or more', '10'],
    ['minYears', -1, 'a finite number, 0 or more', '-1'],
    ['certifications', {}, 'an array of strings', 'an object'],
    ['skills', [7], 'an array of strings', 'an array of 1'],
    ['sources', 'handbook', 'an array of strings', "'handbook'"],
    ['hedge', 'perhaps', "'typically', 'may', 'sometimes' or 'many'", "'perhaps'"],
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
    ['reportsTo', {}, ['to'], 'the id of a role, received undefined'],
    ['reportsTo', { to: 7 }, ['to'], 'the id of a role, received 7'],
    [
      'reportsTo',
      { to: 'a', hedge: 'maybe' },
      ['hedge'],
      "'typically', 'may', 'sometimes' or 'many', received 'maybe'",
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
      'years as [min] or [min, max] with 0 ≤ min ≤ max, received 3',
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
      'roles in an array',
      { roles: [{ id: 'a' }] },
      'roles',
      'an object of roles by id, received an array of 1',
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
    [
      'units in an array',
      { roles: {}, units: [] },
      'units',
      'an object of units by id, received an array of 0',
    ],
    ['units of null', { roles: {}, units: null }, 'units', 'an object of units by id, received null'],
    [
      'units in a Map',
      { roles: {}, units: new Map() },
      'units',
      "an object whose units are its own keys (write ['__proto__']: … for an id of that name), received an object",
    ],
    ['a unit of null', { roles: {}, units: { u: null } }, 'units.u', 'an object, received null'],
    ['the head of a unit', { roles: {}, units: { u: { head: 7 } } }, 'units.u.head', 'a string, received 7'],
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
      'one holder or more, since the role is not vacant, received an array of 0',
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
        suggestion: CORRECT,
      },
    ])
  })
})

describe('the error of a broken spec', () => {
  const broken = {
    roles: {
      a: { reportsTo: 'b', grade: '1' },
      b: { reportsTo: 'a', dottedTo: 'nobody' },
      c: { reportsTo: 'nobody', unit: 'u', vacant: true, holders: ['Ann'] },
      d: { progressesTo: 'd', color: 'red' },
    },
    units: { d: {}, u: { head: 'x' } },
    services: [{ from: 'x', to: 'a', name: 's' }, 7],
  }
  const codes = [
    'INVALID_FIELD at roles.a.grade',
    'UNKNOWN_FIELD at roles.d.color',
    'INVALID_FIELD at roles.c.holders',
    'DUPLICATE_ID at units.d',
    'INVALID_FIELD at services.1',
    'UNKNOWN_MANAGER at roles.c.reportsTo',
    'UNKNOWN_MANAGER at roles.b.dottedTo',
    'SELF_MOVE at roles.d.progressesTo',
    'REPORTING_CYCLE at roles.a.reportsTo',
    'UNKNOWN_ROLE at units.u.head',
    'UNKNOWN_ROLE at services.0.from',
  ]

  it('has all problems at once, in the same order each time', () => {
    for (let time = 0; time < 3; time++) {
      expect(
        issuesOfSpec(broken).map(({ code, place }) => `${code} at ${(place.path ?? []).join('.')}`),
      ).toEqual(codes)
    }
  })

  it('lists ten of them in its message, and says how many more there are', () => {
    const define = defineOrg as (spec: object) => unknown
    const lines = thrownBy(() => define(broken)).message.split('\n')
    expect(lines[0]).toBe('The org has 11 problems:')
    expect(lines[1]).toBe(
      "- INVALID_FIELD: Expected a finite number, received '1' (at roles.a.grade). Correct the value, or leave the field out.",
    )
    expect(lines[11]).toBe('- and 1 more in details.issues')
    expect(lines).toHaveLength(12)
  })

  it('counts one problem as one', () => {
    const define = defineOrg as (spec: object) => unknown
    expect(thrownBy(() => define({ roles: { a: { reportsTo: 'a' } } })).message).toBe(
      "The org has one problem:\n- SELF_REPORT: The role 'a' reports to itself (at roles.a.reportsTo). Leave the manager out for a role at the top.",
    )
  })

  it('names eight roles of a long cycle, though one of them may be called …', () => {
    const ids = ['…', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    const circle = (members: readonly string[]): OrgSpec => ({
      roles: Object.fromEntries(
        members.map((id, at) => [id, { reportsTo: members[(at + 1) % members.length] }]),
      ),
    })
    expect(issuesOfSpec(circle(ids))[0].message).toBe(
      "9 roles report to each other in a circle: '…' → 'b' → 'c' → 'd' → 'e' → 'f' → 'g' → 'h' → … → '…' (at roles.'…'.reportsTo)",
    )
    expect(issuesOfSpec(circle(ids))[0].witness).toEqual([...ids, '…'])
    expect(issuesOfSpec(circle(ids.slice(0, 8)))[0].message).toBe(
      "8 roles report to each other in a circle: '…' → 'b' → 'c' → 'd' → 'e' → 'f' → 'g' → 'h' → '…' (at roles.'…'.reportsTo)",
    )
  })

  it('names eight units of a long cycle', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    const units = Object.fromEntries(ids.map((id, at) => [id, { partOf: ids[(at + 1) % ids.length] }]))
    expect(issuesOfSpec({ roles: {}, units })[0].message).toBe(
      "9 units are part of each other in a circle: 'a' → 'b' → 'c' → 'd' → 'e' → 'f' → 'g' → 'h' → … → 'a' (at units.a.partOf)",
    )
  })

  it('keeps every message on one line and short, whatever the ids', () => {
    const long = 'x'.repeat(10_000)
    const roles = {
      ['a\nERROR: all is well']: { reportsTo: '\u202enobody' },
      [long]: { reportsTo: long + long, ['field\n2']: 1, data: { ['k\n']: { [long]: Symbol('s') } } },
      ['a.b']: { [long]: 1 },
    }
    const issues = issuesOfSpec({ roles })
    for (const { message } of issues) expect(message).not.toMatch(/[\n\u202e]|x{61}/)
    expect(Math.max(...issues.map(({ message }) => message.length))).toBeLessThan(500)
    expect(issues[0].message).toBe(
      `There is no field 'field\\n2' (at roles.'${'x'.repeat(60)}…'.'field\\n2')`,
    )
    expect(issues[2].message).toBe(
      `There is no field '${'x'.repeat(60)}…' (at roles.'a.b'.'${'x'.repeat(60)}…')`,
    )
  })

  it('suggests ids for the first 20 unknown ones only, so that a broken chart stays cheap', () => {
    const roles = Object.fromEntries<object>([
      ['manager', {}],
      ...Array.from({ length: 22 }, (_, n): [string, object] => [`r${String(n)}`, { reportsTo: 'maneger' }]),
    ])
    const suggesting = issuesOfSpec({ roles }).map(({ message }) => message.includes('did you mean'))
    expect(suggesting).toEqual([...Array<boolean>(20).fill(true), false, false])
  })

  it('hands out issues that nobody can change', () => {
    for (const issue of issuesOfSpec(broken)) {
      const { roles, units, place, witness } = issue
      const parts: unknown[] = [issue, roles, units, place, place.path, witness]
      for (const item of witness) if (typeof item !== 'string') parts.push(item, item.path)
      expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true))
    }
  })
})

describe('what is no spec at all', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['roles', "'roles'"],
    [[], 'an array of 0'],
    [(): void => undefined, 'a function'],
  ])('%s', (spec, received) => {
    const define = defineOrg as (spec: unknown) => unknown
    const error = thrownBy(() => define(spec))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.details).toEqual({ argument: 'spec', received: spec })
    expect(error.message).toBe(`defineOrg expects { roles: { … } }, received ${received}.`)
  })
})
