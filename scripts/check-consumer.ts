/**
 * Installs the packed tarball into a separate project, as a user would. Compiles the project under the module
 * systems that users have, checking the declarations of all dependencies too, and runs it as ESM and as CJS.
 * Run scripts/pack.ts first.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const tarball = resolve('.cache/package/rolegraph.tgz')
const tsc = resolve('node_modules/typescript/bin/tsc')
const project = mkdtempSync(join(tmpdir(), 'rolegraph-consumer-'))

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: 'ES2022',
  // The core and the model need neither the types of a browser nor those of Node.
  lib: ['ES2022'],
  types: [],
}
const nodeNext = { module: 'NodeNext', moduleResolution: 'NodeNext' }
const bundler = { module: 'ESNext', moduleResolution: 'bundler' }
// Importers take streams, whose type comes with the DOM library or with Node's types.
const withStreams = { lib: ['ES2022', 'DOM'] }
const compilations = [
  { name: 'NodeNext', compilerOptions: nodeNext, include: ['use-*'] },
  { name: 'bundler', compilerOptions: bundler, include: ['use-esm.mts'] },
  { name: 'NodeNext with streams', compilerOptions: { ...nodeNext, ...withStreams }, include: ['read-*'] },
  {
    name: 'bundler with streams',
    compilerOptions: { ...bundler, ...withStreams },
    include: ['read-esm.mts'],
  },
]

function run(what: string, command: string, ...options: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, options, { cwd: project, encoding: 'utf8' })
  if (status !== 0) throw new Error(`FAILED: ${what}\n${stdout}${stderr}`)
  console.log(`ok: ${what}`)
}

function check(): void {
  cpSync('tests/package/consumer', project, { recursive: true })
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  )
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  run('install the tarball', 'npm', 'install', ...quiet, tarball)
  const installed = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))
  console.log(`    it installed ${installed.join(', ')}`)
  for (const { name, compilerOptions, include } of compilations) {
    const config = { compilerOptions: { ...strict, ...compilerOptions, outDir: name }, include }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config))
    run(`compile under ${name}, skipLibCheck: false; typos do not compile`, process.execPath, tsc, '-p', '.')
  }
  run('run as ESM', process.execPath, 'NodeNext/use-esm.mjs')
  run('run as CJS', process.execPath, 'NodeNext/use-cjs.cjs')
  run(
    'read a table, write a document and read it, as ESM',
    process.execPath,
    'NodeNext with streams/read-esm.mjs',
  )
  run(
    'read a table, write a document and read it, as CJS',
    process.execPath,
    'NodeNext with streams/read-cjs.cjs',
  )
  run(
    'find the schema of documents',
    process.execPath,
    '-e',
    "require('rolegraph/schema.json').$defs.role.type.at(0)",
  )
  run('run both: the ESM copy knows an error of the CJS copy', process.execPath, 'NodeNext/use-both.mjs')
}

try {
  check()
} finally {
  rmSync(project, { recursive: true, force: true })
}
