import { checkOrg, issuesOf } from 'rolegraph'
import {
  type ImportResult,
  safeParseCsv,
  safeParseGoogleDirectory,
  safeParseMicrosoftGraph,
  safeParseOrganogram,
  safeParseOrgDocument,
  safeParseRecords,
  safeParseScim,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const lenient = { mode: 'lenient' } as const
const HEADER = 'Post Unique Reference,Name,Grade,Job Title,Reports to Senior Post,FTE'

describe('an org of a lenient import', () => {
  it.each<[code: string, result: ImportResult]>([
    [
      'DUPLICATE_ID',
      safeParseOrganogram(
        `${HEADER}\n1,Ada,SCS3,Director,XX,1\n2,Ben,SCS1,A,1,1\n2,Cy,SCS1,B,1,1\n`,
        lenient,
      ),
    ],
    [
      'UNKNOWN_MANAGER',
      safeParseCsv('id,name,manager\n1,Ada,\n2,Bo,Ada\n3,Cy,Bo\n4,Di,Zoe\n5,Ed,Di\n', lenient),
    ],
    ['AMBIGUOUS_MANAGER', safeParseCsv('id,name,manager name\n1,Ada,\n2,Ada,\n3,Bo,Ada\n', lenient)],
    ['MISSING_ID', safeParseCsv('id,manager,title\n1,,a\n,1,b\n', lenient)],
    ['RAGGED_ROW', safeParseCsv('id,manager\n1,,x\n', lenient)],
    ['INVALID_FIELD', safeParseRecords('[{ "id": "a", "manager": null, "title": 7 }]', lenient)],
    [
      'DUPLICATE_KEY',
      safeParseOrgDocument('{ "rolegraph": 1, "roles": { "a": { "title": "A", "title": "B" } } }', lenient),
    ],
    ['INCOMPLETE_PAGE', safeParseScim('{ "totalResults": 20, "Resources": [{ "id": "a" }] }', lenient)],
    ['INVALID_FIELD', safeParseMicrosoftGraph('[{ "id": "a", "manager": null }, 7]', lenient)],
    ['MISSING_ID', safeParseGoogleDirectory('[{ "id": "a", "relations": [] }, {}]', lenient)],
  ])('keeps the errors: %s', (code, result) => {
    expect(result.ok).toBe(true)
    if (!result.ok) return
    const errors = result.issues.filter(({ severity }) => severity === 'error')
    expect(errors.map((issue) => issue.code)).toEqual([code])
    expect(issuesOf(result.org)).toEqual(errors)
    const check = checkOrg(result.org)
    expect(check.ok).toBe(false)
    expect(check.counts).toMatchObject({ [code]: 1 })
  })

  it('has no issues if there were only warnings and notes', () => {
    const result = safeParseCsv('id,manager\n1,0\n2,1\n')
    expect(result.issues).toMatchObject([{ severity: 'info' }])
    expect(result.ok && issuesOf(result.org)).toEqual([])
  })
})
