import { type Evidence, linesOf, type Move, type Org, unitOf } from '../index.js'
import type { CheckedHtmlOptions } from './checked-html-options.js'
import { type DrawnRows, drawnRows, NONE } from './drawn-rows.js'
import { MOVE_KINDS, type PageData, type PageEvidence, type PageLine, type PageMove } from './page-data.js'

/** What the page holds of an org. Edges to roles that are not on the page are left out, and so is what they say. */
export function dataOfOrg(org: Org, options: CheckedHtmlOptions): PageData {
  const rows = drawnRows(org, options.lines, options.root)
  const { roles, position, parents } = rows
  const unitTitles: string[] = []
  const unitPosition = new Map<string, number>()
  const units = roles.map(({ unit }) => {
    if (unit === undefined) return NONE
    const known = unitPosition.get(unit)
    if (known !== undefined) return known
    const added = unitTitles.push(unitOf(org, unit)?.title ?? unit) - 1
    unitPosition.set(unit, added)
    return added
  })
  return {
    title: options.title,
    depth: options.depth === undefined ? NONE : Math.min(options.depth, roles.length),
    ids: roles.map(({ id }) => id),
    labels: roles.map((role) => options.label(role)),
    parents,
    units,
    unitTitles,
    grades: roles.map(({ grade }) => grade ?? null),
    holders: roles.flatMap(({ holders }, row) => (holders.length === 0 ? [] : [[row, holders] as const])),
    vacant: roles.flatMap(({ vacant }, row) => (vacant ? [row] : [])),
    facts: roles.flatMap((role, row) => {
      const evidence = evidenceOf(role)
      return evidence === undefined ? [] : [[row, evidence] as const]
    }),
    lines: pageLines(org, options, rows),
    moves: roles.flatMap((role, row) => role.progressesTo.flatMap((move) => pageMove(row, move, position))),
    marks: Array.from(options.marks, ([id, mark]) => [position.get(id) ?? NONE, mark] as const).filter(
      ([row]) => row !== NONE,
    ),
    highlight: options.highlight.map((id) => position.get(id) ?? NONE).filter((row) => row !== NONE),
    highlightInOrder: options.highlightInOrder,
  }
}

function pageLines(org: Org, { lines }: CheckedHtmlOptions, { roles, position }: DrawnRows): PageLine[] {
  return roles.flatMap(({ id }, row) => {
    return linesOf(org, id, { lines }).flatMap((line): PageLine[] => {
      const to = position.get(line.to)
      if (to === undefined || to === row) return []
      const kind = line.kind === 'solid' ? 0 : 1
      const evidence = evidenceOf(line)
      return [evidence === undefined ? [row, to, kind] : [row, to, kind, evidence]]
    })
  })
}

function pageMove(row: number, move: Move, position: ReadonlyMap<string, number>): PageMove[] {
  const to = position.get(move.to)
  if (to === undefined) return []
  const kind = Math.max(0, MOVE_KINDS.indexOf(move.kind)) as 0 | 1 | 2
  // JSON knows no Infinity.
  const years = (move.years ?? []).filter(Number.isFinite)
  const evidence = evidenceOf(move)
  const { conditions } = move
  return [
    evidence === undefined
      ? [row, to, kind, years, conditions]
      : [row, to, kind, years, conditions, evidence],
  ]
}

function evidenceOf({ sources, hedge, note }: Evidence): PageEvidence | undefined {
  if (sources === undefined && hedge === undefined && note === undefined) return undefined
  return [sources ?? [], hedge ?? '', note ?? '']
}
