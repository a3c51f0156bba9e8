import { type Issue, noReportingToOneself } from 'rolegraph'
import { chart, describeRule, type Row } from '../harness.js'

const director: Row = { id: 'director', holders: ['ada'] }
const manager: Row = { id: 'manager', manager: 'director', holders: ['joe'] }

describeRule('REPORTS_TO_ONESELF', noReportingToOneself(), {
  valid: {
    'no holders': chart([{ id: 'a' }, { id: 'b', manager: 'a' }]),
    'one role each': chart([director, manager]),
    'one person in two branches': chart([
      { id: 'top', holders: ['joe'] },
      { id: 'a', manager: 'top', holders: ['ada'] },
      { id: 'b', manager: 'top', holders: ['ada'] },
      { id: 'c', manager: 'b', holders: ['may'] },
    ]),
    'one role after the other': chart([
      { id: 'director', holders: [{ person: 'ada', from: '2026-03-01' }] },
      { id: 'manager', manager: 'director', holders: ['joe', { person: 'ada', to: '2026-03-01' }] },
    ]),
    'a planned role above or below': chart([
      { ...director, status: 'planned' },
      { ...manager, holders: ['ada'] },
      { id: 'clerk', manager: 'manager', holders: ['ada'], status: 'planned' },
    ]),
    'a dotted line': chart([director, { id: 'b', dotted: ['director'], holders: ['ada'] }]),
    'roles in and below a cycle': chart([
      { id: 'a', manager: 'b', holders: ['ada'] },
      { id: 'b', manager: 'a', holders: ['ada'] },
      { id: 'c', manager: 'a', holders: ['ada'] },
    ]),
  },
  broken: {
    'a role below another one': {
      org: chart([director, { ...manager, holders: ['ada'] }]),
      issues: [oneself('ada', 'manager', 'director')],
    },
    'a job share, with another role between': {
      org: chart([director, manager, { id: 'clerk', manager: 'manager', holders: ['may', 'ada'] }]),
      issues: [oneself('ada', 'clerk', 'manager', 'director')],
    },
    'three roles in a chain, each with the nearest': {
      org: chart([
        { id: 'clerk', manager: 'manager', holders: ['ada'] },
        { ...manager, holders: ['ada', 'joe'] },
        { id: 'other', manager: 'director', holders: ['joe'] },
        director,
      ]),
      issues: [oneself('ada', 'manager', 'director'), oneself('ada', 'clerk', 'manager')],
    },
    'two people, person by person': {
      org: chart([
        { id: 'a', holders: ['joe', 'ada'] },
        { id: 'b', manager: 'a', holders: ['ada'] },
        { id: 'c', manager: 'a', holders: ['joe'] },
      ]),
      issues: [oneself('joe', 'c', 'a'), oneself('ada', 'b', 'a')],
    },
    'a nearer role of other days is passed over': {
      org: chart([
        director,
        { ...manager, holders: [{ person: 'ada', to: '2026-01-01' }] },
        { id: 'clerk', manager: 'manager', holders: [{ person: 'ada', from: '2026-01-01' }] },
      ]),
      issues: [oneself('ada', 'manager', 'director'), oneself('ada', 'clerk', 'manager', 'director')],
    },
    'several assignments to a role, one of which overlaps for a day': {
      org: chart([
        {
          id: 'director',
          holders: [
            { person: 'ada', from: '2026-05-01', to: '2026-06-01' },
            { person: 'ada', to: '2026-01-01' },
          ],
        },
        {
          ...manager,
          holders: [
            { person: 'ada', from: '2026-07-01' },
            { person: 'ada', from: '2026-01-01', to: '2026-05-02' },
          ],
        },
      ]),
      issues: [oneself('ada', 'manager', 'director')],
    },
  },
})

function oneself(person: string, ...chain: readonly string[]): Issue {
  const [lower = '', upper = ''] = [chain.at(0), chain.at(-1)]
  return {
    code: 'REPORTS_TO_ONESELF',
    severity: 'error',
    roles: [lower, upper],
    units: [],
    place: { path: ['roles', lower, 'holders'] },
    witness: chain,
    message: `'${person}' is in their own management chain: ${chain.map((role) => `'${role}'`).join(' → ')}`,
    suggestion:
      'Give the lower role another manager, or give the assignments dates that do not overlap. If two people share a name, give them different ids.',
  }
}
