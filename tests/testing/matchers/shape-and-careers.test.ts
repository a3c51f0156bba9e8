import { defineOrg, orgFromRecords } from 'rolegraph'
import {
  toHaveCareerPath,
  toHaveLayersAtMost,
  toHaveNoReportingCycles,
  toHaveSingleTop,
  toHaveSpanOfControlAtLeast,
  toHaveSpanOfControlAtMost,
  toProgressTo,
} from 'rolegraph/testing'
import { itSays } from '../holds.js'
import { office } from '../office.js'

const cycles = orgFromRecords(
  [
    { id: 'a', manager: 'b' },
    { id: 'b', manager: 'a' },
    { id: 'c', manager: 'c' },
  ],
  { id: 'id', manager: 'manager', onIssue: 'collect' },
)
const twoTops = defineOrg({ roles: { ceo: {}, chair: {}, lead: { reportsTo: 'ceo' } } })
const alone = defineOrg({ roles: { founder: {} } })

itSays('toHaveSpanOfControlAtMost', {
  passes: [
    [
      'every manager',
      () => toHaveSpanOfControlAtMost(office, 3),
      [
        'expect(org).not.toHaveSpanOfControlAtMost(3)',
        '',
        "Spans of 3 managers: 2 on average, 3 at most ('manager').",
      ],
    ],
    [
      'one role',
      () => toHaveSpanOfControlAtMost(office, 1, 'pmo'),
      [
        "expect(org).not.toHaveSpanOfControlAtMost(1, 'pmo')",
        '',
        "'pmo' has a span of control of 1: 'manager'",
      ],
    ],
    [
      'nobody manages',
      () => toHaveSpanOfControlAtMost(alone, 0),
      ['expect(org).not.toHaveSpanOfControlAtMost(0)', '', 'The org has no managers.'],
    ],
  ],
  fails: [
    [
      'every manager with more is listed',
      () => toHaveSpanOfControlAtMost(office, 1),
      [
        'expect(org).toHaveSpanOfControlAtMost(1)',
        '',
        '2 roles with more:',
        '  error SPAN_OVER_MAX (2)',
        "    roles.cpo: The role 'cpo' has 2 direct reports; at most 1 is allowed",
        "    roles.manager: The role 'manager' has 3 direct reports; at most 1 is allowed",
        '      Give some of them another manager, or put a role in between.',
      ],
    ],
    [
      'one role',
      () => toHaveSpanOfControlAtMost(office, 2, 'manager'),
      [
        "expect(org).toHaveSpanOfControlAtMost(2, 'manager')",
        '',
        "'manager' has a span of control of 3: 'analyst', 'planner' and 'coordinator'",
      ],
    ],
  ],
})

itSays('toHaveSpanOfControlAtLeast', {
  passes: [
    [
      'every manager',
      () => toHaveSpanOfControlAtLeast(office, 1),
      [
        'expect(org).not.toHaveSpanOfControlAtLeast(1)',
        '',
        "Spans of 3 managers: 2 on average, 3 at most ('manager').",
      ],
    ],
    [
      'one role',
      () => toHaveSpanOfControlAtLeast(office, 3, 'manager'),
      [
        "expect(org).not.toHaveSpanOfControlAtLeast(3, 'manager')",
        '',
        "'manager' has a span of control of 3: 'analyst', 'planner' and 'coordinator'",
      ],
    ],
  ],
  fails: [
    [
      'a manager with fewer',
      () => toHaveSpanOfControlAtLeast(office, 2),
      [
        'expect(org).toHaveSpanOfControlAtLeast(2)',
        '',
        '1 manager with fewer:',
        '  error SPAN_UNDER_MIN (1)',
        "    roles.director: The role 'director' has 1 direct report; a manager needs at least 2",
        '      Give it more reports, or move its reports to the manager above.',
      ],
    ],
    [
      'a role that manages nobody',
      () => toHaveSpanOfControlAtLeast(office, 1, 'analyst'),
      [
        "expect(org).toHaveSpanOfControlAtLeast(1, 'analyst')",
        '',
        "'analyst' has a span of control of 0: nobody",
      ],
    ],
  ],
})

itSays('toHaveLayersAtMost', {
  passes: [
    [
      'at the limit',
      () => toHaveLayersAtMost(office, 4),
      [
        'expect(org).not.toHaveLayersAtMost(4)',
        '',
        'The chart has 4 layers; roles per layer from the top down: 1, 2, 1, 3.',
      ],
    ],
  ],
  fails: [
    [
      'two too many',
      () => toHaveLayersAtMost(office, 2),
      [
        'expect(org).toHaveLayersAtMost(2)',
        '',
        "The chart has 4 layers; too deep: 'manager', 'analyst', 'planner' and 'coordinator'",
        "The longest chain: 'analyst' → 'manager' → 'director' → 'cpo'",
      ],
    ],
  ],
})

itSays('toHaveSingleTop', {
  passes: [
    [
      'any',
      () => toHaveSingleTop(office),
      ['expect(org).not.toHaveSingleTop()', '', "The top of the chart is 'cpo'."],
    ],
    [
      'this one',
      () => toHaveSingleTop(office, 'cpo'),
      ["expect(org).not.toHaveSingleTop('cpo')", '', "The top of the chart is 'cpo'."],
    ],
  ],
  fails: [
    [
      'two tops',
      () => toHaveSingleTop(twoTops, 'ceo'),
      ["expect(org).toHaveSingleTop('ceo')", '', "The chart has 2 tops: 'ceo' and 'chair'"],
    ],
    [
      'another top',
      () => toHaveSingleTop(office, 'pmo'),
      ["expect(org).toHaveSingleTop('pmo')", '', "The top of the chart is 'cpo', not 'director'."],
    ],
    [
      'no top',
      () => toHaveSingleTop(cycles),
      [
        'expect(org).toHaveSingleTop()',
        '',
        'The chart has no top.',
        "  The role 'c' reports to itself (at record 2, manager)",
        "  2 roles report to each other in a cycle: 'a' → 'b' → 'a' (at record 0, manager)",
      ],
    ],
  ],
})

itSays('toHaveNoReportingCycles', {
  passes: [
    [
      'a sound chart',
      () => toHaveNoReportingCycles(office),
      ['expect(org).not.toHaveNoReportingCycles()', '', 'Every management chain ends at a top.'],
    ],
  ],
  fails: [
    [
      'a cycle, and a role that reports to itself',
      () => toHaveNoReportingCycles(cycles),
      [
        'expect(org).toHaveNoReportingCycles()',
        '',
        '2 cycles:',
        '  error SELF_REPORT (1)',
        "    record 2, manager: The role 'c' reports to itself",
        '      Leave the manager out for a role at the top.',
        '',
        '  error REPORTING_CYCLE (1)',
        "    record 0, manager: 2 roles report to each other in a cycle: 'a' → 'b' → 'a'",
        '      Remove one of these lines, or make it dotted.',
      ],
    ],
  ],
})

itSays('toHaveCareerPath', {
  passes: [
    [
      'any',
      () => toHaveCareerPath(office, 'coordinator', 'cpo'),
      [
        "expect(org).not.toHaveCareerPath('coordinator', 'cpo')",
        '',
        "There is a path of 3 moves, 11 years or more: 'coordinator' → 'manager' → 'director' → 'cpo'",
      ],
    ],
    [
      'within steps and years',
      () => toHaveCareerPath(office, 'coordinator', 'manager', { steps: 2, years: 3 }),
      [
        "expect(org).not.toHaveCareerPath('coordinator', 'manager', { steps: 2, years: 3 })",
        '',
        "There is a path of 2 moves, 3–7 years: 'coordinator' → 'analyst' → 'manager'",
      ],
    ],
    [
      'without years',
      () => toHaveCareerPath(office, 'analyst', 'planner', { moves: ['lateral'] }),
      [
        "expect(org).not.toHaveCareerPath('analyst', 'planner', { moves: ['lateral'] })",
        '',
        "There is a path of 1 move: 'analyst' → 'planner'",
      ],
    ],
  ],
  fails: [
    [
      'no path',
      () => toHaveCareerPath(office, 'manager', 'analyst'),
      [
        "expect(org).toHaveCareerPath('manager', 'analyst')",
        '',
        "No career moves lead from 'manager' to 'analyst'.",
        "Next steps of 'manager': 'director'.",
        "Reachable from it: 'director' and 'cpo'.",
      ],
    ],
    [
      'no path at all',
      () => toHaveCareerPath(office, 'planner', 'cpo'),
      [
        "expect(org).toHaveCareerPath('planner', 'cpo')",
        '',
        "No career moves lead from 'planner' to 'cpo'.",
        "Next steps of 'planner': none.",
        'Reachable from it: nothing.',
      ],
    ],
    [
      'too many steps',
      () => toHaveCareerPath(office, 'coordinator', 'director', { steps: 1 }),
      [
        "expect(org).toHaveCareerPath('coordinator', 'director', { steps: 1 })",
        '',
        "No career path from 'coordinator' to 'director' is that short.",
        "The shortest has 2 moves and takes 11 years or more: 'coordinator' → 'manager' → 'director'",
        "The quickest has 3 moves and takes 8 years or more: 'coordinator' → 'analyst' → 'manager' → 'director'",
      ],
    ],
    [
      'too few years for the short path, too few steps for the quick one',
      () => toHaveCareerPath(office, 'coordinator', 'manager', { steps: 1, years: 3 }),
      [
        "expect(org).toHaveCareerPath('coordinator', 'manager', { steps: 1, years: 3 })",
        '',
        "No career path from 'coordinator' to 'manager' is that short.",
        "The shortest has 1 move and takes 6 years: 'coordinator' → 'manager'",
        "The quickest has 2 moves and takes 3–7 years: 'coordinator' → 'analyst' → 'manager'",
      ],
    ],
  ],
})

itSays('toProgressTo', {
  passes: [
    [
      'a next step',
      () => toProgressTo(office, 'analyst', 'planner', 'lateral'),
      [
        "expect(org).not.toProgressTo('analyst', 'planner', 'lateral')",
        '',
        "Next steps of 'analyst': 'manager' (advancement), 'planner' (lateral)",
      ],
    ],
  ],
  fails: [
    [
      'a move of another kind',
      () => toProgressTo(office, 'analyst', 'planner', 'advancement'),
      [
        "expect(org).toProgressTo('analyst', 'planner', 'advancement')",
        '',
        "Next steps of 'analyst': 'manager' (advancement), 'planner' (lateral)",
      ],
    ],
    [
      'a role further on',
      () => toProgressTo(office, 'analyst', 'cpo'),
      [
        "expect(org).toProgressTo('analyst', 'cpo')",
        '',
        "Next steps of 'analyst': 'manager' (advancement), 'planner' (lateral)",
        "It takes 3 moves: 'analyst' → 'manager' → 'director' → 'cpo'",
      ],
    ],
    [
      'no steps',
      () => toProgressTo(office, 'cpo', 'analyst'),
      ["expect(org).toProgressTo('cpo', 'analyst')", '', "Next steps of 'cpo': none"],
    ],
  ],
})
