import { addToList, Late, quote } from '../internal.js'
import { PHRASES } from './vocabulary.js'

/** A place in the patterns, after the words that have been read: what may follow there. */
export interface Step {
  readonly id: number
  /** The place after a word of a pattern. */
  readonly word: (form: string) => Step | undefined
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

/**
 * The patterns of a table, or the alternatives of a choice, as a tree: those that begin alike share its nodes. A node reads the
 * next pieces of its patterns when a question first gets to it: most questions need few of them.
 */
class Node {
  readonly #choices: Choices
  #unread: Rest[]
  readonly #following = new Map<string, { readonly item: Item; readonly node: Node }>()
  readonly #ends: number[] = []

  constructor(choices: Choices, unread: Rest[] = []) {
    this.#choices = choices
    this.#unread = unread
  }

  get following(): ReadonlyMap<string, { readonly item: Item; readonly node: Node }> {
    this.#read()
    return this.#following
  }

  /** The patterns that end here; of a choice, any number if an alternative ends here. */
  get ends(): readonly number[] {
    this.#read()
    return this.#ends
  }

  add(rest: Rest): void {
    this.#unread.push(rest)
  }

  #read(): void {
    const unread = this.#unread
    if (unread.length === 0) return
    this.#unread = []
    for (const { text, at, to, index } of unread) {
      let from = at
      while (from < to && text[from] === ' ') from++
      if (from >= to) {
        this.#ends.push(index)
        continue
      }
      const end = endOfPiece(text, from, to)
      const piece = text.slice(from, end)
      let following = this.#following.get(piece)
      if (following === undefined) {
        following = { item: this.#choices.itemOf(piece), node: new Node(this.#choices) }
        this.#following.set(piece, following)
      }
      following.node.add({ text, at: end, to, index })
    }
  }
}

/** What is left of a pattern: from a place in its text to another. */
interface Rest {
  readonly text: string
  readonly at: number
  readonly to: number
  /** The number of the pattern. */
  readonly index: number
}

/** The choices of patterns. The same choice is made once. */
class Choices {
  readonly #known = new Map<string, Node>()

  itemOf(piece: string): Item {
    const isOptional = piece.startsWith('[')
    if (isOptional || piece.startsWith('('))
      return { isOptional, choice: this.#choice(piece, piece, 1, piece.length - 1) }
    if (!piece.startsWith(':')) return piece
    return { isOptional: false, choice: this.#choice(piece, phraseOf(piece), 0) }
  }

  #choice(piece: string, text: string, from: number, to = text.length): Node {
    const known = this.#known.get(piece)
    if (known !== undefined) return known
    const made = nodeOf(this, alternativesIn(text, from, to, 0))
    this.#known.set(piece, made)
    return made
  }
}

function nodeOf(choices: Choices, unread: readonly Rest[]): Node {
  return new Node(choices, [...unread])
}

function phraseOf(piece: string): string {
  const phrase = PHRASES.get(piece.slice(1))
  if (phrase === undefined) throw new Error(`No phrase ${piece}`)
  return phrase
}

// The first question reads thousands of pieces, before any of this code is compiled. So texts without nested brackets are searched
// by indexOf, and only others sign by sign.

/** The parts of a text that `|` separates, outside of brackets. */
function alternativesIn(text: string, from: number, to: number, index: number): Rest[] {
  const found: Rest[] = []
  let at = from
  for (let bar = nextBar(text, from, to); bar < to; bar = nextBar(text, at, to)) {
    found.push({ text, at, to: bar, index })
    at = bar + 1
  }
  found.push({ text, at, to, index })
  return found
}

/** The next `|` outside of brackets, or the end. */
function nextBar(text: string, from: number, to: number): number {
  let at = from
  for (;;) {
    const bar = placeOf('|', text, at, to)
    const opening = nextOpening(text, at, bar)
    if (opening === bar) return bar
    at = closingOf(text, opening, to)
  }
}

/** The end of the word, slot or choice that begins at a place. */
function endOfPiece(text: string, from: number, to: number): number {
  if (text[from] === '(' || text[from] === '[') return closingOf(text, from, to)
  return nextOpening(text, from, placeOf(' ', text, from, to))
}

/** The place behind the bracket that closes the one at a place. */
function closingOf(text: string, from: number, to: number): number {
  const closing = placeOf(text[from] === '(' ? ')' : ']', text, from, to)
  if (nextOpening(text, from + 1, closing) === closing && closing < to) return closing + 1
  let depth = 0
  for (let at = from; at < to; at++) {
    const sign = text[at]
    if (sign === '(' || sign === '[') depth++
    else if (sign === ')' || sign === ']') {
      depth--
      if (depth === 0) return at + 1
    }
  }
  throw new Error('A bracket of a pattern is not closed')
}

function nextOpening(text: string, from: number, to: number): number {
  return placeOf('(', text, from, placeOf('[', text, from, to))
}

/** Where a sign is in a part of a text, or the end of the part. */
function placeOf(sign: string, text: string, from: number, to: number): number {
  const at = text.slice(from, to).indexOf(sign)
  return at < 0 ? to : from + at
}

/** What is wrong with a pattern: brackets that do not match, or an unknown phrase. */
export function faultOfPattern(pattern: string): string | undefined {
  const open: string[] = []
  for (const sign of pattern) {
    if ('([{'.includes(sign)) open.push(sign)
    else if (')]}'.includes(sign) && open.pop() !== '([{'[')]}'.indexOf(sign)])
      return `It has a “${sign}” without its opening bracket`
  }
  if (open.length > 0) return `It has a “${open[open.length - 1]}” without its closing bracket`
  const unknown = pieces(pattern).find((piece) => piece.startsWith(':') && !PHRASES.has(piece.slice(1)))
  return unknown && `It has the unknown phrase ${quote(unknown)}`
}

/** The words, slots and phrases in a text, without brackets. */
function pieces(text: string): string[] {
  return text.match(/[^\s()[\]|]+/g) ?? []
}

/** A node within a choice, and where to go on behind the choice. */
interface Place {
  readonly id: number
  readonly node: Node
  readonly behind: Place | undefined
  /** The places of which this one is behind. Most have none. */
  inside: Map<Node, Place> | undefined
}

/** How many steps are kept for the next questions. */
const MOST_STEPS = 20_000

/**
 * Reads patterns. `word` reads a word, `{name}` one or more words that are a name, `(a|b c)` one of several, `[a]` what may
 * be left out, and `:phrase` what {@link PHRASES} lists. Steps are made when a question first gets to them.
 */
export function compiled(patterns: readonly string[]): Automaton {
  const divided = dividedPatterns(patterns)
  const root = nodeOf(
    new Choices(),
    patterns.flatMap((text, index) =>
      divided.has(index)
        ? alternativesIn(text, 0, text.length, index)
        : { text, at: 0, to: text.length, index },
    ),
  )
  const steps = new Steps(root)
  const vocabulary = new Late(() => wordsOfPatterns(patterns))
  return {
    get start() {
      return steps.start
    },
    get vocabulary() {
      return vocabulary.value
    },
  }
}

/** The numbers of the patterns that have `|` outside of brackets, found in all of them at once. */
function dividedPatterns(patterns: readonly string[]): ReadonlySet<number> {
  let text = patterns.join('\n')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(/[([][^()[\]\n]*[)\]]/g, '')
  }
  const outside = text.split('\n')
  // A line end in a pattern makes more lines than patterns.
  const isOff = outside.length !== patterns.length
  return new Set([...patterns.keys()].filter((index) => isOff || /[()[\]|]/.test(outside[index])))
}

/** The words of patterns, and of the phrases in them. */
function wordsOfPatterns(patterns: readonly string[]): Set<string> {
  const words = new Set<string>()
  const seen = new Set<string>()
  for (let texts = patterns; texts.length > 0;) {
    const phrases: string[] = []
    // Each piece once: most are in many patterns.
    for (const word of new Set(pieces(texts.join(' ')))) {
      if (word.startsWith(':') && !seen.has(word)) {
        seen.add(word)
        phrases.push(phraseOf(word))
      } else if (!word.startsWith('{') && !word.startsWith(':')) words.add(word)
    }
    texts = phrases
  }
  return words
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
    const known = behind === undefined ? this.#places : (behind.inside ??= new Map<Node, Place>())
    let place = known.get(node)
    if (place === undefined) {
      place = { id: this.#placeCount++, node, behind, inside: undefined }
      known.set(node, place)
    }
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
  #read: Reads | undefined
  readonly #words = new Map<string, Step | undefined>()
  #slots: ReadonlyMap<string, Step> | undefined

  constructor(steps: Steps, id: number, places: readonly Place[]) {
    this.#steps = steps
    this.id = id
    this.#places = places
  }

  word(form: string): Step | undefined {
    const known = this.#words.get(form)
    if (known !== undefined || this.#words.has(form)) return known
    const arrivals = this.#following.words.get(form)
    const step = arrivals && this.#stepAt(arrivals)
    this.#words.set(form, step)
    return step
  }

  get slots(): ReadonlyMap<string, Step> {
    return (this.#slots ??= new Map(
      Array.from(this.#following.slots, ([slot, arrivals]) => [slot, this.#stepAt(arrivals)]),
    ))
  }

  #stepAt(arrivals: readonly Arrival[]): Step {
    return this.#steps.step([...new Set(arrivals.map(({ node, behind }) => this.#steps.place(node, behind)))])
  }

  get ends(): readonly number[] {
    return this.#following.ends
  }

  get #following(): Reads {
    return (this.#read ??= this.#make())
  }

  #make(): Reads {
    const words = new Map<string, Arrival[]>()
    const slots = new Map<string, Arrival[]>()
    const ends: number[] = []
    const pending = new Set(this.#places)
    for (const { node, behind } of pending) {
      if (behind === undefined) ends.push(...node.ends)
      else if (node.ends.length > 0) pending.add(behind)
      for (const { item, node: after } of node.following.values()) {
        if (typeof item === 'string') {
          const isSlot = item.startsWith('{')
          addToList(isSlot ? slots : words, isSlot ? item.slice(1, -1) : item, { node: after, behind })
        } else {
          const place = this.#steps.place(after, behind)
          pending.add(this.#steps.place(item.choice, place))
          if (item.isOptional) pending.add(place)
        }
      }
    }
    return { words, slots, ends }
  }
}

/** Where a word or a slot leads: a place that is made only if a question has that word. */
type Arrival = Pick<Place, 'node' | 'behind'>

/** What may be read at some places, and where it leads. */
interface Reads {
  readonly words: ReadonlyMap<string, readonly Arrival[]>
  readonly slots: ReadonlyMap<string, readonly Arrival[]>
  readonly ends: readonly number[]
}
