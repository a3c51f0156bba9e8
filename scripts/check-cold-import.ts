/**
 * How long the first `import` and the first `require` of each subpath take: medians over fresh processes, compared with an
 * empty module and with TypeScript. Fails if the core takes more than its share of TypeScript's time, so that a slow machine
 * slows both. Other load only adds to a time: the shortest ones say most about the code. Run `npm run build` first.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { median } from './median.js'

/** Of the time that TypeScript takes to be required. */
const LARGEST_SHARE = 0.3
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
const YARDSTICK = 'typescript'
const modules = [
  { shown: 'an empty module', specifier: empty },
  { shown: YARDSTICK, specifier: YARDSTICK },
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
const shortest = (word: string, shown: string): number => Math.min(...(times.get(`${word} ${shown}`) ?? []))
const shareOf = (word: string): number => shortest(word, name) / shortest('require', YARDSTICK)
for (const { word } of formats) {
  const share = `${(100 * shareOf(word)).toFixed(0)} % of the time that ${YARDSTICK} takes`
  if (shareOf(word) > LARGEST_SHARE) {
    console.log(`PROBLEM: ${word} of ${name} takes ${share}; at most ${100 * LARGEST_SHARE} % are wanted`)
    process.exitCode = 1
  } else console.log(`ok: ${word} of ${name} takes ${share}`)
}
