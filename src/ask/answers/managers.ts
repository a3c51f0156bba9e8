import {
  compareRoles,
  type Criterion,
  filledManagerOf,
  holdersOf,
  isAbove,
  isPersonAbove,
  type Line,
  linesOf,
  listed,
  lowestCommonManagerOf,
  managementChainOf,
  managerOf,
  managersOf,
  managersOfPerson,
  type Org,
  reportingPathBetween,
  roleOf,
  skipLevelManagerOf,
  topRolesOf,
} from '../../internal.js'
import { type Asked, type Because, list, type Reply } from '../asked.js'
import { linesOfPerson, linesOfPlace } from './lines-of-people.js'

/** Reporting lines as reasons. */
export function linesAsReasons(lines: readonly Line[]): Because[] {
  return lines.map((line) => ({ kind: 'line', line }))
}

/** The lines from each role on a path to the next one. */
export function linesUp(org: Org, path: readonly string[]): Because[] {
  return linesAsReasons(
    path
      .slice(0, -1)
      .flatMap(
        (role, at) => linesOf(org, role, { lines: 'all' }).find(({ to }) => to === path[at + 1]) ?? [],
      ),
  )
}

/** `(typically)` behind a line that its source hedges. */
function hedgeOf(lines: readonly Line[]): string {
  const hedge = lines[0]?.hedge
  return hedge === undefined ? '' : ` (${hedge})`
}

export function withHolders(asked: Asked, role: string): string {
  const holders = holdersOf(asked.org, role)
  const who =
    holders.length > 0 ? asked.people(holders) : roleOf(asked.org, role).vacant ? 'vacant' : undefined
  return who === undefined ? asked.title(role) : `${asked.title(role)} (${who})`
}

/** `PMO Analyst reports to PMO Manager (Ben King)`, of a role as it is named. */
export function reportsText(asked: Asked, title: string, role: string, verb = 'reports'): string {
  const manager = managerOf(asked.org, role)
  const whom = manager === undefined ? 'nobody' : withHolders(asked, manager)
  return `${title} ${verb} to ${whom}${hedgeOf(linesOf(asked.org, role))}`
}

/** `reports to Ada Lovelace (PMO Manager is vacant)`: the people above a person, and the vacant roles that were passed. */
export function managerText(asked: Asked, person: string): string {
  const { org } = asked
  const managers = managersOfPerson(org, person)
  const above = linesOfPerson(org, person).flatMap((reason) =>
    reason.kind === 'line' ? [reason.line.to] : [],
  )
  const vacant = above.filter((role) => roleOf(org, role).vacant)
  // The holders of a manager may have no names on the chart.
  const unnamed = above.filter((role) => !vacant.includes(role) && holdersOf(org, role).length === 0)
  const whom = [
    ...managers.map((manager) => asked.person(manager)),
    ...unnamed.map((role) => `the holder of ${asked.title(role)}`),
  ]
  const passed =
    vacant.length === 0 ? '' : ` (${asked.titles(vacant)} ${vacant.length === 1 ? 'is' : 'are'} vacant)`
  return `reports to ${list(whom, (one) => one, 'nobody')}${passed}`
}

export function manager(asked: Asked): Reply | undefined {
  const { org } = asked
  const who = asked.named('who')
  if (who === undefined) return undefined
  const title = asked.titleOf('who')
  if (who.kind === 'person') {
    const answer = managersOfPerson(org, who.id)
    return {
      query: 'managersOfPerson',
      arguments: [who.id],
      answer,
      because: linesOfPerson(org, who.id),
      text: `${title} ${managerText(asked, who.id)}.`,
    }
  }
  const answer = managerOf(org, who.id)
  const lines = linesOf(org, who.id)
  return {
    query: 'managerOf',
    arguments: [who.id],
    answer,
    because: linesAsReasons(lines),
    text: `${reportsText(asked, title, who.id)}.`,
  }
}

export function managersAlong(asked: Asked, lines: 'dotted' | 'all'): Reply | undefined {
  const { org } = asked
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = managersOf(org, place, { lines })
  const along = linesOf(org, place, { lines })
  // That all lines are dotted is said once.
  const kindOf = ({ as, kind }: Line): string => {
    const known = as ?? (lines === 'dotted' ? undefined : kind)
    return known === undefined ? '' : ` (${known})`
  }
  const titles = list(along, (line) => `${asked.title(line.to)}${kindOf(line)}`, 'nobody')
  return {
    query: 'managersOf',
    arguments: [place, { lines }],
    answer,
    because: linesAsReasons(along),
    text: `${asked.titleOf('who')} reports ${lines === 'dotted' ? 'by a dotted line ' : ''}to ${titles}.`,
  }
}

/** The managers by the lines of a name; the name must be one of a line of the role. */
export function managersByName(asked: Asked): Reply | undefined {
  const { org } = asked
  const place = asked.place('who')
  if (place === undefined) return undefined
  const asWritten = asked
    .text('line')
    .toLowerCase()
    .replace(/[- ]line$/, '')
  const named = linesOf(org, place, { lines: 'all' }).find(({ as }) => as?.toLowerCase() === asWritten)?.as
  if (named === undefined) return undefined
  const options = { lines: { as: named } }
  const answer = managersOf(org, place, options)
  return {
    query: 'managersOf',
    arguments: [place, options],
    answer,
    because: linesAsReasons(linesOf(org, place, options)),
    text: `${asked.titleOf('who')} reports to ${asked.titles(answer)} by the line “${named}”.`,
  }
}

export function skipLevel(asked: Asked): Reply | undefined {
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = skipLevelManagerOf(asked.org, place)
  const between = managerOf(asked.org, place)
  return {
    query: 'skipLevelManagerOf',
    arguments: [place],
    answer,
    because: linesUp(
      asked.org,
      [place, between, answer].filter((role) => role !== undefined),
    ),
    text: `The manager of the manager of ${asked.titleOf('who')} is ${answer === undefined ? 'nobody' : withHolders(asked, answer)}.`,
  }
}

export function chain(asked: Asked): Reply | undefined {
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = managementChainOf(asked.org, place)
  return {
    query: 'managementChainOf',
    arguments: [place],
    answer,
    because: linesUp(asked.org, [place, ...answer]),
    text: `Above ${asked.titleOf('who')}, nearest first: ${asked.titles(answer)}.`,
  }
}

export function filledManager(asked: Asked): Reply | undefined {
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = filledManagerOf(asked.org, place)
  return {
    query: 'filledManagerOf',
    arguments: [place],
    answer,
    because: linesOfPlace(asked.org, place),
    text: `The nearest filled manager above ${asked.titleOf('who')} is ${answer === undefined ? 'nobody' : withHolders(asked, answer)}.`,
  }
}

/** `, directly`, or `, who reports to ...`. */
function throughPeople(asked: Asked, upper: string, lower: string): string {
  return managersOfPerson(asked.org, lower).includes(upper)
    ? ', directly'
    : `, who ${managerText(asked, lower)}`
}

/** Whether one is above another. */
export function above(
  asked: Asked,
  upper: string,
  lower: string,
  options?: { readonly lines: 'all' },
): Reply | undefined {
  const { org } = asked
  const [over, under] = [asked.named(upper), asked.named(lower)]
  const titles = [asked.titleOf(upper), asked.titleOf(lower)]
  const given = options === undefined ? [] : [options]
  if (over?.kind === 'person' && under?.kind === 'person') {
    const answer = isPersonAbove(org, over.id, under.id, options)
    return {
      query: 'isPersonAbove',
      arguments: [over.id, under.id, ...given],
      answer,
      because: linesOfPerson(org, under.id),
      text: answer
        ? `Yes: ${titles[0]} is above ${titles[1]}${options === undefined ? throughPeople(asked, over.id, under.id) : ''}.`
        : `No: ${titles[0]} is not above ${titles[1]}.`,
    }
  }
  const [a, b] = [asked.place(upper), asked.place(lower)]
  if (a === undefined || b === undefined) return undefined
  const answer = isAbove(org, a, b, options)
  const path = answer ? (reportingPathBetween(org, b, a, options)?.roles ?? []) : []
  const through = path.slice(1, -1)
  return {
    query: 'isAbove',
    arguments: [a, b, ...given],
    answer,
    because: answer ? linesUp(org, path) : linesUp(org, [b, ...managementChainOf(org, b, options)]),
    text: answer
      ? `Yes: ${titles[0]} is above ${titles[1]}${through.length === 0 ? ', directly' : `, through ${asked.titles(through)}`}.`
      : `No: ${titles[0]} is not above ${titles[1]}.`,
  }
}

/** Compares two places: by chain and grade, or by one criterion alone. */
export function higher(asked: Asked, by?: Criterion): Reply | undefined {
  const [a, b] = [asked.place('who1'), asked.place('who2')]
  if (a === undefined || b === undefined) return undefined
  const given = by === undefined ? [] : [{ by }]
  const answer = compareRoles(asked.org, a, b, ...given)
  const [first, second] = [asked.titleOf('who1'), asked.titleOf('who2')]
  const criteria = { chain: 'by reporting lines', grade: 'by grade', layer: 'by layer' }
  const hedge = answer.because.map((one) => (one.kind === 'line' ? one.line.hedge : undefined)).find(Boolean)
  const hedged = hedge === undefined ? '' : ` (${hedge})`
  const text =
    answer.relation === 'incomparable'
      ? `Neither: ${by === undefined ? 'reporting lines and grades do' : `${by}s do`} not decide between ${first} and ${second}.`
      : answer.relation === 'same'
        ? `${first} and ${second} are equal ${criteria[answer.by]}.`
        : `${answer.relation === 'above' ? first : second} is higher than ${answer.relation === 'above' ? second : first}, ${criteria[answer.by]}${hedged}.`
  return { query: 'compareRoles', arguments: [a, b, ...given], answer, because: answer.because, text }
}

export function commonManager(asked: Asked): Reply | undefined {
  const { org } = asked
  const slots = ['who1', 'who2', 'who3', 'who4'].filter((slot) => asked.named(slot) !== undefined)
  const places = slots.flatMap((slot) => asked.place(slot) ?? [])
  if (places.length < slots.length) return undefined
  const answer = lowestCommonManagerOf(org, places)
  const paths =
    answer === undefined ? [] : places.map((place) => reportingPathBetween(org, place, answer)?.roles ?? [])
  const titles = slots.map((slot) => asked.titleOf(slot))
  return {
    query: 'lowestCommonManagerOf',
    arguments: [places],
    answer,
    because: paths.flatMap((path) => linesUp(org, path)),
    text: `The nearest manager of ${titles.length === 2 ? 'both ' : ''}${listed(titles)} is ${answer === undefined ? 'nobody' : withHolders(asked, answer)}.`,
  }
}

export function connection(asked: Asked): Reply | undefined {
  const [a, b] = [asked.place('who1'), asked.place('who2')]
  if (a === undefined || b === undefined) return undefined
  const answer = reportingPathBetween(asked.org, a, b)
  return {
    query: 'reportingPathBetween',
    arguments: [a, b],
    answer,
    because:
      answer === undefined
        ? []
        : [...linesUp(asked.org, answer.up), ...linesUp(asked.org, answer.down.toReversed())],
    text:
      answer === undefined
        ? `No reporting lines connect ${asked.titleOf('who1')} and ${asked.titleOf('who2')}.`
        : `Along reporting lines: ${answer.roles.map((role) => asked.title(role)).join(' → ')}.`,
  }
}

export function tops(asked: Asked): Reply {
  const answer = topRolesOf(asked.org)
  return { query: 'topRolesOf', arguments: [], answer, text: `At the top: ${asked.titles(answer)}.` }
}
