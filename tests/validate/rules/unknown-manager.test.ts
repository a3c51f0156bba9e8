import { chart, describeRule, structureRule } from '../harness.js'

describeRule('UNKNOWN_MANAGER', structureRule('UNKNOWN_MANAGER'), {
  valid: {
    'managers that come later': chart([{ id: 'a', manager: 'b', dotted: ['c'] }, { id: 'b' }, { id: 'c' }]),
    'an unknown end of a move': chart([{ id: 'a', moves: ['nobody'] }]),
  },
  broken: {
    'solid and dotted lines into nothing': {
      org: chart([
        { id: 'analyst', manager: 'directer' },
        { id: 'director', manager: '' },
        { id: 'planner', manager: 'director', dotted: ['__proto__'] },
      ]),
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['analyst'],
          units: [],
          place: { record: 0, field: 'manager' },
          witness: ['directer'],
          message:
            "The role 'analyst' reports to 'directer', which is not a role of this org; did you mean 'director'? (at record 0, manager)",
          suggestion: 'Add the role, correct the id, or leave the manager out for a role at the top.',
        },
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['director'],
          units: [],
          place: { record: 1, field: 'manager' },
          witness: [''],
          message:
            "The role 'director' reports to '', which is not a role of this org (at record 1, manager)",
          suggestion:
            'A blank is an id like any other: leave the manager out (undefined) for a role at the top.',
        },
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['planner'],
          units: [],
          place: { record: 2, field: 'dotted' },
          witness: ['planner', '__proto__'],
          message:
            "The role 'planner' has a dotted line to '__proto__', which is not a role of this org (at record 2, dotted)",
          suggestion: 'Add the role, or correct the id.',
        },
      ],
    },
  },
})
