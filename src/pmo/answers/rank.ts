import { compareRoles, find, headOf, listed, membersOf, roleOf, unitsOf } from '../../internal.js'
import type { PmoRoleId } from '../data/role-entry.js'
import { statements } from '../data/statements.js'
import type { PmoOrg } from '../pmo-org.js'
import type { AnswerParts } from './answer-parts.js'
import { type ChartOptions, anyChartOf, titled } from './charts-of.js'

/** By grade alone: the question is about rank, and rank does not say who reports to whom. */
export function whichIsHigher(options: ChartOptions): AnswerParts<'which-is-higher-pmo-or-pm'> {
  const { org } = anyChartOf(options)
  const { relation } = compareRoles(org, 'pmo', 'project-manager', { by: 'grade' })
  const why = statements['why-higher']
  return {
    verdict: relation === 'above' ? 'pmo' : relation === 'below' ? 'pm' : 'neither',
    hedge: why.hedge,
    roles: [headOf(org, 'pmo') ?? 'pmo-director', 'project-manager'],
    units: ['pmo'],
    evidence: [why, roleOf(org, 'project-manager').data?.evidence.grade ?? {}],
    text:
      `Typically the PMO, for its ${listed(why.parts)}; the grade of its head is above that of a project ` +
      'manager. That is rank, not a reporting line: whether a project manager reports to the PMO is a separate ' +
      'question, and depends on the kind of office.',
  }
}

/** Also by grade alone. */
export function isBelow(options: ChartOptions): AnswerParts<'is-the-pmo-below-the-project-manager'> {
  const { org, variant } = anyChartOf(options)
  const { relation } = compareRoles(org, 'pmo', 'project-manager', { by: 'grade' })
  const { data } = roleOf(org, 'project-manager')
  const duties = data?.responsibilities ?? []
  const [whole] = duties
  const primarily = duties.filter(({ hedge }) => hedge === 'primarily')
  const exception =
    variant.scope === 'project'
      ? ' The temporary office of a single project is different: it is set up under the manager of that project.'
      : ''
  return {
    verdict: relation === 'below' ? 'yes' : 'no',
    roles: [headOf(org, 'pmo') ?? 'pmo-director', 'project-manager'],
    units: ['pmo'],
    evidence: [statements['team-level'], whole, ...primarily, data?.evidence.grade ?? {}],
    text:
      `No: a project manager has ${whole.text} and is primarily responsible for its ` +
      `${listed(primarily.map(({ text }) => text))}, while a PMO is ${listed(statements['team-level'].parts)}. ` +
      `It does not follow that the project manager reports to it.${exception}`,
  }
}

/**
 * For the roles that are called "a PMO" and that the customer's document describes: senior if it says so, not senior
 * if the role has a lower grade and its most years are fewer than the fewest years of the senior role.
 */
export function isPmoSenior(options: ChartOptions): AnswerParts<'is-pmo-a-senior-position'> {
  const { org } = anyChartOf(options)
  const persons = find(org, 'PMO', { kinds: ['role'] }).flatMap(({ id, fit }) =>
    fit === 'exact' ? [id] : [],
  )
  const senior = persons.filter((id) => roleOf(org, id).data?.senior !== undefined)
  const years = Math.min(...senior.map((id) => roleOf(org, id).minYears ?? Infinity))
  const notSenior = persons.filter((id) => isKnownBelow(org, id, senior, years))
  const facts = [...senior, ...notSenior].map((id) => roleOf(org, id).data)
  const inference = statements['coordinator-not-senior']
  return {
    verdict: { senior, notSenior },
    roles: [...senior, ...notSenior],
    evidence: [
      ...facts.flatMap((data) => [...(data?.senior ? [data.senior] : []), ...(data?.years ?? [])]),
      inference,
    ],
    text:
      `It depends on the role: a ${titled(org, senior)} is in a senior position, best with at least ${String(years)} years ` +
      `of experience in project management, which is advice rather than a rule. That a ${titled(org, notSenior, 'or')} ` +
      'is not senior is our inference.',
  }
}

function isKnownBelow(org: PmoOrg, id: PmoRoleId, senior: readonly PmoRoleId[], years: number): boolean {
  const { sources, data } = roleOf(org, id)
  if (sources?.includes('seed') !== true) return false
  const below = senior.every((other) => compareRoles(org, id, other, { by: 'grade' }).relation === 'below')
  return below && (data?.years ?? []).some(({ max }) => max !== undefined && max < years)
}

/** The member of an office with the highest grade. */
export function highestPosition(options: ChartOptions): AnswerParts<'what-is-the-highest-position-in-a-pmo'> {
  const { org } = anyChartOf(options)
  const members = unitsOf(org).flatMap((unit) => membersOf(org, unit))
  const highest = members.reduce((best, role) => {
    return compareRoles(org, role, best, { by: 'grade' }).relation === 'above' ? role : best
  })
  const { data, unit, title, warnedAliases = [] } = roleOf(org, highest)
  const called = statements['highest-names']
  return {
    verdict: highest,
    hedge: called.hedge,
    roles: [highest],
    units: unit === undefined ? [] : [unit],
    evidence: [called, roleOf(org, highest), ...(data?.responsibilities ?? [])],
    text:
      `The ${title}, typically called ${listed(called.parts, 'or')}, if the organisation has one; the ` +
      `${titled(org, ['chief-executive-officer'])} is not part of the PMO. ${warnedAliases.map(({ warning }) => warning).join(' ')}`,
  }
}
