import { recordsOf } from './chart-records.mjs'
import { treeShape } from './chart-shapes.mjs'

export function picturesOf(count) {
  const shape = treeShape(count)
  const picture = (name) => ({
    key: name,
    name,
    asks: [name],
    operations: 1,
    run: (contender, org) => contender[name](org).length,
  })
  return {
    builds: 1,
    makeInput: () => recordsOf(shape),
    firstQuestion: () => undefined,
    works: [picture('toText'), picture('toSvg')],
  }
}
