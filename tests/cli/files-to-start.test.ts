import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { typeProblems } from '../support/type-problems.js'
import { command, folderWith } from './run-command.js'

describe('init', () => {
  it('writes files that pass at once, and never overwrites', async () => {
    const folder = folderWith({})
    const first = await command(folder, ['init'])
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringContaining(
        'Next:\n  npm install --save-dev rolegraph\n  npx rolegraph check org.json\n  node --test org-test.mjs\n',
      ),
    ])
    expect(await command(folder, ['check', 'org.json'])).toEqual({
      code: 0,
      out: 'ok org.json: 4 roles, no problems\n',
      err: '',
    })
    writeFileSync(join(folder, 'org.json'), 'mine')
    const { code, out } = await command(folder, ['init'])
    expect([code, out]).toEqual([1, expect.stringContaining('kept org.json, which exists\n')])
    expect(readFileSync(join(folder, 'org.json'), 'utf8')).toBe('mine')
  })
})

describe('the test of init', () => {
  it('is left alone by vitest and found by node:test, and needs no second installation', async () => {
    const folder = folderWith({ 'package.json': '{ "devDependencies": { "rolegraph": "*" } }' })
    expect((await command(folder, ['init'])).out).not.toContain('npm install')
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    const vitest = resolve('node_modules/vitest/vitest.mjs')
    const listed = spawnSync(process.execPath, [vitest, 'list', '--filesOnly'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(listed.stdout).not.toContain('org-test')
    // Without the build of the package the test fails, and is found.
    const found = spawnSync(process.execPath, ['--test'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    })
    expect(found.stdout).toContain('org-test.mjs')
  }, 60_000)
})

describe('types', () => {
  it('declares ids so that a typo in one does not compile', async () => {
    mkdirSync('.cache', { recursive: true })
    const folder = mkdtempSync(resolve('.cache/types-'))
    try {
      writeFileSync(join(folder, 'org.csv'), 'Employee ID,Manager ID\n007,\n"a ""b""",007\n')
      expect(
        await command(folder, ['types', 'org.csv', '-o', 'org.types.ts', '--name', 'Office']),
      ).toMatchObject({ code: 0 })
      const use = (id: string): string =>
        `import { managerOf } from 'rolegraph'\nimport type { Office } from './org.types.js'\ndeclare const org: Office\nmanagerOf(org, '${id}')\n`
      writeFileSync(join(folder, 'right.ts'), use('a "b"'))
      writeFileSync(join(folder, 'wrong.ts'), use('a'))
      const errors = typeProblems(['right.ts', 'wrong.ts', 'org.types.ts'].map((name) => join(folder, name)))
      expect(errors).toEqual([expect.stringMatching(/wrong\.ts\(4,16\): error TS2345/)])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})

describe('completion', () => {
  const folder = folderWith({})

  it.each([
    [['rolegraph', 'ch'], ['check']],
    [['rolegraph', 'check', '--fo'], ['--format']],
    [['rolegraph', 'check', '--format', 's'], ['sarif']],
    [['rolegraph', 'render', '--to', 'm'], ['mermaid']],
  ])('completes %j in bash', async (words, expected) => {
    const { out } = await command(folder, ['completion', 'bash'])
    const asked = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _rolegraph; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${out}\n${asked}`], { encoding: 'utf8' })
    expect([stdout.trim().split('\n'), stderr]).toEqual([expected, ''])
  })

  it('has every subcommand for zsh and fish', async () => {
    for (const shell of ['zsh', 'fish']) {
      const { out } = await command(folder, ['completion', shell])
      for (const name of ['check', 'merge', 'types', 'completion']) expect(out).toContain(name)
    }
    expect(await command(folder, ['completion', 'tcsh'])).toMatchObject({ code: 2 })
  })
})

describe('help', () => {
  it('is printed on the standard output, and 0 is returned', async () => {
    const folder = folderWith({})
    const { code, out, err } = await command(folder, ['--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('check ')
    expect(await command(folder, ['check', '--help'])).toMatchObject({ code: 0, err: '' })
    expect(await command(folder, ['--version'])).toMatchObject({ code: 0, out: '0.0.0\n' })
  })

  it.each([[[]], [['chek', 'x']], [['check']], [['check', 'x', '--formt', 'json']]])(
    'returns 2 for %j',
    async (args) => {
      const { code, err } = await command(folderWith({}), args)
      expect([code, err === '']).toEqual([2, false])
    },
  )
})
