import type { Pool } from 'pg'
import { managementChainOf, type Org, rolesOf, transitiveReportsOf } from 'rolegraph'
import type { Tenant } from 'rolegraph/store'
import { inTurns, oneOf } from './store-turns.js'

// UNION, since READ COMMITTED can close a cycle.
export const CHAIN = `WITH RECURSIVE up (id, manager) AS (
  SELECT id, manager FROM rolegraph_role WHERE tenant = $2 AND id = $1
  UNION SELECT role.id, role.manager FROM up JOIN rolegraph_role AS role ON role.tenant = $2 AND role.id = up.manager
) SELECT id FROM up`

const REPORTS = `WITH RECURSIVE down (id, manager, pos) AS (
  SELECT id, manager, pos FROM rolegraph_role WHERE tenant = $2 AND id = $1
  UNION SELECT role.id, role.manager, role.pos FROM down JOIN rolegraph_role AS role ON role.tenant = $2 AND role.manager = down.id
) SELECT id, manager, pos FROM down`

/** Questions without a load beside the same recursive queries by hand, and to an org that a watch keeps. */
export async function measureQuestions(pool: Pool, tenant: Tenant, org: Org, id: string): Promise<void> {
  const one = oneOf(org)
  // A manager of managers: everyone would be a load.
  const leads = rolesOf(org).filter((role) => {
    const { length } = transitiveReportsOf(org, role)
    return length > 20 && length < 200
  })
  let at = 0
  const lead = (): string => leads[at++ % leads.length]
  const watch = await tenant.watch()
  // What a process does first takes longer.
  const chains = thousand(() => managementChainOf(watch.current.org, one()))
  await chains()
  console.log(`One chain of ${id} roles`)
  await inTurns(pool, 300, {
    managementChainOf: () => tenant.managementChainOf(one()),
    'the same recursive query by hand': () => pool.query(CHAIN, [one(), id]),
    '1,000 in the org that a watch keeps': chains,
  })
  console.log(`Everyone below a manager of 20 to 200`)
  await inTurns(pool, 200, {
    transitiveReportsOf: () => tenant.transitiveReportsOf(lead()),
    'the same recursive query by hand': () => pool.query(REPORTS, [lead(), id]),
    '1,000 in the org that a watch keeps': thousand(() => transitiveReportsOf(watch.current.org, lead())),
  })
  await watch.stop()
}

function thousand(question: () => unknown): () => Promise<void> {
  return () => {
    for (let times = 0; times < 1000; times++) question()
    return Promise.resolve()
  }
}
