import { recordsOf } from './chart-records.mjs'
import { treeShape } from './chart-shapes.mjs'
import { seeded } from './seeded.mjs'

const ASKED = 1_000

/** A tree of roles in departments: each title names about ten roles, and one in eight has an accent. */
export function namesOf(count) {
  const shape = treeShape(count)
  const titled = ({ title, ...record }, role) => ({ ...record, title: titleOf(title, role, count) })
  // Parsed, as if read from a file.
  const makeInput = () => JSON.parse(JSON.stringify(recordsOf(shape).map(titled)))
  const random = seeded(7)
  const records = makeInput()
  const names = Array.from({ length: ASKED }, (_, asked) => {
    const { id, title } = records[Math.floor(random() * count)]
    return (asked % 2 === 0 ? id : title).toUpperCase()
  })
  return {
    builds: 1,
    makeInput,
    firstQuestion: ({ countOfName }, model) => countOfName(model, names[1]),
    works: [countWork(names)],
  }
}

function titleOf(title, role, count) {
  return `${title}, ${role % 8 === 0 ? 'Région' : 'Region'} ${Math.floor(role / 2) % Math.ceil(count / 20)}`
}

function countWork(names) {
  return {
    key: 'find names',
    name: 'find, any name',
    asks: ['countOfName'],
    operations: names.length,
    run: ({ countOfName }, model) => {
      let found = 0
      for (const name of names) found += countOfName(model, name)
      return found
    },
  }
}
