import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundledCommand } from './bundled-command.js'
import { command, folderWith } from './run-command.js'

const main = bundledCommand()

const chart = (managers: Readonly<Record<string, string | undefined>>): string =>
  [
    '# the chart of the office',
    'rolegraph: 1',
    'roles:',
    ...Object.entries(managers).map(
      ([id, manager]) => `  ${id}: { ${manager === undefined ? '' : `reportsTo: ${manager}`} }`,
    ),
    '',
  ].join('\n')

const base = { cpo: undefined, x: 'cpo', y: 'cpo', a: 'x', b: 'x' }

/** A repository whose merges of charts go through the driver, run from the sources. */
function repository(before: string): {
  readonly git: (...args: string[]) => { status: number | null; stdout: string; stderr: string }
  readonly at: (name: string) => string
} {
  const folder = folderWith({})
  const git = (...args: string[]): { status: number | null; stdout: string; stderr: string } => {
    const settings = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
    return spawnSync('git', [...settings, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    })
  }
  git('init', '-q', '-b', 'main')
  git(
    'config',
    'merge.rolegraph.driver',
    `'${process.execPath}' '${main}' merge --driver %O %A %B %L %P %S %X %Y`,
  )
  git('config', 'merge.rolegraph.recursive', 'binary')
  writeFileSync(join(folder, '.gitattributes'), 'org.yaml merge=rolegraph\n')
  writeFileSync(join(folder, 'org.yaml'), before)
  git('add', '.')
  git('commit', '-qm', 'before')
  return { git, at: (name) => join(folder, name) }
}

function branches(ours: string, theirs: string, before = chart(base)): ReturnType<typeof repository> {
  const made = repository(before)
  const { git, at } = made
  git('checkout', '-qb', 'theirs')
  writeFileSync(at('org.yaml'), theirs)
  git('commit', '-qam', 'theirs')
  git('checkout', '-q', 'main')
  writeFileSync(at('org.yaml'), ours)
  git('commit', '-qam', 'ours')
  return made
}

// git before 2.46 does not know the placeholders of labels.
describe('the merge driver in a git repository', () => {
  // Neighbouring lines: the text merge of git has a conflict.
  const ours = chart({ ...base, a: 'y' })
  const theirs = chart({ ...base, b: 'y' })

  it('merges two moves where the text merge of git has a conflict', () => {
    const asText = branches(ours, theirs)
    writeFileSync(asText.at('.gitattributes'), '')
    expect(asText.git('merge', 'theirs').status).toBe(1)

    const { git, at } = branches(ours, theirs)
    expect(git('merge', '-q', '--no-edit', 'theirs')).toMatchObject({ status: 0 })
    expect(git('status', '--porcelain').stdout).toBe('')
    const text = readFileSync(at('org.yaml'), 'utf8')
    expect(text.replaceAll(/\s+/g, ' ')).toContain('a: reportsTo: y b: reportsTo: y')
    expect(text).not.toContain('\r')
  }, 120_000)

  it('has a conflict where two moves are sound alone and make a cycle together, with the labels of git', () => {
    const made = branches(chart({ ...base, x: 'y' }), chart({ ...base, y: 'x' }))
    const merged = made.git('merge', 'theirs')
    expect(merged.status).toBe(1)
    expect(merged.stderr).toContain('org.yaml: CONFLICT: ')
    expect(made.git('status', '--porcelain').stdout).toBe('UU org.yaml\n')
    const text = readFileSync(made.at('org.yaml'), 'utf8')
    expect(text).toMatch(/^<{7}( HEAD)?$/m)
    expect(text).toMatch(/^={7}$/m)
    expect(text).toMatch(/^>{7}( theirs)?$/m)
  }, 120_000)

  it('labels the sides of a rebase as git does', () => {
    const { git, at } = branches(chart({ ...base, a: 'y' }), chart({ ...base, a: 'b' }))
    git('checkout', '-q', 'theirs')
    expect(git('rebase', 'main').status).toBe(1)
    const text = readFileSync(at('org.yaml'), 'utf8')
    expect(text).toMatch(/^<{7}( HEAD)?$/m)
    expect(text).toMatch(/^>{7}( [0-9a-f]+ \(theirs\))?$/m)
  }, 120_000)
})

describe('merge --driver', () => {
  const ours = chart({ ...base, a: 'y' })
  const files = { O: chart(base), A: ours, B: chart({ ...base, b: 'y' }) }
  const driver = (folder: string, ...rest: string[]): ReturnType<typeof command> =>
    command(folder, ['merge', '--driver', 'O', 'A', 'B', ...rest])
  const read = (folder: string): string => readFileSync(join(folder, 'A'), 'utf8')

  it('keeps comments and layout where the text merge says the same', async () => {
    const far = { cpo: undefined, a: 'cpo', b: 'cpo', c: 'cpo', d: 'cpo', e: 'cpo', f: 'cpo' }
    const folder = folderWith({ O: chart(far), A: chart({ ...far, a: 'f' }), B: chart({ ...far, f: 'b' }) })
    expect(await driver(folder)).toMatchObject({ code: 0 })
    expect(read(folder)).toBe(chart({ ...far, a: 'f', f: 'b' }))
  })

  it('does not write a file to which their side adds nothing', async () => {
    const folder = folderWith({ ...files, B: `${chart(base)}\n\n# a comment\n` })
    expect(await driver(folder)).toMatchObject({ code: 0 })
    expect(read(folder)).toBe(ours)
  })

  it('has markers of the length asked for, and no label for a placeholder that git does not know', async () => {
    const folder = folderWith({ ...files, B: chart({ ...base, a: 'b' }) })
    expect(await driver(folder, '13', 'org.yaml', '%S', '%X', '%Y')).toMatchObject({ code: 1 })
    expect(read(folder)).toMatch(/^<{13}$/m)
    expect(read(folder)).toMatch(/^>{13}$/m)
  })

  it('has the labels of git', async () => {
    const folder = folderWith({ ...files, B: chart({ ...base, a: 'b' }) })
    expect(await driver(folder, '7', 'org.yaml', 'abc', 'HEAD', 'def (theirs)')).toMatchObject({ code: 1 })
    const marked = /<{7} HEAD\n.*reportsTo: y\n={7}\n.*reportsTo: b\n>{7} def \(theirs\)\n/
    expect(read(folder)).toMatch(marked)
  })

  it.each([
    ['empty', ''],
    ['unreadable', '{{{'],
  ])('takes an %s base as no base', async (_name, text) => {
    const folder = folderWith({ ...files, O: text, B: ours })
    expect(await driver(folder)).toMatchObject({ code: 0 })
    expect(read(folder)).toBe(ours)
  })

  it('merges JSON with the indentation of our side', async () => {
    const json = (managers: Readonly<Record<string, string | undefined>>, indent: number): string =>
      JSON.stringify(
        {
          rolegraph: 1,
          roles: Object.fromEntries(Object.entries(managers).map(([id, reportsTo]) => [id, { reportsTo }])),
        },
        null,
        indent,
      )
    const folder = folderWith({
      O: json(base, 2),
      A: json({ ...base, a: 'y' }, 4),
      B: json({ ...base, b: 'y' }, 2),
    })
    expect(await driver(folder)).toMatchObject({ code: 0 })
    expect(read(folder)).toBe(`${json({ ...base, a: 'y', b: 'y' }, 4)}\n`)
  })

  it.each([
    ['a broken side', { B: chart({ ...base, a: 'nobody' }) }],
    ['a side that is no chart', { B: '{ "roles": ' }],
  ])('merges %s as text, with the markers of git, and returns 1', async (_name, changed) => {
    const folder = folderWith({ ...files, ...changed })
    const { code, err } = await driver(folder, '7', 'org.yaml', 'b', '--ours', '-x')
    expect(code).toBe(1)
    expect(err).toContain('org.yaml: merged as text, since ')
    expect(read(folder)).toMatch(/^<{7} --ours$/m)
  })

  it('merges a table as text', async () => {
    const rows = ['Employee ID,Manager ID', 'a,', 'b,a', 'c,a', 'd,a', 'e,a', '']
    const folder = folderWith({
      O: rows.join('\n'),
      A: rows.with(1, 'a,').with(2, 'b,c').join('\n'),
      B: rows.with(5, 'e,d').join('\n'),
    })
    expect(await driver(folder)).toMatchObject({ code: 0 })
    expect(read(folder)).toBe(rows.with(2, 'b,c').with(5, 'e,d').join('\n'))
  })

  it('leaves our side whole where it cannot write', async () => {
    const folder = folderWith(files)
    mkdirSync(join(folder, 'sub'))
    const { code } = await command(folder, ['merge', '--driver', 'O'])
    expect([code, read(folder), existsSync(join(folder, 'sub'))]).toEqual([1, ours, true])
  })
})

describe('merge', () => {
  const folder = folderWith({
    'base.yaml': chart(base),
    'ours.yaml': chart({ ...base, a: 'y' }),
    'theirs.yaml': chart({ ...base, a: 'b' }),
    'other.yaml': chart({ ...base, b: 'y' }),
  })

  it('writes the merged chart', async () => {
    const { code, out } = await command(folder, ['merge', 'base.yaml', 'ours.yaml', 'other.yaml'])
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringContaining('a: reportsTo: y b: reportsTo: y'),
    ])
  })

  it('lists conflicts, and returns 1 without a chart', async () => {
    const { code, out, err } = await command(folder, ['merge', 'base.yaml', 'ours.yaml', 'theirs.yaml'])
    expect([code, out, err]).toEqual([1, '', "ours.yaml: CONFLICT: Both sides change reportsTo of 'a'\n"])
  })

  it.each([
    ['--ours', 'reportsTo: y'],
    ['--theirs', 'reportsTo: b'],
  ])('resolves conflicts by %s', async (option, line) => {
    const { code, out } = await command(folder, ['merge', 'base.yaml', 'ours.yaml', 'theirs.yaml', option])
    expect([code, out]).toEqual([0, expect.stringContaining(`a:\n    ${line}\n`)])
  })

  it('takes three charts', async () => {
    expect(await command(folder, ['merge', 'base.yaml'])).toMatchObject({ code: 2 })
  })
})
