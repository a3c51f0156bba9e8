import { isOrgError, type Org } from '../internal.js'
import { Asked, type AskQuestion, type Lacking, type Reply } from './asked.js'
import { frameOf } from './frame.js'
import { type Reading, readingsOf, type Span } from './match.js'
import { type Named, namesIn, type NameReading, TIERS } from './names.js'
import type { Grammar } from './table.js'
import type { Word } from './words.js'

/** A reading whose names have been found. */
export interface Candidate {
  readonly reading: Reading
  readonly row: AskQuestion
  readonly named: ReadonlyMap<string, NameReading>
  readonly texts: ReadonlyMap<string, string>
  readonly tier: number
  readonly nameWords: number
}

/** The readings of words whose names are all known, best first: those of further rows, exact names, then longer names, then more words of the pattern. */
export function candidatesOf(org: Org, text: string, words: readonly Word[], grammar: Grammar): Candidate[] {
  const { automaton, rowOf } = grammar
  const known = new Map<string, NameReading | undefined>()
  const nameAt = ({ slot, from, to }: Span): NameReading | undefined => {
    const key = `${slot} ${String(from)} ${String(to)}`
    if (!known.has(key))
      known.set(
        key,
        namesIn(org, slot, spanText(text, words, from, to), isQuoted(words, from, to), automaton.vocabulary),
      )
    return known.get(key)
  }
  const isFurther = ({ row }: Candidate): boolean => grammar.further.has(row)
  const candidates: Candidate[] = []
  for (const reading of readingsOf(automaton, words, frameOf(words, automaton.vocabulary))) {
    const named = new Map<string, NameReading>()
    const texts = new Map<string, string>()
    for (const span of reading.spans) {
      texts.set(nameOfSlot(span.slot), spanText(text, words, span.from, span.to))
      const found = isRaw(span.slot) ? undefined : nameAt(span)
      if (found !== undefined) named.set(nameOfSlot(span.slot), found)
    }
    if (reading.spans.some(({ slot }) => !isRaw(slot) && !named.has(nameOfSlot(slot)))) continue
    const nameWords = reading.spans.reduce((sum, { from, to }) => sum + to - from, 0)
    // A misspelt word may as well be one of a name: "the pmo manger" is hardly the manager of the PMO.
    const tier = Math.max(reading.hasTypo ? TIERS.typo : 0, ...Array.from(named.values(), (one) => one.tier))
    candidates.push({ reading, row: rowOf[reading.pattern], named, texts, tier, nameWords })
  }
  return candidates.sort(
    (a, b) =>
      Number(isFurther(b)) - Number(isFurther(a)) ||
      a.tier - b.tier ||
      b.nameWords - a.nameWords ||
      b.reading.literal - a.reading.literal ||
      a.reading.pattern - b.reading.pattern,
  )
}

/** The text of some words. */
export function spanText(text: string, words: readonly Word[], from: number, to: number): string {
  return text.slice(words[from].start, words[to - 1].end)
}

export function isQuoted(words: readonly Word[], from: number, to: number): boolean {
  return to - from === 1 && words[from].quoted
}

/** An answer, and what was taken to be named. */
export interface NamedReply {
  readonly reply: Reply
  readonly names: readonly Named[]
}

const MOST_SENSES = 50

/** The distinct replies for all that the names of a reading may mean, and what is lacking for one. */
export function repliesOf(
  org: Org,
  { row, named, texts }: Candidate,
): { readonly replies: NamedReply[]; readonly lacking: Lacking | undefined } {
  let choices: (readonly (readonly [string, Named])[])[] = [[]]
  for (const [slot, { named: those }] of named) {
    choices = choices
      .flatMap((chosen) => those.map((one) => [...chosen, [slot, one] as const]))
      .slice(0, MOST_SENSES)
  }
  let lacking: Lacking | undefined
  const replies = choices.flatMap((chosen) => {
    const reply = replyOf(row, new Asked(org, new Map(chosen), texts))
    if (reply === undefined) return []
    if ('query' in reply) return [{ reply, names: chosen.map(([, one]) => one) }]
    lacking ??= reply
    return []
  })
  return { replies: distinctReplies(replies), lacking }
}

/** Replies of which no two ask the same. */
export function distinctReplies(replies: readonly NamedReply[]): NamedReply[] {
  const distinct = new Map<string, NamedReply>()
  for (const one of replies) {
    const { query, arguments: given, part, within } = one.reply
    const key = JSON.stringify([query, given, part, within])
    if (!distinct.has(key)) distinct.set(key, one)
  }
  return [...distinct.values()]
}

/** The answer of a row; none where the function says that it has none, such as for a unit without a head. */
function replyOf(row: AskQuestion, asked: Asked): Reply | Lacking | undefined {
  try {
    return row.answer(asked)
  } catch (error) {
    if (isOrgError(error)) return undefined
    throw error
  }
}

/** The name of a slot without the mark of a strict one. */
function nameOfSlot(slot: string): string {
  return slot.replace('!', '')
}

const RAW = new Set(['line', 'family', 'amount', 'kind'])

/** Whether a slot takes words that the row reads, rather than a name on the chart. */
export function isRaw(slot: string): boolean {
  return RAW.has(slot)
}
