import { PHRASES } from './vocabulary.js'

/** A step of a compiled pattern: a word to read, a name to read, or neither. */
export interface Step {
  readonly id: number
  readonly word?: string
  readonly slot?: string
  /** The index of the pattern, where it may end here. */
  readonly ends?: number
  readonly next: Step[]
}

/** All patterns of a table, compiled into one automaton. */
export interface Automaton {
  /** The steps that read something first. */
  readonly starts: readonly Step[]
  /** The words of all patterns. */
  readonly vocabulary: ReadonlySet<string>
  /** The steps that may follow one, without those that read nothing. */
  readonly after: (step: Step) => readonly Step[]
}

/**
 * Compiles patterns. `word` reads a word, `{name}` one or more words that are a name, `(a|b c)` one of several, `[a]` what may
 * be left out, and `:phrase` what {@link PHRASES} lists. Patterns that begin alike share their steps.
 */
export function compiled(patterns: readonly string[]): Automaton {
  const compiler = new Compiler()
  const start = compiler.step({})
  for (const [index, pattern] of patterns.entries()) {
    compiler.end(start, pattern).next.push(compiler.step({ ends: index }))
  }
  const known = new Map<Step, readonly Step[]>()
  const after = (step: Step): readonly Step[] => {
    const list = known.get(step) ?? readingSteps(step)
    known.set(step, list)
    return list
  }
  return { starts: after(start), vocabulary: compiler.vocabulary, after }
}

/** The steps behind one that read something or end a pattern. */
function readingSteps(step: Step): readonly Step[] {
  const found: Step[] = []
  const seen = new Set<Step>()
  const pending = [...step.next]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next.word === undefined && next.slot === undefined && next.ends === undefined)
      pending.push(...next.next)
    else found.push(next)
  }
  return found
}

/** A word, a slot or a phrase; or a choice with its alternatives. */
type Item =
  | string
  | {
      readonly text: string
      readonly isOptional: boolean
      readonly alternatives: readonly (readonly Item[])[]
    }

const PIECE = /[([|)\]]|\{[^}]*\}|[^\s([|)\]]+/g

class Compiler {
  readonly vocabulary = new Set<string>()
  readonly #parsed = new Map<string, readonly (readonly Item[])[]>()
  /** By step and what is read from there: the step behind it. */
  readonly #behind = new Map<Step, Map<string, Step>>()
  #steps = 0

  step(reads: { readonly word?: string; readonly slot?: string; readonly ends?: number }): Step {
    return { id: this.#steps++, ...reads, next: [] }
  }

  /** The step at the end of a pattern that begins at another. */
  end(start: Step, pattern: string): Step {
    const alternatives = this.#alternativesOf(pattern)
    const [only] = alternatives
    return alternatives.length === 1
      ? this.#sequence(start, only)
      : this.#choice(start, pattern, alternatives)
  }

  #alternativesOf(text: string): readonly (readonly Item[])[] {
    const known =
      this.#parsed.get(text) ?? parsed(Array.from(text.matchAll(PIECE), ([piece]) => piece).values())
    this.#parsed.set(text, known)
    return known
  }

  #sequence(start: Step, items: readonly Item[]): Step {
    return items.reduce((step, item) => this.#item(step, item), start)
  }

  #item(start: Step, item: Item): Step {
    if (typeof item !== 'string') return this.#choice(start, item.text, item.alternatives, item.isOptional)
    if (item.startsWith(':')) {
      const phrase = PHRASES.get(item.slice(1))
      if (phrase === undefined) throw new Error(`No phrase ${item}`)
      return this.end(start, phrase)
    }
    const slot = item.startsWith('{') ? item.slice(1, -1) : undefined
    if (slot === undefined) this.vocabulary.add(item)
    return this.#behindOf(start, item, slot === undefined ? { word: item } : { slot })
  }

  #choice(start: Step, text: string, alternatives: readonly (readonly Item[])[], isOptional = false): Step {
    const known = this.#behind.get(start)?.get(text)
    if (known !== undefined) return known
    const join = this.step({})
    this.#remember(start, text, join)
    if (isOptional) start.next.push(join)
    for (const items of alternatives) this.#sequence(start, items).next.push(join)
    return join
  }

  #behindOf(start: Step, text: string, reads: { readonly word?: string; readonly slot?: string }): Step {
    const known = this.#behind.get(start)?.get(text)
    if (known !== undefined) return known
    const step = this.step(reads)
    start.next.push(step)
    this.#remember(start, text, step)
    return step
  }

  #remember(start: Step, text: string, step: Step): void {
    const behind = this.#behind.get(start) ?? new Map<string, Step>()
    this.#behind.set(start, behind.set(text, step))
  }
}

/** The alternatives up to the bracket that closes them. */
function parsed(pieces: Iterator<string>): Item[][] {
  const alternatives: Item[][] = [[]]
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
    const { value } = next
    if (value === ')' || value === ']') break
    const items = alternatives[alternatives.length - 1]
    if (value === '|') alternatives.push([])
    else if (value === '(' || value === '[') {
      const inner = parsed(pieces)
      const isOptional = value === '['
      items.push({ text: `${value}${textOf(inner)}`, isOptional, alternatives: inner })
    } else items.push(value)
  }
  return alternatives
}

function textOf(alternatives: readonly (readonly Item[])[]): string {
  return alternatives
    .map((items) => items.map((item) => (typeof item === 'string' ? item : `${item.text})`)).join(' '))
    .join('|')
}
