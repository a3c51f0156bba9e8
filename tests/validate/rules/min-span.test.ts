import { isOrgError, type Issue, minSpan } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, describeRule } from '../harness.js'

describeRule('minSpan(2)', minSpan(2), {
  valid: {
    'at the limit, and roles without reports': chart([
      { id: 'a' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'a' },
    ]),
    'one dotted report': chart([{ id: 'a' }, { id: 'b', dotted: ['a'] }]),
    'a line to oneself': chart([{ id: 'a', manager: 'a' }]),
  },
  broken: {
    'each manager with fewer, in input order': {
      org: chart([
        { id: 'c', manager: '__proto__' },
        { id: 'a' },
        { id: '__proto__', manager: 'a' },
        { id: 'd', manager: 'c' },
        { id: 'e', manager: 'c' },
      ]),
      issues: [narrow('a', '__proto__'), narrow('__proto__', 'c')],
    },
  },
})

describe('minSpan', () => {
  it.each([0, -1, 1.5, NaN, '2'])('refuses %s', (min) => {
    let thrown: unknown
    try {
      minSpan(min as number)
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_ARGUMENT') && thrown.details.argument).toBe('min')
  })
})

function narrow(manager: string, report: string): Issue {
  return {
    code: 'SPAN_UNDER_MIN',
    severity: 'error',
    roles: [manager],
    units: [],
    place: { path: ['roles', manager] },
    witness: [report],
    message: `The role '${manager}' has 1 direct report, and a manager has at least 2`,
    suggestion: 'Give it further reports, or let its reports report to the manager above.',
  }
}
