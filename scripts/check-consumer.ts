/**
 * Installs the packed tarball into a separate project, as a user would. Compiles the project under the module
 * systems that users have, checking the declarations of all dependencies too, and runs it as ESM and as CJS.
 * Run scripts/pack.ts first. Versions of TypeScript can be given: `check-consumer.ts 5.4 7`.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const tarball = resolve('.cache/package/rolegraph.tgz')
const project = mkdtempSync(join(tmpdir(), 'rolegraph-consumer-'))
const versions = process.argv.slice(2)

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  declaration: true,
  skipLibCheck: false,
  target: 'ES2022',
  // Neither the types of a browser nor those of Node.
  lib: ['ES2022'],
  types: [],
}
const nodeNext = { module: 'NodeNext', moduleResolution: 'NodeNext' }
const bundler = { module: 'ESNext', moduleResolution: 'bundler' }
const node10 = { module: 'CommonJS', moduleResolution: 'node10' }

interface Compilation {
  readonly name: string
  readonly compilerOptions: Readonly<Record<string, unknown>>
  readonly include: readonly string[]
}

/** The compilations for a major version of TypeScript. */
function compilationsOf(major: number): Compilation[] {
  // Each alone: an import of the core in another file would tell the compiler how to name its types.
  const declarations = ['core', 'import', 'pmo', 'testing'].flatMap((subpath) =>
    Object.entries({ NodeNext: nodeNext, bundler }).map(([name, compilerOptions]) => ({
      name: `declarations of rolegraph/${subpath}, ${name}`,
      compilerOptions,
      include: [`declare-${subpath}.mts`],
    })),
  )
  const older = { ...node10, ...(major === 6 && { ignoreDeprecations: '6.0' }) }
  return [
    { name: 'NodeNext', compilerOptions: nodeNext, include: ['use-*', 'read-*'] },
    { name: 'bundler', compilerOptions: bundler, include: ['use-esm.mts', 'read-esm.mts'] },
    // TypeScript 7 has no node10.
    ...(major > 6
      ? []
      : [{ name: 'node10', compilerOptions: older, include: ['use-cjs.cts', 'read-cjs.cts'] }]),
    ...declarations,
  ]
}

function run(what: string, command: string, ...options: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, options, { cwd: project, encoding: 'utf8' })
  if (status !== 0) throw new Error(`FAILED: ${what}\n${stdout}${stderr}`)
  console.log(`ok: ${what}`)
  return stdout
}

function compileWith(tsc: string): void {
  const version = run('find the compiler', process.execPath, tsc, '--version').trim()
  const major = Number(/\d+/.exec(version)?.[0])
  for (const { name, compilerOptions, include } of compilationsOf(major)) {
    const config = { compilerOptions: { ...strict, ...compilerOptions, outDir: `out/${name}` }, include }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config))
    run(`compile with ${version}, skipLibCheck: false: ${name}`, process.execPath, tsc, '-p', '.')
  }
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
  if (versions.length === 0) compileWith(resolve('node_modules/typescript/bin/tsc'))
  else {
    const compilers = versions.map((version) => `typescript-${version}@npm:typescript@${version}`)
    run(`install TypeScript ${versions.join(', ')}`, 'npm', 'install', ...quiet, ...compilers)
    for (const version of versions) compileWith(join(project, `node_modules/typescript-${version}/bin/tsc`))
  }
  runPrograms()
}

function runPrograms(): void {
  const programs = [
    ['run as ESM', 'use-esm.mjs'],
    ['run as CJS', 'use-cjs.cjs'],
    ['read a table, write a document and read it, as ESM', 'read-esm.mjs'],
    ['read a table, write a document and read it, as CJS', 'read-cjs.cjs'],
    ['require and import load one copy', 'use-one-copy.mjs'],
  ]
  for (const [what, file] of programs) run(what, process.execPath, `out/NodeNext/${file}`)
  run(
    'tell two copies apart, where require() cannot load ES modules',
    process.execPath,
    '--no-experimental-require-module',
    'out/NodeNext/use-two-copies.mjs',
  )
  writeFileSync(
    join(project, 'org.json'),
    '{ "rolegraph": 1, "roles": { "a": {}, "b": { "reportsTo": "a" } } }',
  )
  run('check a chart by the command', 'npx', '--no', 'rolegraph', 'check', 'org.json')
  const schema = "require('rolegraph/schema.json').$defs.role.type.at(0)"
  run('find the schema of documents', process.execPath, '-e', schema)
}

try {
  check()
} finally {
  rmSync(project, { recursive: true, force: true })
}
