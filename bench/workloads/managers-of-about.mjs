import { idIn } from './chart-records.mjs'

/** How many roles are below each role. */
function reportCounts(shape) {
  const below = new Int32Array(shape.count)
  // Backwards in the order of the chart, reports come before their managers.
  for (let at = shape.count - 1; at > 0; at--) {
    const role = shape.place[at]
    below[shape.manager[role]] += below[role] + 1
  }
  return below
}

/** The managers whose number of transitive reports is nearest to a target, and the average of that number. */
export function managersOfAbout(shape, wanted, most) {
  const below = reportCounts(shape)
  const distance = (role) => Math.abs(below[role] - wanted)
  const nearest = Array.from(below.keys())
    .filter((role) => below[role] > 0)
    .sort((a, b) => distance(a) - distance(b))
    .filter((role, _index, sorted) => distance(role) <= Math.max(wanted / 2, distance(sorted[0])))
    .slice(0, most)
  const sum = nearest.reduce((reports, role) => reports + below[role], 0)
  return { managers: nearest.map((role) => idIn(shape, role)), about: Math.round(sum / nearest.length) }
}
