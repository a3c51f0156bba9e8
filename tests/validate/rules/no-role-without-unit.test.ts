import { type Issue, noRoleWithoutUnit } from 'rolegraph'
import { chart, describeRule } from '../harness.js'

describeRule('ROLE_WITHOUT_UNIT', noRoleWithoutUnit(), {
  valid: {
    'no roles': chart([]),
    'a unit each': chart([
      { id: 'a', unit: 'u' },
      { id: 'b', manager: 'a', unit: 'v' },
    ]),
    'a further unit alone': chart([{ id: 'a', alsoIn: ['u'] }]),
  },
  broken: {
    'two of three roles': {
      org: chart([{ id: 'a' }, { id: 'b', manager: 'a', unit: 'u' }, { id: '__proto__', manager: 'b' }]),
      issues: [without('a'), without('__proto__')],
    },
    'a unit that is not there': {
      org: chart([{ id: 'a', unit: 'x', alsoIn: ['y'] }], { u: {} }),
      issues: [without('a')],
    },
  },
})

function without(role: string): Issue {
  return {
    code: 'ROLE_WITHOUT_UNIT',
    severity: 'error',
    roles: [role],
    units: [],
    place: { path: ['roles', role] },
    witness: [role],
    message: `The role '${role}' is not in a unit`,
    suggestion: 'Name the unit that it is a member of.',
  }
}
