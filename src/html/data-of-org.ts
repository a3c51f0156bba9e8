import { assignmentsOf, type Evidence, linesOf, type Org, personOf, type Role, roleOf } from '../internal.js'
import { type Box, type Picture, pictureOf, visibleText } from '../render/index.js'
import {
  MOVE_KINDS,
  NONE,
  type PageData,
  type PageEvidence,
  type PageLine,
  type PageMark,
  type PageMove,
  type PagePerson,
} from './page-data.js'
import type { PageOptions } from './html-options.js'

/** What the page holds of an org: the picture of all its roles, and the evidence for its facts. */
export function dataOfOrg(org: Org, options: PageOptions): PageData {
  const { title, depth, collapse, describeSource } = options
  const picture = pictureOf(org, options.picture)
  const { boxes, moves, relations } = picture
  // Every box is a role or the ghost of one, since the picture draws all reports of a manager.
  const roles = boxes.map(({ role, ghost }) => (ghost ? undefined : roleOf(org, role as string)))
  const people = new PeopleOfPage(org)
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
    units: boxes.map(({ unit }) => unit ?? NONE),
    unitTitles: picture.units.map((unit) => visibleText(unit.title)),
    grades: boxes.map(({ grade }) => grade ?? null),
    holders: boxes.flatMap(({ holders, index }) => {
      if (holders.length === 0) return []
      return [[index, holders.map(visibleText), people.holdersOf(roles[index])] as const]
    }),
    people: people.list,
    aliases: roles.flatMap((role, row) => {
      const aliases = (role?.aliases ?? []).map(visibleText)
      return aliases.length === 0 ? [] : [[row, aliases] as const]
    }),
    vacant: rowsWith(({ vacant }) => vacant),
    planned: rowsWith(({ planned }) => planned === true),
    staff: rowsWith(({ staff }) => staff === true),
    ghosts: rowsWith(({ ghost }) => ghost === true),
    facts: roles.flatMap((role, row) => {
      const evidence = evidenceOf(role, describeSource)
      return evidence === undefined ? [] : [[row, evidence] as const]
    }),
    lines: pageLines(org, picture, options),
    moves: pageMoves(picture, roles, describeSource),
    marks: boxes.flatMap(pageMark),
    highlight: rowsWith(({ highlighted }) => highlighted),
    highlightedMoves: moves.flatMap(({ highlighted }, index) => (highlighted ? [index] : [])),
  }
}

function pageMark(box: Box): PageMark[] {
  const { index, mark, markText } = box
  if (mark === undefined || markText === undefined) return []
  const [label, place] = markText
  return [place === undefined ? [index, mark, label] : [index, mark, label, visibleText(place)]]
}

/** The people who hold a role of the page. */
class PeopleOfPage {
  readonly list: PagePerson[] = []
  readonly #numbers = new Map<string, number>()

  constructor(private readonly org: Org) {}

  /** The holders of a role as positions in the list, each once; none of a ghost. */
  holdersOf(role: Role | undefined): number[] {
    if (role === undefined) return []
    return [
      ...new Set(assignmentsOf(this.org, { role: role.id }).map(({ person }) => this.#numberOf(person))),
    ]
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const { name, aliases } = personOf(this.org, id)
    const number = this.list.push([id, visibleText(name), ...aliases.map(visibleText)]) - 1
    this.#numbers.set(id, number)
    return number
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
    if (line.ghost) return [line.from, line.to, 2]
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
  roles: readonly (Role | undefined)[],
  describeSource: PageOptions['describeSource'],
): PageMove[] {
  return moves.map(({ from, to, kind }): PageMove => {
    // There is at most one move from one role to another.
    const move = roles[from]?.progressesTo.find((each) => each.to === boxes[to].role)
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
