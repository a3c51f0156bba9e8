import { defineOrg } from 'rolegraph'
import { ask } from 'rolegraph/ask'
import { expect, it } from 'vitest'

/** Ada heads; the manager between Joe and her is vacant; Ben leads, and Joe is his aide too. */
const org = defineOrg({
  roles: {
    head: { holders: ['Ada'] },
    gap: { reportsTo: 'head', vacant: true },
    worker: { reportsTo: 'gap', holders: ['Joe', 'May'] },
    lead: { reportsTo: 'head', holders: ['Ben'] },
    aide: { reportsTo: 'lead', holders: ['Joe'] },
  },
})

/** The lines that an answer is based on. */
function linesOfAnswer(words: string): string[] {
  const result = ask(org, words)
  if (!result.ok) throw new Error(result.text)
  return result.because.map((reason) =>
    reason.kind === 'line' ? `${reason.line.from} → ${reason.line.to}` : reason.kind,
  )
}

it.each([
  ['Who reports to Ada?', ['worker → gap', 'gap → head', 'lead → head']],
  ['Who reports to Ben?', ['aide → lead']],
  ['Who does Joe report to?', ['worker → gap', 'gap → head', 'aide → lead']],
  ['Who is the nearest filled manager of the worker?', ['worker → gap', 'gap → head']],
] as const)('the lines of an answer about people pass vacant roles, each once: %s', (words, lines) => {
  expect(linesOfAnswer(words).toSorted()).toEqual([...lines].toSorted())
})
