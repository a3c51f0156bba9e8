import { readFileSync } from 'node:fs'
import { ask, type AskResult } from 'rolegraph/ask'
import { type OrgDocument } from 'rolegraph/export'
import { parseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { nearMisses } from './near-misses.js'

interface Paraphrase {
  readonly kind: string
  readonly ask: string
  /** The function that should answer; several where more than one would do. */
  readonly query: string | readonly string[]
  /** Worked out by hand, in the form that each kind has below. */
  readonly answer: unknown
}

/** Questions that were written without sight of the grammar, about an office of their own, and questions that have no answer. */
interface Written {
  readonly inside: readonly Paraphrase[]
  readonly outside: readonly string[]
}

function written(name: string): Written & { readonly office: OrgDocument } {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Written & { office: OrgDocument }
}

const first = written('./paraphrases.json')
const more: Written = written('./more-paraphrases.json')
const unseen: Written = written('./unseen-paraphrases.json')
const voices: Written = written('./voices.json')
const fifth: Written = written('./fifth-paraphrases.json')
const sixth: Written = written('./sixth-paraphrases.json')
const seventh: Written = written('./seventh-paraphrases.json')
const eighth: Written = written('./eighth-paraphrases.json')
const ninth: Written = written('./ninth-paraphrases.json')
const org = parseOrgDocument(first.office)

interface Facts {
  readonly relation?: string
  readonly roles?: readonly string[]
  readonly to?: string
  readonly from?: string
  readonly code?: string
}

/** An answer in the form in which the expected ones are written: the relation, the roles of a path, the ends of moves, the codes of issues. */
function inShort(query: string, answer: unknown): unknown {
  if (typeof answer === 'number') return Math.round(answer * 1e6) / 1e6
  const facts = answer as Facts | null
  if (query === 'compareRoles') return facts?.relation
  if (query === 'careerPath' && !Array.isArray(answer)) return facts?.roles ?? null
  if (!Array.isArray(answer)) return answer
  const list = answer as readonly (Facts & string)[]
  if (query === 'nextStepsOf') return list.map(({ to }) => to)
  if (query === 'feedersOf') return list.map(({ from }) => from)
  if (query === 'checkOrg' || query === 'crossCheck') return list.map(({ code }) => code)
  return list
}

const ORDERED = new Set(['careerPath', 'managementChainOf'])

function isRight({ query, answer }: Paraphrase, result: AskResult): boolean {
  if (!result.ok || ![query].flat().includes(result.query)) return false
  const got = inShort(result.query, result.answer)
  const isList = Array.isArray(got) && Array.isArray(answer) && !ORDERED.has(result.query)
  if (typeof got === 'number' && typeof answer === 'number') return Math.abs(got - answer) < 1e-6
  const inOrder = (value: unknown): unknown => (isList ? [...(value as unknown[])].map(String).sort() : value)
  return JSON.stringify(inOrder(got)) === JSON.stringify(inOrder(answer))
}

interface Expected {
  readonly questions: readonly [inside: number, outside: number]
  readonly least: number
}

/** What was seen; a first measurement, before their kinds were added to the grammar, is in docs/ask.md. */
const sets: readonly (readonly [name: string, set: Written, expected: Expected])[] = [
  ['the first set', first, { questions: [300, 200], least: 298 }],
  ['the second set', more, { questions: [150, 100], least: 149 }],
  ['the third set', unseen, { questions: [100, 60], least: 97 }],
  ['the fifth set', fifth, { questions: [100, 60], least: 96 }],
  ['the sixth set', sixth, { questions: [100, 60], least: 100 }],
  ['the seventh set', seventh, { questions: [150, 30], least: 139 }],
  ['the eighth set', eighth, { questions: [100, 60], least: 92 }],
  ['the ninth set', ninth, { questions: [100, 60], least: 90 }],
  ['ten voices', voices, { questions: [210, 80], least: 196 }],
]

describe.each(sets)(
  'questions that were written without sight of the grammar, %s',
  (_, set, { questions, least }) => {
    const results = set.inside.map((one) => ({ one, result: ask(org, one.ask) }))

    it('are as many as docs/ask.md says', () => {
      expect([set.inside.length, set.outside.length]).toEqual(questions)
    })

    it('are read right, as often as docs/ask.md says', () => {
      expect(results.filter(({ one, result }) => isRight(one, result)).length).toBeGreaterThanOrEqual(least)
    })

    it('are refused rather than answered wrongly', () => {
      const wrong = results.filter(({ one, result }) => result.ok && !isRight(one, result))
      expect(wrong.map(({ one }) => one.ask)).toEqual([])
    })

    it('are not answered where they have no answer', () => {
      expect(set.outside.filter((words) => ask(org, words).ok)).toEqual([])
    })
  },
)

describe('near misses', () => {
  it.each(nearMisses)('%s', (words) => {
    expect(ask(org, words)).toMatchObject({ ok: false })
  })
})
