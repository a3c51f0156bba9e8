import { isRole, managementChainOf, managersOf, roleOf, rolesOf, spansAndLayers } from 'rolegraph'
import type { ImportResult } from 'rolegraph/import'
import { issueFlaw } from './issue-flaw.js'

/** How the result of a safe parse breaks its contract. */
export function resultFlaw(result: ImportResult, isLenient: boolean): string | undefined {
  const { ok, org, issues } = result
  const hasErrors = issues.some(({ severity }) => severity === 'error')
  if (Object.keys(result).join() !== 'ok,org,issues')
    return 'a result has other fields than ok, org and issues'
  if (!Object.isFrozen(issues)) return 'the issues can be changed'
  if (ok !== (org !== undefined)) return `ok is ${String(ok)}, and there is ${ok ? 'no' : 'an'} org`
  if (!ok && !hasErrors) return 'there is no org, and no error says why'
  if (ok && !isLenient && hasErrors) return 'there is an org in spite of an error'
  for (const issue of issues) {
    const flaw = issueFlaw(issue)
    if (flaw !== undefined) return flaw
  }
  return ok ? orgFlaw(result.org) : undefined
}

const ASKED = 20

/** Runs a few queries: each must end on any org. */
function orgFlaw(org: NonNullable<ImportResult['org']>): string | undefined {
  const roles = rolesOf(org)
  for (const role of roles.slice(0, ASKED)) {
    if (roleOf(org, role).id !== role) return 'a role has another id than its own'
    if (managersOf(org, role, { lines: 'all' }).some((manager) => !isRole(org, manager)))
      return 'a manager is no role'
    if (managementChainOf(org, role).length > roles.length) return 'a management chain is longer than the org'
  }
  return spansAndLayers(org).roles === roles.length ? undefined : 'roles are counted wrongly'
}
