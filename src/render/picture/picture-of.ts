import type { Org, Role } from '../../internal.js'
import { careerRows } from './career-rows.js'
import { type CheckedOptions, checkedOptions } from './checked-options.js'
import { pictureEdges } from './picture-edges.js'
import type { PictureOptions } from './picture-options.js'
import { type DrawnUnits, pictureUnits } from './picture-units.js'
import type { Box, Picture } from './picture.js'
import { type PlacedBox, reportingBoxes } from './reporting-boxes.js'
import { type ReportingTree, reportingTree } from './reporting-tree.js'
import { NONE, type RoleRows, roleRows } from './role-rows.js'

/**
 * What the outputs draw, as plain data: boxes, reporting lines, career moves and units, in drawing order. For an
 * output of your own.
 *
 * Each drawn role has one box, and hangs below the first manager that it has along `lines`. With a `root` those are
 * drawn who are below it along `lines`, so a role that reports to it by a dotted line alone is there too. A circle of
 * a broken chart is cut open at one role, and the line that closes it is drawn across the tree. A picture of careers
 * has the roles that a move leads out of or into, and no tree; `collapse` and `lines` do not concern it. Labels are
 * as the user gave them: an output escapes what it writes.
 *
 * Complexity: O(roles + lines + moves), and O(n log n) for the order of n siblings.
 *
 * @param org The org.
 * @param options What is drawn; see {@link PictureOptions}.
 * @returns A frozen picture; the same for the same org and options.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { pictureOf } from 'rolegraph/render'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' }, clerk: { reportsTo: 'lead' } } })
 * const { boxes, lines } = pictureOf(org, { collapse: 1 })
 * console.log(boxes.map((box) => box.label)) // => [ 'lead', 'analyst', '+1 more' ]
 * console.log(lines[0]) // => { from: 1, to: 0, kind: 'solid', tree: true, highlighted: false }
 * ```
 */
export function pictureOf<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: PictureOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): Picture<Id, Unit> {
  // The ids in a picture are those of its org.
  return checkedPicture(org, checkedOptions(org, options)) as Picture<Id, Unit>
}

/** The picture of an output that has checked the options, with its own among them. */
export function checkedPicture(org: Org, options: CheckedOptions): Picture {
  const rows = roleRows(org)
  const root = options.root === undefined ? undefined : rows.position.get(options.root)
  const highlight = options.highlight.map((id) => rows.position.get(id) ?? NONE)
  const tree = options.relations === 'career' ? undefined : reportingTree(rows, options.lines, root)
  const placed =
    tree === undefined ? careerBoxes(rows, root, options) : treeBoxes(rows, tree, options, highlight)
  const drawn = placed.flatMap(({ row }) => (row === NONE ? [] : [rows.roles[row]]))
  const units = pictureUnits(org, drawn)
  const lit = new Set(highlight)
  const boxes = placed.map((box, index) => {
    return box.row === NONE
      ? countBox(box, index)
      : roleBox(box, index, rows.roles[box.row], options, units, lit)
  })
  return Object.freeze({
    relations: options.relations,
    boxes: Object.freeze(boxes),
    ...pictureEdges({ rows, tree, placed, highlight }, options),
    units: Object.freeze(units.units),
    grouped: options.grouped,
  })
}

function treeBoxes(
  rows: RoleRows,
  tree: ReportingTree,
  options: CheckedOptions,
  highlight: readonly number[],
): readonly PlacedBox[] {
  const marked = Array.from(options.marks.keys(), (id) => rows.position.get(id) ?? NONE)
  return reportingBoxes(tree, rows, options, new Set([...highlight, ...marked]))
}

function careerBoxes(
  rows: RoleRows,
  root: number | undefined,
  options: CheckedOptions,
): readonly PlacedBox[] {
  return careerRows(rows, root, options).map((row) => {
    return { row, parent: undefined, layer: 1, hidden: 0, leftOut: 0 }
  })
}

function countBox({ parent, layer, leftOut, hidden }: PlacedBox, index: number): Box {
  return Object.freeze({
    index,
    label: `+${String(leftOut)} more`,
    holders: Object.freeze([]),
    vacant: false,
    highlighted: false,
    layer,
    ...(parent !== undefined && { parent }),
    hidden,
  })
}

function roleBox(
  { row, parent, layer, hidden }: PlacedBox,
  index: number,
  role: Role,
  { label, marks }: CheckedOptions,
  { position }: DrawnUnits,
  lit: ReadonlySet<number>,
): Box {
  const mark = marks.get(role.id)
  const unit = role.unit === undefined ? undefined : position.get(role.unit)
  return Object.freeze({
    index,
    role: role.id,
    label: label(role),
    holders: Object.freeze([...role.holders]),
    vacant: role.vacant,
    ...(role.grade !== undefined && { grade: role.grade }),
    ...(unit !== undefined && { unit }),
    ...(mark !== undefined && { mark }),
    highlighted: lit.has(row),
    layer,
    ...(parent !== undefined && { parent }),
    hidden,
  })
}
