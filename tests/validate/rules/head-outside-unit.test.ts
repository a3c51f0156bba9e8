import type { Issue } from 'rolegraph'
import { chart, describeRule, structureRule } from '../harness.js'

const rows = [
  { id: 'director', unit: 'division' },
  { id: 'manager', unit: 'office' },
  { id: 'free' },
  { id: 'other', unit: 'elsewhere' },
]

describeRule('HEAD_OUTSIDE_UNIT', structureRule('HEAD_OUTSIDE_UNIT'), {
  valid: {
    'heads inside': chart(rows, {
      division: { head: 'director' },
      office: { head: 'manager', partOf: 'division' },
      elsewhere: { head: 'other' },
    }),
    'a head in a part of the unit': chart(rows, {
      division: { head: 'manager' },
      middle: { partOf: 'division' },
      office: { partOf: 'middle' },
      elsewhere: {},
    }),
    'a head that names no unit': chart(rows, { division: { head: 'free' }, office: {}, elsewhere: {} }),
    'a head that is also in the unit': chart([{ id: 'a', unit: 'u', alsoIn: ['v'] }], {
      u: {},
      v: { head: 'a' },
    }),
    'no units': chart([{ id: 'a' }]),
    'a head that is not there': chart(rows, { division: { head: 'nobody' }, office: {}, elsewhere: {} }),
    'units in one cycle': chart(rows, {
      division: { head: 'manager', partOf: 'office' },
      office: { partOf: 'division' },
      elsewhere: {},
    }),
  },
  broken: {
    'heads in a larger unit and in another one': {
      org: chart(rows, {
        division: { head: 'other' },
        office: { head: 'director', partOf: 'division' },
        elsewhere: {},
      }),
      issues: [outside('division', 'other', 'elsewhere'), outside('office', 'director', 'division')],
    },
    'one unit of the two in a cycle': {
      org: chart(rows, {
        division: { head: 'other', partOf: 'office' },
        office: { partOf: 'division' },
        elsewhere: { head: 'director' },
      }),
      issues: [outside('division', 'other', 'elsewhere'), outside('elsewhere', 'director', 'division')],
    },
    'the second of two heads': {
      org: chart(rows, { division: { head: ['director', 'other'] }, office: {}, elsewhere: {} }),
      issues: [outside('division', 'other', 'elsewhere')],
    },
    'a head that is in two other units': {
      org: chart([{ id: 'a', unit: 'u', alsoIn: ['v'] }], { u: {}, v: {}, w: { head: 'a' } }),
      issues: [
        {
          ...outside('w', 'a', 'u'),
          units: ['w', 'u', 'v'],
          witness: ['a', 'u', 'v'],
          message:
            "The head of the unit 'w', the role 'a', is not a member of it but of the units 'u' and 'v'",
        },
      ],
    },
    'hostile ids': {
      org: chart([{ id: '', unit: 'toString' }], { toString: {}, constructor: { head: '' } }),
      issues: [outside('constructor', '', 'toString')],
    },
  },
})

function outside(unit: string, head: string, named: string): Issue {
  return {
    code: 'HEAD_OUTSIDE_UNIT',
    severity: 'warning',
    roles: [head],
    units: [unit, named],
    place: { path: ['units', unit, 'head'] },
    witness: [head, named],
    message: `The head of the unit '${unit}', the role '${head}', is not a member of it but of the unit '${named}'`,
    suggestion: 'Make the head a member of the unit, or name another head.',
  }
}
