import { DOUBTFUL, IDLE, PURPOSES, STATEMENTS, TOPICS } from './asides.js'
import { PLAINER } from './plainer-words.js'
import { BREAK, type Word } from './words.js'

type Words = readonly Word[]
/** Whether some words name something; strictly, without the beginnings of names. */
type IsName = (words: Words, isStrict?: boolean) => boolean

/**
 * Other words for a question that no pattern reads as it is: without asides, with the topic in its place, and in the plainer
 * words that patterns have. Words are moved, left out or replaced by others that mean the same; a name keeps its own words.
 */
export function rewordings(words: Words, isName: IsName): readonly Words[] {
  const forms = new Map<string, Words>()
  const add = (reworded: Words): void => {
    if (reworded.length > 0)
      forms.set(reworded.map(({ form, start }) => `${form} ${String(start)}`).join(' '), reworded)
  }
  const addBoth = (reworded: Words): void => {
    add(reworded)
    add(plainer(reworded))
    add(plainer(plainer(reworded)))
  }
  const parts = withoutAsides(partsOf(words), isName)
  addBoth(joined(parts))
  for (const variant of topical(parts, isName)) addBoth(variant)
  return [...forms.values()]
}

/** The parts of a text, as punctuation separates them. */
function partsOf(words: Words): Words[] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    const isBreak = word.form === BREAK && !word.quoted
    if (!isBreak) parts[parts.length - 1].push(word)
    if (isBreak || word.pause === true) parts.push([])
  }
  return parts.filter(({ length }) => length > 0)
}

/** Words in a row; a name does not run over a place where others were taken out. */
function joined(parts: readonly Words[]): Words {
  return parts.flatMap((part, index) =>
    part.map((word, at) =>
      at === 0 && index > 0 && word.start < (parts[index - 1].at(-1)?.end ?? 0)
        ? { ...word, cut: true }
        : word,
    ),
  )
}

/** Without the parts at either end that ask nothing and limit nothing. */
function withoutAsides(parts: readonly Words[], isName: IsName): readonly Words[] {
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
  return !refersBack && !isDoubtful(part) && !namesAnything(part, isName)
}

const REFERENCES = new Set(['it', 'they', 'them', 'those', 'these', 'that', 'ones', 'one', 'ours'])

function isDoubtful(part: Words): boolean {
  return part.some(({ form, quoted }) => quoted || DOUBTFUL.has(form) || /\d|n't$/.test(form))
}

const LONGEST_NAME = 3

function namesAnything(part: Words, isName: IsName): boolean {
  return part.some((_, from) => {
    for (let to = from + 1; to <= Math.min(part.length, from + LONGEST_NAME); to++)
      if (isName(part.slice(from, to), true)) return true
    return false
  })
}

/** "for the board pack": what the answer is for. */
function isPurpose(part: Words, isName: IsName): boolean {
  const [first, second] = part
  if (first.form !== 'for' || part.length < 3 || part.length > 7) return false
  if (!ARTICLES.has(second.form) || isDoubtful(part.slice(1)) || namesAnything(part.slice(2), isName))
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

/** The question with its topic, which comes first or last, where a pattern has it: instead of a pronoun, or at the end. */
function topical(parts: readonly Words[], isName: IsName): Words[] {
  const variants: Words[] = []
  for (let cut = 1; cut < parts.length; cut++) {
    const [before, after] = [parts.slice(0, cut), parts.slice(cut)]
    const first = topicOf(joined(before), isName)
    if (first !== undefined) variants.push(...withTopic(first.topic, joined(after), first.isSpeaker))
    const last = topicsOf(after, isName)
    if (last !== undefined) variants.push(...withTopic(last, joined(before), false))
  }
  return variants
}

/** The name that a part consists of, after "about" or "I just joined as". */
function topicOf(
  part: Words,
  isName: IsName,
): { readonly topic: Words; readonly isSpeaker: boolean } | undefined {
  const lead = startsWithOne(part, TOPICS)
  const topic = lead === undefined ? part : part.slice(lead.length)
  const isSpeaker = lead !== undefined && lead.some((form) => /^i($|')/.test(form) || form === 'as')
  return isName(topic) ? { topic, isSpeaker } : undefined
}

/** Names in a row, joined by "and". */
function topicsOf(parts: readonly Words[], isName: IsName): Words | undefined {
  const names: Words[] = []
  for (const part of parts) {
    const cut = part.findIndex(({ form }) => form === 'and')
    const own = isName(part) || cut < 0 ? [part] : [part.slice(0, cut), part.slice(cut + 1)]
    names.push(...own.filter(({ length }) => length > 0))
  }
  if (!names.every((name) => name.length > 0 && isName(name))) return undefined
  return names.flatMap((name, at) => (at === 0 ? name : [made('and'), ...name]))
}

const SUBJECTS = new Set(['he', 'she', 'they', 'it', 'him', 'them', 'this'])
const OWNERS = new Set(['his', 'their', 'its', 'theirs'])
/** What "her" comes before where it stands for a person rather than for what she has. */
const NO_NOUN = new Set(['and', 'or', 'then', 'directly', 'now', 'all'])

function withTopic(topic: Words, question: Words, isSpeaker: boolean): Words[] {
  const subjects = isSpeaker ? new Set(['i', 'me']) : SUBJECTS
  const owners = isSpeaker ? new Set(['my', 'mine']) : OWNERS
  let count = 0
  const own = question.flatMap((word, at): Words => {
    if (word.quoted) return [word]
    const next = question.at(at + 1)
    const isHer = word.form === 'her' && !isSpeaker
    const isOwner = owners.has(word.form) || (isHer && next !== undefined && !NO_NOUN.has(next.form))
    if (!isOwner && !isHer && !subjects.has(word.form)) return [word]
    count++
    return isOwner ? [...cutOff(topic), made("'s")] : cutOff(topic)
  })
  // The second pronoun may mean something else.
  if (count > 0) return count === 1 ? [own] : []
  return isSpeaker
    ? []
    : [['of'], ['to'], []].map((link) => [...question, ...link.map(made), ...cutOff(topic)])
}

function cutOff(words: Words): Words {
  return words.map((word, at) => (at === 0 ? { ...word, cut: true } : word))
}

function made(form: string): Word {
  return { form, start: 0, end: 0, quoted: false, made: true }
}

/** The words of a question in those that the patterns have. */
function plainer(words: Words): Words {
  const reworded: Word[] = []
  for (let at = 0; at < words.length;) {
    const found = PLAINER.get(words[at].form)?.find(({ from }) =>
      from.every((form, offset) => words.at(at + offset)?.form === form && !words[at + offset]?.quoted),
    )
    if (found === undefined) {
      reworded.push(words[at++])
    } else {
      reworded.push(...found.to.map(made))
      at += found.from.length
      if (at < words.length && found.to.length === 0) reworded.push({ ...words[at++], cut: true })
    }
  }
  return wouldIsDoes(reworded)
}

/** "What grade would X be on" asks what "what grade is X on" does, and "who would X report to" what "who does". */
function wouldIsDoes(words: Words): Words {
  const would = words.findIndex(({ form, quoted }) => form === 'would' && !quoted)
  // A question that begins with it, or asks for a cost, is about what might be.
  if (words.some(({ form }) => form === 'cost' || form === 'costs')) return words
  if (would <= 0 || words.filter(({ form }) => form === 'would').length > 1) return words
  const be = words.findIndex(({ form }, at) => at > would && form === 'be')
  return words.flatMap((word, at) =>
    at === would
      ? made(be < 0 ? 'does' : 'is')
      : at === be
        ? []
        : at === be + 1 && be > 0
          ? { ...word, cut: true }
          : word,
  )
}
