import { type Change, describeChange } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { namedChange, roleNames } from '../../src/html/named-change.js'

const names = roleNames([
  ['1', 'Chief'],
  ['2', 'Clerk'],
  ['3', 'Clerk'],
  ['4', 'Counsel'],
  // What the role was called before counts.
  ['4', 'General Counsel'],
])

describe('a change for readers', () => {
  it.each<[Change, string]>([
    [{ do: 'set-manager', role: '4', manager: '1' }, `'Counsel' reports to 'Chief'`],
    [{ do: 'set-manager', role: '4', manager: null }, `'Counsel' reports to nobody`],
    [
      { do: 'set-manager', role: '2', manager: { to: '4', as: 'adviser' } },
      `'Clerk (2)' reports to 'Counsel' with as 'adviser'`,
    ],
    // Only ids of roles are replaced.
    [{ do: 'update-role', role: '4', set: { title: '1' } }, `'Counsel': set title '1'`],
    [{ do: 'rename-role', role: '4', to: '1' }, `rename the role '4' to '1'`],
    [{ do: 'update-unit', unit: '1', set: { title: 'Lab' } }, `'1': set title 'Lab'`],
    [
      { do: 'remove-role', role: '3', reports: { to: '1' } },
      `remove the role 'Clerk (3)', and give its reports to 'Chief'`,
    ],
    [{ do: 'unassign', role: '9', person: '1' }, `unassign '1' from '9'`],
  ])('has the names of roles: %o', (change, text) => {
    expect(describeChange(namedChange(change, names))).toBe(text)
  })
})
