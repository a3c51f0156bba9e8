import { addToList } from '../internal.js'
import { type PatternNode, treeOf } from './pattern-tree.js'
import { type Vocabulary, vocabularyOf } from './pattern-words.js'

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
  readonly vocabulary: Vocabulary
}

/** A node within a choice, and where to go on behind the choice. */
interface Place {
  readonly id: number
  readonly node: PatternNode
  readonly behind: Place | undefined
  /** The places of which this one is behind. Most have none. */
  inside: Map<PatternNode, Place> | undefined
}

/** How many steps are kept for the next questions. */
const MOST_STEPS = 20_000

/**
 * Reads patterns. `word` reads a word, `{name}` one or more words that are a name, `(a|b c)` one of several, `[a]` what may
 * be left out, and `:phrase` what `PHRASES` lists. Steps are made when a question first gets to them.
 */
export function compiled(patterns: readonly string[]): Automaton {
  const steps = new Steps(treeOf(patterns))
  return {
    get start() {
      return steps.start
    },
    vocabulary: vocabularyOf(patterns),
  }
}

/** The steps between words, made when they are reached. */
class Steps {
  readonly #places = new Map<PatternNode, Place>()
  readonly #root: Place
  #placeCount = 0
  #stepCount = 0
  #known = new Map<string, LazyStep>()

  constructor(root: PatternNode) {
    this.#root = this.place(root, undefined)
  }

  /** Where a question begins. */
  get start(): Step {
    if (this.#known.size > MOST_STEPS) this.#known = new Map()
    return this.step([this.#root])
  }

  place(node: PatternNode, behind: Place | undefined): Place {
    const known = behind === undefined ? this.#places : (behind.inside ??= new Map<PatternNode, Place>())
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
  /** Where a question is after the words; when something is read from there, also the places that are reached without a word. */
  #places: readonly Place[]
  #isReached = false
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
    const arrivals: Arrival[] = []
    for (const { node, behind } of this.#reached()) {
      const after = node.word(form)
      if (after !== undefined) arrivals.push({ node: after, behind })
    }
    const step = arrivals.length === 0 ? undefined : this.#stepAt(arrivals)
    this.#words.set(form, step)
    return step
  }

  get slots(): ReadonlyMap<string, Step> {
    if (this.#slots === undefined) {
      const arrivals = new Map<string, Arrival[]>()
      for (const { node, behind } of this.#reached())
        for (const [slot, after] of node.slots) addToList(arrivals, slot, { node: after, behind })
      this.#slots = new Map(Array.from(arrivals, ([slot, those]) => [slot, this.#stepAt(those)]))
    }
    return this.#slots
  }

  get ends(): readonly number[] {
    return this.#reached().flatMap(({ node, behind }) => (behind === undefined ? node.ends : []))
  }

  #stepAt(arrivals: readonly Arrival[]): Step {
    return this.#steps.step([...new Set(arrivals.map(({ node, behind }) => this.#steps.place(node, behind)))])
  }

  #reached(): readonly Place[] {
    if (this.#isReached) return this.#places
    const reached = new Set(this.#places)
    for (const { node, behind } of reached) {
      if (behind !== undefined && node.ends.length > 0) reached.add(behind)
      for (const { isOptional, choice, after } of node.choices.values()) {
        const place = this.#steps.place(after, behind)
        reached.add(this.#steps.place(choice, place))
        if (isOptional) reached.add(place)
      }
    }
    this.#places = [...reached]
    this.#isReached = true
    return this.#places
  }
}

/** Where a word or a slot leads: a place that is made only if a question has that word. */
type Arrival = Pick<Place, 'node' | 'behind'>
