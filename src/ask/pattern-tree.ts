import { alternativesIn, endOfPiece, phraseOf, type Rest } from './pattern-text.js'

/** A choice within a pattern, and what follows behind it. */
export interface Choice {
  readonly isOptional: boolean
  readonly choice: PatternNode
  readonly after: PatternNode
}

const NONE: ReadonlyMap<string, PatternNode> = new Map()
const NO_CHOICES: ReadonlyMap<string, Choice> = new Map()

/**
 * The patterns of a table, or the alternatives of a choice, as a tree: those that begin alike share its nodes. A node reads the
 * next pieces of its patterns when a question first gets to it: most questions need few of them. Most nodes are never read, and
 * most that are have few kinds of pieces, so that a map is made when something is to be put into it.
 */
export class PatternNode {
  readonly #choices: Choices
  #unread: Rest[] | undefined
  #words: Map<string, PatternNode> | undefined
  #slots: Map<string, PatternNode> | undefined
  #nested: Map<string, Choice> | undefined
  #ends: number[] | undefined

  constructor(choices: Choices, unread: Rest[]) {
    this.#choices = choices
    this.#unread = unread
  }

  /** What follows a word. */
  word(form: string): PatternNode | undefined {
    this.#read()
    return this.#words?.get(form)
  }

  /** What follows a name, by its slot. */
  get slots(): ReadonlyMap<string, PatternNode> {
    this.#read()
    return this.#slots ?? NONE
  }

  /** The choices that may follow. */
  get choices(): ReadonlyMap<string, Choice> {
    this.#read()
    return this.#nested ?? NO_CHOICES
  }

  /** The patterns that end here; of a choice, any number if an alternative ends here. */
  get ends(): readonly number[] {
    this.#read()
    return this.#ends ?? []
  }

  #read(): void {
    const unread = this.#unread
    if (unread === undefined) return
    this.#unread = undefined
    // By the piece that they begin with.
    const following = new Map<string, Rest[]>()
    for (const { text, at, to, index } of unread) {
      let from = at
      while (from < to && text[from] === ' ') from++
      if (from >= to) {
        ;(this.#ends ??= []).push(index)
        continue
      }
      const end = endOfPiece(text, from, to)
      const piece = text.slice(from, end)
      const rest = { text, at: end, to, index }
      const others = following.get(piece)
      if (others === undefined) following.set(piece, [rest])
      else others.push(rest)
    }
    for (const [piece, rests] of following) this.#put(piece, new PatternNode(this.#choices, rests))
  }

  #put(piece: string, after: PatternNode): void {
    const first = piece[0]
    if (first === '{') (this.#slots ??= new Map()).set(piece.slice(1, -1), after)
    else if (first === '(' || first === '[' || first === ':')
      (this.#nested ??= new Map()).set(piece, {
        isOptional: first === '[',
        choice: this.#choices.nodeOf(piece),
        after,
      })
    else (this.#words ??= new Map()).set(piece, after)
  }
}

/** The choices of patterns. The same choice is made once. */
class Choices {
  readonly #known = new Map<string, PatternNode>()

  /** The alternatives of `(…)`, `[…]` or `:phrase`. */
  nodeOf(piece: string): PatternNode {
    const known = this.#known.get(piece)
    if (known !== undefined) return known
    const isPhrase = piece.startsWith(':')
    const text = isPhrase ? phraseOf(piece) : piece
    const alternatives = isPhrase
      ? alternativesIn(text, 0, text.length, 0)
      : alternativesIn(text, 1, text.length - 1, 0)
    const made = new PatternNode(this, alternatives)
    this.#known.set(piece, made)
    return made
  }
}

/** The node at which all patterns begin. They have no `|` outside of brackets. */
export function treeOf(patterns: readonly string[]): PatternNode {
  return new PatternNode(
    new Choices(),
    patterns.map((text, index) => ({ text, at: 0, to: text.length, index })),
  )
}
