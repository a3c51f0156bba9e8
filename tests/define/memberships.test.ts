import {
  defineOrg,
  fromGraph,
  headcountOf,
  headOf,
  headsOf,
  issuesOf,
  managerOf,
  membersOf,
  orgFromDocument,
  orgFromRecords,
  type OrgSpec,
  packOrg,
  roleOf,
  rollUp,
  seatsOf,
  toGraph,
  unitOf,
  unitsOf,
  unpackOrg,
  walk,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { parseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const clinic = {
  roles: {
    director: { cost: 9 },
    medical: { reportsTo: 'director', unit: 'ward', cost: 5, holders: ['Ada'] },
    nursing: { reportsTo: 'director', unit: 'ward', alsoIn: 'safety', cost: 4, holders: ['Ada'] },
    nurse: { reportsTo: 'nursing', unit: 'day', alsoIn: ['safety', 'night'], cost: 2, holders: [] },
    pool: { alsoIn: ['day'], cost: 1 },
  },
  units: {
    ward: { head: ['medical', 'nursing'] },
    day: { partOf: 'ward' },
    night: { partOf: 'ward', head: 'nursing' },
    safety: { head: [] },
  },
} as const

describe('a role in several units', () => {
  const org = defineOrg(clinic)

  it('has one unit of its own, and is also in others', () => {
    expect(roleOf(org, 'nurse')).toMatchObject({ unit: 'day', alsoIn: ['safety', 'night'] })
    expect(roleOf(org, 'nursing')).toMatchObject({ unit: 'ward', alsoIn: ['safety'] })
    expect(roleOf(org, 'medical').alsoIn).toEqual([])
    expect(roleOf(org, 'pool')).toMatchObject({ unit: undefined, alsoIn: ['day'] })
    expect(unitOf(org, 'nurse')?.id).toBe('day')
    expect(unitOf(org, 'pool')).toBeUndefined()
  })

  it('is a member of each of them, once', () => {
    expect(membersOf(org, 'safety')).toEqual(['nursing', 'nurse'])
    expect(membersOf(org, 'night')).toEqual(['nurse'])
    expect(membersOf(org, 'day')).toEqual(['nurse', 'pool'])
    expect(membersOf(org, 'ward', { nested: true })).toEqual(['medical', 'nursing', 'nurse', 'pool'])
  })

  it('is summed once in a unit and its parts', () => {
    const cost = rollUp(org, 'cost')
    expect(cost.ofUnit('ward')).toBe(5 + 4 + 2 + 1)
    expect([cost.ofUnit('day'), cost.ofUnit('night'), cost.ofUnit('safety')]).toEqual([3, 2, 6])
    expect(cost.of('ward')).toBe(12)
    expect(cost.own('ward')).toBe(9)
    // The head's organization is another sum.
    expect(cost.of('medical')).toBe(5)
    expect(() => cost.ofUnit('medical' as never)).toThrow("No unit has the id 'medical'")
  })

  it('is counted by membership, as people and as seats', () => {
    expect([headcountOf(org, 'ward'), seatsOf(org, 'ward')]).toEqual([2, 3])
    expect([headcountOf(org, 'safety'), seatsOf(org, 'safety')]).toEqual([1, 1])
    expect(rollUp(org, 'headcount').ofUnit('ward')).toBe(3)
    // The organization below the first head would be one person.
    expect(headcountOf(org, 'medical')).toBe(1)
  })

  it('counts a unit once, and its own unit not at all', () => {
    const again = defineOrg({ roles: { a: { unit: 'u', alsoIn: ['v', 'u', 'v'] } }, units: { u: {}, v: {} } })
    expect(roleOf(again, 'a').alsoIn).toEqual(['v'])
    expect(membersOf(again, 'u')).toEqual(['a'])
  })
})

describe('a unit with several heads', () => {
  const org = defineOrg(clinic)

  it('has all of them, of which the first answers for reporting', () => {
    expect(headsOf(org, 'ward')).toEqual(['medical', 'nursing'])
    expect(headOf(org, 'ward')).toBe('medical')
    expect(unitOf(org, 'ward')).toMatchObject({ head: 'medical', heads: ['medical', 'nursing'] })
    expect(managerOf(org, 'ward')).toBe('director')
    expect(headsOf(org, 'night')).toEqual(['nursing'])
    expect(headsOf(org, 'safety')).toEqual([])
    expect(headOf(org, 'safety')).toBeUndefined()
  })

  it('counts a head that is named twice once', () => {
    expect(headsOf(defineOrg({ roles: { a: {} }, units: { u: { head: ['a', 'a'] } } }), 'u')).toEqual(['a'])
  })

  it('is reached from each head in a walk', () => {
    expect(walk(org, 'ward', { relations: ['headOf'], direction: 'in' }).map(({ id }) => id)).toEqual([
      'medical',
      'nursing',
    ])
  })
})

describe('several units and heads', () => {
  const org = defineOrg(clinic)

  it('survive a document, which is of version 2', () => {
    const document = toOrgDocument(org)
    expect(document).toMatchObject({
      rolegraph: 2,
      roles: { nursing: { alsoIn: 'safety' }, nurse: { alsoIn: ['safety', 'night'] } },
      units: { ward: { head: ['medical', 'nursing'] }, night: { head: 'nursing' }, safety: {} },
    })
    expect(orgFromDocument(document)).toEqual(org)
    expect(parseOrgDocument(JSON.stringify(org))).toEqual(org)
  })

  it.each([
    ['a second head', { roles: { a: {}, b: {} }, units: { u: { head: ['a', 'b'] } } }, 2],
    ['a second unit', { roles: { a: { alsoIn: 'u' } }, units: { u: {} } }, 2],
    ['a list of one head', { roles: { a: {} }, units: { u: { head: ['a'] } } }, 1],
    ['an empty list', { roles: { a: { alsoIn: [] } }, units: { u: { head: [] } } }, 1],
  ] as const)('need version 2 only where they are: %s', (_, spec, version) => {
    expect(toOrgDocument(defineOrg(spec as OrgSpec)).rolegraph).toBe(version)
  })

  it('survive a graph, whose further memberships are marked', () => {
    const graph = toGraph(org)
    const memberships = graph.filterEdges((_, { relation }) => relation === 'memberOf')
    expect(
      memberships.map((edge) => [
        graph.source(edge),
        graph.target(edge),
        graph.getEdgeAttribute(edge, 'also'),
      ]),
    ).toEqual([
      ['medical', 'ward', undefined],
      ['nursing', 'ward', undefined],
      ['nursing', 'safety', true],
      ['nurse', 'day', undefined],
      ['nurse', 'safety', true],
      ['nurse', 'night', true],
      ['pool', 'day', true],
    ])
    expect(fromGraph(graph)).toEqual(org)
  })

  it('survive a packed org', () => {
    expect(unpackOrg(structuredClone(packOrg(org)))).toEqual(org)
  })

  it.each([
    ['a unit that is not there', '[["nowhere"]]'],
    ['the own unit', '[["u"]]'],
  ])('are refused in a packed org with %s', (_, json) => {
    const packed = packOrg(defineOrg({ roles: { a: { unit: 'u' } }, units: { u: {} } }))
    const broken = unpackOrg({ ...packed, columns: { ...packed.columns, alsoIn: { json } } })
    expect(() => roleOf(broken, 'a')).toThrow('further units of the org')
  })

  it('are read from records, and units exist when a role names them', () => {
    const rows = [
      { id: 'a', unit: 'u', others: ['v', 'w'] },
      { id: 'b', unit: null, others: 'x' },
      { id: 'c', unit: 'v', others: null },
    ]
    const read = orgFromRecords(rows, { id: 'id', unit: 'unit', alsoIn: 'others' })
    expect(unitsOf(read)).toEqual(['u', 'v', 'w', 'x'])
    expect(membersOf(read, 'v')).toEqual(['a', 'c'])
    expect(roleOf(read, 'b').alsoIn).toEqual(['x'])
  })

  it('differ where their lists do', () => {
    const other = defineOrg({ ...clinic, units: { ...clinic.units, ward: { head: ['nursing', 'medical'] } } })
    expect(other).not.toEqual(org)
  })

  it('are issues where an id is unknown, each at its place', () => {
    const broken = defineOrg(
      {
        roles: { aa: { unit: 'unit', alsoIn: ['unitt', 'aa'] }, bb: { alsoIn: 7 } },
        units: { unit: { head: ['aa', 'cc', 'aaa'] } },
      } as never,
      { onIssue: 'collect' },
    )
    expect(issuesOf(broken)).toMatchObject([
      { code: 'INVALID_FIELD', place: { path: ['roles', 'bb', 'alsoIn'] } },
      { code: 'UNKNOWN_ROLE', witness: ['cc'], place: { path: ['units', 'unit', 'head', 1] } },
      { code: 'UNKNOWN_ROLE', witness: ['aaa'], place: { path: ['units', 'unit', 'head', 2] } },
      { code: 'UNKNOWN_UNIT', witness: ['unitt'], place: { path: ['roles', 'aa', 'alsoIn'] } },
      { code: 'UNKNOWN_UNIT', witness: ['aa'], place: { path: ['roles', 'aa', 'alsoIn'] } },
    ])
    expect(issuesOf(broken)[3].message).toBe(
      "The role 'aa' is also in 'unitt', which is not a unit of this org; did you mean 'unit'? (at roles.aa.alsoIn)",
    )
    expect(headsOf(broken, 'unit' as never)).toEqual(['aa'])
    expect(roleOf(broken, 'aa').alsoIn).toEqual([])
  })
})
