import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, folderWith } from './run-command.js'

const roles = (manager: string): string => `rolegraph: 1
roles:
  cpo: { title: Chief Project Officer, grade: 9 }
  lead: { title: PMO Lead, reportsTo: cpo, progressesTo: [{ to: cpo, years: [3, 5] }] }
  analyst: { title: PMO Analyst, reportsTo: ${manager}, holders: [Ada], progressesTo: [{ to: lead, years: [2, 2] }] }
`
const folder = folderWith({
  'org.yaml': roles('lead'),
  'moved.yaml': roles('cpo'),
  'broken.yaml': roles('led'),
  'dated.json': JSON.stringify({
    rolegraph: 1,
    people: { ada: {} },
    roles: { a: { holders: [{ person: 'ada', to: '2026-01-01' }] }, b: { reportsTo: 'a' } },
  }),
  'dirty.csv': 'Employee ID,Manager ID,Grade\na,,1\nb,a,1\nc,nobody,2\n,a,3\n,a,4\nd,a,3,4\n',
  'history.json': JSON.stringify({
    rolegraph: 3,
    roles: { a: {}, b: { reportsTo: 'a' } },
    effective: [{ on: '2026-01-01', changes: [{ do: 'add-role', role: 'c', spec: { reportsTo: 'b' } }] }],
  }),
})
const run = (...args: string[]): ReturnType<typeof command> => command(folder, args)

describe('show', () => {
  it('shows a tree, and a part of it', async () => {
    const { code, out } = await run('show', 'org.yaml')
    expect([code, out]).toEqual([0, 'Chief Project Officer  9\n└─ PMO Lead\n   └─ PMO Analyst         Ada\n'])
    expect((await run('show', 'org.yaml', '--depth', '1')).out).toContain('PMO Lead')
    expect((await run('show', 'org.yaml', '--depth', '1')).out).not.toContain('PMO Analyst')
  })

  it('shows a role by its title', async () => {
    const { out } = await run('show', 'org.yaml', 'pmo lead', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({
      role: 'lead',
      'management chain': ['cpo'],
      'direct reports': ['analyst'],
    })
  })

  it('lists all roles as JSON, whatever their ids are', async () => {
    const stdin = '{ "rolegraph": 1, "roles": { "the boss": {}, "a\\tb": { "reportsTo": "the boss" } } }'
    const { out } = await command(folder, ['show', '-', '--format', 'json'], { stdin })
    expect(JSON.parse(out)).toEqual({ roles: ['the boss', 'a\tb'] })
  })

  it('names holders with their shares', async () => {
    const chart = {
      rolegraph: 1,
      people: { joe: { name: 'Joe Hill' }, may: {} },
      roles: {
        a: {
          holders: [
            { person: 'joe', share: 0.6 },
            { person: 'may', kind: 'acting' },
          ],
        },
      },
    }
    const stdin = JSON.stringify(chart)
    const { out } = await command(folder, ['show', '-', 'a'], { stdin })
    expect(out).toMatch(/^holders +Joe Hill \(joe\), 60 %; may, acting$/m)
    const json = await command(folder, ['show', '-', 'a', '--format', 'json'], { stdin })
    expect(JSON.parse(json.out)).toMatchObject({ holders: ['joe', 'may'] })
  })

  it.each([
    ['pmo', "'pmo' matches 2 roles: 'lead', 'analyst'\n    Name one of them by its id."],
    ['xyzzy', "no role or unit is called 'xyzzy'"],
  ])('does not guess what %s is', async (words, message) => {
    const { code, err } = await run('show', 'org.yaml', words)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  it('refuses a broken chart, and goes on with --lenient', async () => {
    const { code, out, err } = await run('show', 'broken.yaml')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^broken\.yaml:5:45: error UNKNOWN_MANAGER: .*did you mean 'lead'/)
    expect(err).toContain(
      'rolegraph: broken.yaml has an error\n    Fix it (rolegraph check shows all), or add --lenient',
    )
    expect(await run('show', 'broken.yaml', '--lenient')).toMatchObject({ code: 0 })
  })

  it('refuses a date where the chart has no dates, and takes it where an assignment has one', async () => {
    const { code, out, err } = await run('show', 'org.yaml', '--on', '2020-01-01')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain("--on is 2020-01-01, but 'org.yaml' has no data about other dates")
    for (const args of [
      ['stats', 'org.yaml'],
      ['check', 'org.yaml'],
      ['diff', 'org.yaml', 'moved.yaml'],
      ['convert', 'org.yaml'],
    ]) {
      expect(await run(...args, '--on', '2020-01-01')).toMatchObject({ code: 2, out: '' })
    }
    expect((await run('show', 'dated.json', '--on', '2026-02-01')).out).not.toContain('ada')
    expect((await run('show', 'dated.json', '--on', '2025-02-01')).out).toContain('ada')
    // One of two charts is enough: a history can be compared with a snapshot.
    expect(await run('diff', 'history.json', 'org.yaml', '--on', '2026-02-01')).toMatchObject({ code: 1 })
  })

  it('writes one fact on each line for git, also of what is broken', async () => {
    const before = (await run('show', '--stable', 'org.yaml')).out.split('\n')
    const after = (await run('show', '--stable', 'moved.yaml')).out.split('\n')
    expect(before.filter((line) => !after.includes(line))).toEqual(['role analyst: reportsTo lead'])
    expect(await run('show', '--stable', 'broken.yaml')).toMatchObject({ code: 0 })
    expect(await command(folder, ['show', '--stable', '-'], { stdin: '{ no' })).toMatchObject({
      code: 0,
      out: '{ no',
    })
  })
})

describe('--lenient', () => {
  it.each([
    ['convert'],
    ['show'],
    ['show', '--stable'],
    ['stats'],
    ['render'],
    ['types'],
    ['ask', 'who', 'is', 'at', 'the', 'top?'],
    ['path', 'b', 'a', '--reporting'],
  ])('reports on the standard error what was lost: %s', async (name, ...rest) => {
    const { err } = await run(name, 'dirty.csv', ...rest, '--lenient')
    expect(err.split('\n')[0]).toMatch(
      /^rolegraph: dirty\.csv was read with \d errors? \(.*UNKNOWN_MANAGER.*\).* See rolegraph check dirty\.csv$/,
    )
  })

  it('counts by code, in one line, and says nothing of a sound chart', async () => {
    const one = await run('convert', 'dirty.csv', '--lenient')
    expect([one.code, one.err]).toEqual([
      0,
      'rolegraph: dirty.csv was read with 4 errors (RAGGED_ROW, 2 × MISSING_ID, UNKNOWN_MANAGER); ' +
        'what is wrong may be missing or changed in it. See rolegraph check dirty.csv\n',
    ])
    expect((await run('diff', 'org.yaml', 'dirty.csv', '--lenient')).err).toContain('4 errors')
    expect((await run('merge', 'org.yaml', 'org.yaml', 'dirty.csv', '--lenient')).err).toContain('4 errors')
    expect((await run('convert', 'dirty.csv', '--lenient', '--from', 'csv')).err).toContain(
      'See rolegraph check dirty.csv, with the same options\n',
    )
    expect((await run('convert', 'org.yaml', '--lenient')).err).toBe('')
  })
})

describe('convert to a table', () => {
  it.each([[['--to', 'csv']], [['-o', 'out.csv']]])(
    'writes CSV, and says what it does not carry: %j',
    async (how) => {
      const { code, out, err } = await run('convert', 'org.yaml', ...how)
      expect(code).toBe(0)
      if (how[0] === '--to') expect(out.split('\r\n')[0]).toMatch(/^Role ID,Role Title,Reports To Role ID/)
      expect(err).toMatch(
        /^rolegraph: 2 values are not in the csv: the move 'lead' → 'cpo': the format has no place for it; the move /,
      )
    },
  )
})

describe('convert to LDIF', () => {
  it.each([[['--to', 'ldif']], [['-o', 'out.ldif']]])(
    'writes entries that are read back: %j',
    async (how) => {
      const { code, out } = await run('convert', 'org.yaml', ...how)
      expect(code).toBe(0)
      const text = how[0] === '--to' ? out : readFileSync(join(folder, 'out.ldif'), 'utf8')
      expect(text).toContain('\ndn: uid=analyst,ou=People,dc=example,dc=org\n')
      expect(text).toContain('\nmanager: uid=lead,ou=People,dc=example,dc=org\n')
      const back = await command(folder, ['show', '-', 'PMO Analyst', '--format', 'json'], { stdin: text })
      expect(JSON.parse(back.out)).toMatchObject({
        'management chain': ['uid=lead,ou=People,dc=example,dc=org', 'uid=cpo,ou=People,dc=example,dc=org'],
      })
    },
  )
})

describe('path', () => {
  it.each([
    [
      ['analyst', 'cpo'],
      'PMO Analyst (analyst)\n→ PMO Lead (lead) (2 years)\n→ Chief Project Officer (cpo) (3–5 years)\n2 moves, 5–7 years\n',
    ],
    [
      ['cpo', 'analyst', '--reporting'],
      'Chief Project Officer (cpo)\n↓ PMO Lead (lead)\n↓ PMO Analyst (analyst)\n',
    ],
    [
      ['analyst', 'cpo', '--reporting'],
      'PMO Analyst (analyst)\n↑ PMO Lead (lead)\n↑ Chief Project Officer (cpo)\n',
    ],
  ])('finds %j', async (args, out) => {
    expect(await run('path', 'org.yaml', ...args)).toEqual({ code: 0, out, err: '' })
  })

  it('returns 1 where there is none', async () => {
    const { code, out, err } = await run('path', 'org.yaml', 'analyst', 'cpo', '--avoid', 'lead')
    expect([code, out, err]).toEqual([1, '', "rolegraph: no career path leads from 'analyst' to 'cpo'\n"])
  })
})

describe('ask, stats, convert and render', () => {
  it('answers in words, and returns 1 for what it does not understand', async () => {
    expect(await run('ask', 'org.yaml', 'who does the analyst report to?')).toMatchObject({
      code: 0,
      err: '',
    })
    const { code, out } = await run('ask', 'org.yaml', 'frobnicate', 'the', 'wibble')
    expect([code, out]).toEqual([1, ''])
    expect(await run('ask', 'org.yaml', '--pmo', 'who does the analyst report to?')).toMatchObject({
      code: 0,
    })
  })

  it('counts', async () => {
    const { out } = await run('stats', 'org.yaml', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ roles: 3, layers: 3, averageSpan: 1, vacant: 0 })
    expect((await run('stats', 'org.yaml', '--format', 'markdown')).out).toContain('| layers | 3 |')
  })

  it('converts between the formats of documents without a loss', async () => {
    const { out } = await run('convert', 'org.yaml')
    expect(JSON.parse(out)).toMatchObject({
      rolegraph: 1,
      roles: { analyst: { reportsTo: 'lead', holders: ['Ada'] } },
    })
    const back = await command(folder, ['convert', '-', '--to', 'yaml'], { stdin: out })
    expect(await command(folder, ['diff', 'org.yaml', '-'], { stdin: back.out })).toMatchObject({ code: 0 })
    expect(await run('convert', 'org.yaml', '-o', 'out.yaml')).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(join(folder, 'out.yaml'), 'utf8')).toBe(back.out)
  })

  it('converts a history to a history, and of a date to a chart', async () => {
    expect(JSON.parse((await run('convert', 'history.json')).out)).toMatchObject({ rolegraph: 3 })
    const { out } = await run('convert', 'history.json', '--on', '2025-06-01')
    expect(JSON.parse(out)).toEqual({ rolegraph: 1, roles: { a: {}, b: { reportsTo: 'a' } } })
  })

  it.each([
    ['svg', /^<svg /],
    ['html', /^<!doctype html>/i],
    ['mermaid', /^flowchart /],
    ['dot', /^digraph /],
    ['text', /^Chief Project Officer/],
  ])('draws %s', async (format, beginning) => {
    const { code, out } = await run('render', 'org.yaml', '--to', format)
    expect([code, beginning.test(out.trimStart())]).toEqual([0, true])
  })

  it('tells the format by the ending of the output', async () => {
    expect(await run('render', 'org.yaml', '-o', 'org.dot')).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(join(folder, 'org.dot'), 'utf8')).toMatch(/^digraph/)
    const { code, err } = await run('render', 'org.yaml', '-o', 'nowhere/org.svg')
    expect([code, err]).toEqual([
      2,
      "rolegraph: cannot write 'nowhere/org.svg': there is no such folder\n    Create the folder first.\n",
    ])
  })

  it.each([
    [['-o', 'x.png'], "'x.png' has the extension of another format", 'convert it with a program'],
    [
      ['-o', 'x.svg', '--to', 'dot'],
      "'x.svg' has the extension of another format",
      'the extension .dot or .gv',
    ],
    [['-o', 'x.yaml', '--to', 'svg'], "'x.yaml' has the extension of another format", 'rolegraph convert'],
    [['-o', 'x.foo'], 'the extension .foo is not one of .svg, .html', 'name the format with --to'],
    [['-o', './org.yaml'], '', ''],
    [['-o', 'sub/../link.svg'], "cannot write 'sub/../link.svg': it is also an input file", ''],
  ])('writes no file of another format and no chart: %j', async (args, message, advice) => {
    const own = folderWith({ 'org.yaml': roles('lead') })
    symlinkSync(join(own, 'org.yaml'), join(own, 'link.svg'))
    const { code, err } = await command(own, ['render', 'org.yaml', ...args])
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
    expect(err).toContain(advice)
    expect(readdirSync(own).sort()).toEqual(['link.svg', 'org.yaml'])
    expect(readFileSync(join(own, 'org.yaml'), 'utf8')).toBe(roles('lead'))
  })

  it('writes a format that is named under an ending that no format has', async () => {
    expect(await run('render', 'org.yaml', '--to', 'mermaid', '-o', 'org.md')).toMatchObject({ code: 0 })
    expect(await run('types', 'org.yaml', '-o', 'org.yaml')).toMatchObject({ code: 2 })
    expect(await run('diff', 'org.yaml', 'moved.yaml', '--svg', 'moved.yaml')).toMatchObject({ code: 2 })
  })

  it('shows a chain of very many layers', async () => {
    const chain = ['Employee ID,Manager ID', 'r0,']
    for (let index = 1; index < 20_000; index++) chain.push(`r${index},r${index - 1}`)
    const own = folderWith({ 'chain.csv': chain.join('\n') })
    const { code, out } = await command(own, ['show', 'chain.csv'])
    expect([code, out.split('\n').filter((line) => line.includes('└─ r')).length]).toEqual([0, 19_999])
    expect(await command(own, ['show', 'chain.csv', '--depth', '20'])).toMatchObject({ code: 0 })
  }, 60_000)

  it('counts nothing in a chart without roles', async () => {
    const { out } = await command(folder, ['stats', '-'], { stdin: '{"rolegraph":1,"roles":{}}' })
    expect(out).toMatch(/^widest span +0$/m)
  })

  it.each([
    [['diff', 'org.yaml', 'moved.yaml', '--picture'], '--picture is for Markdown'],
    [['path', 'org.yaml', 'analyst', 'cpo', '--lines', 'all'], '--lines is for reporting paths'],
    [['path', 'org.yaml', 'analyst', 'cpo', '--reporting', '--avoid', 'lead'], '--by and --avoid are for'],
    [['show', 'org.yaml', 'lead', '--depth', '2'], '--depth and a role of show exclude each other'],
    [['show', 'org.yaml', 'lead', '--stable'], '--stable and a role of show exclude each other'],
    [['path', 'org.yaml', 'analyst', 'cpo', '--by', 'stepz'], "it can be 'steps' or 'years'"],
    [['help', 'frobnicate'], "there is no command 'frobnicate'"],
    [['help', 'chek'], "Did you mean 'check'?"],
    [
      ['convert', 'org.yaml', '--format', 'csv'],
      "unknown option '--format'\n(Did you mean --to?)\nRun rolegraph convert",
    ],
    [['render', 'org.yaml', '--format=svg'], '(Did you mean --to?)'],
    [['check', 'org.yaml', '--to', 'json'], '(Did you mean --format?)'],
    [['check', 'org.yaml', '--formt', 'json'], '(Did you mean --format?)'],
    [['stats', 'org.yaml', '--too', 'json'], "unknown option '--too'"],
    [['completion', 'tcsh'], "the shell is 'tcsh'; it can be 'bash', 'zsh' or 'fish'"],
  ])('refuses what would change nothing or is unknown: %j', async (args, message) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})

describe('diff', () => {
  it('lists changes and figures, and returns 1', async () => {
    const { code, out } = await run('diff', 'org.yaml', 'moved.yaml')
    expect([code, out.split('\n').slice(0, 4)]).toEqual([
      1,
      [
        "~ 'PMO Analyst' reports to 'Chief Project Officer' instead of 'PMO Lead'",
        '',
        '1 change',
        'layers: 3 → 2',
      ],
    ])
    expect(await run('diff', 'org.yaml', 'org.yaml')).toEqual({ code: 0, out: 'no changes\n', err: '' })
  })

  it('writes the comment on a pull request, with what is newly broken and a picture', async () => {
    const own = folderWith({
      'a.yaml': roles('lead'),
      'b.yaml': roles('cpo'),
      'rolegraph.policy.json':
        '{ "rules": { "span": { "rule": "maxSpan", "max": 1, "because": "A test." } } }',
    })
    const { out } = await command(own, [
      'diff',
      'a.yaml',
      'b.yaml',
      '--format',
      'markdown',
      '--picture',
      '--svg',
      'd.svg',
    ])
    expect(out).toContain('**1 role moved**')
    expect(out).toContain('```mermaid')
    expect(out).toContain('**New problems**')
    expect(readFileSync(join(own, 'd.svg'), 'utf8')).toMatch(/^<svg/)
    const json = await command(own, ['diff', 'a.yaml', 'b.yaml', '--format', 'json'])
    expect(JSON.parse(json.out)).toMatchObject({
      changes: [{ do: 'set-manager', role: 'analyst', manager: 'cpo' }],
      newIssues: [{ code: 'SPAN_OVER_MAX', roles: ['cpo'] }],
    })
  })

  it('takes one chart from git only, for a file that is unmerged', async () => {
    const { code, out, err } = await run('diff', 'org.yaml')
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('compares two charts, but 1 is given')])
    for (const name of ['GIT_DIFF_PATH_COUNTER', 'GIT_EXEC_PATH']) {
      expect(await command(folder, ['diff', 'org.yaml'], { environment: { [name]: '1' } })).toMatchObject({
        code: 0,
        out: 'org.yaml\nhas conflicts\n',
      })
    }
  })

  it.each([
    [
      ['org.yaml', 'org.yaml', 'abc', '100644', 'moved.yaml', 'def', '100644'],
      "~ 'PMO Analyst' reports to 'Chief Project Officer' instead of 'PMO Lead'",
    ],
    [
      ['a', 'org.yaml', 'abc', '100644', 'moved.yaml', 'def', '100644', 'b', 'similarity index 90%'],
      '1 change',
    ],
    [['new.yaml', '/dev/null', '.', '.', 'org.yaml', 'def', '100644'], '+ '],
    [['x', 'org.yaml', 'abc', '100644', 'missing.yaml', 'def', '100644'], 'cannot be compared'],
  ])('returns 0 for git, with %j', async (args, text) => {
    const { code, out } = await run('diff', ...args)
    expect([code, out]).toEqual([0, expect.stringContaining(text)])
  })
})
