import { chart, describeRule, structureRule, unreported } from '../harness.js'

const rows = [
  { id: 'ceo', manager: 'ceo', dotted: ['ceo'] },
  { id: 'a', manager: 'ceo' },
  { id: 'b', manager: 'ceo', dotted: ['b', 'a'] },
]
const solid = {
  code: 'SELF_REPORT',
  severity: 'error',
  roles: ['ceo'],
  units: [],
  place: { record: 0, field: 'manager' },
  witness: ['ceo', 'ceo'],
  message: "The role 'ceo' reports to itself (at record 0, manager)",
  suggestion: 'Leave the manager out for a role at the top.',
} as const
const dotted = [
  {
    code: 'SELF_REPORT',
    severity: 'error',
    roles: ['ceo'],
    units: [],
    place: { record: 0, field: 'dotted.0' },
    witness: ['ceo', 'ceo'],
    message: "The role 'ceo' has a dotted line to itself (at record 0, dotted.0)",
    suggestion: 'Remove the edge.',
  },
  {
    code: 'SELF_REPORT',
    severity: 'error',
    roles: ['b'],
    units: [],
    place: { record: 2, field: 'dotted.0' },
    witness: ['b', 'b'],
    message: "The role 'b' has a dotted line to itself (at record 2, dotted.0)",
    suggestion: 'Remove the edge.',
  },
] as const

describeRule('SELF_REPORT', structureRule('SELF_REPORT'), {
  valid: {
    'a top': chart([{ id: 'a' }, { id: 'b', manager: 'a' }]),
    'two roles in a cycle': chart([
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a' },
    ]),
    'a self-managed top, where that is allowed': {
      org: chart([
        { id: 'a', manager: 'a' },
        { id: 'b', manager: 'a' },
        { id: 'c', manager: 'c' },
      ]),
      options: { allowSelfManagedTops: true },
    },
    'a self-managed top that nobody reported, where that is allowed': {
      org: unreported(chart([{ id: 'a', manager: 'a' }])),
      options: { allowSelfManagedTops: true },
    },
  },
  broken: {
    'solid and dotted lines to oneself': { org: chart(rows), issues: [solid, ...dotted] },
    'dotted lines to oneself stay wrong where self-managed tops are allowed': {
      org: chart(rows),
      options: { allowSelfManagedTops: true },
      issues: dotted,
    },
    'seen in the chart alone, with hostile ids': {
      org: unreported(
        chart([
          { id: 'toString', manager: 'toString' },
          { id: '\u202egnp', manager: '\u202egnp' },
        ]),
      ),
      issues: [
        {
          code: 'SELF_REPORT',
          severity: 'error',
          roles: ['toString'],
          units: [],
          place: { path: ['roles', 'toString', 'reportsTo'] },
          witness: ['toString', 'toString'],
          message: "The role 'toString' reports to itself",
          suggestion: 'Leave the manager out for a role at the top.',
        },
        {
          code: 'SELF_REPORT',
          severity: 'error',
          roles: ['\u202egnp'],
          units: [],
          place: { path: ['roles', '\u202egnp', 'reportsTo'] },
          witness: ['\u202egnp', '\u202egnp'],
          message: "The role '\\u{202e}gnp' reports to itself",
          suggestion: 'Leave the manager out for a role at the top.',
        },
      ],
    },
  },
})
