// As in declare-import.mts, for everything that queries return.
import {
  careerPath,
  checkOrg,
  compareRoles,
  defineOrg,
  policy,
  maxSpan,
  roleOf,
  starterPolicy,
  toGraph,
} from 'rolegraph'

export const org = defineOrg({
  roles: { lead: { data: { site: 'London' } }, analyst: { reportsTo: 'lead', progressesTo: 'lead' } },
  units: { pmo: { head: 'lead' } },
})
export const role = roleOf(org, 'analyst')
export const path = careerPath(org, 'analyst', 'lead')
export const comparison = compareRoles(org, 'lead', 'analyst')
export const rules = policy({ 'small teams': { rule: maxSpan(5), because: 'A lead talks to everyone.' } })
export const checked = checkOrg(org, { rules })
export const starter = starterPolicy()
export const graph = toGraph(org)
