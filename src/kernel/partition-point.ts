/** The number of items with a property, where all items with it come before all items without it. O(log count). */
export function partitionPoint(count: number, has: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (has(middle)) low = middle + 1
    else high = middle
  }
  return low
}
