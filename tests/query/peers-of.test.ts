import { peersOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { hostileOrg } from './hostile-org.js'

describe('peersOf', () => {
  it.each([
    // role, solid, dotted, all
    ['ceo', [], [], []],
    ['sponsor', ['director'], [], ['director']],
    ['planner', ['manager'], ['analyst', 'auditor'], ['manager', 'analyst', 'auditor']],
    ['manager', ['planner'], ['analyst'], ['planner', 'analyst', 'auditor']],
    [
      'analyst',
      ['coordinator'],
      ['planner', 'manager', 'auditor'],
      ['planner', 'manager', 'coordinator', 'auditor'],
    ],
    ['coordinator', ['analyst'], [], ['analyst']],
    ['auditor', [], ['planner', 'analyst'], ['planner', 'manager', 'analyst', 'adviser']],
    ['adviser', [], [], ['auditor']],
    ['pmo', ['sponsor'], [], ['sponsor']],
  ] as const)('of %s: %j solid, %j dotted, %j in all', (role, solid, dotted, all) => {
    expect(peersOf(office, role)).toEqual(solid)
    expect(peersOf(office, role, { lines: 'solid' })).toEqual(solid)
    expect(peersOf(office, role, { lines: 'dotted' })).toEqual(dotted)
    expect(peersOf(office, role, { lines: 'all' })).toEqual(all)
  })

  it.each([
    ['a', ['h']],
    ['b', ['d']],
    ['c', []],
    ['d', ['b']],
    ['x', []],
    ['f', []],
    ['g', []],
    ['top', []],
  ])('in a broken chart: of %s are %j', (role, peers) => {
    expect(peersOf(tangle, role)).toEqual(peers)
    expect(peersOf(tangle, role, { lines: 'all' })).toEqual(peers)
  })

  it('accepts any text as an id', () => {
    expect(peersOf(hostileOrg, '007')).toEqual(['7'])
    expect(peersOf(hostileOrg, '__proto__')).toEqual([])
  })

  it('gives a fresh array', () => {
    peersOf(office, 'planner').length = 0
    expect(peersOf(office, 'planner')).toHaveLength(1)
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => peersOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => peersOf(org, role))
  itRefusesBadOptions((options) => peersOf(office, 'analyst', options))
})
