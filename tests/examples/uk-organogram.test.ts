import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import {
  directReportsOf,
  layerOf,
  managementChainOf,
  orgFromRecords,
  organizationSizeOf,
  rollUp,
  rolesOf,
  spansAndLayers,
  topRolesOf,
  transitiveReportsOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'

const FILE = new URL('../../examples/data/nhs-england-2013-09-30-senior.csv', import.meta.url)
const rows: Record<string, string>[] = parse(readFileSync(FILE), { columns: true })

const org = orgFromRecords(rows, {
  id: 'Post Unique Reference',
  manager: (row) => (row['Reports to Senior Post'] === 'XX' ? null : row['Reports to Senior Post']),
  cost: (row) => Number(row['Actual Pay Floor (£)']) || null,
})

/** The same chart once more, the simplest way there is: a map from post to manager, walked anew for each question. */
const managers = new Map(rows.map((row) => [row['Post Unique Reference'], row['Reports to Senior Post']]))
const floors = new Map(rows.map((row) => [row['Post Unique Reference'], Number(row['Actual Pay Floor (£)'])]))
const naiveChain = (post: string): string[] => {
  const chain: string[] = []
  for (let next = managers.get(post); next !== undefined && managers.has(next); next = managers.get(next))
    chain.push(next)
  return chain
}

describe("NHS England's senior posts", () => {
  it.each([...managers.keys()])('answers for post %s as a naive walk does', (post) => {
    const below = [...managers.keys()].filter((other) => naiveChain(other).includes(post))
    expect(managementChainOf(org, post)).toEqual(naiveChain(post))
    expect(layerOf(org, post)).toBe(naiveChain(post).length + 1)
    expect(transitiveReportsOf(org, post).toSorted()).toEqual(below.toSorted())
    expect(directReportsOf(org, post)).toEqual(below.filter((other) => managers.get(other) === post))
    expect(organizationSizeOf(org, post)).toBe(below.length + 1)
    const pay = [post, ...below].reduce((sum, other) => sum + (floors.get(other) ?? 0), 0)
    expect(rollUp(org, 'cost').of(post)).toBe(pay)
  })

  it('has the figures that another program found', () => {
    expect(rolesOf(org)).toHaveLength(293)
    expect(topRolesOf(org)).toEqual(['12790058'])
    expect(spansAndLayers(org)).toMatchObject({
      layers: 6,
      managers: 58,
      rolesPerLayer: [1, 8, 56, 87, 138, 3],
      widestSpan: 22,
      widest: ['12784325'],
      bands: [
        { band: '1', managers: 11 },
        { band: '2–3', managers: 6 },
        { band: '4–7', managers: 33 },
        { band: '8–12', managers: 4 },
        { band: '13–16', managers: 3 },
        { band: '17+', managers: 1 },
      ],
    })
    expect(spansAndLayers(org).averageSpan).toBeCloseTo(5.0344827586206895, 12)
    expect(managementChainOf(org, '12842091')).toEqual([
      '12840778',
      '22699580',
      '12840729',
      '12783068',
      '12790058',
    ])
    expect(rollUp(org, 'cost')).toMatchObject({ total: 30_465_000, missing: 44 })
  })
})
