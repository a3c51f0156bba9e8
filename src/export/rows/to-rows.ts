import { givenOptions, invalidOption, linesOf, type Org } from '../../internal.js'
import type { TableLoss } from '../csv/table-losses.js'
import { type ChartRow, ChartRows } from './chart-rows.js'

/** Rows for a chart library, and what they do not carry. */
export interface ExportedRows<Row> {
  /** A fresh array, which you and the library may change. */
  readonly rows: Row[]
  readonly lost: readonly TableLoss[]
}

/** A role with the id of its manager. */
export interface FlatRow extends ChartRow {
  /** The id of the manager; `null` for the root. */
  readonly parentId: string | null
}

/** How {@link toFlatRows} writes. */
export interface FlatRowsOptions {
  /**
   * The id of a row that is added as the one root, above all tops: libraries refuse a chart with several. Default: no such row.
   */
  readonly root?: string
}

/**
 * Writes an org as flat rows, `{ id, parentId, title, … }`, as d3-hierarchy (`stratify`) and d3-org-chart read them.
 *
 * Rows are in the order of the roles. The `parentId` of a top is `null`. Both libraries need exactly one root: with several tops, pass
 * `root`. Of a reporting cycle one line is left out. What rows do not carry (dotted lines, moves, units but by name) is in `lost`.
 *
 * Complexity: O(roles).
 *
 * @param org The org to write.
 * @param options `root`.
 * @returns The rows, and what they do not carry.
 * @throws {@link OrgError} `INVALID_OPTION`, also for a root that is the id of a role; `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toFlatRows } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { ceo: {}, cfo: { reportsTo: 'ceo', holders: ['Ada'] } } })
 * console.log(toFlatRows(org).rows)
 * // => [ { id: 'ceo', title: 'ceo', parentId: null }, { id: 'cfo', title: 'cfo', holders: [ 'Ada' ], parentId: 'ceo' } ]
 * ```
 */
export function toFlatRows(org: Org, options?: FlatRowsOptions): ExportedRows<FlatRow> {
  const root = givenOptions('toFlatRows', options, ['root']).get('root')
  if (root !== undefined && typeof root !== 'string') throw invalidOption('root', root, 'a string')
  const { rows, managers, lost } = new ChartRows(org)
  if (root !== undefined && rows.some(({ id }) => id === root))
    throw invalidOption('root', root, 'an id that no role has')
  const flat = rows.map((row, index) => ({
    ...row,
    parentId: rows.at(managers[index] < 0 ? rows.length : managers[index])?.id ?? root ?? null,
  }))
  return { rows: root === undefined ? flat : [{ id: root, title: root, parentId: null }, ...flat], lost }
}

/** A role with its direct reports. */
export interface NestedRow extends ChartRow {
  /** Left out where there are none. */
  readonly children?: NestedRow[]
}

/**
 * Writes an org as nested rows, `{ id, title, children: [ … ] }`, one for each top, as d3-hierarchy (`hierarchy`), ECharts and most chart
 * components read them. `parseNested` reads them back.
 *
 * Of a reporting cycle one line is left out. What rows do not carry is in `lost`.
 *
 * Complexity: O(roles).
 *
 * @param org The org to write.
 * @returns The rows of the tops, and what they do not carry.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toNestedRows } from 'rolegraph/export'
 *
 * const org = defineOrg({ roles: { ceo: {}, cfo: { reportsTo: 'ceo' } } })
 * const [top] = toNestedRows(org).rows
 * console.log(top?.children) // => [ { id: 'cfo', title: 'cfo' } ]
 * ```
 */
export function toNestedRows(org: Org): ExportedRows<NestedRow> {
  const { rows, managers, lost } = new ChartRows(org)
  const nested: (ChartRow & { children?: NestedRow[] })[] = rows.map((row) => ({ ...row }))
  const tops: NestedRow[] = []
  for (const [index, row] of nested.entries()) {
    const manager = managers[index] < 0 ? undefined : nested[managers[index]]
    if (manager === undefined) tops.push(row)
    else (manager.children ??= []).push(row)
  }
  return { rows: tops, lost }
}

/** A node of React Flow. */
export interface FlowNode {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
  readonly data: Omit<ChartRow, 'id'> & { readonly label: string }
}

/** An edge of React Flow, from a manager to a report. */
export interface FlowEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly data: { readonly relation: 'reportsTo' | 'dottedTo'; readonly as?: string }
}

/** An org for React Flow, and what it does not carry. */
export interface ExportedFlow {
  /** Fresh arrays, which you and React Flow may change. */
  readonly nodes: FlowNode[]
  readonly edges: FlowEdge[]
  readonly lost: readonly TableLoss[]
}

/** The distances of nodes in a layout of {@link toFlow}. */
const WIDTH = 220
const HEIGHT = 120

/**
 * Writes an org as the nodes and edges of React Flow.
 *
 * Edges go from managers to reports, dotted lines too, so that a layout puts managers on top. Each node has a `position`: its layer
 * downwards, and each manager in the middle above its reports.
 *
 * Complexity: O(roles + lines).
 *
 * @param org The org to write.
 * @returns The nodes and edges, and what they do not carry.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toFlow } from 'rolegraph/export'
 *
 * const { nodes, edges } = toFlow(defineOrg({ roles: { ceo: {}, cfo: { reportsTo: 'ceo' } } }))
 * console.log(nodes[1]) // => { id: 'cfo', position: { x: 0, y: 120 }, data: { title: 'cfo', label: 'cfo' } }
 * console.log(edges)
 * // => [ { id: 'reportsTo_0', source: 'ceo', target: 'cfo', data: { relation: 'reportsTo' } } ]
 * ```
 */
export function toFlow(org: Org): ExportedFlow {
  const { rows, managers, lost } = new ChartRows(org, true)
  const places = placesOf(managers)
  const nodes = rows.map(({ id, ...row }, index) => ({
    id,
    position: { x: places.x[index] * WIDTH, y: places.y[index] * HEIGHT },
    data: { ...row, label: row.title },
  }))
  const edges: FlowEdge[] = []
  for (const { id } of rows) {
    for (const { to, kind, as } of linesOf(org, id, { lines: 'all' })) {
      const relation = kind === 'solid' ? 'reportsTo' : 'dottedTo'
      const data = { relation, ...(as !== undefined && { as }) } as const
      edges.push({ id: `${relation}_${String(edges.length)}`, source: to, target: id, data })
    }
  }
  return { nodes, edges, lost }
}

/** The layer of each row, and where it is in it: leaves one after the other, and managers in the middle above their reports. */
function placesOf(managers: Int32Array): { readonly x: Float64Array; readonly y: Int32Array } {
  const count = managers.length
  const reports: number[][] = Array.from({ length: count }, () => [])
  const open: number[] = []
  for (let row = count - 1; row >= 0; row--) {
    if (managers[row] < 0) open.push(row)
    else reports[managers[row]].unshift(row)
  }
  const x = new Float64Array(count)
  const y = new Int32Array(count)
  const order: number[] = []
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    order.push(row)
    y[row] = managers[row] < 0 ? 0 : y[managers[row]] + 1
    for (const report of reports[row].toReversed()) open.push(report)
  }
  let next = 0
  for (const row of order) if (reports[row].length === 0) x[row] = next++
  for (const row of order.toReversed()) {
    const below = reports[row]
    const last = below.at(-1)
    if (last !== undefined) x[row] = (x[below[0]] + x[last]) / 2
  }
  return { x, y }
}
