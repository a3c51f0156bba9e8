import type { Call, Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import { soundChart } from '../reading/sound-chart.js'
import { documentText } from '../writing/document-text.js'
import { exportNamed, exportText, WRITTEN } from '../writing/exports.js'
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
  const likely = exportNamed(output) ?? (/\.ya?ml$/i.test(output) ? 'yaml' : 'json')
  const format = choice(call, 'to', WRITTEN, likely)
  if (format !== 'json' && format !== 'yaml') {
    writeAnswer(call, await exportText(org, format, world))
    return EXIT.sound
  }
  const kept = options.text('on') === undefined ? history : undefined
  writeAnswer(call, await documentText({ org, history: kept }, { format, indent: '  ' }))
  return EXIT.sound
}
