import {
  type FindMatch,
  hasDatedHolders,
  type History,
  isOrg,
  isOrgError,
  oneLine,
  type Org,
  orgAt,
  stateOf,
} from '../internal.js'
import type { AskAnswer, AskFailure, AskResult } from './ask-result.js'
import { Asked, type Reply } from './asked.js'
import {
  type Candidate,
  candidatesOf,
  distinctReplies,
  isQuoted,
  isRaw,
  type NamedReply,
  repliesOf,
  spanText,
} from './candidates.js'
import { frameOf } from './frame.js'
import { gistsOf } from './gist/gist.js'
import { lineNamesOf } from './line-names.js'
import { readingsOf } from './match.js'
import { type Named, namesIn, type NameReading } from './names.js'
import { takeDate } from './question-date.js'
import { rewordings, taggedIn } from './rewording.js'
import { nearestName, suggestionsFor } from './suggestions.js'
import type { Grammar } from './table.js'
import { MOST_CHARACTERS, MOST_WORDS, plainMarks, type Word, wordsOf } from './words.js'

/** One question: the text, what it is asked of, and the grammar that reads it. */
export class Question {
  readonly #chart: Org | History
  readonly #text: string
  readonly #isTooLong: boolean
  readonly #grammar: Grammar
  /** What parts of the text name: rewordings ask for the same parts many times. */
  readonly #named = new Map<string, NameReading | undefined>()

  constructor(chart: Org | History, text: string, grammar: Grammar) {
    this.#chart = chart
    this.#text = plainMarks(text.slice(0, MOST_CHARACTERS))
    this.#isTooLong = text.length > MOST_CHARACTERS
    this.#grammar = grammar
  }

  result(): AskResult {
    if (this.#isTooLong) return refused('too-long', this.#tooLong())
    const all = wordsOf(this.#text)
    if (all.length > MOST_WORDS) return refused('too-long', this.#tooLong())
    if (all.length === 0) return refused('empty', 'There is no question.')
    const { words, date, dates } = takeDate(all)
    if (dates > 1) return refused('no-date', 'The question has several dates; ask about one.')
    const org = this.#orgOn(date)
    if (typeof org === 'string') return refused('no-date', org)
    const answer = this.#answer(org, words, date)
    if (answer !== undefined) return answer
    const isName = (part: readonly Word[], isStrict = false): boolean =>
      this.#isName(org, part, isStrict ? 'who!' : 'who')
    const isNameOrLine = (part: readonly Word[], isStrict = false): boolean =>
      isName(part, isStrict) || (isStrict && lineNamesOf(org).has(part.map(({ form }) => form).join(' ')))
    // In "who does X report to for the audit", a line of that name is not a purpose.
    const reworded = rewordings(words, isNameOrLine)
    const nameOf = (part: readonly Word[]): NameReading | undefined => this.#nameOf(org, part, 'who!')
    const others = [
      ...gistsOf([words, ...reworded], nameOf),
      ...gistsOf(taggedIn(words, isName), nameOf)
        .filter(([{ form }]) => form === 'who')
        .slice(0, 1),
    ]
    for (const other of [...reworded, ...others]) {
      const result = this.#answer(org, other, date)
      if (result?.ok === true || result?.reason === 'ambiguous') return result
    }
    return this.#refusal(org, words)
  }

  #tooLong(): string {
    return `A question can have at most ${String(MOST_CHARACTERS)} characters and ${String(MOST_WORDS)} words.`
  }

  /** The org to ask, or why there is none. */
  #orgOn(date: string | undefined): Org | string {
    const chart = this.#chart
    if (date === undefined)
      return isOrg(chart) ? chart : 'A history needs a date: for example, add “on 2026-03-01”.'
    try {
      return orgAt(chart, date)
    } catch (error) {
      if (isOrgError(error)) return error.message
      throw error
    }
  }

  #answer(org: Org, words: readonly Word[], date: string | undefined): AskResult | undefined {
    const best = this.#best(org, words)
    if (best === undefined) return undefined
    const { candidate, replies } = best
    const [first, ...others] = replies
    if (others.length > 0) return this.#ambiguous(org, candidate, replies)
    if (date !== undefined && isOrg(this.#chart) && !knowsDates(this.#chart, first.reply))
      return refused('no-date', 'The chart has no data about other dates; ask a history.')
    const { query, part, within, answer, because = [], text } = first.reply
    return {
      ok: true,
      query,
      arguments: first.reply.arguments,
      ...(part !== undefined && { part }),
      ...(within !== undefined && { within }),
      ...(date !== undefined && { date }),
      answer: answer ?? null,
      because,
      names: first.names.map(({ match }) => match),
      text,
    } satisfies AskAnswer
  }

  /** The best reading that has a reply, with all that it may mean. */
  #best(org: Org, words: readonly Word[]): Best | undefined {
    let best: (Best & { readonly rank: string }) | undefined
    for (const candidate of candidatesOf(org, this.#text, words, this.#grammar)) {
      const { tier, nameWords, reading } = candidate
      // One pattern may divide the words between its names in several ways, equally well.
      const rank = [tier, nameWords, reading.literal, reading.pattern].join()
      if (best !== undefined && best.rank !== rank) break
      const replies = repliesOf(org, candidate)
      if (replies.length > 0)
        best = { candidate, replies: distinctReplies([...(best?.replies ?? []), ...replies]), rank }
    }
    return best
  }

  /** Whether some words are, all of them, the name of something. */
  #isName(org: Org, words: readonly Word[], slot: string): boolean {
    return this.#nameOf(org, words, slot) !== undefined
  }

  /** What some words, all of them, are the name of. */
  #nameOf(org: Org, words: readonly Word[], slot: string): NameReading | undefined {
    const { length } = words
    if (words.some(({ cut, made }, at) => made === true || (at > 0 && cut === true))) return undefined
    const text = spanText(this.#text, words, 0, length)
    const quoted = isQuoted(words, 0, length)
    const key = `${slot} ${String(quoted)} ${text}`
    if (!this.#named.has(key))
      this.#named.set(key, namesIn(org, slot, text, quoted, this.#grammar.automaton.vocabulary))
    return this.#named.get(key)
  }

  #ambiguous(org: Org, { row, texts, named }: Candidate, replies: readonly NamedReply[]): AskFailure {
    const slot = [...named].find(([, { named: those }]) => those.length > 1)?.[0] ?? ''
    const candidates = distinctMatches(
      replies.flatMap(({ names }) => names),
      named.get(slot),
    )
    const open = texts.get(slot) ?? ''
    const asked = new Asked(org, new Map(), new Map())
    const senses = candidates.map(({ kind, id }) => `${nameOf(asked, kind, id)} (${kind} ${id})`)
    return refused('ambiguous', `“${oneLine(open)}” may mean ${orList(senses)}.`, {
      understood: { query: row.query, example: row.example, open },
      candidates,
      suggestions: candidates.flatMap(({ kind, id }) => {
        const questions = [nameOf(asked, kind, id), `"${id}"`].map((name) =>
          this.#text.replace(open, () => name),
        )
        return questions.find((question) => this.#isAnswered(question)) ?? []
      }),
    })
  }

  /** The refusal of a question that no row answers, with the row that comes closest. */
  #refusal(org: Org, words: readonly Word[]): AskFailure {
    // Fewer words from the end, then from the beginning: what is left out is left over.
    for (let left = 1; left < Math.min(words.length, 8); left++) {
      for (const [from, to] of [
        [0, words.length - left],
        [left, words.length],
      ] as const) {
        const best = this.#best(org, words.slice(from, to))
        if (best === undefined) continue
        const rest = from === 0 ? words.slice(to) : words.slice(0, from)
        const open = spanText(this.#text, rest, 0, rest.length)
        return refused('left-over', `The question is understood except for “${oneLine(open)}”.`, {
          understood: { query: best.candidate.row.query, example: best.candidate.row.example, open },
          suggestions: this.#suggest(org, words),
        })
      }
    }
    return (
      this.#unknownName(org, words) ??
      refused('not-understood', 'The question is not understood.', { suggestions: this.#suggest(org, words) })
    )
  }

  #unknownName(org: Org, words: readonly Word[]): AskFailure | undefined {
    const { automaton, rowOf } = this.#grammar
    const readings = readingsOf(automaton, words, frameOf(words, automaton.vocabulary))
    const reading = readings
      .filter(({ literal }) => literal > 1)
      .sort((a, b) => b.literal - a.literal)
      .at(0)
    if (reading === undefined) return undefined
    const row = rowOf[reading.pattern]
    for (const { slot, from, to } of reading.spans) {
      const open = spanText(this.#text, words, from, to)
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
          suggestions: [...this.#respelt(org, open), ...this.#suggest(org, words)].slice(0, MOST_SUGGESTIONS),
        },
      )
    }
    return undefined
  }

  /** The question with the name that an unknown one comes closest to. */
  #respelt(org: Org, open: string): string[] {
    const name = nearestName(org, open)
    if (name === undefined) return []
    const question = this.#text.replace(open, () => name)
    return this.#isAnswered(question) ? [question] : []
  }

  #suggest(org: Org, words: readonly Word[]): string[] {
    return suggestionsFor(org, words, this.#grammar).filter((question) => this.#isAnswered(question))
  }

  #isAnswered(question: string): boolean {
    if (question.length > MOST_CHARACTERS || !isOrg(this.#chart)) return false
    const other = new Question(this.#chart, question, this.#grammar)
    return other.#best(this.#chart, wordsOf(other.#text))?.replies.length === 1
  }
}

const MOST_SUGGESTIONS = 3

interface Best {
  readonly candidate: Candidate
  readonly replies: readonly NamedReply[]
}

function distinctMatches(names: readonly Named[], meant: NameReading | undefined): FindMatch[] {
  const wanted = names.filter((one) => meant?.named.includes(one) === true)
  return [
    ...new Map(
      wanted.map((one) => [
        `${one.kind} ${one.id}`,
        { ...one.match, kind: one.kind, id: one.id } as FindMatch,
      ]),
    ).values(),
  ]
}

function nameOf(asked: Asked, kind: string, id: string): string {
  return kind === 'person' ? asked.person(id) : kind === 'unit' ? asked.unit(id) : asked.title(id)
}

function orList(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts[parts.length - 1]}`
}

/** Questions about people, whose assignments may have dates. */
const OF_PEOPLE = new Set([
  'assignmentsOf',
  'filledManagerOf',
  'headcountOf',
  'holdersOf',
  'isPersonAbove',
  'managersOfPerson',
  'reportsOfPerson',
  'rolesHeldBy',
  'seatsOf',
  'vacantRolesOf',
])

/** Whether an org without a history can answer for a date: for people, if assignments have dates. */
function knowsDates(org: Org, { query }: Reply): boolean {
  return OF_PEOPLE.has(query) && hasDatedHolders(stateOf(org))
}

function refused(
  reason: AskFailure['reason'],
  text: string,
  more: Partial<Pick<AskFailure, 'understood' | 'candidates' | 'suggestions'>> = {},
): AskFailure {
  return { ok: false, reason, suggestions: [], ...more, text }
}
