import { givenOptions, OrgError, quote, upperLimit } from '../internal.js'
import type { SqlRow } from './driver.js'
import { roleId } from './given-arguments.js'
import { numberIn, textIn } from './specs-of-rows.js'
import { stored } from './stored-text.js'
import { type TenantStore, unknownTenant } from './tenant-store.js'

/**
 * Single questions about the present org of a tenant, which the database answers without a load. They follow solid lines and give the
 * answers of the functions of the same names: a unit answers through its head, and nobody is above or below themselves. All take an id of
 * a role or unit and throw `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `UNKNOWN_TENANT` and `STORE_FAILED`.
 *
 * For more than a few questions, load the org: that costs about as much as forty of them.
 */
export interface TenantQuestions {
  /** Returns the solid manager of a role. One look-up. */
  readonly managerOf: (role: string) => Promise<string | undefined>
  /** Returns everyone above a role, nearest first. One statement, O(chain). */
  readonly managementChainOf: (role: string) => Promise<string[]>
  /** Returns the direct reports, in order. One look-up. */
  readonly directReportsOf: (role: string) => Promise<string[]>
  /** Returns everyone below a role, in preorder, down to `depth` levels. One statement, O(everyone below). */
  readonly transitiveReportsOf: (role: string, options?: { readonly depth?: number }) => Promise<string[]>
  /** Returns whether the first role is above the second one. One statement, O(chain). */
  readonly isAbove: (upper: string, lower: string) => Promise<boolean>
  /** Returns the layer of a role; the top is 1. One statement, O(chain). */
  readonly layerOf: (role: string) => Promise<number>
  /** Returns the number of direct reports, without planned ones. One look-up. */
  readonly spanOfControlOf: (role: string) => Promise<number>
  /** Returns a role and everyone below it as a number. One statement, O(everyone below). */
  readonly organizationSizeOf: (role: string) => Promise<number>
}

// Each term names the tenant: the index begins with it, and no row of another one is ever read. UNION ends in a cycle too.
const UP = `WITH RECURSIVE up (id, manager) AS (
  SELECT id, manager FROM rolegraph_role WHERE tenant = $1 AND id = $2
  UNION
  SELECT role.id, role.manager FROM up JOIN rolegraph_role AS role ON role.tenant = $1 AND role.id = up.manager
) SELECT id, manager FROM up`

const DOWN = `WITH RECURSIVE down (id, manager, pos) AS (
  SELECT id, manager, pos FROM rolegraph_role WHERE tenant = $1 AND id = $2
  UNION
  SELECT role.id, role.manager, role.pos FROM down JOIN rolegraph_role AS role ON role.tenant = $1 AND role.manager = down.id
)`

const DOWN_TO = `WITH RECURSIVE down (id, manager, pos, level) AS (
  SELECT id, manager, pos, 0 FROM rolegraph_role WHERE tenant = $1 AND id = $2
  UNION
  SELECT role.id, role.manager, role.pos, down.level + 1
  FROM down JOIN rolegraph_role AS role ON role.tenant = $1 AND role.manager = down.id WHERE down.level < $3
)`

const REPORTS = `SELECT own.id AS asked, role.id, role.pos, role.status FROM rolegraph_role AS own
  LEFT JOIN rolegraph_role AS role ON role.tenant = $1 AND role.manager = own.id
  WHERE own.tenant = $1 AND own.id = $2 ORDER BY role.pos`

/** The questions of a tenant. */
export function questionsOf(store: TenantStore, tenant: string): TenantQuestions {
  /** The rows of a statement about a role; about the head where the id is that of a unit. */
  const about = async (
    caller: string,
    role: unknown,
    sql: string,
    ...more: number[]
  ): Promise<readonly SqlRow[]> => {
    const id = roleId(caller, role)
    const rows = await store.query(tenant, sql, [tenant, stored(id), ...more])
    if (rows.length > 0) return rows
    return store.query(tenant, sql, [tenant, stored(await headOf(store, tenant, id)), ...more])
  }
  const chainOf = async (caller: string, role: unknown): Promise<readonly string[]> =>
    chainIn(await about(caller, role, UP))
  const reportsOf = async (caller: string, role: unknown): Promise<readonly SqlRow[]> => {
    const rows = await about(caller, role, REPORTS)
    return rows.filter(({ id }) => id !== null)
  }
  return {
    managerOf: async (role) => (await chainOfOne(about, role)).at(0),
    managementChainOf: async (role) => [...(await chainOf('managementChainOf', role)).slice(1)],
    directReportsOf: async (role) => (await reportsOf('directReportsOf', role)).map(idOf),
    async transitiveReportsOf(role, options) {
      const given = givenOptions('transitiveReportsOf', options, ['depth'])
      const depth = upperLimit('depth', given.get('depth'), 1)
      const select = ' SELECT id, manager, pos FROM down'
      const rows =
        depth === Infinity
          ? await about('transitiveReportsOf', role, DOWN + select)
          : await about('transitiveReportsOf', role, DOWN_TO + select, depth)
      return preorderOf(rows)
    },
    async isAbove(upper, lower) {
      const chain = await chainOf('isAbove', lower)
      const id = roleId('isAbove', upper)
      const place = chain.indexOf(id)
      if (place !== -1) return place > 0
      // It may be a unit, or unknown.
      const [own] = chainIn(await about('isAbove', id, UP))
      return chain.indexOf(own) > 0
    },
    layerOf: async (role) => (await chainOf('layerOf', role)).length,
    async spanOfControlOf(role) {
      const reports = await reportsOf('spanOfControlOf', role)
      return reports.filter(({ status }) => status !== 'planned').length
    },
    async organizationSizeOf(role) {
      const rows = await about(
        'organizationSizeOf',
        role,
        `${DOWN} SELECT count(*) AS size FROM down HAVING count(*) > 0`,
      )
      return numberIn(rows[0], 'size') ?? 0
    },
  }
}

type About = (caller: string, role: unknown, sql: string, ...more: number[]) => Promise<readonly SqlRow[]>

async function chainOfOne(about: About, role: unknown): Promise<readonly string[]> {
  const sql = 'SELECT id, manager FROM rolegraph_role WHERE tenant = $1 AND id = $2'
  const [row] = await about('managerOf', role, sql)
  const manager = textIn(row, 'manager')
  return manager === undefined ? [] : [manager]
}

/** The role that a unit answers through. Throws where there is no such unit. */
async function headOf(store: TenantStore, tenant: string, id: string): Promise<string> {
  const sql = 'SELECT head FROM rolegraph_unit WHERE tenant = $1 AND id = $2'
  const [unit] = await store.query(tenant, sql, [tenant, stored(id)])
  if ((unit as unknown) === undefined) {
    const [known] = await store.query(tenant, 'SELECT rev FROM rolegraph_tenant WHERE tenant = $1', [tenant])
    if ((known as unknown) === undefined) throw unknownTenant(tenant)
    const message = `No role or unit has the id ${quote(id)} in the tenant ${quote(tenant)}. Load the org to look up names with find.`
    throw new OrgError('UNKNOWN_ROLE', message, { id, nearest: undefined })
  }
  const head = textIn(unit, 'head')
  if (head !== undefined) return head
  const message = `The unit ${quote(id)} has no head, so it has no place on the chart. Give the unit a head, or ask for one of its members.`
  throw new OrgError('UNIT_WITHOUT_HEAD', message, { unit: id })
}

function idOf(row: SqlRow): string {
  return textIn(row, 'id') ?? ''
}

/** A role and everyone above it, nearest first. The database returns them in any order, the role first. */
function chainIn(rows: readonly SqlRow[]): readonly string[] {
  const managers = new Map(rows.map((row) => [idOf(row), textIn(row, 'manager')]))
  const chain: string[] = []
  const seen = new Set<string>()
  for (let id: string | undefined = idOf(rows[0]); id !== undefined && !seen.has(id); id = managers.get(id)) {
    seen.add(id)
    chain.push(id)
  }
  return chain
}

/** Everyone below the first role, each before those below it, siblings in their order. */
function preorderOf(rows: readonly SqlRow[]): string[] {
  const reports = new Map<string, { readonly id: string; readonly pos: number }[]>()
  for (const row of rows.slice(1)) {
    const manager = textIn(row, 'manager') ?? ''
    const report = { id: idOf(row), pos: Number(row['pos']) }
    const siblings = reports.get(manager)
    if (siblings === undefined) reports.set(manager, [report])
    else siblings.push(report)
  }
  const order: string[] = []
  const seen = new Set([idOf(rows[0])])
  const pending = [idOf(rows[0])]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (order.length > 0 || id !== idOf(rows[0])) order.push(id)
    // The last one is taken first.
    const below = (reports.get(id) ?? []).sort((a, b) => b.pos - a.pos)
    for (const { id: report } of below) {
      if (seen.has(report)) continue
      seen.add(report)
      pending.push(report)
    }
  }
  return order
}
