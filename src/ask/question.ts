import {
  type FindMatch,
  hasDatedHolders,
  type History,
  isOrg,
  isOrgError,
  listed,
  oneLine,
  type Org,
  orgAt,
  stateOf,
} from '../internal.js'
import { type AskAnswer, type AskFailure, type AskResult, refused } from './ask-result.js'
import { Asked, type Reply } from './asked.js'
import type { Candidate, NamedReply } from './candidates.js'
import { gistsOf } from './gist/gist.js'
import { lineNamesOf } from './line-names.js'
import type { Named, NameReading } from './names.js'
import { takeDate } from './question-date.js'
import { Reader } from './reader.js'
import { refusalOf } from './refusal.js'
import { rewordings, taggedIn } from './rewording.js'
import type { Grammar } from './table.js'
import { MOST_CHARACTERS, MOST_WORDS, type Word, wordsOf } from './words.js'

/** One question: the text, what it is asked of, and the grammar that reads it. */
export class Question {
  readonly #isTooLong: boolean
  readonly #reader: Reader

  constructor(chart: Org | History, text: string, grammar: Grammar) {
    this.#isTooLong = text.length > MOST_CHARACTERS
    this.#reader = new Reader(chart, text, grammar)
  }

  result(): AskResult {
    if (this.#isTooLong) return refused('too-long', this.#tooLong())
    const all = wordsOf(this.#reader.text)
    if (all.length > MOST_WORDS) return refused('too-long', this.#tooLong())
    if (all.length === 0) return refused('empty', 'There is no question.')
    const { words, date, dates } = takeDate(all)
    if (dates > 1) return refused('no-date', 'The question has several dates; ask about one.')
    const org = this.#orgOn(date)
    if (typeof org === 'string') return refused('no-date', org)
    const answer = this.#answer(org, words, date)
    if (answer !== undefined) return answer
    const isName = (part: readonly Word[], isStrict = false): boolean =>
      this.#reader.isName(org, part, isStrict ? 'who!' : 'who')
    const isNameOrLine = (part: readonly Word[], isStrict = false): boolean =>
      isName(part, isStrict) || (isStrict && lineNamesOf(org).has(part.map(({ form }) => form).join(' ')))
    // In "who does X report to for the audit", a line of that name is not a purpose.
    const reworded = rewordings(words, isNameOrLine)
    const nameOf = (part: readonly Word[]): NameReading | undefined => this.#reader.nameOf(org, part, 'who!')
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
    return this.#incomplete() ?? refusalOf(this.#reader, org, words)
  }

  #tooLong(): string {
    return `A question can have at most ${String(MOST_CHARACTERS)} characters and ${String(MOST_WORDS)} words.`
  }

  /** The org to ask, or why there is none. */
  #orgOn(date: string | undefined): Org | string {
    const chart = this.#reader.chart
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
    const best = this.#reader.best(org, words)
    if (best === undefined) return undefined
    const { candidate, replies } = best
    const [first, ...others] = replies
    if (others.length > 0) return this.#ambiguous(org, candidate, replies)
    if (date !== undefined && isOrg(this.#reader.chart) && !knowsDates(this.#reader.chart, first.reply))
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

  #ambiguous(org: Org, { row, texts, named }: Candidate, replies: readonly NamedReply[]): AskFailure {
    const slot = [...named].find(([, { named: those }]) => those.length > 1)?.[0] ?? ''
    const candidates = distinctMatches(
      replies.flatMap(({ names }) => names),
      named.get(slot),
    )
    const open = texts.get(slot) ?? ''
    const asked = new Asked(org, new Map(), new Map())
    const senses = candidates.map(({ kind, id }) => `${nameOf(asked, kind, id)} (${kind} ${id})`)
    return refused('ambiguous', `“${oneLine(open)}” may mean ${listed(senses, 'or')}.`, {
      understood: { query: row.query, example: row.example, open },
      candidates,
      suggestions: candidates.flatMap(({ kind, id }) => {
        const questions = [nameOf(asked, kind, id), `"${id}"`].map((name) =>
          this.#reader.text.replace(open, () => name),
        )
        return questions.find((question) => this.#reader.isAnswered(question)) ?? []
      }),
    })
  }

  #incomplete(): AskFailure | undefined {
    if (this.#reader.lacking === undefined) return undefined
    const { row, lacking } = this.#reader.lacking
    return refused('incomplete', lacking.lacking, {
      understood: { query: row.query, example: row.example, open: '' },
      suggestions: (lacking.suggestions ?? []).filter((question) => this.#reader.isAnswered(question)),
    })
  }
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
