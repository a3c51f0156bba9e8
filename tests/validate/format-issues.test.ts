import {
  checkOrg,
  formatIssues,
  type Issue,
  issuesOf,
  makeIssue,
  maxSpan,
  oneTop,
  type Place,
  policy,
  structureRules,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart } from './harness.js'

function issue(parts: {
  readonly code: string
  readonly severity?: 'error' | 'warning' | 'info'
  readonly place?: Place
  readonly message: string
  readonly suggestion?: string
}): Issue<string> {
  return makeIssue({ suggestion: 'Fix it.', ...parts })
}

describe('formatIssues', () => {
  it('says so where there are none', () => {
    expect(formatIssues([])).toBe('No issues')
  })

  it('groups issues by severity and code, errors first, with places, messages and suggestions', () => {
    const issues = [
      issue({ code: 'ODD', severity: 'info', message: 'The title is odd', suggestion: 'Look at it.' }),
      issue({ code: 'WRONG', place: { line: 4, field: 'grade' }, message: "The grade is 'x'" }),
      issue({ code: 'LOOSE', severity: 'warning', place: { path: ['roles', 'b'] }, message: 'It is loose' }),
      issue({ code: 'LOST', place: { record: 7, field: 'manager' }, message: 'It is lost' }),
      issue({ code: 'WRONG', place: { line: 9, column: 3 }, message: "The grade is 'y'" }),
    ]
    expect(formatIssues(issues).split('\n')).toEqual([
      '5 issues: 3 errors, 1 warning, 1 note',
      '',
      'error WRONG (2)',
      "  line 4, grade: The grade is 'x'",
      "  line 9, column 3: The grade is 'y'",
      '    Fix it.',
      '',
      'error LOST (1)',
      '  record 7, manager: It is lost',
      '    Fix it.',
      '',
      'warning LOOSE (1)',
      '  roles.b: It is loose',
      '    Fix it.',
      '',
      'info ODD (1)',
      '  The title is odd',
      '    Look at it.',
    ])
  })

  it('puts the place of a message in front, and each run of equal suggestions once', () => {
    const org = chart([{ id: 'a' }, { id: 'b', manager: 'x' }, { id: 'c', manager: 'y', dotted: ['z'] }])
    expect(formatIssues(issuesOf(org)).split('\n')).toEqual([
      '3 issues: 3 errors',
      '',
      'error UNKNOWN_MANAGER (3)',
      "  record 1, manager: The role 'b' reports to 'x', which is not a role of this org",
      "  record 2, manager: The role 'c' reports to 'y', which is not a role of this org",
      '    Add the role, correct the id, or leave the manager out for a role at the top.',
      "  record 2, dotted.0: The role 'c' has a dotted line to 'z', which is not a role of this org",
      '    Add the role, or correct the id.',
    ])
  })

  it('states the place once if the message begins with it', () => {
    const at = (place: Place, message: string) =>
      formatIssues([issue({ code: 'BAD', place, message })])
        .split('\n')
        .at(3)
    expect(at({ line: 3, column: 24 }, 'Line 3, column 24: expected a comma')).toBe(
      '  line 3, column 24: expected a comma',
    )
    expect(at({ line: 3, column: 24, path: ['roles', 0] }, 'Line 3, column 24: expected a comma')).toBe(
      '  line 3, column 24, roles.0: expected a comma',
    )
    expect(at({ line: 3 }, 'Line 30: expected a comma')).toBe('  line 3: Line 30: expected a comma')
    expect(at({ line: 3 }, 'Line 3 has no id')).toBe('  Line 3 has no id')
  })

  it('lists the first ten of each code, or as many as it is told, and counts the rest', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      issue({ code: 'MANY', message: `No ${String(index)}` }),
    )
    const few = issue({ code: 'FEW', message: 'One' })
    const lines = formatIssues([...many, few]).split('\n')
    expect(lines.slice(0, 4)).toEqual(['13 issues: 13 errors', '', 'error MANY (12)', '  No 0'])
    expect(lines.slice(11)).toEqual([
      '  No 8',
      '  No 9',
      '    Fix it.',
      '  … and 2 more',
      '',
      'error FEW (1)',
      '  One',
      '    Fix it.',
    ])
    expect(formatIssues(many, { max: 1 }).split('\n').slice(2)).toEqual([
      'error MANY (12)',
      '  No 0',
      '    Fix it.',
      '  … and 11 more',
    ])
    expect(formatIssues(many, { max: 0 }).split('\n').slice(2)).toEqual(['error MANY (12)'])
    expect(formatIssues(many, { max: Infinity })).toContain('No 11')
  })

  it('takes the true counts of a list that was cut', () => {
    const org = chart([
      { id: 'top' },
      { id: 'report', manager: 'top', dotted: ['top'] },
      ...Array.from({ length: 40 }, (_, index) => ({ id: `r${String(index)}` })),
    ])
    const { issues, counts } = checkOrg(org, { maxIssues: 2 })
    expect(formatIssues(issues, { counts }).split('\n')).toEqual([
      '41 issues: 40 warnings',
      '',
      'warning ISOLATED_ROLE (40)',
      "  roles.r0: The role 'r0' is isolated: it has no lines, reports, moves or services",
      "  roles.r1: The role 'r1' is isolated: it has no lines, reports, moves or services",
      '    Give it a manager or a move, or remove it from the chart.',
      '  … and 38 more',
      '',
      'DOUBLED_LINE (1), not listed',
    ])
  })

  it('names the rule of a policy that is broken, and its reason', () => {
    const org = chart([
      { id: 'a' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'a' },
      { id: 'd', manager: 'd' },
    ])
    const ours = policy({
      span: { rule: maxSpan(1), because: 'Everyone meets weekly.', source: 'Handbook', severity: 'warning' },
      'one top': { rule: oneTop(), because: 'The board speaks to one person.' },
    })
    const { issues } = checkOrg(org, { rules: ours, allowSelfManagedTops: true })
    expect(formatIssues(issues).split('\n').slice(2)).toEqual([
      'error SEVERAL_TOPS (1)',
      "  roles: The chart has 2 tops: 'a' and 'd'",
      '    Give all but one of them a manager.',
      "    Rule 'one top': The board speaks to one person.",
      '',
      'warning SPAN_OVER_MAX (1)',
      "  roles.a: The role 'a' has 2 direct reports; at most 1 is allowed",
      '    Give some of them another manager, or put a role in between.',
      "    Rule 'span': Everyone meets weekly. (Handbook)",
    ])
  })

  it('prints every issue of a check', () => {
    const { issues } = checkOrg(chart([{ id: 'a', manager: 'b' }, { id: 'b', manager: 'a' }, { id: 'c' }]), {
      rules: structureRules,
    })
    const text = formatIssues(issues)
    for (const { code } of issues) expect(text).toContain(code)
  })

  it('keeps what is not visible visible, and each text on its line', () => {
    const text = formatIssues([
      issue({ code: 'A\nB', message: 'one\ntwo \u202e\u001b[31m', suggestion: 'Look\r.' }),
    ])
    expect(text.split('\n')).toEqual([
      '1 issue: 1 error',
      '',
      'error A\\u{a}B (1)',
      '  one\\u{a}two \\u{202e}\\u{1b}[31m',
      '    Look\\u{d}.',
    ])
  })

  const notIssues: readonly unknown[] = [
    undefined,
    null,
    'x',
    7,
    {},
    new Set(),
    [null],
    ['x'],
    [{}],
    [[]],
    [{ code: 'A' }],
    [{ ...issue({ code: 'A', message: 'B' }), rule: null }],
    [{ ...issue({ code: 'A', message: 'B' }), rule: { name: 'x' } }],
    [{ ...issue({ code: 'A', message: 'B' }), place: { field: 7 } }],
    [{ ...issue({ code: 'A', message: 'B' }), place: { line: '7' } }],
  ]
  it.each(notIssues)('refuses %j instead of issues', (received) => {
    expect(() => formatIssues(received as [])).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', details: { argument: 'issues', received } }),
    )
  })

  it.each<[string, unknown]>([
    ['options', null],
    ['options', [1]],
    ['maxIssues', { maxIssues: 1 }],
    ['max', { max: -1 }],
    ['max', { max: '1' }],
    ['counts', { counts: [1] }],
    ['counts', { counts: { A: '1' } }],
    ['counts', { counts: { A: -1 } }],
    ['counts', { counts: null }],
  ])('refuses wrong options: %s of %j', (option, options) => {
    expect(() => formatIssues([], options as object)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
    expect(() => formatIssues([], options as object)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ option }) as object }),
    )
  })
})
