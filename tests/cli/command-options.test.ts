import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, folderWith } from './run-command.js'

/** Options of the library that the command does not have: a suggestion that names one says that it is for a script. */
const OF_SCRIPTS = /\b(selfManagedTops|matchLeadingZeros|decimal|flat|limits)\b/

const rows = (...lines: string[]): string => `${lines.join('\n')}\n`

describe('the suggestions of the command', () => {
  it.each([
    [
      'no column of managers',
      'a.csv',
      rows('Employee ID,Grade', 'a,1', 'b,2'),
      'Name it: --column manager=…, or --column manager= for none.',
    ],
    ['no field of managers', 'a.json', '[{"id":"a"},{"id":"b"}]', '--column manager= for none'],
    [
      'repeated ids',
      'a.csv',
      rows('Employee ID,Manager ID', 'a,', 'a,'),
      'if the rows are one role with several holders, pass --job-shares.',
    ],
    [
      'repeated ids of nested rows, which take no --job-shares',
      'a.json',
      '[{"id":"a","children":[{"id":"b"},{"id":"b"}]}]',
      'for a job share, write one row with several holders.',
    ],
    ['repeated ids of records', 'a.json', '[{"id":"a","manager":null},{"id":"a"}]', 'pass --job-shares.'],
    [
      'a manager who is misspelt',
      'a.csv',
      rows('Employee ID,Name,Manager Name', '1,Ada Byron,', '2,Bob,Ada Biron'),
      "Pass --corrections FILE, where FILE is [{ id: '2', field: 'manager', to: '1', why: '…' }], if 'Ada Byron' is meant. Or",
    ],
    [
      'a manager whose name two have',
      'a.csv',
      rows('Employee ID,Name,Manager Name', '1,Pat,', '2,Pat,', '3,Bob,Pat'),
      'correct the row with --corrections',
    ],
    [
      'roles that report to themselves',
      'a.csv',
      rows('Employee ID,Manager ID', 'a,a', 'b,a'),
      'in a script pass selfManagedTops: true',
    ],
    [
      'another decimal sign',
      'a.csv',
      rows('Employee ID,Manager ID,FTE', 'a,,"0,5"', 'b,a,1'),
      "in a script pass decimal: ','",
    ],
    [
      'another encoding',
      'a.csv',
      Buffer.from('Employee ID,Manager ID\nJos\xe9,\nb,Jos\xe9\n', 'latin1'),
      'declare its encoding: --encoding windows-1252.',
    ],
    [
      'managers by name',
      'a.csv',
      rows('Employee ID,Name,Manager ID', '1,Ada,', '2,Bob,Ada', '3,Cy,Ada'),
      'pass --match name',
    ],
    [
      'a zero',
      'a.csv',
      rows('Employee ID,Manager ID', '1,0', '2,1'),
      "Pass --top '0' to confirm this, or in a script",
    ],
  ])('name its own options, and say which ones are for a script: %s', async (_name, file, text, advice) => {
    const { out } = await command(folderWith({ [file]: text }), ['check', file])
    expect(out).toContain(advice)
    for (const line of out.split('\n')) {
      if (OF_SCRIPTS.test(line) && line.startsWith('    ')) expect(line).toMatch(/in a script/i)
      expect(line.replace(/in a script .*/i, '')).not.toMatch(
        /\b(columns|tops|match|encoding|corrections|repeatedIds): ?[[{']/,
      )
      expect(line).not.toContain('null')
    }
  })

  it('read a table without managers where the option says so, as they advise', async () => {
    const folder = folderWith({
      'a.csv': rows('Employee ID,Grade', 'a,1', 'b,2'),
      'a.json': '[{"id":"a"},{"id":"b"}]',
    })
    for (const file of ['a.csv', 'a.json']) {
      expect(await command(folder, ['check', file])).not.toMatchObject({ code: 0 })
      const { code, out } = await command(folder, ['convert', file, '--column', 'manager='])
      expect(code).toBe(0)
      expect(Object.keys((JSON.parse(out) as { roles: object }).roles)).toEqual(['a', 'b'])
    }
  })

  it('give corrections that can be pasted into a file', async () => {
    const folder = folderWith({
      'a.csv': rows('Employee ID,Name,Manager Name', '1,Ada Byron,', '2,Bob,Ada Biron'),
    })
    const { out } = await command(folder, ['check', 'a.csv'])
    const list = /where FILE is (\[.*?\]), if/.exec(out)?.[1] ?? ''
    writeFileSync(join(folder, 'fix.yaml'), list)
    const fixed = await command(folder, ['check', 'a.csv', '--corrections', 'fix.yaml'])
    expect(fixed).toMatchObject({ code: 0 })
    expect(fixed.out).toContain("manager of '2' is read as '1'")
  })

  it('name the versions that the command reads', async () => {
    const { out } = await command(folderWith({ 'a.json': '{"rolegraph":9,"roles":{"a":{}}}' }), [
      'check',
      'a.json',
    ])
    expect(out).toContain('this library reads the versions 1, 2 and 3')
  })
})
