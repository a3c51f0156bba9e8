import { orgFromRecords } from 'rolegraph'
import {
  toBeAbove,
  toBePeers,
  toHaveDirectReports,
  toHaveManager,
  toHaveRole,
  toReportTo,
  toReportUpTo,
} from 'rolegraph/testing'
import { itSays } from '../holds.js'
import { office } from '../office.js'

const cycle = orgFromRecords(
  [
    { id: 'a', manager: 'b' },
    { id: 'b', manager: 'a' },
    { id: '__proto__', manager: 'b' },
  ],
  { id: 'id', manager: 'manager', onIssue: 'collect' },
)

itSays('toHaveRole', {
  passes: [
    [
      'a role with a title',
      () => toHaveRole(office, 'analyst'),
      ["expect(org).not.toHaveRole('analyst')", '', `There is a role 'analyst', "PMO Analyst".`],
    ],
    [
      'a strange id',
      () => toHaveRole(cycle, '__proto__'),
      ["expect(org).not.toHaveRole('__proto__')", '', "There is a role '__proto__'."],
    ],
  ],
  fails: [
    [
      'a misspelt id',
      () => toHaveRole(office, 'analist'),
      [
        "expect(org).toHaveRole('analist')",
        '',
        "There is no role 'analist'; did you mean 'analyst'?",
        "The org has 7 roles: 'cpo', 'director', 'sponsor', 'manager', 'analyst', 'planner' and 'coordinator'",
      ],
    ],
    [
      'an id unlike any other',
      () => toHaveRole(cycle, 'constructor'),
      [
        "expect(org).toHaveRole('constructor')",
        '',
        "There is no role 'constructor'.",
        "The org has 3 roles: 'a', 'b' and '__proto__'",
      ],
    ],
    [
      'a unit',
      () => toHaveRole(office, 'pmo'),
      ["expect(org).toHaveRole('pmo')", '', "'pmo' is a unit, not a role."],
    ],
  ],
})

itSays('toReportTo', {
  passes: [
    [
      'the manager',
      () => toReportTo(office, 'analyst', 'manager'),
      [
        "expect(org).not.toReportTo('analyst', 'manager')",
        '',
        "'analyst' reports to 'manager'.",
        "Management chain of 'analyst': 'manager' → 'director' → 'cpo'",
      ],
    ],
    [
      'a unit whose head is the manager',
      () => toReportTo(office, 'manager', 'pmo'),
      [
        "expect(org).not.toReportTo('manager', 'pmo')",
        '',
        "'manager' reports to 'director'.",
        "Management chain of 'manager': 'director' → 'cpo'",
      ],
    ],
    [
      'a dotted manager, where all lines count',
      () => toReportTo(office, 'manager', 'sponsor', { lines: 'all' }),
      [
        "expect(org).not.toReportTo('manager', 'sponsor', { lines: 'all' })",
        '',
        "'manager' reports to 'director' and 'sponsor'.",
        "Above 'manager' along all lines: 'director', 'sponsor' and 'cpo'.",
      ],
    ],
    [
      'one of a cycle',
      () => toReportTo(cycle, 'a', 'b'),
      ["expect(org).not.toReportTo('a', 'b')", '', "'a' reports to 'b'.", "Management chain of 'a': 'b'"],
    ],
  ],
  fails: [
    [
      'the manager of the manager',
      () => toReportTo(office, 'analyst', 'director'),
      [
        "expect(org).toReportTo('analyst', 'director')",
        '',
        "'analyst' reports to 'manager', not to 'director'.",
        "It reports to 'director' indirectly: 'analyst' → 'manager' → 'director'",
      ],
    ],
    [
      'a dotted manager, where solid lines count',
      () => toReportTo(office, 'manager', 'sponsor'),
      [
        "expect(org).toReportTo('manager', 'sponsor')",
        '',
        "'manager' reports to 'director', not to 'sponsor'.",
        "A line of the other kind connects them: { lines: 'all' } counts it.",
      ],
    ],
    [
      'a report',
      () => toReportTo(office, 'cpo', 'manager'),
      [
        "expect(org).toReportTo('cpo', 'manager')",
        '',
        "'cpo' reports to nobody, not to 'manager'.",
        "It is the other way round: 'manager' → 'director' → 'cpo'",
      ],
    ],
    [
      'a role elsewhere',
      () => toReportTo(office, 'sponsor', 'manager'),
      [
        "expect(org).toReportTo('sponsor', 'manager')",
        '',
        "'sponsor' reports to 'cpo', not to 'manager'.",
        "Management chain of 'sponsor': 'cpo'",
      ],
    ],
  ],
})

/** A chain of 20 roles, the top first, and a manager of ten. */
const large = orgFromRecords(
  [
    ...Array.from({ length: 20 }, (_, index) => ({
      id: `r${String(index)}`,
      manager: index === 0 ? null : `r${String(index - 1)}`,
    })),
    ...Array.from({ length: 9 }, (_, index) => ({ id: `s${String(index)}`, manager: 'r0' })),
    { id: `wide\u202e\n${'x'.repeat(70)}`, manager: 'r19' },
  ],
  { id: 'id', manager: 'manager' },
)

itSays('toReportUpTo', {
  passes: [
    [
      'a long chain, of which both ends are shown',
      () => toReportUpTo(large, 'r19', 'r0'),
      [
        "expect(org).not.toReportUpTo('r19', 'r0')",
        '',
        "'r19' reports up to 'r0': 'r19' → 'r18' → 'r17' → 'r16' → 'r15' → (10 more) → 'r4' → 'r3' → 'r2' → 'r1' → 'r0'",
      ],
    ],
    [
      'a chain of twelve, shown in full',
      () => toReportUpTo(large, 'r11', 'r0'),
      [
        "expect(org).not.toReportUpTo('r11', 'r0')",
        '',
        `'r11' reports up to 'r0': ${Array.from({ length: 12 }, (_, index) => `'r${String(11 - index)}'`).join(' → ')}`,
      ],
    ],
    [
      'someone far above',
      () => toReportUpTo(office, 'analyst', 'cpo'),
      [
        "expect(org).not.toReportUpTo('analyst', 'cpo')",
        '',
        "'analyst' reports up to 'cpo': 'analyst' → 'manager' → 'director' → 'cpo'",
      ],
    ],
    [
      'along dotted lines',
      () => toReportUpTo(office, 'analyst', 'sponsor', { lines: 'all' }),
      [
        "expect(org).not.toReportUpTo('analyst', 'sponsor', { lines: 'all' })",
        '',
        "'analyst' reports up to 'sponsor': 'analyst' → 'manager' → 'sponsor'",
      ],
    ],
  ],
  fails: [
    [
      'someone below',
      () => toReportUpTo(office, 'cpo', 'analyst'),
      [
        "expect(org).toReportUpTo('cpo', 'analyst')",
        '',
        "'cpo' does not report up to 'analyst'.",
        "Nobody is above 'cpo': it is a top.",
        "It is the other way round: 'analyst' → 'manager' → 'director' → 'cpo'",
      ],
    ],
    [
      'itself',
      () => toReportUpTo(office, 'sponsor', 'sponsor'),
      [
        "expect(org).toReportUpTo('sponsor', 'sponsor')",
        '',
        "'sponsor' does not report up to 'sponsor'.",
        "Management chain of 'sponsor': 'cpo'",
      ],
    ],
    [
      'nobody along these lines',
      () => toReportUpTo(office, 'analyst', 'sponsor', { lines: 'dotted' }),
      [
        "expect(org).toReportUpTo('analyst', 'sponsor', { lines: 'dotted' })",
        '',
        "'analyst' does not report up to 'sponsor'.",
        "Nobody is above 'analyst' along dotted lines.",
      ],
    ],
  ],
})

itSays('toBeAbove', {
  passes: [
    [
      'by the chain',
      () => toBeAbove(office, 'director', 'analyst'),
      [
        "expect(org).not.toBeAbove('director', 'analyst')",
        '',
        "'director' is above 'analyst': 'analyst' → 'manager' → 'director'",
      ],
    ],
    [
      'by grade',
      () => toBeAbove(office, 'sponsor', 'manager', { by: 'grade' }),
      [
        "expect(org).not.toBeAbove('sponsor', 'manager', { by: 'grade' })",
        '',
        "By grade 'sponsor' is above 'manager'.",
        "'sponsor' has grade 8, 'manager' has grade 6.",
      ],
    ],
    [
      'by layer',
      () => toBeAbove(office, 'sponsor', 'planner', { by: 'layer' }),
      [
        "expect(org).not.toBeAbove('sponsor', 'planner', { by: 'layer' })",
        '',
        "By layer 'sponsor' is above 'planner'.",
        "'sponsor' is in layer 2 below 'cpo', 'planner' is in layer 4 below 'cpo'.",
      ],
    ],
    [
      'each of a cycle',
      () => toBeAbove(cycle, 'a', 'b'),
      ["expect(org).not.toBeAbove('a', 'b')", '', "'a' is above 'b': 'b' → 'a'"],
    ],
  ],
  fails: [
    [
      'below',
      () => toBeAbove(office, 'manager', 'pmo'),
      [
        "expect(org).toBeAbove('manager', 'pmo')",
        '',
        "'manager' is not above 'pmo', but below it: 'manager' → 'director'",
      ],
    ],
    [
      'elsewhere',
      () => toBeAbove(office, 'sponsor', 'manager'),
      [
        "expect(org).toBeAbove('sponsor', 'manager')",
        '',
        "'sponsor' is not above 'manager'.",
        "Management chain of 'manager': 'director' → 'cpo'",
        "The path between them: 'manager' → 'director' → 'cpo' → 'sponsor'",
      ],
    ],
    [
      'itself',
      () => toBeAbove(office, 'cpo', 'cpo'),
      [
        "expect(org).toBeAbove('cpo', 'cpo')",
        '',
        "'cpo' is not above 'cpo'.",
        "Nobody is above 'cpo': it is a top.",
      ],
    ],
    [
      'the same grade',
      () => toBeAbove(office, 'director', 'sponsor', { by: 'grade' }),
      [
        "expect(org).toBeAbove('director', 'sponsor', { by: 'grade' })",
        '',
        "By grade 'director' and 'sponsor' are the same.",
        "'director' has grade 8, 'sponsor' has grade 8.",
      ],
    ],
    [
      'without a grade',
      () => toBeAbove(cycle, 'a', 'b', { by: 'grade' }),
      [
        "expect(org).toBeAbove('a', 'b', { by: 'grade' })",
        '',
        "By grade 'a' and 'b' cannot be compared.",
        'Neither has a grade.',
      ],
    ],
  ],
})

itSays('toBePeers', {
  passes: [
    [
      'three of one manager',
      () => toBePeers(office, 'analyst', 'planner', 'coordinator'),
      [
        "expect(org).not.toBePeers('analyst', 'planner', 'coordinator')",
        '',
        "'analyst', 'planner' and 'coordinator' report to 'manager'.",
      ],
    ],
    [
      'a unit and a role',
      () => toBePeers(office, 'pmo', 'sponsor'),
      ["expect(org).not.toBePeers('pmo', 'sponsor')", '', "'pmo' and 'sponsor' report to 'cpo'."],
    ],
  ],
  fails: [
    [
      'other managers',
      () => toBePeers(office, 'analyst', 'cpo'),
      [
        "expect(org).toBePeers('analyst', 'cpo')",
        '',
        "'analyst' reports to 'manager'.",
        "'cpo' reports to nobody.",
      ],
    ],
    [
      'a role and itself',
      () => toBePeers(office, 'director', 'pmo'),
      [
        "expect(org).toBePeers('director', 'pmo')",
        '',
        "'director' reports to 'cpo'.",
        "'pmo' reports to 'cpo'.",
      ],
    ],
  ],
})

itSays('toHaveManager', {
  passes: [
    [
      'any',
      () => toHaveManager(office, 'analyst'),
      [
        "expect(org).not.toHaveManager('analyst')",
        '',
        "The manager of 'analyst' is 'manager'.",
        "Management chain of 'analyst': 'manager' → 'director' → 'cpo'",
      ],
    ],
    [
      'this one, as the head of a unit',
      () => toHaveManager(office, 'manager', 'pmo'),
      [
        "expect(org).not.toHaveManager('manager', 'pmo')",
        '',
        "The manager of 'manager' is 'director'.",
        "Management chain of 'manager': 'director' → 'cpo'",
      ],
    ],
  ],
  fails: [
    [
      'a top',
      () => toHaveManager(office, 'cpo'),
      [
        "expect(org).toHaveManager('cpo')",
        '',
        "'cpo' has no manager.",
        "Nobody is above 'cpo': it is a top.",
      ],
    ],
    [
      'another manager',
      () => toHaveManager(office, 'analyst', 'director'),
      [
        "expect(org).toHaveManager('analyst', 'director')",
        '',
        "The manager of 'analyst' is 'manager', not 'director'.",
        "Management chain of 'analyst': 'manager' → 'director' → 'cpo'",
      ],
    ],
  ],
})

itSays('toHaveDirectReports', {
  passes: [
    [
      'many, of which the first are shown',
      () => toHaveDirectReports(large, 'r0'),
      [
        "expect(org).not.toHaveDirectReports('r0')",
        '',
        "'r1', 's0', 's1', 's2', 's3', 's4', 's5', 's6' and 2 more report to 'r0'.",
      ],
    ],
    [
      'an id that is long and would not show',
      () => toHaveDirectReports(large, 'r19'),
      [
        "expect(org).not.toHaveDirectReports('r19')",
        '',
        `'wide\\u{202e}\\n${'x'.repeat(54)}…' reports to 'r19'.`,
      ],
    ],
    [
      'all of them, in any order',
      () => toHaveDirectReports(office, 'manager', ['coordinator', 'analyst', 'planner']),
      [
        "expect(org).not.toHaveDirectReports('manager', ['coordinator', 'analyst', 'planner'])",
        '',
        "'analyst', 'planner' and 'coordinator' report to 'manager'.",
      ],
    ],
    [
      'any',
      () => toHaveDirectReports(office, 'pmo'),
      ["expect(org).not.toHaveDirectReports('pmo')", '', "'manager' reports to 'pmo'."],
    ],
    [
      'none, where none are expected',
      () => toHaveDirectReports(office, 'analyst', []),
      ["expect(org).not.toHaveDirectReports('analyst', [])", '', "Nobody reports to 'analyst'."],
    ],
    [
      'dotted ones',
      () => toHaveDirectReports(office, 'sponsor', ['manager'], { lines: 'dotted' }),
      [
        "expect(org).not.toHaveDirectReports('sponsor', ['manager'], { lines: 'dotted' })",
        '',
        "'manager' reports to 'sponsor'.",
      ],
    ],
  ],
  fails: [
    [
      'some missing, one too many',
      () => toHaveDirectReports(office, 'cpo', ['pmo', 'manager', 'analyst']),
      [
        "expect(org).toHaveDirectReports('cpo', ['pmo', 'manager', 'analyst'])",
        '',
        "'director' and 'sponsor' report to 'cpo'.",
        "- missing: 'manager' and 'analyst'",
        "+ unexpected: 'sponsor'",
      ],
    ],
    [
      'none at all',
      () => toHaveDirectReports(office, 'analyst'),
      ["expect(org).toHaveDirectReports('analyst')", '', "Nobody reports to 'analyst'."],
    ],
  ],
})
