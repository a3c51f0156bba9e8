/**
 * A shortest way round through `start` along the edges, `start` first; `undefined` where none leads back.
 * Of equally short ones the one that a breadth-first search meets first. O(handles and edges reached).
 */
export function shortestCycle(
  start: number,
  targetsOf: (handle: number) => readonly number[],
): readonly number[] | undefined {
  const reachedFrom = new Map<number, number>()
  const open = [start]
  for (let next = 0; next < open.length; next++) {
    for (const target of targetsOf(open[next])) {
      if (target === start) return wayTo(open[next], start, reachedFrom)
      if (reachedFrom.has(target)) continue
      reachedFrom.set(target, open[next])
      open.push(target)
    }
  }
  return undefined
}

function wayTo(end: number, start: number, reachedFrom: ReadonlyMap<number, number>): readonly number[] {
  const way = [end]
  for (let handle = end; handle !== start;) {
    handle = reachedFrom.get(handle) ?? start
    way.push(handle)
  }
  return way.reverse()
}
