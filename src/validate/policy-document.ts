import type { AnyIssueCode, Severity } from '../kernel/issue.js'
import { isOrgError } from '../kernel/org-error.js'
import type { StaffOption } from '../model/line.js'
import { type Policy, policy, type PolicySpec } from './policy.js'
import { policyEntries, type PolicyFault, ruleEntries } from './policy-entries.js'
import type { Rule } from './rule.js'
import { gradeAboveReports, type GradeOptions } from './rules/grade-above-reports.js'
import { noReportingToOneself } from './rules/no-reporting-to-oneself.js'
import { noRoleWithoutUnit } from './rules/no-role-without-unit.js'
import { noSingleReport } from './rules/no-single-report.js'
import { noUnitWithoutHead } from './rules/no-unit-without-head.js'
import { noVacantManager, type VacantManagerOptions } from './rules/no-vacant-manager.js'
import { oneTop } from './rules/one-top.js'
import { maxLayers, maxSpan, minSpan } from './rules/span-and-layer-limits.js'
import { type StarterFigures, starterPolicy } from './starter-policy.js'

/**
 * A policy as plain data, as in the file `rolegraph.policy.json`: rules of the library by name, each with its figures and its
 * reason, and optionally the starter policy with your own figures.
 */
export interface PolicyDocument {
  readonly $schema?: string
  readonly starter?: boolean | StarterFigures
  readonly rules?: { readonly [name: string]: RuleDocument }
}

/** A rule of the library as plain data: `{ rule: 'maxSpan', max: 8, because: '…' }`. */
export interface RuleDocument {
  readonly rule: RuleName
  readonly because: string
  readonly source?: string
  readonly severity?: Severity
  readonly max?: number
  readonly min?: number
  readonly staff?: StaffOption['staff']
  readonly allowEqual?: boolean
  readonly maxReports?: number
}

/** The rules that a policy document can have. */
export type RuleName =
  | 'maxSpan'
  | 'minSpan'
  | 'maxLayers'
  | 'oneTop'
  | 'gradeAboveReports'
  | 'noSingleReport'
  | 'noVacantManager'
  | 'noReportingToOneself'
  | 'noRoleWithoutUnit'
  | 'noUnitWithoutHead'

type Fields = ReadonlyMap<string, unknown>

/** The fields that a rule of the library takes, and how to make the rule from them. The library checks the values. */
interface RuleMaker {
  readonly fields: readonly string[]
  readonly make: (fields: Fields) => Rule<AnyIssueCode>
}

/** The `staff` option of the span rules. The library checks its value. */
function staffOption(fields: Fields): StaffOption | undefined {
  return fields.has('staff') ? ({ staff: fields.get('staff') } as StaffOption) : undefined
}

const RULES: ReadonlyMap<string, RuleMaker> = new Map<string, RuleMaker>([
  [
    'maxSpan',
    {
      fields: ['max', 'staff'],
      make: (fields) => maxSpan(fields.get('max') as number, staffOption(fields)),
    },
  ],
  [
    'minSpan',
    {
      fields: ['min', 'staff'],
      make: (fields) => minSpan(fields.get('min') as number, staffOption(fields)),
    },
  ],
  ['maxLayers', { fields: ['max'], make: (fields) => maxLayers(fields.get('max') as number) }],
  ['oneTop', { fields: [], make: oneTop }],
  [
    'gradeAboveReports',
    {
      fields: ['allowEqual'],
      make: (fields) =>
        gradeAboveReports(
          fields.has('allowEqual') ? ({ allowEqual: fields.get('allowEqual') } as GradeOptions) : undefined,
        ),
    },
  ],
  ['noSingleReport', { fields: [], make: noSingleReport }],
  [
    'noVacantManager',
    {
      fields: ['maxReports'],
      make: (fields) =>
        noVacantManager(
          fields.has('maxReports')
            ? ({ maxReports: fields.get('maxReports') } as VacantManagerOptions)
            : undefined,
        ),
    },
  ],
  ['noReportingToOneself', { fields: [], make: noReportingToOneself }],
  ['noRoleWithoutUnit', { fields: [], make: noRoleWithoutUnit }],
  ['noUnitWithoutHead', { fields: [], make: noUnitWithoutHead }],
])

/** Makes the policy of a document; calls `fail` if the document is invalid. */
export function policyFromDocument(content: unknown, fail: PolicyFault): Policy<string, AnyIssueCode> {
  const { starter, rules } = policyEntries(content, fail)
  try {
    const ours = Object.entries({ ...rules }).map(([name, spec]) => [name, specOf(name, spec, fail)] as const)
    return [
      ...(starter === undefined || starter === false
        ? []
        : starterPolicy(starter === true ? undefined : (starter as StarterFigures))),
      ...policy<string, AnyIssueCode>(Object.fromEntries(ours)),
    ]
  } catch (error) {
    if (isOrgError(error)) return fail(`is wrong: ${error.message}`)
    throw error
  }
}

function specOf(name: string, spec: unknown, fail: PolicyFault): PolicySpec<AnyIssueCode> {
  const { maker, fields } = ruleEntries(name, spec, RULES, fail)
  // The library checks the values.
  return {
    rule: maker.make(fields),
    because: fields.get('because') as string,
    ...(fields.has('source') && { source: fields.get('source') as string }),
    ...(fields.has('severity') && { severity: fields.get('severity') as Severity }),
  }
}
