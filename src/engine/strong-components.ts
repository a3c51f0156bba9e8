interface Frame {
  readonly handle: number
  readonly targets: readonly number[]
  next: number
}

/**
 * Which strongly connected component each handle belongs to, for everything that is reached from the starts
 * (Tarjan, 1972, without recursion): two handles have the same number if and only if each reaches the other.
 * O(handles and edges reached).
 */
export function strongComponents(
  starts: Iterable<number>,
  targetsOf: (handle: number) => readonly number[],
): ReadonlyMap<number, number> {
  const order = new Map<number, number>()
  const low = new Map<number, number>()
  const componentOf = new Map<number, number>()
  const open: number[] = []
  const stack: Frame[] = []
  const enter = (handle: number): void => {
    low.set(handle, order.size)
    order.set(handle, order.size)
    open.push(handle)
    stack.push({ handle, targets: targetsOf(handle), next: 0 })
  }
  const lower = (handle: number, to: number | undefined): void => {
    const current = low.get(handle)
    if (current !== undefined && to !== undefined && to < current) low.set(handle, to)
  }
  const close = (handle: number): void => {
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      componentOf.set(member, handle)
      if (member === handle) return
    }
  }

  for (const start of starts) {
    if (!order.has(start)) enter(start)
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      if (frame.next < frame.targets.length) {
        const target = frame.targets[frame.next++]
        if (!order.has(target)) enter(target)
        else if (!componentOf.has(target)) lower(frame.handle, order.get(target))
        continue
      }
      stack.pop()
      if (low.get(frame.handle) === order.get(frame.handle)) close(frame.handle)
      const above = stack.at(-1)
      if (above !== undefined) lower(above.handle, low.get(frame.handle))
    }
  }
  return componentOf
}
