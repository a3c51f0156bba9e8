import type { FindKind } from '../../internal.js'
import type { NameReading } from '../names.js'
import { BREAK, type Word } from '../words.js'
import { CONCEPTS_OF, LONGEST_PHRASE } from './concepts.js'

type Words = readonly Word[]

/** What some words name, strictly: without the beginnings of names. */
export type NameOf = (words: Words) => NameReading | undefined

/** A part of a question: a name, or a phrase with what it may stand for. */
export interface Token {
  readonly concepts: ReadonlySet<string>
  /** The words of a name. */
  readonly name?: Words
}

const LONGEST_NAME = 6
/** The tier of an alias: the word itself is a name. */
const EXACT = 1

/** The tokens of a question; none if a word of it is neither a name nor a phrase that is known. */
export function tokensOf(words: Words, nameOf: NameOf): readonly Token[] | undefined {
  const tokens: Token[] = []
  for (let at = 0; at < words.length;) {
    const found = nameAt(words, at, nameOf) ?? phraseAt(words, at, nameOf)
    if (found === undefined) return undefined
    if (found.token !== undefined) tokens.push(found.token)
    at += found.length
  }
  return tokens
}

interface Found {
  readonly token: Token | undefined
  readonly length: number
}

function nameAt(words: Words, at: number, nameOf: NameOf): Found | undefined {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    const part = words.slice(at, at + length)
    if (!mayBeName(part)) continue
    const found = nameOf(part)
    if (found === undefined || (found.tier > EXACT && isPhrase(part))) continue
    return { token: { concepts: new Set(['name', KINDS[kindOf(found)]]), name: part }, length }
  }
  return undefined
}

function isPhrase(part: Words): boolean {
  return CONCEPTS_OF.has(part.map(({ form }) => form).join(' '))
}

/** Names begin and end with a word that says something, and a pause ends them. */
function mayBeName(part: Words): boolean {
  const [first, last] = [part[0], part[part.length - 1]]
  if (part.some(({ form, quoted }) => (form === BREAK || form === "'s") && !quoted)) return false
  if (part.some(({ pause }, at) => pause === true && at < part.length - 1)) return false
  return part.length === 1 || (!isSmall(first) && !isSmall(last))
}

const SMALL = new Set(
  'a an the this that these those our my your of for to in on at by with from and or as is are who what which whom does do'.split(
    ' ',
  ),
)

function isSmall({ form, quoted }: Word): boolean {
  return !quoted && SMALL.has(form)
}

const KINDS = { role: 'aRole', unit: 'aUnit', person: 'aPerson', mixed: 'aThing' } as const

function kindOf({ named }: NameReading): FindKind | 'mixed' {
  const kinds = new Set(named.map(({ kind }) => kind))
  return kinds.size === 1 ? named[0].kind : 'mixed'
}

/** Whether a name begins within a phrase and goes on behind it: "the senior" is no phrase before "project manager". */
function isCutByName(words: Words, at: number, length: number, nameOf: NameOf): boolean {
  for (let from = at + 1; from < at + length; from++) {
    const found = nameAt(words, from, nameOf)
    if (found !== undefined && from + found.length > at + length) return true
  }
  return false
}

function phraseAt(words: Words, at: number, nameOf: NameOf): Found | undefined {
  if (words[at].form === BREAK && !words[at].quoted) return { token: undefined, length: 1 }
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const part = words.slice(at, at + length)
    if (part.some(({ quoted }) => quoted)) continue
    const concepts = CONCEPTS_OF.get(part.map(({ form }) => form).join(' '))
    if (concepts !== undefined && !isCutByName(words, at, length, nameOf))
      return { token: { concepts }, length }
  }
  return undefined
}
