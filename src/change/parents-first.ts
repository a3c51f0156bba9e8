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
