import {
  changesBetween,
  defineOrg,
  type EffectiveChanges,
  erasePeople,
  type History,
  historyFromDocument,
  historyFromRecords,
  historyFromSnapshots,
  historyOf,
  holdersOf,
  managerAt,
  managerOf,
  type Org,
  orgAt,
  roleOf,
  tenureOf,
  timelineOf,
  toHistoryDocument,
} from 'rolegraph'
import { parseHistoryDocument, type StreamSource } from 'rolegraph/import'
import { describe, expectTypeOf, it } from 'vitest'

const start = defineOrg({
  roles: {
    director: { holders: ['ada'], data: { floor: 1 } },
    lead: { reportsTo: 'director', unit: 'pmo' },
    analyst: { reportsTo: 'lead' },
  },
  units: { pmo: { head: 'lead' } },
  people: { ada: {}, joe: {} },
})
const history = historyOf(start, [
  { on: '2026-04-01', changes: [{ do: 'set-manager', role: 'analyst', manager: 'director' }] },
  {
    on: '2026-07-01',
    changes: [
      { do: 'add-role', role: 'planner', spec: { reportsTo: 'lead' } },
      { do: 'add-person', person: 'may' },
      { do: 'add-unit', unit: 'finance' },
    ],
  },
  { on: '2026-08-01', changes: [{ do: 'remove-role', role: 'analyst' }] },
])
type Ids = 'director' | 'lead' | 'analyst' | 'planner'

describe('the ids of a history', () => {
  it('are those of all dates: of roles that are added later, and of those that are removed', () => {
    expectTypeOf(managerAt(history, 'planner', '2026-07-01')).toEqualTypeOf<Ids | undefined>()
    managerAt(history, 'analyst', '2026-04-01')
    // @ts-expect-error 'planer' is not a role on any date
    managerAt(history, 'planer', '2026-07-01')
  })

  it('are those of its orgs', () => {
    const org = orgAt(history, '2026-12-31')
    expectTypeOf(managerOf(org, 'planner')).toEqualTypeOf<Ids | undefined>()
    expectTypeOf(holdersOf(org, 'director')).toEqualTypeOf<('ada' | 'joe' | 'may')[]>()
    expectTypeOf(roleOf(org, 'lead').unit).toEqualTypeOf<'pmo' | 'finance' | undefined>()
    // @ts-expect-error 'planer' is not a role on any date
    managerOf(org, 'planer')
  })

  it('are those of its timelines', () => {
    const [spell] = timelineOf(history, { role: 'analyst' })
    expectTypeOf(spell.manager).toEqualTypeOf<Ids | undefined>()
    const [held] = timelineOf(history, { person: 'may' })
    expectTypeOf(held.role).toEqualTypeOf<Ids>()
    expectTypeOf(tenureOf(history, { person: 'ada' }, '2026-04-01')[0].person).toEqualTypeOf<
      'ada' | 'joe' | 'may'
    >()
    // @ts-expect-error a person is not a role
    timelineOf(history, { role: 'ada' })
    // @ts-expect-error a role is not a person
    timelineOf(history, { person: 'lead' })
    // @ts-expect-error a subject is one of the two
    timelineOf(history, { role: 'lead', person: 'ada' })
  })

  it('are checked in its changes', () => {
    // @ts-expect-error 'analist' is not a role
    historyOf(start, [{ on: '2026-04-01', changes: [{ do: 'set-manager', role: 'analist', manager: null }] }])
    // @ts-expect-error an entry has a date
    historyOf(start, [{ changes: [] }])
  })

  it('are any text where the entries are not literals', () => {
    const entries: EffectiveChanges[] = []
    expectTypeOf(historyOf(start as Org, entries)).toEqualTypeOf<History>()
  })
})

describe('a history', () => {
  it('of snapshots has the ids of the org', () => {
    const of = historyFromSnapshots([{ on: '2026-01-01', org: start }])
    expectTypeOf(managerAt(of, 'lead', '2026-01-01')).toEqualTypeOf<
      'director' | 'lead' | 'analyst' | undefined
    >()
  })

  it('of rows has ids that are texts, and the data that are asked for', () => {
    const rows = [{ id: 'a', boss: null as string | null, start: '2026-01-01', cost: 1 }]
    const of = historyFromRecords(rows, { id: 'id', manager: 'boss', from: 'start', data: 'cost' })
    expectTypeOf(of).toExtend<History<string, string, number | undefined>>()
    expectTypeOf(managerAt(of, 'a', '2026-01-01')).toEqualTypeOf<string | undefined>()
    // @ts-expect-error rows have no such field
    historyFromRecords(rows, { id: 'id', from: 'begin' })
  })

  it('of a document has ids that are texts', () => {
    expectTypeOf(historyFromDocument(toHistoryDocument(history))).toEqualTypeOf<History>()
    expectTypeOf(parseHistoryDocument('')).toEqualTypeOf<History>()
    expectTypeOf(parseHistoryDocument(new Blob([]).stream() as StreamSource)).toEqualTypeOf<
      Promise<History>
    >()
  })

  it('without a person has the same roles and units, and any people', () => {
    const erased = erasePeople(history, 'ada')
    expectTypeOf(managerAt(erased, 'planner', '2026-07-01')).toEqualTypeOf<Ids | undefined>()
    expectTypeOf(tenureOf(erased, { role: 'lead' }, '2026-04-01')[0].person).toEqualTypeOf<string>()
    erasePeople(history, ['ada', 'may'])
    // @ts-expect-error nobody is called so
    erasePeople(history, 'adam')
  })

  it('gives changes with any ids', () => {
    expectTypeOf(changesBetween(history, '2026-01-01', '2026-12-31')).toEqualTypeOf<EffectiveChanges[]>()
  })
})

describe('a History is covariant', () => {
  it('in its roles, units, data and people', () => {
    expectTypeOf<History<'a' | 'b'>>().toExtend<History>()
    expectTypeOf<History<'a'>>().toExtend<History<'a' | 'b'>>()
    expectTypeOf<History>().not.toExtend<History<'a'>>()
    expectTypeOf<History<'a'>>().not.toExtend<History<'b'>>()
    expectTypeOf<History<string, 'u'>>().toExtend<History>()
    expectTypeOf<History>().not.toExtend<History<string, 'u'>>()
    expectTypeOf<History<string, string, { floor: number; tag: string }>>().toExtend<
      History<string, string, { floor: number }>
    >()
    expectTypeOf<History>().not.toExtend<History<string, string, { floor: number }>>()
    expectTypeOf<History<string, string, unknown, 'ada'>>().toExtend<History>()
    expectTypeOf<History>().not.toExtend<History<string, string, unknown, 'ada'>>()
  })

  it('so a function of any history accepts each of them', () => {
    const count = (any: History): number => changesBetween(any, '2026-01-01', '2026-12-31').length
    expectTypeOf(count(history)).toEqualTypeOf<number>()
  })

  it('and is opaque, and not an org', () => {
    expectTypeOf<Extract<keyof History, string>>().toEqualTypeOf<never>()
    expectTypeOf<History>().not.toExtend<Org>()
    expectTypeOf<Org>().not.toExtend<History>()
  })
})
