import { defineOrg, isLattice } from 'rolegraph'
import { expect, it } from 'vitest'

const pmo = { family: 'pmo' }
const delivery = { family: 'delivery' }

it.each([
  ['no roles', defineOrg({ roles: {} }), false],
  ['no families', defineOrg({ roles: { a: { progressesTo: 'b' }, b: {} } }), false],
  ['no moves', defineOrg({ roles: { a: pmo, b: delivery } }), false],
  [
    'one family',
    defineOrg({ roles: { a: { ...pmo, progressesTo: 'b' }, b: { ...pmo, progressesTo: 'a' } } }),
    false,
  ],
  [
    'an end without a family',
    defineOrg({ roles: { a: { ...pmo, progressesTo: 'b' }, b: { progressesTo: 'a' } } }),
    false,
  ],
  [
    'a crossing of any kind',
    defineOrg({ roles: { a: pmo, b: { ...delivery, progressesTo: { to: 'a', kind: 'lateral' } } } }),
    true,
  ],
  [
    'a crossing behind moves that do not',
    defineOrg({ roles: { a: { ...pmo, progressesTo: ['b', 'c', 'd'] }, b: pmo, c: {}, d: delivery } }),
    true,
  ],
])('%s', (_, org, expected) => {
  expect(isLattice(org)).toBe(expected)
})
