/**
 * Compares the library with hand-written code, with libraries for graphs and trees, and with a hand-written lower bound. Every
 * contender runs in its own process, gets the same seeded charts and questions, and must give the same answers. Prints the
 * tables of docs/performance.md.
 * Run it with: npm run bench (it builds first), or npm run bench -- --quick
 *
 * --quick              a tenth of the sizes and few rounds, for a rough look
 * --only matrix,loads  some sections: charts, walks, extremes, matrix, careers, names, finding, drafts, approvals, change, loads, exports, formats, pictures, growth, memory, goals
 * --all                includes the contenders that are otherwise left out at 1,000,000 roles
 * --write              writes the tables into docs/performance.md
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { Figures } from './figures.mjs'
import { writeDocument } from './report/document.mjs'
import { machine } from './report/machine.mjs'
import { approvals } from './sections/approvals.mjs'
import { careers } from './sections/careers.mjs'
import { change } from './sections/change.mjs'
import { charts } from './sections/charts.mjs'
import { drafts } from './sections/drafts.mjs'
import { exports } from './sections/exports.mjs'
import { extremes } from './sections/extremes.mjs'
import { finding } from './sections/finding.mjs'
import { formats } from './sections/formats.mjs'
import { goals } from './sections/goals.mjs'
import { growth } from './sections/growth.mjs'
import { loads } from './sections/loads.mjs'
import { matrix } from './sections/matrix.mjs'
import { memory } from './sections/memory.mjs'
import { names } from './sections/names.mjs'
import { pictures } from './sections/pictures.mjs'
import { walks } from './sections/walks.mjs'
import { full, quick } from './settings.mjs'

/** In the order in which they are measured: the last ones read the figures of the others. */
const SECTIONS = [
  charts,
  walks,
  extremes,
  matrix,
  careers,
  names,
  finding,
  drafts,
  approvals,
  change,
  loads,
  exports,
  formats,
  pictures,
  memory,
  growth,
  goals,
]

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const wanted = options.only?.split(',')
const unknown = wanted?.find((name) => SECTIONS.every((section) => section.name !== name))
if (unknown !== undefined)
  throw new Error(`There is no section ${unknown}: ${SECTIONS.map(({ name }) => name).join(', ')}`)

const start = performance.now()
const load = loadavg()[0]
if (load > 0.5) process.stderr.write(`The machine is busy (load ${load.toFixed(1)}): read the ratios only.\n`)

const settings = { ...(options.quick ? quick : full), all: options.all }
const board = { figures: new Figures() }
const written = []
for (const section of SECTIONS) {
  if (wanted !== undefined && !wanted.includes(section.name)) continue
  const content = section.content(board, settings)
  console.log(`## ${section.title}\n\n${content}\n`)
  written.push({ name: section.name, content })
}

const minutes = Math.ceil((performance.now() - start) / 60_000)
const command = ['npm run bench', ...process.argv.slice(2).filter((argument) => argument !== '--write')]
const where = machine(
  command.length > 1 ? `npm run bench -- ${command.slice(1).join(' ')}` : command[0],
  minutes,
)
console.log(where)
// The figures of one document come from one run: a partial run does not replace the machine.
if (options.write)
  await writeDocument(wanted === undefined ? [{ name: 'machine', content: where }, ...written] : written)
