import { type Change, changeOrg, defineOrg, diffOrgs, isOrgError, type Org, orgFromRecords } from 'rolegraph'
import { toEqualOrg, toHaveChanged } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { randomFrom, randomOrg } from '../../change/random-charts.js'
import { itSays } from '../holds.js'

const before = defineOrg({
  roles: {
    director: { title: 'Director' },
    manager: { reportsTo: 'director' },
    analyst: { reportsTo: 'manager', holders: ['ada'] },
    clerk: { reportsTo: 'manager' },
  },
  people: { ada: {} },
})
const changes = [
  { do: 'remove-role', role: 'manager', reports: 'lift' },
  { do: 'update-role', role: 'director', set: { title: 'Chief' } },
] as const
const { org: after } = changeOrg(before, changes)
const same = defineOrg({
  roles: {
    director: { title: 'Chief' },
    analyst: { reportsTo: 'director', holders: ['ada'] },
    clerk: { reportsTo: 'director' },
  },
  people: { ada: {} },
})
const reversed = changeOrg(before, [{ do: 'reorder', role: 'clerk', before: 'director' }]).org
const broken = (managers: readonly (readonly [id: string, manager?: string])[]): Org =>
  orgFromRecords(
    managers.map(([id, manager]) => ({ id, manager })),
    { id: 'id', manager: 'manager', onIssue: 'collect' },
  )
const many = defineOrg({
  roles: Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`r${String(index)}`, {}])),
})
const none = defineOrg({ roles: {} })

itSays('toEqualOrg', {
  passes: [
    ['an org and itself', () => toEqualOrg(before, before), equal()],
    ['equal content', () => toEqualOrg(after, same), equal()],
    ['both empty', () => toEqualOrg(none, defineOrg({ roles: {} })), equal()],
  ],
  fails: [
    [
      'with the changes from the expected org to this one',
      () => toEqualOrg(after, before),
      [
        'expect(org).toEqualOrg(expected)',
        '',
        '4 changes lead from the expected org to this one:',
        "  'analyst' reports to 'director'",
        "  'clerk' reports to 'director'",
        "  'director': set title 'Chief'",
        "  remove the role 'manager'",
      ],
    ],
    [
      'by order only',
      () => toEqualOrg(reversed, before),
      [
        'expect(org).toEqualOrg(expected)',
        '',
        '1 change leads from the expected org to this one:',
        "  move 'clerk' before 'director'",
      ],
    ],
    [
      'by issues only',
      () => toEqualOrg(broken([['a'], ['a']]), broken([['a']])),
      [
        'expect(org).toEqualOrg(expected)',
        '',
        'Only the issues differ.',
        "+ issue DUPLICATE_ID: Two roles have the id 'a', the first at record 0 (at record 1, id)",
      ],
    ],
    [
      'by changes and issues',
      () => toEqualOrg(broken([['a', 'b'], ['b']]), broken([['a', 'ghost'], ['b']])),
      [
        'expect(org).toEqualOrg(expected)',
        '',
        '1 change leads from the expected org to this one:',
        "  'a' reports to 'b'",
        "- issue UNKNOWN_MANAGER: The role 'a' reports to 'ghost', which is not a role of this org (at record 0, manager)",
      ],
    ],
    [
      'by many changes: the first 40 are listed',
      () => toEqualOrg(many, none),
      [
        'expect(org).toEqualOrg(expected)',
        '',
        '45 changes lead from the expected org to this one:',
        ...Array.from({ length: 40 }, (_, index) => `  add the role 'r${String(index)}'`),
        '  … and 5 more changes',
      ],
    ],
  ],
})

function equal(): string[] {
  return ['expect(org).not.toEqualOrg(expected)', '', 'The two orgs are equal.']
}

itSays('toHaveChanged', {
  passes: [
    [
      'any change',
      () => toHaveChanged(reversed, before),
      [
        'expect(org).not.toHaveChanged(before)',
        '',
        '1 change leads from the org before to this one:',
        "  move 'clerk' before 'director'",
      ],
    ],
    [
      'by the given changes',
      () => toHaveChanged(after, before, changes),
      [
        'expect(org).not.toHaveChanged(before, changes)',
        '',
        '2 changes lead from the org before to this one:',
        "  remove the role 'manager', and lift its reports",
        "  'director': set title 'Chief'",
      ],
    ],
    [
      'by the same in other words',
      () =>
        toHaveChanged(same, before, [
          { do: 'update-role', role: 'director', set: { title: 'Chief' } },
          { do: 'set-manager', role: 'clerk', manager: 'director' },
          { do: 'set-manager', role: 'analyst', manager: 'director' },
          { do: 'remove-role', role: 'manager' },
        ]),
      [
        'expect(org).not.toHaveChanged(before, changes)',
        '',
        '4 changes lead from the org before to this one:',
        "  'director': set title 'Chief'",
        "  'clerk' reports to 'director'",
        "  'analyst' reports to 'director'",
        "  remove the role 'manager'",
      ],
    ],
    [
      'by no changes',
      () => toHaveChanged(before, before, []),
      ['expect(org).not.toHaveChanged(before, changes)', '', 'The org is the same as before.'],
    ],
    [
      'whatever the issues are',
      () => toHaveChanged(broken([['a'], ['a']]), broken([['a']]), []),
      ['expect(org).not.toHaveChanged(before, changes)', '', 'The org is the same as before.'],
    ],
  ],
  fails: [
    [
      'nothing has changed',
      () => toHaveChanged(same, after),
      ['expect(org).toHaveChanged(before)', '', 'The org is the same as before.'],
    ],
    [
      'more has changed',
      () => toHaveChanged(after, before, [{ do: 'set-manager', role: 'clerk', manager: 'director' }]),
      [
        'expect(org).toHaveChanged(before, changes)',
        '',
        'After these changes, 3 more changes lead to this org:',
        "  'analyst' reports to 'director'",
        "  'director': set title 'Chief'",
        "  remove the role 'manager'",
      ],
    ],
    [
      'something else has changed',
      () => toHaveChanged(reversed, before, [{ do: 'set-manager', role: 'clerk', manager: 'director' }]),
      [
        'expect(org).toHaveChanged(before, changes)',
        '',
        'After these changes, 2 more changes lead to this org:',
        "  'clerk' reports to 'manager'",
        "  move 'clerk' before 'director'",
      ],
    ],
    [
      'nothing should have changed',
      () => toHaveChanged(reversed, before, []),
      [
        'expect(org).toHaveChanged(before, changes)',
        '',
        '1 change leads from the org before to this one:',
        "  move 'clerk' before 'director'",
      ],
    ],
  ],
})

describe('wrong arguments', () => {
  const wrong: unknown = 'before'
  it.each([
    ['NOT_AN_ORG', () => toEqualOrg(before, wrong as Org)],
    ['NOT_AN_ORG', () => toEqualOrg(wrong as Org, before)],
    ['NOT_AN_ORG', () => toHaveChanged(before, wrong as Org)],
    ['NOT_AN_ORG', () => toHaveChanged(wrong as Org, before)],
    ['INVALID_ARGUMENT', () => toHaveChanged(after, before, wrong as Change[])],
    ['INVALID_CHANGES', () => toHaveChanged(after, before, [{ do: 'remove-role', role: 'manager' }])],
    ['INVALID_CHANGES', () => toHaveChanged(after, before, [wrong] as Change[])],
  ])('throw %s', (code, call) => {
    expect(call).toThrow(expect.objectContaining({ code }))
  })

  it('name the nearest id', () => {
    const misspelt: Change[] = [{ do: 'remove-role', role: 'manger' }]
    try {
      toHaveChanged(after, before, misspelt)
    } catch (error) {
      if (!isOrgError(error, 'INVALID_CHANGES')) throw error
      expect(error.message).toContain("did you mean 'manager'?")
      return
    }
    expect.unreachable()
  })
})

it('on any two charts, the changes of their diff are those that have changed, and there is always a difference to show', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed)
    const [one, other] = [randomOrg(random), randomOrg(random)]
    const { changes: found } = diffOrgs(one, other)
    expect(toHaveChanged(other, one).pass).toBe(found.length > 0)
    const equality = toEqualOrg(other, one)
    expect(equality.message().split('\n').length > 3).toBe(!equality.pass)
    try {
      expect(toHaveChanged(other, one, found).pass).toBe(true)
    } catch (error) {
      // A cycle or an unknown manager.
      if (!isOrgError(error, 'INVALID_CHANGES')) throw error
    }
  }
})
