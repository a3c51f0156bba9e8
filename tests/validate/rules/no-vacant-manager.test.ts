import { noVacantManager } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, describeRule } from '../harness.js'

const rows = [
  { id: 'a', vacant: true },
  { id: 'b', manager: 'a', holders: [] },
  { id: 'c', manager: 'b' },
  { id: 'd', manager: 'a', holders: ['Ada'] },
  { id: 'e', manager: 'd', vacant: true },
]
const suggestion = 'Fill the role, or move its reports to the manager above until it is filled.'
const vacantTop = {
  code: 'VACANT_MANAGER',
  severity: 'error',
  roles: ['a'],
  units: [],
  place: { path: ['roles', 'a'] },
  witness: ['b', 'd'],
  message: "The role 'a' is vacant and has 2 direct reports",
  suggestion,
} as const

describeRule('noVacantManager()', noVacantManager(), {
  valid: {
    'a filled manager, a vacant report': chart([
      { id: 'a', holders: ['Ada'] },
      { id: 'b', manager: 'a', vacant: true },
    ]),
    'a manager of whom the chart says nothing': chart([{ id: 'a' }, { id: 'b', manager: 'a' }]),
    'a vacant role with a dotted report': chart([
      { id: 'a', vacant: true },
      { id: 'b', dotted: ['a'] },
    ]),
  },
  broken: {
    'each vacant manager': {
      org: chart(rows),
      issues: [
        vacantTop,
        {
          code: 'VACANT_MANAGER',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { path: ['roles', 'b'] },
          witness: ['c'],
          message: "The role 'b' is vacant and has 1 direct report",
          suggestion,
        },
      ],
    },
  },
})

describeRule('noVacantManager({ maxReports: 1 })', noVacantManager({ maxReports: 1 }), {
  valid: {
    'one report': chart([
      { id: 'a', vacant: true },
      { id: 'b', manager: 'a' },
    ]),
  },
  broken: { 'two reports': { org: chart(rows), issues: [vacantTop] } },
})

describe('noVacantManager', () => {
  it('refuses a number of reports that cannot be', () => {
    expect(() => noVacantManager({ maxReports: -1 })).toThrow(
      'The option maxReports is -1; it can be a whole number, 0 or more, or Infinity for no limit.',
    )
  })

  it('refuses a misspelt option', () => {
    const options: object = { maxReport: 1 }
    expect(() => noVacantManager(options)).toThrow(
      "noVacantManager has no option 'maxReport'; did you mean 'maxReports'? Its only option is maxReports.",
    )
  })
})
