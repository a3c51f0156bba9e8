import { isRole, managerOf } from 'rolegraph'
import { safeParseOrganogram } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const HEADER = 'Post Unique Reference,Name,Grade,Job Title,Reports to Senior Post\n'
const JUNIOR_HEADER = 'Reporting Senior Post,Generic Job Title,Grade,Number of Posts in FTE\n'

/** Posts that each report as told, after a top. */
const posts = (count: number, reportsTo: (index: number) => string): string =>
  `${HEADER}top,Ada,SCS3,Director,XX\n${Array.from({ length: count }, (_, i) => `p${String(i)},Ann,SCS1,Deputy,${reportsTo(i)}\n`).join('')}`

describe('references of which most have one fault are one issue', () => {
  it('if they are unknown, with the option that would help', () => {
    const { issues } = safeParseOrganogram(posts(150, (i) => (i < 130 ? 'TOP' : 'top')))
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', witness: ['TOP'], place: { line: 3 } }])
    expect(issues[0]?.roles).toHaveLength(100)
    expect(issues[0]?.message).toBe("130 of 150 managers are not ids of roles: 'TOP'")
    expect(issues[0]?.suggestion).toContain('ignoreCase: true')
  })

  it('if they are blank', () => {
    const { issues, ok, org } = safeParseOrganogram(
      posts(150, () => ''),
      { mode: 'lenient' },
    )
    expect(issues).toMatchObject([{ code: 'INVALID_FIELD', place: { line: 3 } }])
    expect(issues[0]?.message).toBe('150 of 150 posts have no reference to the post that they report to')
    expect(issues[0]?.roles).toHaveLength(100)
    expect(ok && isRole(org, 'p7') && managerOf(org, 'p7')).toBeUndefined()
  })

  it('if they are those of junior posts', () => {
    const junior =
      JUNIOR_HEADER + Array.from({ length: 150 }, (_, i) => `x${String(i)},Clerk,EO,1\n`).join('')
    const { issues } = safeParseOrganogram(
      posts(0, () => ''),
      { junior },
    )
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', place: { path: ['junior'], line: 2 } }])
    expect(issues[0]?.message).toContain(
      '150 of 150 rows of junior posts report to no senior post of this organogram: ',
    )
    expect(issues[0]?.witness).toHaveLength(100)
  })

  it('but a few are one each', () => {
    expect(safeParseOrganogram(posts(9, () => 'x')).issues).toHaveLength(9)
    expect(safeParseOrganogram(posts(9, () => '')).issues).toHaveLength(9)
  })
})
