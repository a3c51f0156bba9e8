const TITLES = ['Director', 'Head of Delivery', 'Programme Manager', 'Project Manager', 'Analyst', 'Planner']

/** The id of a role, a new string at each call: `r123456`, longer from a million on. */
export function idIn(shape, role) {
  return `r${String((shape.count < 1_000_000 ? 100_000 : 1_000_000) + shape.number[role])}`
}

/**
 * New records of a shape. All ids in them are strings of their own, as after parsing a file, and the strings of the
 * managers are others than those of the ids; titles repeat.
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

/** New records of a shape with dotted lines, at most one a role. */
export function matrixRecordsOf(shape) {
  return Array.from(eachRecordOf(shape), (record, role) => {
    const other = shape.dotted[role]
    return { ...record, dotted: other === -1 ? null : idIn(shape, other) }
  })
}
