import { careerPath, counted, type Org, reportingPathBetween, roleOf, visible } from '../../internal.js'
import { type Call, type Command } from '../call.js'
import { CommandError, EXIT } from '../exit-code.js'
import { namedRole } from '../reading/named-role.js'
import { soundChart } from '../reading/sound-chart.js'
import { jsonText } from '../terminal-text.js'
import { choice } from '../choice.js'

/** The career path from one role to another, or the path along reporting lines. */
export const path: Command = async (call) => {
  const { words, options, world } = call
  const { org } = await soundChart(words[0], call)
  const [from, to] = [namedRole(org, words[1]), namedRole(org, words[2])]
  const isReporting = options.isOn('reporting')
  if (isReporting && (options.isGiven('by') || options.isGiven('avoid')))
    throw new CommandError('--by and --avoid are for career paths', 'Leave out --reporting, or these.')
  if (!isReporting && options.isGiven('lines'))
    throw new CommandError('--lines is for reporting paths', 'Add --reporting, or leave out --lines.')
  const isJson = choice(call, 'format', ['text', 'json'], 'text') === 'json'
  const found = isReporting ? reportingText(call, org, from, to) : careerText(call, org, from, to)
  const kind = isReporting ? 'reporting' : 'career'
  if (isJson) world.output.write(`${jsonText({ kind, from, to, path: found?.data ?? null })}\n`)
  else if (found !== undefined) world.output.write(found.lines.map((line) => `${visible(line)}\n`).join(''))
  else world.errors.write(`rolegraph: no ${kind} path leads from '${visible(from)}' to '${visible(to)}'\n`)
  return found === undefined ? EXIT.findings : EXIT.sound
}

interface Found {
  readonly lines: readonly string[]
  readonly data: object
}

const BY = Object.freeze(['steps', 'years'] as const)

function careerText(call: Call, org: Org, from: string, to: string): Found | undefined {
  const by = choice(call, 'by', BY, 'steps')
  const avoid = call.options.list('avoid').map((words) => namedRole(org, words))
  const found = careerPath(org, from, to, { by, avoid })
  if (found === undefined) return undefined
  const years = found.years === undefined ? '' : `, ${rangeText(found.years)} years`
  const unstated =
    found.yearsUnknown > 0 && found.years !== undefined
      ? ` and the years of ${counted(found.yearsUnknown, 'move')} that are not stated`
      : ''
  return {
    lines: [
      nameOf(org, from),
      ...found.moves.map((move) => {
        const facts = [
          ...(move.kind === 'advancement' ? [] : [move.kind]),
          ...(move.years === undefined ? [] : [`${rangeText(move.years)} years`]),
          ...move.conditions,
        ]
        return `→ ${nameOf(org, move.to)}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`
      }),
      `${counted(found.moves.length, 'move')}${years}${unstated}`,
    ],
    data: found,
  }
}

function reportingText(call: Call, org: Org, from: string, to: string): Found | undefined {
  const lines = choice(call, 'lines', ['solid', 'dotted', 'all'], 'solid')
  const found = reportingPathBetween(org, from, to, { lines })
  if (found === undefined) return undefined
  return {
    lines: [
      nameOf(org, found.roles[0]),
      ...found.up.slice(1).map((role) => `↑ ${nameOf(org, role)}`),
      ...(found.up.at(-1) === found.apex || found.up.length === 0 ? [] : [`↑ ${nameOf(org, found.apex)}`]),
      ...found.down.filter((role) => role !== found.apex).map((role) => `↓ ${nameOf(org, role)}`),
    ],
    data: found,
  }
}

function rangeText([min, max]: readonly [number, number]): string {
  if (max === Infinity) return `${min} or more`
  return min === max ? String(min) : `${min}–${max}`
}

function nameOf(org: Org, role: string): string {
  const { title } = roleOf(org, role)
  return title === role ? role : `${title} (${role})`
}
