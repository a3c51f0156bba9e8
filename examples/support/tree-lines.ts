import { directReportsOf, type Org, roleOf, topRolesOf } from 'rolegraph'

/** How a chart is drawn as text. */
export interface TreeOptions {
  /** Levels to draw; deeper roles are counted. */
  readonly depth?: number
  readonly label?: (id: string) => string
}

/** A chart as the lines of an indented tree, with an explicit stack so that no chart is too deep. */
export function treeLines(
  org: Org,
  { depth = Infinity, label = (id) => roleOf(org, id).title }: TreeOptions = {},
): string[] {
  const lines: string[] = []
  const open = topRolesOf(org)
    .toReversed()
    .map((id) => ({ id, level: 1, lead: '', branch: '', indent: '' }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const reports = directReportsOf(org, next.id)
    const hidden = next.level >= depth && reports.length > 0
    lines.push(`${next.lead}${next.branch}${label(next.id)}${hidden ? ` (+${String(reports.length)})` : ''}`)
    if (hidden) continue
    const { level, lead, indent } = next
    for (const [index, id] of reports.toReversed().entries()) {
      const last = index === 0
      open.push({
        id,
        level: level + 1,
        lead: lead + indent,
        branch: last ? '└─ ' : '├─ ',
        indent: last ? '   ' : '│  ',
      })
    }
  }
  return lines
}
