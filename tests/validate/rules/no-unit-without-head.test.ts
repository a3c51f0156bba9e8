import { type Issue, noUnitWithoutHead } from 'rolegraph'
import { chart, describeRule } from '../harness.js'

describeRule('UNIT_WITHOUT_HEAD', noUnitWithoutHead(), {
  valid: {
    'no units': chart([{ id: 'a' }]),
    'one head or two': chart([{ id: 'a' }, { id: 'b', manager: 'a' }], {
      u: { head: 'a' },
      v: { head: ['a', 'b'] },
    }),
  },
  broken: {
    'units with and without members': {
      org: chart(
        [
          { id: 'a', unit: 'u' },
          { id: 'b', manager: 'a', unit: 'v', alsoIn: ['u'] },
        ],
        { u: {}, v: { head: 'b' }, w: { head: [], partOf: 'v' } },
      ),
      issues: [headless('u', 'a', 'b'), headless('w')],
    },
    'a head that is not there': {
      org: chart([{ id: 'a' }], { u: { head: 'nobody' } }),
      issues: [headless('u')],
    },
  },
})

function headless(unit: string, ...members: readonly string[]): Issue {
  return {
    code: 'UNIT_WITHOUT_HEAD',
    severity: 'error',
    roles: [],
    units: [unit],
    place: { path: ['units', unit] },
    witness: members,
    message: `The unit '${unit}' has no head`,
    suggestion: 'Name the role that leads it.',
  }
}
