import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { OURS_FROM_BYTES } from '../goals.mjs'
import { LOADERS } from '../loaders.mjs'
import { memoryTable, retainedTable } from '../report/memory-tables.mjs'
import { WORKLOADS } from '../workloads.mjs'
import { slowAt } from './slow-at.mjs'

const memoryOf = new URL('../memory.mjs', import.meta.url)
const retainedInputOf = new URL('../retained-input.mjs', import.meta.url)

export const memory = {
  name: 'memory',
  title: 'Memory',
  content(board, settings) {
    const { largest } = settings
    const size = largest.toLocaleString('en')
    // graphology is always measured: one goal is a fifth of its memory.
    const { graphlib: tooSlow } = slowAt(largest, settings)
    const taking = WORKLOADS.tree.contenders.filter(
      ({ name }) => name !== 'graphlib' || tooSlow === undefined,
    )
    const [ours, ...others] = taking.map(({ name }) => name)
    const names = [ours, OURS_FROM_BYTES, ...others]
    board.memory = new Map(names.map((name) => [name, inProcess(memoryOf, name, largest)]))
    const retained = LOADERS.map(({ name }) => ({ name, ...inProcess(retainedInputOf, name, largest) }))
    board.retained = { worst: worstOf(retained) }
    return (
      `### Memory at ${size} roles\n\n${memoryTable(board.memory)}\n` +
      (tooSlow === undefined ? '' : `\n- graphlib: ${tooSlow}.\n`) +
      `\n### What an org retains of its input, at ${size} roles\n\n${retainedTable(retained)}`
    )
  },
}

/**
 * How much larger an org is, once its input is garbage, than the org that never had an input. Orgs read from a text make their
 * ids lazily and are smaller, so they are also compared with each other.
 */
function worstOf([alone, ...read]) {
  const texts = read.filter(({ name }) => name.startsWith('parse')).map(({ onlyOrg }) => onlyOrg)
  const ratios = read.map(({ onlyOrg }) => onlyOrg / alone.onlyOrg)
  return Math.max(...ratios, Math.max(...texts) / Math.min(...texts))
}

function inProcess(script, name, size) {
  process.stderr.write(`${script.pathname.split('/').at(-1)} of ${size.toLocaleString('en')}: ${name}\n`)
  const command = ['--expose-gc', fileURLToPath(script), name, String(size)]
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }))
}
