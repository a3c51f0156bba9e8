import type { Issue } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { issuesOfSpec } from './issues-of-spec.js'

const LINE_FIELDS = 'to, as, sources, hedge, note'
const ROLE_FIELDS =
  'title, aliases, grade, family, unit, alsoIn, holders, vacant, status, fte, cost, minYears, certifications, skills, sources, hedge, note, data, reportsTo, dottedTo, progressesTo'

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
      of: 'REPORTING_CYCLE, from the first role along the lines',
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
          message: "3 roles report to each other in a cycle: 'c' → 'a' → 'b' → 'c' (at roles.c.reportsTo)",
          suggestion: 'Remove one of these lines, or make it dotted.',
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
          place: { path: ['roles', 'a', 'dottedTo', 0] },
          witness: ['a', 'a'],
          message: "The role 'a' has a dotted line to itself (at roles.a.dottedTo.0)",
          suggestion: 'Remove the edge.',
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
          suggestion: 'Remove the edge.',
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
            "The role 'analyst' reports to 'directr', which is not a role of this org; did you mean 'director'? (at roles.analyst.reportsTo)",
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
          message: "The role 'a' reports to '', which is not a role of this org (at roles.a.reportsTo)",
          suggestion:
            'A blank string counts as an id: leave the manager out (undefined) for a role at the top.',
        },
      ],
    },
    {
      of: 'UNKNOWN_MANAGER for a unit, which is not a role',
      spec: { roles: { a: { reportsTo: 'pmo' } }, units: { pmo: { head: 'a' } } },
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a', 'reportsTo'] },
          witness: ['pmo'],
          message: "The role 'a' reports to 'pmo', which is not a role of this org (at roles.a.reportsTo)",
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
          place: { path: ['roles', 'a', 'dottedTo', 1] },
          witness: ['a', 'spansor'],
          message:
            "The role 'a' has a dotted line to 'spansor', which is not a role of this org; did you mean 'sponsor'? (at roles.a.dottedTo.1)",
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
          message:
            "The role 'a' progresses to 'z', which is not a role of this org (at roles.a.progressesTo)",
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
            "The unit 'pmo' has the head 'laed', which is not a role of this org; did you mean 'lead'? (at units.pmo.head)",
          suggestion: 'Correct the id, or leave the field out.',
        },
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: ['epmo'],
          place: { path: ['units', 'epmo', 'head'] },
          witness: ['lde'],
          message: "The unit 'epmo' has the head 'lde', which is not a role of this org (at units.epmo.head)",
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
            "The service 'training' comes from 'ofice', which is not a role or unit of this org; did you mean 'office'? (at services.1.from)",
          suggestion: 'Correct the id, or remove the service.',
        },
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: [],
          place: { path: ['services', 1, 'to'] },
          witness: ['managr'],
          message:
            "The service 'training' goes to 'managr', which is not a role of this org; did you mean 'manager'? (at services.1.to)",
          suggestion: 'Correct the id, or remove the service.',
        },
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: [],
          place: { path: ['services', 2, 'to'] },
          witness: ['office'],
          message:
            "The service 'advice' goes to 'office', which is not a role of this org (at services.2.to)",
          suggestion: 'Correct the id, or remove the service.',
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
          message:
            "The unit 'pmo' is part of 'company', which is not a unit of this org (at units.pmo.partOf)",
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
            "The role 'a' is a member of 'pno', which is not a unit of this org; did you mean 'pmo'? (at roles.a.unit)",
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
          place: { path: ['roles', 'b', 'dottedTo', 1] },
          witness: ['b', 'a'],
          message: "The role 'b' has a dotted line to 'a' twice (at roles.b.dottedTo.1)",
          suggestion: 'Remove the duplicate.',
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
          place: { path: ['roles', 'b', 'progressesTo', 1] },
          witness: ['b', 'a'],
          message: "The role 'b' progresses to 'a' twice (at roles.b.progressesTo.1)",
          suggestion: 'Remove the duplicate.',
        },
      ],
    },
    {
      of: 'UNIT_CYCLE, from the first unit along partOf',
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
          message: "3 units are part of each other in a cycle: 'y' → 'x' → 'z' → 'y' (at units.y.partOf)",
          suggestion: 'Remove one of the partOf fields.',
        },
        {
          code: 'UNIT_CYCLE',
          severity: 'error',
          roles: [],
          units: ['alone'],
          place: { path: ['units', 'alone', 'partOf'] },
          witness: ['alone', 'alone'],
          message: "The unit 'alone' is part of itself (at units.alone.partOf)",
          suggestion: 'Remove one of the partOf fields.',
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
      of: 'INVALID_FIELD of a unit, without further issues for its members',
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
          suggestion: `Put your own attributes under data; the known fields are ${ROLE_FIELDS}.`,
        },
      ],
    },
    {
      of: 'UNKNOWN_FIELD of the spec, a line, a unit and a service, which have no field data',
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
          suggestion: 'The known fields are roles, units, people, services, rolegraph, $schema.',
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
