import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '../../../src/cli/node-world.js'
import { bundledCommand } from '../bundled-command.js'
import { command, folderWith } from '../run-command.js'

const execFileAsync = promisify(execFile)
const main = bundledCommand()
const root = new URL('../../../', import.meta.url)
const at = (path: string): Uint8Array => readFileSync(new URL(path, root))
const sound = 'rolegraph: 1\nroles: { a: {}, b: { reportsTo: a } }\n'
const history = JSON.stringify({
  rolegraph: 3,
  roles: { a: {}, b: { reportsTo: 'a' } },
  effective: [{ on: '2026-01-01', changes: [{ do: 'add-role', role: 'c', spec: { reportsTo: 'b' } }] }],
})

const folder = folderWith({
  'org.yaml': sound,
  'empty.yaml': '',
  'dir/x.csv': 'a',
  '-x.yaml': sound,
  'history.json': history,
  'utf16.csv': Buffer.from('\ufeffEmployee ID,Manager ID\n1,\n2,1\n', 'utf16le'),
  'odd.csv': 'Kennung,Chef\n1,\n2,1\n',
  'rows.json': '[{"id": "1"}, {"id": "2", "boss": "1"}]',
  'senior.csv': at('examples/data/nhs-england-2013-09-30-senior.csv'),
  'google.json': at('tests/import/directory/fixtures/google-users.json'),
  'scim.json': at('tests/import/directory/fixtures/scim-list-response.json'),
  'graph.json': at('tests/import/directory/fixtures/microsoft-graph-chain.json'),
})

async function rolesIn(args: readonly string[]): Promise<number | null> {
  const { out } = await command(folder, ['check', '--format', 'json', ...args])
  const report = JSON.parse(out) as { files: { roles: number | null }[] }
  return report.files[0].roles
}

describe('reading a chart', () => {
  it.each([
    [['org.yaml'], 2],
    [['utf16.csv'], 2],
    [['odd.csv', '--column', 'id=Kennung', '--column', 'manager=Chef'], 2],
    [['rows.json', '--column', 'manager=boss'], 2],
    [['history.json', '--on', '2025-12-31'], 2],
    [['history.json', '--on', '2026-01-01'], 3],
    // Today is in June of 2026.
    [['history.json'], 3],
    [['--', '-x.yaml'], 2],
  ] as const)('reads %j', async (args, roles) => {
    expect(await rolesIn(args)).toBe(roles)
  })

  it.each(['senior.csv', 'google.json', 'scim.json', 'graph.json'])('makes a chart of %s', async (file) => {
    expect(await rolesIn([file])).toBeGreaterThan(3)
  })

  it('reads the standard input', async () => {
    const { code, out } = await command(folder, ['check', '-'], { stdin: sound })
    expect([code, out]).toEqual([0, 'ok stdin: 2 roles, no problems\n'])
  })

  it.each([
    [['org.yml'], "rolegraph: cannot read 'org.yml': there is no such file\n    Did you mean 'org.yaml'?\n"],
    [
      ['dir/y.csv'],
      "rolegraph: cannot read 'dir/y.csv': there is no such file\n    Did you mean 'dir/x.csv'?\n",
    ],
    [['no\u{1b}[31m'], "rolegraph: cannot read 'no\\u001b[31m': there is no such file\n"],
    [['dir'], "rolegraph: cannot read 'dir': it is a folder\n    Name a file in it.\n"],
    [['empty.yaml'], "rolegraph: cannot read a chart from 'empty.yaml': it is empty\n"],
    [['-'], 'rolegraph: cannot read a chart from the standard input: it is empty\n'],
    [['org.yaml', '--column', 'id'], "--column is 'id'; it can be a part and a header"],
    [['org.yaml', '--column', 'id=x'], "--column is for tables and records, but 'org.yaml' is read as yaml"],
    [['org.yaml', '--match', 'name'], "--match is for tables, but 'org.yaml' is read as yaml"],
    [['org.yaml', '--top', 'x'], "--top is for tables and records, but 'org.yaml' is read as yaml"],
    [['odd.csv', '--top', ''], '--top is empty'],
    [['org.yaml', '--junior', 'x'], '--junior is for organograms'],
    [['org.yaml', '--from', 'ymal'], "Did you mean 'yaml'?"],
    [['utf16.csv', '--encoding', 'utf-9'], 'The option encoding is'],
    [['odd.csv', '--column', 'chef=Chef'], 'chef'],
    [['org.yaml', '--on', '2026-02-30'], '2026-02-30'],
  ])('refuses %j with one line and the way to go on', async (args, message) => {
    const { code, out, err } = await command(folder, ['check', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })

  it.each([' ', '\n\n', '\ufeff\r\n\t'])('takes blanks alone for an empty chart: %j', async (stdin) => {
    expect(await command(folder, ['check', '-'], { stdin })).toMatchObject({
      code: 2,
      err: 'rolegraph: cannot read a chart from the standard input: it is empty\n',
    })
  })

  it('takes an option of tables where one of two charts is a table', async () => {
    const columns = ['--column', 'id=Kennung', '--column', 'manager=Chef']
    expect(await command(folder, ['diff', 'org.yaml', 'odd.csv', ...columns])).toMatchObject({ code: 1 })
  })

  it('reads a pipe, which can be read once only', async () => {
    const own = folderWith({})
    const pipe = join(own, 'pipe')
    spawnSync('mkfifo', [pipe])
    const reader = execFileAsync(process.execPath, [main, 'check', pipe])
    const writer = execFileAsync('sh', ['-c', `printf '${sound.replaceAll('\n', '\\n')}' > ${pipe}`])
    await writer
    expect((await reader).stdout).toContain('2 roles, no problems\n')
  }, 60_000)

  it('places the problems of a history at their lines', async () => {
    const stdin = `rolegraph: 3
roles: { a: {} }
effective:
  - on: 2026-01-01
    changes:
      - { do: set-manager, role: b, manager: a }
`
    const { code, out } = await command(folder, ['check', '-'], { stdin })
    expect(code).toBe(1)
    expect(out).toContain('stdin:6:34: error UNKNOWN_ROLE')
    expect(out).toContain('1 role, 1 error\n')
  })

  it.each([
    ['EACCES', 'permission denied'],
    ['EIO', 'the system says EIO'],
  ])('says why a file cannot be read: %s', async (code, reason) => {
    const read = (): never => {
      throw Object.assign(new Error('refused'), { code })
    }
    const refused = await command(folder, ['check', 'org.yaml'], { files: { ...nodeFiles(folder), read } })
    expect([refused.code, refused.err]).toEqual([2, `rolegraph: cannot read 'org.yaml': ${reason}\n`])
  })

  it('reads a file again that changes meanwhile, and gives up if it does not stop', async () => {
    const files = nodeFiles(folder)
    let reads = 0
    const facts = (changing: number) => (path: string) => {
      const known = files.facts(path)
      return known && { ...known, stamp: `${known.stamp} ${reads < changing ? reads : ''}` }
    }
    const read = (path: string): Uint8Array => {
      reads++
      return files.read(path)
    }
    expect(
      await command(folder, ['check', 'org.yaml'], { files: { ...files, read, facts: facts(2) } }),
    ).toMatchObject({
      code: 0,
    })
    reads = 0
    const never = await command(folder, ['check', 'org.yaml'], {
      files: { ...files, read, facts: facts(99) },
    })
    expect([never.code, reads]).toEqual([2, 3])
    expect(never.err).toContain("cannot read 'org.yaml': it changed while being read")
  })

  it('refuses a file that is larger than the importers read, without reading it', async () => {
    const files = nodeFiles(folder)
    const huge = {
      ...files,
      facts: () => ({ isFolder: false, isRegular: true, identity: '', size: 3e9, stamp: '' }),
      read: () => {
        throw new Error('It was read.')
      },
    }
    const { code, err } = await command(folder, ['check', 'org.yaml'], { files: huge })
    expect([code, err.includes('larger than 256 MiB')]).toEqual([2, true])
  })

  it('refuses a program', async () => {
    const own = folderWith({ 'office.ts': "import { defineOrg } from 'rolegraph'\n" })
    for (const args of [
      ['check', 'office.ts'],
      ['render', 'office.ts'],
    ]) {
      const { code, err } = await command(own, args)
      expect([code, err]).toEqual([
        2,
        "rolegraph: 'office.ts' is a program, not a chart\n    Write the org to a file with JSON.stringify(toOrgDocument(org)), and name that file.\n",
      ])
    }
  })

  it('reads job shares, vacancies and corrections of a table', async () => {
    const own = folderWith({
      'staff.csv': 'id,name,manager\n1,Ada,\n2,Joe,1\n2,May,1\n3,Vacancy,2\n4,Ben,Joe\n',
      'corrections.yaml': '- { id: "4", field: manager, to: "2", why: Joe has the number 2 }\n',
      'wrong.json': '[{ "id": "4" }]',
      'broken.json': '[',
      'org.yaml': sound,
    })
    const options = ['--job-shares', '--vacant', 'Vacancy', '--corrections', 'corrections.yaml']
    expect(await command(own, ['check', 'staff.csv', ...options])).toMatchObject({ code: 0 })
    const { out } = await command(own, ['show', 'staff.csv', '--stable', ...options])
    expect(out).toContain('Joe')
    for (const left of ['--job-shares', '--corrections'])
      expect(
        await command(own, [
          'check',
          'staff.csv',
          ...options.filter((each) => !each.startsWith(left.slice(0, 5))),
        ]),
      ).toMatchObject({ code: left === '--job-shares' ? 1 : 2 })
    const unused = await command(own, ['check', 'org.yaml', '--job-shares'])
    expect(unused).toMatchObject({
      code: 2,
      err: expect.stringContaining('--job-shares is for tables') as string,
    })
    const wrong = await command(own, ['check', 'staff.csv', '--corrections', 'wrong.json'])
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('corrections[0].field') as string })
    const broken = await command(own, ['check', 'staff.csv', '--corrections', 'broken.json'])
    expect(broken.err).toContain("the list of corrections 'broken.json' is not JSON")
  })

  it('shows progress of what takes over a second, and only on a terminal', async () => {
    const own = folderWith({
      'large.csv': `Employee ID,Manager ID\ntop,\n${Array.from({ length: 50_000 }, (_, index) => `r${index},top\n`).join('')}`,
    })
    let clock = 0
    const now = (): number => (clock += 600)
    const shown = await command(own, ['check', 'large.csv'], { now, isTerminal: true })
    expect(shown.err).toMatch(/\r\u{1b}\[Kreading large\.csv \d+ %/u)
    expect(shown.err.endsWith('\r\u{1b}[K')).toBe(true)
    expect((await command(own, ['check', 'large.csv'], { now })).err).toBe('')
  })
})
