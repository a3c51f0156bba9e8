import { defineOrg, type OrgSpec } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'
import { issuesOfSpec } from './issues-of-spec.js'

describe('the error of a broken spec', () => {
  const broken = {
    roles: {
      a: { reportsTo: 'b', grade: '1' },
      b: { reportsTo: 'a', dottedTo: 'nobody' },
      c: { reportsTo: 'nobody', unit: 'u', vacant: true, holders: ['Ann'] },
      d: { progressesTo: 'd', color: 'red' },
    },
    units: { d: {}, u: { head: 'x' } },
    services: [{ from: 'x', to: 'a', name: 's' }, 7],
  }
  const codes = [
    'INVALID_FIELD at roles.a.grade',
    'UNKNOWN_FIELD at roles.d.color',
    'INVALID_FIELD at roles.c.holders',
    'DUPLICATE_ID at units.d',
    'INVALID_FIELD at services.1',
    'UNKNOWN_MANAGER at roles.c.reportsTo',
    'UNKNOWN_MANAGER at roles.b.dottedTo',
    'SELF_MOVE at roles.d.progressesTo',
    'REPORTING_CYCLE at roles.a.reportsTo',
    'UNKNOWN_ROLE at units.u.head',
    'UNKNOWN_ROLE at services.0.from',
  ]

  it('has all problems at once, always in the same order', () => {
    for (let time = 0; time < 3; time++) {
      expect(
        issuesOfSpec(broken).map(({ code, place }) => `${code} at ${(place.path ?? []).join('.')}`),
      ).toEqual(codes)
    }
  })

  it('lists ten of them in its message, and the number of the rest', () => {
    const define = defineOrg as (spec: object) => unknown
    const lines = thrownBy(() => define(broken)).message.split('\n')
    expect(lines[0]).toBe('The org has 11 problems:')
    expect(lines[1]).toBe(
      "- INVALID_FIELD: Expected a finite number, received '1' (at roles.a.grade). Correct the value, or leave the field out.",
    )
    expect(lines[11]).toBe('- and 1 more in details.issues')
    expect(lines).toHaveLength(12)
  })

  it('counts one problem as one', () => {
    const define = defineOrg as (spec: object) => unknown
    expect(thrownBy(() => define({ roles: { a: { reportsTo: 'a' } } })).message).toBe(
      "The org has one problem:\n- SELF_REPORT: The role 'a' reports to itself (at roles.a.reportsTo). Leave the manager out for a role at the top.",
    )
  })

  it('names both ends of a long cycle, even where a role is called …', () => {
    const ids = ['…', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
    const circle = (members: readonly string[]): OrgSpec => ({
      roles: Object.fromEntries(
        members.map((id, at) => [id, { reportsTo: members[(at + 1) % members.length] }]),
      ),
    })
    expect(issuesOfSpec(circle(ids))[0].message).toBe(
      "12 roles report to each other in a cycle: '…' → 'b' → 'c' → 'd' → 'e' → (3 more) → 'i' → 'j' → 'k' → 'l' → '…' (at roles.'…'.reportsTo)",
    )
    expect(issuesOfSpec(circle(ids))[0].witness).toEqual([...ids, '…'])
    expect(issuesOfSpec(circle(ids.slice(0, 8)))[0].message).toBe(
      "8 roles report to each other in a cycle: '…' → 'b' → 'c' → 'd' → 'e' → 'f' → 'g' → 'h' → '…' (at roles.'…'.reportsTo)",
    )
  })

  it('names both ends of a long cycle of units', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
    const units = Object.fromEntries(ids.map((id, at) => [id, { partOf: ids[(at + 1) % ids.length] }]))
    expect(issuesOfSpec({ roles: {}, units })[0].message).toBe(
      "12 units are part of each other in a cycle: 'a' → 'b' → 'c' → 'd' → 'e' → (3 more) → 'i' → 'j' → 'k' → 'l' → 'a' (at units.a.partOf)",
    )
  })

  it('keeps every message on one line and short, whatever the ids', () => {
    const long = 'x'.repeat(10_000)
    const roles = {
      ['a\nERROR: all is well']: { reportsTo: '\u202enobody' },
      [long]: { reportsTo: long + long, ['field\n2']: 1, data: { ['k\n']: { [long]: Symbol('s') } } },
      ['a.b']: { [long]: 1 },
    }
    const issues = issuesOfSpec({ roles })
    for (const { message } of issues) expect(message).not.toMatch(/[\n\u202e]|x{61}/)
    expect(Math.max(...issues.map(({ message }) => message.length))).toBeLessThan(500)
    expect(issues[0].message).toBe(
      `There is no field 'field\\n2' (at roles.'${'x'.repeat(60)}…'.'field\\n2')`,
    )
    expect(issues[2].message).toBe(
      `There is no field '${'x'.repeat(60)}…' (at roles.'a.b'.'${'x'.repeat(60)}…')`,
    )
  })

  it('suggests ids for the first 20 unknown ones only, so that a broken chart stays cheap', () => {
    const roles = Object.fromEntries<object>([
      ['manager', {}],
      ...Array.from({ length: 22 }, (_, n): [string, object] => [`r${String(n)}`, { reportsTo: 'maneger' }]),
    ])
    const suggesting = issuesOfSpec({ roles }).map(({ message }) => message.includes('did you mean'))
    expect(suggesting).toEqual([...Array<boolean>(20).fill(true), false, false])
  })

  it('has frozen issues', () => {
    for (const issue of issuesOfSpec(broken)) {
      const { roles, units, place, witness } = issue
      const parts: unknown[] = [issue, roles, units, place, place.path, witness]
      for (const item of witness) if (typeof item !== 'string') parts.push(item, item.path)
      expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true))
    }
  })
})

describe('an argument that is not a spec', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['roles', "'roles'"],
    [[], 'an array of 0'],
    [(): void => undefined, 'a function'],
  ])('%s', (spec, received) => {
    const define = defineOrg as (spec: unknown) => unknown
    const error = thrownBy(() => define(spec))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.details).toEqual({ argument: 'spec', received: spec })
    expect(error.message).toBe(`defineOrg expects spec as an object { roles: { … } }, received ${received}.`)
  })
})
