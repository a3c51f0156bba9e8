import { latinLookOf } from './confusables.js'

/** A kind of difference that the eye, or a spreadsheet, passes over; the value is its name in messages. */
export const DIFFERENCES = {
  form: 'Unicode form',
  space: 'white space or invisible characters',
  case: 'case',
  zeros: 'leading zeros',
  letters: 'look-alike letters or signs',
} as const

export type Difference = keyof typeof DIFFERENCES

/** Printable ASCII without capitals and spaces: where no zero leads a number either, the id is its own key. */
const PLAIN = /^[!-@[-`{-~]*$/
const ASCII = /^[\0-\x7f]*$/
const INVISIBLE = /\p{Cf}/gu
const ODD_SPACE = /^\s|\s$|\s\s|[^\S ]/
/** Zeros before the digits of a whole number: not those inside, and not those of 1.05. */
const ZEROS = /(?<!\d|\d[.,])0+(?=\d)/g
const ZERO = /(?:^|\D)0\d/

/**
 * Groups of ids that look alike, as positions in the list, ascending, by their first members: two ids are in one
 * group when they are the same but for Unicode form (NFC, NFD, full width), white space and invisible
 * characters at the ends or between words, case, leading zeros of numbers, letters that look the same, or several
 * of these, or when a third id is to both. One kind of difference can be left out of account.
 * O(total length of the ids).
 */
export function lookAlikeGroups(ids: readonly string[], except?: Difference): number[][] {
  const positions = new Map<string, number>()
  const groups = new JoinedPositions(ids.length)
  let odd = false
  for (const [position, id] of ids.entries()) {
    if (isItsOwnKey(id)) continue
    odd = true
    for (const key of keysOf(id, except)) {
      const other = positions.get(key)
      if (other === undefined) positions.set(key, position)
      else groups.join(other, position)
    }
  }
  // A plain id is its own key: it need not be kept, only found.
  if (odd) {
    for (const [position, id] of ids.entries()) {
      const other = isItsOwnKey(id) ? positions.get(id) : undefined
      if (other !== undefined) groups.join(other, position)
    }
  }
  return groups.all()
}

/** The kinds of difference but for which the ids would be the same. */
export function differencesAmong(ids: readonly string[]): Difference[] {
  const kinds = Object.keys(DIFFERENCES) as Difference[]
  return kinds.filter((kind) => lookAlikeGroups(ids, kind)[0]?.length !== ids.length)
}

function isItsOwnKey(id: string): boolean {
  return PLAIN.test(id) && !ZERO.test(id)
}

/** What an id looks like: letters of another alphabet as themselves, and as those that they look like. */
function keysOf(id: string, except: Difference | undefined): string[] {
  if (ASCII.test(id)) return [folded(id, except)]
  const text = except === 'form' ? id : id.normalize('NFKC')
  const visible = except === 'space' ? text : text.replace(INVISIBLE, '')
  const keys = [folded(visible, except)]
  const latin = except === 'letters' ? visible : latinLookOf(visible)
  if (latin !== visible) keys.push(folded(latin, except))
  return keys
}

function folded(text: string, except: Difference | undefined): string {
  const spaced = except !== 'space' && ODD_SPACE.test(text) ? text.replace(/\s+/g, ' ').trim() : text
  const cased = except === 'case' ? spaced : spaced.toLowerCase()
  return except !== 'zeros' && ZERO.test(cased) ? cased.replace(ZEROS, '') : cased
}

/** Positions in groups that grow together; the first position of a group stands for it. */
class JoinedPositions {
  readonly #parent: Int32Array
  #joined = false

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, position) => position)
  }

  join(a: number, b: number): void {
    const [first, second] = [this.#first(a), this.#first(b)]
    if (first === second) return
    this.#joined = true
    this.#parent[Math.max(first, second)] = Math.min(first, second)
  }

  all(): number[][] {
    if (!this.#joined) return []
    const groups = new Map<number, number[]>()
    for (let position = 0; position < this.#parent.length; position++) {
      const first = this.#first(position)
      if (first === position) continue
      const group = groups.get(first)
      if (group === undefined) groups.set(first, [first, position])
      else group.push(position)
    }
    return [...groups.values()].sort((a, b) => a[0] - b[0])
  }

  #first(position: number): number {
    let first = position
    while (this.#parent[first] !== first) {
      // Halves the way for the next one who asks.
      this.#parent[first] = this.#parent[this.#parent[first]]
      first = this.#parent[first]
    }
    return first
  }
}
