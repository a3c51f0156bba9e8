import { layerOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput } from '../support/it-refuses-bad-input.js'
import { office, tangle } from '../support/office.js'
import { hostileOrg } from './hostile-org.js'

describe('layerOf', () => {
  it.each([
    ['ceo', 1],
    ['director', 2],
    ['planner', 3],
    ['analyst', 4],
    ['chair', 1],
    ['auditor', 2],
    ['adviser', 1],
    ['pmo', 2],
    ['lab', 4],
  ] as const)('of %s is %i', (role, layer) => {
    expect(layerOf(office, role)).toBe(layer)
  })

  it.each([['a'], ['b'], ['e'], ['h'], ['f'], ['g'], ['x']])(
    'there is none for %s, in or below a cycle',
    (role) => {
      expect(layerOf(tangle, role)).toBeUndefined()
    },
  )

  it('counts in the sound part of a broken chart', () => {
    expect(layerOf(tangle, 'top')).toBe(1)
    expect(layerOf(tangle, 't')).toBe(2)
  })

  it('gives none to a role that reports to itself, nor below it', () => {
    expect(layerOf(tangle, 'f')).toBeUndefined()
    expect(layerOf(tangle, 'g')).toBeUndefined()
  })

  it('accepts any text as an id', () => {
    expect(layerOf(hostileOrg, '__proto__')).toBe(1)
    expect(layerOf(hostileOrg, '007')).toBe(4)
  })

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => layerOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })

  itRefusesBadInput((org, role) => layerOf(org, role))
})
