import { defineOrg, formatIssues } from 'rolegraph'
import { approvalPolicy, type ApprovalPolicySpec, checkApprovalPolicy } from 'rolegraph/approval'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    ceo: { holders: ['cy'] },
    cfo: { reportsTo: 'ceo', holders: ['fay'] },
    lead: { reportsTo: 'cfo', holders: ['lee'] },
    buyer: { reportsTo: 'lead', holders: ['bo'] },
    clerk: { reportsTo: 'buyer', holders: ['fay'] },
  },
})
const ceo = { role: 'ceo', upTo: null }
const OWN = 'ABOVE_ONESELF clerk,cfo'

describe('checkApprovalPolicy', () => {
  it.each<readonly [what: string, policy: ApprovalPolicySpec, issues: readonly string[]]>([
    [
      'the top has nobody above',
      { limits: [ceo], rules: [{ by: 'chain' }] },
      ['NOBODY_CAN_APPROVE ceo', OWN],
    ],
    [
      'a fallback for all but its own',
      { limits: [ceo], rules: [{ by: 'chain' }], fallback: { person: 'fay' } },
      [OWN],
    ],
    [
      'no unlimited',
      { limits: [{ role: 'ceo', upTo: 5 }], rules: [{ by: 'chain' }] },
      ['NOBODY_CAN_APPROVE ceo', 'NOBODY_CAN_APPROVE cfo,lead,buyer,clerk', OWN],
    ],
    [
      'limits that fall',
      {
        limits: [ceo, { role: 'lead', upTo: 9 }, { role: 'cfo', upTo: 8 }],
        rules: [{ by: 'chain' }],
        fallback: { person: 'fay' },
      },
      ['LIMIT_FALLS lead,cfo', OWN],
    ],
    [
      'equal limits',
      {
        limits: [ceo, { role: 'lead', upTo: 9 }, { role: 'cfo', upTo: 9 }],
        rules: [{ by: 'chain' }],
        fallback: { person: 'fay' },
      },
      [OWN],
    ],
    [
      'unknown ids',
      { limits: [{ unit: 'x', upTo: 1 }], rules: [{ by: 'role', role: 'y' }], absences: [{ person: 'z' }] },
      ['UNKNOWN_UNIT x', 'UNKNOWN_ROLE y', 'UNKNOWN_PERSON z', OWN],
    ],
    [
      'a delegate below',
      {
        rules: [{ by: 'levels', levels: 1 }],
        fallback: { person: 'lee' },
        delegations: [{ person: 'cy', delegate: 'lee', limit: 'own' }],
      },
      [OWN, 'DELEGATE_BELOW cy,lee'],
    ],
    [
      'two who act for each other',
      {
        rules: [{ by: 'levels', levels: 1 }],
        fallback: { person: 'lee' },
        delegations: [
          { person: 'bo', delegate: 'lee', limit: 'own' },
          { person: 'lee', delegate: 'bo', limit: 'own' },
        ],
      },
      [OWN, 'DELEGATES_BACK bo,lee', 'DELEGATE_BELOW lee,bo'],
    ],
  ])('%s', (_, policy, issues) => {
    const found = checkApprovalPolicy(org, approvalPolicy(policy)).map(
      ({ code, roles, witness }) =>
        `${code} ${(roles.length > 0 ? roles : witness.filter((each) => typeof each === 'string')).join(',')}`,
    )
    expect(found).toEqual(issues)
  })

  it('counts absences on a date only', () => {
    const policy = approvalPolicy({
      rules: [{ by: 'role', role: 'ceo' }],
      absences: [{ person: 'cy', to: '2026-02-01' }],
      fallback: { person: 'bo' },
    })
    const codes = (date?: string) =>
      checkApprovalPolicy(org, policy, date === undefined ? {} : { date }).map(
        ({ code, roles }) => `${code} ${roles.join(',')}`,
      )
    expect(codes()).toEqual([OWN])
    expect(codes('2026-01-31')).toEqual(['NOBODY_CAN_APPROVE buyer', OWN])
    expect(formatIssues(checkApprovalPolicy(org, policy, { date: '2026-01-31' }))).toContain(
      "Under the rule 'role', nobody can approve requests for 'buyer'",
    )
  })
})
