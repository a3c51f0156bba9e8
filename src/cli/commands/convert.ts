import type { Call, Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import { soundChart } from '../reading/sound-chart.js'
import { EXPORT_FORMATS, exportedText, isExportFormat } from '../writing/exported-text.js'
import { documentText, WRITTEN } from '../writing/document-text.js'
import { writeAnswer } from '../writing/write-answer.js'
import { choice } from '../choice.js'

/**
 * Writes a chart of any format as an org document, or in a format of other programs. A history stays one in a document, unless a date is
 * asked for.
 */
export const convert: Command = async (call: Call) => {
  const { words, options, world } = call
  const { org, history } = await soundChart(words[0], call)
  const output = options.text('output') ?? ''
  const likely = /\.csv$/i.test(output) ? 'csv' : /\.ya?ml$/i.test(output) ? 'yaml' : 'json'
  const format = choice(call, 'to', [...WRITTEN, ...EXPORT_FORMATS], likely)
  if (isExportFormat(format)) {
    writeAnswer(call, exportedText(org, format, call))
    return EXIT.sound
  }
  const kept = options.text('on') === undefined ? history : undefined
  writeAnswer(call, await documentText({ org, history: kept }, { format, indent: '  ' }, world))
  return EXIT.sound
}
