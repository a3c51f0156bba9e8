import { oneTop } from 'rolegraph'
import { chart, describeRule } from '../harness.js'

const selfManaged = chart([{ id: 'a', manager: 'a' }, { id: 'b' }, { id: 'c', manager: 'c' }])

describeRule('oneTop()', oneTop(), {
  valid: {
    'one top': chart([{ id: 'a' }, { id: 'b', manager: 'a' }]),
    'no role': chart([]),
    'no top, which the structure has a rule for': chart([
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a' },
    ]),
    'self-managed tops, where they are no tops': selfManaged,
  },
  broken: {
    'three tops': {
      org: chart([{ id: 'a' }, { id: '__proto__' }, { id: 'b', manager: 'a' }, { id: 'c', dotted: ['a'] }]),
      issues: [
        {
          code: 'SEVERAL_TOPS',
          severity: 'error',
          roles: ['a', '__proto__', 'c'],
          units: [],
          place: { path: ['roles'] },
          witness: ['a', '__proto__', 'c'],
          message: "The chart has 3 tops: 'a', '__proto__' and 'c'",
          suggestion: 'Give all but one of them a manager.',
        },
      ],
    },
    'self-managed tops, where they are allowed': {
      org: selfManaged,
      options: { allowSelfManagedTops: true },
      issues: [
        {
          code: 'SEVERAL_TOPS',
          severity: 'error',
          roles: ['a', 'b', 'c'],
          units: [],
          place: { path: ['roles'] },
          witness: ['a', 'b', 'c'],
          message: "The chart has 3 tops: 'a', 'b' and 'c'",
          suggestion: 'Give all but one of them a manager.',
        },
      ],
    },
  },
})
