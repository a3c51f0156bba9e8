import { latinLookOf } from './confusables.js'
import { keep, noKeys, NOBODY, ownerOf } from './seen-keys.js'
import { CASE, FORM, INVISIBLE, LETTERS, needsOf, SPACE, unitsOfText, ZEROS } from './text-needs.js'

/** A kind of difference that the eye, or a spreadsheet, passes over; the value is its name in messages. */
export const DIFFERENCES = {
  form: 'Unicode form',
  space: 'white space or invisible characters',
  case: 'case',
  zeros: 'leading zeros',
  letters: 'look-alike letters or signs',
} as const

export type Difference = keyof typeof DIFFERENCES

const INVISIBLE_CHARACTERS = /\p{Cf}/gu
const ODD_SPACE = /^\s|\s$|\s\s|[^\S ]/
/** Zeros before the digits of a whole number: not those inside, and not those of 1.05. */
const LEADING_ZEROS = /(?<!\d|\d[.,])0+(?=\d)/g

/**
 * Groups of ids that look alike, as positions in the list, ascending, by their first members: two ids are in one
 * group when they are the same but for Unicode form (NFC, NFD, full width), white space and invisible
 * characters at the ends or between words, case, leading zeros of numbers, letters that look the same, or several
 * of these, or when a third id is to both. One kind of difference can be left out of account.
 * The ids differ among each other. O(total length of the ids).
 */
export function lookAlikeGroups(ids: readonly string[], except?: Difference): number[][] {
  const seen = noKeys()
  const isOwnKey = new Uint8Array(ids.length)
  // Made when two ids are joined: in a usual chart none are.
  let parent: Int32Array | undefined
  const found = (other: number, position: number): void => {
    if (other !== NOBODY) join((parent ??= eachAlone(ids.length)), other, position)
  }
  const { lower, latin } = unitsOfText()
  for (let position = 0; position < ids.length; position++) {
    const id = ids[position]
    const needsOfId = needsOf(id)
    if (needsOfId === 0) {
      isOwnKey[position] = 1
      continue
    }
    // Most odd ids need letters changed one for one and zeros left out: that takes no string for each key.
    const text = needsOfId & FORM && except === undefined ? id.normalize('NFKC') : id
    const needs = text === id ? needsOfId : needsOf(text)
    if (except === undefined && (needs & ~(CASE | LETTERS | ZEROS)) === 0) {
      if (needs & (CASE | ZEROS)) found(keep(seen, text, lower, position), position)
      else if (text === id) isOwnKey[position] = 1
      else found(keep(seen, text, undefined, position), position)
      if (needs & LETTERS) found(keep(seen, text, latin, position), position)
      continue
    }
    for (const folded of foldedTexts(id, needsOfId, except)) {
      if (folded === id) isOwnKey[position] = 1
      else found(keep(seen, folded, undefined, position), position)
    }
  }
  // An id that is its own key need not be kept, only found.
  if (seen.count > 0) {
    for (let position = 0; position < ids.length; position++) {
      if (isOwnKey[position] === 1) found(ownerOf(seen, ids[position]), position)
    }
  }
  return parent === undefined ? [] : joined(parent)
}

/** The kinds of difference but for which the ids, which are one group, would be the same. */
export function differencesAmong(ids: readonly string[]): Difference[] {
  const changing = new Set<Difference>()
  for (const id of ids) {
    const needs = needsOf(id)
    // A large group is mostly more of the same.
    const known = (changing.has('case') ? CASE : 0) | (changing.has('zeros') ? ZEROS : 0)
    if ((needs & ~known) !== 0) foldedTexts(id, needs, undefined, changing)
  }
  const kinds = Object.keys(DIFFERENCES) as Difference[]
  const isNeeded = (kind: Difference): boolean => {
    // Where one of the last steps alone changes anything, nothing takes its place.
    if (changing.size === 1 && (kind === 'case' || kind === 'zeros')) return true
    return lookAlikeGroups(ids, kind)[0]?.length !== ids.length
  }
  // What changes none of the ids can be left out.
  return kinds.filter((kind) => changing.has(kind) && isNeeded(kind))
}

/**
 * What an id looks like: letters of another alphabet as themselves, and as those that they look like. Adds to `changing`
 * each kind of difference that was taken away.
 */
function foldedTexts(
  id: string,
  needsOfId: number,
  except: Difference | undefined,
  changing?: Set<Difference>,
): string[] {
  let text = id
  let needs = needsOfId
  const change = (kind: Difference, changed: string): void => {
    if (changed === text) return
    text = changed
    needs = needsOf(text)
    changing?.add(kind)
  }
  if (needs & FORM && except !== 'form') change('form', text.normalize('NFKC'))
  if (needs & INVISIBLE && except !== 'space') change('space', text.replace(INVISIBLE_CHARACTERS, ''))
  const visible = text
  const latin = needs & LETTERS && except !== 'letters' ? latinLookOf(text) : text
  const fold = (): string => {
    if (needs & SPACE && except !== 'space' && ODD_SPACE.test(text))
      change('space', text.replace(/\s+/g, ' ').trim())
    if (needs & CASE && except !== 'case') change('case', text.toLowerCase())
    if (needs & ZEROS && except !== 'zeros') change('zeros', text.replace(LEADING_ZEROS, ''))
    return text
  }
  const own = fold()
  if (latin === visible) return [own]
  text = visible
  change('letters', latin)
  return [own, fold()]
}

function eachAlone(count: number): Int32Array {
  const parent = new Int32Array(count)
  for (let position = 0; position < count; position++) parent[position] = position
  return parent
}

/** Makes two groups of positions one; the first position of a group stands for it. */
function join(parent: Int32Array, a: number, b: number): void {
  const [first, second] = [firstOf(parent, a), firstOf(parent, b)]
  parent[Math.max(first, second)] = Math.min(first, second)
}

/** The groups of more than one position, by their first ones. */
function joined(parent: Int32Array): number[][] {
  const hasOthers = new Uint8Array(parent.length)
  for (let position = 0; position < parent.length; position++) {
    const first = firstOf(parent, position)
    if (first !== position) hasOthers[first] = 1
  }
  const groups: number[][] = []
  const groupOf = new Int32Array(parent.length)
  for (let position = 0; position < parent.length; position++) {
    const first = firstOf(parent, position)
    if (first !== position) groups[groupOf[first]].push(position)
    else if (hasOthers[first] === 1) groupOf[first] = groups.push([first]) - 1
  }
  return groups
}

function firstOf(parent: Int32Array, position: number): number {
  let first = position
  while (parent[first] !== first) {
    // Halves the way for the next one who asks.
    parent[first] = parent[parent[first]]
    first = parent[first]
  }
  return first
}
