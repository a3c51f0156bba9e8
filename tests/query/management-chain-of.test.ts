import { managementChainOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { hostileOrg } from './hostile-org.js'

describe('managementChainOf', () => {
  it.each([
    // role, solid, dotted, all
    ['ceo', [], [], []],
    ['director', ['ceo'], [], ['ceo']],
    ['planner', ['director', 'ceo'], ['director'], ['director', 'ceo']],
    ['manager', ['director', 'ceo'], ['sponsor'], ['director', 'sponsor', 'ceo']],
    [
      'analyst',
      ['manager', 'director', 'ceo'],
      ['director', 'sponsor'],
      ['manager', 'director', 'sponsor', 'ceo'],
    ],
    ['auditor', ['chair'], ['director'], ['chair', 'director', 'ceo']],
    ['adviser', [], ['chair'], ['chair']],
    ['pmo', ['ceo'], [], ['ceo']],
  ] as const)('of %s: %j solid, %j dotted, %j in all', (role, solid, dotted, all) => {
    expect(managementChainOf(office, role)).toEqual(solid)
    expect(managementChainOf(office, role, { lines: 'solid' })).toEqual(solid)
    expect(managementChainOf(office, role, { lines: 'dotted' })).toEqual(dotted)
    expect(managementChainOf(office, role, { lines: 'all' })).toEqual(all)
  })

  it.each([
    ['a', ['b', 'c']],
    ['e', ['d', 'c', 'a', 'b']],
    ['h', ['b', 'c', 'a']],
    ['x', ['y']],
    ['f', []],
    ['g', ['f']],
    ['t', ['top']],
  ])('lists each role of a cycle once: of %s it is %j', (role, chain) => {
    expect(managementChainOf(tangle, role)).toEqual(chain)
    expect(managementChainOf(tangle, role, { lines: 'all' })).toEqual(chain)
  })

  it('accepts any text as an id', () => {
    expect(managementChainOf(hostileOrg, '007')).toEqual(['', 'constructor', '__proto__'])
    expect(managementChainOf(hostileOrg, '007', { lines: 'all' })).toEqual([
      '',
      '7',
      'constructor',
      '__proto__',
    ])
  })

  it('gives a fresh array', () => {
    managementChainOf(office, 'analyst').length = 0
    expect(managementChainOf(office, 'analyst')).toHaveLength(3)
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => managementChainOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => managementChainOf(org, role))
  itRefusesBadOptions((options) => managementChainOf(office, 'analyst', options))
})
