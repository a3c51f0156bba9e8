/**
 * By hand: a Map from each id to its moves, each to a role that there is, with its kind and its years; breadth-first, Dijkstra
 * with a heap, and depth-first without recursion.
 */
export const careersMap = {
  name: 'Map by id',

  build(records) {
    const movesOf = new Map()
    for (const { id, moves } of records) {
      movesOf.set(
        id,
        moves.map(({ to, kind = 'advancement', years: [years, most = Infinity] }) => ({
          to,
          kind,
          years,
          most,
        })),
      )
    }
    for (const moves of movesOf.values()) {
      for (const { to } of moves) if (!movesOf.has(to)) throw new Error(`There is no role ${to}`)
    }
    return movesOf
  },

  shortestBySteps(moves, from, to) {
    const before = new Map([[from, undefined]])
    const open = [from]
    for (const id of open) {
      if (id === to) return wayBack(before, to)
      for (const move of moves.get(id)) {
        if (before.has(move.to)) continue
        before.set(move.to, id)
        open.push(move.to)
      }
    }
    return undefined
  },

  shortestByYears(moves, from, to) {
    const best = new Map([[from, 0]])
    const open = [{ id: from, years: 0 }]
    while (open.length > 0) {
      const { id, years } = takeLeast(open)
      if (id === to) return years
      if (years > best.get(id)) continue
      for (const move of moves.get(id)) {
        const total = years + move.years
        if (total >= (best.get(move.to) ?? Infinity)) continue
        best.set(move.to, total)
        add(open, { id: move.to, years: total })
      }
    }
    return undefined
  },

  countOfAllPaths(moves, from, to) {
    let found = 0
    const onPath = new Set([from])
    const path = [{ id: from, next: 0 }]
    while (path.length > 0) {
      const here = path.at(-1)
      const move = moves.get(here.id)[here.next++]
      if (move === undefined) {
        onPath.delete(here.id)
        path.pop()
      } else if (move.to === to) {
        // Builds the path, as the other contenders do.
        found += [...path.map(({ id }) => id), to].length > 0 ? 1 : 0
      } else if (!onPath.has(move.to)) {
        onPath.add(move.to)
        path.push({ id: move.to, next: 0 })
      }
    }
    return found
  },
}

function wayBack(before, to) {
  const path = []
  for (let id = to; id !== undefined; id = before.get(id)) path.push(id)
  return path.reverse()
}

/** A binary heap in an array, fewest years first. */
function add(heap, entry) {
  let at = heap.push(entry) - 1
  for (let above = (at - 1) >> 1; at > 0 && heap[above].years > entry.years; above = (at - 1) >> 1) {
    heap[at] = heap[above]
    at = above
  }
  heap[at] = entry
}

function takeLeast(heap) {
  const least = heap[0]
  const last = heap.pop()
  if (heap.length === 0) return least
  let at = 0
  for (let below = 1; below < heap.length; below = 2 * at + 1) {
    if (below + 1 < heap.length && heap[below + 1].years < heap[below].years) below++
    if (heap[below].years >= last.years) break
    heap[at] = heap[below]
    at = below
  }
  heap[at] = last
  return least
}
