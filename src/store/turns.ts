/** How many wait at most for one commit. */
const MOST_TOGETHER = 50

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** Does a list of items, and says what became of each. */
type DoTogether<Item, Result> = (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>

/** Work that is done one after the other for each key, in the order in which it comes. What comes while some is done is done together. */
export class Turns<Item, Result> {
  /** What waits for each key that has work under way. */
  readonly #waiting = new Map<string, Waiting<Item, Result>[]>()

  add(key: string, item: Item, work: DoTogether<Item, Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const entry = { item, resolve, reject }
      const waiting = this.#waiting.get(key)
      if (waiting === undefined) void this.#run(key, entry, work)
      else waiting.push(entry)
    })
  }

  async #run(key: string, first: Waiting<Item, Result>, work: DoTogether<Item, Result>): Promise<void> {
    const waiting = [first]
    this.#waiting.set(key, waiting)
    while (waiting.length > 0) {
      const together = waiting.splice(0, MOST_TOGETHER)
      try {
        const results = await work(together.map(({ item }) => item))
        for (const [index, result] of results.entries()) {
          if (result.status === 'fulfilled') together[index].resolve(result.value)
          else together[index].reject(result.reason)
        }
      } catch (error) {
        for (const { reject } of together) reject(error)
      }
    }
    this.#waiting.delete(key)
  }
}
