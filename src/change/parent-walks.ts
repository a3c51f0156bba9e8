/** Some items, each after those of them that are above it; in a cycle, from where it is first entered. O(items + what is above them). */
export function parentsFirst<Item>(
  items: Iterable<Item>,
  parentOf: (item: Item) => Item | undefined,
): readonly Item[] {
  const wanted = new Set(items)
  const visited = new Set<Item>()
  const sorted: Item[] = []
  for (const first of wanted) {
    const chain: Item[] = []
    for (
      let next: Item | undefined = first;
      next !== undefined && !visited.has(next);
      next = parentOf(next)
    ) {
      visited.add(next)
      if (wanted.has(next)) chain.push(next)
    }
    for (const item of chain.reverse()) sorted.push(item)
  }
  return sorted
}

/** The cycles in or above some items, each once, from where it is first entered. O(items + what is above them). */
export function cyclesAbove<Item>(
  items: Iterable<Item>,
  parentOf: (item: Item) => Item | undefined,
): readonly (readonly Item[])[] {
  const visited = new Map<Item, number>()
  const cycles: (readonly Item[])[] = []
  let walk = 0
  for (const item of items) {
    walk++
    const path: Item[] = []
    let next: Item | undefined = item
    while (next !== undefined && !visited.has(next)) {
      visited.set(next, walk)
      path.push(next)
      next = parentOf(next)
    }
    if (next !== undefined && visited.get(next) === walk) cycles.push(path.slice(path.indexOf(next)))
  }
  return cycles
}
