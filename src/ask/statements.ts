import {
  ASKING,
  CHANGES,
  DOUBTFUL,
  IDLE,
  LIMITS,
  PURPOSES,
  STATEMENTS,
  SUBJECTS_OF_STATEMENTS,
  TAGS,
} from './asides.js'
import { BREAK, type Word } from './words.js'

export type Words = readonly Word[]
/** Whether some words name something; strictly, without the beginnings of names. */
export type IsName = (words: Words, isStrict?: boolean) => boolean

/** The parts of a text, as punctuation separates them, and what the speaker says of asking: "I'd like to know". */
export function partsOf(words: Words): Words[] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    const isBreak = word.form === BREAK && !word.quoted
    if (!isBreak) parts[parts.length - 1].push(word)
    if (isBreak || word.pause === true) parts.push([])
  }
  return parts.filter(({ length }) => length > 0).flatMap(partsAtAsking)
}

/** A part in two, after the words that say that somebody asks. */
function partsAtAsking(part: Words): Words[] {
  for (let at = 0; at < part.length - 1; at++) {
    const phrase = startsWithOne(part.slice(at), ASKING)
    if (phrase === undefined || at + phrase.length >= part.length) continue
    const cut = at + phrase.length
    return [part.slice(0, cut), ...partsAtAsking(part.slice(cut))]
  }
  return [part]
}

/** Words in a row; a name does not run over a place where others were taken out. */
export function joined(parts: readonly Words[]): Words {
  return parts.flatMap((part, index) =>
    part.map((word, at) =>
      at === 0 && index > 0 && word.start < (parts[index - 1].at(-1)?.end ?? 0)
        ? { ...word, cut: true }
        : word,
    ),
  )
}

/** Without the parts at either end that ask nothing and limit nothing. */
export function withoutAsides(parts: readonly Words[], isName: IsName): readonly Words[] {
  let [from, to] = [0, parts.length]
  while (to - from > 1 && isAside(parts[from], isName, true)) from++
  while (to - from > 1 && isAside(parts[to - 1], isName, false)) to--
  const rest = parts.slice(from, to)
  return rest.map((part, at) => (at === rest.length - 1 ? withoutPurpose(part, isName) : part))
}

/** Whether a part of a text is said by the way: a greeting, or what the speaker is about to do. */
function isAside(part: Words, isName: IsName, isBefore: boolean): boolean {
  if (isName(part)) return false
  if (part.every(({ form, quoted }) => !quoted && IDLE.has(form))) return true
  if (!startsWithOne(part, STATEMENTS)) return isPurpose(part, isName)
  const rest = part.slice(2)
  const refersBack = !isBefore && rest.some(({ form }) => REFERENCES.has(form))
  return !refersBack && !isDoubtful(part) && namesIn(part, isName).length === 0
}

const REFERENCES = new Set(['it', 'they', 'them', 'those', 'these', 'that', 'ones', 'one', 'ours'])

function isDoubtful(part: Words): boolean {
  return part.some(({ form, quoted }) => quoted || DOUBTFUL.has(form) || /\d|n't$/.test(form))
}

/** Whether parts say that somebody leaves or moves. */
export function changesTheChart(parts: readonly Words[]): boolean {
  return parts.some((part) => part.some(({ form }) => CHANGES.has(form)))
}

/**
 * Whether the parts before a question only explain why the speaker asks: none of them limits the question or describes a different
 * chart. Names may occur in a part about the speaker, and in one that ends with a word such as "asks".
 */
export function isStory(parts: readonly Words[], isName: IsName): boolean {
  if (changesTheChart(parts)) return false
  const asking = parts.findLastIndex((part) => endsWithAsking(part))
  return parts.every((part, at) => {
    if (isAside(part, isName, true)) return true
    if (part.some(({ form, quoted }, index) => !quoted && isLimit(form, part[index + 1]?.form))) return false
    if (at <= asking) return at > 0 || mayAsk(part, isName)
    return startsWithOne(part, SUBJECTS_OF_STATEMENTS) !== undefined && wantsNothing(part)
  })
}

/** Who asks, or what for: neither where nor when. */
function mayAsk(part: Words, isName: IsName): boolean {
  if (QUESTIONS.has(part[0].form)) return false
  if (!PREPOSITIONS.has(part[0].form)) return true
  const asking = part.findIndex(
    (_, at) => at > 0 && startsWithOne([...part.slice(at), END], ASKING) !== undefined,
  )
  const speaker = /^(i|we)($|')/.test(part[asking - 1]?.form ?? '') ? 1 : 0
  return asking > 0 && isPurpose(part.slice(0, asking - speaker), isName)
}

const QUESTIONS = new Set(
  'who whom whose what which how where when why is are do does did can could may might would will should shall has have'.split(
    ' ',
  ),
)
const PREPOSITIONS = new Set(
  'for in at on under within before after during when if with by from of'.split(' '),
)

function endsWithAsking(part: Words): boolean {
  return part.some((_, at) => startsWithOne([...part.slice(at), END], ASKING)?.length === part.length - at)
}

const END: Word = { form: '', start: 0, end: 0, quoted: false }

/** Words that limit what is asked, unless they are a part of "in a hurry". */
function isLimit(form: string, next: string | undefined): boolean {
  if (/\d{4}/.test(form)) return true
  if (form === 'in') return !IN.has(next ?? '')
  if (form === 'from') return !FROM.has(next ?? '')
  return LIMITS.has(form)
}

const IN = new Set('a an my our mind touch charge time need search hand front two three'.split(' '))
const FROM = new Set('her him them his their my our you someone somebody a an hr home time'.split(' '))

/** "I want those" limits a question, "I want to send a card" does not. */
function wantsNothing(part: Words): boolean {
  return part.every(
    ({ form }, at) => !WANTS.has(form) || part.at(at + 1)?.form === 'to' || part.at(at + 1)?.form === 'some',
  )
}

const WANTS = new Set(['want', 'wants', 'need', 'needs', 'like', 'prefer'])

/** Whether a part asks only for what the part before it names: "who would that be". */
export function isTag(part: Words): boolean {
  return (
    part.every(({ form, quoted }) => !quoted && TAGS.has(form)) &&
    part.some(({ form }) => QUESTION_WORDS.has(form))
  )
}

const QUESTION_WORDS = new Set(['who', 'whom', 'what', 'which'])

const LONGEST_NAME = 4

/** The names in a part: the longest that begin at a place, one after the other. */
export function namesIn(part: Words, isName: IsName): readonly Words[] {
  const names: Words[] = []
  for (let at = 0; at < part.length;) {
    const name = nameAt(part, at, isName)
    if (name !== undefined) names.push(name)
    at += name?.length ?? 1
  }
  return names
}

function nameAt(part: Words, at: number, isName: IsName): Words | undefined {
  for (let to = Math.min(part.length, at + LONGEST_NAME); to > at; to--) {
    const words = part.slice(at, to)
    if (isName(words, true)) return words
  }
  return undefined
}

/** "for the board pack": what the answer is for. */
function isPurpose(part: Words, isName: IsName): boolean {
  const [first, second] = part
  if (first.form !== 'for' || part.length < 3 || part.length > 7) return false
  if (!ARTICLES.has(second.form) || isDoubtful(part.slice(1)) || namesIn(part.slice(2), isName).length > 0)
    return false
  return PURPOSES.has(part[part.length - 1].form)
}

const ARTICLES = new Set(['the', 'a', 'an', 'my', 'our', 'this', 'that', 'some', 'tomorrow', 'today'])

function withoutPurpose(part: Words, isName: IsName): Words {
  for (let at = part.length - 3; at > 0; at--) {
    if (part[at].form === 'for' && isPurpose(part.slice(at), isName)) return part.slice(0, at)
  }
  return part
}

function startsWithOne(part: Words, phrases: readonly (readonly string[])[]): readonly string[] | undefined {
  return phrases.find(
    (phrase) =>
      part.length > phrase.length && phrase.every((form, at) => part[at].form === form && !part[at].quoted),
  )
}
