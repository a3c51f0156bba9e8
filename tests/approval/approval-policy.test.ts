import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isOrgError } from 'rolegraph'
import { approvalPolicy, type ApprovalPolicySpec } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

const schema = JSON.parse(
  readFileSync(new URL('../../schema/approval.schema.json', import.meta.url), 'utf8'),
) as object
const isPolicy = new Ajv2020({ allErrors: true }).compile(schema)
const rules = [{ by: 'chain' }] as const

/** As plain JavaScript calls it. */
const approve = approvalPolicy as (policy: unknown) => unknown

/** The problems of a policy: their codes and places. */
const problemsOf = (policy: unknown): readonly string[] => {
  const error = thrownBy(() => approve(policy))
  if (!isOrgError(error, 'INVALID_APPROVAL_POLICY')) throw error
  return error.details.issues.map(({ code, place }) => `${code} ${place.path?.join('.') ?? ''}`)
}

const sound: readonly ApprovalPolicySpec[] = [
  { rules },
  { rules: [{ by: 'levels', levels: 2, approvers: 2, kind: ['leave', 'trip'] }, { by: 'unit-head' }] },
  {
    rules: [{ by: 'role', role: 'a' }],
    limits: [
      { grade: 3, upTo: 0 },
      { unit: 'u', upTo: null, kind: 'x' },
    ],
  },
  {
    rules: [
      { by: 'any', of: ['a'], kind: 'x' },
      { by: 'dotted', as: 'project' },
    ],
    currency: 'EUR',
    separate: [['order', 'payment']],
    jobShare: 'all',
    actingMayApprove: false,
    absences: [{ person: 'p', from: '2026-01-01', to: '2026-01-02' }],
    delegations: [{ person: 'p', delegate: 'q', limit: 5, cascade: true }],
    fallback: { person: 'p' },
    escalateAfterDays: 3,
  },
]

const broken: readonly (readonly [policy: object, ...problems: string[]])[] = [
  [{}, 'INVALID_FIELD rules'],
  [{ rules: [] }, 'INVALID_FIELD rules'],
  [{ rules, limit: [] }, 'UNKNOWN_FIELD limit'],
  [{ rules: [{ by: 'chian' }] }, 'INVALID_FIELD rules.0.by'],
  [{ rules: [{ by: 'levels' }] }, 'INVALID_FIELD rules.0.levels'],
  [{ rules: [{ by: 'chain', levels: 2 }] }, 'UNKNOWN_FIELD rules.0.levels'],
  [{ rules: [{ by: 'all', of: [] }] }, 'INVALID_FIELD rules.0.of'],
  [{ rules: [{ by: 'chain', approvers: 0 }] }, 'INVALID_FIELD rules.0.approvers'],
  [{ rules, limits: [{ role: 'a', upTo: -1 }] }, 'INVALID_FIELD limits.0.upTo'],
  [{ rules, limits: [{ role: 'a' }] }, 'INVALID_FIELD limits.0.upTo'],
  [{ rules, limits: [{ upTo: 1 }] }, 'INVALID_FIELD limits.0'],
  [{ rules, separate: [['a']] }, 'INVALID_FIELD separate.0'],
  [{ rules, absences: [{ person: 'p', from: '2026-1-1' }] }, 'INVALID_FIELD absences.0.from'],
  [{ rules, delegations: [{ person: 'p', delegate: 'q' }] }, 'INVALID_FIELD delegations.0.limit'],
  [{ rules, fallback: {} }, 'INVALID_FIELD fallback'],
  [
    { rules, jobShare: 'both', actingMayApprove: 1, escalateAfterDays: 0 },
    'INVALID_FIELD jobShare',
    'INVALID_FIELD actingMayApprove',
    'INVALID_FIELD escalateAfterDays',
  ],
]

/** What a schema cannot say. */
const beyondTheSchema: typeof broken = [
  [
    {
      rules,
      limits: [
        { role: 'a', upTo: 1 },
        { role: 'a', upTo: 2 },
      ],
    },
    'DUPLICATE_LIMIT limits.1',
  ],
  [{ rules: [{ by: 'chain' }, { by: 'nearest' }] }, 'DUPLICATE_RULE rules.1'],
  [
    {
      rules: [
        { by: 'chain', kind: 'x' },
        { by: 'nearest', kind: ['y', 'x'] },
      ],
    },
    'DUPLICATE_RULE rules.1',
  ],
  [{ rules, absences: [{ person: 'p', from: '2026-02-30' }] }, 'INVALID_FIELD absences.0.from'],
  [
    { rules, absences: [{ person: 'p', from: '2026-02-02', to: '2026-02-02' }] },
    'INVALID_FIELD absences.0.to',
  ],
  [
    { rules, delegations: [{ person: 'p', delegate: 'p', limit: 'own' }] },
    'INVALID_FIELD delegations.0.delegate',
  ],
  [{ rules, limits: [{ role: 'a', upTo: Infinity }] }, 'INVALID_FIELD limits.0.upTo'],
]

describe('approvalPolicy', () => {
  it.each(sound)('takes a sound policy, as the schema does: %j', (policy) => {
    expect(approvalPolicy(policy)).toEqual(policy)
    expect(approvalPolicy(JSON.parse(JSON.stringify(policy)) as ApprovalPolicySpec)).toEqual(policy)
    expect(isPolicy(policy)).toBe(true)
  })

  it.each(broken)('finds, as the schema does, what is wrong with %j', (policy, ...problems) => {
    expect(problemsOf(policy)).toEqual(problems)
    expect(isPolicy(policy)).toBe(false)
  })

  it.each(beyondTheSchema)('finds what is wrong with %j', (policy, ...problems) => {
    expect(problemsOf(policy)).toEqual(problems)
  })

  it('keeps limits of one holder for different kinds apart', () => {
    const limits = [
      { role: 'a', upTo: 1 },
      { role: 'a', upTo: 2, kind: 'x' },
      { person: 'a', upTo: 3 },
    ]
    expect(approvalPolicy({ rules, limits }).limits).toHaveLength(3)
  })

  it('says what is wrong, where and how to fix it', () => {
    expect(() => approve({ rules, limts: [], jobShare: 'both' })).toThrow(
      [
        'The approval policy has 2 problems:',
        "- UNKNOWN_FIELD: There is no field 'limts' (at limts). The fields are currency, limits, rules, separate, jobShare, " +
          "actingMayApprove, absences, delegations, fallback and escalateAfterDays. Did you mean 'limits'?",
        "- INVALID_FIELD: The value is 'both' (at jobShare). It can be 'any' or 'all'.",
      ].join('\n'),
    )
  })

  it.each([undefined, null, 7, 'chain', [], () => 1, { rules: [new Date()] }])('refuses %j', (policy) => {
    expect(thrownBy(() => approve(policy)).code).toBe('INVALID_ARGUMENT')
  })

  it('copies and freezes', () => {
    const given = { rules: [{ by: 'levels' as const, levels: 1 }] }
    const policy = approvalPolicy(given)
    given.rules[0].levels = 2
    expect(policy.rules).toEqual([{ by: 'levels', levels: 1 }])
    expect(Object.isFrozen(policy.rules[0])).toBe(true)
  })
})
