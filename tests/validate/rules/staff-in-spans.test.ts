import { checkOrg, defineOrg, maxSpan, minSpan } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const org = defineOrg({
  roles: {
    lead: {},
    clerk: { reportsTo: { to: 'lead', as: 'assistant' } },
    driver: { reportsTo: { to: 'lead', as: 'driver' } },
    analyst: { reportsTo: 'lead' },
  },
})

describe('rules of spans', () => {
  it.each([
    [undefined, ['clerk', 'driver', 'analyst']],
    ['include', ['clerk', 'driver', 'analyst']],
    ['exclude', ['driver', 'analyst']],
    [{ exclude: ['assistant', 'driver'] }, ['analyst']],
  ] as const)('count staff by the option %j', (staff, counted) => {
    const options = staff && { staff }
    expect(checkOrg(org, { rules: [maxSpan(0, options)] }).issues[0].witness).toEqual(counted)
    expect(checkOrg(org, { rules: [minSpan(9, options)] }).issues[0].witness).toEqual(counted)
  })

  it('refuse names in an instance of a class', () => {
    class Named {
      readonly exclude = 'secretary'
    }
    const received = new Named()
    const error = thrownBy(() => maxSpan(3, { staff: received }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option: 'staff', received })
  })

  it('do not count a manager of staff alone', () => {
    const small = defineOrg({ roles: { a: {}, b: { reportsTo: { to: 'a', as: 'adviser' } } } })
    expect(checkOrg(small, { rules: [minSpan(2)] }).ok).toBe(false)
    expect(checkOrg(small, { rules: [minSpan(2, { staff: 'exclude' })] }).ok).toBe(true)
  })

  it('check the option when they are made', () => {
    for (const rule of [maxSpan, minSpan]) {
      const error = thrownBy(() => rule(3, { staff: 'no' as 'include' }))
      expect(error.code).toBe('INVALID_OPTION')
    }
  })
})
