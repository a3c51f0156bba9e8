import { LEADS, TRAILS } from './asides.js'
import {
  changesTheChart,
  type IsName,
  isStory,
  isTag,
  joined,
  limitsMore,
  namesIn,
  type Words,
} from './statements.js'
import type { Word } from './words.js'

/** The question with its topic, which comes first or last, where a pattern has it: instead of a pronoun, or at the end. */
export function topical(parts: readonly Words[], isName: IsName): Words[] {
  const variants: Words[] = []
  for (let cut = 1; cut < parts.length; cut++) {
    const [before, after] = [parts.slice(0, cut), parts.slice(cut)]
    const first = topicOf(joined(before), isName)
    if (first !== undefined && (first.isSpeaker || !asksOfSpeaker(joined(after))))
      variants.push(...withTopic(first.topic, asIfNow(joined(after)), first.isSpeaker))
    const last = topicsOf(after, isName)
    if (last !== undefined) variants.push(...withTopic(last, joined(before), false))
  }
  return [...variants, ...storied(parts, isName)]
}

/** The name that a part ends in, after "about" or "I just joined as", and before "for a while now". */
function topicOf(
  part: Words,
  isName: IsName,
): { readonly topic: Words; readonly isSpeaker: boolean } | undefined {
  if (isName(part)) return { topic: part, isSpeaker: false }
  const from = part.findIndex(({ form, quoted }) => quoted || !LEADS.has(form))
  for (let first = Math.max(0, from); first >= 0 && first >= from - 1; first--) {
    for (let to = part.length; to > first; to--) {
      if (to < part.length && !isTrail(part.slice(to))) continue
      const topic = part.slice(first, to)
      if (!isName(topic)) continue
      const lead = part.slice(0, first).map(({ form }) => form)
      return { topic, isSpeaker: SPEAKER.test(lead.join(' ')) }
    }
  }
  return undefined
}

/** What may come after a topic: "for a while now", "thinking about my future". */
function isTrail(words: Words): boolean {
  if (words.every(({ form, quoted }) => !quoted && TRAILS.has(form))) return true
  return MUSING.has(words[0].form) && words.every(({ form, quoted }) => !quoted && MUSED.has(form))
}

const MUSING = new Set([
  'thinking',
  'wondering',
  'looking',
  'hoping',
  'wanting',
  'planning',
  'considering',
  'ready',
])
const MUSED = new Set(
  'thinking wondering looking hoping wanting planning considering ready about of for to at a an the my our future career options prospects move moving on up change next step steps ahead progress something new what comes grow'.split(
    ' ',
  ),
)

/** "I'm a", "as the", "I've just started as": the speaker is what follows, not "I hired the" or "if I place someone as". */
const SPEAKER =
  /^(?:.* and )?(?:(?:since|because|given|that|so) )*(?:(?:i'm|i am|we're|we are|i've been|i have been|i'll be|i will be|if i'm|if i am)(?: (?:now|just|currently|newly|here|also|a|an|the|our|your|new|starting|joining|working|as))*|(?:(?:i|i've|i'll|i will|if i|i'm|i am|we|was|just|recently|now|newly|be|been|have) )*(?:(?:started|start|starting|joined|join|joining|work|working|works|hired|appointed|employed|assigned) )?(?:here )?(?:with (?:us|you) )?as(?: (?:a|an|the|our|your|new))*)$/
/** Whether a question is about the speaker: "who is my boss". */
function asksOfSpeaker(question: Words): boolean {
  return question.some(({ form, quoted }, at) => {
    if (quoted || !OWN.has(form)) return false
    // "I need every role", "tell me".
    return form === 'i' ? !WISHES.has(question[at + 1]?.form ?? '') : !TELL.has(question[at - 1]?.form ?? '')
  })
}

const OWN = new Set(['i', 'me', 'my', 'mine', "i'm", "i've"])
const WISHES = new Set(['need', 'want', 'wanted', 'would', 'wonder', 'ask', 'see', 'know', 'have'])
const TELL = new Set(['tell', 'show', 'give', 'send', 'remind', 'let'])

/** What a role that somebody takes will be to them, it is now. */
function asIfNow(question: Words): Words {
  return question.map((word) => (word.form === 'will' && !word.quoted ? { ...word, form: 'would' } : word))
}

/** Substitutes what the speaker tells of how they come to ask: names in it for pronouns of the question, or nothing. */
function storied(parts: readonly Words[], isName: IsName): Words[] {
  const variants: Words[] = []
  for (let cut = 1; cut < parts.length; cut++) {
    const [before, after] = [parts.slice(0, cut), parts.slice(cut)]
    const pair = before.flatMap((part) => namesIn(part, isName))
    if (pair.length === 2 && !changesTheChart(before))
      variants.push(...withBoth(pair[0], pair[1], joined(after)))
    if (!isStory(before, isName)) continue
    const question = asIfNow(joined(after.filter((part, at) => at === 0 || !isTag(part))))
    if (after.every(isTag) || limitsMore(before, question)) continue
    const isSpeaker = topicOf(joined(before), isName)?.isSpeaker === true
    // "My boss" is that of somebody else than whom the story is about.
    if (!isSpeaker && asksOfSpeaker(question)) continue
    const names = before.flatMap((part) => subjectsIn(part, isName))
    if (before.some((part) => namesIn(part, isName).some((name) => isOwner(part, name)))) continue
    if (names.length === 0 || !pointsBack(question) || namesIn(question, isName).length > 0)
      variants.push(question)
    if (names.length === 1) variants.push(...withTopic(names[0], question, isSpeaker))
  }
  return variants
}

/** The names in a part but for where the first of them is: "the planner sits in Delivery". */
function subjectsIn(part: Words, isName: IsName): readonly Words[] {
  const names = namesIn(part, isName)
  return names.filter((name, at) => at === 0 || !WHERE.has(part[part.indexOf(name[0]) - 1]?.form))
}

const WHERE = new Set(['in', 'at', 'under', 'within'])

/** Whether a part speaks of somebody who belongs to what is named: "Tom's boss", "the head of Finance". */
function isOwner(part: Words, name: Words): boolean {
  const at = part.indexOf(name[0])
  const next = part[at + name.length]?.form
  return (
    part[at - 1]?.form === 'of' || (next === "'s" && RELATIVES.has(part[at + name.length + 1]?.form ?? ''))
  )
}

const RELATIVES = new Set(
  'boss manager supervisor head lead assistant replacement successor predecessor deputy secretary report reports peer peers colleague colleagues friend wife husband partner mum mother dad father son daughter brother sister backup stand-in'.split(
    ' ',
  ),
)

/** Whether a question has a word that stands for what was named before. */
function pointsBack(question: Words): boolean {
  return question.some(({ form }, at) => PRONOUNS.has(form) || isThat(question, at))
}

/** Two names for "both of them". */
function withBoth(first: Words, second: Words, question: Words): Words[] {
  if (!question.some(({ form }) => BOTH.has(form))) return []
  const them = question.findIndex(({ form }) => form === 'them' || form === 'they')
  const [to, from] = them < 0 ? [question.length, question.length] : [them, them + 1]
  return [
    [...question.slice(0, to), ...cutOff(first), made('and'), ...cutOff(second), ...question.slice(from)],
  ]
}

const BOTH = new Set(['both', 'share', 'common', 'two'])

/** What the parts before "who would that be" may name, the longest first. */
export function askedByTag(parts: readonly Words[], isName: IsName): readonly Words[] {
  const cut = parts.findLastIndex((part) => !isTag(part)) + 1
  if (cut === 0 || cut === parts.length) return []
  const [before, last] = [parts.slice(0, cut - 1), parts[cut - 1]]
  if (!isStory(parts.slice(0, cut), isName) && !isStory([...before, last], isName)) return []
  const ranges: Words[] = []
  for (let length = last.length - 1; length > 1; length--)
    for (let from = 0; from + length <= last.length; from++) ranges.push(last.slice(from, from + length))
  return ranges.filter((range) => namesIn(range, isName).length > 0)
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

/** "that team", and "there" unless something is there. */
function isThat(question: Words, at: number): boolean {
  const [{ form }, next] = [question[at], question.at(at + 1)]
  if (form === 'there') return !IS.has(next?.form ?? '') && !IS.has(question[at - 1]?.form ?? '')
  return (form === 'that' || form === 'this') && KINDS.has(next?.form ?? '')
}

const IS = new Set(['is', 'are', "'s", "'re"])
const KINDS = new Set(
  'team department unit office group division role job post position seat person'.split(' '),
)
const SUBJECTS = new Set(['he', 'she', 'they', 'it', 'him', 'them', 'this'])
const OWNERS = new Set(['his', 'their', 'its', 'theirs'])
const PRONOUNS = new Set([...SUBJECTS, ...OWNERS, 'her', 'there'])
/** What "her" comes before where it stands for a person rather than for what she has. */
const NO_NOUN = new Set(['and', 'or', 'then', 'directly', 'now', 'all'])

function withTopic(topic: Words, question: Words, isSpeaker: boolean): Words[] {
  const subjects = isSpeaker ? new Set(['i', 'me']) : SUBJECTS
  const owners = isSpeaker ? new Set(['my', 'mine']) : OWNERS
  let count = 0
  const own = question.flatMap((word, at): Words => {
    if (
      word.quoted ||
      (at > 0 &&
        !isSpeaker &&
        isThat(question, at - 1) &&
        word.form !== 'there' &&
        question[at - 1].form !== 'there')
    )
      return word.quoted ? [word] : []
    if (!isSpeaker && isThat(question, at)) {
      count++
      return word.form === 'there' && question[at - 1]?.form !== 'from'
        ? [made('in'), ...cutOff(topic)]
        : cutOff(topic)
    }
    const next = question.at(at + 1)
    const isHer = word.form === 'her' && !isSpeaker
    const isOwner = owners.has(word.form) || (isHer && next !== undefined && !NO_NOUN.has(next.form))
    if (!isOwner && !isHer && !subjects.has(word.form)) return [word]
    count++
    return isOwner ? [...cutOff(topic), made("'s")] : cutOff(topic)
  })
  // The second pronoun may mean something else.
  if (count > 0) return count === 1 || isSpeaker ? [own] : []
  return linksTo(question, isSpeaker).map((link) => [...question, ...link.map(made), ...cutOff(topic)])
}

/** The words by which a topic that no pronoun stands for may follow a question: a way to a goal starts where the speaker is. */
function linksTo(question: Words, isSpeaker: boolean): readonly (readonly string[])[] {
  const hasGoal = question.some(({ form }) => form === 'to')
  if (isSpeaker) return hasGoal ? [['from']] : []
  return hasGoal ? [['of'], []] : [['of'], ['to'], []]
}

function cutOff(words: Words): Words {
  return words.map((word, at) => (at === 0 ? { ...word, cut: true } : word))
}

export function made(form: string): Word {
  return { form, start: 0, end: 0, quoted: false, made: true }
}
