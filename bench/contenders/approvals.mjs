import { orgFromRecords } from 'rolegraph'
import { approvalPolicy, approvalRoute } from 'rolegraph/approval'

/** Each says who approves a request; the answers differ where somebody is away or holds two roles. */
export const approvals = [
  {
    name: 'rolegraph',
    build: (records, spec) => ({
      org: orgFromRecords(records, {
        id: 'id',
        manager: 'manager',
        holders: 'holder',
        vacant: 'vacant',
        grade: 'grade',
      }),
      policy: approvalPolicy(spec),
    }),
    steps: ({ org, policy }, request) => approvalRoute(org, policy, request).steps.length,
  },
  {
    // What is written by hand: up the chain, past vacancies, until a limit suffices.
    name: 'a loop over a Map',
    build(records, { limits }) {
      const upTo = new Map(limits.map((limit) => [limit.grade, limit.upTo ?? Infinity]))
      return { upTo, roles: new Map(records.map((record) => [record.id, record])) }
    },
    steps({ upTo, roles }, { requester, amount }) {
      const approvers = []
      for (let at = roles.get(roles.get(requester.role).manager); at; at = roles.get(at.manager)) {
        if (at.holder === null) continue
        approvers.push(at.holder)
        if ((upTo.get(at.grade) ?? -1) >= amount) break
      }
      return approvers.length
    },
  },
]
