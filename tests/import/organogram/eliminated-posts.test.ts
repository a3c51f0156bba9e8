import { safeParseOrganogram } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const SENIOR = `Post Unique Reference,Name,Grade,Job Title,Unit,Reports to Senior Post,FTE
10,Ada,SCS3,Director,Office,XX,1
11,Eliminated,SCS1,Deputy,Office,10,1
12,Ben,SCS1,Head,Office ,11,1
`
const JUNIOR = `Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE
11,HEO,Analyst,3.5
11,EO,Clerk,1
`

describe('eliminated posts', () => {
  it('are reported truly if they are left out', () => {
    const { issues } = safeParseOrganogram(SENIOR, { junior: JUNIOR, leaveOutEliminated: true })
    const former = issues.find(({ code }) => code === 'FORMER_POST')
    expect(former?.suggestion).toBe(
      'It is left out; without leaveOutEliminated it is a role with the status eliminated.',
    )
    expect(issues.find(({ code }) => code === 'OPTION_APPLIED')?.message).toBe(
      "leaveOutEliminated: 1 eliminated post left out: '11'",
    )
    const unknown = issues.filter(({ code }) => code === 'UNKNOWN_MANAGER')
    expect(unknown.map(({ message }) => message)).toEqual([
      "The junior posts of line 2 report to '11', which is eliminated and left out",
      "The junior posts of line 3 report to '11', which is eliminated and left out",
      "The role '12' reports to '11', which is eliminated and left out",
    ])
    for (const { suggestion } of unknown) expect(suggestion).toContain('leaveOutEliminated: false')
  })

  it('that junior posts report to are a warning', () => {
    const { ok, issues } = safeParseOrganogram(SENIOR, { junior: JUNIOR })
    expect(ok).toBe(true)
    expect(issues.filter(({ severity }) => severity === 'warning')).toMatchObject([
      {
        code: 'FORMER_POST',
        roles: ['11'],
        place: { path: ['junior'] },
        message: "2 rows of junior posts report to '11', which is eliminated",
      },
    ])
  })

  it('and others have their text trimmed with a note', () => {
    const { issues } = safeParseOrganogram(SENIOR)
    expect(issues.filter(({ code }) => code === 'TRIMMED_TEXT')).toMatchObject([
      { severity: 'info', witness: [{ line: 4, field: 'Unit' }] },
    ])
  })
})

describe('an unknown reference', () => {
  it.each([
    ['7', '007', 'matchLeadingZeros'],
    ['cmo1', 'CMO1', 'ignoreCase'],
  ])('%s has a suggestion of the option with which %s fits', (reference, post, option) => {
    const text = `Post Unique Reference,Name,Job Title,Reports to Senior Post\n${post},Ada,Director,XX\n12,Ben,Head,${reference}\n`
    const { issues } = safeParseOrganogram(text)
    expect(issues).toMatchObject([{ code: 'UNKNOWN_MANAGER', roles: ['12'] }])
    expect(issues[0]?.suggestion).toContain(`pass ${option}: true`)
    expect(safeParseOrganogram(text, { [option]: true }).ok).toBe(true)
  })
})
