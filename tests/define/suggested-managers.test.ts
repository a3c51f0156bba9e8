import { defineOrg, issuesOf, orgFromRecords, type OrgSpec } from 'rolegraph'
import { describe, expect, it } from 'vitest'

interface Row {
  readonly id: string
  readonly manager?: string
  readonly dotted?: readonly string[]
  readonly moves?: readonly string[]
}

/** What each issue suggests instead of the unknown id, by the code and the first role or unit. */
function suggestionsFor(rows: readonly Row[]): string[] {
  const fields = { id: 'id', manager: 'manager', dotted: 'dotted', moves: 'moves' } as const
  return suggested(orgFromRecords(rows, { ...fields, onIssue: 'collect' }))
}

function suggested(org: Parameters<typeof issuesOf>[0]): string[] {
  return issuesOf(org).map(({ code, roles, units, message }) => {
    const meant = /; did you mean ('.*')\?/.exec(message)?.[1] ?? 'nothing'
    return `${code} of ${[...roles, ...units][0]}: ${meant}`
  })
}

describe('the id that a message suggests', () => {
  it('is never the role that needs a manager', () => {
    expect(suggestionsFor([{ id: 'lead-2', manager: 'lead-1' }])).toEqual([
      'UNKNOWN_MANAGER of lead-2: nothing',
    ])
    expect(suggestionsFor([{ id: 'lead-2', manager: 'lead-1' }, { id: 'lead-3' }, { id: 'clerk' }])).toEqual([
      "UNKNOWN_MANAGER of lead-2: 'lead-3'",
    ])
  })

  it('is never a role below it, which would close a cycle', () => {
    const rows = [
      { id: 'lead-2', manager: 'lead-1' },
      { id: 'lead-3', manager: 'lead-2' },
      { id: 'lead-4', manager: 'lead-3' },
    ]
    expect(suggestionsFor(rows)).toEqual(['UNKNOWN_MANAGER of lead-2: nothing'])
    expect(suggestionsFor([...rows, { id: 'lead-5' }])).toEqual(["UNKNOWN_MANAGER of lead-2: 'lead-5'"])
  })

  it('may be a role in or below a cycle that does not lead to it', () => {
    const rows = [
      { id: 'lead-1', manager: 'lead-2' },
      { id: 'lead-2', manager: 'lead-1' },
      { id: 'head', manager: 'lead-9' },
    ]
    expect(suggestionsFor(rows)).toEqual([
      "UNKNOWN_MANAGER of head: 'lead-1'",
      'REPORTING_CYCLE of lead-1: nothing',
    ])
  })

  it('is never the role itself for a dotted line or a move, and may be a report', () => {
    const rows = [
      { id: 'lead-2', dotted: ['lead-1'], moves: ['lead-9'] },
      { id: 'lead-3', manager: 'lead-2' },
    ]
    expect(suggestionsFor(rows.slice(0, 1))).toEqual([
      'UNKNOWN_MANAGER of lead-2: nothing',
      'UNKNOWN_ROLE of lead-2: nothing',
    ])
    expect(suggestionsFor(rows)).toEqual([
      "UNKNOWN_MANAGER of lead-2: 'lead-3'",
      "UNKNOWN_ROLE of lead-2: 'lead-3'",
    ])
  })

  it('is never the unit itself or a part of it', () => {
    const spec: OrgSpec = {
      roles: { a: {} },
      units: {
        'unit-2': { partOf: 'unit-1' },
        'unit-3': { partOf: 'unit-2' },
        'unit-4': { partOf: 'unit-3' },
      },
    }
    expect(suggested(defineOrg(spec, { onIssue: 'collect' }))).toEqual(['UNKNOWN_UNIT of unit-2: nothing'])
    const other: OrgSpec = { ...spec, units: { ...spec.units, 'unit-5': {} } }
    expect(suggested(defineOrg(other, { onIssue: 'collect' }))).toEqual(["UNKNOWN_UNIT of unit-2: 'unit-5'"])
  })

  it('keeps the issues in the order of the rows', () => {
    const rows = [
      { id: 'a', manager: 'nobody' },
      { id: 'b', manager: 'b' },
      { id: 'c', manager: 'nobody' },
    ]
    expect(suggestionsFor(rows)).toEqual([
      'UNKNOWN_MANAGER of a: nothing',
      'SELF_REPORT of b: nothing',
      'UNKNOWN_MANAGER of c: nothing',
    ])
  })
})
