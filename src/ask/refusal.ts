import { listed, oneLine, type Org } from '../internal.js'
import { type AskFailure, refused } from './ask-result.js'
import { isQuoted, isRaw, spanText } from './candidates.js'
import { frameOf } from './frame.js'
import { readingsOf, type Span } from './match.js'
import { endsNoName, isPronoun, namesIn } from './names.js'
import type { Reader } from './reader.js'
import { oneByOne, withoutDenial } from './simpler-questions.js'
import { nearestName, suggestionsFor } from './suggestions.js'
import type { Grammar } from './table.js'
import type { Word } from './words.js'

const MOST_SUGGESTIONS = 3

const APPROVING = new Set(
  'approve approves approved approval approvals approver approvers authorise authorises authorize authorizes sign-off'.split(
    ' ',
  ),
)
const NEEDS_POLICY =
  'A question about approvals needs a policy: pass `questions: approvalQuestions(policy)`, or --approval FILE to the command.'

/** Whether rows that a caller added answer questions about approvals. */
function hasPolicy({ further }: Grammar): boolean {
  return [...further].some(({ query }) => query.startsWith('approval'))
}

/** The refusal of a question that no row answers, with the row that comes closest. */
export function refusalOf(reader: Reader, org: Org, words: readonly Word[]): AskFailure {
  const { text, grammar } = reader
  if (words.some(({ form, quoted }) => !quoted && APPROVING.has(form)) && !hasPolicy(grammar))
    return refused('not-understood', NEEDS_POLICY)
  const narrowed = narrower(reader, org, words)
  if (narrowed !== undefined) return narrowed
  // Fewer words from the end, then from the beginning: what is left out is left over.
  for (let left = 1; left < Math.min(words.length, 8); left++) {
    for (const [from, to] of [
      [0, words.length - left],
      [left, words.length],
    ] as const) {
      const best = reader.best(org, words.slice(from, to))
      if (best === undefined) continue
      const rest = from === 0 ? words.slice(to) : words.slice(0, from)
      const open = spanText(text, rest, 0, rest.length)
      return refused('left-over', `The question is understood except for “${oneLine(open)}”.`, {
        understood: { query: best.candidate.row.query, example: best.candidate.row.example, open },
        suggestions: suggest(reader, org, words),
      })
    }
  }
  return (
    unknownName(reader, org, words) ??
    refused('not-understood', 'The question is not understood.', { suggestions: suggest(reader, org, words) })
  )
}

/** The refusal of a question that has an answer without a denial in it, or about one name at a time. */
function narrower(reader: Reader, org: Org, words: readonly Word[]): AskFailure | undefined {
  const isName = (part: readonly Word[], isStrict = false): boolean =>
    reader.isName(org, part, isStrict ? 'who!' : 'who')
  const single = oneByOne(reader.text, words, isName)
  if (single?.questions.every((question) => reader.isAnswered(question)) === true) {
    const names = listed(
      single.names.map((name) => `“${oneLine(name)}”`),
      'and',
    )
    return refused('not-understood', `This cannot be asked of ${names} together: ask about one at a time.`, {
      suggestions: single.questions.slice(0, MOST_SUGGESTIONS),
    })
  }
  const positive = withoutDenial(reader.text, words)
  const question = positive?.questions.find((each) => reader.isAnswered(each))
  if (positive === undefined || question === undefined) return undefined
  return refused(
    'not-understood',
    `“${oneLine(positive.denial)}” is not understood here: ask without it, and see what the answer leaves out.`,
    { suggestions: [question] },
  )
}

function unknownName(reader: Reader, org: Org, words: readonly Word[]): AskFailure | undefined {
  const { text, grammar } = reader
  const { automaton, rowOf } = grammar
  const readings = readingsOf(automaton, words, frameOf(words, automaton.vocabulary))
  const reading = readings
    .filter(({ literal, spans }) => literal > 1 && !spans.some((span) => isNoName(reader, org, words, span)))
    .sort((a, b) => b.literal - a.literal)
    .at(0)
  if (reading === undefined) return undefined
  const row = rowOf[reading.pattern]
  for (const { slot, from, to } of reading.spans) {
    const open = spanText(text, words, from, to)
    if (
      isRaw(slot) ||
      namesIn(org, slot, open, isQuoted(words, from, to), automaton.vocabulary) !== undefined
    )
      continue
    return refused(
      'unknown-name',
      `The chart has nothing called “${oneLine(open)}” that fits the question.`,
      {
        understood: { query: row.query, example: row.example, open },
        suggestions: [...respelt(reader, org, open), ...suggest(reader, org, words)].slice(
          0,
          MOST_SUGGESTIONS,
        ),
      },
    )
  }
  return undefined
}

/** Whether a part of a question is no unknown name: words of questions alone, or a known name with such words around it. */
function isNoName(reader: Reader, org: Org, words: readonly Word[], { slot, from, to }: Span): boolean {
  if (isRaw(slot) || reader.isName(org, words.slice(from, to), 'who')) return false
  const isOrdinary = ({ form, quoted }: Word): boolean =>
    !quoted && (isPronoun(form) || reader.grammar.automaton.vocabulary.has(form))
  const part = words.slice(from, to)
  const first = part.findIndex((word) => !isOrdinary(word))
  if (first < 0 || endsNoName(part[part.length - 1].form)) return true
  const inner = part.slice(first, part.findLastIndex((word) => !isOrdinary(word)) + 1)
  return inner.length < part.length && reader.isName(org, inner, 'who')
}

/** The question with the name that an unknown one comes closest to. */
function respelt(reader: Reader, org: Org, open: string): string[] {
  const name = nearestName(org, open)
  if (name === undefined) return []
  const question = reader.text.replace(open, () => name)
  return reader.isAnswered(question) ? [question] : []
}

function suggest(reader: Reader, org: Org, words: readonly Word[]): string[] {
  return suggestionsFor(org, words, reader.grammar).filter((question) => reader.isAnswered(question))
}
