import { checkOrg, crossCheck, defineOrg, gradeAboveReports } from 'rolegraph'
import { describe, expect, it } from 'vitest'

describe('crossCheck', () => {
  it('finds nothing where the grades, the chart and the moves agree', () => {
    const org = defineOrg({
      roles: {
        head: { grade: 3 },
        lead: { grade: 2, reportsTo: 'head', progressesTo: 'head' },
        analyst: { grade: 1, reportsTo: 'lead', progressesTo: ['lead', { to: 'lateral', kind: 'lateral' }] },
        lateral: { grade: 1, reportsTo: 'lead', progressesTo: { to: 'analyst', kind: 'lateral' } },
        ungraded: { reportsTo: 'analyst', progressesTo: 'analyst' },
      },
    })
    expect(crossCheck(org)).toEqual([])
  })

  it('finds a promotion to a lower grade, but not to an equal one, nor a lateral move', () => {
    const org = defineOrg({
      roles: {
        high: { grade: 5, progressesTo: ['low', 'equal', { to: 'side', kind: 'lateral' }, 'none'] },
        low: { grade: 4 },
        equal: { grade: 5 },
        side: { grade: 1 },
        none: {},
      },
    })
    expect(crossCheck(org)).toEqual([
      {
        code: 'PROMOTION_TO_LOWER_GRADE',
        severity: 'warning',
        roles: ['high', 'low'],
        units: [],
        place: { path: ['roles', 'high', 'progressesTo'] },
        witness: ['high', 'low'],
        message: "The role 'high' (grade 5) advances to 'low' (grade 4)",
        suggestion: "Correct one of the grades, or make the move 'lateral' or a 'transition'.",
      },
    ])
  })

  it('finds a manager graded at or below a report', () => {
    const org = defineOrg({
      roles: {
        boss: { grade: 2 },
        equal: { grade: 2, reportsTo: 'boss' },
        higher: { grade: 3, reportsTo: 'boss' },
        lower: { grade: 1, reportsTo: 'boss' },
        ungraded: { reportsTo: 'boss' },
        below: { grade: 9, reportsTo: 'ungraded' },
      },
    })
    const findings = crossCheck(org)
    expect(findings.map(({ code, roles }) => [code, ...roles])).toEqual([
      ['GRADE_NOT_ABOVE_REPORT', 'equal', 'boss'],
      ['GRADE_NOT_ABOVE_REPORT', 'higher', 'boss'],
    ])
    expect(findings[0].message).toBe("The role 'boss' (grade 2) is the manager of 'equal' (grade 2)")
    // The policy reports the same issues.
    expect(findings).toEqual(checkOrg(org, { rules: [gradeAboveReports()] }).issues)
  })

  it('finds each set of roles in cycles of advancements once, with a shortest cycle', () => {
    const org = defineOrg({
      roles: {
        a: { progressesTo: 'b' },
        b: { progressesTo: ['c', 'a'] },
        c: { progressesTo: 'a' },
        d: { progressesTo: { to: 'e', kind: 'lateral' } },
        e: { progressesTo: 'd' },
        f: { progressesTo: 'a' },
      },
    })
    expect(crossCheck(org)).toEqual([
      {
        code: 'ADVANCEMENT_CYCLE',
        severity: 'warning',
        roles: ['a', 'b', 'c'],
        units: [],
        place: { path: ['roles', 'a', 'progressesTo'] },
        witness: ['a', 'b', 'a'],
        message: "3 roles advance to each other in a cycle: 'a' → 'b' → 'a'",
        suggestion: "Make one of the moves 'lateral' or a 'transition', or remove it.",
      },
    ])
  })

  it('finds a top with reports that no move enters', () => {
    const org = defineOrg({
      roles: {
        ceo: {},
        lead: { reportsTo: 'ceo' },
        analyst: { reportsTo: 'lead', progressesTo: 'lead' },
        alone: {},
        founder: {},
        heir: { reportsTo: 'founder', progressesTo: 'founder' },
      },
    })
    const findings = crossCheck(org)
    expect(findings.map(({ code, severity, roles }) => [code, severity, ...roles])).toEqual([
      ['UNREACHABLE_TOP', 'info', 'ceo'],
    ])
  })

  it('finds no unreachable top in an org without moves, and returns frozen issues', () => {
    expect(crossCheck(defineOrg({ roles: { ceo: {}, lead: { reportsTo: 'ceo' } } }))).toEqual([])
    const [finding] = crossCheck(
      defineOrg({ roles: { a: { grade: 2, progressesTo: 'b' }, b: { grade: 1 } } }),
    )
    expect(Object.isFrozen(finding) && Object.isFrozen(finding.roles) && Object.isFrozen(finding.place)).toBe(
      true,
    )
  })

  it('walks a cycle of 100,000 advancements', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `r${String(index)}`)
    const roles = Object.fromEntries(
      ids.map((id, index) => [id, { progressesTo: ids[(index + 1) % ids.length] }]),
    )
    const [finding, ...rest] = crossCheck(defineOrg({ roles }))
    expect(rest).toEqual([])
    expect([finding.roles.length, finding.witness.length]).toEqual([100_000, 100_001])
    expect(finding.message).toContain("'r0' → 'r1' → 'r2' → 'r3' → 'r4' → (99991 more) → 'r99996' →")
  })
})
