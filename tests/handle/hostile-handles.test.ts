import { defineOrg, isOrgError, type Org } from 'rolegraph'
import {
  directReportsOf,
  handleOf,
  idOf,
  isAbove,
  layerOf,
  lowestCommonManagerOf,
  managementChainOf,
  managerOf,
  organizationSizeOf,
  roleCountOf,
  rollUp,
  spanOfControlOf,
  transitiveReportsOf,
} from 'rolegraph/handles'
import { describe, expect, it } from 'vitest'
import { itRefusesBadInput, itRefusesBadOptions } from '../support/it-refuses-bad-input.js'
import { office } from '../support/office.js'
import { thrownBy } from '../support/thrown-by.js'

const queries: readonly [name: string, query: (org: Org, handle: number) => unknown][] = [
  ['idOf', idOf],
  ['managerOf', managerOf],
  ['layerOf', layerOf],
  ['spanOfControlOf', spanOfControlOf],
  ['organizationSizeOf', organizationSizeOf],
  ['managementChainOf', managementChainOf],
  ['directReportsOf', directReportsOf],
  ['transitiveReportsOf', transitiveReportsOf],
  ['isAbove, as the upper', (org, handle) => isAbove(org, handle, 0)],
  ['isAbove, as the lower', (org, handle) => isAbove(org, 0, handle)],
  ['isAbove, as both', (org, handle) => isAbove(org, handle, handle)],
  ['lowestCommonManagerOf, first', (org, handle) => lowestCommonManagerOf(org, [handle, 0])],
  ['lowestCommonManagerOf, last', (org, handle) => lowestCommonManagerOf(org, [0, 1, handle])],
]

const noHandles: readonly unknown[] = [
  -1,
  10,
  1.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 32,
  2 ** 53,
  '3',
  '',
  3n,
  true,
  null,
  undefined,
  [3],
  { valueOf: () => 3 },
  Symbol('3'),
  new Date(3),
]

const noOrgs: readonly unknown[] = [undefined, null, {}, 'analyst', 0]

describe.each(queries)('%s', (_name, query) => {
  it.each(noHandles)('refuses the handle %s', (received) => {
    const error = thrownBy(() => query(office, received as number))
    expect(error.code).toBe('UNKNOWN_HANDLE')
    expect(error.details).toEqual({ handle: received, roles: 10 })
    expect(error.message).toContain('the whole numbers from 0 to 9')
  })

  it('accepts the first and the last handle', () => {
    expect(() => [query(office, 0), query(office, 9)]).not.toThrow()
  })

  it('refuses every handle of an empty org', () => {
    const error = thrownBy(() => query(defineOrg({ roles: {} }), 0))
    expect(error.code).toBe('UNKNOWN_HANDLE')
    expect(error.details).toEqual({ handle: 0, roles: 0 })
    expect(error.message).toBe('0 is not a handle of this org of 0 roles, which has none.')
  })

  it.each(noOrgs)('refuses %j instead of an org', (received) => {
    expect(thrownBy(() => query(received as Org, 0)).code).toBe('NOT_AN_ORG')
  })
})

describe('a message about a handle', () => {
  it('explains what to do with NO_HANDLE', () => {
    expect(() => layerOf(office, managerOf(office, 0))).toThrow(
      '-1 is not a handle of this org of 10 roles: its handles are the whole numbers from 0 to 9. ' +
        'A query returns -1 for "no role": compare with NO_HANDLE first.',
    )
  })

  it('explains where handles come from', () => {
    const text: unknown = 'analyst'
    expect(() => layerOf(office, text as number)).toThrow(
      "The string 'analyst' is not a handle of this org of 10 roles: its handles are the whole numbers from 0 to 9. " +
        'handleOf(org, id) gives the handle of a role.',
    )
  })

  it('has typed details', () => {
    const error: unknown = thrownBy(() => idOf(office, 10))
    expect(isOrgError(error, 'UNKNOWN_HANDLE') && error.details.roles - 1).toBe(9)
  })
})

const noLists: readonly unknown[] = [
  [],
  [1],
  undefined,
  null,
  '12',
  { length: 2 },
  new Set([1, 2]),
  Int32Array.of(1),
  new DataView(new ArrayBuffer(16)),
]

describe('lowestCommonManagerOf', () => {
  it.each(noLists)('refuses the handles %o', (received) => {
    const error = thrownBy(() => lowestCommonManagerOf(office, received as number[]))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.details).toEqual({ argument: 'handles', received })
    expect(error.message).toContain(
      'lowestCommonManagerOf expects handles as an array of two or more handles',
    )
  })

  it('refuses a hole', () => {
    expect(thrownBy(() => lowestCommonManagerOf(office, [1, , 2] as number[])).code).toBe('UNKNOWN_HANDLE')
  })

  it('reads each handle once', () => {
    let reads = 0
    const shifting = new Proxy([5, 6], {
      get: (list, key, receiver) =>
        key === '0' && reads++ > 0 ? 99 : (Reflect.get(list, key, receiver) as unknown),
    })
    expect(lowestCommonManagerOf(office, shifting)).toBe(4)
  })
})

describe('handleOf', () => {
  itRefusesBadInput(handleOf)

  it('does not compile with a typo', () => {
    // @ts-expect-error no role is called analist
    expect(() => handleOf(office, 'analist')).toThrow("did you mean 'analyst'")
  })
})

describe('roleCountOf', () => {
  it.each(noOrgs)('refuses %j instead of an org', (received) => {
    expect(thrownBy(() => roleCountOf(received as Org)).code).toBe('NOT_AN_ORG')
  })
})

describe('the lines option', () => {
  itRefusesBadOptions((options) => isAbove(office, 0, 5, options))
  itRefusesBadOptions((options) => spanOfControlOf(office, 5, options))
  itRefusesBadOptions((options) => organizationSizeOf(office, 5, options))
  itRefusesBadOptions((options) => managementChainOf(office, 5, options))
  itRefusesBadOptions((options) => directReportsOf(office, 5, options))
  itRefusesBadOptions((options) => transitiveReportsOf(office, 5, options))
})

describe('rollUp', () => {
  const noFigures: readonly unknown[] = [
    undefined,
    null,
    'cost',
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    new Float64Array(9),
    new Float64Array(11),
    new Float32Array(10),
    () => 1,
  ]
  it.each(noFigures)('refuses the figures %o', (received) => {
    const error = thrownBy(() => rollUp(office, received as Float64Array))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.details).toEqual({ argument: 'figures', received })
    expect(error.message).toContain('a Float64Array with one figure for each of the 10 roles')
  })

  it.each([NaN, Infinity, -Infinity])('refuses the figure %s', (figure) => {
    const error = thrownBy(() => rollUp(office, new Float64Array(10).fill(figure, 5)))
    expect(error.code).toBe('INVALID_MEASURE')
    expect(error.details).toEqual({ role: 'analyst', received: figure })
    expect(error.message).toContain("The figure of the role 'analyst', at the handle 5, is")
  })

  it.each(noOrgs)('refuses %j instead of an org', (received) => {
    expect(thrownBy(() => rollUp(received as Org, new Float64Array(10))).code).toBe('NOT_AN_ORG')
  })
})
