import { compareRoles, findRoles, isRole, listed, membersOf, roleOf, unitsOf } from '../../internal.js'
import type { PmoRoleId } from '../data/role-entry.js'
import { TEAM_LEVEL, WHY_HIGHER } from '../data/statements.js'
import type { PmoOrg } from '../pmo-org.js'
import type { AnswerParts } from './answer-parts.js'
import { type AnswerOptions, anyChartOf, titled } from './charts-of.js'

/** By grade alone: the question is about rank, and rank does not say who reports to whom. */
export function whichIsHigher(options: AnswerOptions): AnswerParts<'which-is-higher-pmo-or-pm'> {
  const { org } = anyChartOf(options)
  const { relation } = compareRoles(org, 'pmo', 'project-manager', { by: 'grade' })
  return {
    verdict: relation === 'above' ? 'pmo' : relation === 'below' ? 'pm' : 'neither',
    hedge: WHY_HIGHER.hedge,
    roles: ['pmo-director', 'project-manager'],
    units: ['pmo'],
    evidence: [WHY_HIGHER, roleOf(org, 'project-manager').data?.evidence.grade ?? {}],
    text:
      `Typically the PMO, for its ${listed(WHY_HIGHER.parts)}; the grade of its head is above that of a project ` +
      'manager. That is rank, not a reporting line: whether a project manager reports to the PMO is a separate ' +
      'question, and depends on the kind of office.',
  }
}

/** By grade alone too. */
export function isBelow(options: AnswerOptions): AnswerParts<'is-the-pmo-below-the-project-manager'> {
  const { org, variant } = anyChartOf(options)
  const { relation } = compareRoles(org, 'pmo', 'project-manager', { by: 'grade' })
  const { data } = roleOf(org, 'project-manager')
  const [whole] = data?.responsibilities ?? []
  const exception =
    variant.scope === 'project'
      ? ' The temporary office of a single project is different: it is set up under the manager of that project.'
      : ''
  return {
    verdict: relation === 'below' ? 'yes' : 'no',
    roles: ['pmo-director', 'project-manager'],
    units: ['pmo'],
    evidence: [TEAM_LEVEL, whole, data?.evidence.grade ?? {}],
    text:
      `No: a project manager has ${whole.text}, while a PMO is ${listed(TEAM_LEVEL.parts)}. ` +
      `It does not follow that the project manager reports to it.${exception}`,
  }
}

/**
 * For the roles that are called "a PMO" and that the customer's document describes: senior if it says so, not senior
 * if the role has a lower grade and its most years are fewer than the fewest years of the senior role.
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
      `It depends on the role: a ${titled(org, senior)} is senior, with at least ${String(years)} years of ` +
      `experience; a ${titled(org, notSenior, 'or')} is not.`,
  }
}

function isKnownBelow(org: PmoOrg, id: PmoRoleId, senior: readonly PmoRoleId[], years: number): boolean {
  const { sources, data } = roleOf(org, id)
  if (sources?.includes('seed') !== true) return false
  const below = senior.every((other) => compareRoles(org, id, other, { by: 'grade' }).relation === 'below')
  return below && (data?.years ?? []).some(({ max }) => max !== undefined && max < years)
}

/** The member of an office with the highest grade. */
export function highestPosition(
  options: AnswerOptions,
): AnswerParts<'what-is-the-highest-position-in-a-pmo'> {
  const { org } = anyChartOf(options)
  const members = unitsOf(org).flatMap((unit) => membersOf(org, unit))
  const highest = members.reduce((best, role) => {
    return compareRoles(org, role, best, { by: 'grade' }).relation === 'above' ? role : best
  })
  const { data, unit, title, aliases, warnedAliases = [] } = roleOf(org, highest)
  const acronyms = aliases.filter((alias) => alias === alias.toUpperCase())
  return {
    verdict: highest,
    roles: [highest],
    units: unit === undefined ? [] : [unit],
    evidence: [roleOf(org, highest), ...(data?.responsibilities ?? [])],
    text:
      `The ${title} (${acronyms.join(', ')}), if the organisation has one; the ` +
      `${titled(org, ['chief-executive-officer'])} is not part of the PMO. ${warnedAliases.map(({ warning }) => warning).join(' ')}`,
  }
}
