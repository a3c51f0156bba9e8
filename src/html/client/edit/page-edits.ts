import { NONE, type PageAssignment, type PageData, type PageLine } from '../../page-data.js'

// The edits of a page as functions from its data to other data, which share the columns that an edit does not touch. A draft of
// the org decides whether an edit is allowed; these show what it leads to.

const STAFF_NAMES: readonly string[] = ['assistant', 'adviser']

/** Lets a role report to another one, or to nobody. */
export function withManager(data: PageData, row: number, manager: number): PageData {
  const solid = data.lines.findIndex(([from, , kind]) => from === row && kind === 0)
  const first = data.lines.findIndex(([from]) => from === row)
  const added: PageLine[] = manager === NONE ? [] : [[row, manager, 0]]
  // The solid line comes before the dotted ones.
  const at = solid !== NONE ? solid : first !== NONE ? first : data.lines.length
  const lines = data.lines.toSpliced(at, solid === NONE ? 0 : 1, ...added)
  return placed({ ...data, lines, unknownManagers: data.unknownManagers.filter((each) => each !== row) })
}

/**
 * Places each role below the first of its managers, as the library does: a cycle is broken at a role without a solid manager, or else at
 * its first role in the order of the org. Staff are beside the line down from their manager.
 */
function placed(data: PageData): PageData {
  const { ids, lines, order } = data
  const parents = new Array<number>(ids.length).fill(NONE)
  const isSolid = new Uint8Array(ids.length)
  // The solid line of a role comes first.
  for (const [from, to, kind] of lines) {
    if (kind === 0) isSolid[from] = 1
    if (parents[from] === NONE && from !== to) parents[from] = to
  }
  const rows = order ?? Array.from(ids.keys())
  const place = new Int32Array(ids.length)
  for (const [at, row] of rows.entries()) place[row] = at
  /** The walk on which a row was reached. */
  const walk = new Int32Array(ids.length)
  for (const [at, start] of rows.entries()) {
    let row = start
    while (row !== NONE && walk[row] === 0) {
      walk[row] = at + 1
      row = parents[row]
    }
    if (row === NONE || walk[row] !== at + 1) continue
    const cycle = [row]
    for (let next = parents[row]; next !== row; next = parents[next]) cycle.push(next)
    cycle.sort((one, other) => place[one] - place[other])
    parents[cycle.find((each) => isSolid[each] === 0) ?? cycle[0]] = NONE
  }
  return withStaff({ ...data, parents })
}

/** A role is beside the line down from its manager where a staff line leads to it and nobody is below it. */
function withStaff(data: PageData): PageData {
  const named = data.lines.filter(
    ([, , kind, , as]) => kind === 0 && as !== undefined && STAFF_NAMES.includes(as),
  )
  if (named.length === 0) return { ...data, staff: [] }
  const managers = new Set(data.parents)
  const staff = named.filter(([from, to]) => data.parents[from] === to && !managers.has(from))
  return { ...data, staff: staff.map(([from]) => from) }
}

/** Adds a role below a manager, or at the top. */
export function withRole(data: PageData, id: string, label: string, manager: number): PageData {
  const row = data.ids.length
  return placed({
    ...data,
    ids: [...data.ids, id],
    labels: [...data.labels, label],
    parents: [...data.parents, manager],
    units: [...data.units, NONE],
    grades: [...data.grades, null],
    order: data.order && [...data.order, row],
    lines: manager === NONE ? data.lines : [...data.lines, [row, manager, 0]],
  })
}

export function withLabel(data: PageData, row: number, label: string): PageData {
  return { ...data, labels: data.labels.with(row, label) }
}

/** The people who hold a role, with the terms. */
export function assignmentsAt(data: PageData, row: number): readonly PageAssignment[] {
  const assigned = data.assignments.find(([each]) => each === row)?.[1]
  if (assigned !== undefined) return assigned
  const [, , people] = data.holders.find(([each]) => each === row) ?? [row, [], []]
  return people.map((person): PageAssignment => [person, ''])
}

/** Sets the people who hold a role. Without any, it is vacant. */
export function withAssignments(
  data: PageData,
  row: number,
  assignments: readonly PageAssignment[],
): PageData {
  const isOther = ([each]: readonly [number, ...unknown[]]): boolean => each !== row
  const [holders, assigned] = [data.holders.filter(isOther), data.assignments.filter(isOther)]
  const vacant = data.vacant.filter((each) => each !== row)
  if (assignments.length === 0)
    return { ...data, holders, assignments: assigned, vacant: [...vacant, row].sort((a, b) => a - b) }
  const shown = assignments.map(([person, terms]) => {
    const [, name] = data.people[person]
    const short = terms.split(', ').filter((term) => term !== '' && !/^(?:from|to) /.test(term))
    return short.length === 0 ? name : `${name} (${short.join(', ')})`
  })
  const people = [...new Set(assignments.map(([person]) => person))]
  const hasTerms = assignments.some(([, terms]) => terms !== '')
  return {
    ...data,
    vacant,
    holders: [...holders, [row, [...new Set(shown)], people] as const].sort(([a], [b]) => a - b),
    assignments: hasTerms ? [...assigned, [row, assignments] as const].sort(([a], [b]) => a - b) : assigned,
  }
}

/** Removes roles, with what leads to them. Their reports go to the heir, which is {@link NONE} for nobody. */
export function withoutRoles(data: PageData, gone: ReadonlySet<number>, heir: number): PageData {
  const lines = data.lines.flatMap((line): PageLine[] => {
    const [from, to, kind, , as] = line
    if (gone.has(from)) return []
    if (!gone.has(to)) return [line]
    if (kind !== 0 || heir === NONE || heir === from) return []
    // The new line has the name of the old one, and not what the old one was based on.
    return [as === undefined ? [from, heir, 0] : [from, heir, 0, null, as]]
  })
  const moves = data.moves.filter(([from, to]) => !gone.has(from) && !gone.has(to))
  return placed(compacted({ ...data, lines, moves, parents: data.parents.map(() => NONE) }, gone))
}

/** The data without some rows; the others move up. */
function compacted(data: PageData, gone: ReadonlySet<number>): PageData {
  const now = new Int32Array(data.ids.length)
  let next = 0
  for (let row = 0; row < now.length; row++) now[row] = gone.has(row) ? NONE : next++
  const rowIn = (row: number): number => (row === NONE ? NONE : now[row])
  const column = <Value>(values: readonly Value[]): Value[] => values.filter((_, row) => now[row] !== NONE)
  const rows = (list: readonly number[]): number[] => list.map(rowIn).filter((row) => row !== NONE)
  const pairs = <Rest extends readonly unknown[]>(
    list: readonly (readonly [row: number, ...rest: Rest])[],
  ): (readonly [row: number, ...rest: Rest])[] =>
    list.flatMap(([row, ...rest]) => (now[row] === NONE ? [] : [[now[row], ...rest] as const]))
  return {
    ...data,
    ids: column(data.ids),
    labels: column(data.labels),
    parents: column(data.parents).map(rowIn),
    units: column(data.units),
    grades: column(data.grades),
    holders: pairs(data.holders),
    assignments: pairs(data.assignments),
    aliases: pairs(data.aliases),
    alsoIn: pairs(data.alsoIn),
    facts: pairs(data.facts),
    marks: pairs(data.marks),
    unknownManagers: rows(data.unknownManagers),
    vacant: rows(data.vacant),
    planned: rows(data.planned),
    staff: rows(data.staff),
    ghosts: rows(data.ghosts),
    highlight: rows(data.highlight),
    order: data.order && rows(data.order),
    fields: data.fields
      .map((field) => ({
        ...field,
        rows: rows(field.rows),
        values: field.values.filter((_, place) => now[field.rows[place]] !== NONE),
      }))
      .filter(({ rows: left }) => left.length > 0),
    lines: data.lines.map(([from, to, ...rest]) => [now[from], now[to], ...rest]),
    moves: data.moves.map(([from, to, ...rest]) => [now[from], now[to], ...rest]),
    services: data.services
      .filter(([from, to]) => !gone.has(from) && !gone.has(to))
      .map(([from, to, ...rest]) => [rowIn(from), now[to], ...rest]),
    // Positions of moves, some of which are gone.
    highlightedMoves: [],
  }
}
