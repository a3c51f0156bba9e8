import { defineOrg, isOrgError, managerOf, type Org, OrgError } from 'rolegraph'
import type * as Rolegraph from 'rolegraph'
import { describe, expect, it, vi } from 'vitest'

const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })

/** The library loaded anew, as CJS is beside ESM: other classes, the same code. */
async function secondCopy(): Promise<typeof Rolegraph> {
  vi.resetModules()
  return import('rolegraph')
}

function caughtFrom(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('OrgError', () => {
  const error = caughtFrom(() => managerOf(org as Org, 'analist'))

  it('is an Error with a name, a code, details and a stack', () => {
    expect(error).toBeInstanceOf(OrgError)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'OrgError',
      code: 'UNKNOWN_ROLE',
      details: { id: 'analist', nearest: 'analyst' },
      message: "No role or unit has the id 'analist' in this org of 2 roles; did you mean 'analyst'?",
    })
    expect(String(error)).toMatch(/^OrgError: No role or unit/)
    expect(error instanceof Error && error.stack).toContain('org-error.test.ts')
    expect(error instanceof Error && 'cause' in error).toBe(false)
  })

  it('keeps its cause', () => {
    const cause = new Error('inner')
    const wrapped = new OrgError('READ_FAILED', 'm', { record: 1, field: 'id' }, { cause })
    expect(wrapped.cause).toBe(cause)
    expect(wrapped.details.record).toBe(1)
  })

  it('is sent to another thread as a plain object, since a clone of an error keeps its message only', () => {
    const thrown = new OrgError('UNKNOWN_UNIT', 'No unit', { id: 'pmo', nearest: undefined })
    expect(structuredClone(thrown)).not.toHaveProperty('code')
    const { name, code, message, details } = thrown
    expect(structuredClone({ name, code, message, details })).toEqual({
      name: 'OrgError',
      code: 'UNKNOWN_UNIT',
      message: 'No unit',
      details: { id: 'pmo', nearest: undefined },
    })
  })

  it('does not show its brand when it is printed or copied', () => {
    expect(Object.keys(error as object).sort()).toEqual(['code', 'details', 'name'])
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'OrgError',
      code: 'UNKNOWN_ROLE',
      details: { id: 'analist', nearest: 'analyst' },
    })
  })
})

describe('isOrgError', () => {
  const error = caughtFrom(() => managerOf(org as Org, 'analist'))

  it('recognizes an OrgError, with or without a code', () => {
    expect(isOrgError(error)).toBe(true)
    expect(isOrgError(error, 'UNKNOWN_ROLE')).toBe(true)
    expect(isOrgError(error, 'UNKNOWN_UNIT')).toBe(false)
  })

  it('narrows to the details of the code', () => {
    expect(isOrgError(error, 'UNKNOWN_ROLE') ? error.details.nearest : undefined).toBe('analyst')
  })

  it.each([
    [undefined],
    [null],
    ['OrgError'],
    [7],
    [Symbol.for('rolegraph.OrgError')],
    [new Error('UNKNOWN_ROLE')],
    [Object.assign(new Error('x'), { name: 'OrgError', code: 'UNKNOWN_ROLE', details: {} })],
    [{ name: 'OrgError', code: 'UNKNOWN_ROLE' }],
    [(): void => undefined],
  ])('takes nothing else for one: %o', (value) => {
    expect(isOrgError(value)).toBe(false)
    expect(isOrgError(value, 'UNKNOWN_ROLE')).toBe(false)
  })

  it('recognizes the errors of another copy of the library, where instanceof fails', async () => {
    const other = await secondCopy()
    expect(other.OrgError).not.toBe(OrgError)
    const foreignOrg: Org = other.defineOrg({ roles: { a: {} } })
    const foreign = caughtFrom(() => other.managerOf(foreignOrg, 'b'))
    expect(foreign).not.toBeInstanceOf(OrgError)
    expect(foreign).toBeInstanceOf(other.OrgError)
    expect([isOrgError(foreign), isOrgError(foreign, 'UNKNOWN_ROLE')]).toEqual([true, true])
    expect(isOrgError(foreign, 'INVALID_ORG')).toBe(false)
    expect([other.isOrgError(error), other.isOrgError(error, 'UNKNOWN_ROLE')]).toEqual([true, true])
  })
})

describe('an org of another copy', () => {
  it('is refused with the reason, in both directions', async () => {
    const other = await secondCopy()
    const foreign = other.defineOrg({ roles: { a: {} } })
    for (const refused of [
      caughtFrom(() => managerOf(foreign, 'a')),
      caughtFrom(() => other.managerOf(org, 'lead')),
    ]) {
      expect(isOrgError(refused, 'NOT_AN_ORG')).toBe(true)
      expect(refused).toMatchObject({
        message:
          'Expected an Org, received an object. It comes from another copy of rolegraph (both require and import, or two ' +
          'versions): load only one copy, or send the document: orgFromDocument(JSON.parse(JSON.stringify(org))).',
      })
    }
    expect(other.managerOf(foreign, 'a')).toBeUndefined()
  })
})
