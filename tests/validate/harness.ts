import {
  checkOrg,
  type CheckOptions,
  type HolderSpec,
  type Issue,
  type MoveSpec,
  type Org,
  orgFromRecords,
  type RoleStatus,
  type Rule,
  structureRules,
  type UnitSpec,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { orgOfRecord } from '../../src/define/org-of-record.js'
import { stateOf } from '../../src/engine/org-state.js'

/** A role of a test chart. */
export interface Row {
  readonly id: string
  readonly manager?: string | undefined
  readonly dotted?: readonly string[]
  readonly moves?: readonly (string | MoveSpec)[]
  readonly unit?: string
  readonly alsoIn?: readonly string[]
  readonly grade?: number
  readonly vacant?: boolean
  readonly holders?: readonly HolderSpec[]
  readonly status?: RoleStatus
}

/** An org of rows, however broken. */
export function chart(rows: readonly Row[], units?: Readonly<Record<string, UnitSpec>>): Org {
  return orgFromRecords(rows, {
    id: 'id',
    manager: 'manager',
    dotted: 'dotted',
    moves: 'moves',
    unit: 'unit',
    alsoIn: 'alsoIn',
    grade: 'grade',
    vacant: 'vacant',
    holders: 'holders',
    status: 'status',
    ...(units !== undefined && { units }),
    onIssue: 'collect',
  })
}

/** The same org, as if nothing had been found while it was made: a rule has to see it in the chart. */
export function unreported(org: Org): Org {
  const { columns, units, services } = stateOf(org)
  return orgOfRecord({ columns, units, services, issues: [] })
}

/** The rule of the structure with this code. */
export function structureRule(code: string): Rule {
  const rule = structureRules.find((candidate) => candidate.codes.some((each) => each === code))
  if (rule === undefined) throw new Error(`no rule has the code ${code}`)
  return rule
}

/** A chart with all the issues that a rule has to give for it, literally and in order. */
interface Broken<Data> {
  readonly org: Org<string, string, Data>
  readonly options?: Omit<CheckOptions, 'rules'>
  readonly issues: readonly Issue<string>[]
}

/** What a rule is tested with, by the name of the case. */
interface RuleCases<Data> {
  readonly valid: Readonly<Record<string, Org<string, string, Data> | Omit<Broken<Data>, 'issues'>>>
  readonly broken: Readonly<Record<string, Broken<Data>>>
}

/** Holds a rule to its cases, and to what holds of every rule. */
export function describeRule<Data>(
  name: string,
  rule: Rule<string, Org<string, string, Data>>,
  { valid, broken }: RuleCases<Data>,
): void {
  describe(name, () => {
    it.each(Object.entries(valid))('finds nothing: %s', (_, given) => {
      const { org, options } = 'org' in given ? given : { org: given, options: {} }
      expect(checkOrg(org, { ...options, rules: [rule] })).toEqual({
        ok: true,
        issues: [],
        counts: {},
        total: 0,
      })
    })

    it.each(Object.entries(broken))('finds: %s', (_, { org, options, issues }) => {
      const result = checkOrg(org, { ...options, rules: [rule] })
      expect(result.issues).toEqual(issues)
      expect(result.total).toBe(issues.length)
      expect(result.ok).toBe(issues.every((issue) => issue.severity !== 'error'))
      expect(result.counts).toEqual(countsOf(issues))
      expect(checkOrg(org, { ...options, rules: [rule] })).toEqual(result)
    })

    it.each(Object.entries(broken))('counts what is not listed: %s', (_, { org, options, issues }) => {
      const { total, counts, ok, issues: listed } = checkOrg(org, { ...options, rules: [rule], maxIssues: 1 })
      expect(listed).toEqual(issues.slice(0, 1))
      expect({ total, counts, ok }).toEqual({
        total: issues.length,
        counts: countsOf(issues),
        ok: issues.every((issue) => issue.severity !== 'error'),
      })
    })

    it.each(Object.entries(broken))('gives frozen issues of its codes: %s', (_, { org, options }) => {
      for (const issue of checkOrg(org, { ...options, rules: [rule] }).issues) {
        expect(rule.codes).toContain(issue.code)
        for (const part of [issue, issue.roles, issue.units, issue.place, issue.witness]) {
          expect(Object.isFrozen(part)).toBe(true)
        }
      }
    })
  })
}

function countsOf(issues: readonly Issue<string>[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1)
  return Object.fromEntries(counts)
}
