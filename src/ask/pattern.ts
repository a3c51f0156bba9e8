import { PHRASES } from './vocabulary.js'

/** A place in the patterns, after the words that have been read: what may follow there. */
export interface Step {
  readonly id: number
  /** By the next word of a pattern. */
  readonly words: ReadonlyMap<string, Step>
  /** By the slot of the next name. */
  readonly slots: ReadonlyMap<string, Step>
  /** The patterns that may end here. */
  readonly ends: readonly number[]
}

/** All patterns of a table. */
export interface Automaton {
  readonly start: Step
  /** The words of all patterns. */
  readonly vocabulary: ReadonlySet<string>
}

/** A word or a slot; or a choice of patterns. */
type Item = string | { readonly isOptional: boolean; readonly choice: Node }

/** The patterns of a table, or the alternatives of a choice, as a tree: those that begin alike share its nodes. */
interface Node {
  readonly following: Map<string, { readonly item: Item; readonly node: Node }>
  /** The patterns that end here; of a choice, any number if an alternative ends here. */
  readonly ends: number[]
}

/** A node within a choice, and where to go on behind the choice. */
interface Place {
  readonly id: number
  readonly node: Node
  readonly behind: Place | undefined
  readonly inside: Map<Node, Place>
}

/** How many steps are kept for the next questions. */
const MOST_STEPS = 20_000

/**
 * Reads patterns. `word` reads a word, `{name}` one or more words that are a name, `(a|b c)` one of several, `[a]` what may
 * be left out, and `:phrase` what {@link PHRASES} lists. Steps are made when a question first gets to them.
 */
export function compiled(patterns: readonly string[]): Automaton {
  const reader = new PatternReader()
  const root = newNode()
  for (const [index, pattern] of patterns.entries()) reader.add(root, pattern, index)
  const steps = new Steps(root)
  return {
    get start() {
      return steps.start
    },
    vocabulary: reader.vocabulary,
  }
}

function newNode(): Node {
  return { following: new Map(), ends: [] }
}

const PIECE = /[([|)\]]|\{[^}]*\}|[^\s([|)\]]+/g

/** Makes trees of patterns. The same choice is made once. */
class PatternReader {
  readonly vocabulary = new Set<string>()
  readonly #choices = new Map<string, Node>()

  add(root: Node, pattern: string, index: number): void {
    const pieces = Array.from(pattern.matchAll(PIECE), ([piece]) => piece)
    this.#add(root, pieces, 0, pieces.length, index)
  }

  /** Adds the alternatives in a range of pieces. */
  #add(root: Node, pieces: readonly string[], from: number, to: number, index: number): void {
    let node = root
    for (let at = from; at < to; at++) {
      const piece = pieces[at]
      if (piece === '|') {
        node.ends.push(index)
        node = root
      } else if (piece === '(' || piece === '[') {
        const end = closing(pieces, at)
        const text = pieces.slice(at, end + 1).join(' ')
        const choice = this.#choice(text, (made) => {
          this.#add(made, pieces, at + 1, end, 0)
        })
        node = follow(node, text, { isOptional: piece === '[', choice })
        at = end
      } else if (piece.startsWith(':')) {
        const phrase = PHRASES.get(piece.slice(1))
        if (phrase === undefined) throw new Error(`No phrase ${piece}`)
        const choice = this.#choice(piece, (made) => {
          this.add(made, phrase, 0)
        })
        node = follow(node, piece, { isOptional: false, choice })
      } else {
        if (!piece.startsWith('{')) this.vocabulary.add(piece)
        node = follow(node, piece, piece)
      }
    }
    node.ends.push(index)
  }

  #choice(text: string, fill: (made: Node) => void): Node {
    const known = this.#choices.get(text)
    if (known !== undefined) return known
    const made = newNode()
    this.#choices.set(text, made)
    fill(made)
    return made
  }
}

function follow(from: Node, text: string, item: Item): Node {
  const known = from.following.get(text)
  if (known !== undefined) return known.node
  const node = newNode()
  from.following.set(text, { item, node })
  return node
}

/** The piece that closes a bracket. */
function closing(pieces: readonly string[], open: number): number {
  let depth = 0
  for (let at = open; at < pieces.length; at++) {
    if (pieces[at] === '(' || pieces[at] === '[') depth++
    else if (pieces[at] === ')' || pieces[at] === ']') depth--
    if (depth === 0) return at
  }
  throw new Error('A bracket of a pattern is not closed')
}

/** The steps between words, made when they are reached. */
class Steps {
  readonly #places = new Map<Node, Place>()
  readonly #root: Place
  #placeCount = 0
  #stepCount = 0
  #known = new Map<string, LazyStep>()

  constructor(root: Node) {
    this.#root = this.place(root, undefined)
  }

  /** Where a question begins. */
  get start(): Step {
    if (this.#known.size > MOST_STEPS) this.#known = new Map()
    return this.step([this.#root])
  }

  place(node: Node, behind: Place | undefined): Place {
    const known = behind?.inside ?? this.#places
    const place = known.get(node) ?? { id: this.#placeCount++, node, behind, inside: new Map<Node, Place>() }
    known.set(node, place)
    return place
  }

  /** The step of some places; the same places are one step. */
  step(places: readonly Place[]): LazyStep {
    const key = places.map(({ id }) => id).join()
    const step = this.#known.get(key) ?? new LazyStep(this, this.#stepCount++, places)
    this.#known.set(key, step)
    return step
  }
}

class LazyStep implements Step {
  readonly id: number
  readonly #steps: Steps
  readonly #places: readonly Place[]
  #made: Pick<Step, 'words' | 'slots' | 'ends'> | undefined

  constructor(steps: Steps, id: number, places: readonly Place[]) {
    this.#steps = steps
    this.id = id
    this.#places = places
  }

  get words(): Step['words'] {
    return this.#following().words
  }

  get slots(): Step['slots'] {
    return this.#following().slots
  }

  get ends(): Step['ends'] {
    return this.#following().ends
  }

  #following(): Pick<Step, 'words' | 'slots' | 'ends'> {
    return (this.#made ??= this.#make())
  }

  #make(): Pick<Step, 'words' | 'slots' | 'ends'> {
    const reads = new Map<string, Place[]>()
    const ends: number[] = []
    const pending = new Set(this.#places)
    for (const { node, behind } of pending) {
      if (behind === undefined) ends.push(...node.ends)
      else if (node.ends.length > 0) pending.add(behind)
      for (const { item, node: after } of node.following.values()) {
        const place = this.#steps.place(after, behind)
        if (typeof item === 'string') {
          const list = reads.get(item)
          if (list === undefined) reads.set(item, [place])
          else if (!list.includes(place)) list.push(place)
        } else {
          pending.add(this.#steps.place(item.choice, place))
          if (item.isOptional) pending.add(place)
        }
      }
    }
    const words = new Map<string, Step>()
    const slots = new Map<string, Step>()
    for (const [text, places] of reads) {
      const step = this.#steps.step(places)
      if (text.startsWith('{')) slots.set(text.slice(1, -1), step)
      else words.set(text, step)
    }
    return { words, slots, ends }
  }
}
