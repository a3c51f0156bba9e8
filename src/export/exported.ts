import type { Loss } from './loss.js'

/**
 * An org in another format. Nothing is written before it is asked for.
 *
 * Iterate over it to get the text in chunks, each a text of some 64,000 characters that can be encoded on its own: a large org
 * is then never in memory as one text. Each iteration begins again.
 */
export interface Exported<Lost extends Loss = Loss> extends Iterable<string> {
  /** The whole text. It is written when it is first read, and kept. */
  readonly text: string
  /** What the text does not carry, in the order of the text; empty where it carries everything. */
  readonly lost: readonly Lost[]
}

/**
 * Writes a format: yields pieces of the text, of any length, one or several at a time, and passes each loss to `lose`. Where there
 * are many short ones, they are not added up before: that takes longer than to join all pieces of a chunk.
 */
export type Writer<Lost extends Loss> = (lose: (loss: Lost) => void) => Iterable<string | readonly string[]>

/** The result of an exporter. The options are checked before: a writer never throws. */
export function exportedBy<Lost extends Loss>(write: Writer<Lost>): Exported<Lost> {
  return new WrittenOrg(write)
}

/** From how many UTF-16 units on a chunk is complete. */
const CHUNK = 1 << 16

class WrittenOrg<Lost extends Loss> implements Exported<Lost> {
  readonly #write: Writer<Lost>
  #text: string | undefined
  #lost: readonly Lost[] | undefined

  constructor(write: Writer<Lost>) {
    this.#write = write
    // Own properties, so that a comparison of two results and the console see them.
    Object.defineProperties(this, {
      text: { enumerable: true, get: () => (this.#text ??= this.#whole()) },
      lost: { enumerable: true, get: () => this.#losses() },
    })
    Object.freeze(this)
  }

  declare readonly text: string
  declare readonly lost: readonly Lost[];

  *[Symbol.iterator](): Generator<string, void> {
    const losses: Lost[] = []
    let chunk: string[] = []
    let length = 0
    for (const pieces of this.#write((loss) => losses.push(Object.freeze(loss)))) {
      if (typeof pieces === 'string') {
        chunk.push(pieces)
        length += pieces.length
      } else {
        for (const piece of pieces) {
          chunk.push(piece)
          length += piece.length
        }
      }
      if (length < CHUNK) continue
      yield chunk.join('')
      chunk = []
      length = 0
    }
    if (length > 0) yield chunk.join('')
    this.#lost ??= Object.freeze(losses)
  }

  #whole(): string {
    let text = ''
    for (const chunk of this) text += chunk
    return text
  }

  #losses(): readonly Lost[] {
    if (this.#lost === undefined) this.#writeUnread()
    return this.#lost ?? []
  }

  /** Writes everything and keeps no more than a chunk of it. */
  #writeUnread(): void {
    const chunks = this[Symbol.iterator]()
    while (chunks.next().done !== true);
  }
}
