import {
  type Change,
  changeOrg,
  defineOrg,
  describeChange,
  diffOrgs,
  figuresOf,
  filterOrg,
  invertChanges,
  isAbove,
  isOrgError,
  issuesOf,
  managerOf,
  marksOf,
  type Org,
  packOrg,
  roleOf,
  rolesOf,
  subOrg,
  unpackOrg,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { toText } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    ceo: { cost: 200 },
    lead: { reportsTo: { to: 'ceo', sources: ['chart'] }, unit: 'pmo', holders: ['Ada'], cost: 90 },
    analyst: { reportsTo: 'lead', unit: 'pmo', progressesTo: 'lead', cost: 50 },
    planner: { reportsTo: 'lead', dottedTo: 'ceo', cost: 50 },
    buyer: { reportsTo: 'ceo', dottedTo: { to: 'lead', note: 'on Fridays' } },
  },
  units: { pmo: { head: 'lead', partOf: 'office' }, office: {} },
  services: [{ from: 'lead', to: 'buyer', name: 'templates' }],
})

/** The codes and changes of the problems of a list. */
function problemsOf(changes: unknown): readonly string[] {
  try {
    changeOrg(org, changes as never)
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) {
      return error.details.issues.map(({ code, change, witness }) =>
        [change, code, ...witness].map(String).join(' '),
      )
    }
    throw error
  }
  return []
}

describe('changeOrg', () => {
  it('applies changes in order and leaves the org as it is', () => {
    const { org: changed, effects } = changeOrg(org, [
      { do: 'add-role', role: 'chief', spec: { reportsTo: 'ceo' }, before: 'lead' },
      { do: 'set-manager', role: 'lead', manager: 'chief' },
      { do: 'rename-role', role: 'ceo', to: 'president' },
    ])
    expect(rolesOf(changed)).toEqual(['president', 'chief', 'lead', 'analyst', 'planner', 'buyer'])
    expect(isAbove(changed, 'president', 'analyst')).toBe(true)
    expect(effects).toEqual([])
    expect(rolesOf(org)).toEqual(['ceo', 'lead', 'analyst', 'planner', 'buyer'])
  })

  it('removes a manager whose reports earlier changes of the list moved away or removed', () => {
    const chart = defineOrg({
      roles: {
        ceo: {},
        lead: { reportsTo: 'ceo' },
        analyst: { reportsTo: 'lead' },
        planner: { reportsTo: 'lead' },
        buyer: { reportsTo: 'ceo' },
      },
    })
    const changed = changeOrg(chart, [
      // Removals ask who reports to a role, so that the next change is to a list of reports that is there already.
      { do: 'remove-role', role: 'buyer' },
      { do: 'set-manager', role: 'analyst', manager: 'ceo' },
      { do: 'remove-role', role: 'planner' },
      { do: 'remove-role', role: 'lead' },
    ]).org
    expect(toOrgDocument(changed).roles).toEqual({ ceo: {}, analyst: { reportsTo: 'ceo' } })
  })

  it('says what the removal of a role did', () => {
    const { org: changed, effects } = changeOrg(org, [
      { do: 'remove-role', role: 'lead', reports: 'lift', references: { to: 'planner' } },
    ])
    expect(effects.map(({ of, change }) => `${String(of)} ${describeChange(change)}`)).toEqual([
      "0 remove the dotted line from 'buyer' to 'lead'",
      "0 add a dotted line from 'buyer' to 'planner'",
      "0 remove the move from 'analyst' to 'lead'",
      "0 add a move from 'analyst' to 'planner'",
      "0 'pmo': set head 'planner'",
      "0 remove the service 'templates' from 'lead' to 'buyer'",
      "0 add the service 'templates' from 'planner' to 'buyer'",
      "0 assign 'Ada' to 'planner'",
      "0 'analyst' reports to 'ceo'",
      "0 'planner' reports to 'ceo'",
    ])
    expect(toOrgDocument(changed)).toEqual({
      rolegraph: 1,
      roles: {
        ceo: { cost: 200 },
        analyst: { reportsTo: 'ceo', unit: 'pmo', progressesTo: 'planner', cost: 50 },
        planner: { reportsTo: 'ceo', dottedTo: 'ceo', cost: 50, holders: ['Ada'] },
        buyer: { reportsTo: 'ceo', dottedTo: 'planner' },
      },
      units: { pmo: { head: 'planner', partOf: 'office' }, office: {} },
      services: [{ from: 'planner', to: 'buyer', name: 'templates' }],
    })
  })

  it('removes a role with everyone below it', () => {
    const { org: changed, effects } = changeOrg(org, [
      { do: 'remove-role', role: 'lead', reports: 'remove', references: 'remove' },
    ])
    expect(rolesOf(changed)).toEqual(['ceo', 'buyer'])
    expect(
      effects.filter(({ change }) => change.do === 'remove-role').map(({ change }) => describeChange(change)),
    ).toEqual(["remove the role 'planner'", "remove the role 'analyst'"])
  })

  it('refuses by default to remove what has reports or is referred to, and lists these', () => {
    expect(problemsOf([{ do: 'remove-role', role: 'lead' }])).toEqual([
      '0 HAS_REPORTS analyst planner',
      "0 HAS_REFERENCES its holder 'Ada' the dotted line of 'buyer' the move of 'analyst' the unit 'pmo', which it heads the service 'templates'",
    ])
    expect(problemsOf([{ do: 'remove-unit', unit: 'office' }])).toEqual(['0 HAS_REFERENCES pmo'])
  })

  it('reports all problems of a list, each with its change and a witness', () => {
    expect(
      problemsOf([
        { do: 'set-manager', role: 'ceo', manager: 'analyst' },
        { do: 'set-manager', role: 'analyst', manager: 'leed' },
        { do: 'add-role', role: 'pmo' },
        { do: 'update-role', role: 'lead', set: { titel: 'Lead', grade: 'high' } },
        { do: 'remove-dotted-line', role: 'planner', manager: 'lead' },
        { do: 'add-move', role: 'analyst', move: 'lead' },
        { do: 'update-unit', unit: 'office', set: { partOf: 'pmo' } },
        { do: 'remuve-role', role: 'ceo' },
        { do: 'update-role', role: 'lead', set: { vacant: true } },
      ]),
    ).toEqual([
      '0 REPORTING_CYCLE ceo analyst lead ceo',
      '1 UNKNOWN_MANAGER leed',
      '2 DUPLICATE_ID pmo',
      '3 UNKNOWN_FIELD titel',
      "3 INVALID_FIELD 'high'",
      '4 UNKNOWN_LINE planner lead',
      '5 DUPLICATE_MOVE analyst lead',
      '6 UNIT_CYCLE office pmo office',
      '7 INVALID_FIELD remuve-role',
      '8 INVALID_FIELD an array of 1',
    ])
  })

  it('suggests the nearest change and id', () => {
    expect(() => changeOrg(org, [{ do: 'remuve-role', role: 'ceo' }] as never)).toThrow(
      "did you mean 'remove-role'?",
    )
    expect(() => changeOrg(org, [{ do: 'reorder', role: 'analist', before: null }] as never)).toThrow(
      "did you mean 'analyst'?",
    )
  })

  it.each([
    ['move-role', 'set-manager'],
    ['reparent', 'set-manager'],
    ['create-role', 'add-role'],
    ['delete-unit', 'remove-unit'],
    ['edit-person', 'update-person'],
  ])('understands another word for a change: %s', (name, meant) => {
    expect(() => changeOrg(org, [{ do: name, role: 'ceo' }] as never)).toThrow(`did you mean '${meant}'?`)
  })

  it('collects problems on the org where that is asked for', () => {
    const { org: broken, changes } = changeOrg(
      org,
      [
        { do: 'set-manager', role: 'ceo', manager: 'lead' },
        { do: 'set-manager', role: 'buyer', manager: 'nobody' },
      ] as never,
      { onIssue: 'collect' },
    )
    expect(issuesOf(broken).map(({ code }) => code)).toEqual(['REPORTING_CYCLE', 'UNKNOWN_MANAGER'])
    expect(changes).toHaveLength(2)
    const { org: fixed } = changeOrg(broken, [
      { do: 'set-manager', role: 'ceo', manager: null },
      { do: 'set-manager', role: 'buyer', manager: 'ceo' },
    ])
    expect(issuesOf(fixed)).toEqual([])
  })

  it('fills and vacates roles', () => {
    const { org: changed, effects } = changeOrg(org, [
      { do: 'unassign', role: 'lead', person: 'Ada' },
      { do: 'assign', role: 'planner', holder: { person: 'Ada', kind: 'acting' } },
    ])
    expect(toOrgDocument(changed).roles).toMatchObject({
      lead: { vacant: true },
      planner: { holders: [{ person: 'Ada', kind: 'acting' }] },
    })
    expect(effects).toEqual([])
  })

  it('leaves no role a further member of its own unit', () => {
    const office: Org = defineOrg({
      roles: { lead: { unit: 'pmo', alsoIn: ['office', 'it'] } },
      units: { pmo: { partOf: 'office' }, office: {}, it: { partOf: 'pmo' } },
    })
    const further = (changes: readonly Change[]): unknown => {
      const { org: changed } = changeOrg(office, changes)
      const back = changeOrg(changed, invertChanges(office, changes)).org
      expect(toOrgDocument(back)).toEqual(toOrgDocument(office))
      expect(toOrgDocument(unpackOrg(packOrg(changed)))).toEqual(toOrgDocument(changed))
      return [roleOf(changed, 'lead').unit, ...roleOf(changed, 'lead').alsoIn]
    }
    expect(further([{ do: 'remove-unit', unit: 'it', references: 'lift' }])).toEqual(['pmo', 'office'])
    expect(further([{ do: 'remove-unit', unit: 'pmo', references: 'lift' }])).toEqual(['office', 'it'])
    expect(further([{ do: 'remove-unit', unit: 'it', references: { to: 'pmo' } }])).toEqual(['pmo', 'office'])
    expect(further([{ do: 'update-role', role: 'lead', set: { unit: 'it' } }])).toEqual(['it', 'office'])
    expect(further([{ do: 'update-role', role: 'lead', set: { alsoIn: ['pmo'] } }])).toEqual(['pmo'])
    expect(changeOrg(office, [{ do: 'update-role', role: 'lead', set: { unit: 'it' } }]).effects).toEqual([
      { of: 0, change: { do: 'update-role', role: 'lead', set: { alsoIn: ['office'] } } },
    ])
    const added: Change = { do: 'add-role', role: 'planner', spec: { unit: 'it', alsoIn: ['it', 'pmo'] } }
    expect(roleOf(changeOrg(office, [added]).org, 'planner').alsoIn).toEqual(['pmo'])
  })

  it('copies and freezes the changes', () => {
    const data = { list: [1] }
    const { org: changed, changes } = changeOrg(org, [{ do: 'update-role', role: 'ceo', set: { data } }])
    data.list.push(2)
    expect(changes).toEqual([{ do: 'update-role', role: 'ceo', set: { data: { list: [1] } } }])
    expect(Object.isFrozen(changes[0])).toBe(true)
    expect(toOrgDocument(changed).roles).toMatchObject({ ceo: { data: { list: [1] } } })
  })
})

describe('invertChanges', () => {
  it('brings a removed role back with its place, lines and what referred to it', () => {
    const changes = [{ do: 'remove-role', role: 'lead', reports: 'remove', references: 'remove' }] as const
    const inverse = invertChanges(org, changes)
    expect(changeOrg(changeOrg(org, changes).org, inverse).org).toEqual(org)
  })
})

describe('diffOrgs', () => {
  const { org: after } = changeOrg(org, [
    { do: 'add-role', role: 'tester', spec: { reportsTo: 'lead', cost: 40 } },
    { do: 'set-manager', role: 'planner', manager: 'ceo' },
    { do: 'remove-role', role: 'buyer', references: 'remove' },
  ])
  const diff = diffOrgs(org, after)

  it('lists the changes in words', () => {
    expect(diff.changes.map(describeChange)).toEqual([
      "add the role 'tester' with cost 40 and reportsTo 'lead'",
      "'planner' reports to 'ceo'",
      "remove the service 'templates' from 'lead' to 'buyer'",
      "remove the role 'buyer'",
    ])
  })

  it('marks pictures of the org after and of the org before', () => {
    expect([...marksOf(diff)]).toEqual([
      ['tester', 'added'],
      ['planner', 'moved'],
      ['buyer', 'removed'],
    ])
    expect([...marksOf(diff, { in: 'after' })]).toEqual([
      ['tester', 'added'],
      ['planner', 'moved'],
    ])
    expect([...marksOf(diff, { in: 'before' })]).toEqual([
      ['planner', 'moved'],
      ['buyer', 'removed'],
    ])
    expect(toText(after, { marks: marksOf(diff) })).toContain('tester')
  })

  it('counts people once, and the seats that they fill', () => {
    const was = defineOrg({
      roles: { head: { holders: ['Ada'] }, pmo: { reportsTo: 'head', holders: ['Ada'] } },
    })
    const now = changeOrg(was, [{ do: 'update-role', role: 'pmo', set: { holders: ['Joe'] } }]).org
    const { headcount, seats, byManager } = figuresOf(diffOrgs(was, now))
    expect([headcount, seats, byManager]).toEqual([{ before: 1, after: 2 }, { before: 2, after: 2 }, []])
  })

  it('compares figures', () => {
    expect(figuresOf(diff)).toEqual({
      roles: { before: 5, after: 5 },
      layers: { before: 3, after: 3 },
      managers: { before: 2, after: 2 },
      averageSpan: { before: 2, after: 2 },
      headcount: { before: 5, after: 5 },
      seats: { before: 5, after: 5 },
      fte: { before: 0, after: 0 },
      cost: { before: 390, after: 430 },
      byManager: [
        {
          role: 'ceo',
          span: { before: 2, after: 2 },
          seats: { before: 5, after: 5 },
          fte: { before: 0, after: 0 },
          cost: { before: 390, after: 430 },
        },
        {
          role: 'lead',
          span: { before: 2, after: 2 },
          seats: { before: 3, after: 3 },
          fte: { before: 0, after: 0 },
          cost: { before: 190, after: 180 },
        },
      ],
    })
  })
})

describe('filterOrg and subOrg', () => {
  it('lift, drop or keep the chain of what is left out', () => {
    const isNotLead = (role: { readonly id: string }): boolean => role.id !== 'lead'
    expect(managerOf(filterOrg(org, isNotLead), 'analyst')).toBe('ceo')
    expect(rolesOf(filterOrg(org, isNotLead, { reports: 'drop' }))).toEqual(['ceo', 'buyer'])
    const isAnalyst = (role: { readonly id: string }): boolean => role.id === 'analyst'
    expect(rolesOf(filterOrg(org, isAnalyst, { reports: 'keep-chain' }))).toEqual(['ceo', 'lead', 'analyst'])
    expect(toOrgDocument(filterOrg(org, isNotLead))).toEqual({
      rolegraph: 1,
      roles: {
        ceo: { cost: 200 },
        analyst: { reportsTo: 'ceo', unit: 'pmo', cost: 50 },
        planner: { reportsTo: 'ceo', dottedTo: 'ceo', cost: 50 },
        buyer: { reportsTo: 'ceo' },
      },
      units: { pmo: { partOf: 'office' }, office: {} },
    })
  })

  it('ends in a cycle', () => {
    const broken = defineOrg(
      { roles: { a: { reportsTo: 'b' }, b: { reportsTo: 'a' }, c: { reportsTo: 'b' } } },
      { onIssue: 'collect' },
    )
    expect(toOrgDocument(filterOrg(broken, (role) => role.id === ('c' as never)))).toEqual({
      rolegraph: 1,
      roles: { c: {} },
    })
    expect(rolesOf(subOrg(broken, 'a'))).toEqual(['a', 'b', 'c'])
  })

  it('cut out the part of a role', () => {
    expect(toOrgDocument(subOrg(org, 'lead'))).toEqual({
      rolegraph: 1,
      roles: {
        lead: { unit: 'pmo', holders: ['Ada'], cost: 90 },
        analyst: { reportsTo: 'lead', unit: 'pmo', progressesTo: 'lead', cost: 50 },
        planner: { reportsTo: 'lead', cost: 50 },
      },
      units: { pmo: { head: 'lead', partOf: 'office' }, office: {} },
    })
  })
})
