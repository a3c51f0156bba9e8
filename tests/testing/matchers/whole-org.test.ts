import { defineOrg, maxSpan, oneTop, orgFromRecords, policy } from 'rolegraph'
import { toBeValidOrg, toMatchChart, toSatisfyPolicy } from 'rolegraph/testing'
import { itSays } from '../holds.js'
import { office } from '../office.js'

const rows = (list: readonly { id: string; manager?: string }[]) =>
  orgFromRecords(list, { id: 'id', manager: 'manager', onIssue: 'collect' })
const cycle = rows([
  { id: 'x', manager: 'b' },
  { id: 'a', manager: 'b' },
  { id: 'b', manager: 'a' },
  { id: 'top' },
])
const lonely = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' }, hermit: {} } })
const many = rows(
  Array.from({ length: 12 }, (_, index) => ({ id: `r${String(index)}`, manager: `r${String(index)}` })),
)

const ours = policy({
  'one top': { rule: oneTop(), because: 'The board speaks to one person.' },
  span: { rule: maxSpan(2), because: 'Weekly meetings.', source: 'Handbook' },
})
const lenient = policy({
  'one top': { rule: oneTop(), because: 'The board speaks to one person.', severity: 'warning' },
})

itSays('toBeValidOrg', {
  passes: [
    ['nothing wrong', () => toBeValidOrg(office), ['expect(org).not.toBeValidOrg()', '', '0 issues']],
    [
      'a warning',
      () => toBeValidOrg(lonely),
      [
        'expect(org).not.toBeValidOrg()',
        '',
        '1 issue: 1 ISOLATED_ROLE',
        '  warning ISOLATED_ROLE (1)',
        "    roles.hermit: The role 'hermit' is isolated: it has no lines, reports, moves or services",
        '      Give it a manager or a move, or remove it from the chart.',
      ],
    ],
    [
      'a top that is its own manager, where that is allowed',
      () =>
        toBeValidOrg(
          rows([
            { id: 'a', manager: 'a' },
            { id: 'b', manager: 'a' },
          ]),
          { allowSelfManagedTops: true },
        ),
      ['expect(org).not.toBeValidOrg({ allowSelfManagedTops: true })', '', '0 issues'],
    ],
  ],
  fails: [
    [
      'a cycle',
      () => toBeValidOrg(cycle),
      [
        'expect(org).toBeValidOrg()',
        '',
        '3 issues: 1 REPORTING_CYCLE, 1 CUT_OFF, 1 ISOLATED_ROLE',
        '  error REPORTING_CYCLE (1)',
        "    record 1, manager: 2 roles report to each other in a cycle: 'a' → 'b' → 'a'",
        '      Remove one of these lines, or make it dotted.',
        '',
        '  error CUT_OFF (1)',
        "    roles.x.reportsTo: 1 role cannot reach a top: 'x'; the chain of 'x' ends at 'b', which is in a cycle of 2 roles",
        '      Break the cycle; its roles are listed in a separate issue.',
        '',
        '  warning ISOLATED_ROLE (1)',
        "    roles.top: The role 'top' is isolated: it has no lines, reports, moves or services",
        '      Give it a manager or a move, or remove it from the chart.',
      ],
    ],
    [
      'a warning, where warnings fail',
      () => toBeValidOrg(lonely, { severity: 'warning' }),
      [
        "expect(org).toBeValidOrg({ severity: 'warning' })",
        '',
        '1 issue: 1 ISOLATED_ROLE',
        '  warning ISOLATED_ROLE (1)',
        "    roles.hermit: The role 'hermit' is isolated: it has no lines, reports, moves or services",
        '      Give it a manager or a move, or remove it from the chart.',
      ],
    ],
    [
      'many: the first ten',
      () => toBeValidOrg(many),
      [
        'expect(org).toBeValidOrg()',
        '',
        '13 issues: 12 SELF_REPORT, 1 NO_TOP',
        '  error SELF_REPORT (12)',
        ...Array.from({ length: 10 }, (_, index) => {
          return `    record ${String(index)}, manager: The role 'r${String(index)}' reports to itself`
        }),
        '      Leave the manager out for a role at the top.',
        '    … and 2 more',
        '',
        '  error NO_TOP (1)',
        '    roles: No role is at the top: every role has a manager',
        '      Leave out the manager of the top, or pass allowSelfManagedTops to accept a top that is its own manager.',
      ],
    ],
  ],
})

const ten = rows(
  Array.from({ length: 9 }, (_, index) => ({ id: `r${String(index)}`, manager: `r${String(index)}` })),
)

itSays('toBeValidOrg', {
  passes: [],
  fails: [
    [
      'ten, which are all listed',
      () => toBeValidOrg(ten),
      [
        'expect(org).toBeValidOrg()',
        '',
        '10 issues: 9 SELF_REPORT, 1 NO_TOP',
        '  error SELF_REPORT (9)',
        ...Array.from({ length: 9 }, (_, index) => {
          return `    record ${String(index)}, manager: The role 'r${String(index)}' reports to itself`
        }),
        '      Leave the manager out for a role at the top.',
        '',
        '  error NO_TOP (1)',
        '    roles: No role is at the top: every role has a manager',
        '      Leave out the manager of the top, or pass allowSelfManagedTops to accept a top that is its own manager.',
      ],
    ],
  ],
})

itSays('toSatisfyPolicy', {
  passes: [
    [
      'all rules hold',
      () => toSatisfyPolicy(lonely, policy({ span: { rule: maxSpan(2), because: 'Weekly.' } })),
      ['expect(org).not.toSatisfyPolicy(policy)', '', 'The rule holds.'],
    ],
    [
      'a warning',
      () => toSatisfyPolicy(lonely, [...lenient, maxSpan(3)]),
      [
        'expect(org).not.toSatisfyPolicy(policy)',
        '',
        'All 2 rules hold.',
        '',
        'one top: The board speaks to one person.',
        '  warning SEVERAL_TOPS (1)',
        "    roles: The chart has 2 tops: 'lead' and 'hermit'",
        '      Give all but one of them a manager.',
      ],
    ],
  ],
  fails: [
    [
      'one of two',
      () => toSatisfyPolicy(office, ours),
      [
        'expect(org).toSatisfyPolicy(policy)',
        '',
        '1 of 2 rules is broken.',
        '',
        'span: Weekly meetings. (Handbook)',
        '  error SPAN_OVER_MAX (1)',
        "    roles.manager: The role 'manager' has 3 direct reports; at most 2 are allowed",
        '      Give some of them another manager, or put a role in between.',
      ],
    ],
    [
      'rules without names',
      () => toSatisfyPolicy(lonely, [oneTop(), maxSpan(0)]),
      [
        'expect(org).toSatisfyPolicy(policy)',
        '',
        '2 of 2 rules are broken.',
        '',
        'SEVERAL_TOPS:',
        '  error SEVERAL_TOPS (1)',
        "    roles: The chart has 2 tops: 'lead' and 'hermit'",
        '      Give all but one of them a manager.',
        '',
        'SPAN_OVER_MAX:',
        '  error SPAN_OVER_MAX (1)',
        "    roles.lead: The role 'lead' has 1 direct report; at most 0 are allowed",
        '      Give some of them another manager, or put a role in between.',
      ],
    ],
  ],
})

const chart = `
  Chief Project Officer
    PMO Director
      PMO Manager ⇢ Sponsor
        PMO Analyst
        Planner (vacant)
        PMO Coordinator

    Sponsor
`

itSays('toMatchChart', {
  passes: [
    [
      'the whole chart, indented',
      () => toMatchChart(office, chart),
      ['expect(org).not.toMatchChart(…)', '', 'The chart is as expected.'],
    ],
    [
      'below the head of a unit, two layers, by id',
      () =>
        toMatchChart(office, 'director\r\n  manager ⇢ sponsor (+3)  ', {
          root: 'pmo',
          layers: 2,
          label: 'id',
        }),
      [
        "expect(org).not.toMatchChart(…, { root: 'pmo', layers: 2, label: 'id' })",
        '',
        'The chart is as expected.',
      ],
    ],
    [
      'several tops, and cycles from their earliest roles on',
      () => toMatchChart(cycle, 'top\na (in a cycle)\n  b\n    x'),
      ['expect(org).not.toMatchChart(…)', '', 'The chart is as expected.'],
    ],
    [
      'no roles',
      () => toMatchChart(rows([]), ''),
      ['expect(org).not.toMatchChart(…)', '', 'The chart is as expected.'],
    ],
    [
      'invisible names',
      () => toMatchChart(rows([{ id: ' ' }, { id: 'a\nb', manager: ' ' }]), "''\n  a\\nb"),
      ['expect(org).not.toMatchChart(…)', '', 'The chart is as expected.'],
    ],
    [
      'titles that read as marks, quoted',
      () =>
        toMatchChart(
          rows([
            { id: "'top'" },
            { id: 'a (vacant)', manager: "'top'" },
            { id: 'b ⇢ c', manager: "'top'" },
            { id: 'd (+2)', manager: "'top'" },
            { id: 'e (in a cycle)', manager: "'top'" },
            { id: 'f (vacant) g', manager: "'top'" },
          ]),
          "''top''\n  'a (vacant)'\n  'b ⇢ c'\n  'd (+2)'\n  'e (in a cycle)'\n  f (vacant) g",
        ),
      ['expect(org).not.toMatchChart(…)', '', 'The chart is as expected.'],
    ],
  ],
  fails: [
    [
      'a vacancy that is not one, but a title',
      () =>
        toMatchChart(defineOrg({ roles: { planner: { title: 'Planner (vacant)' } } }), 'Planner (vacant)'),
      [
        'expect(org).toMatchChart(…)',
        '',
        'The chart differs: - expected, + found.',
        '',
        '- Planner (vacant)',
        "+ 'Planner (vacant)'",
      ],
    ],
    [
      'a missing line, and one that differs',
      () =>
        toMatchChart(
          office,
          chart.replace('      PMO Manager ⇢ Sponsor\n', '      PMO Manager\n').replace(/ +Sponsor\n$/, ''),
        ),
      [
        'expect(org).toMatchChart(…)',
        '',
        'The chart differs: - expected, + found.',
        '',
        '  Chief Project Officer',
        '    PMO Director',
        '-     PMO Manager',
        '+     PMO Manager ⇢ Sponsor',
        '        PMO Analyst',
        '        Planner (vacant)',
        '        PMO Coordinator',
        '+   Sponsor',
      ],
    ],
    [
      'far from any equal line',
      () => toMatchChart(many, ['r0 (in a cycle)', 'r11 (in a cycle)'].join('\n')),
      [
        'expect(org).toMatchChart(…)',
        '',
        'The chart differs: - expected, + found.',
        '',
        '  r0 (in a cycle)',
        ...Array.from({ length: 10 }, (_, index) => `+ r${String(index + 1)} (in a cycle)`),
        '  r11 (in a cycle)',
      ],
    ],
    [
      'equal lines are left out',
      () => toMatchChart(office, chart.replace('PMO Coordinator', 'Coordinator')),
      [
        'expect(org).toMatchChart(…)',
        '',
        'The chart differs: - expected, + found.',
        '',
        '  …',
        '        PMO Analyst',
        '        Planner (vacant)',
        '-       Coordinator',
        '+       PMO Coordinator',
        '    Sponsor',
      ],
    ],
  ],
})
