import { NO_HANDLE, givenOptions, type Org, type Role, roleOf, rolesOf, stateOf } from '../../internal.js'
import { careerBoxes } from './career-boxes.js'
import { type CheckedOptions, checkedOptions, PICTURE_OPTIONS } from './checked-options.js'
import { withGhosts } from './ghosts.js'
import { type DrawnRoles, ownRoles, rolesAndGhosts } from './drawn-roles.js'
import { dottedNames, linesBetween, movesBetween } from './picture-edges.js'
import type { PictureOptions } from './picture-options.js'
import { type DrawnUnits, pictureUnits } from './picture-units.js'
import type { Box, Picture, PictureLine } from './picture.js'
import { type PlacedBox, reportingBoxes } from './reporting-boxes.js'
import { reportingTree } from './reporting-tree.js'

/**
 * Returns what every output draws, as plain data for an output of your own: boxes, reporting lines, career moves and
 * units, in drawing order.
 *
 * Each drawn role has one box, placed below its first manager along `lines`. With a `root`, the roles below it along
 * `lines` are drawn, including those that report to it by a dotted line only. In a broken chart, a cycle is broken at
 * one role, and the line that closes it is drawn across the tree. A picture of careers has the roles with a move into
 * or out of them, and no tree; `collapse` and `lines` have no effect on it. Labels are returned as given: an output
 * escapes what it writes.
 *
 * Complexity: O(roles + lines + moves), plus O(n log n) to sort n siblings.
 *
 * @param org The org.
 * @param options What to draw; see {@link PictureOptions}.
 * @returns A frozen picture; the same org and options always give the same picture.
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
  const given = givenOptions('pictureOf', options, PICTURE_OPTIONS)
  // The ids in a picture are those of its org.
  return checkedPicture(org, checkedOptions(org, given)) as Picture<Id, Unit>
}

/**
 * The picture of an output that has checked the options together with its own. Units and named lines have their places, and so their
 * colours, from `sharing` orgs, for pictures that are shown together.
 */
export function checkedPicture(org: Org, options: CheckedOptions, sharing?: readonly Org[]): Picture {
  const state = stateOf(org)
  const own = rolesOf(org).map((id) => roleOf(org, id))
  const { placed, lines, chart } =
    options.relations === 'career' ? careers(org, own, options) : reporting(org, own, options)
  const { before } = options.marks
  const orgs = before === undefined ? [org] : [org, before.org]
  const units = pictureUnits(
    orgs,
    sharing ?? orgs,
    placed.flatMap(({ role }) => (role === NO_HANDLE ? [] : [chart.roles[role]])),
  )
  const highlighted = new Set(options.highlight.roles)
  const boxes = placed.map((box, index) => {
    return box.role === NO_HANDLE
      ? countBox(box, index)
      : roleBox(box, index, chart, options.label, units, highlighted)
  })
  return Object.freeze({
    relations: options.relations,
    boxes: Object.freeze(boxes),
    lines: Object.freeze(lines),
    moves: Object.freeze(
      options.relations === 'reporting' ? [] : movesBetween(placed, state, options.highlight),
    ),
    units: Object.freeze(units.units),
    lineNames: dottedNames((sharing ?? [org]).map(stateOf)),
    grouped: options.groupBy,
  })
}

interface PlacedChart {
  readonly placed: readonly PlacedBox[]
  readonly lines: PictureLine[]
  readonly chart: DrawnRoles
}

function careers(org: Org, own: readonly Role[], options: CheckedOptions): PlacedChart {
  return { placed: careerBoxes(stateOf(org), own, options), lines: [], chart: ownRoles(org, own, options) }
}

function reporting(org: Org, own: readonly Role[], options: CheckedOptions): PlacedChart {
  const { lines, root, highlight, marks } = options
  const without = reportingTree(lines, root)
  const tree = marks.before === undefined ? undefined : withGhosts(without, stateOf(org), root, marks.before)
  const chart =
    tree === undefined || marks.before === undefined
      ? ownRoles(org, own, options)
      : rolesAndGhosts(org, own, options, tree, marks.before.org)
  const wanted = [
    ...highlight.roles,
    ...marks.ofRoles.keys(),
    ...(tree?.ghosts ?? []).map(({ handle }) => handle),
  ]
  const placed = reportingBoxes(tree ?? without, chart.roles, options, wanted)
  return {
    placed,
    lines: linesBetween(placed, tree ?? without, new Set(highlight.roles), options.dotted),
    chart,
  }
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
  { role: handle, parent, layer, as, staff, hidden }: PlacedBox,
  index: number,
  { roles, holdersOf, markOf }: DrawnRoles,
  label: CheckedOptions['label'],
  { position }: DrawnUnits,
  highlighted: ReadonlySet<number>,
): Box {
  const role = roles[handle]
  const unit = role.unit === undefined ? undefined : position.get(role.unit)
  return Object.freeze({
    index,
    role: role.id,
    label: label(role),
    holders: Object.freeze(holdersOf(handle)),
    vacant: role.vacant,
    ...(role.status === 'planned' && { planned: true as const }),
    ...(role.grade !== undefined && { grade: role.grade }),
    ...(unit !== undefined && { unit }),
    ...markOf(handle),
    highlighted: highlighted.has(handle),
    layer,
    ...(parent !== undefined && { parent }),
    ...(as !== undefined && { as }),
    ...(staff && { staff }),
    hidden,
  })
}
