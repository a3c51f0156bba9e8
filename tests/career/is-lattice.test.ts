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
    'a role without a family',
    defineOrg({ roles: { a: { ...pmo, progressesTo: 'b' }, b: { progressesTo: 'a' } } }),
    false,
  ],
  [
    'a move of any kind to another family',
    defineOrg({ roles: { a: pmo, b: { ...delivery, progressesTo: { to: 'a', kind: 'lateral' } } } }),
    true,
  ],
  [
    'a move to another family after moves within one',
    defineOrg({ roles: { a: { ...pmo, progressesTo: ['b', 'c', 'd'] }, b: pmo, c: {}, d: delivery } }),
    true,
  ],
])('%s', (_, org, expected) => {
  expect(isLattice(org)).toBe(expected)
})
