import { defineOrg, type Issue } from 'rolegraph'
import { chart, describeRule, structureRule, unreported } from '../harness.js'

describeRule('ISOLATED_ROLE', structureRule('ISOLATED_ROLE'), {
  valid: {
    'the only role': chart([{ id: 'a' }]),
    'no role': chart([]),
    'the ends of each kind of edge': defineOrg({
      roles: {
        manager: {},
        report: { reportsTo: 'manager' },
        dottedManager: {},
        dottedReport: { dottedTo: 'dottedManager' },
        senior: {},
        junior: { progressesTo: 'senior' },
        helper: {},
        helped: {},
        served: {},
      },
      units: { desk: {} },
      services: [
        { from: 'helper', to: 'helped', name: 'training' },
        { from: 'desk', to: 'served', name: 'templates' },
      ],
    }),
    'a role whose line could not be read': chart([
      { id: 'a', manager: 'nobody' },
      { id: 'b', dotted: ['b'] },
      { id: 'c', moves: ['nothing'] },
    ]),
  },
  broken: {
    'roles without any edge, in input order': {
      org: chart([{ id: '__proto__' }, { id: 'a' }, { id: 'b', manager: 'a' }, { id: '', unit: 'u' }]),
      issues: [alone('__proto__', "'__proto__'"), alone('', "''")],
    },
    'a unit joins nothing': {
      org: chart(
        [
          { id: 'a', unit: 'u' },
          { id: 'b', unit: 'u' },
        ],
        { u: { head: 'a' } },
      ),
      issues: [alone('a', "'a'"), alone('b', "'b'")],
    },
    'a self-managed top without reports, where that is allowed': {
      org: unreported(chart([{ id: 'a', manager: 'a' }, { id: 'b' }, { id: 'c', manager: 'b' }])),
      options: { allowSelfManagedTops: true },
      issues: [alone('a', "'a'")],
    },
  },
})

function alone(id: string, quoted: string): Issue {
  return {
    code: 'ISOLATED_ROLE',
    severity: 'warning',
    roles: [id],
    units: [],
    place: { path: ['roles', id] },
    witness: [id],
    message: `The role ${quoted} stands alone: it has no line, no report, no move and no service`,
    suggestion: 'Give it a manager or a move, or take it out of the chart.',
  }
}
