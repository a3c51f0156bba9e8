import { describeLoss, type Loss } from 'rolegraph/export'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

describe('describeLoss', () => {
  it.each<[string, Loss]>([
    [
      "data of the role 'a': JSON would change it",
      { kind: 'role', of: ['a'], field: 'data', why: 'not-json' },
    ],
    [
      "the dotted line 'a' → 'b': the format has no place for it",
      { kind: 'dotted-line', of: ['a', 'b'], field: undefined, why: 'no-place' },
    ],
    [
      "share of the assignment 'a' to 'Ada': the format has no place for it",
      { kind: 'assignment', of: ['a', 'Ada'], field: 'share', why: 'no-place' },
    ],
    [
      'issues of the org: the format has no place for it',
      { kind: 'org', of: [], field: 'issues', why: 'no-place' },
    ],
  ])('%s', (text, loss) => {
    expect(describeLoss(loss)).toBe(text)
  })

  it.each<unknown>([
    null,
    {},
    { kind: 'constructor', of: [], why: 'no-place' },
    { kind: 'role', of: 'a', why: 'no-place' },
  ])('refuses %j', (value) => {
    expect(thrownBy(() => describeLoss(value as Loss))).toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})
