/** Groups of handles that reach each other; the handles of a group have the same component. */
export interface StrongComponents {
  /** Every handle reached, once. */
  readonly handles: readonly number[]
  /** The component of each of the `handles`, by index. */
  readonly component: readonly number[]
  /** The component of a handle; `undefined` for one that was not reached. */
  readonly componentOf: (handle: number) => number | undefined
}

const UNASSIGNED = -1

/**
 * The strongly connected components of everything reachable from the starts (Tarjan, 1972, without
 * recursion). O(handles + edges reached).
 */
export function strongComponents(
  starts: Iterable<number>,
  targetsOf: (handle: number) => readonly number[],
): StrongComponents {
  // Handles are numbered as they are reached, so that the rest fits short plain arrays.
  const indexOf = new Map<number, number>()
  const handles: number[] = []
  const component: number[] = []
  const low: number[] = []
  const stack: number[] = []
  const path: number[] = []
  const targets: (readonly number[])[] = []
  const nextTarget: number[] = []

  const enter = (handle: number): void => {
    const index = handles.length
    indexOf.set(handle, index)
    handles.push(handle)
    component.push(UNASSIGNED)
    low.push(index)
    stack.push(index)
    path.push(index)
    targets.push(targetsOf(handle))
    nextTarget.push(0)
  }
  const leave = (index: number): void => {
    if (low[index] === index) {
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
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
      else if (component[index] === UNASSIGNED) lower(path[last], index)
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
