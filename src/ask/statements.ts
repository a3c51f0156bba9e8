import {
  ASKING,
  CHANGES,
  DOUBTFUL,
  IDLE,
  LIMITS,
  OCCASIONS,
  OF_CHARTS,
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
    // An e-mail list is not asked for.
    if (phrase[0] === 'list' && at > 0) continue
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
  const isLeftOut = (at: number, isBefore: boolean): boolean =>
    isAside(parts[at], isName, isBefore) &&
    !limitsMore([parts[at]], isBefore ? parts.slice(at + 1, to).flat() : parts.slice(from, at).flat())
  while (to - from > 1 && isLeftOut(from, true)) from++
  while (to - from > 1 && isLeftOut(to - 1, false)) to--
  const rest = parts.slice(from, to)
  return rest.map((part, at) => (at === rest.length - 1 ? withoutPurpose(part, isName) : part))
}

/** Whether a part of a text is said by the way: a greeting, or what the speaker is about to do. */
function isAside(part: Words, isName: IsName, isBefore: boolean): boolean {
  if (isName(part)) return false
  const idle = part.findIndex(({ form, quoted }) => quoted || !IDLE.has(form))
  if (idle < 0) return true
  if (isOneOf(part, OCCASIONS) || [0, idle].some((from) => isErrand(part.slice(from), isName))) return true
  if (namesIn(part, isName).length > 0 || isForSomewhere(part, isName) || changesTheChart([part]))
    return false
  if (!startsWithOne(part, STATEMENTS)) return isPurpose(part, isName) || isAboutSpeaker(part, isName)
  const rest = part.slice(2)
  const refersBack = !isBefore && rest.some(({ form }) => REFERENCES.has(form))
  return !refersBack && !isDoubtful(part)
}

/** Whether parts have words of charts that a question does not have: "I need to skip vacancies", "we count dotted lines". */
export function limitsMore(parts: readonly Words[], question: Words): boolean {
  const asked = new Set(question.map(({ form }) => form))
  return parts.some((part) =>
    part.some(({ form, quoted }) => !quoted && OF_CHARTS.has(form) && !asked.has(form)),
  )
}

/** "I've lost track", "I'm booking a team lunch". */
function isAboutSpeaker(part: Words, isName: IsName): boolean {
  const isLimited = part.some(
    ({ form, quoted }, at) => quoted || /\d|n't$/.test(form) || isLimit(part, at, isName),
  )
  const refers = part.some(({ form }, at) => REFERENCES.has(form) && form !== 'this' && at > 0)
  return SPEAKING.has(part[0].form) && part.length > 2 && !isLimited && !refers && wantsNothing(part)
}

/** "It's for Germany", "I'm doing London": what has no article may be a place or a name. */
function isForSomewhere(part: Words, isName: IsName): boolean {
  const at = part.findIndex(({ form }) => form === 'for' || form === 'doing' || form === 'covering')
  const next = part.at(at + 1)?.form
  if (namesIn(part.slice(at + 1), isName).length > 0) return false
  return (
    at > 0 && at < 4 && next !== undefined && !DETERMINERS.has(next) && !PURPOSES.has(next) && !IDLE.has(next)
  )
}

const REFERENCES = new Set(['it', 'they', 'them', 'those', 'these', 'that', 'ones', 'one', 'ours'])

function isDoubtful(part: Words): boolean {
  return part.some(({ form, quoted }) => quoted || DOUBTFUL.has(form) || /\d|n't$/.test(form))
}

/** Whether parts say that somebody leaves or moves. */
export function changesTheChart(parts: readonly Words[]): boolean {
  return parts.some((part) =>
    part.some(({ form }, at) => CHANGES.has(form) && !(form === 'leave' && isOffWork(part, at))),
  )
}

/** Whether "leave" means days off. */
function isOffWork(part: Words, at: number): boolean {
  return OFF_WORK.has(part[at - 1]?.form) || LEAVES.has(part[at + 1]?.form)
}

const LEAVES = new Set('approval approvals request requests form forms cover days calendar'.split(' '))
const OFF_WORK = new Set('for on his her their my annual sick parental maternity paternity of'.split(' '))

/**
 * Whether the parts before a question only explain why the speaker asks: none of them limits the question or describes a different
 * chart. Names may occur in a part about the speaker, and in one that ends with a word such as "asks".
 */
export function isStory(parts: readonly Words[], isName: IsName): boolean {
  if (changesTheChart(parts)) return false
  const asking = parts.findLastIndex((part) => endsWithAsking(part))
  return parts.every((part, at) => {
    if (isAside(part, isName, true)) return true
    if (isForSomewhere(part, isName)) return false
    if (part.some((_, index) => isLimit(part, index, isName))) return false
    if (at <= asking) return at > 0 || mayAsk(part, isName)
    return isStatement(part, isName) && (!SPEAKING.has(part[0].form) || wantsNothing(part))
  })
}

/** "The licences are per seat", "Tom emailed me": a subject and what it does, or did. */
function isStatement(part: Words, isName: IsName): boolean {
  if (startsWithOne(part, SUBJECTS_OF_STATEMENTS) !== undefined) return true
  if (QUESTIONS.has(part[0].form) || PREPOSITIONS.has(part[0].form)) return false
  const from = DETERMINERS.has(part[0].form) ? 1 : 0
  const subject = nameAt(part, from, isName)?.length ?? 0
  if (from + subject === 0) return false
  const rest = part.slice(from + subject).map(({ form }) => form)
  // A statement about somebody who is named may change the chart, unless they only tell or ask something, or are off work.
  if (subject > 0) return TELLING.test(rest.join(' '))
  return rest.some((form) => VERBS.has(form) || /[a-z]{2}ed$/.test(form))
}

const TELLING =
  /^(?:(?:has|have|had|just|keeps|'s|is) )*(?:asked|asking|asks|emailed|e-mailed|called|phoned|rang|messaged|texted|told|telling|wrote|writing|wants to|needs to|would like to|off|away|ill|sick|on (?:holiday|leave|sick leave|the phone|the line))(?: |$)/

const DETERMINERS = new Set('the a an my our this that these those one some his her their'.split(' '))
const VERBS = new Set(
  "is are was were has have had 's 're needs wants asks says keeps goes sits works seems looks wrote sent told said got rang".split(
    ' ',
  ),
)

/** How a plan of the speaker begins: "I'm meeting Priya tomorrow". */
const SPEAKING = new Set(["i'm", "we're", 'i', 'we', "i've", "we've", "i'll", "we'll"])

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

/** Whether a word limits what is asked: not "in a hurry", nor what the speaker did last week. */
function isLimit(part: Words, at: number, isName: IsName): boolean {
  const { form, quoted } = part[at]
  if (quoted) return false
  if (form === 'but') return EVERYONE.has(part[at - 1]?.form ?? '')
  if (form === 'not' || form === 'no') return !UNSURE.has(part[at + 1]?.form ?? '')
  if (/\d{4}/.test(form)) return true
  if (PLACES.has(form)) return namesIn(part.slice(at + 1, at + 1 + LONGEST_NAME), isName).length > 0
  if (SPEAKING.has(part[0].form)) {
    if (form === 'tomorrow' || form === 'yesterday') return false
    if (form === 'last' && TIMES.has(part[at + 1]?.form)) return false
  }
  return LIMITS.has(form)
}

const EVERYONE = new Set('everyone everybody everything all anyone anybody nobody'.split(' '))
/** "I'm not sure", "I have no idea". */
const UNSURE = new Set(
  'sure certain clear familiar quite entirely really idea clue doubt time rush hurry being'.split(' '),
)
const PLACES = new Set('in from before after until till while during once when'.split(' '))
const TIMES = new Set('week month year night time monday tuesday wednesday thursday friday'.split(' '))

/** "I want those" limits a question, "I want to send a card" does not. */
function wantsNothing(part: Words): boolean {
  return part.every(({ form }, at) => !WANTS.has(form) || WANTED.has(part.at(at + 1)?.form ?? ''))
}

/** What is wanted of an answer rather than in it. */
const WANTED = new Set(['to', 'some', 'this'])
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

/** What the speaker does before or after: "before I send it round", "I need his leave approved". */
function isErrand(part: Words, isName: IsName): boolean {
  const [first, second] = part
  if (part.length < 3 || part.length > 8 || namesIn(part, isName).length > 0) return false
  const isSpeaker = SPEAKERS.has((first.form === 'before' ? second : first).form)
  const rest = part.slice(2)
  if (!isSpeaker || isDoubtful(rest)) return false
  if (first.form === 'before') return SENDING.has(rest[0].form)
  return second.form === 'need' && /ed$|^(done|sent|signed)$/.test(part[part.length - 1].form)
}

const SPEAKERS = new Set(['i', 'we'])
const SENDING = new Set(
  'send print publish share present file submit circulate post sign email mail forward reply ask start go call book order finish'.split(
    ' ',
  ),
)

/** "for the board pack", "for a slide I'm making": what the answer is for. */
function isPurpose(whole: Words, isName: IsName): boolean {
  const clause = whole.findIndex(({ form }, at) => at > 2 && MAKING.has(form))
  if (clause > 0 && isDoubtful(whole.slice(clause))) return false
  const part = clause > 0 ? whole.slice(0, clause) : whole
  const [first, second] = part
  if (first.form !== 'for' || part.length < 3 || part.length > 7) return false
  if (!ARTICLES.has(second.form) || isDoubtful(part.slice(1)) || namesIn(part.slice(2), isName).length > 0)
    return false
  const day = part.findLastIndex(({ form }) => form === 'on' || form === 'next' || form === 'this')
  return [part.length - 1, day - 1].some((at) => PURPOSES.has(part[Math.max(1, at)].form))
}

const MAKING = new Set(["i'm", "we're", 'i', 'we', "i've", "we've"])
const ARTICLES = new Set(['the', 'a', 'an', 'my', 'our', 'this', 'that', 'some', 'tomorrow', 'today'])

function withoutPurpose(part: Words, isName: IsName): Words {
  for (let at = part.length - 3; at > 0; at--) {
    if (part[at].form !== 'for' || part.slice(0, at).some(({ form }) => IN_CHARGE.has(form))) continue
    if (isPurpose(part.slice(at), isName)) return part.slice(0, at)
  }
  return part
}

/** With these, what follows "for" is what somebody does. */
const IN_CHARGE = new Set(
  'charge responsible accountable lead leads leading run runs running organise organises organize organizes covers covering works working'.split(
    ' ',
  ),
)

function isOneOf(part: Words, phrases: readonly (readonly string[])[]): boolean {
  return phrases.some(
    (phrase) =>
      phrase.length === part.length && phrase.every((form, at) => part[at].form === form && !part[at].quoted),
  )
}

function startsWithOne(part: Words, phrases: readonly (readonly string[])[]): readonly string[] | undefined {
  return phrases.find(
    (phrase) =>
      part.length > phrase.length && phrase.every((form, at) => part[at].form === form && !part[at].quoted),
  )
}
