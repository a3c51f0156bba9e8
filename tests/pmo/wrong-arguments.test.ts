import { isOrgError } from 'rolegraph'
import * as pmo from 'rolegraph/pmo'
import { describe, expect, it } from 'vitest'

// What a caller from plain JavaScript may pass by mistake.
const WRONG: readonly unknown[] = [
  undefined,
  null,
  0,
  NaN,
  10n,
  true,
  '',
  'pmo-director',
  'what-is-a-pmo',
  Symbol('role'),
  [],
  [null],
  {},
  Object.create(null),
  { authority: 'directive', managers: { ['__proto__']: 7 } },
  { sources: [Symbol('code')] },
  () => 'pmo',
  new Date(0),
  pmo.pmoOrg({ authority: 'directive' }),
]
const FUNCTIONS = Object.entries<unknown>(pmo).filter(
  (exported): exported is [string, (...args: never) => unknown] => typeof exported[1] === 'function',
)

describe('wrong arguments from plain JavaScript', () => {
  it('covers every function', () => {
    expect(FUNCTIONS.length).toBeGreaterThan(9)
  })

  it.each(FUNCTIONS)('%s throws nothing but OrgError', (_, called) => {
    const found = new Set<string>()
    for (const first of WRONG) {
      for (const second of WRONG) {
        try {
          Reflect.apply(called, undefined, [first, second])
        } catch (error) {
          if (!isOrgError(error)) found.add(`${String(error)} for ${typeof first}, ${typeof second}`)
        }
      }
    }
    expect([...found]).toEqual([])
  })

  it('ignores inherited options', () => {
    const options: unknown = Object.create(
      { scope: 'galactic' },
      { authority: { value: 'directive', enumerable: true } },
    )
    expect(() => pmo.pmoOrg(options as pmo.PmoOptions)).not.toThrow()
  })
})
