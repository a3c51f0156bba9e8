import { careerIndexOf } from './career-index.js'
import type { OrgState } from '../../engine/org-state.js'

const UNSEEN = -1
const ON_STACK = -2

/**
 * The strongly connected components of the career moves, by role (Tarjan 1972, without recursion). Two roles have the same
 * number if and only if they reach each other; a role reaches only roles with its own number or a lower one. Takes
 * O(roles + moves). Uses typed arrays, unlike `strongComponents`, because it covers the whole chart.
 */
export function moveComponents(state: OrgState): Int32Array {
  const { count, start, to } = state.kept(careerIndexOf)
  const component = new Int32Array(count).fill(UNSEEN)
  const low = new Int32Array(count)
  const order = new Int32Array(count)
  const stack = new Int32Array(count)
  const path = new Int32Array(count)
  const nextMove = start.slice(0, count)
  let seen = 0
  let stacked = 0
  let closed = 0
  for (let first = 0; first < count; first++) {
    let depth = 0
    let entered = component[first] === UNSEEN ? first : UNSEEN
    while (depth > 0 || entered !== UNSEEN) {
      if (entered !== UNSEEN) {
        component[entered] = ON_STACK
        order[entered] = low[entered] = seen++
        stack[stacked++] = path[depth++] = entered
        entered = UNSEEN
      }
      const role = path[depth - 1]
      if (nextMove[role] < start[role + 1]) {
        const target = to[nextMove[role]++]
        if (component[target] === UNSEEN) entered = target
        else if (component[target] === ON_STACK && low[target] < low[role]) low[role] = low[target]
        continue
      }
      depth--
      if (depth > 0 && low[role] < low[path[depth - 1]]) low[path[depth - 1]] = low[role]
      if (low[role] < order[role]) continue
      do component[stack[--stacked]] = closed
      while (stack[stacked] !== role)
      closed++
    }
  }
  return component
}
