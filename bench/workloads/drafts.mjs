import { idIn } from './chart-records.mjs'
import { seeded } from './seeded.mjs'

/**
 * Moves of any role to any other, and questions after each. Every id is a separate string, as it comes with a request.
 */
export function turnsOf(shape, count, seed) {
  const random = seeded(seed)
  const any = () => idIn(shape, Math.floor(random() * shape.count))
  const turns = Array.from({ length: count }, () => {
    return { role: any(), manager: any(), upper: any(), lower: any() }
  })
  return JSON.parse(JSON.stringify(turns))
}

/**
 * Moves a role unless that would close a cycle, and asks who is above whom, for a size and for a chain. Returns a checksum of the
 * answers.
 */
export function take({ move, isAbove, organizationSizeOf, managementChainOf }, model, turns) {
  let sum = 0
  for (const { role, manager, upper, lower } of turns) {
    const moved = move(model, role, manager)
    const above = isAbove(model, upper, lower) ? 2 : 0
    const size = organizationSizeOf(model, manager)
    const layers = managementChainOf(model, role).length
    sum = (Math.imul(sum, 31) + (moved ? 1 : 0) + above + 4 * size + 64 * layers) | 0
  }
  return sum
}
