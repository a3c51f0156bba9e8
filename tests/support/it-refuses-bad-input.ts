import type { Lines, Org } from 'rolegraph'
import { expect, it } from 'vitest'
import { office } from './office.js'
import { thrownBy } from './thrown-by.js'

/** What every query of a role must refuse, in JavaScript too. */
export function itRefusesBadInput(query: (org: Org, role: string) => unknown): void {
  it.each([
    ['analist', 'analyst'],
    ['nobody', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ])('refuses the unknown role %j', (role, nearest) => {
    const error = thrownBy(() => query(office, role))
    expect(error.code).toBe('UNKNOWN_ROLE')
    expect(error.details).toEqual({ id: role, nearest })
  })

  it('refuses a unit without a head', () => {
    const error = thrownBy(() => query(office, 'loose'))
    expect(error.code).toBe('UNIT_WITHOUT_HEAD')
    expect(error.details).toEqual({ unit: 'loose' })
  })

  const noOrgs: readonly unknown[] = [undefined, null, {}, 'analyst']
  it.each(noOrgs)('refuses %j as an org', (received) => {
    expect(thrownBy(() => query(received as Org, 'analyst')).code).toBe('NOT_AN_ORG')
  })

  const noIds: readonly unknown[] = [undefined, null, 7, ['analyst']]
  it.each(noIds)('refuses %j as a role', (received) => {
    expect(thrownBy(() => query(office, received as string)).code).toBe('UNKNOWN_ROLE')
  })
}

/** What every query with the `lines` option must refuse. */
export function itRefusesBadLines(query: (lines: Lines) => unknown): void {
  const noLines: readonly unknown[] = ['Solid', '', null, 0, ['all']]
  it.each(noLines)('refuses the lines %j', (received) => {
    const error = thrownBy(() => query(received as Lines))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'lines', received, allowed: "'solid' | 'dotted' | 'all'" })
  })
}

/** What every function with options owes to them. */
export function itRefusesBadOptions(call: (options: never) => unknown): void {
  const notOptions: readonly unknown[] = [
    'all',
    7,
    null,
    [],
    [{ lines: 'all' }],
    Symbol('lines'),
    () => undefined,
  ]
  it.each(notOptions)('refuses %j instead of options', (received) => {
    const error = thrownBy(() => call(received as never))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'options', received, allowed: 'an object' })
  })

  it('refuses an option that it does not know', () => {
    const error = thrownBy(() => call({ nosuch: 1 } as never))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option: 'nosuch', received: 1 })
  })
}
