import {
  assignmentsOf,
  directReportsOf,
  headOf,
  isPerson,
  isUnit,
  layerOf,
  linesOf,
  managementChainOf,
  membersOf,
  nextStepsOf,
  type Org,
  organizationSizeOf,
  personOf,
  roleOf,
  rolesOf,
  unitOf,
  visible,
} from '../../internal.js'
import type { Call, Command } from '../call.js'
import { CommandError, EXIT } from '../exit-code.js'
import { reportLostParts } from '../reading/lost-parts.js'
import { readChart } from '../reading/read-chart.js'
import { namedRole } from '../reading/named-role.js'
import { readingOptions } from '../reading/reading-options.js'
import { requireUsed } from '../reading/used-options.js'
import { soundChart } from '../reading/sound-chart.js'
import { jsonText } from '../terminal-text.js'
import { textPicture } from '../writing/text-picture.js'
import { stableLines } from '../writing/stable-lines.js'
import { choice } from '../choice.js'

/** Shows a chart as a tree, or what is known of one role or unit. */
export const show: Command = async (call) => {
  const { words, options, world } = call
  refuseUnused(call)
  if (options.isOn('stable')) return showStable(call)
  const { org } = await soundChart(words[0], call)
  const isJson = choice(call, 'format', ['text', 'json'], 'text') === 'json'
  if (words.length > 1) {
    const facts = factsOf(org, namedRole(org, words[1]))
    world.output.write(isJson ? `${jsonText(Object.fromEntries(facts))}\n` : factsText(withNames(org, facts)))
    return EXIT.sound
  }
  if (isJson) {
    world.output.write(`${jsonText({ roles: rolesOf(org) })}\n`)
    return EXIT.sound
  }
  const depth = options.wholeNumber('depth')
  world.output.write(`${await textPicture(org, depth === undefined ? {} : { depth })}\n`)
  return EXIT.sound
}

/** Options that would change nothing are mistakes. */
function refuseUnused({ words, options }: Call): void {
  const refuse = (what: string): never => {
    throw new CommandError(`${what} of show exclude each other`, 'Leave one of them out.')
  }
  if (options.isOn('stable') && words.length > 1) refuse('--stable and a role')
  if (options.isOn('stable') && options.isGiven('format')) refuse('--stable and --format')
  if (options.isGiven('depth') && words.length > 1) refuse('--depth and a role')
  if (options.isGiven('depth') && options.isOn('stable')) refuse('--depth and --stable')
  if (options.isGiven('depth') && options.text('format') === 'json') refuse('--depth and --format json')
}

/** For git, which shows the differences of what it prints: always something, also of a file that is broken. */
async function showStable(call: Call): Promise<number> {
  const { words, world } = call
  const options = readingOptions(call)
  const chart = await readChart(words[0], options, world)
  requireUsed([chart], options)
  const { org, bytes } = chart
  if (call.options.isOn('lenient') && org !== undefined) reportLostParts(chart, call)
  if (org === undefined) world.output.write(new TextDecoder().decode(bytes))
  else
    world.output.write(
      stableLines(org)
        .map((line) => `${line}\n`)
        .join(''),
    )
  return EXIT.sound
}

type Facts = readonly (readonly [name: string, value: string | number | readonly string[]])[]

function factsOf(org: Org, id: string): Facts {
  const facts: (readonly [string, string | number | readonly string[] | undefined])[] = []
  if (isUnit(org, id)) {
    const unit = unitOf(org, id)
    facts.push(['unit', id], ['title', unit?.title], ['part of', unit?.partOf], ['head', headOf(org, id)])
    facts.push(['members', membersOf(org, id)])
  } else {
    const { title, holders, unit, grade, family, status, certifications, skills, vacant } = roleOf(org, id)
    const lines = linesOf(org, id, { lines: 'all' })
    const dotted = lines.filter(({ kind }) => kind === 'dotted').map(({ to }) => to)
    facts.push(['role', id], ['title', title === id ? undefined : title])
    facts.push(['holders', holders], ['vacant', vacant ? 'yes' : undefined], ['status', status])
    facts.push(['unit', unit], ['family', family], ['grade', grade], ['layer', layerOf(org, id)])
    facts.push(['management chain', managementChainOf(org, id)], ['dotted managers', dotted])
    facts.push(['direct reports', directReportsOf(org, id)], ['roles in all', organizationSizeOf(org, id)])
    facts.push(['next steps', nextStepsOf(org, id).map(({ to }) => to)])
    facts.push(['certifications', certifications], ['skills', skills])
  }
  return facts.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  )
}

/** For a person: the holders of a role by name, each with the share and the kind of the assignment. */
function withNames(org: Org, facts: Facts): Facts {
  const role = new Map(facts).get('role')
  if (typeof role !== 'string') return facts
  const holders = assignmentsOf(org, { role }).map(({ person, share, kind, from, to }) => {
    const name = isPerson(org, person) ? personOf(org, person).name : person
    const terms = [
      ...(share === undefined ? [] : [`${Math.round(share * 10_000) / 100} %`]),
      ...(kind === 'permanent' ? [] : [kind]),
      ...(from === undefined ? [] : [`from ${from}`]),
      ...(to === undefined ? [] : [`until ${to}`]),
    ]
    const named = name === person ? name : `${name} (${person})`
    return terms.length === 0 ? named : `${named}, ${terms.join(', ')}`
  })
  return facts.map(([name, value]) => (name === 'holders' ? [name, [holders.join('; ')]] : [name, value]))
}

function factsText(facts: Facts): string {
  const shown = facts.filter(([, value]) => !Array.isArray(value) || value.length > 0)
  const width = Math.max(...shown.map(([name]) => name.length))
  const text = (value: Facts[number][1]): string =>
    typeof value === 'object' ? value.join(', ') : String(value)
  return shown.map(([name, value]) => `${name.padEnd(width)}  ${visible(text(value))}\n`).join('')
}
