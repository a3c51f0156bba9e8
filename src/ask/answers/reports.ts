import {
  assignmentsOf,
  directReportsOf,
  headOf,
  holdersOf,
  type Line,
  linesOf,
  type LinesOption,
  membersOf,
  organizationSizeOf,
  peersOf,
  reportsOfPerson,
  roleOf,
  rolesHeldBy,
  rolesOf,
  spanOfControlOf,
  spansAndLayers,
  type StaffOption,
  transitiveReportsOf,
} from '../../internal.js'
import { type Asked, type Because, countedIs, list, type Reply } from '../asked.js'
import { lineNamesOf } from '../line-names.js'
import { linesToPerson } from './lines-of-people.js'
import { linesAsReasons, withHolders } from './managers.js'

/** The solid lines of reports: why they are below. */
export function linesOfReports(asked: Asked, reports: readonly string[]): Because[] {
  return linesAsReasons(reports.flatMap((role) => linesOf(asked.org, role)))
}

interface FoundReports extends Omit<Reply, 'text'> {
  readonly answer: readonly string[]
  readonly isPeople: boolean
}

/** The reports of a role or person, or everyone below: people below a person, else roles. */
function reportsFound(asked: Asked, isAny: boolean): FoundReports | undefined {
  const { org } = asked
  const who = asked.named('who')
  if (who === undefined) return undefined
  if (who.kind === 'person') {
    const options = isAny ? [{ transitive: true }] : []
    const answer = reportsOfPerson(org, who.id, ...options)
    const because = linesToPerson(org, who.id, answer, isAny)
    return { query: 'reportsOfPerson', arguments: [who.id, ...options], answer, because, isPeople: true }
  }
  const answer = isAny ? transitiveReportsOf(org, who.id) : directReportsOf(org, who.id)
  const query = isAny ? 'transitiveReportsOf' : 'directReportsOf'
  const because = linesOfReports(asked, answer)
  return { query, arguments: [who.id], answer, because, isPeople: false }
}

export function direct(asked: Asked): Reply | undefined {
  const found = reportsFound(asked, false)
  if (found === undefined) return undefined
  const { isPeople, ...reply } = found
  const { answer } = reply
  const names = isPeople ? asked.people(answer, 'Nobody') : asked.titles(answer, 'Nobody')
  const passed = isPeople ? passedText(asked, asked.id('who'), answer) : ''
  return { ...reply, text: `${names} ${reportVerb(answer)} to ${asked.titleOf('who')}${passed}.` }
}

/** `, 3 of them through the vacant PMO Manager`, of people who report to a person past vacant roles. */
function passedText(asked: Asked, person: string, reports: readonly string[]): string {
  const { org } = asked
  const near = new Set<string>(reportsOfPerson(org, person, { vacant: 'stop' }))
  const further = reports.filter((report) => !near.has(report))
  if (further.length === 0) return ''
  const vacant = new Set(
    linesToPerson(org, person, further)
      .flatMap((reason) => (reason.kind === 'line' ? [reason.line.to] : []))
      .filter((role) => roleOf(org, role).vacant),
  )
  const those = `the vacant ${asked.titles([...vacant])}`
  if (further.length < reports.length) return `, ${String(further.length)} of them through ${those}`
  return `, ${reports.length === 1 ? '' : 'all of them '}through ${those}`
}

/** The people who report to a role: to the person who holds it, where that is all that they hold, else role by role with holders. */
export function directPeople(asked: Asked): Reply | undefined {
  const { org } = asked
  const who = asked.named('who')
  if (who === undefined || who.kind === 'person') return direct(asked)
  const role = who.kind === 'unit' ? headOf(org, who.id) : who.id
  if (role === undefined) return undefined
  const roles = directReportsOf(org, role)
  const verb = reportVerb(roles)
  const holders = holdersOf(org, role)
  const holder = holders.length === 1 ? holders.at(0) : undefined
  if (holder === undefined || rolesHeldBy(org, holder).length > 1) {
    const names = list(roles, (one) => withHolders(asked, one), 'Nobody')
    const because = linesOfReports(asked, roles)
    const text = `${names} ${verb} to ${asked.titleOf('who')}.`
    return { query: 'directReportsOf', arguments: [who.id], answer: roles, because, text }
  }
  const answer = reportsOfPerson(org, holder)
  const vacant = roles.filter((one) => roleOf(org, one).vacant)
  const open = vacant.length === 0 ? '' : ` Vacant: ${asked.titles(vacant)}.`
  return {
    query: 'reportsOfPerson',
    arguments: [holder],
    answer,
    because: linesToPerson(org, holder, answer),
    text: `${asked.people(answer, 'Nobody')} ${reportVerb(answer)} to ${asked.person(holder)} (${asked.title(role)})${passedText(asked, holder, answer)}.${open}`,
  }
}

/** `reports` for one or nobody. */
export function reportVerb(reports: readonly string[]): string {
  return reports.length < 2 ? 'reports' : 'report'
}

/** The members of a unit, or the reports of a role or person: "the team of". */
export function team(asked: Asked): Reply | undefined {
  return asked.named('who')?.kind === 'unit' ? members(asked) : direct(asked)
}

function members(asked: Asked): Reply {
  const unit = asked.id('who')
  const answer = membersOf(asked.org, unit)
  return {
    query: 'membersOf',
    arguments: [unit],
    answer,
    text: `The members of ${asked.titleOf('who')}: ${asked.titles(answer, 'no role')}.`,
  }
}

export function below(asked: Asked): Reply | undefined {
  const found = reportsFound(asked, true)
  if (found === undefined) return undefined
  const { isPeople, ...reply } = found
  const names = isPeople ? asked.people(reply.answer) : asked.titles(reply.answer)
  return { ...reply, text: `Below ${asked.titleOf('who')}, at any depth: ${names}.` }
}

/** The lines by which roles report to another one. */
function linesTo(asked: Asked, place: string, reports: readonly string[], options: LinesOption): Line[] {
  return reports.flatMap((role) => linesOf(asked.org, role, options).filter(({ to }) => to === place))
}

/** The direct reports by dotted lines, or by lines of a name. */
export function alongLines(asked: Asked): Reply | undefined {
  const { org } = asked
  const place = asked.place('who')
  if (place === undefined) return undefined
  const written = asked.text('line').toLowerCase()
  const options = {
    lines: written === '' ? ('dotted' as const) : { as: lineNamesOf(org).get(written) ?? '' },
  }
  if (typeof options.lines === 'object' && options.lines.as === '') return undefined
  const answer = directReportsOf(org, place, options)
  const lines = linesTo(asked, place, answer, options)
  return {
    query: 'directReportsOf',
    arguments: [place, options],
    answer,
    because: linesAsReasons(lines),
    text: `${asked.titles(answer, 'Nobody')} ${reportVerb(answer)} to ${asked.titleOf('who')} by ${written === '' ? 'a dotted line' : `the line “${written}”`}.`,
  }
}

export function span(asked: Asked, options?: StaffOption): Reply | undefined {
  const title = asked.titleOf('who')
  const found = options === undefined ? reportsFound(asked, false) : undefined
  if (found?.isPeople === true) {
    const { isPeople: _isPeople, ...reply } = found
    const { length } = reply.answer
    const passed = passedText(asked, asked.id('who'), found.answer)
    const text = `${String(length)} ${length === 1 ? 'person reports' : 'people report'} to ${title}${passed}.`
    return { ...reply, part: ['length'], answer: length, text }
  }
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = spanOfControlOf(asked.org, place, options)
  return {
    query: 'spanOfControlOf',
    arguments: [place, ...given(options)],
    answer,
    because: linesOfReports(asked, directReportsOf(asked.org, place)),
    text: `${title} has ${String(answer)} direct ${answer === 1 ? 'report' : 'reports'}${options === undefined ? '' : ', not counting staff'}.`,
  }
}

export function countBelow(asked: Asked): Reply | undefined {
  const found = reportsFound(asked, true)
  if (found === undefined) return undefined
  const { isPeople, ...reply } = found
  const { length } = reply.answer
  const count = isPeople ? countedIs(length, 'person', 'people') : countedIs(length, 'role')
  return { ...reply, part: ['length'], answer: length, text: `${count} below ${asked.titleOf('who')}.` }
}

export function size(asked: Asked): Reply | undefined {
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = organizationSizeOf(asked.org, place)
  return {
    query: 'organizationSizeOf',
    arguments: [place],
    answer,
    text: `The organization of ${asked.titleOf('who')} has ${String(answer)} ${answer === 1 ? 'role' : 'roles'}, its own included.`,
  }
}

export function peers(asked: Asked): Reply | undefined {
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = peersOf(asked.org, place)
  const reply = {
    query: 'peersOf',
    arguments: [place],
    answer,
    because: linesOfReports(asked, [place, ...answer]),
  }
  const who = asked.named('who')
  const person = who?.kind === 'person' ? who.id : who?.holder
  if (person === undefined)
    return { ...reply, text: `The peers of ${asked.titleOf('who')}: ${asked.titles(answer)}.` }
  // Of a person, the peers are people: those who share the role, and the holders of the others.
  const sharers = holdersOf(asked.org, place).filter((holder) => holder !== person)
  const names = [
    ...sharers.map((sharer) => `${asked.person(sharer)} (${asked.title(place)} too)`),
    ...answer.map((role) => withHolders(asked, role)),
  ]
  const shared = sharers.length === 0 ? [] : assignmentsOf(asked.org, { role: place })
  return {
    ...reply,
    because: [...reply.because, ...shared.map((assignment) => ({ kind: 'assignment', assignment }) as const)],
    text: `The peers of ${asked.person(person)} (${asked.title(place)}): ${list(names, (name) => name, 'nobody')}.`,
  }
}

const given = (options: StaffOption | undefined): readonly unknown[] =>
  options === undefined ? [] : [options]

export function widest(asked: Asked, options?: StaffOption): Reply {
  const { widest: answer, widestSpan } = spansAndLayers(asked.org, options)
  return {
    query: 'spansAndLayers',
    arguments: given(options),
    part: ['widest'],
    answer,
    because: linesOfReports(
      asked,
      answer.flatMap((role) => directReportsOf(asked.org, role)),
    ),
    text: `The widest span of control is ${String(widestSpan)}: ${asked.titles(answer)}.`,
  }
}

export function averageSpan(asked: Asked): Reply {
  const { averageSpan: answer, managers } = spansAndLayers(asked.org)
  return {
    query: 'spansAndLayers',
    arguments: [],
    part: ['averageSpan'],
    answer,
    text: `The average span of control of ${String(managers)} managers is ${String(Math.round(answer * 100) / 100)}.`,
  }
}

/** The direct reports by solid and dotted lines. */
export function allLines(asked: Asked): Reply | undefined {
  const place = asked.place('who')
  if (place === undefined) return undefined
  const options = { lines: 'all' } as const
  const answer = directReportsOf(asked.org, place, options)
  const lines = linesTo(asked, place, answer, options)
  return {
    query: 'directReportsOf',
    arguments: [place, options],
    answer,
    because: linesAsReasons(lines),
    text: `${asked.titles(answer, 'Nobody')} ${reportVerb(answer)} to ${asked.titleOf('who')}, dotted lines included.`,
  }
}

export function managerCount(asked: Asked): Reply {
  const { managers: answer } = spansAndLayers(asked.org)
  return {
    query: 'spansAndLayers',
    arguments: [],
    part: ['managers'],
    answer,
    text: `${String(answer)} ${answer === 1 ? 'role has' : 'roles have'} direct reports.`,
  }
}

/** The roles with nobody directly below them. */
export function withoutReports(asked: Asked): Reply {
  const answer = rolesOf(asked.org).filter((role) => spanOfControlOf(asked.org, role) === 0)
  return {
    query: 'rolesOf',
    arguments: [],
    part: ['withoutReports'],
    answer,
    text: `Without direct reports: ${asked.titles(answer, 'no role')}.`,
  }
}
