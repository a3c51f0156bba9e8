import { maxLayers } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, describeRule } from '../harness.js'

const suggestion = 'Take a layer of managers out of the chain, or let some of them report higher up.'
const selfManaged = chart([
  { id: 'a', manager: 'a' },
  { id: 'b', manager: 'a' },
  { id: 'c', manager: 'b' },
])

describeRule('maxLayers(2)', maxLayers(2), {
  valid: {
    'at the limit': chart([{ id: 'a' }, { id: 'b', manager: 'a' }, { id: 'c' }]),
    'no role': chart([]),
    'a dotted line makes no layer': chart([
      { id: 'a' },
      { id: 'b', manager: 'a' },
      { id: 'c', dotted: ['b'] },
    ]),
    'roles in and below a circle have no layer': chart([
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'b' },
      { id: 'd', manager: 'c' },
    ]),
    'below a self-managed top, where that is no top': selfManaged,
  },
  broken: {
    'all that stand too deep in one issue, with the chain of the first of the deepest': {
      org: chart([
        { id: 'e', manager: 'd' },
        { id: 'c', manager: 'b' },
        { id: 'd', manager: 'c' },
        { id: 'b', manager: 'constructor' },
        { id: 'constructor' },
        { id: 'f', manager: 'd' },
        { id: 'x' },
        { id: 'y', manager: 'x' },
        { id: 'z', manager: 'y' },
      ]),
      issues: [
        {
          code: 'LAYERS_OVER_MAX',
          severity: 'error',
          roles: ['e', 'c', 'd', 'f', 'z'],
          units: [],
          place: { path: ['roles', 'e'] },
          witness: ['e', 'd', 'c', 'b', 'constructor'],
          message: "The chart has 5 layers, and 2 are allowed; too deep: 'e', 'c', 'd', 'f' and 'z'",
          suggestion,
        },
      ],
    },
    'below a self-managed top, where that is allowed': {
      org: selfManaged,
      options: { allowSelfManagedTops: true },
      issues: [
        {
          code: 'LAYERS_OVER_MAX',
          severity: 'error',
          roles: ['c'],
          units: [],
          place: { path: ['roles', 'c'] },
          witness: ['c', 'b', 'a'],
          message: "The chart has 3 layers, and 2 are allowed; too deep: 'c'",
          suggestion,
        },
      ],
    },
  },
})

describe('maxLayers', () => {
  it.each([0, 2.5])('refuses %s', (max) => {
    expect(() => maxLayers(max)).toThrow(/^maxLayers expects max as a whole number from 1 on, received /)
  })
})
