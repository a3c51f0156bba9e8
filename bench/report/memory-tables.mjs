import { table, times } from './table.mjs'

/** What each contender retains for a tree, in bytes per role, and as a multiple of the first one. */
export function memoryTable(memory) {
  const ours = memory.values().next().value
  const rows = Array.from(memory, ([name, { built, asked }]) => [
    name,
    built.toFixed(0),
    asked.toFixed(0),
    times(asked / ours.asked),
  ])
  return table(['bytes per role', 'built', 'after every kind of question', '÷ rolegraph'], rows)
}

/** What an org retains when its input is garbage, compared with the org that never had an input. */
export function retainedTable(retained) {
  const alone = retained[0].onlyOrg
  const rows = retained.map(({ name, onlyInput, both, onlyOrg, inputIsGone }, index) => [
    name,
    ...(index === 0 ? ['–', '–'] : [onlyInput.toFixed(0), both.toFixed(0)]),
    onlyOrg.toFixed(0),
    times(onlyOrg / alone),
    index === 0 || inputIsGone === undefined ? '–' : inputIsGone ? 'yes' : 'NO',
  ])
  const head = [
    'bytes per role',
    'input',
    'input and org',
    'org, without its input',
    '÷ org alone',
    'input collected',
  ]
  return table(head, rows)
}
