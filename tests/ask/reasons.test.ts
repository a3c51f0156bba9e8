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

it('the lines of a name are those to the role that is asked about', () => {
  const matrix = defineOrg({
    roles: {
      ceo: {},
      pmo: { reportsTo: 'ceo' },
      lab: { reportsTo: 'ceo' },
      nurse: { reportsTo: 'ceo', dottedTo: ['pmo', 'lab'] },
    },
  })
  const result = ask(matrix, 'who has a dotted line to the pmo?')
  expect(result.ok && result.because).toEqual([
    { kind: 'line', line: { from: 'nurse', to: 'pmo', kind: 'dotted' } },
  ])
})

it('a number of people has the lines that it is counted by', () => {
  const result = ask(org, 'How many people are below Ada?')
  expect(result.ok && [result.answer, result.because.length]).toEqual([3, 4])
})
