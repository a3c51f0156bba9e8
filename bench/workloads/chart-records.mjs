const TITLES = ['Director', 'Head of Delivery', 'Programme Manager', 'Project Manager', 'Analyst', 'Planner']

/** The id of a role, a new string at each call: `r123456`, longer from a million roles on. */
export function idIn(shape, role) {
  return `r${String((shape.count < 1_000_000 ? 100_000 : 1_000_000) + shape.number[role])}`
}

/**
 * New records of a shape. Every id in them is a separate string, as after parsing a file, also where a manager and an id are
 * equal; titles repeat.
 */
export function recordsOf(shape) {
  return Array.from(eachRecordOf(shape))
}

export function* eachRecordOf(shape, idOf = idIn) {
  for (let role = 0; role < shape.count; role++) {
    const manager = shape.manager[role]
    yield {
      id: idOf(shape, role),
      manager: manager === -1 ? null : idOf(shape, manager),
      title: TITLES[role % TITLES.length],
      cost: shape.cost[role],
    }
  }
}

/** New records of a shape with dotted lines, at most one per role. */
export function matrixRecordsOf(shape) {
  return Array.from(eachRecordOf(shape), (record, role) => {
    const other = shape.dotted[role]
    return { ...record, dotted: other === -1 ? null : idIn(shape, other) }
  })
}
