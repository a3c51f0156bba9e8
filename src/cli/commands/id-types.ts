import { peopleOf, rolesOf, unitsOf, visible } from '../../internal.js'
import type { Command } from '../call.js'
import { CommandError, EXIT } from '../exit-code.js'
import { soundChart } from '../reading/sound-chart.js'
import { refuseInput, writeAnswer } from '../writing/write-answer.js'

/** Writes a TypeScript declaration of the ids of a chart, so that a typo in one does not compile. */
export const idTypes: Command = async (call) => {
  const { words, options } = call
  refuseInput(call, options.text('output'))
  const { org, name: file } = await soundChart(words[0], call)
  const name = options.text('name') ?? 'Chart'
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
    throw new CommandError(`--name is '${visible(name)}'; it can be the name of a type, such as Office`)
  }
  const people = options.isOn('people') ? union(peopleOf(org)) : ' string'
  const lines = [
    `// The ids of ${visible(file)}, written by rolegraph types. Write it again when the chart changes.`,
    "import type { Org } from 'rolegraph'",
    '',
    `export type ${name}Role =${union(rolesOf(org))}`,
    `export type ${name}Unit =${union(unitsOf(org))}`,
    `export type ${name}Person =${people}`,
    `export type ${name} = Org<${name}Role, ${name}Unit, unknown, ${name}Person>`,
  ]
  writeAnswer(call, `${lines.join('\n')}\n`)
  return EXIT.sound
}

/** A union of literals, one on each line, so that a diff shows the ids that came and went. */
function union(ids: readonly string[]): string {
  if (ids.length === 0) return ' never'
  return ids.map((id) => `\n  | ${literal(id)}`).join('')
}

function literal(id: string): string {
  return JSON.stringify(id).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    },
  )
}
