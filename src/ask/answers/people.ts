import {
  type Assignment,
  assignmentsOf,
  headcountOf,
  holdersOf,
  membersOf,
  peopleOf,
  rolesHeldBy,
  rolesOf,
  transitiveReportsOf,
  vacantRolesOf,
} from '../../internal.js'
import { type Asked, type Because, countedIs, list, type Reply } from '../asked.js'

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
  const answer = headcountOf(asked.org)
  return {
    query: 'headcountOf',
    arguments: [],
    answer,
    text: `${String(answer)} ${answer === 1 ? 'person holds' : 'people hold'} roles on the chart.`,
  }
}
