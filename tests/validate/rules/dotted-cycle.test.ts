import { chart, describeRule, structureRule } from '../harness.js'

const suggestion = 'This is allowed. If it is not intended, remove a dotted line.'

describeRule('DOTTED_CYCLE', structureRule('DOTTED_CYCLE'), {
  valid: {
    'a matrix': chart([
      { id: 'a' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'a' },
      { id: 'd', manager: 'b', dotted: ['c', 'a'] },
    ]),
    'a cycle of solid lines has a rule of its own': chart([
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'a', dotted: ['b'] },
    ]),
    'a doubled line in a cycle of solid lines adds nothing': chart([
      { id: 'a', manager: 'b', dotted: ['b'] },
      { id: 'b', manager: 'a' },
    ]),
    'a self-managed top with dotted reports': chart([
      { id: 'a', manager: 'a' },
      { id: 'b', dotted: ['a'] },
    ]),
  },
  broken: {
    'a dotted line down to a report': {
      org: chart([
        { id: 'a', dotted: ['c'] },
        { id: 'b', manager: 'a' },
        { id: 'c', manager: 'b' },
        { id: 'd', manager: 'c' },
      ]),
      issues: [
        {
          code: 'DOTTED_CYCLE',
          severity: 'info',
          roles: ['a', 'b', 'c'],
          units: [],
          place: { path: ['roles', 'a', 'dottedTo'] },
          witness: ['a', 'c', 'b', 'a'],
          message: "3 roles report to each other along dotted lines: 'a' ⇢ 'c' → 'b' → 'a'",
          suggestion,
        },
      ],
    },
    'two sets of roles, one of them with several cycles': {
      org: chart([
        { id: 'p', dotted: ['q'] },
        { id: 'q', dotted: ['r'] },
        { id: 'r', dotted: ['s'] },
        { id: 'x', dotted: ['constructor'] },
        { id: 's', dotted: ['p', 'r'] },
        { id: 'constructor', dotted: ['x'] },
        { id: 'above' },
        { id: 't', manager: 'above', dotted: ['p'] },
      ]),
      issues: [
        {
          code: 'DOTTED_CYCLE',
          severity: 'info',
          roles: ['p', 'q', 'r', 's'],
          units: [],
          place: { path: ['roles', 'r', 'dottedTo'] },
          witness: ['r', 's', 'r'],
          message: "4 roles report to each other along dotted lines: the shortest cycle is 'r' ⇢ 's' ⇢ 'r'",
          suggestion,
        },
        {
          code: 'DOTTED_CYCLE',
          severity: 'info',
          roles: ['x', 'constructor'],
          units: [],
          place: { path: ['roles', 'x', 'dottedTo'] },
          witness: ['x', 'constructor', 'x'],
          message: "2 roles report to each other along dotted lines: 'x' ⇢ 'constructor' ⇢ 'x'",
          suggestion,
        },
      ],
    },
    'a cycle of solid lines with a dotted detour': {
      org: chart([
        { id: 'a', manager: 'b' },
        { id: 'b', manager: 'a', dotted: ['c'] },
        { id: 'c', manager: 'a' },
      ]),
      issues: [
        {
          code: 'DOTTED_CYCLE',
          severity: 'info',
          roles: ['a', 'b', 'c'],
          units: [],
          place: { path: ['roles', 'b', 'dottedTo'] },
          witness: ['b', 'c', 'a', 'b'],
          message: "3 roles report to each other along dotted lines: 'b' ⇢ 'c' → 'a' → 'b'",
          suggestion,
        },
      ],
    },
    'a long cycle': {
      org: chart(
        Array.from({ length: 10 }, (_, i) => ({ id: `r${String(i)}`, dotted: [`r${String((i + 1) % 10)}`] })),
      ),
      issues: [
        {
          code: 'DOTTED_CYCLE',
          severity: 'info',
          roles: ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9'],
          units: [],
          place: { path: ['roles', 'r0', 'dottedTo'] },
          witness: ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r0'],
          message:
            '10 roles report to each other along dotted lines: ' +
            "'r0' ⇢ 'r1' ⇢ 'r2' ⇢ 'r3' ⇢ 'r4' ⇢ 'r5' ⇢ 'r6' ⇢ 'r7' ⇢ … ⇢ 'r0'",
          suggestion,
        },
      ],
    },
  },
})
