import { changeOrg, defineOrg, draftOf, isOrgError, type OrgDraft, orgFromRecords } from 'rolegraph'
import { draftByHandle, NO_HANDLE } from 'rolegraph/handles'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

const office = defineOrg({
  roles: {
    director: {},
    manager: { reportsTo: 'director', unit: 'pmo' },
    analyst: { reportsTo: 'manager' },
    planner: { reportsTo: 'manager', status: 'planned' },
    adviser: { reportsTo: 'director' },
  },
  units: { pmo: { head: 'manager' }, empty: {} },
})

describe('a draft by handles', () => {
  it('has the handles of the org, and those of heads for units', () => {
    const byHandle = draftByHandle(draftOf(office))
    expect(byHandle.handleOf('director')).toBe(0)
    expect(byHandle.handleOf('adviser')).toBe(4)
    expect(byHandle.handleOf('pmo')).toBe(1)
    expect(byHandle.idOf(3)).toBe('planner')
    expect(thrownBy(() => byHandle.handleOf('empty')).code).toBe('UNIT_WITHOUT_HEAD')
    expect(thrownBy(() => byHandle.handleOf('nobody' as 'pmo')).code).toBe('UNKNOWN_ROLE')
  })

  it('moves, and answers after each move', () => {
    const byHandle = draftByHandle(draftOf(office))
    expect(byHandle.managementChainOf(2)).toEqual([1, 0])
    expect(byHandle.setManager(1, 4)).toBe(byHandle)
    expect(byHandle.managerOf(1)).toBe(4)
    expect(byHandle.managementChainOf(2)).toEqual([1, 4, 0])
    expect(byHandle.isAbove(4, 2)).toBe(true)
    expect(byHandle.isAbove(2, 4)).toBe(false)
    expect(byHandle.isAbove(2, 2)).toBe(false)
    expect(byHandle.wouldMakeCycle(4, 2)).toBe(true)
    expect(byHandle.wouldMakeCycle(2, 2)).toBe(true)
    expect(byHandle.wouldMakeCycle(2, 0)).toBe(false)
    expect(byHandle.organizationSizeOf(4)).toBe(4)
    expect(byHandle.directReportsOf(0)).toEqual([4])
    expect(byHandle.directReportsOf(1)).toEqual([2, 3])
    expect(byHandle.spanOfControlOf(1)).toBe(1)
    expect(byHandle.lowestCommonManagerOf([2, 1])).toBe(4)
    expect(byHandle.lowestCommonManagerOf(Int32Array.of(0, 2))).toBe(NO_HANDLE)
  })

  it('puts a role at the top', () => {
    const draft = draftOf(office)
    const byHandle = draftByHandle(draft).setManager(1, NO_HANDLE)
    expect(byHandle.managerOf(1)).toBe(NO_HANDLE)
    expect(byHandle.organizationSizeOf(0)).toBe(2)
    expect(draft.changes()).toEqual([{ do: 'set-manager', role: 'manager', manager: null }])
  })

  it('is the same draft: edits by ids and by handles alternate, with one undo', () => {
    const draft: OrgDraft = draftOf(office)
    const byHandle = draftByHandle(draft)
    byHandle.setManager(2, 0)
    draft.setManager('planner', 'analyst')
    expect(byHandle.managerOf(3)).toBe(2)
    byHandle.setManager(4, 2)
    expect(draft.directReportsOf('analyst')).toEqual(['planner', 'adviser'])
    const changes = [
      { do: 'set-manager', role: 'analyst', manager: 'director' },
      { do: 'set-manager', role: 'planner', manager: 'analyst' },
      { do: 'set-manager', role: 'adviser', manager: 'analyst' },
    ] as const
    expect(draft.changes()).toEqual(changes)
    expect(JSON.stringify(draft.toOrg())).toBe(JSON.stringify(changeOrg(office, changes).org))
    expect(draft.undo()).toEqual(changes[2])
    expect(byHandle.managerOf(4)).toBe(0)
    draft.redo()
    expect(byHandle.managerOf(4)).toBe(2)
  })

  it('refuses a move that would close a cycle, with the cycle, and stays as it was', () => {
    const draft = draftOf(office)
    const byHandle = draftByHandle(draft)
    for (const [manager, cycle] of [
      [2, ['director', 'analyst', 'manager', 'director']],
      [0, ['director', 'director']],
    ] as const) {
      const error = thrownBy(() => byHandle.setManager(0, manager))
      const byId = thrownBy(() => draft.setManager('director', byHandle.idOf(manager)))
      expect([error.code, error.message]).toEqual(['INVALID_CHANGES', byId.message])
      expect(isOrgError(error, 'INVALID_CHANGES') && error.details.issues[0]?.witness).toEqual(cycle)
    }
    expect(draft.changes()).toEqual([])
    expect(byHandle.managerOf(0)).toBe(NO_HANDLE)
  })

  it('gives an added role the next handle, and takes it away when the edit is undone', () => {
    const draft: OrgDraft = draftOf(office)
    const byHandle = draftByHandle(draft)
    expect(thrownBy(() => byHandle.idOf(5)).code).toBe('UNKNOWN_HANDLE')
    draft.addRole('trainee', { reportsTo: 'analyst' })
    expect(byHandle.handleOf('trainee')).toBe(5)
    expect(byHandle.managementChainOf(5)).toEqual([2, 1, 0])
    draft.undo()
    expect(thrownBy(() => byHandle.managerOf(5)).code).toBe('UNKNOWN_HANDLE')
  })

  it('knows no handle of a removed role, even where another role has its id', () => {
    const draft: OrgDraft = draftOf(office)
    const byHandle = draftByHandle(draft)
    draft.removeRole('adviser')
    const error = thrownBy(() => byHandle.organizationSizeOf(4))
    expect(error.code).toBe('UNKNOWN_HANDLE')
    expect(error.message).toBe('4 is the handle of a role that was removed from this draft of 4 roles.')
    draft.addRole('adviser', { reportsTo: 'manager' })
    expect(byHandle.handleOf('adviser')).toBe(5)
    expect(thrownBy(() => byHandle.setManager(2, 4)).code).toBe('UNKNOWN_HANDLE')
    expect(byHandle.setManager(2, 5).idOf(byHandle.managerOf(2))).toBe('adviser')
    draft.undo()
    draft.undo()
    draft.undo()
    expect(byHandle.idOf(4)).toBe('adviser')
  })

  it('keeps the handle of a role that gets another id', () => {
    const draft: OrgDraft = draftOf(office)
    const byHandle = draftByHandle(draft)
    draft.apply({ do: 'rename-role', role: 'analyst', to: 'data-analyst' })
    expect(byHandle.idOf(2)).toBe('data-analyst')
    byHandle.setManager(2, 0)
    expect(draft.managerOf('data-analyst')).toBe('director')
  })

  it('takes a cycle of a broken chart apart', () => {
    const rows = [
      { id: 'a', manager: 'c' },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'b' },
      { id: 'd', manager: 'd' },
    ]
    const fields = { id: 'id', manager: 'manager', onIssue: 'collect' } as const
    const byHandle = draftByHandle(draftOf(orgFromRecords(rows, fields)))
    expect(byHandle.isAbove(0, 2)).toBe(true)
    expect(byHandle.managerOf(3)).toBe(NO_HANDLE)
    byHandle.setManager(0, NO_HANDLE)
    expect(byHandle.managementChainOf(2)).toEqual([1, 0])
  })

  it('a chain of 100,000 turns over', () => {
    const count = 100_000
    const rows = Array.from({ length: count }, (_, row) => ({
      id: String(row),
      manager: row === 0 ? null : String(row - 1),
    }))
    const byHandle = draftByHandle(draftOf(orgFromRecords(rows, { id: 'id', manager: 'manager' })))
    expect(byHandle.managementChainOf(count - 1)).toHaveLength(count - 1)
    byHandle.setManager(count / 2, NO_HANDLE).setManager(0, count - 1)
    expect(byHandle.organizationSizeOf(count / 2)).toBe(count)
    expect(byHandle.lowestCommonManagerOf([0, count - 1])).toBe(count - 2)
  })
})

const noHandles: readonly unknown[] = [
  -2,
  5,
  1.5,
  NaN,
  2 ** 32,
  '3',
  3n,
  true,
  null,
  undefined,
  [3],
  Symbol('3'),
]

describe('a draft by handles refuses', () => {
  const draft = draftOf(office)
  const byHandle = draftByHandle(draft)
  const calls: readonly [name: string, call: (handle: number) => unknown][] = [
    ['idOf', (handle) => byHandle.idOf(handle)],
    ['setManager of a role', (handle) => byHandle.setManager(handle, 0)],
    ['setManager to a manager', (handle) => byHandle.setManager(2, handle)],
    ['managerOf', (handle) => byHandle.managerOf(handle)],
    ['isAbove, as the upper', (handle) => byHandle.isAbove(handle, 0)],
    ['isAbove, as the lower', (handle) => byHandle.isAbove(0, handle)],
    ['wouldMakeCycle of a role', (handle) => byHandle.wouldMakeCycle(handle, 0)],
    ['wouldMakeCycle with a manager', (handle) => byHandle.wouldMakeCycle(0, handle)],
    ['organizationSizeOf', (handle) => byHandle.organizationSizeOf(handle)],
    ['spanOfControlOf', (handle) => byHandle.spanOfControlOf(handle)],
    ['managementChainOf', (handle) => byHandle.managementChainOf(handle)],
    ['lowestCommonManagerOf', (handle) => byHandle.lowestCommonManagerOf([0, handle])],
    ['directReportsOf', (handle) => byHandle.directReportsOf(handle)],
  ]

  it.each(calls)('anything but a handle: %s', (_name, call) => {
    for (const received of noHandles) {
      const error = thrownBy(() => call(received as number))
      expect(error.code).toBe('UNKNOWN_HANDLE')
      expect(error.details).toEqual({ handle: received, roles: 5 })
      expect(error.message).toContain('is not a handle of this draft of 5 roles')
    }
    expect(draft.changes()).toEqual([])
  })

  it('NO_HANDLE where a role is asked for', () => {
    expect(() => byHandle.managerOf(byHandle.managerOf(0))).toThrow(
      '-1 is not a handle of this draft of 5 roles: its handles are the whole numbers from 0 to 4. ' +
        'A query returns -1 for "no role": compare with NO_HANDLE first.',
    )
  })

  it.each<unknown[]>([[[]], [[1]], [null], ['12'], [new Set([1, 2])], [new DataView(new ArrayBuffer(16))]])(
    'the roles %o',
    (received) => {
      const error = thrownBy(() => byHandle.lowestCommonManagerOf(received as number[]))
      expect(error.code).toBe('INVALID_ARGUMENT')
    },
  )

  it.each<unknown[]>([[undefined], [null], [{}], [office], ['draft'], [byHandle]])(
    '%o instead of a draft',
    (received) => {
      const error = thrownBy(() => draftByHandle(received as OrgDraft))
      expect(error.code).toBe('INVALID_ARGUMENT')
      expect(error.message).toContain('draftByHandle expects draft as a draft that draftOf made')
    },
  )
})
