import { AWKWARD, OPENINGS } from './awkward.js'
import type { Random } from './random.js'

/** Longer texts are cut, so that an input is slow because of its shape, not its size. */
const LONGEST = 30_000

/** A text with a few changes at random places; pieces come from `other`, a text of the same format. */
export function mutatedText(text: string, other: string, random: Random): string {
  let mutated = text
  do mutated = random.pick(MUTATIONS)(mutated, random, other).slice(0, LONGEST)
  while (!random.oneIn(3))
  return mutated
}

type Mutation = (text: string, random: Random, other: string) => string

const MUTATIONS: readonly Mutation[] = [
  insertAwkward,
  insertAwkward,
  insertAwkward,
  insertAtToken,
  insertAtToken,
  replaceCharacter,
  replaceToken,
  replaceToken,
  swapTokens,
  swapTokens,
  copyToken,
  copyToken,
  (text, random) => replaced(text, sliceOf(text, random), ''),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  duplicateSlice,
  moveSlice,
  (text, random, other) => replaced(text, sliceOf(text, random), cut(other, sliceOf(other, random))),
  changeLineEnds,
  repeatRarely,
]

interface Slice {
  readonly from: number
  readonly to: number
}

/** Mostly a short slice. */
function sliceOf(text: string, random: Random): Slice {
  const from = random.below(text.length + 1)
  const longest = random.oneIn(4) ? text.length : 40
  return { from, to: Math.min(text.length, from + random.below(longest)) }
}

function cut(text: string, { from, to }: Slice): string {
  return text.slice(from, to)
}

function replaced(text: string, { from, to }: Slice, by: string): string {
  return text.slice(0, from) + by + text.slice(to)
}

/** A random cell, key or value: what is between delimiters. */
function tokenOf(text: string, random: Random): Slice {
  const at = random.below(text.length + 1)
  let [from, to] = [at, at]
  while (from > 0 && at - from < 60 && !SIGNS.has(text.charAt(from - 1))) from--
  while (to < text.length && to - at < 60 && !SIGNS.has(text.charAt(to))) to++
  return { from, to }
}

const SIGNS: ReadonlySet<string> = new Set('",;\t\r\n|:{}[]')

function insertAwkward(text: string, random: Random): string {
  const at = random.below(text.length + 1)
  return replaced(text, { from: at, to: at }, random.pick(AWKWARD))
}

function insertAtToken(text: string, random: Random): string {
  const { from, to } = tokenOf(text, random)
  const at = random.oneIn(2) ? from : to
  return replaced(text, { from: at, to: at }, random.pick(AWKWARD))
}

function replaceCharacter(text: string, random: Random): string {
  const from = random.below(text.length + 1)
  const by = random.oneIn(4) ? random.below(0x10000) : random.below(0x100)
  return replaced(text, { from, to: Math.min(text.length, from + 1) }, String.fromCharCode(by))
}

function replaceToken(text: string, random: Random): string {
  return replaced(text, tokenOf(text, random), random.pick(AWKWARD))
}

function copyToken(text: string, random: Random): string {
  return replaced(text, tokenOf(text, random), cut(text, tokenOf(text, random)))
}

function swapTokens(text: string, random: Random): string {
  const [first, second] = [tokenOf(text, random), tokenOf(text, random)].sort((a, b) => a.from - b.from)
  if (first.to > second.from) return text
  const between = text.slice(first.to, second.from)
  return text.slice(0, first.from) + cut(text, second) + between + cut(text, first) + text.slice(second.to)
}

function duplicateSlice(text: string, random: Random): string {
  const slice = sliceOf(text, random)
  const times = random.oneIn(20) ? 2 + random.below(50) : 2
  return replaced(text, slice, cut(text, slice).repeat(times))
}

function moveSlice(text: string, random: Random): string {
  const slice = sliceOf(text, random)
  const rest = replaced(text, slice, '')
  const at = random.below(rest.length + 1)
  return replaced(rest, { from: at, to: at }, cut(text, slice))
}

function changeLineEnds(text: string, random: Random): string {
  const end = random.pick(['\r\n', '\r', '\n\n', '\n\r', ' \n', '\u2028'])
  return random.oneIn(2) ? text.replaceAll('\n', end) : text.replace('\n', end)
}

/** Repetition and nesting: rarely, since these take a thousand times as long. */
function repeatRarely(text: string, random: Random): string {
  const at = random.below(text.length + 1)
  const many = random.oneIn(300) ? 1000 + random.below(20_000) : random.below(70)
  const what = random.pick(random.oneIn(2) ? OPENINGS : AWKWARD)
  return replaced(text, { from: at, to: at }, what.repeat(many))
}
