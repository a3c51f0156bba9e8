import {
  directReportsOf,
  type Line,
  linesOf,
  type LinesOption,
  membersOf,
  organizationSizeOf,
  peersOf,
  reportsOfPerson,
  spanOfControlOf,
  spansAndLayers,
  type StaffOption,
  transitiveReportsOf,
} from '../../internal.js'
import { type Asked, type Because, countedIs, type Reply } from '../asked.js'
import { lineNamesOf } from '../line-names.js'
import { linesToPerson } from './lines-of-people.js'
import { linesAsReasons } from './managers.js'

/** The solid lines of reports: why they are below. */
function linesOfReports(asked: Asked, reports: readonly string[]): Because[] {
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
  return { ...reply, text: `${names} ${reportVerb(answer)} to ${asked.titleOf('who')}.` }
}

/** `reports` for one or nobody. */
function reportVerb(reports: readonly string[]): string {
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
    const text = `${String(length)} ${length === 1 ? 'person reports' : 'people report'} to ${title}.`
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
  return {
    query: 'peersOf',
    arguments: [place],
    answer,
    because: linesOfReports(asked, [place, ...answer]),
    text: `The peers of ${asked.titleOf('who')}: ${asked.titles(answer)}.`,
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
