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

interface Part {
  readonly first: Step
  readonly last: Step
}

/**
 * Compiles patterns. `word` reads a word, `{name}` one or more words that are a name, `(a|b c)` one of several, `[a]` what may
 * be left out, and `:phrase` what {@link PHRASES} lists.
 */
export function compiled(patterns: readonly string[]): Automaton {
  const compiler = new Compiler()
  const start = compiler.step({})
  for (const [index, pattern] of patterns.entries()) {
    const { first, last } = compiler.pattern(pattern)
    start.next.push(first)
    last.next.push(compiler.step({ ends: index }))
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

const PIECE = /[([|)\]]|\{[^}]*\}|[^\s([|)\]]+/g

class Compiler {
  readonly vocabulary = new Set<string>()
  #steps = 0

  step(reads: { readonly word?: string; readonly slot?: string; readonly ends?: number }): Step {
    return { id: this.#steps++, ...reads, next: [] }
  }

  pattern(text: string): Part {
    const pieces = Array.from(text.matchAll(PIECE), ([piece]) => piece)
    return this.#choice(pieces.values())
  }

  /** The alternatives up to the bracket that closes them. */
  #choice(pieces: Iterator<string>): Part {
    const first = this.step({})
    const last = this.step({})
    let end = first
    const add = ({ first: next, last: behind }: Part): void => {
      end.next.push(next)
      end = behind
    }
    for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
      const { value } = next
      if (value === ')' || value === ']') break
      if (value === '|') {
        end.next.push(last)
        end = this.step({})
        first.next.push(end)
      } else if (value === '(') add(this.#choice(pieces))
      else if (value === '[') {
        const part = this.#choice(pieces)
        part.first.next.push(part.last)
        add(part)
      } else add(this.#single(value))
    }
    end.next.push(last)
    return { first, last }
  }

  #single(piece: string): Part {
    if (piece.startsWith(':')) {
      const phrase = PHRASES.get(piece.slice(1))
      if (phrase === undefined) throw new Error(`No phrase ${piece}`)
      return this.pattern(phrase)
    }
    const slot = piece.startsWith('{') ? piece.slice(1, -1) : undefined
    if (slot === undefined) this.vocabulary.add(piece)
    const step = this.step(slot === undefined ? { word: piece } : { slot })
    return { first: step, last: step }
  }
}
