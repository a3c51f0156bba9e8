import { latinLookOf } from './confusables.js'
import { emptyTable, keep, NO_OWNER, ownerOf } from './text-table.js'
import { CASE, foldFlagsOf, foldTables, FORM, INVISIBLE, LETTERS, SPACE, ZEROS } from './fold-flags.js'

/** The kinds of difference that a reader or a spreadsheet overlooks, with their names in messages. */
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
/** Leading zeros of a whole number, but not zeros inside it or after a decimal point, as in 1.05. */
const LEADING_ZEROS = /(?<!\d|\d[.,])0+(?=\d)/g

/**
 * Groups ids that look alike. Returns their positions in the list, ascending, ordered by first member. Two ids are in one
 * group if they differ only in Unicode form (NFC, NFD, full width), white space and invisible characters at the ends or
 * between words, case, leading zeros of numbers, letters that look the same, or several of these, or if both look like a
 * third id. A difference of the kind `except` keeps ids apart. The ids must be distinct. Takes O(total length of the ids).
 */
export function lookAlikeGroups(ids: readonly string[], except?: Difference): number[][] {
  const table = emptyTable()
  const isOwnKey = new Uint8Array(ids.length)
  // Made when the first two ids are joined; in most charts none are.
  let parent: Int32Array | undefined
  const found = (other: number, position: number): void => {
    if (other !== NO_OWNER) join((parent ??= eachAlone(ids.length)), other, position)
  }
  const { lower, latin } = foldTables()
  for (let position = 0; position < ids.length; position++) {
    const id = ids[position]
    const flagsOfId = foldFlagsOf(id)
    if (flagsOfId === 0) {
      isOwnKey[position] = 1
      continue
    }
    // Most ids only need letters replaced and zeros dropped, which takes no string per key.
    const text = flagsOfId & FORM && except === undefined ? id.normalize('NFKC') : id
    const flags = text === id ? flagsOfId : foldFlagsOf(text)
    if (except === undefined && (flags & ~(CASE | LETTERS | ZEROS)) === 0) {
      if (flags & (CASE | ZEROS)) found(keep(table, text, lower, position), position)
      else if (text === id) isOwnKey[position] = 1
      else found(keep(table, text, undefined, position), position)
      if (flags & LETTERS) found(keep(table, text, latin, position), position)
      continue
    }
    for (const folded of foldedTexts(id, flagsOfId, except)) {
      if (folded === id) isOwnKey[position] = 1
      else found(keep(table, folded, undefined, position), position)
    }
  }
  // An id that is its own key is only looked up, not added to the table.
  if (table.count > 0) {
    for (let position = 0; position < ids.length; position++) {
      if (isOwnKey[position] === 1) found(ownerOf(table, ids[position]), position)
    }
  }
  return parent === undefined ? [] : joined(parent)
}

/** The kinds of difference that must be ignored for the ids of one group to look alike. */
export function differencesAmong(ids: readonly string[]): Difference[] {
  const changing = new Set<Difference>()
  for (const id of ids) {
    const flags = foldFlagsOf(id)
    // In a large group most ids add nothing new.
    const known = (changing.has('case') ? CASE : 0) | (changing.has('zeros') ? ZEROS : 0)
    if ((flags & ~known) !== 0) foldedTexts(id, flags, undefined, changing)
  }
  const kinds = Object.keys(DIFFERENCES) as Difference[]
  const isNeeded = (kind: Difference): boolean => {
    // If only a last step changes anything, no other step can replace it.
    if (changing.size === 1 && (kind === 'case' || kind === 'zeros')) return true
    return lookAlikeGroups(ids, kind)[0]?.length !== ids.length
  }
  // A kind that changes none of the ids is not needed.
  return kinds.filter((kind) => changing.has(kind) && isNeeded(kind))
}

/**
 * The folded forms of an id: one keeps letters of other alphabets, the other replaces them with the Latin letters that
 * they look like. Adds each kind of difference that was removed to `changing`.
 */
function foldedTexts(
  id: string,
  flagsOfId: number,
  except: Difference | undefined,
  changing?: Set<Difference>,
): string[] {
  let text = id
  let flags = flagsOfId
  const change = (kind: Difference, changed: string): void => {
    if (changed === text) return
    text = changed
    flags = foldFlagsOf(text)
    changing?.add(kind)
  }
  if (flags & FORM && except !== 'form') change('form', text.normalize('NFKC'))
  if (flags & INVISIBLE && except !== 'space') change('space', text.replace(INVISIBLE_CHARACTERS, ''))
  const visible = text
  const latin = flags & LETTERS && except !== 'letters' ? latinLookOf(text) : text
  const fold = (): string => {
    if (flags & SPACE && except !== 'space' && ODD_SPACE.test(text))
      change('space', text.replace(/\s+/g, ' ').trim())
    if (flags & CASE && except !== 'case') change('case', text.toLowerCase())
    if (flags & ZEROS && except !== 'zeros') change('zeros', text.replace(LEADING_ZEROS, ''))
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

/** Joins two groups of positions; the first position of a group represents it. */
function join(parent: Int32Array, a: number, b: number): void {
  const [first, second] = [firstOf(parent, a), firstOf(parent, b)]
  parent[Math.max(first, second)] = Math.min(first, second)
}

/** The groups of more than one position, ordered by first position. */
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
    // Path halving speeds up later look-ups.
    parent[first] = parent[parent[first]]
    first = parent[first]
  }
  return first
}
