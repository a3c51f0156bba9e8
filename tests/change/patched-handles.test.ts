import { type Change, changeOrg, isRole, type Org, orgFromRecords, rolesOf } from 'rolegraph'
import { handleOf } from 'rolegraph/handles'
import { expect, it } from 'vitest'
import { randomFrom } from './random-charts.js'

const COUNT = 40

it('ids lead to the handles of their roles through many changes of ids and order', () => {
  const random = randomFrom(7)
  const ids = Array.from({ length: COUNT }, (_, at) => `r${String(at)}`)
  let org: Org = orgFromRecords(
    ids.map((id) => ({ id })),
    { id: 'id' },
  )
  // What the order should be.
  const order = [...ids]
  const everUsed = new Set(ids)
  const free = (): string => `n${String(random(60))}`
  for (let round = 0; round < 600; round++) {
    const changes: Change[] = []
    for (let count = 1 + random(3); count > 0; count--) {
      const [role, before, to] = [order[random(order.length)], order[random(order.length)], free()]
      const kind = random(4)
      if (kind === 0 && !order.includes(to)) {
        changes.push({ do: 'add-role', role: to, before })
        order.splice(order.indexOf(before), 0, to)
      } else if (kind === 1 && order.length > COUNT / 2) {
        changes.push({ do: 'remove-role', role })
        order.splice(order.indexOf(role), 1)
      } else if (kind === 2 && !order.includes(to)) {
        changes.push({ do: 'rename-role', role, to })
        order[order.indexOf(role)] = to
      } else if (role !== before) {
        changes.push({ do: 'reorder', role, before })
        order.splice(order.indexOf(role), 1)
        order.splice(order.indexOf(before), 0, role)
      }
      everUsed.add(to)
    }
    org = changeOrg(org, changes).org
    expect(rolesOf(org)).toEqual(order)
    for (const id of everUsed) expect(isRole(org, id), id).toBe(order.includes(id))
    for (const [handle, id] of order.entries()) expect(handleOf(org, id)).toBe(handle)
  }
})
