import { NONE } from './columns.js'

/**
 * Every solid reporting cycle, each from its first role in input order along the lines
 * (`[a, b]`: a reports to b, b reports to a). O(roles), without recursion.
 */
export function reportingCycles(manager: Int32Array): number[][] {
  const count = manager.length
  const walkOf = new Int32Array(count)
  const cycles: number[][] = []
  for (let first = 0; first < count; first++) {
    const walk = first + 1
    let handle = first
    while (handle !== NONE && walkOf[handle] === 0) {
      walkOf[handle] = walk
      handle = manager[handle]
    }
    // A walk that reaches itself closes a cycle; one that reaches an earlier walk adds nothing.
    if (handle !== NONE && walkOf[handle] === walk) cycles.push(fromEarliest(manager, handle))
  }
  return cycles.sort((a, b) => a[0] - b[0])
}

function fromEarliest(manager: Int32Array, member: number): number[] {
  let earliest = member
  for (let handle = manager[member]; handle !== member; handle = manager[handle]) {
    if (handle < earliest) earliest = handle
  }
  const cycle = [earliest]
  for (let handle = manager[earliest]; handle !== earliest; handle = manager[handle]) cycle.push(handle)
  return cycle
}
