import { chart, describeRule, structureRule } from '../harness.js'

describeRule('NO_TOP', structureRule('NO_TOP'), {
  valid: {
    'no role at all': chart([]),
    'a top next to a cycle': chart([{ id: 'a', manager: 'b' }, { id: 'b', manager: 'a' }, { id: 'c' }]),
    'two tops': chart([{ id: 'a' }, { id: 'b' }]),
    'a self-managed top, where that is allowed': {
      org: chart([
        { id: 'a', manager: 'a' },
        { id: 'b', manager: 'a' },
      ]),
      options: { allowSelfManagedTops: true },
    },
  },
  broken: {
    'two cycles and what is below them': {
      org: chart([
        { id: 'below', manager: 'y' },
        { id: 'constructor', manager: 'x' },
        { id: 'x', manager: 'constructor' },
        { id: 'y', manager: 'z' },
        { id: 'z', manager: 'w' },
        { id: 'w', manager: 'y' },
      ]),
      issues: [
        {
          code: 'NO_TOP',
          severity: 'error',
          roles: ['constructor', 'y'],
          units: [],
          place: { path: ['roles'] },
          witness: ['constructor', 'x', 'constructor'],
          message: 'No role is at the top: every role has a manager',
          suggestion: 'Leave out the manager of the top.',
        },
      ],
    },
    'managers that are unknown': {
      org: chart([
        { id: 'a', manager: 'b' },
        { id: 'b', manager: 'x' },
        { id: 'c', manager: 'y' },
      ]),
      issues: [
        {
          code: 'NO_TOP',
          severity: 'error',
          roles: ['b', 'c'],
          units: [],
          place: { path: ['roles'] },
          witness: ['b', 'x'],
          message: 'No role is at the top: every role has a manager',
          suggestion: 'Leave out the manager of the top.',
        },
      ],
    },
    'a self-managed top': {
      org: chart([
        { id: 'a', manager: 'b' },
        { id: 'b', manager: 'b' },
      ]),
      issues: [
        {
          code: 'NO_TOP',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { path: ['roles'] },
          witness: ['b', 'b'],
          message: 'No role is at the top: every role has a manager',
          suggestion:
            'Leave out the manager of the top, or pass allowSelfManagedTops to accept a top that is its own manager.',
        },
      ],
    },
    'a cycle, also where self-managed tops are allowed': {
      org: chart([
        { id: 'a', manager: 'b' },
        { id: 'b', manager: 'a' },
      ]),
      options: { allowSelfManagedTops: true },
      issues: [
        {
          code: 'NO_TOP',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles'] },
          witness: ['a', 'b', 'a'],
          message: 'No role is at the top: every role has a manager',
          suggestion: 'Leave out the manager of the top.',
        },
      ],
    },
  },
})
