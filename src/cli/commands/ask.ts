import { ask as answer } from '../../ask/index.js'
import type { Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import { soundChart } from '../reading/sound-chart.js'
import { jsonText, safeLines } from '../terminal-text.js'
import { choice } from '../choice.js'

/** Answers a question in words. What is not understood is not guessed: it says what can be asked. */
export const ask: Command = async (call) => {
  const { words, options, world } = call
  const { org, history } = await soundChart(words[0], call)
  const isJson = choice(call, 'format', ['text', 'json'], 'text') === 'json'
  // The reference model is loaded only where it is asked about.
  const further = options.isOn('pmo') ? { questions: (await import('../../pmo/index.js')).pmoQuestions } : {}
  const result = answer(history ?? org, words.slice(1).join(' '), further)
  if (isJson) world.output.write(`${jsonText(result)}\n`)
  else if (result.ok) world.output.write(`${safeLines(result.text)}\n`)
  else {
    const advice = result.suggestions.map((line) => `    ${safeLines(line)}\n`)
    world.errors.write(
      `rolegraph: ${safeLines(result.text)}\n${result.text.includes('\n') ? '' : advice.join('')}`,
    )
  }
  return result.ok ? EXIT.sound : EXIT.findings
}
