import { type Org, orgFromRecords } from 'rolegraph'
import { orgEquality, orgSerializer } from 'rolegraph/testing'
import 'rolegraph/vitest'
import { describe, expect, it, vi } from 'vitest'

const chart = (manager: string): Org =>
  orgFromRecords([{ id: 'lead' }, { id: 'chief' }, { id: 'analyst', manager, data: { site: 'Leeds' } }], {
    id: 'id',
    manager: 'manager',
    data: 'data',
  })
const [org, same, other] = [chart('lead'), chart('lead'), chart('chief')]

describe('two orgs in vitest', () => {
  it('are equal if their content is', () => {
    expect(org).toEqual(same)
    expect(org).toStrictEqual(same)
    expect({ deep: [org] }).toStrictEqual({ deep: [same] })
    expect([other, org]).toContainEqual(same)
    const call = vi.fn()
    call(org)
    expect(call).toHaveBeenCalledWith(same)
  })

  it('differ if their content does', () => {
    expect(org).not.toEqual(other)
    expect(org).not.toStrictEqual(other)
    expect({ deep: [org] }).not.toEqual({ deep: [other] })
    const call = vi.fn()
    call(org)
    expect(call).not.toHaveBeenCalledWith(other)
  })

  it('have the difference in the message', () => {
    const fails = (): void => {
      expect(org).toEqual(other)
    }
    // The runner prints the difference of these two.
    expect(fails).toThrow(expect.objectContaining({ actual: org, expected: other }))
  })

  it('equal nothing but an org', () => {
    const content: unknown = Reflect.get(org, 'content')
    expect(org).not.toEqual({ content })
    const parsed: unknown = JSON.parse(JSON.stringify(org))
    expect(org).not.toEqual(parsed)
    expect({ org }).toEqual({ org: expect.toHaveRole('lead') })
  })

  it('are told apart by order and issues', () => {
    const roles = (ids: readonly string[]): Org =>
      orgFromRecords(
        ids.map((id) => ({ id })),
        { id: 'id' },
      )
    expect(roles(['a', 'b'])).not.toEqual(roles(['b', 'a']))
    const twice = orgFromRecords([{ id: 'a' }, { id: 'a' }], { id: 'id', onIssue: 'collect' })
    expect(twice).not.toEqual(roles(['a']))
  })
})

describe('an org in a snapshot', () => {
  it('is its document, with roles in their order', () => {
    expect(org).toMatchInlineSnapshot(`
      Org {
        "rolegraph": 1,
        "roles": {
          "lead": {},
          "chief": {},
          "analyst": {
            "reportsTo": "lead",
            "data": {
              "site": "Leeds"
            }
          }
        }
      }
    `)
  })

  it('is indented within other values, and has its issues', () => {
    const broken = orgFromRecords([{ id: 'a', manager: 'b' }], {
      id: 'id',
      manager: 'manager',
      onIssue: 'collect',
    })
    const text = orgSerializer.serialize(broken, {}, '    ')
    expect(text).toMatch(/^Org \{\n {6}"rolegraph": 1,\n/)
    expect(text).toMatch(/\n {4}error UNKNOWN_MANAGER: /)
    expect(orgSerializer.test(broken)).toBe(true)
    expect(orgSerializer.test({})).toBe(false)
  })
})

describe('orgEquality', () => {
  it('leaves other values to the runner', () => {
    expect(orgEquality(1, {})).toBeUndefined()
    expect(orgEquality(org, null)).toBe(false)
    expect(orgEquality('org', org)).toBe(false)
    expect(orgEquality(org, org)).toBe(true)
  })
})
