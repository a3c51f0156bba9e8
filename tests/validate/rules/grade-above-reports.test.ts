import { gradeAboveReports, type Issue } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, describeRule } from '../harness.js'

const rows = [
  { id: 'low', manager: 'mid', grade: 3 },
  { id: 'equal', manager: 'mid', grade: 4 },
  { id: 'mid', manager: 'top', grade: 4 },
  { id: 'high', manager: 'mid', grade: 4.5 },
  { id: 'top', grade: -1 },
  { id: 'unknown', manager: 'mid' },
  { id: 'below unknown', manager: 'unknown', grade: 9 },
]

describeRule('gradeAboveReports()', gradeAboveReports(), {
  valid: {
    'grades that fall': chart([
      { id: 'a', grade: 2 },
      { id: 'b', manager: 'a', grade: 1 },
      { id: 'c', manager: 'b', grade: 0 },
    ]),
    'grades that are not known': chart([{ id: 'a' }, { id: 'b', manager: 'a', grade: 9 }]),
    'no grades': chart([{ id: 'a' }, { id: 'b', manager: 'a' }]),
    'a dotted manager, and a line to oneself': chart([
      { id: 'a', grade: 1, manager: 'a' },
      { id: 'b', grade: 2, dotted: ['a'] },
    ]),
  },
  broken: {
    'each line, in the order of the reports': {
      org: chart(rows),
      issues: [
        notAbove('mid', 4, 'equal', 4),
        notAbove('top', -1, 'mid', 4),
        notAbove('mid', 4, 'high', 4.5),
      ],
    },
  },
})

describeRule('gradeAboveReports({ allowEqual: true })', gradeAboveReports({ allowEqual: true }), {
  valid: {
    'equal grades': chart([
      { id: 'a', grade: 2 },
      { id: 'b', manager: 'a', grade: 2 },
    ]),
  },
  broken: {
    'grades that rise': {
      org: chart(rows),
      issues: [notAbove('top', -1, 'mid', 4), notAbove('mid', 4, 'high', 4.5)],
    },
  },
})

describe('gradeAboveReports', () => {
  it('refuses an option that is not a boolean', () => {
    const options: object = { allowEqual: 'yes' }
    expect(() => gradeAboveReports(options)).toThrow(
      "The option allowEqual is 'yes'; it can be true or false.",
    )
  })

  it('refuses a misspelt option', () => {
    const options: object = { allowEquals: true }
    expect(() => gradeAboveReports(options)).toThrow(
      "gradeAboveReports has no option 'allowEquals'; did you mean 'allowEqual'? Its only option is allowEqual.",
    )
  })
})

function notAbove(manager: string, higher: number, report: string, grade: number): Issue {
  return {
    code: 'GRADE_NOT_ABOVE_REPORT',
    severity: 'error',
    roles: [report, manager],
    units: [],
    place: { path: ['roles', report, 'reportsTo'] },
    witness: [report, manager],
    message: `The role '${manager}' (grade ${String(higher)}) is the manager of '${report}' (grade ${String(grade)})`,
    suggestion: 'Correct one of the grades, or give the report a manager of a higher grade.',
  }
}
