import type { Call, Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import { soundChart } from '../reading/sound-chart.js'
import { documentText, WRITTEN } from '../writing/document-text.js'
import { EXPORT_NAMES, exportNamed, exportText } from '../writing/exports.js'
import { writeAnswer } from '../writing/write-answer.js'
import { choice } from '../choice.js'

/** Writes a chart of any format as an org document, or in a format of others; a history stays a history in a document, unless a date is asked for. */
export const convert: Command = async (call: Call) => {
  const { words, options, world } = call
  const { org, history } = await soundChart(words[0], call)
  const output = options.text('output') ?? ''
  const likely = exportNamed(output) ?? (/\.ya?ml$/i.test(output) ? 'yaml' : 'json')
  const format = choice(call, 'to', [...WRITTEN, ...EXPORT_NAMES], likely)
  if (format !== 'json' && format !== 'yaml') {
    writeAnswer(call, exportText(org, format, world))
    return EXIT.sound
  }
  const kept = options.text('on') === undefined ? history : undefined
  writeAnswer(call, await documentText({ org, history: kept }, { format, indent: '  ' }, world))
  return EXIT.sound
}
