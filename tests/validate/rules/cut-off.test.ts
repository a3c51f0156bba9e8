import { chart, describeRule, structureRule } from '../harness.js'

const rows = [
  { id: 'top' },
  { id: 'under', manager: 'top' },
  { id: 'deep', manager: 'mid' },
  { id: 'mid', manager: 'a' },
  { id: 'a', manager: 'b' },
  { id: 'b', manager: 'a' },
  { id: 'late', manager: 'b' },
  { id: 'staff', manager: 'boss' },
  { id: 'boss', manager: 'boss' },
  { id: 'x', manager: 'y' },
  { id: 'y', manager: 'x' },
]
const belowCircle = {
  code: 'CUT_OFF',
  severity: 'error',
  roles: ['deep', 'mid', 'late'],
  units: [],
  place: { path: ['roles', 'deep', 'reportsTo'] },
  witness: ['deep', 'mid', 'a'],
  message:
    "3 roles cannot reach a top: 'deep', 'mid' and 'late'; the chain of 'deep' ends at 'a', which is in a cycle of 2 roles",
  suggestion: 'Break the cycle; its roles are listed in a separate issue.',
} as const

describeRule('CUT_OFF', structureRule('CUT_OFF'), {
  valid: {
    'no cycle': chart([{ id: 'a' }, { id: 'b', manager: 'a' }]),
    'a cycle with nobody below': chart([
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a' },
    ]),
    'below a cycle of dotted lines': chart([
      { id: 'a', dotted: ['b'] },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'b' },
    ]),
    'below a self-managed top, where that is allowed': {
      org: chart([
        { id: 'a', manager: 'a' },
        { id: 'b', manager: 'a' },
      ]),
      options: { allowSelfManagedTops: true },
    },
  },
  broken: {
    'below a cycle and below a self-managed top': {
      org: chart(rows),
      issues: [
        belowCircle,
        {
          code: 'CUT_OFF',
          severity: 'error',
          roles: ['staff'],
          units: [],
          place: { path: ['roles', 'staff', 'reportsTo'] },
          witness: ['staff', 'boss'],
          message:
            "1 role cannot reach a top: 'staff'; the chain of 'staff' ends at 'boss', which reports to itself",
          suggestion:
            'Leave out the manager of the top, or pass allowSelfManagedTops to accept a top that is its own manager.',
        },
      ],
    },
    'below a cycle, where self-managed tops are allowed': {
      org: chart(rows),
      options: { allowSelfManagedTops: true },
      issues: [belowCircle],
    },
    'hostile ids, and more roles than a message lists': {
      org: chart([
        { id: '__proto__', manager: 'hasOwnProperty' },
        { id: 'hasOwnProperty', manager: '__proto__' },
        ...Array.from({ length: 10 }, (_, i) => ({ id: `r${String(i)}`, manager: '__proto__' })),
      ]),
      issues: [
        {
          code: 'CUT_OFF',
          severity: 'error',
          roles: ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9'],
          units: [],
          place: { path: ['roles', 'r0', 'reportsTo'] },
          witness: ['r0', '__proto__'],
          message:
            "10 roles cannot reach a top: 'r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7' and 2 more; " +
            "the chain of 'r0' ends at '__proto__', which is in a cycle of 2 roles",
          suggestion: 'Break the cycle; its roles are listed in a separate issue.',
        },
      ],
    },
  },
})
