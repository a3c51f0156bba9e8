import { NONE, type PageData, type PageMark } from '../../page-data.js'

/** The marks of an edited page: what has changed about roles since the page was made. Only the roles given may have changed. */
export function changeMarks(base: PageData, data: PageData, roles: ReadonlySet<string>): PageMark[] {
  const was = rowsOf(base, roles)
  const marks: PageMark[] = []
  for (const [id, row] of rowsOf(data, roles)) {
    const before = was.get(id)
    if (before === undefined) {
      marks.push([row, 'added', '+ added'])
      continue
    }
    const above = base.parents[before]
    if (idAt(base, above) !== idAt(data, data.parents[row])) {
      marks.push([
        row,
        'moved',
        '~ moved',
        above === NONE ? 'was at the top' : `was below ${base.labels[above]}`,
      ])
    } else if (data.labels[row] !== base.labels[before] || holders(data, row) !== holders(base, before)) {
      marks.push([row, 'changed', '* changed'])
    }
  }
  return marks.sort(([a], [b]) => a - b)
}

function rowsOf({ ids }: PageData, roles: ReadonlySet<string>): Map<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < ids.length && rows.size < roles.size; row++)
    if (roles.has(ids[row])) rows.set(ids[row], row)
  return rows
}

function idAt({ ids }: PageData, row: number): string | undefined {
  return row === NONE ? undefined : ids[row]
}

function holders({ holders: all, assignments }: PageData, row: number): string {
  const find = (list: readonly (readonly [number, ...unknown[]])[]): unknown =>
    list.find(([each]) => each === row)
  return JSON.stringify([find(all)?.toString(), find(assignments)?.toString()])
}
