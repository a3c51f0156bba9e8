import { defineOrg, diffOrgs, isOrgError, marksOf, type Org, rolesOf } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'
import { randomFrom, randomOrg } from './random-charts.js'

const RUNS = Number(process.env['CHANGE_RUNS'] ?? 400)

const before = defineOrg({
  roles: {
    ceo: {},
    lead: { reportsTo: 'ceo', holders: ['Ada'] },
    analyst: { reportsTo: 'lead', grade: 3 },
    planner: { reportsTo: 'lead' },
    buyer: { reportsTo: 'ceo' },
    clerk: { reportsTo: 'ceo' },
    driver: { reportsTo: 'ceo' },
    guard: { reportsTo: 'ceo' },
  },
})
const after = defineOrg({
  roles: {
    ceo: {},
    lead: { reportsTo: 'ceo', holders: ['Bob'] },
    analyst: { reportsTo: 'ceo', grade: 4 },
    planner: { reportsTo: { to: 'lead', as: 'assistant' } },
    tester: { reportsTo: 'planner' },
    clerk: { reportsTo: 'ceo', dottedTo: 'lead' },
    driver: { reportsTo: 'ceo', progressesTo: 'lead' },
    guard: { reportsTo: 'ceo' },
  },
})
const diff = diffOrgs(before, after)

describe('marksOf', () => {
  it('marks the roles of both orgs, and a role that has moved and changed as moved', () => {
    expect(new Map(marksOf(diff))).toEqual(
      new Map([
        ['tester', 'added'],
        ['planner', 'changed'],
        ['analyst', 'moved'],
        ['lead', 'changed'],
        ['clerk', 'changed'],
        ['driver', 'changed'],
        ['buyer', 'removed'],
      ]),
    )
  })

  it('has the org before for pictures, which does not show in the map', () => {
    expect(marksOf(diff).before).toBe(before)
    expect(Object.keys(marksOf(diff))).toEqual([])
    expect(Object.hasOwn(marksOf(diff, { in: 'after' }), 'before')).toBe(false)
  })

  it('marks the roles of one org', () => {
    expect(marksOf(diff, { in: 'after' }).has('tester')).toBe(true)
    expect([...marksOf(diff, { in: 'after' }).values()]).not.toContain('removed')
    expect(marksOf(diff, { in: 'before' }).get('buyer')).toBe('removed')
    expect([...marksOf(diff, { in: 'before' }).values()]).not.toContain('added')
  })

  it('marks the reports of a role whose id becomes that of a unit', () => {
    const one = defineOrg({ roles: { top: {}, a: { reportsTo: 'top' }, b: { reportsTo: 'a' } } })
    const other = defineOrg({ roles: { top: {}, b: { reportsTo: 'top' } }, units: { a: {} } })
    expect([...marksOf(diffOrgs(one, other))]).toEqual([
      ['b', 'moved'],
      ['a', 'removed'],
    ])
  })

  it('refuses other words', () => {
    const error = thrownBy(() => marksOf(diff, { in: 'now' as 'after' }))
    expect(isOrgError(error, 'INVALID_OPTION') && error.details.allowed).toBe("'both' | 'after' | 'before'")
  })

  it('says of random charts what comparing their documents says', () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const random = randomFrom(seed)
      const [was, is] = [randomOrg(random), randomOrg(random)]
      expect([seed, sorted(marksOf(diffOrgs(was, is)))]).toEqual([seed, sorted(naiveMarks(was, is))])
    }
  })
})

function sorted(marks: ReadonlyMap<string, string>): readonly unknown[] {
  return [...marks].sort(([a], [b]) => (a < b ? -1 : 1))
}

type Entry = Readonly<Record<string, unknown>>

function naiveMarks(was: Org, is: Org): Map<string, string> {
  const [old, now] = [was, is].map(entriesOf)
  const marks = new Map<string, string>()
  for (const role of new Set([...rolesOf(was), ...rolesOf(is)])) {
    const [one, other] = [old.get(role), now.get(role)] as (Entry | undefined)[]
    if (one === undefined) marks.set(role, 'added')
    else if (other === undefined) marks.set(role, 'removed')
    else if (managerIn(one) !== managerIn(other)) marks.set(role, 'moved')
    else if (JSON.stringify(inOrder(one)) !== JSON.stringify(inOrder(other))) marks.set(role, 'changed')
  }
  return marks
}

/** The roles of a document, which are a list where an object would not keep their order. */
function entriesOf(org: Org): Map<string, unknown> {
  const roles: unknown = toOrgDocument(org).roles
  const list = Array.isArray(roles)
    ? roles.map(({ id, ...entry }: Entry) => [id, entry])
    : Object.entries(roles as Entry)
  return new Map(list as [string, unknown][])
}

function managerIn({ reportsTo }: Entry): unknown {
  return typeof reportsTo === 'object' && reportsTo !== null ? Reflect.get(reportsTo, 'to') : reportsTo
}

function inOrder(entry: Entry): unknown {
  return Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))
}
