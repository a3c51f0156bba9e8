import { checkOrg, isOrgError, type Issue, maxLayers, maxSpan, minSpan } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'
import { chart, describeRule } from '../harness.js'

const rows = [
  { id: 'a' },
  { id: 'b', manager: 'a' },
  { id: 'c', manager: 'a' },
  { id: 'd', manager: 'a' },
  { id: '__proto__', manager: 'd' },
  { id: 'f', manager: '__proto__' },
  { id: 'g', manager: '__proto__' },
  { id: 'h', manager: '__proto__' },
]

describeRule('maxSpan(2)', maxSpan(2), {
  valid: {
    'at the limit': chart([{ id: 'a' }, { id: 'b', manager: 'a' }, { id: 'c', manager: 'a' }]),
    'dotted lines do not count, nor does a line to oneself': chart([
      { id: 'a', manager: 'a' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'a', dotted: ['b'] },
      { id: 'd', dotted: ['a', 'b'] },
    ]),
  },
  broken: {
    'each manager with more': {
      org: chart(rows),
      issues: [
        {
          code: 'SPAN_OVER_MAX',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a'] },
          witness: ['b', 'c', 'd'],
          message: "The role 'a' has 3 direct reports; at most 2 are allowed",
          suggestion: 'Give some of them another manager, or put a role in between.',
        },
        {
          code: 'SPAN_OVER_MAX',
          severity: 'error',
          roles: ['__proto__'],
          units: [],
          place: { path: ['roles', '__proto__'] },
          witness: ['f', 'g', 'h'],
          message: "The role '__proto__' has 3 direct reports; at most 2 are allowed",
          suggestion: 'Give some of them another manager, or put a role in between.',
        },
      ],
    },
    'in a cycle': {
      org: chart([
        { id: 'a', manager: 'b' },
        { id: 'b', manager: 'a' },
        { id: 'c', manager: 'a' },
        { id: 'd', manager: 'a' },
      ]),
      issues: [
        {
          code: 'SPAN_OVER_MAX',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a'] },
          witness: ['b', 'c', 'd'],
          message: "The role 'a' has 3 direct reports; at most 2 are allowed",
          suggestion: 'Give some of them another manager, or put a role in between.',
        },
      ],
    },
  },
})

describeRule('maxSpan(0)', maxSpan(0), {
  valid: { 'no line': chart([{ id: 'a' }, { id: 'b' }]) },
  broken: {
    'one report': {
      org: chart([{ id: 'a' }, { id: 'b', manager: 'a' }]),
      issues: [
        {
          code: 'SPAN_OVER_MAX',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { path: ['roles', 'a'] },
          witness: ['b'],
          message: "The role 'a' has 1 direct report; at most 0 are allowed",
          suggestion: 'Give some of them another manager, or put a role in between.',
        },
      ],
    },
  },
})

describe('maxSpan', () => {
  it.each([-1, 1.5, NaN, -Infinity, '12', undefined])('refuses %s', (max) => {
    let caught: unknown
    try {
      Reflect.apply(maxSpan, undefined, [max])
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'INVALID_ARGUMENT')).toBe(true)
  })
})

describeRule('minSpan(2)', minSpan(2), {
  valid: {
    'at the limit, and roles without reports': chart([
      { id: 'a' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'a' },
    ]),
    'one dotted report': chart([{ id: 'a' }, { id: 'b', dotted: ['a'] }]),
    'a line to oneself': chart([{ id: 'a', manager: 'a' }]),
  },
  broken: {
    'each manager with fewer, in input order': {
      org: chart([
        { id: 'c', manager: '__proto__' },
        { id: 'a' },
        { id: '__proto__', manager: 'a' },
        { id: 'd', manager: 'c' },
        { id: 'e', manager: 'c' },
      ]),
      issues: [narrow('a', '__proto__'), narrow('__proto__', 'c')],
    },
  },
})

describe('minSpan', () => {
  it.each([0, -1, 1.5, NaN, '2'])('refuses %s', (min) => {
    let thrown: unknown
    try {
      minSpan(min as number)
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_ARGUMENT') && thrown.details.argument).toBe('min')
  })
})

function narrow(manager: string, report: string): Issue {
  return {
    code: 'SPAN_UNDER_MIN',
    severity: 'error',
    roles: [manager],
    units: [],
    place: { path: ['roles', manager] },
    witness: [report],
    message: `The role '${manager}' has 1 direct report; a manager needs at least 2`,
    suggestion: 'Give it more reports, or move its reports to the manager above.',
  }
}

const suggestion = 'Remove a layer of managers from the chain, or let some roles report higher up.'
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
    'roles in and below a cycle have no layer': chart([
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'b' },
      { id: 'd', manager: 'c' },
    ]),
    'below a self-managed top, where that is no top': selfManaged,
  },
  broken: {
    'all roles that are too deep in one issue, with the chain of the first of the deepest': {
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
          message: "The chart has 5 layers; at most 2 are allowed. Too deep: 'e', 'c', 'd', 'f' and 'z'",
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
          message: "The chart has 3 layers; at most 2 are allowed. Too deep: 'c'",
          suggestion,
        },
      ],
    },
  },
})

describe('a limit of Infinity', () => {
  const deep = chart([{ id: 'a' }, { id: 'b', manager: 'a' }, { id: 'c', manager: 'b' }])

  it('is no limit', () => {
    expect(checkOrg(deep, { rules: [maxSpan(Infinity), maxLayers(Infinity)] }).total).toBe(0)
  })

  it('is refused as the least', () => {
    const error = thrownBy(() => minSpan(Infinity))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.message).toBe('minSpan expects min as a whole number, 1 or more, received Infinity.')
  })
})

describe('maxLayers', () => {
  it.each([0, 2.5])('refuses %s', (max) => {
    expect(() => maxLayers(max)).toThrow(
      /^maxLayers expects max as a whole number, 1 or more, or Infinity for no limit, received /,
    )
  })
})
