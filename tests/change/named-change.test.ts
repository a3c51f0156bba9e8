import { type Change, defineOrg, describeChange } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { changeInWords, namesInDiff } from '../../src/change/change-in-words.js'
import { namedChange, roleNames } from '../../src/change/named-change.js'

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

describe('a change from one org to another', () => {
  const before = defineOrg({
    roles: {
      a: { title: 'Chief' },
      b: { title: 'Head', reportsTo: 'a' },
      c: { title: 'Clerk', reportsTo: 'b' },
      d: { title: 'Clerk', reportsTo: { to: 'b', as: 'line' } },
    },
  })
  const after = defineOrg({ roles: { a: { title: 'President' }, e: { title: 'Counsel', reportsTo: 'a' } } })

  it.each<[Change, string]>([
    [{ do: 'set-manager', role: 'c', manager: 'a' }, `'Clerk (c)' reports to 'Chief' instead of 'Head'`],
    [{ do: 'set-manager', role: 'c', manager: null }, `'Clerk (c)' reports to nobody instead of 'Head'`],
    [{ do: 'set-manager', role: 'a', manager: 'e' }, `'Chief' reports to 'Counsel'`],
    // The role is new, or has the manager whom it had.
    [{ do: 'set-manager', role: 'e', manager: 'a' }, `'Counsel' reports to 'Chief'`],
    [{ do: 'set-manager', role: 'd', manager: { to: 'b' } }, `'Clerk (d)' reports to 'Head'`],
    [
      { do: 'set-manager', role: 'd', manager: { to: 'a' } },
      `'Clerk (d)' reports to 'Chief' instead of 'Head'`,
    ],
    // An added role is known by its id.
    [
      { do: 'add-role', role: 'e', spec: { title: 'Counsel', reportsTo: 'a' } },
      `add the role 'e' with title 'Counsel' and reportsTo 'Chief'`,
    ],
    [
      {
        do: 'add-role',
        role: 'e',
        spec: {
          aliases: ['b'],
          dottedTo: ['b', { to: 'c', as: 'a' }],
          progressesTo: { to: 'b', kind: 'lateral' },
        },
      },
      `add the role 'e' with aliases 'b', dottedTo 'Head', 'Clerk (c)' (as 'a') and progressesTo 'Head' (kind 'lateral')`,
    ],
    [{ do: 'add-role', role: 'e', before: 'b' }, `add the role 'e', before 'Head'`],
  ])('has the names of both and the manager before: %o', (change, text) => {
    expect(changeInWords(change, before, namesInDiff(before, after))).toBe(text)
  })
})
