import type { Lines, LinesOption, Org } from 'rolegraph'
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

/** How every query with the `lines` option refuses wrong options. */
export function itRefusesBadOptions(query: (options: LinesOption) => unknown): void {
  class Named {
    readonly as = 'project'
  }
  const noLines: readonly unknown[] = [
    'Solid',
    '',
    null,
    0,
    ['all'],
    new Named(),
    new Map([['as', 'project']]),
  ]
  it.each(noLines)('refuses the lines %j', (received) => {
    const error = thrownBy(() => query({ lines: received as Lines }))
    expect(error.code).toBe('INVALID_OPTION')
    const allowed = "'solid' | 'dotted' | 'all' | { as: name }"
    expect(error.details).toEqual({ option: 'lines', received, allowed })
  })

  it('refuses a misspelt key of named lines', () => {
    const lines: object = { az: 'project' }
    const error = thrownBy(() => query({ lines: lines as Lines }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.message).toBe("The option lines has no key 'az'; did you mean 'as'?")
    expect(error.details).toEqual({ option: 'lines', received: lines, allowed: '{ as }' })
  })

  const noNames: readonly unknown[] = [undefined, null, 7, {}, [7], ['project', null]]
  it.each(noNames)('refuses lines of the name %j', (as) => {
    const error = thrownBy(() => query({ lines: { as: as as string } }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'lines.as', received: as, allowed: 'a name or a list of names' })
  })

  it('takes lines of a name that no line has', () => {
    expect(() => query({ lines: { as: 'no line' } })).not.toThrow()
    expect(() => query({ lines: { as: [] } })).not.toThrow()
  })

  itRefusesNoOptions(query)

  it('refuses a misspelt option', () => {
    const misspelt: object = { line: 'all' }
    const error = thrownBy(() => query(misspelt))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option: 'line', received: 'all' })
    expect(error.message).toContain("did you mean 'lines'?")
  })

  it('takes no option from a prototype', () => {
    expect(() => query(Object.create({ lines: 'none' }) as LinesOption)).not.toThrow()
  })
}

/** How every function with options refuses anything but an object. */
export function itRefusesNoOptions(call: (options: never) => unknown): void {
  class Custom {
    #lines = 'all'
    get lines(): string {
      return this.#lines
    }
  }
  const noOptions: readonly unknown[] = [
    ...['all', null, 7, true, ['all'], Symbol('all'), () => 'all'],
    // Objects whose values are not their own properties.
    ...[
      new Map([['lines', 'all']]),
      new Set(),
      new Date(0),
      /all/,
      new Uint8Array(0),
      new Custom(),
      new String(''),
    ],
  ]
  it.each(noOptions)('refuses %o instead of options', (received) => {
    const error = thrownBy(() => call(received as never))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'options', received, allowed: 'an object' })
  })

  it('refuses an unknown option', () => {
    const error = thrownBy(() => call({ nosuch: 1 } as never))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option: 'nosuch', received: 1 })
  })
}
