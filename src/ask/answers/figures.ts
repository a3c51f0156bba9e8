import {
  checkOrg,
  crossCheck,
  headcountOf,
  type Issue,
  isRole,
  layerOf,
  type Measure,
  roleOf,
  rolesOf,
  type RollUp,
  rollUp,
  seatsOf,
  spansAndLayers,
} from '../../internal.js'
import { type Asked, type Because, countedIs, list, type Reply } from '../asked.js'

const issuesAsReasons = (issues: readonly Issue<string>[]): Because[] =>
  issues.map((issue) => ({ kind: 'issue', issue }))

const NOUNS = { cost: 'cost', fte: 'FTE' } as const

const OF_ITSELF = /^an?\s|\s(role|position|post|job)$/i

/** ` 2 roles are without a figure.`, behind a sum over roles. */
export function without(missing: number): string {
  return missing === 0 ? '' : ` ${countedIs(missing, 'role')} without a figure.`
}

/** The sum of a figure over the chart, a role and everyone below it, or a unit and its parts. */
export function total(
  asked: Asked,
  measure: Extract<Measure, string> & keyof typeof NOUNS,
): Reply | undefined {
  const sums = rollUp(asked.org, measure)
  const named = asked.named('who')
  const place = asked.place('who')
  const noun = NOUNS[measure]
  const base = { query: 'rollUp', arguments: [measure] }
  if (named === undefined) {
    const text = `The ${noun} of the whole chart adds up to ${String(sums.total)}.${without(sums.missing)}`
    return { ...base, part: ['total'], answer: sums.total, text }
  }
  if (place === undefined) return undefined
  // The cost of a position, or of a controller, is its own.
  if (named.kind === 'role' && OF_ITSELF.test(asked.text('who'))) {
    const own = roleOf(asked.org, place)[measure]
    if (own === undefined) return undefined
    const text = `The ${noun} of ${asked.titleOf('who')} is ${String(own)}.`
    return { query: 'roleOf', arguments: [place], part: [measure], answer: own, text }
  }
  const isUnit = named.kind === 'unit'
  const lacking = rollUp(asked.org, (role) => (role[measure] === undefined ? 1 : 0))
  const sumOf = (figures: RollUp): number => (isUnit ? figures.ofUnit(place) : figures.of(place))
  const answer = sumOf(sums)
  const whole = isUnit
    ? `${asked.titleOf('who')} and its parts`
    : `${asked.titleOf('who')} and everyone below`
  return {
    ...base,
    part: [isUnit ? 'ofUnit' : 'of', place],
    answer,
    text: `The ${noun} of ${whole} adds up to ${String(answer)}.${without(sumOf(lacking))}`,
  }
}

export function headcount(asked: Asked): Reply | undefined {
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = headcountOf(asked.org, place)
  return {
    query: 'headcountOf',
    arguments: [place],
    answer,
    text: `${countedIs(answer, 'person', 'people')} in the organization of ${asked.titleOf('who')}.`,
  }
}

export function seats(asked: Asked): Reply | undefined {
  const named = asked.named('who')
  const place = asked.place('who')
  if (named !== undefined && place === undefined) return undefined
  const answer = seatsOf(asked.org, place)
  return {
    query: 'seatsOf',
    arguments: place === undefined ? [] : [place],
    answer,
    text: `${countedIs(answer, 'seat')} filled${named === undefined ? '' : ` in the organization of ${asked.titleOf('who')}`}.`,
  }
}

export function layer(asked: Asked): Reply | undefined {
  const place = asked.place('who')
  if (place === undefined) return undefined
  const answer = layerOf(asked.org, place)
  return {
    query: 'layerOf',
    arguments: [place],
    answer,
    text:
      answer === undefined
        ? `${asked.titleOf('who')} has no layer: it is in or below a cycle.`
        : `${asked.titleOf('who')} is in layer ${String(answer)}; the top is layer 1.`,
  }
}

export function grade(asked: Asked): Reply | undefined {
  const place = asked.named('who')?.kind === 'unit' ? undefined : asked.place('who')
  if (place === undefined) return undefined
  const answer = roleOf(asked.org, place).grade
  return {
    query: 'roleOf',
    arguments: [place],
    part: ['grade'],
    answer,
    because: answer === undefined ? [] : [{ kind: 'grade', role: place, grade: answer }],
    text: `${asked.titleOf('who')} has ${answer === undefined ? 'no grade on the chart' : `grade ${String(answer)}`}.`,
  }
}

export function layers(asked: Asked): Reply {
  const { layers: answer } = spansAndLayers(asked.org)
  return {
    query: 'spansAndLayers',
    arguments: [],
    part: ['layers'],
    answer,
    text: `The chart has ${String(answer)} ${answer === 1 ? 'layer' : 'layers'}.`,
  }
}

export function shape(asked: Asked): Reply {
  const answer = spansAndLayers(asked.org)
  return {
    query: 'spansAndLayers',
    arguments: [],
    answer,
    text:
      `The chart has ${String(answer.roles)} roles in ${String(answer.layers)} layers; ${String(answer.managers)} managers have ` +
      `${String(Math.round(answer.averageSpan * 100) / 100)} direct reports on average, at most ${String(answer.widestSpan)}.`,
  }
}

export function problems(asked: Asked, codes: readonly string[] | undefined): Reply {
  const { issues } = checkOrg(asked.org)
  const answer = codes === undefined ? issues : issues.filter(({ code }) => codes.includes(code))
  const noun = codes === undefined ? 'problem' : 'cycle'
  return {
    query: 'checkOrg',
    arguments: [],
    part: ['issues', ...(codes ?? [])],
    answer,
    because: issuesAsReasons(answer),
    text:
      answer.length === 0
        ? `The chart has no ${noun}s.`
        : `The chart has ${String(answer.length)} ${answer.length === 1 ? noun : `${noun}s`}: ${list(answer, ({ message }) => message, '')}.`,
  }
}

export const CYCLES = ['REPORTING_CYCLE', 'SELF_REPORT']

export function exists(asked: Asked): Reply {
  const role = asked.id('post')
  return {
    query: 'isRole',
    arguments: [role],
    answer: isRole(asked.org, role),
    text: `Yes: ${asked.titleOf('post')} is a role on the chart.`,
  }
}

export function roleCount(asked: Asked): Reply {
  const answer = rolesOf(asked.org).length
  return {
    query: 'rolesOf',
    arguments: [],
    part: ['length'],
    answer,
    text: `The chart has ${String(answer)} ${answer === 1 ? 'role' : 'roles'}.`,
  }
}

export function allRoles(asked: Asked): Reply {
  const answer = rolesOf(asked.org)
  return { query: 'rolesOf', arguments: [], answer, text: `Roles: ${asked.titles(answer, 'none')}.` }
}

/** Where careers contradict grades and lines. */
export function contradictions(asked: Asked): Reply {
  const answer = crossCheck(asked.org)
  return {
    query: 'crossCheck',
    arguments: [],
    answer,
    because: issuesAsReasons(answer),
    text:
      answer.length === 0
        ? 'Careers do not contradict grades or reporting lines.'
        : `Careers, grades and reporting lines contradict each other: ${list(answer, ({ message }) => message, '')}.`,
  }
}
