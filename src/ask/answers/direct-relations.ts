import {
  headOf,
  holdersOf,
  isAbove,
  isPersonAbove,
  linesOf,
  managerOf,
  managersOfPerson,
  membersOf,
  peersOf,
  reportingPathBetween,
  reportsOfPerson,
  rolesHeldBy,
  skipLevelManagerOf,
} from '../../internal.js'
import type { Asked, Reply } from '../asked.js'
import { linesOfPerson } from './lines-of-people.js'
import { linesAsReasons, linesUp, managerText, reportsText, withHolders } from './managers.js'

/** The roles that a slot stands for: all of a person, the head of a unit. */
function rolesNamed(asked: Asked, slot: string): readonly string[] {
  const named = asked.named(slot)
  if (named === undefined) return []
  if (named.kind === 'person') return rolesHeldBy(asked.org, named.id)
  return [named.kind === 'unit' ? (headOf(asked.org, named.id) ?? '') : named.id].filter(
    (role) => role !== '',
  )
}

/** What a slot names, with the role that counts of a person. */
function titleAs(asked: Asked, slot: string, role: string): string {
  const title = asked.titleOf(slot)
  return asked.named(slot)?.kind === 'person' ? `${title} (${asked.title(role)})` : title
}

interface Pair {
  readonly lower: string
  readonly upper: string
}

/** The roles of two slots for which something is true, or else the first ones; none if a slot has no role. */
function pairOf(
  asked: Asked,
  lower: string,
  upper: string,
  isTrue: (pair: Pair) => boolean,
): (Pair & { readonly answer: boolean }) | undefined {
  const pairs = rolesNamed(asked, lower).flatMap((one) =>
    rolesNamed(asked, upper).map((other) => ({ lower: one, upper: other })),
  )
  const found = pairs.find(isTrue)
  const pair = found ?? pairs.at(0)
  return pair && { ...pair, answer: found !== undefined }
}

const isPerson = (asked: Asked, slot: string): boolean => asked.named(slot)?.kind === 'person'

/**
 * Whether one reports to another with nobody in between: for two people past vacant roles, as {@link reportsOfPerson} counts. With
 * `'head'` the boss of a unit is its head.
 */
export function isDirectReport(
  asked: Asked,
  lower: string,
  upper: string,
  bossOfUnit?: 'head',
): Reply | undefined {
  const { org } = asked
  if (isPerson(asked, lower) && isPerson(asked, upper)) return isReportOfPerson(asked, lower, upper)
  if (bossOfUnit === 'head' && asked.named(lower)?.kind === 'unit') return isHead(asked, lower, upper)
  const pair = pairOf(asked, lower, upper, (one) => managerOf(org, one.lower) === one.upper)
  if (pair === undefined) return undefined
  const { answer } = pair
  const lines = linesOf(org, pair.lower)
  const isFurther = isAbove(org, pair.upper, pair.lower)
  const path = isFurther ? (reportingPathBetween(org, pair.lower, pair.upper)?.roles ?? []) : []
  const reports = reportsText(asked, titleAs(asked, lower, pair.lower), pair.lower)
  return {
    query: 'directReportsOf',
    arguments: [pair.upper],
    part: ['includes', pair.lower],
    answer,
    because: isFurther ? linesUp(org, path) : linesAsReasons(lines),
    text: answer
      ? `Yes: ${reports}.`
      : `No: ${reports}${furtherText(asked, upper, pair, path.slice(1, -1))}.`,
  }
}

/** How else an upper role that is not the manager of a lower one is related to it. */
function furtherText(asked: Asked, upper: string, pair: Pair, through: readonly string[]): string {
  const title = titleAs(asked, upper, pair.upper)
  if (through.length > 0) return `; ${title} is above, through ${asked.titles(through)}`
  if (linesOf(asked.org, pair.lower, { lines: 'dotted' }).some(({ to }) => to === pair.upper))
    return `, and to ${title} only by a dotted line`
  return isAbove(asked.org, pair.lower, pair.upper) ? `; ${title} is below` : ''
}

function isReportOfPerson(asked: Asked, lower: string, upper: string): Reply {
  const { org } = asked
  const [report, boss] = [asked.id(lower), asked.id(upper)]
  const answer = reportsOfPerson(org, boss).includes(report)
  const further = isPersonAbove(org, boss, report)
    ? `; ${asked.titleOf(upper)} is further up`
    : isPersonAbove(org, report, boss)
      ? `; ${asked.titleOf(upper)} is below`
      : ''
  return {
    query: 'reportsOfPerson',
    arguments: [boss],
    part: ['includes', report],
    answer,
    because: linesOfPerson(org, report),
    text: `${answer ? 'Yes' : 'No'}: ${asked.person(report)} ${managerText(asked, report)}${answer ? '' : further}.`,
  }
}

function isHead(asked: Asked, unit: string, upper: string): Reply | undefined {
  const head = headOf(asked.org, asked.id(unit))
  if (head === undefined) return undefined
  const answer = rolesNamed(asked, upper).includes(head)
  return {
    query: 'headOf',
    arguments: [asked.id(unit)],
    part: ['is', rolesNamed(asked, upper)[0] ?? ''],
    answer,
    text: `${answer ? 'Yes' : 'No'}: ${asked.titleOf(unit)} is headed by ${withHolders(asked, head)}.`,
  }
}

/** Whether one is above another, but not directly. */
export function isIndirectReport(asked: Asked, lower: string, upper: string): Reply | undefined {
  const { org } = asked
  const pair = pairOf(
    asked,
    lower,
    upper,
    (one) => isAbove(org, one.upper, one.lower) && managerOf(org, one.lower) !== one.upper,
  )
  if (pair === undefined) return undefined
  const path = reportingPathBetween(org, pair.lower, pair.upper)?.roles ?? []
  const reports = reportsText(asked, titleAs(asked, lower, pair.lower), pair.lower)
  return {
    query: 'transitiveReportsOf',
    arguments: [pair.upper],
    part: ['indirect', pair.lower],
    answer: pair.answer,
    because: pair.answer ? linesUp(org, path) : linesAsReasons(linesOf(org, pair.lower)),
    text: pair.answer
      ? `Yes: ${reports}${furtherText(asked, upper, pair, path.slice(1, -1))}.`
      : `No: ${reports}${managerOf(org, pair.lower) === pair.upper ? ', directly' : ''}.`,
  }
}

/** Whether one is the manager of the manager of another. */
export function isSkipLevel(asked: Asked): Reply | undefined {
  const { org } = asked
  const pair = pairOf(asked, 'who2', 'who1', ({ lower, upper }) => skipLevelManagerOf(org, lower) === upper)
  if (pair === undefined) return undefined
  const [manager, second] = [managerOf(org, pair.lower), skipLevelManagerOf(org, pair.lower)]
  const path = [pair.lower, manager, second].filter((role) => role !== undefined)
  const whom = second === undefined ? 'nobody' : withHolders(asked, second)
  return {
    query: 'skipLevelManagerOf',
    arguments: [pair.lower],
    part: ['is', pair.upper],
    answer: pair.answer,
    because: linesUp(org, path),
    text: `${pair.answer ? 'Yes' : 'No'}: the manager of the manager of ${titleAs(asked, 'who2', pair.lower)} is ${whom}.`,
  }
}

/** Whether one is in the team of another: a member of a unit, or a direct report. */
export function isOnTeam(asked: Asked): Reply | undefined {
  if (asked.named('who2')?.kind !== 'unit') return isDirectReport(asked, 'who1', 'who2')
  const [unit, options] = [asked.id('who2'), { nested: true }]
  const members = membersOf(asked.org, unit, options)
  const roles = rolesNamed(asked, 'who1')
  const role = roles.find((one) => members.includes(one)) ?? roles.at(0)
  if (role === undefined) return undefined
  const answer = members.includes(role)
  return {
    query: 'membersOf',
    arguments: [unit, options],
    part: ['includes', role],
    answer,
    text: `${answer ? 'Yes' : 'No'}: ${titleAs(asked, 'who1', role)} is ${answer ? '' : 'not '}in ${asked.titleOf('who2')}.`,
  }
}

/** Whether one reports to another by a dotted line. */
export function isDottedReport(asked: Asked, lower: string, upper: string): Reply | undefined {
  const { org } = asked
  const dotted = (role: string) => linesOf(org, role, { lines: 'dotted' })
  const pair = pairOf(asked, lower, upper, (one) => dotted(one.lower).some(({ to }) => to === one.upper))
  if (pair === undefined) return undefined
  const { answer } = pair
  const lines = dotted(pair.lower).filter(({ to }) => to === pair.upper)
  const [first, second] = [titleAs(asked, lower, pair.lower), titleAs(asked, upper, pair.upper)]
  const name = lines.find(({ as }) => as !== undefined)?.as
  const isSolid = managerOf(org, pair.lower) === pair.upper
  return {
    query: 'directReportsOf',
    arguments: [pair.upper, { lines: 'dotted' }],
    part: ['includes', pair.lower],
    answer,
    because: linesAsReasons(answer ? lines : linesOf(org, pair.lower, { lines: 'all' })),
    text: answer
      ? `Yes: ${first} reports to ${second} by a dotted line${name === undefined ? '' : ` (${name})`}.`
      : `No: ${first} reports to ${second} ${isSolid ? 'by a solid line' : 'neither by a dotted line nor directly'}.`,
  }
}

/** Whether two are peers: they hold a role together, or their roles have the same manager. */
export function arePeers(asked: Asked): Reply | undefined {
  const { org } = asked
  if (isPerson(asked, 'who1') && isPerson(asked, 'who2')) {
    const shared = areShared(asked, 'who1', 'who2')
    if (shared === undefined || shared.answer === true) return shared
  }
  const pair = pairOf(asked, 'who1', 'who2', ({ lower, upper }) => peersOf(org, lower).includes(upper))
  if (pair === undefined || pair.lower === pair.upper) return undefined
  const { answer } = pair
  const first = titleAs(asked, 'who1', pair.lower)
  const second = titleAs(asked, 'who2', pair.upper)
  return {
    query: 'peersOf',
    arguments: [pair.lower],
    part: ['includes', pair.upper],
    answer,
    because: linesAsReasons([...linesOf(org, pair.lower), ...linesOf(org, pair.upper)]),
    text: answer
      ? `Yes: ${reportsText(asked, `${first} and ${second} both`, pair.lower, 'report')}.`
      : `No: ${reportsText(asked, first, pair.lower)}, and ${reportsText(asked, second, pair.upper)}.`,
  }
}

/** Whether two have the same manager: two people the same person, past vacant roles. */
export function haveSameManager(asked: Asked): Reply | undefined {
  const { org } = asked
  const [first, second] = [asked.id('who1'), asked.id('who2')]
  if (!isPerson(asked, 'who1') || !isPerson(asked, 'who2')) return arePeers(asked)
  if (first === second) return undefined
  const managers = managersOfPerson(org, first)
  const common = managers.find((manager) => reportsOfPerson(org, manager).includes(second))
  const manager = common ?? managers.at(0)
  // Without names for its holders, the manager is known as a role.
  if (manager === undefined) return arePeers(asked)
  const answer = common !== undefined
  const both = [first, second].map((person) => `${asked.person(person)} ${managerText(asked, person)}`)
  return {
    query: 'reportsOfPerson',
    arguments: [manager],
    part: ['includes', second],
    answer,
    because: [...linesOfPerson(org, first), ...linesOfPerson(org, second)],
    text: `${answer ? 'Yes' : 'No'}: ${both.join(', and ')}.`,
  }
}

/** Whether two people hold a role together. */
export function areShared(asked: Asked, slot1: string, slot2: string): Reply | undefined {
  const { org } = asked
  const [first, second] = [asked.id(slot1), asked.id(slot2)]
  if (first === second) return undefined
  const roles = rolesHeldBy(org, first)
  const shared = roles.find((role) => holdersOf(org, role).includes(second))
  const role = shared ?? roles.at(0)
  if (role === undefined) return undefined
  const answer = shared !== undefined
  const holds = (person: string): string =>
    `${asked.person(person)} holds ${asked.titles(rolesHeldBy(org, person), 'no role')}`
  return {
    query: 'holdersOf',
    arguments: [role],
    part: ['includes', second],
    answer,
    text: answer
      ? `Yes: ${asked.people([first, second])} share ${asked.title(role)}.`
      : `No: ${holds(first)}, and ${holds(second)}.`,
  }
}
