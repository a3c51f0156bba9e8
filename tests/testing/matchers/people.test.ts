import { defineOrg, isOrgError } from 'rolegraph'
import { toBeHeldBy, toHaveHeadcount, toHold, toReportToPerson } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { itSays } from '../holds.js'

const team = defineOrg({
  roles: {
    director: { holders: [{ person: 'ada', kind: 'acting', from: '2026-01-01', to: '2026-07-01' }] },
    manager: { reportsTo: 'director', holders: [] },
    planner: { reportsTo: 'manager', holders: [{ person: 'joe', share: 0.6 }, 'may'], unit: 'pmo' },
    clerk: { reportsTo: 'manager' },
    trainee: { reportsTo: 'planner', holders: ['joe'], unit: 'pmo' },
    coach: { reportsTo: 'planner', holders: ['sue'], status: 'planned', unit: 'pmo' },
  },
  units: { pmo: { head: 'planner' } },
  people: { ada: {}, joe: {}, may: {}, sue: {}, ghost: {} },
})

itSays('toHold', {
  passes: [
    [
      'one of two roles',
      () => toHold(team, 'joe', 'trainee'),
      ["expect(org).not.toHold('joe', 'trainee')", '', "'joe' holds 'planner' (share 0.6) and 'trainee'."],
    ],
    [
      'an acting holder',
      () => toHold(team, 'ada', 'director'),
      [
        "expect(org).not.toHold('ada', 'director')",
        '',
        "'ada' holds 'director' (acting, from 2026-01-01, to 2026-07-01).",
      ],
    ],
    [
      'the head of a unit',
      () => toHold(team, 'may', 'pmo'),
      ["expect(org).not.toHold('may', 'pmo')", '', "'may' holds 'planner'."],
    ],
    ['any role', () => toHold(team, 'may'), ["expect(org).not.toHold('may')", '', "'may' holds 'planner'."]],
  ],
  fails: [
    [
      'a role of others',
      () => toHold(team, 'ada', 'planner'),
      [
        "expect(org).toHold('ada', 'planner')",
        '',
        "'ada' holds 'director' (acting, from 2026-01-01, to 2026-07-01).",
        "'planner' is held by 'joe' (share 0.6) and 'may'.",
      ],
    ],
    [
      'a vacant role',
      () => toHold(team, 'may', 'manager'),
      ["expect(org).toHold('may', 'manager')", '', "'may' holds 'planner'.", "'manager' is vacant."],
    ],
    [
      'a role of which nothing is known',
      () => toHold(team, 'ghost', 'clerk'),
      [
        "expect(org).toHold('ghost', 'clerk')",
        '',
        "'ghost' holds no role.",
        "The org does not say who holds 'clerk'.",
      ],
    ],
    [
      'no role at all',
      () => toHold(team, 'ghost'),
      ["expect(org).toHold('ghost')", '', "'ghost' holds no role."],
    ],
  ],
})

itSays('toBeHeldBy', {
  passes: [
    [
      'both holders, in any order',
      () => toBeHeldBy(team, 'planner', ['may', 'joe']),
      [
        "expect(org).not.toBeHeldBy('planner', ['may', 'joe'])",
        '',
        "'planner' is held by 'joe' (share 0.6) and 'may'.",
      ],
    ],
    [
      'the one holder',
      () => toBeHeldBy(team, 'trainee', 'joe'),
      ["expect(org).not.toBeHeldBy('trainee', 'joe')", '', "'trainee' is held by 'joe'."],
    ],
    [
      'nobody',
      () => toBeHeldBy(team, 'manager', []),
      ["expect(org).not.toBeHeldBy('manager', [])", '', "'manager' is vacant."],
    ],
    [
      'anybody, asked of a unit',
      () => toBeHeldBy(team, 'pmo'),
      ["expect(org).not.toBeHeldBy('pmo')", '', "'pmo' is held by 'joe' (share 0.6) and 'may'."],
    ],
  ],
  fails: [
    [
      'one of two holders',
      () => toBeHeldBy(team, 'planner', 'may'),
      [
        "expect(org).toBeHeldBy('planner', 'may')",
        '',
        "'planner' is held by 'joe' (share 0.6) and 'may'.",
        "+ unexpected: 'joe'",
      ],
    ],
    [
      'another person',
      () => toBeHeldBy(team, 'trainee', ['ada', 'may']),
      [
        "expect(org).toBeHeldBy('trainee', ['ada', 'may'])",
        '',
        "'trainee' is held by 'joe'.",
        "- missing: 'ada' and 'may'",
        "+ unexpected: 'joe'",
      ],
    ],
    [
      'anybody, where the role is vacant',
      () => toBeHeldBy(team, 'manager'),
      ["expect(org).toBeHeldBy('manager')", '', "'manager' is vacant."],
    ],
  ],
})

itSays('toReportToPerson', {
  passes: [
    [
      'the holder of the manager beyond a vacancy',
      () => toReportToPerson(team, 'may', 'ada'),
      [
        "expect(org).not.toReportToPerson('may', 'ada')",
        '',
        "'may' reports to 'ada'.",
        "'may' holds 'planner'.",
        "'ada' holds 'director' (acting, from 2026-01-01, to 2026-07-01).",
      ],
    ],
  ],
  fails: [
    [
      'where a vacancy stops',
      () => toReportToPerson(team, 'may', 'ada', { vacant: 'stop' }),
      [
        "expect(org).toReportToPerson('may', 'ada', { vacant: 'stop' })",
        '',
        "'may' reports to nobody, not to 'ada'.",
        "'may' holds 'planner'.",
        "'ada' holds 'director' (acting, from 2026-01-01, to 2026-07-01).",
      ],
    ],
    [
      'a person who reports to others',
      () => toReportToPerson(team, 'joe', 'ghost'),
      [
        "expect(org).toReportToPerson('joe', 'ghost')",
        '',
        "'joe' reports to 'ada' and 'may', not to 'ghost'.",
        "'joe' holds 'planner' (share 0.6) and 'trainee'.",
        "'ghost' holds no role.",
      ],
    ],
  ],
})

itSays('toHaveHeadcount', {
  passes: [
    [
      // Ada, Joe, May, and one person whom the chart does not name.
      'the people of the org',
      () => toHaveHeadcount(team, 4),
      [
        'expect(org).not.toHaveHeadcount(4)',
        '',
        'The org has a headcount of 4.',
        'There are 5 filled seats: a person in several roles counts once.',
        '1 role is vacant.',
      ],
    ],
    [
      'a unit with a planned role',
      () => toHaveHeadcount(team, 3, 'pmo', { planned: 'include' }),
      [
        "expect(org).not.toHaveHeadcount(3, 'pmo', { planned: 'include' })",
        '',
        "'pmo' has a headcount of 3.",
        'There are 4 filled seats: a person in several roles counts once.',
      ],
    ],
  ],
  fails: [
    [
      'a role and those below it',
      () => toHaveHeadcount(team, 1, 'planner'),
      [
        "expect(org).toHaveHeadcount(1, 'planner')",
        '',
        "'planner' has a headcount of 2, not 1.",
        'There are 3 filled seats: a person in several roles counts once.',
      ],
    ],
  ],
})

describe('matchers about people', () => {
  const names = defineOrg({ roles: { lead: { holders: ['Ada Lovelace'] } } })

  it.each([
    ['UNKNOWN_PERSON', () => toHold(names, 'Ada Lovelase', 'lead')],
    ['UNKNOWN_PERSON', () => toBeHeldBy(names, 'lead', ['Ada Lovelace', 'Ada'])],
    ['UNKNOWN_PERSON', () => toReportToPerson(names, 'Ada Lovelace', 'Joe')],
    ['UNKNOWN_ROLE', () => toHold(names, 'Ada Lovelace', 'led' as 'lead')],
    ['UNKNOWN_ROLE', () => toBeHeldBy(names, 'led' as 'lead')],
    ['UNKNOWN_ROLE', () => toHaveHeadcount(names, 1, 'led' as 'lead')],
    ['INVALID_ARGUMENT', () => toHaveHeadcount(names, 1.5)],
    ['INVALID_OPTION', () => toHaveHeadcount(names, 1, 'lead', { planned: true as never })],
  ] as const)('throw %s, so that .not fails too', (code, call) => {
    let thrown: unknown
    try {
      call()
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, code)).toBe(true)
  })
})
