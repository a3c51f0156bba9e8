/**
 * Follows docs/testing.md in fresh projects with only the packed tarball and a runner: vitest 3, 4 and 5, Jest 30, and
 * node:test. The files and commands are those of the guide. Run scripts/pack.ts first.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { nodeBinary } from './node-binary.js'

const tarball = resolve('.cache/package/rolegraph.tgz')
const tsc = resolve('node_modules/typescript/bin/tsc')
const guide = readFileSync('docs/testing.md', 'utf8')
const parent = mkdtempSync(join(tmpdir(), 'rolegraph-test-kit-'))

/** The commands and files of a part of the guide. */
interface Part {
  readonly commands: readonly string[]
  readonly files: readonly { readonly name: string; readonly text: string }[]
}

interface Project {
  readonly name: string
  readonly part: Part
  /** The versions of packages to test; the guide leaves them open. */
  readonly versions: Readonly<Record<string, string>>
  readonly node?: string
}

function partOf(from: string, to: string | undefined): Part {
  const start = guide.indexOf(from)
  const text = guide.slice(start, to === undefined ? undefined : guide.indexOf(to, start))
  const fences = [...text.matchAll(/(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)]
  return {
    commands: fences
      .filter(([, , language]) => language === 'sh')
      .flatMap(([, , , code]) => code.trim().split('\n')),
    files: fences.flatMap(([, name = '', , code]) => (name === '' ? [] : [{ name, text: code }])),
  }
}

function run(cwd: string, command: string, options: readonly string[], node?: string): string {
  const path = node === undefined ? process.env['PATH'] : `${dirname(node)}:${process.env['PATH'] ?? ''}`
  const { status, stdout, stderr } = spawnSync(command, options, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, CI: 'true', NO_COLOR: '1' },
  })
  if (status !== 0) throw new Error(`FAILED in ${cwd}: ${command} ${options.join(' ')}\n${stdout}${stderr}`)
  return stdout + stderr
}

/** Follows the guide; then changes the test file so that it fails, and so that it does not compile. */
function follow({ name, part, versions, node }: Project): void {
  const folder = join(parent, name.replace(' ', '-'))
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'reader', private: true }))
  for (const file of part.files) writeFileSync(join(folder, file.name), file.text)
  const [test] = part.files.map((file) => file.name).filter((file) => /test|check/.test(file))
  for (const command of part.commands) {
    const [program, ...words] = command.split(' ')
    const isInstall = command.startsWith('npm install')
    const given = words.map((word) => (word === 'rolegraph' ? tarball : `${word}${versions[word] ?? ''}`))
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
    const output = run(folder, program, isInstall ? [...given, ...quiet] : words, node)
    if (isInstall) continue
    if (!/\b[1-9]\d* (passed|pass)\b|pass [1-9]/.test(output))
      throw new Error(`${name} ran no test:\n${output}`)
    failsWithMessage(folder, test, () => run(folder, program, words, node))
  }
  if (test.endsWith('.ts')) {
    compiles(folder, test)
    bothEntriesCompile(folder)
  }
  console.log(`ok: the guide in a fresh project with ${name}`)
}

function failsWithMessage(folder: string, test: string, again: () => string): void {
  const text = readFileSync(join(folder, test), 'utf8')
  writeFileSync(join(folder, test), text.replace("reportsTo: 'manager'", "reportsTo: 'director'"))
  const message = thrownBy(again)
  if (!/expect\(org\)\.(not\.)?to(ReportTo|MatchChart)\(/.test(message))
    throw new Error(`A wrong chart does not fail as expected:\n${message}`)
  writeFileSync(join(folder, test), text)
}

function compiles(folder: string, test: string): void {
  const compilerOptions = {
    strict: true,
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    target: 'ES2022',
    skipLibCheck: true,
    noEmit: true,
    types: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: [test] }))
  run(folder, process.execPath, [tsc, '-p', '.'])
  const text = readFileSync(join(folder, test), 'utf8')
  writeFileSync(join(folder, test), text.replace(/(toReportUpTo\(')\w+/, '$1nobody'))
  const message = thrownBy(() => run(folder, process.execPath, [tsc, '-p', '.']))
  if (!message.includes(`'"nobody"' is not assignable`))
    throw new Error(`A misspelt id compiles:\n${message}`)
  writeFileSync(join(folder, test), text)
}

/** The project has one runner: the entry for the other one must not break its declarations, also where they are checked. */
function bothEntriesCompile(folder: string): void {
  writeFileSync(join(folder, 'both.ts'), "import 'rolegraph/jest'\nimport 'rolegraph/vitest'\n")
  const options = [
    '--strict',
    '--module',
    'NodeNext',
    '--target',
    'ES2022',
    '--lib',
    'ES2023,DOM',
    '--types',
    '',
  ]
  const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', ...options, 'both.ts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  // What else the declarations of a runner lack, such as @types/node, is not ours.
  const ours = stdout.split('\n').filter((line) => /rolegraph|^both\.ts|simultaneously extend/.test(line))
  if (ours.length > 0) throw new Error(`Both entries in one program do not compile:\n${ours.join('\n')}`)
}

function thrownBy(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    return String(error)
  }
  throw new Error('Passed, but should fail.')
}

const vitest = partOf('## 1. Install', '## 4.')
const jest = partOf('## With Jest', '## Without a runner')
const plain = partOf('## Without a runner', undefined)

try {
  follow({ name: 'vitest 3', part: vitest, versions: { vitest: '@3' } })
  follow({ name: 'vitest 4', part: vitest, versions: { vitest: '@4' } })
  follow({ name: 'vitest 5', part: vitest, versions: { vitest: '@5' }, node: nodeBinary('22') })
  follow({ name: 'jest 30', part: jest, versions: { jest: '@30' } })
  follow({
    name: 'node:test',
    part: { ...plain, commands: ['npm install rolegraph', ...plain.commands] },
    versions: {},
  })
} finally {
  rmSync(parent, { recursive: true, force: true })
}
