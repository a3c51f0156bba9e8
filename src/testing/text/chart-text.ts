import { directReportsOf, type Org, plain, quote, roleOf, rolesOf, topRolesOf } from '../../internal.js'

/** How to write a chart as text. */
export interface ChartTextOptions {
  /** How a role is written: by its `'title'` (the default) or its `'id'`. */
  readonly label?: 'title' | 'id'
  /** Only this role and everyone below it. */
  readonly root?: string
  /** How many layers to write; reports in deeper layers are only counted. Default: all. */
  readonly layers?: number
}

/** A name that would read as a mark of this format or as a quoted name. It is quoted, and so is a blank name. */
const LIKE_A_MARK = /\((?:vacant|planned|in a cycle|\+\d+)\)$|⇢|^'/

interface Pending {
  readonly id: string
  readonly depth: number
}

/**
 * A chart as lines: one line per role, its reports below it in input order, indented by two spaces. Vacancies and dotted
 * managers are marked. Roles that are not below a top come last, each cycle starting at its earliest role.
 */
export function chartLines(org: Org, options: ChartTextOptions = {}): string[] {
  const { label = 'title', root, layers = Infinity } = options
  const nameOf = (id: string): string => {
    const name = (label === 'id' ? id : roleOf(org, id).title).trim()
    return name === '' || LIKE_A_MARK.test(name) ? quote(name) : plain(name)
  }
  const lines: string[] = []
  const drawn = new Set<string>()
  const draw = (start: string, mark: string): void => {
    const pending: Pending[] = [{ id: start, depth: 0 }]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { id, depth } = next
      drawn.add(id)
      const reports = directReportsOf(org, id).filter((report) => !drawn.has(report))
      const hidden = depth + 1 >= layers && reports.length > 0
      const marks = [...marksOf(org, id, nameOf), ...(hidden ? [`(+${String(reports.length)})`] : [])]
      lines.push(
        [`${'  '.repeat(depth)}${nameOf(id)}`, ...marks, ...(depth === 0 ? [mark] : [])].join(' ').trimEnd(),
      )
      if (hidden) continue
      for (const report of reports.reverse()) pending.push({ id: report, depth: depth + 1 })
    }
  }
  if (root !== undefined) {
    draw(root, '')
    return lines
  }
  for (const top of topRolesOf(org)) draw(top, '')
  if (layers !== Infinity) return lines
  for (const id of rolesOf(org)) if (!drawn.has(id)) draw(cycleAbove(org, id), '(in a cycle)')
  return lines
}

function marksOf(org: Org, id: string, nameOf: (id: string) => string): string[] {
  const { vacant, status, dottedTo } = roleOf(org, id)
  return [
    ...(status === 'planned' ? ['(planned)'] : []),
    ...(vacant ? ['(vacant)'] : []),
    ...dottedTo.map((manager) => `⇢ ${nameOf(manager)}`),
  ]
}

/** The earliest role of the cycle that the chain of a role runs into. */
function cycleAbove(org: Org, id: string): string {
  const order = new Map(rolesOf(org).map((role, index) => [role, index]))
  const passed = new Set<string>()
  let next = id
  for (; !passed.has(next); next = roleOf(org, next).reportsTo ?? next) passed.add(next)
  let earliest = next
  for (
    let role = roleOf(org, next).reportsTo ?? next;
    role !== next;
    role = roleOf(org, role).reportsTo ?? next
  ) {
    if ((order.get(role) ?? 0) < (order.get(earliest) ?? 0)) earliest = role
  }
  return earliest
}
