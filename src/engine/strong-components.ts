/** Which handles reach each other: those with the same component do, and no others. */
export interface StrongComponents {
  /** Everything that was reached, each once. */
  readonly handles: readonly number[]
  /** The component of each of the `handles`, by its index there. */
  readonly component: readonly number[]
  /** The component of a handle; `undefined` for one that was not reached. */
  readonly componentOf: (handle: number) => number | undefined
}

const OPEN = -1

/**
 * The strongly connected components of everything that is reached from the starts (Tarjan, 1972, without
 * recursion). O(handles and edges reached).
 */
export function strongComponents(
  starts: Iterable<number>,
  targetsOf: (handle: number) => readonly number[],
): StrongComponents {
  // Handles are counted in the order in which they are met, so that all else is in short plain arrays.
  const indexOf = new Map<number, number>()
  const handles: number[] = []
  const component: number[] = []
  const low: number[] = []
  const open: number[] = []
  const path: number[] = []
  const targets: (readonly number[])[] = []
  const nextTarget: number[] = []

  const enter = (handle: number): void => {
    const index = handles.length
    indexOf.set(handle, index)
    handles.push(handle)
    component.push(OPEN)
    low.push(index)
    open.push(index)
    path.push(index)
    targets.push(targetsOf(handle))
    nextTarget.push(0)
  }
  const leave = (index: number): void => {
    if (low[index] === index) {
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = index
        if (member === index) break
      }
    }
    path.pop()
    targets.pop()
    nextTarget.pop()
    if (path.length > 0) lower(path[path.length - 1], low[index])
  }
  const lower = (index: number, to: number): void => {
    if (to < low[index]) low[index] = to
  }

  for (const start of starts) {
    if (!indexOf.has(start)) enter(start)
    while (path.length > 0) {
      const last = path.length - 1
      if (nextTarget[last] === targets[last].length) {
        leave(path[last])
        continue
      }
      const target = targets[last][nextTarget[last]++]
      const index = indexOf.get(target)
      if (index === undefined) enter(target)
      else if (component[index] === OPEN) lower(path[last], index)
    }
  }
  return {
    handles,
    component,
    componentOf: (handle) => {
      const index = indexOf.get(handle)
      return index === undefined ? undefined : component[index]
    },
  }
}
