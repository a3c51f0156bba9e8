import { chart, describeRule, structureRule, unreported } from '../harness.js'

const tangled = [
  { id: 'top' },
  { id: 'd', manager: 'c' },
  { id: 'below', manager: 'b' },
  { id: 'b', manager: 'c' },
  { id: 'c', manager: 'a' },
  { id: 'a', manager: 'b' },
  { id: 'y', manager: 'x' },
  { id: 'x', manager: 'y' },
  { id: 'self', manager: 'self' },
]
const ring = Array.from({ length: 10 }, (_, i) => ({
  id: `r${String(i)}`,
  manager: `r${String((i + 1) % 10)}`,
}))
const hostile = [
  { id: '__proto__', manager: 'constructor' },
  { id: 'constructor', manager: '' },
  { id: '', manager: '__proto__' },
]

describeRule('REPORTING_CYCLE', structureRule('REPORTING_CYCLE'), {
  valid: {
    'no role': chart([]),
    'two trees': chart([{ id: 'a' }, { id: 'b', manager: 'a' }, { id: 'c' }, { id: 'd', manager: 'c' }]),
    'a role that reports to itself has a rule of its own': chart([{ id: 'a', manager: 'a' }]),
    'dotted lines in a cycle': chart([
      { id: 'a', dotted: ['b'] },
      { id: 'b', dotted: ['a'] },
    ]),
    'a cycle that a dotted line closes': chart([
      { id: 'a', dotted: ['b'] },
      { id: 'b', manager: 'a' },
    ]),
    'moves in a cycle': chart([
      { id: 'a', moves: ['b'] },
      { id: 'b', moves: ['a'] },
    ]),
  },
  broken: {
    'two cycles, with the records where they were read': {
      org: chart(tangled),
      issues: [
        {
          code: 'REPORTING_CYCLE',
          severity: 'error',
          roles: ['b', 'c', 'a'],
          units: [],
          place: { record: 3, field: 'manager' },
          witness: ['b', 'c', 'a', 'b'],
          message: "3 roles report to each other in a cycle: 'b' → 'c' → 'a' → 'b' (at record 3, manager)",
          suggestion: 'Remove one of these lines, or make it dotted.',
        },
        {
          code: 'REPORTING_CYCLE',
          severity: 'error',
          roles: ['y', 'x'],
          units: [],
          place: { record: 6, field: 'manager' },
          witness: ['y', 'x', 'y'],
          message: "2 roles report to each other in a cycle: 'y' → 'x' → 'y' (at record 6, manager)",
          suggestion: 'Remove one of these lines, or make it dotted.',
        },
      ],
    },
    'two cycles, seen in the chart alone': {
      org: unreported(chart(tangled)),
      issues: [
        {
          code: 'REPORTING_CYCLE',
          severity: 'error',
          roles: ['b', 'c', 'a'],
          units: [],
          place: { path: ['roles', 'b', 'reportsTo'] },
          witness: ['b', 'c', 'a', 'b'],
          message: "3 roles report to each other in a cycle: 'b' → 'c' → 'a' → 'b'",
          suggestion: 'Remove one of these lines, or make it dotted.',
        },
        {
          code: 'REPORTING_CYCLE',
          severity: 'error',
          roles: ['y', 'x'],
          units: [],
          place: { path: ['roles', 'y', 'reportsTo'] },
          witness: ['y', 'x', 'y'],
          message: "2 roles report to each other in a cycle: 'y' → 'x' → 'y'",
          suggestion: 'Remove one of these lines, or make it dotted.',
        },
      ],
    },
    'a long cycle, with all its members as the witness': {
      org: unreported(chart(ring)),
      issues: [
        {
          code: 'REPORTING_CYCLE',
          severity: 'error',
          roles: ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9'],
          units: [],
          place: { path: ['roles', 'r0', 'reportsTo'] },
          witness: ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r0'],
          message:
            '10 roles report to each other in a cycle: ' +
            "'r0' → 'r1' → 'r2' → 'r3' → 'r4' → 'r5' → 'r6' → 'r7' → 'r8' → 'r9' → 'r0'",
          suggestion: 'Remove one of these lines, or make it dotted.',
        },
      ],
    },
    'hostile ids': {
      org: unreported(chart(hostile)),
      issues: [
        {
          code: 'REPORTING_CYCLE',
          severity: 'error',
          roles: ['__proto__', 'constructor', ''],
          units: [],
          place: { path: ['roles', '__proto__', 'reportsTo'] },
          witness: ['__proto__', 'constructor', '', '__proto__'],
          message: "3 roles report to each other in a cycle: '__proto__' → 'constructor' → '' → '__proto__'",
          suggestion: 'Remove one of these lines, or make it dotted.',
        },
      ],
    },
  },
})
