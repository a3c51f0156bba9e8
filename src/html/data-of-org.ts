import { type Evidence, linesOf, type Org, type Role, roleOf } from '../internal.js'
import { type Picture, pictureOf, visibleText } from '../render/index.js'
import {
  MOVE_KINDS,
  NONE,
  type PageData,
  type PageEvidence,
  type PageLine,
  type PageMove,
} from './page-data.js'
import type { PageOptions } from './html-options.js'

/** What the page holds of an org: the picture of all its roles, and the evidence for its facts. */
export function dataOfOrg(org: Org, options: PageOptions): PageData {
  const { title, depth, collapse, describeSource } = options
  const picture = pictureOf(org, options.picture)
  const { boxes, moves, relations } = picture
  // Every box is a role, since the picture draws all reports of a manager.
  const roles = boxes.map(({ role }) => roleOf(org, role as string))
  return {
    title: visibleText(title),
    depth: depth === undefined ? NONE : Math.min(depth, boxes.length),
    collapse: collapse === Infinity ? NONE : collapse,
    relations,
    ids: roles.map(({ id }) => id),
    labels: boxes.map(({ label }) => visibleText(label)),
    parents: boxes.map(({ parent }) => parent ?? NONE),
    units: boxes.map(({ unit }) => unit ?? NONE),
    unitTitles: picture.units.map((unit) => visibleText(unit.title)),
    grades: boxes.map(({ grade }) => grade ?? null),
    holders: boxes.flatMap(({ holders, index }) => {
      return holders.length === 0 ? [] : [[index, holders.map(visibleText)] as const]
    }),
    vacant: boxes.flatMap(({ vacant, index }) => (vacant ? [index] : [])),
    facts: roles.flatMap((role, row) => {
      const evidence = evidenceOf(role, describeSource)
      return evidence === undefined ? [] : [[row, evidence] as const]
    }),
    lines: pageLines(org, picture, options),
    moves: pageMoves(picture, roles, describeSource),
    marks: boxes.flatMap(({ mark, index }) => (mark === undefined ? [] : [[index, mark] as const])),
    highlight: boxes.flatMap(({ highlighted, index }) => (highlighted ? [index] : [])),
    highlightedMoves: moves.flatMap(({ highlighted }, index) => (highlighted ? [index] : [])),
  }
}

function pageLines(
  org: Org,
  { boxes, lines }: Picture,
  { picture: { lines: along = 'all' }, describeSource }: PageOptions,
): PageLine[] {
  let from = NONE
  let evidenced: readonly (Evidence & { readonly to: string; readonly kind: string })[] = []
  return lines.map((line): PageLine => {
    // The lines of one box follow each other.
    if (line.from !== from) evidenced = linesOf(org, boxes[line.from].role as string, { lines: along })
    from = line.from
    const kind = line.kind === 'solid' ? 0 : 1
    const evidence = evidenceOf(
      evidenced.find((each) => each.to === boxes[line.to].role && each.kind === line.kind),
      describeSource,
    )
    if (line.as !== undefined) return [from, line.to, kind, evidence ?? null, visibleText(line.as)]
    return evidence === undefined ? [from, line.to, kind] : [from, line.to, kind, evidence]
  })
}

function pageMoves(
  { boxes, moves }: Picture,
  roles: readonly Role[],
  describeSource: PageOptions['describeSource'],
): PageMove[] {
  return moves.map(({ from, to, kind }): PageMove => {
    // There is at most one move from one role to another.
    const move = roles[from].progressesTo.find((each) => each.to === boxes[to].role)
    const number = Math.max(0, MOVE_KINDS.indexOf(kind)) as 0 | 1 | 2
    // JSON has no Infinity.
    const years = (move?.years ?? []).filter(Number.isFinite)
    const conditions = (move?.conditions ?? []).map(visibleText)
    const evidence = evidenceOf(move, describeSource)
    return evidence === undefined
      ? [from, to, number, years, conditions]
      : [from, to, number, years, conditions, evidence]
  })
}

function evidenceOf(
  { sources, hedge, note }: Evidence = {},
  describeSource: PageOptions['describeSource'],
): PageEvidence | undefined {
  if (sources === undefined && hedge === undefined && note === undefined) return undefined
  return [
    (sources ?? []).map((source) => visibleText(describeSource(source))),
    hedge ?? '',
    visibleText(note ?? ''),
  ]
}
