import { idIn } from './chart-records.mjs'
import { checkSum } from './check-sum.mjs'
import { howOften } from './how-often.mjs'
import { managersOfAbout } from './managers-of-about.mjs'
import { seeded } from './seeded.mjs'

const ASKED = 5_000
const MANAGERS = 20
const WANTED_REPORTS = 1_000

/**
 * The questions about one chart. A work runs `operations` questions and returns a checksum, which must be
 * the same for all contenders; a contender that lacks one of the questions it `asks` is left out. The ids in questions
 * are separate strings, as if they came with a request.
 */
export function chartWorks(shape) {
  const random = seeded(7)
  const anyId = () => idIn(shape, Math.floor(random() * shape.count))
  const pairs = Array.from({ length: ASKED }, () => [anyId(), anyId()])
  const { managers, about } = managersOfAbout(shape, WANTED_REPORTS, MANAGERS)
  const numberOf = about.toLocaleString('en')
  return [
    isAboveOf('isAbove, random pairs', pairs),
    {
      key: 'isAbove by handle',
      name: 'isAbove by handle',
      asks: ['handleOf', 'isHandleAbove'],
      operations: pairs.length,
      // The reference to a role that each contender offers: a number or an object.
      prepare: ({ handleOf }, model) => ({
        uppers: pairs.map(([upper]) => handleOf(model, upper)),
        lowers: pairs.map(([, lower]) => handleOf(model, lower)),
      }),
      run: ({ isHandleAbove }, model, { uppers, lowers }) => {
        let above = 0
        for (let at = 0; at < uppers.length; at++) if (isHandleAbove(model, uppers[at], lowers[at])) above++
        return above
      },
    },
    managementChainOf('managementChainOf', ids(pairs)),
    {
      key: 'lowestCommonManagerOf',
      name: 'lowestCommonManagerOf two',
      asks: ['lowestCommonManagerOf'],
      operations: pairs.length,
      run: ({ lowestCommonManagerOf }, model) => {
        let sum = 0
        for (const [a, b] of pairs) {
          const manager = lowestCommonManagerOf(model, a, b)
          sum = (Math.imul(sum, 31) + (manager === undefined ? 0 : Number(manager.slice(1)))) | 0
        }
        return sum
      },
    },
    {
      key: 'transitiveReportsOf',
      name: `transitiveReportsOf, about ${numberOf} as an array`,
      asks: ['transitiveReportsOf'],
      operations: managers.length,
      run: ({ transitiveReportsOf }, model) => {
        let reports = 0
        for (const id of managers) reports += transitiveReportsOf(model, id).length
        return reports
      },
      // The order differs between contenders, so the checksum of the ids ignores it.
      check: ({ transitiveReportsOf }, model) => {
        let sum = 0
        for (const id of managers) {
          for (const report of transitiveReportsOf(model, id)) sum = (sum + checkSum(0, report)) | 0
        }
        return sum
      },
    },
    organizationSizeOf(`organizationSizeOf about ${numberOf}`, managers),
    {
      key: 'organizationSizeOf by handle',
      name: `organizationSizeOf about ${numberOf} by handle`,
      asks: ['handleOf', 'sizeOfHandle'],
      operations: managers.length,
      prepare: ({ handleOf }, model) => managers.map((id) => handleOf(model, id)),
      run: ({ sizeOfHandle }, model, handles) => {
        let roles = 0
        for (let at = 0; at < handles.length; at++) roles += sizeOfHandle(model, handles[at])
        return roles
      },
    },
    {
      key: 'layers and spans',
      name: 'layers and spans of all',
      asks: ['shape'],
      operations: 1,
      run: ({ shape: shapeIn }, model) => {
        const { layers, managers: leaders, averageSpan, widestSpan } = shapeIn(model)
        return [layers, leaders, averageSpan, widestSpan].join(' ')
      },
    },
    {
      key: 'rollUp',
      name: 'rollUp of all (cost)',
      asks: ['rollUp'],
      operations: 1,
      run: ({ rollUp }, model) => rollUp(model).total,
    },
    {
      key: 'rollUp, read',
      name: `rollUp of all, ${(2 * ASKED).toLocaleString('en')} sums read by id`,
      asks: ['rollUp'],
      operations: 1,
      run: ({ rollUp }, model) => {
        const sums = rollUp(model)
        let sum = 0
        for (const [a, b] of pairs) sum += sums.of(a) + sums.of(b)
        return sum
      },
    },
    checkOrgWork,
  ]
}

/** An org caches what it has computed, so each round checks a new one. */
export const checkOrgWork = {
  key: 'checkOrg',
  name: 'checkOrg of a new org, the structural rules',
  asks: ['checkStructure'],
  operations: 1,
  fresh: true,
  run: ({ checkStructure }, model) => checkStructure(model),
}

const ids = (pairs) => pairs.map(([id]) => id)

export const isAboveOf = (name, pairs) => howOften('isAbove', name, 'isAbove', pairs)

export function managementChainOf(name, lowers) {
  return {
    key: 'managementChainOf',
    name,
    asks: ['managementChainOf'],
    operations: lowers.length,
    run: ({ managementChainOf: chainOf }, model) => {
      let uppers = 0
      for (const id of lowers) uppers += chainOf(model, id).length
      return uppers
    },
    check: ({ managementChainOf: chainOf }, model) => {
      let sum = 0
      for (const id of lowers) for (const upper of chainOf(model, id)) sum = checkSum(sum, upper)
      return sum
    },
  }
}

export function organizationSizeOf(name, managers) {
  return {
    key: 'organizationSizeOf',
    name,
    asks: ['organizationSizeOf'],
    operations: managers.length,
    run: ({ organizationSizeOf: sizeOf }, model) => {
      let roles = 0
      for (const id of managers) roles += sizeOf(model, id)
      return roles
    },
  }
}
