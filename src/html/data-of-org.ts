import {
  type Evidence,
  layerOf,
  linesOf,
  type Org,
  type Role,
  roleOf,
  rolesOf,
  stateOf,
} from '../internal.js'
import { type Box, type Picture, pictureOf, visibleText } from '../render/index.js'
import type { Comparison } from './comparison.js'
import { attributeColumns } from './attribute-columns.js'
import {
  MOVE_KINDS,
  NONE,
  type PageData,
  type PageEvidence,
  type PageLine,
  type PageMark,
  type PageMove,
} from './page-data.js'
import type { PageOptions } from './html-options.js'
import { PeopleOfPage } from './people-of-page.js'
import { servicesOfPage } from './services-of-page.js'
import { UnitsOfPage } from './units-of-page.js'

/** What the page holds of an org: the picture of all its roles, and the evidence for its facts. */
export function dataOfOrg(org: Org, options: PageOptions, comparison?: Comparison): PageData {
  const { title, depth, collapse, fields, colorBy } = options
  const picture = pictureOf(org, options.picture)
  const { boxes, moves, relations, lineNames } = picture
  // Every box is a role or the ghost of one, since the picture draws all reports of a manager.
  const roles = boxes.map(({ role, ghost }) => (ghost ? undefined : roleOf(org, role as string)))
  const people = new PeopleOfPage(org, options)
  const units = new UnitsOfPage(org, fields.has('unit') ? picture : { units: [] }, fields)
  const rowOf = rowsOfRoles(boxes)
  const rowsWith = (has: (box: Box) => boolean): number[] =>
    boxes.flatMap((box) => (has(box) ? [box.index] : []))
  return {
    title: visibleText(title),
    depth: depth === undefined ? NONE : Math.min(depth, boxes.length),
    collapse: collapse === Infinity ? NONE : collapse,
    relations,
    ids: boxes.map(({ role }) => role as string),
    labels: boxes.map(({ label }) => visibleText(label)),
    parents: boxes.map(({ parent }) => parent ?? NONE),
    units: boxes.map(({ unit }) => (fields.has('unit') ? (unit ?? NONE) : NONE)),
    alsoIn: roles.flatMap((role, row) => {
      if (role === undefined || role.alsoIn.length === 0 || !fields.has('unit')) return []
      return [[row, role.alsoIn.map((unit) => units.numberOf(unit))] as const]
    }),
    ...units.columns(),
    grades: boxes.map(({ grade }) => (fields.has('grade') ? (grade ?? null) : null)),
    holders: boxes.flatMap(({ holders, index }) => {
      if (holders.length === 0 || !fields.has('holders')) return []
      return [[index, holders.map(visibleText), people.holdersOf(index, roles[index])] as const]
    }),
    ...people.columns(),
    fields: attributeColumns(roles, fields),
    layersAbove: layersAbove(org, options),
    order: orderOfOrg(org, boxes, options),
    comparison:
      comparison?.data(
        boxes.map(({ role }) => role as string),
        rowsWith(({ ghost }) => ghost === true),
      ) ?? null,
    aliases: roles.flatMap((role, row) => {
      if (!fields.has('aliases')) return []
      const aliases = (role?.aliases ?? []).map(visibleText)
      return aliases.length === 0 ? [] : [[row, aliases] as const]
    }),
    unknownManagers: unknownManagersOf(org, rowOf),
    vacant: rowsWith(({ vacant }) => vacant),
    planned: rowsWith(({ planned }) => planned === true),
    staff: rowsWith(({ staff }) => staff === true),
    ghosts: rowsWith(({ ghost }) => ghost === true),
    facts: roles.flatMap((role, row) => {
      const evidence = evidenceOf(role, options)
      return evidence === undefined ? [] : [[row, evidence] as const]
    }),
    lines: pageLines(org, picture, options),
    lineNames: lineNames.map(visibleText),
    services: servicesOfPage(org, options, rowOf, (service) => evidenceOf(service, options)),
    colorBy,
    moves: pageMoves(picture, roles, options),
    marks: boxes.flatMap(pageMark),
    highlight: rowsWith(({ highlighted }) => highlighted),
    highlightedMoves: moves.flatMap(({ highlighted }, index) => (highlighted ? [index] : [])),
  }
}

/** The row of each role, apart from ghosts. */
function rowsOfRoles(boxes: readonly Box[]): ReadonlyMap<string, number> {
  return new Map(
    boxes.flatMap(({ role, ghost, index }) => (role === undefined || ghost ? [] : [[role, index] as const])),
  )
}

function unknownManagersOf(org: Org, rowOf: ReadonlyMap<string, number>): number[] {
  const { unknownManagers, columns } = stateOf(org)
  return Array.from(unknownManagers.keys(), (handle) => rowOf.get(columns.ids[handle]) ?? NONE).filter(
    (row) => row !== NONE,
  )
}

function pageMark(box: Box): PageMark[] {
  const { index, mark, markText } = box
  if (mark === undefined || markText === undefined) return []
  const [label, place] = markText
  return [place === undefined ? [index, mark, label] : [index, mark, label, visibleText(place)]]
}

/** The rows in the order of the org, for a page that edits it and does not sort. */
function orderOfOrg(org: Org, boxes: readonly Box[], { edit, picture }: PageOptions): number[] | null {
  const { order = 'input', groupBy } = picture
  if (edit === undefined || order !== 'input' || groupBy !== undefined) return null
  const rows = new Map(boxes.map(({ role, index }) => [role, index]))
  return rolesOf(org).flatMap((role) => rows.get(role) ?? [])
}

/** How many layers are above the root of the page; 0 for a whole chart, and below a cycle, where roles have no layer. */
function layersAbove(org: Org, { picture: { root } }: PageOptions): number {
  return root === undefined ? 0 : (layerOf(org, root) ?? 1) - 1
}

function pageLines(org: Org, { boxes, lines }: Picture, options: PageOptions): PageLine[] {
  const { lines: along = 'all' } = options.picture
  let from = NONE
  let evidenced: readonly (Evidence & { readonly to: string; readonly kind: string })[] = []
  return lines.map((line): PageLine => {
    if (line.ghost) return [line.from, line.to, 2]
    // The lines of one box follow each other.
    if (line.from !== from) evidenced = linesOf(org, boxes[line.from].role as string, { lines: along })
    from = line.from
    const kind = line.kind === 'solid' ? 0 : 1
    const evidence = evidenceOf(
      evidenced.find((each) => each.to === boxes[line.to].role && each.kind === line.kind),
      options,
    )
    if (line.as !== undefined) return [from, line.to, kind, evidence ?? null, visibleText(line.as)]
    return evidence === undefined ? [from, line.to, kind] : [from, line.to, kind, evidence]
  })
}

function pageMoves(
  { boxes, moves }: Picture,
  roles: readonly (Role | undefined)[],
  options: PageOptions,
): PageMove[] {
  return moves.map(({ from, to, kind }): PageMove => {
    // There is at most one move from one role to another.
    const move = roles[from]?.progressesTo.find((each) => each.to === boxes[to].role)
    const number = Math.max(0, MOVE_KINDS.indexOf(kind)) as 0 | 1 | 2
    // JSON has no Infinity.
    const years = (move?.years ?? []).filter(Number.isFinite)
    const conditions = (move?.conditions ?? []).map(visibleText)
    const evidence = evidenceOf(move, options)
    return evidence === undefined
      ? [from, to, number, years, conditions]
      : [from, to, number, years, conditions, evidence]
  })
}

function evidenceOf(
  { sources, hedge, note }: Evidence = {},
  { describeSource, fields }: PageOptions,
): PageEvidence | undefined {
  if (!fields.has('sources')) return undefined
  if (sources === undefined && hedge === undefined && note === undefined) return undefined
  return [
    (sources ?? []).map((source) => visibleText(describeSource(source))),
    hedge ?? '',
    visibleText(note ?? ''),
  ]
}
