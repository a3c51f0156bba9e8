import { careerIndexOf } from './career-index.js'
import type { OrgState } from '../../engine/org-state.js'

const UNSEEN = -1
const OPEN = -2

/**
 * Which roles reach each other along career moves: those with the same number do, and no others. Everything that a
 * role reaches has its number or a lower one, and no way leads from a lower number back up (Tarjan, 1972, without
 * recursion). O(roles and moves), in plain columns, since it covers the whole chart.
 */
export function moveComponents(state: OrgState): Int32Array {
  const { count, start, to } = state.kept(careerIndexOf)
  const component = new Int32Array(count).fill(UNSEEN)
  const low = new Int32Array(count)
  const order = new Int32Array(count)
  const open = new Int32Array(count)
  const path = new Int32Array(count)
  const nextMove = start.slice(0, count)
  let met = 0
  let opened = 0
  let closed = 0
  for (let first = 0; first < count; first++) {
    let depth = 0
    let entered = component[first] === UNSEEN ? first : UNSEEN
    while (depth > 0 || entered !== UNSEEN) {
      if (entered !== UNSEEN) {
        component[entered] = OPEN
        order[entered] = low[entered] = met++
        open[opened++] = path[depth++] = entered
        entered = UNSEEN
      }
      const role = path[depth - 1]
      if (nextMove[role] < start[role + 1]) {
        const target = to[nextMove[role]++]
        if (component[target] === UNSEEN) entered = target
        else if (component[target] === OPEN && low[target] < low[role]) low[role] = low[target]
        continue
      }
      depth--
      if (depth > 0 && low[role] < low[path[depth - 1]]) low[path[depth - 1]] = low[role]
      if (low[role] < order[role]) continue
      do component[open[--opened]] = closed
      while (open[opened] !== role)
      closed++
    }
  }
  return component
}
