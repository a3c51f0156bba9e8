import { idIn, reportCounts, seeded } from './tree-records.mjs'

const ASKED = 5_000
const MANAGERS = 20
const WANTED_REPORTS = 1_000

/**
 * What every contender is asked on one chart. A work runs `operations` questions and gives a checksum, which must be
 * the same for all contenders. The ids that are asked for are strings of their own, as they come with a request.
 */
export function worksOn(shape) {
  const random = seeded(7)
  const anyId = () => idIn(shape, Math.floor(random() * shape.count))
  const pairs = Array.from({ length: ASKED }, () => [anyId(), anyId()])
  const { managers, about } = managersOfAbout(shape, WANTED_REPORTS)
  return [
    {
      name: 'isAbove, random pairs',
      operations: pairs.length,
      run: ({ isAbove }, model) => {
        let above = 0
        for (const [upper, lower] of pairs) if (isAbove(model, upper, lower)) above++
        return above
      },
    },
    {
      name: 'managementChainOf',
      operations: pairs.length,
      run: ({ managementChainOf }, model) => {
        let letters = 0
        for (const [id] of pairs) for (const upper of managementChainOf(model, id)) letters += upper.length
        return letters
      },
    },
    {
      name: 'lowestCommonManagerOf two',
      operations: pairs.length,
      run: ({ lowestCommonManagerOf }, model) => {
        const sum = summing()
        for (const [a, b] of pairs) sum.add(lowestCommonManagerOf(model, a, b) ?? '')
        return sum.value()
      },
    },
    {
      name: `transitiveReportsOf ≈ ${about}`,
      operations: managers.length,
      run: ({ transitiveReportsOf }, model) => {
        let reports = 0
        for (const id of managers) reports += transitiveReportsOf(model, id).length
        return reports
      },
    },
    {
      name: `organizationSizeOf ≈ ${about}`,
      operations: managers.length,
      run: ({ organizationSizeOf }, model) => {
        let roles = 0
        for (const id of managers) roles += organizationSizeOf(model, id)
        return roles
      },
    },
    {
      name: 'rollUp of all (cost)',
      operations: 1,
      run: ({ rollUp }, model) => rollUp(model).total,
    },
    {
      name: `rollUp of all, read ${2 * pairs.length} by id`,
      operations: 1,
      run: ({ rollUp }, model) => {
        const sums = rollUp(model)
        let sum = 0
        for (const [a, b] of pairs) sum += sums.of(a) + sums.of(b)
        return sum
      },
    },
    {
      name: 'layers and spans of all',
      operations: 1,
      run: ({ shape: shapeOf }, model) => {
        const { layers, managers, averageSpan, widestSpan } = shapeOf(model)
        return [layers, managers, averageSpan, widestSpan].join(' ')
      },
    },
  ]
}

/** The managers whose number of transitive reports is nearest to a wanted one. */
function managersOfAbout(shape, wanted) {
  const below = reportCounts(shape)
  const distance = (role) => Math.abs(below[role] - wanted)
  const nearest = Array.from(below.keys())
    .filter((role) => below[role] > 0)
    .sort((a, b) => distance(a) - distance(b))
    .filter((role, _index, sorted) => distance(role) <= Math.max(wanted / 2, distance(sorted[0])))
    .slice(0, MANAGERS)
  const sum = nearest.reduce((reports, role) => reports + below[role], 0)
  return { managers: nearest.map((role) => idIn(shape, role)), about: Math.round(sum / nearest.length) }
}

/** A sum over strings in which their order counts. */
function summing() {
  let sum = 0
  return {
    add: (text) => {
      sum = (Math.imul(sum, 31) + Number(text.slice(1))) | 0
    },
    value: () => sum,
  }
}
