import { chart, describeRule, structureRule } from '../harness.js'

describeRule('DOUBLED_LINE', structureRule('DOUBLED_LINE'), {
  valid: {
    'a dotted line to another role': chart([
      { id: 'a' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'b', dotted: ['a'] },
    ]),
    'a dotted line to a report': chart([
      { id: 'a', dotted: ['b'] },
      { id: 'b', manager: 'a' },
    ]),
    'no dotted line': chart([{ id: 'a' }, { id: 'b', manager: 'a' }]),
  },
  broken: {
    'each doubled line': {
      org: chart([
        { id: 'c', manager: 'toString', dotted: ['b', 'toString'] },
        { id: 'toString' },
        { id: 'b', manager: 'toString', dotted: ['toString'] },
      ]),
      issues: [
        {
          code: 'DOUBLED_LINE',
          severity: 'info',
          roles: ['c', 'toString'],
          units: [],
          place: { path: ['roles', 'c', 'dottedTo'] },
          witness: ['c', 'toString'],
          message: "The role 'c' reports to 'toString' by both a solid and a dotted line",
          suggestion: 'Remove the dotted line.',
        },
        {
          code: 'DOUBLED_LINE',
          severity: 'info',
          roles: ['b', 'toString'],
          units: [],
          place: { path: ['roles', 'b', 'dottedTo'] },
          witness: ['b', 'toString'],
          message: "The role 'b' reports to 'toString' by both a solid and a dotted line",
          suggestion: 'Remove the dotted line.',
        },
      ],
    },
  },
})
