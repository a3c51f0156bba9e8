import {
  filterOrg,
  isRole,
  managerOf,
  type Org,
  organizationSizeOf,
  rolesOf,
  spanOfControlOf,
  subOrg,
  topRolesOf,
} from 'rolegraph'
import { parseRecords } from 'rolegraph/import'
import { toText } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import type { NaiveRole } from './naive-changes.js'
import { orgOf, smallCharts } from './small-changes.js'

const EXPORT = JSON.stringify([
  { id: '1', manager: null, status: 'Active' },
  { id: '2', manager: '1', status: 'Active' },
  { id: '3', manager: '1', status: 'Left' },
  { id: '4', manager: '3', status: 'Active' },
  { id: '5', manager: '3', status: 'Left' },
])

describe('leavers in an export', () => {
  it('are left out, and their reports report to the next manager above', () => {
    const org = filterOrg(parseRecords(EXPORT), ({ data }) => data?.['status'] !== 'Left')
    expect(rolesOf(org)).toEqual(['1', '2', '4'])
    expect(managerOf(org, '4')).toBe('1')
    expect([organizationSizeOf(org, '1'), spanOfControlOf(org, '1')]).toEqual([3, 2])
    expect(toText(org, { columns: [] })).toBe('1\n├─ 2\n└─ 4')
  })
})

type Rule = 'lift' | 'drop' | 'keep-chain'

/** The managers of the roles that stay, by asking every role about everyone above it. */
function naively(
  chart: readonly NaiveRole[],
  isWanted: (id: string) => boolean,
  rule: Rule,
): ReadonlyMap<string, string | undefined> {
  const managers = new Map(chart.map(({ id, reportsTo }) => [id, reportsTo]))
  const above = (id: string): string[] => {
    const manager = managers.get(id)
    return manager === undefined ? [] : [manager, ...above(manager)]
  }
  const stays = (id: string): boolean => {
    if (rule === 'drop') return [id, ...above(id)].every(isWanted)
    if (rule === 'lift') return isWanted(id)
    return chart.some((other) => isWanted(other.id) && [other.id, ...above(other.id)].includes(id))
  }
  return new Map(chart.filter(({ id }) => stays(id)).map(({ id }) => [id, above(id).find(stays)]))
}

function managersIn(org: Org): ReadonlyMap<string, string | undefined> {
  return new Map(rolesOf(org).map((id) => [id, managerOf(org, id)]))
}

describe('every part of every chart of up to four roles', () => {
  it.each<Rule>(['lift', 'drop', 'keep-chain'])('is what a naive filter gives: %s', (reports) => {
    for (const chart of smallCharts()) {
      const org = orgOf(chart)
      for (let subset = 0; subset < 1 << chart.length; subset++) {
        const isWanted = (id: string): boolean =>
          ((subset >> chart.findIndex((role) => role.id === id)) & 1) === 1
        const filtered = filterOrg(org, ({ id }) => isWanted(id), { reports })
        expect(managersIn(filtered), `${JSON.stringify(chart)} ${String(subset)}`).toEqual(
          naively(chart, isWanted, reports),
        )
      }
    }
  })

  it('that is cut out below a role has it at the top, and the managers that it had', () => {
    for (const chart of smallCharts()) {
      const org = orgOf(chart)
      for (const { id } of chart) {
        const part = subOrg(org, id)
        expect(topRolesOf(part)).toEqual([id])
        for (const role of rolesOf(part))
          if (role !== id) expect(managerOf(part, role)).toBe(managerOf(org, role))
        expect(rolesOf(part)).toHaveLength(organizationSizeOf(org, id))
        expect(chart.filter((role) => isRole(part, role.id))).toHaveLength(rolesOf(part).length)
      }
    }
  })
})
