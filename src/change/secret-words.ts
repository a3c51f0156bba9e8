import { foldedName, type LetterFolds, lettersOf } from '../engine/name-letters.js'
import { isNested } from '../define/plain-copy.js'

/** A word of a text: where it is, and its letters and digits without case and accents. */
interface Word {
  readonly from: number
  readonly to: number
  readonly letters: string
}

/** A word is a run of letters and digits up to a capital, or one character of a script that is written without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|\p{Lu}*(?:(?![\p{Lu}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+|\p{Lu}+/gu

/** The next words of secrets, and what replaces the secret that ends here. */
interface Node {
  readonly next: Map<string, Node>
  mask?: string
}

/** What a secret is replaced by where several have the same words, or where it has no replacement of its own. */
export const MASK = '…'

/**
 * Words that must not be in a text: names, ids, addresses. They are found in any case, with or without accents and punctuation: `ada-lovelace` and
 * `AdaLovelace` are "Ada Lovelace". A number, and a word of one or two letters, are found only as the whole of a text, since other texts
 * are full of them.
 */
export class SecretWords {
  readonly #folds: LetterFolds = new Map()
  readonly #root: Node = { next: new Map() }
  /** The secrets that are found as a whole text only, by their letters, or as written where they have none. */
  readonly #whole = new Map<string, string>()
  /** All secrets by their letters. */
  readonly #letters = new Set<string>()

  add(secret: string, mask: string): void {
    const words = this.#wordsOf(secret)
    const letters = words.map((word) => word.letters).join('')
    this.#letters.add(letters)
    if (letters === '') {
      if (secret.trim() !== '') this.#whole.set(secret.trim(), mask)
    } else if (words.length === 1 && (letters.length < 3 || /^\d+$/.test(letters))) {
      this.#whole.set(letters, this.#whole.has(letters) && this.#whole.get(letters) !== mask ? MASK : mask)
    } else {
      this.#addPath(
        words.map((word) => word.letters),
        mask,
      )
      if (words.length === 1) return
      this.#addPath([letters], mask)
      // "Lovelace, Ada".
      const [last, ...rest] = words.map((word) => word.letters).reverse()
      this.#addPath([last, ...rest.reverse()], mask)
    }
  }

  #addPath(words: readonly string[], mask: string): void {
    let node = this.#root
    for (const word of words) {
      let next = node.next.get(word)
      if (next === undefined) node.next.set(word, (next = { next: new Map() }))
      node = next
    }
    node.mask = node.mask === undefined || node.mask === mask ? mask : MASK
  }

  #wordsOf(text: string): Word[] {
    const words: Word[] = []
    for (const match of text.normalize('NFC').matchAll(WORD)) {
      const letters = lettersOf(foldedName(match[0], this.#folds))
      if (letters !== '') words.push({ from: match.index, to: match.index + match[0].length, letters })
    }
    return words
  }

  /** Whether a text is one of the secrets as a whole. */
  has(text: string): boolean {
    return this.#letters.has(
      this.#wordsOf(text)
        .map(({ letters }) => letters)
        .join(''),
    )
  }

  /** A text with each secret in it replaced. */
  masked(given: string): string {
    const text = given.normalize('NFC')
    const words = this.#wordsOf(text)
    const whole = this.#whole.get(words.map(({ letters }) => letters).join('') || text.trim())
    if (whole !== undefined) return whole
    let masked = ''
    let done = 0
    for (let at = 0; at < words.length;) {
      const found = this.#longestAt(words, at)
      if (found === undefined) {
        at++
        continue
      }
      masked += text.slice(done, words[at].from) + found.mask
      done = words[found.last].to
      at = found.last + 1
    }
    return done === 0 ? given : masked + text.slice(done)
  }

  #longestAt(
    words: readonly Word[],
    first: number,
  ): { readonly last: number; readonly mask: string } | undefined {
    let found: { readonly last: number; readonly mask: string } | undefined
    let node: Node | undefined = this.#root
    for (let at = first; at < words.length; at++) {
      node = node.next.get(words[at].letters)
      if (node === undefined) return found
      if (node.mask !== undefined) found = { last: at, mask: node.mask }
    }
    return found
  }

  /** Plain data with each secret replaced, in keys too. A frozen copy, without recursion. */
  maskedData(data: unknown): unknown {
    if (!isNested(data)) return typeof data === 'string' ? this.masked(data) : data
    const holder: { readonly value?: unknown } = {}
    const copies = new Map<unknown, object>()
    const pending: { readonly from: object; readonly to: object }[] = [{ from: { value: data }, to: holder }]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { from, to } = next
      for (const [key, value] of Object.entries(from) as [string, unknown][]) {
        let copy = copies.get(value)
        if (isNested(value) && copy === undefined) {
          copy = Array.isArray(value) ? new Array<unknown>(value.length) : {}
          copies.set(value, copy)
          pending.push({ from: value as object, to: copy })
        }
        const masked = copy ?? (typeof value === 'string' ? this.masked(value) : value)
        Object.defineProperty(to, Array.isArray(from) ? key : this.#keyFor(to, key), {
          value: masked,
          enumerable: true,
          configurable: true,
          writable: true,
        })
      }
    }
    for (const copy of copies.values()) Object.freeze(copy)
    return holder.value
  }

  /** A key with each secret replaced that the object does not have yet. */
  #keyFor(object: object, key: string): string {
    const masked = this.masked(key)
    if (masked === key) return key
    let free = masked
    for (let number = 2; Object.hasOwn(object, free); number++) free = `${masked} ${String(number)}`
    return free
  }
}
