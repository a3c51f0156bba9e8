const TITLES = ['Director', 'Head of Delivery', 'Programme Manager', 'Project Manager', 'Analyst', 'Planner']

/** A small seeded generator (mulberry32): the same numbers in every run and on every machine. */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * The shape of a chart of `count` roles under one top, with spans from 1 to 13, 7 on average. Numbers and places of
 * the roles are shuffled, as in an export that is sorted by anything but the chart.
 */
export function treeShape(count, seed = 20260101) {
  const random = seeded(seed)
  const managerInTree = new Int32Array(count).fill(-1)
  for (let manager = 0, next = 1; next < count; manager++) {
    const span = 1 + Math.floor(random() * 13)
    for (const end = Math.min(count, next + span); next < end; next++) managerInTree[next] = manager
  }
  const place = shuffled(count, random)
  const number = shuffled(count, random)
  const manager = new Int32Array(count).fill(-1)
  for (let role = 1; role < count; role++) manager[place[role]] = place[managerInTree[role]]
  const cost = Int32Array.from({ length: count }, () => 20_000 + Math.floor(random() * 100_000))
  return { count, manager, number, cost }
}

function shuffled(count, random) {
  const list = Int32Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = list[last]
    list[last] = list[other]
    list[other] = kept
  }
  return list
}

/** The id of a role, a new string at each call: `r123456`, longer from a million on. */
export function idIn(shape, role) {
  return `r${String((shape.count < 1_000_000 ? 100_000 : 1_000_000) + shape.number[role])}`
}

/**
 * New records of a shape. All ids in them are strings of their own, as after parsing a file, and the strings of the
 * managers are others than those of the ids; titles repeat.
 */
export function recordsOf(shape) {
  const records = []
  for (let role = 0; role < shape.count; role++) {
    const manager = shape.manager[role]
    records.push({
      id: idIn(shape, role),
      manager: manager === -1 ? null : idIn(shape, manager),
      title: TITLES[role % TITLES.length],
      cost: shape.cost[role],
    })
  }
  return records
}

/** How many roles stand below each role. */
export function reportCounts(shape) {
  const below = new Int32Array(shape.count)
  const pending = new Int32Array(shape.count)
  for (const manager of shape.manager) if (manager !== -1) pending[manager]++
  const ready = []
  for (let role = 0; role < shape.count; role++) if (pending[role] === 0) ready.push(role)
  for (let role = ready.pop(); role !== undefined; role = ready.pop()) {
    const manager = shape.manager[role]
    if (manager === -1) continue
    below[manager] += below[role] + 1
    if (--pending[manager] === 0) ready.push(manager)
  }
  return below
}
