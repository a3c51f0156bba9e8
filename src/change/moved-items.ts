import { partitionPoint } from '../kernel/partition-point.js'

/** Items that follow each other in the wanted order and in the present one: where they begin in each. */
export interface PlacedRun {
  readonly start: number
  readonly place: number
  readonly size: number
}

/**
 * The items of an order that have to move for it to become another one, as few as possible, the last first. `place` gives the present
 * place of the item at a place of the wanted order; no two are equal.
 */
export function itemsToMove(count: number, place: (wanted: number) => number): number[] {
  const runs: PlacedRun[] = []
  let start = 0
  let first = count === 0 ? 0 : place(0)
  for (let wanted = 1; wanted <= count; wanted++) {
    const next = wanted === count ? undefined : place(wanted)
    if (next === first + wanted - start) continue
    runs.push({ start, place: first, size: wanted - start })
    start = wanted
    first = next ?? 0
  }
  return itemsOfRunsToMove(runs)
}

/** A part of a run that is the end of sequences: its first item, in the run, ends one of `length + 1` items, the next a longer one. */
interface Ends {
  readonly length: number
  readonly size: number
  readonly run: number
  readonly offset: number
}

/**
 * The same for an order in runs, in O(runs log runs): what stays is a longest ascending subsequence, by patience sorting of whole runs.
 * Of each run its first items stay.
 */
export function itemsOfRunsToMove(runs: readonly PlacedRun[]): number[] {
  /** For each length, the item with the smallest place at which a sequence of that length ends. */
  const ends: Ends[] = []
  /** What precedes the first item of each run. */
  const previous: (Ends | undefined)[] = []
  for (const [run, { place, size }] of runs.entries()) {
    const at = partitionPoint(
      ends.length,
      (index) => runs[ends[index].run].place + ends[index].offset < place,
    )
    const last = at === 0 ? undefined : ends[at - 1]
    previous.push(last)
    const length = last === undefined ? 0 : last.length + last.size
    const replaced: Ends[] = [{ length, size, run, offset: 0 }]
    let next = at
    for (; next < ends.length && ends[next].length < length + size; next++) {
      const known = ends[next]
      const cut = length + size - known.length
      if (cut >= known.size) continue
      const { run, offset } = known
      replaced.push({ length: length + size, size: known.size - cut, run, offset: offset + cut })
    }
    ends.splice(at, next - at, ...replaced)
  }
  const kept = new Int32Array(runs.length)
  for (let end = ends.at(-1); end !== undefined; end = previous[end.run])
    kept[end.run] = end.offset + end.size
  const moves: number[] = []
  for (let run = runs.length - 1; run >= 0; run--) {
    for (let item = runs[run].size - 1; item >= kept[run]; item--) moves.push(runs[run].start + item)
  }
  return moves
}
