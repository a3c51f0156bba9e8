import {
  directReportsOf,
  type Assignment,
  assignmentsOf,
  headcountOf,
  holdersOf,
  membersOf,
  peopleOf,
  roleOf,
  rolesHeldBy,
  rolesOf,
  transitiveReportsOf,
  vacantRolesOf,
} from '../../internal.js'
import { type Asked, type Because, countedIs, type Lacking, list, type Reply } from '../asked.js'
import { without } from './figures.js'
import { withHolders } from './managers.js'
import { linesOfReports, reportVerb } from './reports.js'

const assignmentsAsReasons = (assignments: readonly Assignment[]): Because[] =>
  assignments.map((assignment) => ({ kind: 'assignment', assignment }))

/** `Ada Lovelace (acting, 0.6 of full time)`. */
function holderText(asked: Asked, { person, kind, share, from, to }: Assignment): string {
  const facts = [
    kind === 'permanent' ? '' : kind,
    share === undefined ? '' : `${String(share)} of full time`,
    from === undefined ? '' : `from ${from}`,
    to === undefined ? '' : `until ${to}`,
  ].filter((fact) => fact !== '')
  return facts.length === 0 ? asked.person(person) : `${asked.person(person)} (${facts.join(', ')})`
}

export function holders(asked: Asked): Reply {
  const role = asked.id('post')
  const answer = holdersOf(asked.org, role)
  const assignments = assignmentsOf(asked.org, { role })
  const isVacant = vacantRolesOf(asked.org, { planned: 'include' }).includes(role)
  const none = isVacant ? 'nobody: it is vacant' : 'someone the chart does not name'
  return {
    query: 'holdersOf',
    arguments: [role],
    answer,
    because: assignmentsAsReasons(assignments),
    text: `${asked.titleOf('post')} is held by ${list(assignments, (one) => holderText(asked, one), none)}.`,
  }
}

export function assignments(asked: Asked): Reply {
  const subject = { role: asked.id('post') }
  const answer = assignmentsOf(asked.org, subject)
  return {
    query: 'assignmentsOf',
    arguments: [subject],
    answer,
    because: assignmentsAsReasons(answer),
    text: `${asked.titleOf('post')} is held by ${list(answer, (one) => holderText(asked, one), 'nobody')}.`,
  }
}

export function held(asked: Asked): Reply {
  const person = asked.id('person')
  const answer = rolesHeldBy(asked.org, person)
  return {
    query: 'rolesHeldBy',
    arguments: [person],
    answer,
    because: assignmentsAsReasons(assignmentsOf(asked.org, { person })),
    text: `${asked.titleOf('person')} holds ${asked.titles(answer, 'no role')}.`,
  }
}

/** The acting and interim assignments of the whole chart. */
export function standIns(asked: Asked): Reply {
  const answer = rolesOf(asked.org)
    .flatMap((role) => assignmentsOf(asked.org, { role }))
    .filter(({ kind }) => kind !== 'permanent')
  return {
    query: 'assignmentsOf',
    arguments: [{ role: '*' }],
    part: ['kind', 'acting', 'interim'],
    answer,
    because: assignmentsAsReasons(answer),
    text: `Acting or interim: ${list(answer, (one) => `${holderText(asked, one)} as ${asked.title(one.role)}`, 'nobody')}.`,
  }
}

/** Whether a person, or a holder of a role, is acting or interim. */
export function isStandIn(asked: Asked): Reply | undefined {
  const who = asked.named('who')
  if (who === undefined || who.kind === 'unit') return undefined
  const subject = who.kind === 'person' ? { person: who.id } : { role: who.id }
  const found = assignmentsOf(asked.org, subject)
  const answer = found.some(({ kind }) => kind !== 'permanent')
  const terms = list(found, (one) => `${holderText(asked, one)} holds ${asked.title(one.role)}`, '')
  return {
    query: 'assignmentsOf',
    arguments: [subject],
    part: ['kind', 'acting', 'interim'],
    answer,
    because: assignmentsAsReasons(found),
    text:
      found.length === 0
        ? `No: ${who.kind === 'person' ? `${asked.titleOf('who')} holds no role` : `${asked.titleOf('who')} has no holder`}.`
        : `${answer ? 'Yes' : 'No'}: ${terms}${answer ? '' : ', permanently'}.`,
  }
}

/** Those who hold the roles of a person too; for a person with several roles, the one that is shared. */
export function sharers(asked: Asked): Reply | undefined {
  const { org } = asked
  const person = asked.id('person')
  const roles = rolesHeldBy(org, person)
  const shared = roles.filter((role) => holdersOf(org, role).length > 1)
  const role = shared.at(0) ?? roles.at(0)
  if (role === undefined || shared.length > 1) return undefined
  const answer = holdersOf(org, role)
  const others = answer.filter((holder) => holder !== person)
  return {
    query: 'holdersOf',
    arguments: [role],
    answer,
    because: assignmentsAsReasons(assignmentsOf(org, { role })),
    text: `${asked.person(person)} shares ${asked.title(role)} with ${asked.people(others)}.`,
  }
}

/** The roles that several people hold. */
export function sharedRoles(asked: Asked): Reply {
  const { org } = asked
  const answer = rolesOf(org).filter((role) => holdersOf(org, role).length > 1)
  return {
    query: 'rolesOf',
    arguments: [],
    part: ['shared'],
    answer,
    because: assignmentsAsReasons(answer.flatMap((role) => assignmentsOf(org, { role }))),
    text: `Shared: ${list(answer, (role) => `${asked.title(role)} (${asked.people(holdersOf(org, role))})`, 'no role')}.`,
  }
}

/** The roles that cost the most. What people earn is on no chart. */
export function costliest(asked: Asked): Reply | Lacking {
  const { org } = asked
  const costs = rolesOf(org).map((role) => ({ role, cost: roleOf(org, role).cost }))
  const known = costs.flatMap(({ cost }) => cost ?? [])
  if (known.length === 0) return { lacking: 'The chart does not say what people earn, nor what roles cost.' }
  const most = known.reduce((a, b) => Math.max(a, b))
  const answer = costs.filter(({ cost }) => cost === most).map(({ role }) => role)
  const missing = costs.length - known.length
  return {
    query: 'rolesOf',
    arguments: [],
    part: ['costliest'],
    answer,
    text: `What people earn is not on the chart; the highest cost of a role is ${String(most)}: ${list(answer, (role) => withHolders(asked, role), '')}.${without(missing)}`,
  }
}

interface Scope {
  readonly within?: NonNullable<Reply['within']>
  readonly roles?: ReadonlySet<string>
  readonly words: string
}

/** The roles below a role, or of a unit and its parts. */
function scopeOf(asked: Asked): Scope | undefined {
  const { org } = asked
  const named = asked.named('who')
  if (named === undefined) return { words: '' }
  const title = asked.titleOf('who')
  if (named.kind === 'unit') {
    const options = { nested: true }
    const roles = new Set(membersOf(org, named.id, options))
    return { within: { query: 'membersOf', arguments: [named.id, options] }, roles, words: ` in ${title}` }
  }
  const place = asked.place('who')
  if (place === undefined) return undefined
  const roles = new Set(transitiveReportsOf(org, place))
  return { within: { query: 'transitiveReportsOf', arguments: [place] }, roles, words: ` below ${title}` }
}

export function vacancies(asked: Asked, counts = false): Reply | undefined {
  const scope = scopeOf(asked)
  if (scope === undefined) return undefined
  const vacant = vacantRolesOf(asked.org).filter((role) => scope.roles?.has(role) !== false)
  return {
    query: 'vacantRolesOf',
    arguments: [],
    ...(scope.within !== undefined && { within: scope.within }),
    ...(counts && { part: ['length'] }),
    answer: counts ? vacant.length : vacant,
    text: counts
      ? `${countedIs(vacant.length, 'role')} vacant${scope.words}.`
      : `Vacant${scope.words}: ${asked.titles(vacant, 'no role')}.`,
  }
}

export function isVacant(asked: Asked, filled: boolean): Reply {
  const role = asked.id('post')
  const vacant = vacantRolesOf(asked.org, { planned: 'include' }).includes(role)
  const answer = vacant !== filled
  const title = asked.titleOf('post')
  return {
    query: 'vacantRolesOf',
    arguments: [{ planned: 'include' }],
    part: [filled ? 'excludes' : 'includes', role],
    answer,
    because: assignmentsAsReasons(assignmentsOf(asked.org, { role })),
    text: `${answer ? 'Yes' : 'No'}: ${title} is ${vacant ? 'vacant' : `held by ${asked.people(holdersOf(asked.org, role), 'someone the chart does not name')}`}.`,
  }
}

export function holds(asked: Asked): Reply {
  const [person, role] = [asked.id('person'), asked.id('post')]
  const roles = rolesHeldBy(asked.org, person)
  const answer = roles.includes(role)
  return {
    query: 'rolesHeldBy',
    arguments: [person],
    part: ['includes', role],
    answer,
    because: assignmentsAsReasons(assignmentsOf(asked.org, { person })),
    text: `${answer ? 'Yes' : 'No'}: ${asked.titleOf('person')} holds ${asked.titles(roles, 'no role')}.`,
  }
}

export function everyone(asked: Asked): Reply {
  const answer = peopleOf(asked.org)
  return { query: 'peopleOf', arguments: [], answer, text: `On the chart: ${asked.people(answer)}.` }
}

export function headcountOfChart(asked: Asked): Reply {
  const { org } = asked
  const answer = headcountOf(org)
  const roles = rolesOf(org).map((role) => roleOf(org, role))
  const unnamed = roles.filter(
    ({ holders: known, vacant, status }) => known.length === 0 && !vacant && status !== 'planned',
  ).length
  const ofThem = unnamed === 0 ? '' : `; ${String(unnamed)} of them ${unnamed === 1 ? 'is' : 'are'} not named`
  return {
    query: 'headcountOf',
    arguments: [],
    answer,
    text: `${String(answer)} ${answer === 1 ? 'person holds' : 'people hold'} roles on the chart${ofThem}.`,
  }
}

/** The roles whose manager is a vacant role. */
export function belowVacancies(asked: Asked): Reply {
  const { org } = asked
  const teams = vacantRolesOf(org)
    .map((role) => ({ role, reports: directReportsOf(org, role) }))
    .filter(({ reports }) => reports.length > 0)
  const answer = teams.flatMap(({ reports }) => reports)
  const whom = ({ role, reports }: (typeof teams)[number]): string =>
    `${asked.titles(reports)} ${reportVerb(reports)} to ${asked.title(role)}, which is vacant`
  return {
    query: 'vacantRolesOf',
    arguments: [],
    part: ['directReports'],
    answer,
    because: linesOfReports(asked, answer),
    text: `${list(teams, whom, 'Nobody reports to a vacant role')}.`,
  }
}
