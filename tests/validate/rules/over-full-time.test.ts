import type { AssignmentTerms, Issue } from 'rolegraph'
import { chart, describeRule, type Row, structureRule } from '../harness.js'

/** A role that Ada holds by an assignment with these terms. */
const ada = (id: string, terms: AssignmentTerms): Row => ({ id, holders: [{ person: 'ada', ...terms }] })
const tenth = (id: string): Row => ({ id, manager: 'a', holders: [{ person: 'ada', share: 0.1 }] })

describeRule('OVER_FULL_TIME', structureRule('OVER_FULL_TIME'), {
  valid: {
    'no holders': chart([{ id: 'a' }]),
    'shares of 1 in all': chart([ada('a', { share: 0.6 }), ada('b', { share: 0.4 })]),
    // In floating point ten times 0.1 is not 1, and three times more than 0.3.
    'decimal fractions that are not exact': chart('a b c d e f g h i j'.split(' ').map(tenth)),
    'an assignment without a share, which says nothing': chart([ada('a', { share: 1 }), ada('b', {})]),
    'shares of different people': chart([
      {
        id: 'a',
        holders: [
          { person: 'ada', share: 0.6 },
          { person: 'joe', share: 0.6 },
        ],
      },
    ]),
    'one after the other': chart([
      ada('a', { share: 1, to: '2026-03-01' }),
      ada('b', { share: 0.5, from: '2026-03-01' }),
      ada('c', { share: 0.5, from: '2026-03-01' }),
    ]),
    'a planned role': chart([ada('a', { share: 1 }), { ...ada('b', { share: 0.5 }), status: 'planned' }]),
  },
  broken: {
    'shares of 1.2 in all': {
      org: chart([ada('a', { share: 0.8 }), { id: 'x' }, ada('b', { share: 0.4 })]),
      issues: [over('1.2', '', ['a', 0], ['b', 0])],
    },
    'a share above 1': { org: chart([ada('a', { share: 1.5 })]), issues: [over('1.5', '', ['a', 0])] },
    'three shares, of which two meet for one day': {
      org: chart([
        ada('a', { share: 0.6, to: '2026-03-02' }),
        ada('b', { share: 0.6, from: '2026-03-01' }),
        ada('c', { share: 0.6, from: '2026-04-01', to: '2026-04-02' }),
      ]),
      issues: [over('1.2', ' from 2026-03-01', ['a', 0], ['b', 0])],
    },
    'the highest of several sums, and of equal ones the first': {
      org: chart([
        ada('a', { share: 0.7 }),
        ada('b', { share: 0.5, from: '2026-01-01', to: '2026-02-01' }),
        ada('c', { share: 0.6, from: '2026-02-01', to: '2026-03-01' }),
        ada('d', { share: 0.6, from: '2026-04-01' }),
      ]),
      issues: [over('1.3', ' from 2026-02-01', ['a', 0], ['c', 0])],
    },
    'two assignments to one role': {
      org: chart([
        { id: 'a', holders: ['joe', { person: 'ada', share: 0.7 }, { person: 'ada', share: 0.7 }] },
      ]),
      issues: [over('1.4', '', ['a', 1], ['a', 2])],
    },
    'two that begin on the same day': {
      org: chart([
        ada('a', { share: 0.6, from: '2026-01-01' }),
        ada('b', { share: 0.7, from: '2026-01-01', to: '2026-01-02' }),
      ]),
      issues: [over('1.3', ' from 2026-01-01', ['a', 0], ['b', 0])],
    },
  },
})

function over(
  sum: string,
  since: string,
  ...held: readonly (readonly [role: string, index: number])[]
): Issue {
  const places = held.map(([role, index]) => ({ path: ['roles', role, 'holders', index] }))
  const roles = [...new Set(held.map(([role]) => role))]
  const named = roles.map((role) => `'${role}'`).join(' and ')
  return {
    code: 'OVER_FULL_TIME',
    severity: 'warning',
    roles,
    units: [],
    place: { path: ['roles', held[0]?.[0] ?? '', 'holders', held[0]?.[1] ?? 0] },
    witness: places,
    message: `The shares of 'ada' add up to ${sum} of full time${since}, in ${named}`,
    suggestion: 'Correct the shares, or give the assignments dates that do not overlap.',
  }
}
