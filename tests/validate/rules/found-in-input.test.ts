import { checkOrg, issuesOf, orgFromRecords } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, describeRule, structureRule } from '../harness.js'

const org = orgFromRecords(
  [
    { id: 'a', moves: ['a', 'nobody'], unit: null },
    { id: 'b', manager: 'nobody', dotted: ['a', 'a'], moves: ['a', 'a'], unit: 'u' },
    { id: 'b' },
  ],
  {
    id: 'id',
    manager: 'manager',
    dotted: 'dotted',
    moves: 'moves',
    unit: 'unit',
    grade: (row) => (row.id === 'a' ? NaN : 1),
    onIssue: 'collect',
    units: { v: { head: 'no one' } },
  },
)
const others = ['DUPLICATE_ID', 'UNKNOWN_MANAGER']

describeRule('what was found in the input', structureRule('INVALID_FIELD'), {
  valid: {
    'a clean chart': chart([{ id: 'a' }, { id: 'b', manager: 'a', moves: ['a'], unit: 'u' }]),
    'what has a rule of its own': chart([
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a', dotted: ['b', 'nobody'] },
      { id: 'b' },
    ]),
  },
  broken: {
    'all else, as it was found': {
      org,
      issues: issuesOf(org).filter((issue) => !others.includes(issue.code)),
    },
  },
})

describe('what was found in the input', () => {
  it('is listed once, some of it by its own rule', () => {
    const codes = checkOrg(org).issues.map((issue) => issue.code)
    expect(codes).toEqual([
      'DUPLICATE_ID',
      'UNKNOWN_MANAGER',
      'INVALID_FIELD',
      'DUPLICATE_LINE',
      'SELF_MOVE',
      'UNKNOWN_ROLE',
      'DUPLICATE_MOVE',
      'UNKNOWN_ROLE',
      'UNKNOWN_UNIT',
    ])
    expect(new Set(checkOrg(org).issues)).toEqual(new Set(issuesOf(org)))
  })
})
