import { parse } from 'node:querystring'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { command, folderWith } from './run-command.js'

const folder = folderWith({
  'sound.yaml': 'rolegraph: 1\nroles:\n  cpo: {}\n  analyst: { reportsTo: cpo }\n',
  'broken.yaml': [
    'rolegraph: 1',
    'roles:',
    '  cpo: { title: Chief }',
    '  dir: { reportsTo: cpo }',
    '  a: { reportsTo: dirr }',
    '  b: { reportsTo: c }',
    '  c: { reportsTo: b, titel: x }',
    '',
  ].join('\n'),
  'wide.csv': 'Employee ID,Manager ID\nlead,\na,lead\nb,lead\nc,lead\n',
  'policy.json': JSON.stringify({
    rules: {
      span: {
        rule: 'maxSpan',
        max: 2,
        because: 'They meet each week.',
        source: 'Handbook',
        severity: 'warning',
      },
      top: { rule: 'oneTop', because: 'One person decides.' },
    },
  }),
  'not.json': '{ "rolegraph": 1, "roles": ',
  'tricky % name.yaml': 'rolegraph: 1\nroles:\n  "a:1,b%":\n    reportsTo: "x\\e[31m|<b>@team"\n',
})

describe('check', () => {
  it('says that a sound chart is sound, and returns 0', async () => {
    expect(await command(folder, ['check', 'sound.yaml'])).toEqual({
      code: 0,
      out: 'ok sound.yaml: 2 roles, no problems\n',
      err: '',
    })
  })

  it.each([
    ['headers.csv', 'Employee ID,Manager ID\n'],
    ['empty.json', '{"rolegraph":1,"roles":{}}'],
    ['rows.json', '[]'],
  ])('does not let a chart without roles pass: %s', async (name, text) => {
    const { code, out } = await command(folderWith({ [name]: text }), ['check', name])
    expect(code).not.toBe(0)
    expect(out).toContain('FAILED')
    if (name !== 'rows.json') {
      expect([code, out.split('\n')[0]]).toEqual([
        1,
        `${name}:1:1: error NO_ROLES: The chart '${name}' has no roles`,
      ])
    }
  })

  it('lists each problem with file, line and column, how to fix it, and returns 1', async () => {
    const { code, out, err } = await command(folder, ['check', 'broken.yaml'])
    expect([code, err]).toEqual([1, ''])
    const problems = out.split('\n').filter((line) => line.startsWith('broken.yaml:'))
    expect(problems.map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      'broken.yaml:5:19 error UNKNOWN_MANAGER',
      'broken.yaml:6:19 error REPORTING_CYCLE',
      'broken.yaml:7:22 error UNKNOWN_FIELD',
    ])
    expect(out).toContain('\n    Remove one of these lines, or make it dotted.\n')
    expect(out.endsWith('\nFAILED broken.yaml: 5 roles, 3 errors\n')).toBe(true)
  })

  it('checks a policy: its severities, reasons and the line of the role', async () => {
    const { code, out } = await command(folder, ['check', 'wide.csv', '--policy', 'policy.json'])
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toMatch(/^wide\.csv:2:1: warning SPAN_OVER_MAX: .*lead/)
    expect(out).toContain("    Rule 'span': They meet each week. (Handbook)\n")
    expect(out).toContain('ok wide.csv: 4 roles, 1 warning')
    const strict = await command(folder, [
      'check',
      'wide.csv',
      '--policy',
      'policy.json',
      '--fail-on',
      'warning',
    ])
    expect(strict.code).toBe(1)
  })

  it.each([
    ['{ "rules": { "a": { "rule": "maxSpn", "because": "b" } } }', "Did you mean 'maxSpan'?"],
    [
      '{ "rules": { "a": { "rule": "maxSpan", "stafff": "exclude", "because": "b" } } }',
      "Did you mean 'staff'?",
    ],
    ['{ "rules": { "a": { "rule": "maxSpan", "because": "b" } } }', 'is wrong: '],
    ['{ "rules": { "a": { "rule": "oneTop" } } }', 'has no reason'],
    ['{ "rule": {} }', "has the key 'rule'"],
    ['[]', 'is not an object with rules'],
    ['{', 'is not JSON: '],
  ])('refuses the policy %s', async (text, message) => {
    const own = folderWith({ 'rolegraph.policy.json': text, 'a.yaml': 'rolegraph: 1\nroles: { a: {} }\n' })
    const { code, err } = await command(own, ['check', 'a.yaml'])
    expect([code, err.includes(message)]).toEqual([2, true])
  })

  it('reads the policy of the folder, and the starter policy with figures', async () => {
    const own = folderWith({
      'rolegraph.policy.json': '{ "starter": { "minSpan": 3 } }',
      'a.yaml': 'rolegraph: 1\nroles: { a: {}, b: { reportsTo: a } }\n',
    })
    const { out } = await command(own, ['check', 'a.yaml'])
    expect(out).toContain('SPAN_UNDER_MIN')
  })

  it('counts what it does not list', async () => {
    const roles = Array.from({ length: 20 }, (_, index) => `  r${index}: { titel: x }\n`)
    const own = folderWith({ 'many.yaml': `rolegraph: 1\nroles:\n  top: {}\n${roles.join('')}` })
    const { out } = await command(own, ['check', 'many.yaml', '--max', '3'])
    expect(out.match(/^many\.yaml:\d+:\d+: error UNKNOWN_FIELD/gm)).toHaveLength(3)
    // Only top is reported as isolated: the others have an error already.
    expect(out).toContain('… and 18 more\n')
    expect(out).toContain('FAILED many.yaml: 21 roles, 20 errors and 1 warning\n')
  })

  it('names its own options where it suggests what to do', async () => {
    const own = folderWith({ 'staff.csv': 'Employee ID,Manager ID\na,boss\nb,boss\n' })
    const { out } = await command(own, ['check', 'staff.csv'])
    expect(out).toContain("pass --top 'boss' if it means that there is no manager")
    expect(await command(own, ['check', 'staff.csv', '--top', 'boss'])).toMatchObject({ code: 0 })
  })

  it('returns 2 for a file of which no chart can be made, and reports why', async () => {
    const { code, out } = await command(folder, ['check', 'not.json'])
    expect(code).toBe(2)
    expect(out).toMatch(/^not\.json:1:\d+: error INVALID_DOCUMENT: /)
    expect(out).toContain('FAILED not.json: no chart can be read from it, 1 error\n')
  })

  it('checks several files in one call', async () => {
    const { code, out } = await command(folder, ['check', 'sound.yaml', 'broken.yaml', '--format', 'json'])
    const report = JSON.parse(out) as { ok: boolean; files: { file: string; counts: object }[] }
    expect(code).toBe(1)
    expect(report.ok).toBe(false)
    expect(report.files.map(({ file, counts }) => [file, counts])).toEqual([
      ['sound.yaml', { error: 0, warning: 0, info: 0 }],
      ['broken.yaml', { error: 3, warning: 0, info: 0 }],
    ])
  })

  it('is coloured on a terminal, and never where NO_COLOR is set', async () => {
    const onTerminal = await command(folder, ['check', 'sound.yaml'], { isTerminal: true })
    expect(onTerminal.out).toBe('\u{1b}[32mok\u{1b}[0m sound.yaml: 2 roles, no problems\n')
    const plain = await command(folder, ['check', 'sound.yaml'], {
      isTerminal: true,
      environment: { NO_COLOR: '1' },
    })
    expect(plain.out).toBe('ok sound.yaml: 2 roles, no problems\n')
  })

  it.each(['text', 'json', 'markdown', 'github', 'sarif', 'junit'])(
    'lets no id control a terminal or leave its place in %s',
    async (format) => {
      const { out } = await command(folder, ['check', 'tricky % name.yaml', '--format', format])
      expect(out).not.toContain('\u{1b}')
    },
  )
})

describe('the reports of a check', () => {
  it('writes a table in Markdown in which text is only text', async () => {
    const { out } = await command(folder, ['check', 'tricky % name.yaml', '--format', 'markdown'])
    const row = out.split('\n').find((line) => line.startsWith('| error'))
    expect(row).toContain('\\|&lt;b&gt;&#64;team')
    // Bars that are not escaped separate four cells.
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(5)
  })

  it.each(['github', 'markdown'])('gives the name and the reason of a rule in %s', async (format) => {
    const args = ['check', 'wide.csv', '--policy', 'policy.json', '--format', format]
    const { out } = await command(folder, args)
    const text = out.replaceAll('\\', '')
    expect(text).toContain("Rule 'span': They meet each week. (Handbook)")
    if (format === 'markdown') expect(out.match(/^\| warning .*$/gm)?.[0].match(/(?<!\\)\|/g)).toHaveLength(5)
  })

  it('writes commands of GitHub Actions with escaped properties', async () => {
    const { out } = await command(folder, ['check', 'tricky % name.yaml', '--format', 'github'])
    const [line] = out.split('\n')
    const [, properties, text] = /^::error (.*?)::(.*)$/.exec(line) ?? []
    // A reader of the commands: properties are separated by commas, and percent signs are decoded.
    const read = parse(properties.replaceAll('+', '%2B'), ',', '=')
    expect(read).toEqual({ file: 'tricky % name.yaml', line: '4', col: '16', title: 'UNKNOWN_MANAGER' })
    expect(text).toContain('%0A')
    expect(text).toContain("The role 'a:1,b%25' reports to")
  })

  it('writes JUnit with a suite for a file and a case for a rule, those that hold too', async () => {
    const { out } = await command(folder, ['check', 'broken.yaml', 'sound.yaml', '--format', 'junit'])
    const suites: { name: string; tests: number; failures: number; cases: string[]; failed: string[] }[] = []
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    let text = ''
    parser.on('opentag', ({ name, attributes }) => {
      const at = suites.at(-1)
      if (name === 'testsuite') {
        const [tests, failures] = [Number(attributes['tests']), Number(attributes['failures'])]
        suites.push({ name: attributes['name'] ?? '', tests, failures, cases: [], failed: [] })
      } else if (name === 'testcase') at?.cases.push(attributes['name'] ?? '')
      else if (name === 'failure') {
        at?.failed.push(`${at.cases.at(-1)?.split(':')[0] ?? ''} ${attributes['type'] ?? ''}`)
        expect(attributes['message']).not.toContain('\n')
        text = ''
      }
    })
    parser.on('text', (piece) => {
      text += piece
    })
    parser.on('closetag', ({ name }) => {
      if (name === 'failure') expect(text).toMatch(/broken\.yaml:\d+:\d+: error: /)
    })
    parser.write(out).close()
    expect(suites.map(({ name, tests, failures, failed }) => [name, tests > 15, failures, failed])).toEqual([
      [
        'broken.yaml',
        true,
        3,
        ['UNKNOWN_MANAGER', 'REPORTING_CYCLE', 'UNKNOWN_FIELD'].map((code) => `${code} ${code}`),
      ],
      ['sound.yaml', true, 0, []],
    ])
    for (const { tests, cases } of suites) expect([cases.length, new Set(cases).size]).toEqual([tests, tests])
  })
})
