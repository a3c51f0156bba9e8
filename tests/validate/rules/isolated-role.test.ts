import { defineOrg, type Issue, makeIssue, type Org } from 'rolegraph'
import { orgOfRecord } from '../../../src/define/org-of-record.js'
import { stateOf } from '../../../src/engine/org-state.js'
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
      org: chart([{ id: 'a', unit: 'u' }, { id: 'b', unit: 'u' }, { id: 'c', manager: 'd' }, { id: 'd' }], {
        u: { head: 'a' },
      }),
      issues: [alone('a', "'a'"), alone('b', "'b'")],
    },
    'all roles of a chart without reporting lines in one issue': {
      org: chart([{ id: 'a' }, { id: '__proto__' }, { id: 'c', unit: 'u' }]),
      issues: [allAlone(['a', '__proto__', 'c'], "3 roles are isolated: 'a', '__proto__' and 'c'")],
    },
    'roles without moves of a chart with moves alone in one issue': {
      org: chart([{ id: 'a' }, { id: 'b', moves: ['c'] }, { id: 'c' }, { id: 'd' }]),
      issues: [allAlone(['a', 'd'], "2 roles are isolated: 'a' and 'd'")],
    },
    'the only role without moves of such a chart': {
      org: chart([{ id: 'a' }, { id: 'b', moves: ['c'] }, { id: 'c' }]),
      issues: [alone('a', "'a'")],
    },
    'self-managed tops alone, where they are allowed': {
      org: unreported(chart([{ id: 'a', manager: 'a' }, { id: 'b' }])),
      options: { allowSelfManagedTops: true },
      issues: [allAlone(['a', 'b'], "2 roles are isolated: 'a' and 'b'")],
    },
    'a warning about a role does not explain why it is isolated': {
      org: remarkedOn(chart([{ id: 'a' }, { id: 'b', manager: 'a' }, { id: 'c' }]), 'c'),
      issues: [alone('c', "'c'")],
    },
    'a self-managed top without reports, where that is allowed': {
      org: unreported(chart([{ id: 'a', manager: 'a' }, { id: 'b' }, { id: 'c', manager: 'b' }])),
      options: { allowSelfManagedTops: true },
      issues: [alone('a', "'a'")],
    },
  },
})

/** The org, as if a reader had noted something about a role. */
function remarkedOn(org: Org, role: string): Org {
  const { columns, units, services } = stateOf(org)
  const issues = [
    makeIssue({
      code: 'INVALID_FIELD',
      severity: 'info',
      roles: [role],
      message: 'The title was trimmed',
      suggestion: 'Trim it.',
    }),
  ]
  return orgOfRecord({ columns, units, services, issues })
}

function allAlone(roles: readonly string[], which: string): Issue {
  return {
    code: 'ISOLATED_ROLE',
    severity: 'warning',
    roles,
    units: [],
    place: { path: ['roles'] },
    witness: roles,
    message: `The chart has no reporting lines, and ${which}`,
    suggestion: 'Give the roles their managers. If the data has them, name the field of the manager.',
  }
}

function alone(id: string, quoted: string): Issue {
  return {
    code: 'ISOLATED_ROLE',
    severity: 'warning',
    roles: [id],
    units: [],
    place: { path: ['roles', id] },
    witness: [id],
    message: `The role ${quoted} is isolated: it has no lines, reports, moves or services`,
    suggestion: 'Give it a manager or a move, or remove it from the chart.',
  }
}
