import { GAP } from './sql/tables.js'

/** An order of entities of which most have a position already. */
export interface PlacedOrder {
  readonly count: number
  readonly idAt: (place: number) => string
  /** The places of the entities that need a position, in any order. */
  readonly places: Iterable<number>
  /** Looks up the positions of others. */
  readonly positionsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>
}

/** How many neighbours on each side get new positions where there is no room; twice as many at each further try. */
const NEIGHBOURS = 16

/**
 * New positions for entities, between those of their neighbours. Where a gap is used up its neighbours move too, as many as it takes: some
 * twenty entities can be placed before the same one until that happens.
 */
export async function positionsIn(order: PlacedOrder): Promise<ReadonlyMap<string, number>> {
  const { count, idAt, positionsOf } = order
  const places = new Set(order.places)
  for (let neighbours = NEIGHBOURS; ; neighbours *= 2) {
    const runs = runsOf(places)
    const bounds = runs.flatMap(({ first, end }) => [
      ...(first > 0 ? [idAt(first - 1)] : []),
      ...(end < count ? [idAt(end)] : []),
    ])
    const known = await positionsOf(bounds)
    const positions = new Map<string, number>()
    let isWhole = true
    for (const { first, end } of runs) {
      const low = first > 0 ? known.get(idAt(first - 1)) : undefined
      const high = end < count ? known.get(idAt(end)) : undefined
      const spread = spreadOf(low, high, end - first)
      if (spread !== undefined) {
        for (let place = first; place < end; place++)
          positions.set(idAt(place), spread.start + spread.step * (place - first + 1))
        continue
      }
      isWhole = false
      for (let place = Math.max(0, first - neighbours); place < Math.min(count, end + neighbours); place++)
        places.add(place)
    }
    if (isWhole) return positions
  }
}

/** Runs of places next to each other. */
function runsOf(places: ReadonlySet<number>): { readonly first: number; readonly end: number }[] {
  const runs: { first: number; end: number }[] = []
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.end === place) last.end++
    else runs.push({ first: place, end: place + 1 })
  }
  return runs
}

/** Where `count` positions between two begin, and how far they are apart; `undefined` where there is no room. */
function spreadOf(
  low: number | undefined,
  high: number | undefined,
  count: number,
): { readonly start: number; readonly step: number } | undefined {
  if (high === undefined) return { start: low ?? 0, step: GAP }
  if (low === undefined) return { start: high - GAP * (count + 1), step: GAP }
  const step = Math.floor((high - low) / (count + 1))
  return step >= 1 ? { start: low, step } : undefined
}
