/**
 * How long the first `import` and the first `require` of each subpath take: medians over fresh processes, compared with an
 * empty module. Fails if the core misses its goal in every process: other load on the machine only adds to a time, so the
 * shortest one says most about the code. Run `npm run build` first.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const GOAL_MS = 60
const ROUNDS = 11
/** They add matchers to a runner, and load only in it. */
const WITHIN_A_RUNNER = ['./vitest', './jest']

const formats = [
  { word: 'import', inputType: 'module', load: 'await import' },
  { word: 'require', inputType: 'commonjs', load: 'require' },
] as const
type Format = (typeof formats)[number]

/** The milliseconds that one fresh process takes to load a module. */
function timeToLoad(specifier: string, { inputType, load }: Format): number {
  const code = `const start = performance.now(); ${load}(${JSON.stringify(specifier)}); console.log(performance.now() - start)`
  const options = [`--input-type=${inputType}`, '--eval', code]
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${load}('${specifier}') failed:\n${stderr}`)
  return Number(stdout)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

const empty = resolve('.cache/cold-import/empty.cjs')
mkdirSync(resolve(empty, '..'), { recursive: true })
writeFileSync(empty, '')

const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string
  exports: Record<string, unknown>
}
const subpaths = Object.keys(exports).filter(
  (subpath) => typeof exports[subpath] === 'object' && !WITHIN_A_RUNNER.includes(subpath),
)
const modules = [
  { shown: 'an empty module', specifier: empty },
  // The package resolves itself by its own name and "exports".
  ...subpaths.map((subpath) => ({ shown: name + subpath.slice(1), specifier: name + subpath.slice(1) })),
]

const times = new Map(
  modules.flatMap(({ shown }) => formats.map(({ word }) => [`${word} ${shown}`, [] as number[]])),
)
// Interleaved, so that a busy moment of the machine does not affect only one module.
for (let round = 0; round < ROUNDS; round++) {
  for (const { shown, specifier } of modules) {
    for (const format of formats) times.get(`${format.word} ${shown}`)?.push(timeToLoad(specifier, format))
  }
}

const seen = (word: string, shown: string): number => median(times.get(`${word} ${shown}`) ?? [])
for (const { shown } of modules) {
  const columns = formats.map(({ word }) => `${word} ${seen(word, shown).toFixed(1).padStart(5)} ms`)
  console.log(`${shown.padEnd(30)}${columns.join('   ')}`)
}
const shortest = (word: string): number => Math.min(...(times.get(`${word} ${name}`) ?? []))
for (const format of formats) {
  // If the machine was busy during the first rounds, try for longer.
  for (let round = 0; round < 4 * ROUNDS && shortest(format.word) > GOAL_MS; round++) {
    times.get(`${format.word} ${name}`)?.push(timeToLoad(name, format))
  }
}
const slow = formats.filter(({ word }) => shortest(word) > GOAL_MS)
for (const { word } of slow) {
  console.log(`PROBLEM: ${word} of ${name} takes more than ${GOAL_MS} ms in every fresh process`)
  process.exitCode = 1
}
if (slow.length === 0) {
  const found = formats.map(({ word }) => `${word} ${shortest(word).toFixed(1)} ms`).join(', ')
  console.log(`ok: ${name} loads in at most ${GOAL_MS} ms (the shortest of some fresh processes: ${found})`)
}
