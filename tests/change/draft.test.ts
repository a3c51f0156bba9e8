import {
  type Change,
  changeOrg,
  defineOrg,
  draftOf,
  isOrgError,
  managerOf,
  type OrgDraft,
  orgFromRecords,
  rolesOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'

const office = defineOrg({
  roles: {
    director: { title: 'Director' },
    manager: { reportsTo: { to: 'director', as: 'deputy', sources: ['plan'] }, unit: 'pmo' },
    analyst: { reportsTo: 'manager', holders: ['Ada'] },
    planner: { reportsTo: 'manager', status: 'planned' },
    adviser: { reportsTo: 'director', dottedTo: 'manager' },
  },
  units: { pmo: { head: 'manager' }, empty: {} },
})

/** The code and the witness of each issue with which an edit is refused. */
function refusal(edit: () => unknown): unknown {
  try {
    edit()
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES'))
      return error.details.issues.map(({ code, witness }) => [code, ...witness])
    throw error
  }
  return undefined
}

describe('a draft answers after each edit', () => {
  it('a move', () => {
    const draft = draftOf(office)
    expect(draft.managementChainOf('analyst')).toEqual(['manager', 'director'])
    draft.setManager('manager', 'adviser')
    expect(draft.managerOf('manager')).toBe('adviser')
    expect(draft.managementChainOf('analyst')).toEqual(['manager', 'adviser', 'director'])
    expect(draft.isAbove('adviser', 'analyst')).toBe(true)
    expect(draft.isAbove('analyst', 'adviser')).toBe(false)
    expect(draft.organizationSizeOf('adviser')).toBe(4)
    expect(draft.directReportsOf('director')).toEqual(['adviser'])
    expect(draft.lowestCommonManagerOf(['analyst', 'manager'])).toBe('adviser')
    expect(draft.lowestCommonManagerOf(['director', 'analyst'])).toBeUndefined()
  })

  it('a planned role is a report, and does not count in a span', () => {
    const draft = draftOf(office)
    expect(draft.directReportsOf('manager')).toEqual(['analyst', 'planner'])
    expect(draft.spanOfControlOf('manager')).toBe(1)
    draft.updateRole('planner', { status: null })
    expect(draft.spanOfControlOf('manager')).toBe(2)
    draft.undo()
    expect(draft.spanOfControlOf('manager')).toBe(1)
    const more = draft.addRole('trainee', { reportsTo: 'manager', status: 'planned' })
    expect([more.spanOfControlOf('manager'), more.organizationSizeOf('manager')]).toEqual([1, 4])
  })

  it('siblings have the order of the roles, whatever the order of the moves', () => {
    const draft = draftOf(office)
    draft.setManager('adviser', 'manager').setManager('analyst', 'director').setManager('analyst', 'manager')
    expect(draft.directReportsOf('manager')).toEqual(['analyst', 'planner', 'adviser'])
    draft.setManager('adviser', 'manager', { before: 'analyst' })
    expect(draft.directReportsOf('manager')).toEqual(['adviser', 'analyst', 'planner'])
    const more = draft.addRole('clerk', { reportsTo: 'manager' }, { before: 'planner' })
    expect(more.directReportsOf('manager')).toEqual(['adviser', 'analyst', 'clerk', 'planner'])
    expect(rolesOf(more.toOrg())).toEqual(['director', 'manager', 'adviser', 'analyst', 'clerk', 'planner'])
  })

  it('many roles before the same one keep their order', () => {
    const draft: OrgDraft = draftOf(office)
    const added = Array.from({ length: 200 }, (_, at) => `r${String(at)}`)
    for (const id of added) draft.addRole(id, { reportsTo: 'manager' }, { before: 'planner' })
    expect(draft.directReportsOf('manager')).toEqual(['analyst', ...added, 'planner'])
    for (const id of added.slice(1)) draft.apply({ do: 'reorder', role: id, before: 'r0' })
    expect(draft.directReportsOf('manager')).toEqual(['analyst', ...added.slice(1), 'r0', 'planner'])
  })

  it('a unit answers through its head, at this point', () => {
    const draft = draftOf(office)
    expect(draft.managerOf('pmo')).toBe('director')
    draft.apply({ do: 'update-unit', unit: 'pmo', set: { head: 'analyst' } })
    expect(draft.managerOf('pmo')).toBe('manager')
    expect(draft.wouldMakeCycle('manager', 'pmo')).toBe(true)
    draft.undo()
    expect(draft.managerOf('pmo')).toBe('director')
    expect(() => draft.managerOf('empty')).toThrow(expect.objectContaining({ code: 'UNIT_WITHOUT_HEAD' }))
  })

  it('ids that are removed, added and renamed', () => {
    const draft: OrgDraft = draftOf(office)
    draft.apply({ do: 'rename-role', role: 'analyst', to: 'senior' })
    expect([draft.isRole('analyst'), draft.isRole('senior')]).toEqual([false, true])
    draft.addRole('analyst', { reportsTo: 'senior' })
    expect(draft.managementChainOf('analyst')).toEqual(['senior', 'manager', 'director'])
    draft.setManager('analyst', 'director').removeRole('analyst')
    expect(draft.changes()).toEqual([
      { do: 'rename-role', role: 'analyst', to: 'senior' },
      { do: 'add-role', role: 'analyst', spec: { reportsTo: 'senior' } },
      { do: 'set-manager', role: 'analyst', manager: 'director' },
      { do: 'remove-role', role: 'analyst' },
    ])
    while (draft.undo() !== undefined);
    expect(draft.managerOf('analyst')).toBe('manager')
    expect(draft.toOrg()).toBe(office)
  })
})

it('an added role has its own id, whatever was added and renamed in its place before', () => {
  const draft: OrgDraft = draftOf(office)
  draft.addRole('clerk', { reportsTo: 'analyst' }).apply({ do: 'rename-role', role: 'clerk', to: 'typist' })
  expect(draft.directReportsOf('analyst')).toEqual(['typist'])
  draft.undo()
  expect(draft.directReportsOf('analyst')).toEqual(['clerk'])
  draft.undo()
  draft.addRole('trainee', { reportsTo: 'analyst' })
  expect(draft.directReportsOf('analyst')).toEqual(['trainee'])
  expect([draft.isRole('clerk'), draft.isRole('typist')]).toEqual([false, false])
})

describe('changes and the org of a draft', () => {
  it('name the ids that roles had at each edit', () => {
    const draft: OrgDraft = draftOf(office)
    draft.setManager('analyst', 'director')
    draft.apply({ do: 'rename-role', role: 'director', to: 'head' })
    draft.setManager('planner', 'head')
    expect(draft.changes()).toEqual([
      { do: 'set-manager', role: 'analyst', manager: 'director' },
      { do: 'rename-role', role: 'director', to: 'head' },
      { do: 'set-manager', role: 'planner', manager: 'head' },
    ])
    expect(draft.toOrg()).toEqual(changeOrg(office, draft.changes()).org)
  })

  it('are copies: the caller cannot change them, and they do not change with later edits', () => {
    const draft: OrgDraft = draftOf(office)
    const skills = ['reports']
    draft.addRole('clerk', { skills })
    skills.push('more')
    const changes = draft.changes()
    expect(changes).toEqual([{ do: 'add-role', role: 'clerk', spec: { skills: ['reports'] } }])
    const org = draft.toOrg()
    draft.setManager('clerk', 'director')
    expect(changes).toHaveLength(1)
    expect(managerOf(org, 'clerk')).toBeUndefined()
    expect(managerOf(office, 'analyst')).toBe('manager')
  })

  it('keep what lines are based on, until they are moved', () => {
    const draft = draftOf(office)
    draft.setManager('analyst', 'director').undo()
    draft.setManager('manager', null).undo()
    expect(draft.toOrg()).toEqual(office)
    draft.updateRole('director', { grade: 9 })
    draft.setManager('manager', null).toOrg()
    draft.undo()
    expect(draft.toOrg()).toEqual(changeOrg(office, draft.changes()).org)
  })
})

describe('undo and redo', () => {
  it('return the edit, and undefined at the ends', () => {
    const draft = draftOf(office)
    expect([draft.undo(), draft.redo()]).toEqual([undefined, undefined])
    draft.setManager('analyst', null)
    const move: Change = { do: 'set-manager', role: 'analyst', manager: null }
    expect(draft.undo()).toEqual(move)
    expect(draft.redo()).toEqual(move)
    expect(draft.redo()).toBeUndefined()
  })

  it('an edit ends what can be redone; one that is refused does not', () => {
    const draft = draftOf(office)
    draft.setManager('analyst', 'director')
    draft.undo()
    expect(refusal(() => draft.setManager('director', 'analyst'))).toEqual([
      ['REPORTING_CYCLE', 'director', 'analyst', 'manager', 'director'],
    ])
    expect(draft.redo()).toBeDefined()
    draft.undo()
    draft.setManager('planner', 'director')
    expect(draft.redo()).toBeUndefined()
  })

  it('a removal with everything below it and what refers to it', () => {
    const draft = draftOf(office)
    draft.removeRole('manager', { reports: 'remove', references: 'remove' })
    expect(rolesOf(draft.toOrg())).toEqual(['director', 'adviser'])
    expect(draft.organizationSizeOf('director')).toBe(2)
    draft.undo()
    expect(draft.toOrg()).toEqual(office)
    expect(draft.organizationSizeOf('manager')).toBe(3)
    draft.redo()
    expect(draft.organizationSizeOf('director')).toBe(2)
    expect(draft.isRole('analyst')).toBe(false)
  })
})

describe('an edit is refused', () => {
  it('if it closes a cycle, with the cycle in the message', () => {
    const draft = draftOf(office)
    expect(() => draft.setManager('director', 'analyst')).toThrow(
      "The role 'director' would report to one of its own reports: 3 roles report to each other in a cycle: " +
        "'director' → 'analyst' → 'manager' → 'director'",
    )
    expect(refusal(() => draft.setManager('analyst', 'analyst'))).toEqual([
      ['SELF_REPORT', 'analyst', 'analyst'],
    ])
    expect(draft.wouldMakeCycle('analyst', 'analyst')).toBe(true)
    expect(draft.changes()).toEqual([])
  })

  it('if it removes what others report or refer to', () => {
    const draft = draftOf(office)
    expect(refusal(() => draft.removeRole('director'))).toEqual([['HAS_REPORTS', 'manager', 'adviser']])
    expect(refusal(() => draft.removeRole('analyst'))).toEqual([['HAS_REFERENCES', "its holder 'Ada'"]])
    expect(refusal(() => draft.removeRole('manager', { reports: 'lift' }))).toEqual([
      ['HAS_REFERENCES', "the dotted line of 'adviser'", "the unit 'pmo', which it heads"],
    ])
    draft.removeRole('manager', { reports: 'lift', references: 'lift' })
    expect(draft.managerOf('pmo')).toBeUndefined()
    expect(draft.directReportsOf('director')).toEqual(['analyst', 'planner', 'adviser'])
  })

  it('if it removes the end of a move, a line, a service or an assignment, from the start or from an edit', () => {
    const referred = defineOrg({
      roles: { a: {}, b: { progressesTo: 'a' }, c: { dottedTo: 'b' }, d: {}, e: {}, f: {} },
      services: [{ from: 'c', to: 'd', name: 'templates' }],
    })
    const draft: OrgDraft = draftOf(referred)
    const witness = (role: string): unknown => {
      return (refusal(() => draft.removeRole(role)) as readonly (readonly string[])[] | undefined)
        ?.at(0)
        ?.at(1)
    }
    expect(['a', 'b', 'c', 'd'].map(witness)).toEqual([
      "the move of 'b'",
      "the dotted line of 'c'",
      "the service 'templates'",
      "the service 'templates'",
    ])
    draft.apply({ do: 'add-move', role: 'a', move: 'e' })
    draft.addRole('g', { dottedTo: 'f' }).addRole('h', { holders: ['Ada'] })
    expect(['e', 'f', 'g', 'h'].map(witness)).toEqual([
      "the move of 'a'",
      "the dotted line of 'g'",
      undefined,
      "its holder 'Ada'",
    ])
    draft.removeRole('h', { references: 'remove' }).removeRole('f')
    expect(rolesOf(draft.toOrg())).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('if it names what there is not, or sets what cannot be', () => {
    const draft: OrgDraft = draftOf(office)
    expect(refusal(() => draft.setManager('nobody', 'director'))).toEqual([['UNKNOWN_ROLE', 'nobody']])
    expect(refusal(() => draft.setManager('analyst', 'pmo'))).toEqual([['UNKNOWN_MANAGER', 'pmo']])
    expect(refusal(() => draft.addRole('pmo'))).toEqual([['DUPLICATE_ID', 'pmo']])
    expect(refusal(() => draft.addRole('clerk', { unit: 'nowhere' }))).toEqual([['UNKNOWN_UNIT', 'nowhere']])
    expect(refusal(() => draft.updateRole('analyst', { fte: -1 }))).toHaveLength(1)
    expect(refusal(() => draft.setManager('analyst', 'director', { before: 'nobody' }))).toEqual([
      ['UNKNOWN_ROLE', 'nobody'],
    ])
    expect(draft.toOrg()).toBe(office)
  })
})

describe('a broken chart can be drafted', () => {
  const broken = orgFromRecords(
    [
      { id: 'a', manager: 'b' },
      { id: 'b', manager: 'c' },
      { id: 'c', manager: 'a' },
      { id: 'd', manager: 'b' },
      { id: 'e', manager: 'd' },
      { id: 'f', manager: 'ghost' },
      { id: 'g', manager: 'g' },
    ],
    { id: 'id', manager: 'manager', onIssue: 'collect' },
  )

  it('and every question ends', () => {
    const draft: OrgDraft = draftOf(broken)
    expect(draft.managementChainOf('e')).toEqual(['d', 'b', 'c', 'a'])
    expect(draft.managementChainOf('a')).toEqual(['b', 'c'])
    expect(['a', 'b', 'd', 'g'].map((id) => draft.organizationSizeOf(id))).toEqual([5, 5, 2, 1])
    expect([draft.isAbove('a', 'c'), draft.isAbove('c', 'a'), draft.isAbove('e', 'a')]).toEqual([
      true,
      true,
      false,
    ])
    expect(draft.lowestCommonManagerOf(['e', 'a'])).toBe('b')
    expect([draft.managerOf('f'), draft.managerOf('g')]).toEqual([undefined, undefined])
    expect(draft.directReportsOf('g')).toEqual([])
  })

  it('edits take its cycles apart, undo closes them again, and no edit makes one', () => {
    const draft: OrgDraft = draftOf(broken)
    expect(draft.wouldMakeCycle('a', 'e')).toBe(true)
    draft.setManager('a', null)
    expect(draft.managementChainOf('e')).toEqual(['d', 'b', 'c', 'a'])
    expect(['a', 'b', 'c', 'd'].map((id) => draft.organizationSizeOf(id))).toEqual([5, 3, 4, 2])
    expect(refusal(() => draft.setManager('a', 'b'))).toEqual([['REPORTING_CYCLE', 'a', 'b', 'c', 'a']])
    draft.undo()
    expect(draft.organizationSizeOf('c')).toBe(5)
    expect(draft.toOrg()).toBe(broken)
    draft.setManager('f', 'g').setManager('g', null)
    expect(draft.organizationSizeOf('g')).toBe(2)
    expect(draft.toOrg()).toEqual(changeOrg(broken, draft.changes()).org)
  })
})

describe('from plain JavaScript', () => {
  const wrong: readonly unknown[] = [
    undefined,
    null,
    7,
    Symbol('id'),
    {},
    ['analyst'],
    '__proto__',
    () => 'a',
  ]
  const methods = [
    ...['setManager', 'addRole', 'removeRole', 'updateRole', 'apply', 'isRole', 'managerOf', 'isAbove'],
    ...['wouldMakeCycle', 'organizationSizeOf', 'spanOfControlOf', 'managementChainOf'],
    ...['lowestCommonManagerOf', 'directReportsOf'],
  ]

  it.each(methods)('%s refuses wrong arguments with an OrgError, and stays as it was', (method) => {
    const draft: Readonly<Record<string, (...args: unknown[]) => unknown>> & OrgDraft = draftOf(
      office,
    ) as never
    for (const first of wrong) {
      for (const args of [
        [first],
        ['analyst', first],
        ['analyst', 'director', first],
        [first, first, first],
      ]) {
        try {
          draft[method](...args)
        } catch (error) {
          expect(isOrgError(error), String(error)).toBe(true)
        }
        while (draft.undo() !== undefined);
        expect(draft.toOrg()).toBe(office)
      }
    }
  })

  it('an unknown option is refused', () => {
    const draft = draftOf(office)
    // @ts-expect-error There is no such option.
    expect(() => draft.setManager('analyst', 'director', { after: 'planner' })).toThrow(
      "setManager has no option 'after'",
    )
    // @ts-expect-error There is no such option.
    expect(() => draft.removeRole('analyst', { report: 'lift' })).toThrow("did you mean 'reports'?")
    // @ts-expect-error Questions of a draft follow solid lines.
    expect(() => draft.isAbove('manager', 'adviser', { lines: 'all' })).toThrow(
      "isAbove has no option 'lines'. It takes no options.",
    )
  })

  it('shows nothing of its inside', () => {
    const draft = draftOf(office)
    expect(Object.keys(draft)).toEqual([])
    expect(Object.isFrozen(draft)).toBe(true)
  })
})
