import { isOrgError, maxSpan } from 'rolegraph'
import { describe, expect, it } from 'vitest'
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
          message: "The role 'a' has 3 direct reports, and 2 are allowed",
          suggestion: 'Give some of them another manager, or put a role in between.',
        },
        {
          code: 'SPAN_OVER_MAX',
          severity: 'error',
          roles: ['__proto__'],
          units: [],
          place: { path: ['roles', '__proto__'] },
          witness: ['f', 'g', 'h'],
          message: "The role '__proto__' has 3 direct reports, and 2 are allowed",
          suggestion: 'Give some of them another manager, or put a role in between.',
        },
      ],
    },
    'in a circle': {
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
          message: "The role 'a' has 3 direct reports, and 2 are allowed",
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
          message: "The role 'a' has 1 direct report, and 0 are allowed",
          suggestion: 'Give some of them another manager, or put a role in between.',
        },
      ],
    },
  },
})

describe('maxSpan', () => {
  it.each([-1, 1.5, NaN, Infinity, '12', undefined])('refuses %s', (max) => {
    let caught: unknown
    try {
      Reflect.apply(maxSpan, undefined, [max])
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'INVALID_ARGUMENT')).toBe(true)
  })
})
