import type { AskQuestion } from '../../ask/index.js'
import type { Call, Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import { soundChart } from '../reading/sound-chart.js'
import { jsonText, safeLines } from '../terminal-text.js'
import { choice } from '../choice.js'

/** Answers a question in words. What is not understood is not guessed: it says what can be asked. */
export const ask: Command = async (call) => {
  const { words, world } = call
  const [{ org, history }, { ask: answer }] = await Promise.all([
    soundChart(words[0], call),
    // Its code is read while the chart is.
    import('../../ask/index.js'),
  ])
  const isJson = choice(call, 'format', ['text', 'json'], 'text') === 'json'
  const questions = await furtherQuestions(call)
  const result = answer(history ?? org, words.slice(1).join(' '), questions.length === 0 ? {} : { questions })
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

/** The questions beyond those about any chart. What answers them is loaded only where it is asked for. */
async function furtherQuestions({ options, world }: Call): Promise<AskQuestion[]> {
  const further: AskQuestion[] = []
  if (options.isOn('pmo')) further.push(...(await import('../../pmo/index.js')).pmoQuestions)
  const path = options.text('approval')
  if (path !== undefined) {
    const { approvalQuestions } = await import('../../approval/index.js')
    const { approvalPolicyFrom } = await import('../reading/approval-file.js')
    further.push(...approvalQuestions(await approvalPolicyFrom(path, world), { date: world.today() }))
  }
  return further
}
