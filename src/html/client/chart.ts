import {
  NONE,
  type PageData,
  type PageEvidence,
  type PageLine,
  type PageMark,
  type PageMove,
} from '../page-data.js'
import { type Colouring, noColouring } from './colour-key.js'
import { type EdgeIndex, edgeIndex, edgesOf, endsOf, fromTheTop } from './edge-index.js'
import { limitsOf } from './limits.js'

export { NONE }

/**
 * The org in the form that the page queries. Each role is a row. The row `root` is above all tops and is never drawn. The
 * rows after it are boxes such as "+37 more", for reports that are not shown at first.
 */
export interface Chart {
  readonly data: PageData
  readonly count: number
  readonly root: number
  /** The number of rows of all kinds. */
  readonly size: number
  readonly parent: Int32Array
  readonly children: EdgeIndex
  /** 1 at the top. */
  readonly layer: Int32Array
  /** The number of roles below each role, at any depth, without ghosts. */
  readonly below: Int32Array
  /** The kind of the line that places a role below its manager: 0 for solid, 1 for dotted, 2 for that of a ghost. */
  readonly placedBy: Uint8Array
  /** That line; -1 for none. */
  readonly placingLine: Int32Array
  /** The lines that are not drawn as part of the tree. */
  readonly across: readonly number[]
  /** For each manager with reports that are not shown at first, the row of its "+37 more" box. */
  readonly moreOf: ReadonlyMap<number, number>
  /** 1 for a role that is not shown at first. */
  readonly leftOut: Uint8Array
  /** The row of each role by its id; not that of a ghost, if the role is also where it is now. */
  readonly rowOf: ReadonlyMap<string, number>
  readonly lines: readonly PageLine[]
  readonly linesFrom: EdgeIndex
  readonly linesTo: EdgeIndex
  readonly moves: readonly PageMove[]
  readonly movesFrom: EdgeIndex
  readonly movesTo: EdgeIndex
  /** The holders of each role as they are shown. */
  readonly holdersOf: HoldersOf
  /** The photos of a page, and the person whose face each role shows; `null` on a page without photos. */
  readonly faces: Faces | null
  readonly vacant: ReadonlySet<number>
  readonly planned: ReadonlySet<number>
  /** 1 for a role beside the line down from its manager. */
  readonly staff: Uint8Array
  /** 1 for a row that shows where a role was. */
  readonly ghost: Uint8Array
  readonly facts: ReadonlyMap<number, PageEvidence>
  readonly marks: ReadonlyMap<number, PageMark>
  /** The roles that break a rule, on a page that checks rules, with what is wrong. */
  readonly culprits: ReadonlyMap<number, string>
  /** The explorer sets what boxes are coloured by. */
  readonly colouring: Colouring
  /** For each line, the place of its name among those of dotted lines; -1 for none. */
  readonly nameOfLine: Int16Array
}

type HoldersOf = (row: number) => readonly string[] | undefined

interface Faces {
  /** By the position of a person. */
  readonly photos: ReadonlyMap<number, string>
  /** The first holder of each role. */
  readonly people: ReadonlyMap<number, number | undefined>
}

/** The chart of a page. After an edit, what the edit does not touch is taken from the chart before. */
export function chartOf(data: PageData, before?: Chart, holdersOf?: HoldersOf): Chart {
  const isSame = (...columns: readonly (keyof PageData)[]): boolean =>
    before !== undefined && columns.every((column) => before.data[column] === data[column])
  const count = data.ids.length
  const root = count
  const above = new Int32Array(count)
  for (let row = 0; row < count; row++) above[row] = data.parents[row] === NONE ? root : data.parents[row]
  const children = childrenOf(data, above)
  const ghost = flagsOf(data.ghosts, count)
  const withRoot = columnOf(above, [NONE])
  const { leftOut, managers } = limitsOf({
    data,
    count,
    parent: withRoot,
    children,
    ghost,
  })
  const parent = managers.length === 0 ? withRoot : columnOf(withRoot, managers)
  const layer = new Int32Array(parent.length)
  const below = new Int32Array(count + 1)
  // Loops over positions: this runs before the first frame, once per role. There a manager comes before its reports; an edit may
  // place a role below a later one.
  const order = before && fromTheTop(children, root)
  for (let at = 0; at < count; at++) {
    const row = order?.[at + 1] ?? at
    layer[row] = layer[parent[row]] + 1
  }
  for (const [index, manager] of managers.entries()) layer[root + 1 + index] = layer[manager] + 1
  for (let at = count - 1; at >= 0; at--) {
    const row = order?.[at + 1] ?? at
    below[parent[row]] += below[row] + 1 - ghost[row]
  }
  const { lines, moves } = data
  const [fromRows, toRows] = [endsOf(lines, 0), endsOf(lines, 1)]
  // Found when it is first asked for, which is after the first frame. The chart before may change until then.
  let rows = before !== undefined && isSame('ids', 'ghosts') ? before.rowOf : undefined
  return {
    data,
    count,
    root,
    size: parent.length,
    parent,
    children,
    layer,
    below,
    ...placingLines(lines, fromRows, toRows, parent),
    moreOf: new Map(managers.map((manager, index) => [manager, root + 1 + index])),
    leftOut,
    get rowOf() {
      return (rows ??= rowsById(data, ghost))
    },
    lines,
    linesFrom: edgeIndex(count, fromRows),
    linesTo: edgeIndex(count, toRows),
    moves,
    ...(before !== undefined && isSame('ids', 'moves')
      ? { movesFrom: before.movesFrom, movesTo: before.movesTo }
      : {
          movesFrom: edgeIndex(count, endsOf(moves, 0)),
          movesTo: edgeIndex(count, endsOf(moves, 1)),
        }),
    holdersOf:
      holdersOf ?? (before !== undefined && isSame('holders') ? before.holdersOf : holdersByRow(data)),
    faces: before !== undefined && isSame('photos', 'holders') ? before.faces : facesOf(data),
    vacant: new Set(data.vacant),
    planned: new Set(data.planned),
    staff: flagsOf(data.staff, parent.length),
    ghost: flagsOf(data.ghosts, parent.length),
    facts: before !== undefined && isSame('facts') ? before.facts : new Map(data.facts),
    marks: new Map(data.marks.map((mark) => [mark[0], mark])),
    culprits: new Map(),
    colouring: noColouring(parent.length),
    nameOfLine: namesOfLines(data),
  }
}

/** Shows another chart in the place of one that other parts of the page hold. */
export function replaceChart(chart: Chart, by: Chart): void {
  // Unlike `Object.assign`, this finds nothing that is found when it is first asked for.
  Object.defineProperties(chart, Object.getOwnPropertyDescriptors(by))
}

function columnOf(rows: Int32Array, further: readonly number[]): Int32Array {
  const column = new Int32Array(rows.length + further.length)
  column.set(rows)
  column.set(further, rows.length)
  return column
}

function holdersByRow({ holders }: PageData): HoldersOf {
  const shown = new Map(holders.map(([row, names]) => [row, names]))
  return (row) => shown.get(row)
}

function facesOf({ photos, holders }: PageData): Faces | null {
  if (photos === null) return null
  return { photos: new Map(photos), people: new Map(holders.map(([row, , people]) => [row, people[0]])) }
}

function rowsById({ ids }: PageData, ghost: Uint8Array): Map<string, number> {
  const rows = new Map<string, number>()
  // A ghost does not hide the role itself.
  for (let row = 0; row < ids.length; row++) if (ghost[row] === 1) rows.set(ids[row], row)
  for (let row = 0; row < ids.length; row++) if (ghost[row] === 0) rows.set(ids[row], row)
  return rows
}

/** The rows below each row, and below the root. In the order of the org, staff still come first. */
function childrenOf({ ids: { length: count }, order, staff }: PageData, above: Int32Array): EdgeIndex {
  if (order === null) return edgeIndex(count + 1, above)
  const isStaff = flagsOf(staff, count)
  const rows = [...staff.toSorted((a, b) => a - b), ...order.filter((row) => isStaff[row] === 0)]
  const { start, list } = edgeIndex(
    count + 1,
    rows.map((row) => above[row]),
  )
  return { start, list: list.map((place) => rows[place]) }
}

function flagsOf(rows: readonly number[], size: number): Uint8Array {
  const flags = new Uint8Array(size)
  for (const row of rows) flags[row] = 1
  return flags
}

function placingLines(
  lines: readonly PageLine[],
  fromRows: Int32Array,
  toRows: Int32Array,
  parent: Int32Array,
): Pick<Chart, 'placedBy' | 'placingLine' | 'across'> {
  const placedBy = new Uint8Array(parent.length)
  const placingLine = new Int32Array(parent.length).fill(NONE)
  // The solid line comes first.
  for (let line = 0; line < lines.length; line++) {
    const from = fromRows[line]
    if (parent[from] !== toRows[line] || placingLine[from] !== NONE) continue
    placingLine[from] = line
    placedBy[from] = lines[line][2]
  }
  const across: number[] = []
  for (let line = 0; line < lines.length; line++) {
    const from = fromRows[line]
    const isInTree = parent[from] === toRows[line] && (placedBy[from] === 1 || lines[line][2] !== 1)
    if (!isInTree) across.push(line)
  }
  return { placedBy, placingLine, across }
}

function namesOfLines({ lines, lineNames }: PageData): Int16Array {
  const names = new Int16Array(lines.length).fill(NONE)
  if (lineNames.length === 0) return names
  const places = new Map(lineNames.map((name, place) => [name, place]))
  for (let line = 0; line < lines.length; line++) {
    const [, , kind, , as] = lines[line]
    if (kind === 1 && as !== undefined) names[line] = places.get(as) ?? NONE
  }
  return names
}

/** Whether a row is a box such as "+37 more". */
export function isMore({ root }: Chart, row: number): boolean {
  return row > root
}

/** The managers above a role in the tree, nearest first. */
export function chainAbove({ parent, root }: Chart, row: number): number[] {
  const chain: number[] = []
  for (let above = parent[row]; above !== root && above !== NONE; above = parent[above]) chain.push(above)
  return chain
}

/** The rows to show below a role once it is open; `showsAll` has the managers whose reports are all shown. */
export function shownBelow(chart: Chart, showsAll: Uint8Array, row: number): Int32Array {
  const below = edgesOf(chart.children, row)
  const more = chart.moreOf.get(row)
  if (more === undefined || showsAll[row] === 1) return below
  return Int32Array.from([...below.filter((child) => chart.leftOut[child] === 0), more])
}

/** The direct reports of a role, without ghosts. */
export function reportsOf({ children, ghost }: Chart, row: number): Int32Array {
  return edgesOf(children, row).filter((child) => ghost[child] === 0)
}

/** How many direct reports a box such as "+37 more" stands for. */
export function countOfMore(chart: Chart, more: number): number {
  return edgesOf(chart.children, chart.parent[more]).reduce((sum, row) => sum + chart.leftOut[row], 0)
}
