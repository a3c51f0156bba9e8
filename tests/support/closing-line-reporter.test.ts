import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const reporter = join(root, 'tests/support/closing-line-reporter.ts')

// Inside the repository, so that the runs find vitest.
mkdirSync(join(root, '.cache'), { recursive: true })
const scratch = mkdtempSync(join(root, '.cache/closing-line-'))
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

const imports = "import { afterAll, describe, expect, expectTypeOf, it, test } from 'vitest'\n"
const passing = `${imports}it('passes', () => expect(1).toBe(1))\n`

const cases = [
  {
    name: 'passing, skipped and type tests',
    files: {
      'a.test.ts': `${passing}it.skip('waits', () => {})\nit.todo('comes')\n`,
      'b.test-d.ts': `${imports}test('a type', () => expectTypeOf<1>().toEqualTypeOf<1>())\n`,
    },
    line: '2 passed, 0 failed, 2 skipped',
    green: true,
  },
  {
    name: 'a failing test',
    files: { 'a.test.ts': `${passing}it('fails', () => expect(1).toBe(2))\n` },
    line: '1 passed, 1 failed',
  },
  {
    name: 'a failing type test',
    files: {
      'a.test.ts': passing,
      'b.test-d.ts': `${imports}test('a type', () => expectTypeOf<1>().toEqualTypeOf<2>())\n`,
    },
    line: '1 passed, 1 failed',
  },
  {
    name: 'a file that does not load',
    files: { 'a.test.ts': passing, 'b.test.ts': "throw new Error('broken')\n" },
    line: '1 passed, 1 failed',
  },
  {
    name: 'a failing hook of a suite whose tests pass',
    files: {
      'a.test.ts': `${imports}describe('suite', () => {
        afterAll(() => { throw new Error('left behind') })
        it('passes', () => expect(1).toBe(1))
      })\n`,
    },
    line: '1 passed, 1 failed',
  },
  {
    name: 'an error that nobody caught',
    files: { 'a.test.ts': `${passing}it('leaks', () => { void Promise.reject(new Error('lost')) })\n` },
    line: '2 passed, 1 failed',
  },
  {
    name: 'only skipped tests',
    files: { 'a.test.ts': `${imports}it.skip('waits', () => {})\n` },
    line: '0 passed, 1 failed, 1 skipped',
  },
  { name: 'no test at all', files: {}, line: '0 passed, 1 failed' },
] satisfies { name: string; files: Record<string, string>; line: string; green?: boolean }[]

async function run(files: Record<string, string>): Promise<{ green: boolean; output: string }> {
  const project = mkdtempSync(join(scratch, 'project-'))
  const compilerOptions = {
    strict: true,
    module: 'NodeNext',
    target: 'ES2022',
    types: [],
    skipLibCheck: true,
  }
  const config = {
    test: {
      reporters: ['default', reporter],
      typecheck: { enabled: Object.keys(files).some((file) => file.endsWith('-d.ts')) },
    },
  }
  const all = {
    ...files,
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts'] }),
    'vitest.config.mjs': `export default ${JSON.stringify(config)}\n`,
  }
  for (const [file, text] of Object.entries(all)) writeFileSync(join(project, file), text)
  const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', project]
  // The inner runs do not inherit the environment of the outer one.
  const env = { PATH: process.env['PATH'], NO_COLOR: '1', CI: 'true' }
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, output) => {
      resolve({ green: error === null, output })
    })
  })
}

describe('the closing line of a run', () => {
  it.concurrent.each(cases)('$name: $line', { timeout: 60_000 }, async ({ files, line, ...rest }) => {
    const { green, output } = await run(files)
    expect(output.trimEnd().split('\n').at(-1)).toBe(line)
    expect(green).toBe('green' in rest)
  })
})
