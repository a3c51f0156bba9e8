import { find, type FindKind, type FindMatch, isOneTypo, type Org, rolesHeldBy } from '../internal.js'
import type { Vocabulary } from './pattern-words.js'

/** Something on the chart that a part of a question names. */
export interface Named {
  readonly kind: FindKind
  readonly id: string
  /** The match by which it was found. */
  readonly match: FindMatch
  /** The person by whom the role was found, where the question needs a role and names its holder. */
  readonly holder?: string
}

/** What words may name: all that fit equally well. */
export interface NameReading {
  readonly named: readonly Named[]
  /** How well they fit: 0 is exact. */
  readonly tier: number
}

/** What a slot of a pattern takes, by its name without the digits. */
const SLOTS: ReadonlyMap<string, { readonly kinds: readonly FindKind[]; readonly lifts?: true }> = new Map([
  ['who', { kinds: ['role', 'unit', 'person'] }],
  ['place', { kinds: ['role', 'unit', 'person'], lifts: true }],
  ['role', { kinds: ['role', 'person'], lifts: true }],
  ['post', { kinds: ['role'] }],
  ['unit', { kinds: ['unit'] }],
  ['person', { kinds: ['person'] }],
])

const MOST_MATCHES = 50
/** Tiers of fit, best first. An id in quotation marks is meant as an id. */
export const TIERS = { quoted: -1, exact: 0, alias: 1, words: 2, prefix: 3, typo: 4 }

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'our',
  'any',
  'some',
  'this',
  'that',
  'role',
  'unit',
  'person',
  'one',
  'new',
  'whole',
  'entire',
  'current',
  'present',
])
const HONORIFICS = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'professor', 'sir'])
const KIND_WORDS: ReadonlyMap<string, FindKind> = new Map([
  ...['role', 'position', 'post', 'job', 'seat', 'vacancy', 'box', 'roles', 'positions', 'posts', 'jobs'].map(
    (word) => [word, 'role'] as const,
  ),
  ...['unit', 'team', 'department', 'dept', 'dept.', 'division', 'group', 'units'].map(
    (word) => [word, 'unit'] as const,
  ),
  ...['person', 'employee'].map((word) => [word, 'person'] as const),
])
/** Words that say little about which name is meant. */
const SMALL = new Set('of the and for to in a an at on with by or from & as'.split(' '))
/** Words that name nothing on their own, unless something is called exactly that. */
const PRONOUNS = new Set(
  (
    'i me my mine myself we us our ours you your yours he him his she her hers they them their theirs it its this that these those one ' +
    'who whom what which anyone anybody someone somebody everyone everybody no nobody none people person role roles unit team company boss ' +
    'here there not office offices project program programme chart department division group organization organisation business firm job post position work staff head top not never than both either neither all any some each every other another else same new old next last first'
  ).split(' '),
)
/** Whether a word names nothing on its own, or is small. */
export function isPronoun(word: string): boolean {
  return PRONOUNS.has(word) || SMALL.has(word)
}

const NO_END = new Set('about it him her them me us you i he she they this that is are do does'.split(' '))

/** Whether a word is none that a name ends with. */
export function endsNoName(word: string): boolean {
  return SMALL.has(word) || NO_END.has(word)
}

/** What a team is called anyway: a unit may be named without it. */
const GENERIC_UNIT = new Set([
  'team',
  'department',
  'unit',
  'office',
  'group',
  'division',
  'dept',
  'function',
])
/** Titles that begin with what they are: a VP Sales is a VP. */
const LEADING_HEADS = new Set(['vp', 'head', 'director', 'chief', 'president', 'manager', 'lead'])

const NONE: ReadonlySet<string> = new Set()

/**
 * Finds what the words of a slot name. `quoted` tells that they are in quotation marks; `ordinary` are words of questions,
 * which are spelt right: "career" is not a misspelt Carter.
 */
export function namesIn(
  org: Org,
  slot: string,
  text: string,
  quoted: boolean,
  ordinary: Pick<Vocabulary, 'has'> = NONE,
): NameReading | undefined {
  const strict = slot.endsWith('!')
  const takes = SLOTS.get(slot.replace(/[\d!]+$/, ''))
  if (takes === undefined) return undefined
  let best: NameReading | undefined
  for (const [words, kinds] of spellingsOf(text, takes.kinds, quoted)) {
    const found = bestOf(org, words, kinds, { strict, quoted, ordinary })
    if (found !== undefined && (best === undefined || found.tier < best.tier)) best = found
    if (best !== undefined && best.tier <= TIERS.exact) break
  }
  if (best === undefined || takes.lifts !== true) return best
  const named = best.named.flatMap((one) => (one.kind === 'person' ? rolesOfPerson(org, one) : [one]))
  return named.length === 0 ? undefined : { named: distinct(named), tier: best.tier }
}

/** A text as it is, and without the words around a name: "the", "Dr", "role". */
function* spellingsOf(
  text: string,
  kinds: readonly FindKind[],
  quoted: boolean,
): Generator<readonly [text: string, kinds: readonly FindKind[]]> {
  yield [text, kinds]
  if (quoted) return
  let words = text.split(/\s+/)
  let wanted = kinds
  const narrow = (word: string | undefined): boolean => {
    const kind = KIND_WORDS.get(word?.toLowerCase() ?? '')
    if (kind === undefined || words.length < 2 || !kinds.includes(kind)) return false
    wanted = [kind]
    return true
  }
  const first = (): string => words[0].toLowerCase().replace(/\.$/, '')
  while (words.length > 1 && DETERMINERS.has(first()) && KIND_WORDS.get(first()) === undefined) {
    words = words.slice(1)
    yield [words.join(' '), wanted]
  }
  if (narrow(words[0])) {
    words = words.slice(1)
    if (words.length > 1 && /^(called|named)$/i.test(words[0])) words = words.slice(1)
    yield [words.join(' '), wanted]
  }
  if (words.length > 1 && HONORIFICS.has(first()) && kinds.includes('person')) {
    yield [words.slice(1).join(' '), ['person']]
  }
  if (narrow(words.at(-1))) yield [words.slice(0, -1).join(' '), wanted]
  const singular = singularOf(words)
  if (singular !== undefined && kinds.includes('role')) yield [singular, ['role']]
}

/** "project managers" for a Project Manager, "PMs" for a PM; a single longer word in the plural says too little. */
function singularOf(words: readonly string[]): string | undefined {
  const last = words.at(-1) ?? ''
  if (!/[^s]s$/i.test(last) || (words.length === 1 && last.length > 4)) return undefined
  return [...words.slice(0, -1), last.slice(0, -1)].join(' ')
}

interface Care {
  readonly strict: boolean
  readonly quoted: boolean
  readonly ordinary: Pick<Vocabulary, 'has'>
}

function bestOf(org: Org, text: string, kinds: readonly FindKind[], care: Care): NameReading | undefined {
  const words = lowered(text)
  const isBare = words.every((word) => SMALL.has(word) || PRONOUNS.has(word))
  const isOrdinary = words.every((word) => SMALL.has(word) || PRONOUNS.has(word) || care.ordinary.has(word))
  let best: { readonly tier: number; readonly matches: FindMatch[] } | undefined
  for (const match of find(org, text, { kinds, limit: MOST_MATCHES })) {
    if (match.matched === 'holder') continue
    const tier = tierOf(match, text, care)
    if (tier > TIERS.alias && (isBare || !namesTheWhole(match, words, tier, care))) continue
    if (tier === TIERS.typo && isOrdinary) continue
    if (best === undefined || tier < best.tier) best = { tier, matches: [match] }
    else if (tier === best.tier) best.matches.push(match)
  }
  if (best === undefined) return undefined
  // A misleading alias is meant only where nothing else has the name.
  const clear = best.matches.filter(({ warning }) => warning === undefined)
  const meant = clear.length > 0 ? clear : best.matches
  return { tier: best.tier, named: meant.map((match) => ({ kind: match.kind, id: match.id, match })) }
}

function tierOf({ fit, matched, name }: FindMatch, text: string, { quoted }: Care): number {
  if (fit !== 'exact') return TIERS[fit]
  if (quoted && matched === 'id' && name === text) return TIERS.quoted
  return matched === 'alias' ? TIERS.alias : TIERS.exact
}

/** Whether some words of a name say enough: "Analyst" for a PMO Analyst, but not "Project" for a Project Manager. */
function namesTheWhole(
  { kind, name }: FindMatch,
  words: readonly string[],
  tier: number,
  { strict }: Care,
): boolean {
  const own = lowered(name)
  const told = words.filter((word) => !SMALL.has(word))
  const isTold = (word: string): boolean =>
    told.some(
      (each) => each === word || isOneTypo(each.toUpperCase(), word.toUpperCase()) || word.startsWith(each),
    )
  if (tier === TIERS.prefix && (strict || told.some((word) => word.length < 4 && !own.includes(word))))
    return false
  if (kind === 'person') return true
  if (kind === 'unit') return own.every((word) => SMALL.has(word) || GENERIC_UNIT.has(word) || isTold(word))
  return isTold(headOfTitle(name)) || (LEADING_HEADS.has(own[0]) && isTold(own[0]))
}

/** The word that says what a role is: the last one, or the one before "of". */
function headOfTitle(name: string): string {
  const part = /^(.*?\S)\s*(?:[,(/–—]|\s-\s|\s(?:of|for|to|in|at|and|&)\s)/i.exec(name)?.[1] ?? name
  return lowered(part).at(-1) ?? ''
}

function lowered(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,()/]+/)
    .filter((word) => word !== '')
}

function rolesOfPerson(org: Org, { id, match }: Named): Named[] {
  return rolesHeldBy(org, id).map((role) => ({ kind: 'role', id: role, match, holder: id }))
}

function distinct(named: readonly Named[]): Named[] {
  return [...new Map(named.map((one) => [`${one.kind} ${one.id}`, one])).values()]
}
