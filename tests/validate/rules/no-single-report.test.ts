import { type Issue, noSingleReport } from 'rolegraph'
import { chart, describeRule } from '../harness.js'

describeRule('noSingleReport()', noSingleReport(), {
  valid: {
    'two reports, and none': chart([{ id: 'a' }, { id: 'b', manager: 'a' }, { id: 'c', manager: 'a' }]),
    'one dotted report': chart([{ id: 'a' }, { id: 'b', dotted: ['a'] }]),
    'a line to oneself': chart([{ id: 'a', manager: 'a' }]),
  },
  broken: {
    'each manager with one, in input order': {
      org: chart([
        { id: 'c', manager: 'valueOf' },
        { id: 'a' },
        { id: 'valueOf', manager: 'a' },
        { id: 'd', manager: 'c' },
        { id: 'e', manager: 'c' },
      ]),
      issues: [single('a', 'valueOf'), single('valueOf', 'c')],
    },
    'a self-managed top with one': {
      org: chart([
        { id: 'a', manager: 'a' },
        { id: 'b', manager: 'a' },
      ]),
      issues: [single('a', 'b')],
    },
  },
})

function single(manager: string, report: string): Issue {
  return {
    code: 'SINGLE_REPORT',
    severity: 'error',
    roles: [manager],
    units: [],
    place: { path: ['roles', manager] },
    witness: [report],
    message: `The role '${manager}' has only one direct report, '${report}'`,
    suggestion: 'Give it more reports, or move that report to the manager above.',
  }
}
