import {
  type Change,
  changeOrg,
  defineOrg,
  isOrgError,
  managerOf,
  type MergeConflict,
  mergeOrgs,
  type MergeOptions,
  type Org,
  rolesOf,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { parseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const base: Org = defineOrg({
  roles: {
    ceo: {},
    lead: { reportsTo: 'ceo', unit: 'pmo' },
    analyst: { reportsTo: 'lead', progressesTo: [{ to: 'lead', years: [1, 3] }] },
    planner: { reportsTo: 'lead', dottedTo: 'ceo', vacant: true },
    buyer: { reportsTo: 'ceo' },
  },
  units: { pmo: { head: 'lead', partOf: 'office' }, office: {}, it: {} },
  people: { ada: {}, bob: {} },
  services: [{ from: 'lead', to: 'buyer', name: 'templates' }],
})

function merge(
  ours: readonly Change[],
  theirs: readonly Change[],
  options?: MergeOptions,
): ReturnType<typeof mergeOrgs<Org, Org>> {
  return mergeOrgs(base, changeOrg(base, ours).org, changeOrg(base, theirs).org, options)
}

function conflictsOf(ours: readonly Change[], theirs: readonly Change[]): readonly MergeConflict[] {
  const { org, conflicts } = merge(ours, theirs)
  expect(org === undefined).toBe(conflicts.length > 0)
  return conflicts
}

describe('what one side changed', () => {
  it('is merged attribute by attribute, and move by field', () => {
    const { org, conflicts } = merge(
      [
        { do: 'update-role', role: 'analyst', set: { title: 'Senior' } },
        { do: 'update-move', role: 'analyst', to: 'lead', set: { years: [2, 4] } },
      ],
      [
        { do: 'update-role', role: 'analyst', set: { grade: 5 } },
        { do: 'update-move', role: 'analyst', to: 'lead', set: { kind: 'lateral' } },
      ],
    )
    expect(conflicts).toEqual([])
    expect(org && toOrgDocument(org).roles).toMatchObject({
      analyst: {
        title: 'Senior',
        grade: 5,
        progressesTo: [{ to: 'lead', kind: 'lateral', years: [2, 4] }],
      },
    })
  })

  it('is placed after what our side put in the same place', () => {
    const { org } = merge(
      [{ do: 'add-role', role: 'ours', before: 'buyer' }],
      [{ do: 'add-role', role: 'theirs', before: 'buyer' }],
    )
    expect(org && rolesOf(org)).toEqual(['ceo', 'lead', 'analyst', 'planner', 'ours', 'theirs', 'buyer'])
  })

  it('hands over what one of two lines or moves to removed roles gives, when the other side takes the other away', () => {
    const office: Org = defineOrg({
      roles: {
        ceo: {},
        lead: { reportsTo: 'ceo' },
        deputy: { reportsTo: 'lead' },
        analyst: { reportsTo: 'ceo', progressesTo: ['deputy', 'lead'], dottedTo: ['deputy', 'lead'] },
      },
    })
    const removal: Change = { do: 'remove-role', role: 'lead', reports: 'remove', references: 'lift' }
    const { org: ours } = changeOrg(office, [removal])
    for (const to of ['deputy', 'lead'] as const) {
      const taken: Change[] = [
        { do: 'remove-move', role: 'analyst', to },
        { do: 'remove-dotted-line', role: 'analyst', manager: to },
      ]
      const { org: theirs } = changeOrg(office, taken)
      expect(mergeOrgs(office, ours, theirs).conflicts).toEqual([])
      const merged = mergeOrgs(office, theirs, ours).org
      expect(merged && toOrgDocument(merged).roles['analyst']).toEqual({
        reportsTo: 'ceo',
        progressesTo: 'ceo',
        dottedTo: 'ceo',
      })
    }
    const both: Change[] = (['deputy', 'lead'] as const).map((to) => ({
      do: 'remove-move',
      role: 'analyst',
      to,
    }))
    expect(mergeOrgs(office, ours, changeOrg(office, both).org).conflicts).toHaveLength(1)
  })

  it('lifts reports of a removed manager, unless the other side moved them', () => {
    const { org } = merge(
      [{ do: 'remove-role', role: 'lead', reports: 'lift', references: 'remove' }],
      [{ do: 'set-manager', role: 'analyst', manager: 'buyer' }],
    )
    expect(org && [managerOf(org, 'analyst'), managerOf(org, 'planner')]).toEqual(['buyer', 'ceo'])
  })
})

describe('conflicts', () => {
  it('are one field with two values', () => {
    expect(
      conflictsOf(
        [{ do: 'update-role', role: 'buyer', set: { title: 'Buyer' } }],
        [{ do: 'update-role', role: 'buyer', set: { title: 'Purchaser' } }],
      ),
    ).toEqual([
      {
        kind: 'value',
        of: { role: 'buyer' },
        field: 'title',
        base: undefined,
        ours: 'Buyer',
        theirs: 'Purchaser',
        message: "Both sides change title of 'buyer'",
      },
    ])
  })

  it('are two appointments to a vacant role', () => {
    expect(
      conflictsOf(
        [{ do: 'assign', role: 'planner', holder: 'ada' }],
        [{ do: 'assign', role: 'planner', holder: 'bob' }],
      ),
    ).toMatchObject([
      {
        kind: 'value',
        field: 'holders',
        base: { vacant: true },
        ours: { holders: ['ada'] },
        theirs: { holders: ['bob'] },
      },
    ])
  })

  it('are a role that one side removes and the other lets a role report to', () => {
    expect(
      conflictsOf(
        [{ do: 'remove-role', role: 'buyer', references: 'remove' }],
        [{ do: 'add-role', role: 'clerk', spec: { reportsTo: 'buyer' } }],
      ),
    ).toEqual([
      {
        kind: 'removed',
        of: { role: 'buyer' },
        base: { reportsTo: 'ceo' },
        ours: undefined,
        theirs: { reportsTo: 'ceo' },
        because: [{ of: { role: 'clerk' }, field: 'reportsTo' }],
        message: "Our side removes the role 'buyer', and their side changes or uses it: reportsTo of 'clerk'",
      },
    ])
  })

  it('are a unit and a person that one side removes and the other uses', () => {
    expect(
      conflictsOf(
        [
          { do: 'remove-unit', unit: 'it' },
          { do: 'remove-person', person: 'bob' },
        ],
        [
          { do: 'update-role', role: 'buyer', set: { unit: 'it' } },
          { do: 'assign', role: 'buyer', holder: 'bob' },
        ],
      ),
    ).toMatchObject([
      { kind: 'removed', of: { unit: 'it' }, because: [{ of: { role: 'buyer' }, field: 'unit' }] },
      { kind: 'removed', of: { person: 'bob' }, because: [{ of: { role: 'buyer' }, field: 'holders' }] },
    ])
  })

  it('are one id for two things', () => {
    expect(
      conflictsOf([{ do: 'add-role', role: 'x' }], [{ do: 'add-unit', unit: 'x', spec: { title: 'X' } }]),
    ).toMatchObject([{ kind: 'added', of: { role: 'x' }, ours: {}, theirs: { title: 'X' } }])
    expect(
      conflictsOf(
        [{ do: 'add-role', role: 'x', spec: { grade: 1 } }],
        [{ do: 'add-role', role: 'x', spec: { grade: 2 } }],
      ),
    ).toMatchObject([{ kind: 'added', of: { role: 'x' }, ours: { grade: 1 }, theirs: { grade: 2 } }])
  })

  it('are cycles that both sides close together, of roles and of units', () => {
    expect(
      conflictsOf(
        [
          { do: 'set-manager', role: 'buyer', manager: 'analyst' },
          { do: 'update-unit', unit: 'office', set: { partOf: 'it' } },
        ],
        [
          { do: 'set-manager', role: 'lead', manager: 'buyer' },
          { do: 'update-unit', unit: 'it', set: { partOf: 'pmo' } },
        ],
      ),
    ).toMatchObject([
      {
        kind: 'cycle',
        of: 'roles',
        cycle: ['analyst', 'lead', 'buyer', 'analyst'],
        base: ['lead', 'ceo', 'ceo'],
        ours: ['lead', 'ceo', 'analyst'],
        theirs: ['lead', 'buyer', 'ceo'],
      },
      { kind: 'cycle', of: 'units', cycle: ['it', 'pmo', 'office', 'it'] },
    ])
  })

  it('are two names for one role, and one name for two roles', () => {
    const rename = (role: string, to: string) => [{ do: 'rename-role', role, to } as const]
    const [one, other] = [rename('buyer', 'purchaser'), rename('buyer', 'procurer')]
    expect(merge(one, other, { renames: { ours: one, theirs: other } }).conflicts).toMatchObject([
      { kind: 'renamed', of: { role: 'buyer' }, base: 'buyer', ours: 'purchaser', theirs: 'procurer' },
    ])
    const taken = rename('planner', 'purchaser')
    const { conflicts } = merge(one, taken, { renames: { ours: one, theirs: taken } })
    expect(conflicts.filter(({ kind }) => kind === 'renamed')).toHaveLength(2)
  })

  it('are resolved by a side where that is asked for, and listed all the same', () => {
    const ours: Change[] = [{ do: 'update-role', role: 'buyer', set: { title: 'Buyer' } }]
    const theirs: Change[] = [
      { do: 'update-role', role: 'buyer', set: { title: 'Purchaser' } },
      { do: 'update-role', role: 'ceo', set: { grade: 9 } },
    ]
    const titles = (['ours', 'theirs'] as const).map((conflicts) => {
      const merged = merge(ours, theirs, { conflicts })
      expect(merged.conflicts).toMatchObject([{ ours: 'Buyer', theirs: 'Purchaser' }])
      expect(merged.org && toOrgDocument(merged.org).roles).toMatchObject({ ceo: { grade: 9 } })
      return merged.org && Reflect.get(toOrgDocument(merged.org).roles, 'buyer')
    })
    expect(titles).toMatchObject([{ title: 'Buyer' }, { title: 'Purchaser' }])
    expect(merge(ours, theirs).changes).toEqual([{ do: 'update-role', role: 'ceo', set: { grade: 9 } }])
  })
})

describe('orgs that share nothing with the base', () => {
  const first: Org = defineOrg({
    roles: { ceo: {}, lead: { reportsTo: 'ceo' }, clerk: { reportsTo: 'lead' } },
  })
  const version = changeOrg(first, [
    { do: 'add-role', role: 'aide', spec: { reportsTo: 'ceo' }, before: 'ceo' },
    { do: 'remove-role', role: 'clerk' },
    { do: 'add-role', role: 'clerk', spec: { reportsTo: 'lead' }, before: 'lead' },
  ]).org
  const sides = {
    ours: changeOrg(version, [
      { do: 'add-role', role: 'buyer', spec: { reportsTo: 'aide' }, before: 'lead' },
      { do: 'update-role', role: 'clerk', set: { title: 'Chief Clerk' } },
      { do: 'set-manager', role: 'lead', manager: 'aide' },
    ]).org,
    theirs: changeOrg(version, [
      { do: 'add-role', role: 'baker', spec: { reportsTo: 'clerk' }, before: 'ceo' },
      { do: 'update-role', role: 'lead', set: { title: 'Team Lead' } },
      { do: 'set-manager', role: 'clerk', manager: 'ceo' },
    ]).org,
  }
  const asIs = (org: Org): Org => org
  const copied = (org: Org): Org => parseOrgDocument(toOrgDocument(org))

  it.each(
    [asIs, copied].flatMap((a) =>
      [asIs, copied].flatMap((b) => [asIs, copied].map((c) => [a, b, c] as const)),
    ),
  )('are merged like versions of it (%#)', (ofBase, ofOurs, ofTheirs) => {
    const { org, changes, conflicts } = mergeOrgs(ofBase(version), ofOurs(sides.ours), ofTheirs(sides.theirs))
    expect(conflicts).toEqual([])
    expect(changes).toEqual([
      { do: 'add-role', role: 'baker', spec: { reportsTo: 'clerk' }, before: 'ceo' },
      { do: 'set-manager', role: 'clerk', manager: 'ceo' },
      { do: 'update-role', role: 'lead', set: { title: 'Team Lead' } },
    ])
    expect(org && toOrgDocument(org).roles).toEqual({
      aide: { reportsTo: 'ceo' },
      baker: { reportsTo: 'clerk' },
      ceo: {},
      clerk: { title: 'Chief Clerk', reportsTo: 'ceo' },
      buyer: { reportsTo: 'aide' },
      lead: { title: 'Team Lead', reportsTo: 'aide' },
    })
    expect(org && rolesOf(org)).toEqual(['aide', 'baker', 'ceo', 'clerk', 'buyer', 'lead'])
  })
})

describe('renames', () => {
  it('let the changes of the other side follow, and swap ids', () => {
    const renames = [
      { do: 'rename-role', role: 'buyer', to: 'x' },
      { do: 'rename-role', role: 'planner', to: 'buyer' },
      { do: 'rename-role', role: 'x', to: 'planner' },
    ] as const
    const theirs: Change[] = [{ do: 'set-manager', role: 'buyer', manager: 'lead' }]
    const { org, conflicts } = merge(renames, theirs, { renames: { ours: renames } })
    expect(conflicts).toEqual([])
    expect(org && [managerOf(org, 'planner'), managerOf(org, 'buyer')]).toEqual(['lead', 'lead'])
    const back = merge(theirs, renames, { renames: { theirs: renames } })
    expect(changeOrg(changeOrg(base, theirs).org, back.changes).org).toEqual(back.org)
    expect(back.org && [managerOf(back.org, 'planner'), managerOf(back.org, 'buyer')]).toEqual([
      'lead',
      'lead',
    ])
  })

  it('of a role that the other side removes are a conflict', () => {
    const renames = [{ do: 'rename-role', role: 'planner', to: 'scheduler' }] as const
    const { conflicts } = merge(renames, [{ do: 'remove-role', role: 'planner' }], {
      renames: { ours: renames },
    })
    expect(conflicts).toMatchObject([
      { kind: 'removed', of: { role: 'scheduler' }, because: [{ of: { role: 'scheduler' }, field: 'id' }] },
    ])
  })
})

it.each([
  [{ conflicts: 'mine' }],
  [{ conflict: 'ours' }],
  [{ renames: [] }],
  [{ renames: { our: [] } }],
  [{ renames: { ours: 'all' } }],
  [{ renames: { ours: [{ do: 'rename-role', role: 'a' }] } }],
  [{ renames: { theirs: [null] } }],
])('refuses %j', (options) => {
  try {
    mergeOrgs(base, base, base, options as never)
  } catch (error) {
    expect(isOrgError(error, 'INVALID_OPTION')).toBe(true)
    return
  }
  expect.unreachable()
})
