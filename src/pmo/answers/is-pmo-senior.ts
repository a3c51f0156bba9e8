import { compareRoles, findRoles, isRole, roleOf } from '../../internal.js'
import type { PmoRoleId } from '../data/role-ids.js'
import type { PmoOrg } from '../pmo-org.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf } from './charts-of.js'
import { titled } from './in-words.js'

/**
 * Over the persons who are called "a PMO" and whom the same source speaks of: senior where it says so, not senior
 * where the role stands below and asks for fewer years at most than the senior one at least.
 */
export function isPmoSenior(options: AnswerOptions): AnswerParts<'is-pmo-a-senior-position'> {
  const { org } = anyChartOf(options)
  const persons = findRoles(org, 'PMO').flatMap(({ id }) => (isRole(org, id) ? [id] : []))
  const senior = persons.filter((id) => roleOf(org, id).data?.senior !== undefined)
  const years = Math.min(...senior.map((id) => roleOf(org, id).minYears ?? Infinity))
  const notSenior = persons.filter((id) => isKnownBelow(org, id, senior, years))
  const facts = [...senior, ...notSenior].map((id) => roleOf(org, id).data)
  return {
    verdict: { senior, notSenior },
    roles: [...senior, ...notSenior],
    evidence: facts.flatMap((data) => [...(data?.senior ? [data.senior] : []), ...(data?.years ?? [])]),
    text:
      `It depends on the role: a ${titled(org, senior)} is a senior one, with at least ${years} years of ` +
      `experience; a ${titled(org, notSenior, 'or')} is not.`,
  }
}

function isKnownBelow(org: PmoOrg, id: PmoRoleId, senior: readonly PmoRoleId[], years: number): boolean {
  const { sources, data } = roleOf(org, id)
  if (sources?.includes('seed') !== true) return false
  const below = senior.every((other) => compareRoles(org, id, other, { by: 'grade' }).relation === 'below')
  return below && (data?.years ?? []).some(({ max }) => max !== undefined && max < years)
}
