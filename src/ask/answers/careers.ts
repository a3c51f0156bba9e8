import {
  type CareerPath,
  type CareerPathOptions,
  careerGap,
  careerPath,
  careerPaths,
  deadEndsOf,
  entryRolesOf,
  feedersOf,
  ladderOf,
  type Move,
  nextStepsOf,
  oneLine,
  reachableFrom,
  roleOf,
  rolesOf,
} from '../../internal.js'
import { type Asked, type Because, list, type Reply } from '../asked.js'

const movesAsReasons = (moves: readonly Move[]): Because[] => moves.map((move) => ({ kind: 'move', move }))

/** How many paths are looked at for one that passes a role. */
const MOST_PATHS = 2000

function yearsText(years: CareerPath['years']): string {
  if (years === undefined) return ''
  const [min, max] = years
  if (max === Infinity) return `${String(min)} years or more`
  return min === max
    ? `${String(min)} ${min === 1 ? 'year' : 'years'}`
    : `${String(min)} to ${String(max)} years`
}

function pathText(asked: Asked, found: CareerPath): string {
  const steps = found.moves.length
  const years = found.years === undefined || steps === 0 ? '' : `, ${yearsText(found.years)}`
  const unknown =
    found.yearsUnknown > 0 && found.years !== undefined && steps > 0 ? ' and moves without stated years' : ''
  return `${found.roles.map((role) => asked.title(role)).join(' → ')} (${String(steps)} ${steps === 1 ? 'move' : 'moves'}${years}${unknown}).`
}

/** The best path by steps or years, without one role, through another. */
export function path(asked: Asked, by: 'steps' | 'years'): Reply | undefined {
  const { org } = asked
  const [from, to] = [asked.id('role1'), asked.id('role2')]
  const avoid = ['role3', 'role4'].flatMap((slot) => asked.named(slot)?.id ?? [])
  const via = asked.named('role5')?.id
  const options: CareerPathOptions = { ...(by === 'years' && { by }), ...(avoid.length > 0 && { avoid }) }
  const given = Object.keys(options).length === 0 ? [] : [options]
  const none = `No career path leads from ${asked.titleOf('role1')} to ${asked.titleOf('role2')}`
  if (via === undefined) {
    const answer = careerPath(org, from, to, options)
    return {
      query: 'careerPath',
      arguments: [from, to, ...given],
      answer,
      because: movesAsReasons(answer?.moves ?? []),
      text:
        answer === undefined
          ? `${none}${avoid.length === 0 ? '' : ` without ${asked.titles(avoid)}`}.`
          : pathText(asked, answer),
    }
  }
  let looked = 0
  for (const answer of careerPaths(org, from, to, options)) {
    if (++looked > MOST_PATHS) return undefined
    if (!answer.roles.includes(via)) continue
    return {
      query: 'careerPaths',
      arguments: [from, to, ...given],
      part: ['through', via],
      answer,
      because: movesAsReasons(answer.moves),
      text: pathText(asked, answer),
    }
  }
  return {
    query: 'careerPaths',
    arguments: [from, to, ...given],
    part: ['through', via],
    answer: undefined,
    text: `${none} through ${asked.title(via)}.`,
  }
}

export function pathLength(asked: Asked, by: 'steps' | 'years'): Reply {
  const [from, to] = [asked.id('role1'), asked.id('role2')]
  const given = by === 'years' ? [{ by }] : []
  const found = careerPath(asked.org, from, to, { by })
  const answer = by === 'years' ? found?.years : found?.moves.length
  return {
    query: 'careerPath',
    arguments: [from, to, ...given],
    part: by === 'years' ? ['years'] : ['moves', 'length'],
    answer,
    because: movesAsReasons(found?.moves ?? []),
    text:
      found === undefined
        ? `No career path leads from ${asked.titleOf('role1')} to ${asked.titleOf('role2')}.`
        : pathText(asked, found),
  }
}

export function next(asked: Asked): Reply {
  const role = asked.id('role')
  const answer = nextStepsOf(asked.org, role)
  return {
    query: 'nextStepsOf',
    arguments: [role],
    answer,
    because: movesAsReasons(answer),
    text: `After ${asked.titleOf('role')}: ${list(answer, (move) => moveText(asked, move, move.to), 'no move is on the chart')}.`,
  }
}

export function feeders(asked: Asked): Reply {
  const role = asked.id('role')
  const answer = feedersOf(asked.org, role)
  return {
    query: 'feedersOf',
    arguments: [role],
    answer,
    because: movesAsReasons(answer),
    text: `Moves to ${asked.titleOf('role')} come from: ${list(answer, (move) => moveText(asked, move, move.from), 'no role')}.`,
  }
}

function moveText(asked: Asked, { hedge, years, kind }: Move, role: string): string {
  const facts = [kind === 'advancement' ? '' : kind, yearsText(years), hedge ?? ''].filter(
    (fact) => fact !== '',
  )
  return facts.length === 0 ? asked.title(role) : `${asked.title(role)} (${facts.join(', ')})`
}

export function gap(asked: Asked): Reply {
  const [from, to] = [asked.id('role1'), asked.id('role2')]
  const answer = careerGap(asked.org, from, to)
  const names = (label: string, needed: readonly { readonly name: string }[]): string[] =>
    needed.length === 0 ? [] : [`${label} ${list(needed, ({ name }) => name, '')}`]
  const facts =
    answer === undefined
      ? []
      : [
          ...(answer.minYears === undefined ? [] : [`${String(answer.minYears)} years of experience`]),
          ...names('certifications:', answer.certifications),
          ...names('skills:', answer.skills),
          ...names(
            'conditions:',
            answer.conditions.map(({ condition }) => ({ name: condition })),
          ),
        ]
  const subject = `from ${asked.titleOf('role1')} to ${asked.titleOf('role2')}`
  return {
    query: 'careerGap',
    arguments: [from, to],
    answer,
    because: movesAsReasons(answer?.path.moves ?? []),
    text:
      answer === undefined
        ? `No career path leads ${subject}.`
        : `Missing ${subject}: ${facts.length === 0 ? 'nothing that the chart states' : facts.join('; ')}.`,
  }
}

export function reachable(asked: Asked): Reply {
  const role = asked.id('role')
  const answer = reachableFrom(asked.org, role)
  return {
    query: 'reachableFrom',
    arguments: [role],
    answer,
    text: `From ${asked.titleOf('role')} careers lead to: ${asked.titles(answer, 'no other role')}.`,
  }
}

export function ladder(asked: Asked): Reply | undefined {
  const written = asked
    .text('family')
    .toLowerCase()
    .replace(/^(the|our) /, '')
    .replace(/ family$/, '')
  const family = rolesOf(asked.org)
    .map((role) => roleOf(asked.org, role).family)
    .find((name) => name?.toLowerCase() === written)
  if (family === undefined) return undefined
  const answer = ladderOf(asked.org, family)
  return {
    query: 'ladderOf',
    arguments: [family],
    answer,
    because: movesAsReasons(answer.moves),
    text: `The ladder of ${family}, lowest first: ${answer.rungs.map((rung) => rung.map((role) => asked.title(role)).join(' or ')).join(' → ')}.`,
  }
}

export function entries(asked: Asked): Reply {
  const answer = entryRolesOf(asked.org)
  return {
    query: 'entryRolesOf',
    arguments: [],
    answer,
    text: `Careers begin at: ${asked.titles(answer, 'no role')}.`,
  }
}

export function deadEnds(asked: Asked): Reply {
  const answer = deadEndsOf(asked.org)
  return {
    query: 'deadEndsOf',
    arguments: [],
    answer,
    text: `No career move leads on from: ${asked.titles(answer, 'no role')}.`,
  }
}

/** What a role requires, as a list: skills or certifications. */
export function requirements(asked: Asked, part: 'skills' | 'certifications'): Reply {
  const role = asked.id('post')
  const answer = roleOf(asked.org, role)[part]
  return {
    query: 'roleOf',
    arguments: [role],
    part: [part],
    answer,
    text:
      answer.length === 0
        ? `The chart names no ${part} for ${asked.titleOf('post')}.`
        : `The ${part} of ${asked.titleOf('post')}: ${list(answer, oneLine, '')}.`,
  }
}
