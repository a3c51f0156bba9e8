/**
 * Measures approvals in one process and prints the figures as JSON: node --expose-gc bench/approval-child.mjs <roles> <requests> <rounds>
 *
 * The contenders answer the same requests, a round each after the other. Where nobody is away, they must ask as many people.
 */
import { orgFromRecords } from 'rolegraph'
import { approvalPolicy, checkApprovalPolicy } from 'rolegraph/approval'
import { approvals } from './contenders/approvals.mjs'
import { median } from './measure.mjs'
import { chainShape, treeShape } from './workloads/chart-shapes.mjs'
import { DAY, policyOf, requestsOf, staffedRecords } from './workloads/approvals.mjs'

const CHECKS = 3

const [roles, count, rounds] = process.argv.slice(2).map(Number)
const shape = treeShape(roles)
const records = staffedRecords(shape)
const policy = policyOf(records)

function agree() {
  const present = { ...policy, absences: [], delegations: [] }
  const models = approvals.map(({ build }) => build(records, present))
  for (const request of requestsOf(shape, 1_000, 1)) {
    const [ours, loop] = approvals.map(({ steps }, at) => steps(models[at], request))
    if (ours !== loop) throw new Error(`The routes differ: ${ours}, ${loop} for ${JSON.stringify(request)}`)
  }
}

function routes() {
  const models = approvals.map(({ build }) => build(records, policy))
  const samples = approvals.map(() => [])
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (let at = 0; at < approvals.length; at++) {
      const turn = (at + round) % approvals.length
      const requests = requestsOf(shape, count, round)
      const { steps } = approvals[turn]
      globalThis.gc()
      const start = performance.now()
      let asked = 0
      for (const request of requests) asked += steps(models[turn], request)
      samples[turn].push(((performance.now() - start) * 1_000) / count)
      if (asked < count / 2) throw new Error('Nobody is asked')
    }
  }
  return Object.fromEntries(approvals.map(({ name }, at) => [name, median(samples[at].slice(1))]))
}

/** The microseconds of a check, of an org that is made for it each time. */
function check(list, spec) {
  const taken = Array.from({ length: CHECKS }, () => {
    const org = orgFromRecords(list, {
      id: 'id',
      manager: 'manager',
      holders: 'holder',
      vacant: 'vacant',
      grade: 'grade',
    })
    const checked = approvalPolicy(spec)
    globalThis.gc()
    const start = performance.now()
    checkApprovalPolicy(org, checked, { date: DAY })
    return (performance.now() - start) * 1_000
  })
  return median(taken)
}

agree()
const chain = staffedRecords(chainShape(roles))
const topOnly = (rule) => ({ limits: [{ grade: 8, upTo: null }], rules: [rule] })
console.log(
  JSON.stringify({
    routes: routes(),
    checks: {
      'the chart of these routes': check(records, policy),
      'a chain, limits by grade, by the chain': check(chain, topOnly({ by: 'chain' })),
      'a chain, limits by grade, two approvers': check(chain, topOnly({ by: 'chain', approvers: 2 })),
    },
  }),
)
