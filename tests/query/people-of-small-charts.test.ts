import {
  assignmentsOf,
  defineOrg,
  filledManagerOf,
  headcountOf,
  holdersOf,
  isPersonAbove,
  managersOfPerson,
  type Org,
  orgFromRecords,
  peopleOf,
  reportsOfPerson,
  rolesHeldBy,
  rollUp,
  seatsOf,
  vacantRolesOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { heldCharts, type HeldRow } from '../support/held-charts.js'

/** The holders of a role: none = vacant, undefined = not stated. */
type Row = HeldRow<readonly string[] | undefined>

const HOLDINGS: readonly Row['holders'][] = [undefined, [], ['x'], ['y'], ['x', 'y'], ['z', 'x']]

function orgOf(rows: readonly Row[]): Org {
  return orgFromRecords(rows, { id: 'id', manager: 'manager', holders: 'holders', onIssue: 'collect' })
}

/** The rows above one, nearest first, until a row comes again. */
function chainOf(rows: readonly Row[], row: Row): readonly Row[] {
  const chain: Row[] = []
  let next = managerOf(rows, row)
  while (next !== undefined && next !== row && !chain.includes(next)) {
    chain.push(next)
    next = managerOf(rows, next)
  }
  return chain
}

function managerOf(rows: readonly Row[], row: Row): Row | undefined {
  return rows.find(({ id }) => id === row.manager && id !== row.id)
}

/** The filled roles that a row reports to, beyond vacant ones. */
function managersThrough(rows: readonly Row[], row: Row): readonly Row[] {
  const passed = new Set<Row>()
  let next = managerOf(rows, row)
  while (next?.holders?.length === 0 && !passed.has(next)) {
    passed.add(next)
    next = managerOf(rows, next)
  }
  return next === undefined || next.holders?.length === 0 ? [] : [next]
}

const held = (rows: readonly Row[], person: string): readonly Row[] =>
  rows.filter(({ holders }) => holders?.includes(person))

function namesIn(rows: readonly Row[], without: string): Set<string> {
  return new Set(rows.flatMap(({ holders = [] }) => holders).filter((name) => name !== without))
}

/** Compares every question about people with the rows themselves. */
function compare(rows: readonly Row[]): void {
  const org = orgOf(rows)
  const people = [...new Set(rows.flatMap(({ holders = [] }) => holders))]
  const shown = JSON.stringify(rows)
  expect(peopleOf(org), shown).toEqual(people)
  expect(vacantRolesOf(org), shown).toEqual(
    rows.filter(({ holders }) => holders?.length === 0).map(({ id }) => id),
  )
  for (const row of rows) {
    expect(holdersOf(org, row.id), shown).toEqual(row.holders ?? [])
    const filled = chainOf(rows, row).find(({ holders }) => holders?.length !== 0)
    expect(filledManagerOf(org, row.id), shown).toBe(filled?.id)
    const below = rows.filter((other) => other === row || chainOf(rows, other).includes(row))
    const unknown = below.filter(({ holders }) => holders === undefined).length
    expect(headcountOf(org, row.id), shown).toBe(namesIn(below, '').size + unknown)
    const seats = below.map(({ holders }) => holders?.length ?? 1).reduce((sum, one) => sum + one, 0)
    expect(seatsOf(org, row.id), shown).toBe(seats)
    expect(rollUp(org, 'headcount').of(row.id), shown).toBe(seats)
    expect(headcountOf(org, row.id)).toBeLessThanOrEqual(seats)
  }
  for (const person of people) {
    const own = held(rows, person)
    expect(rolesHeldBy(org, person), shown).toEqual(own.map(({ id }) => id))
    expect(assignmentsOf(org, { person }).map(({ role }) => role)).toEqual(own.map(({ id }) => id))
    const direct = own.flatMap((row) => managerOf(rows, row) ?? [])
    expect(new Set(managersOfPerson(org, person, { vacant: 'stop' })), shown).toEqual(namesIn(direct, person))
    const through = own.flatMap((row) => managersThrough(rows, row))
    expect(new Set(managersOfPerson(org, person)), shown).toEqual(namesIn(through, person))
    const reports = rows.filter((row) => managersThrough(rows, row).some((manager) => own.includes(manager)))
    expect(new Set(reportsOfPerson(org, person)), shown).toEqual(namesIn(reports, person))
    const below = rows.filter((row) => chainOf(rows, row).some((upper) => own.includes(upper)))
    expect(new Set(reportsOfPerson(org, person, { transitive: true })), shown).toEqual(namesIn(below, person))
    expect(reportsOfPerson(org, person)).not.toContain(person)
    for (const other of people) {
      const isAbove = held(rows, other).some((row) => chainOf(rows, row).some((upper) => own.includes(upper)))
      expect(isPersonAbove(org, person, other), shown).toBe(isAbove)
      // One goes up and one goes down.
      expect(managersOfPerson(org, other).includes(person), shown).toBe(
        reportsOfPerson(org, person).includes(other),
      )
    }
  }
}

describe('questions about people', () => {
  it.each([1, 2])('hold on every chart of %i roles with cycles, vacancies and job shares', (count) => {
    for (const rows of heldCharts<Row['holders']>(count, HOLDINGS)) compare(rows)
  })

  it('hold on every chart of 3 roles with one person in several of them', () => {
    for (const rows of heldCharts<Row['holders']>(3, [[], ['x'], ['y', 'x']])) compare(rows)
  })

  it('hold on every chart of 4 roles whose managers are vacant or one person', () => {
    for (const rows of heldCharts<Row['holders']>(4, [[], ['x']])) compare(rows)
  })

  it('answer as roles do where each role has one holder', () => {
    const org = defineOrg({
      roles: {
        a: { holders: ['A'] },
        b: { reportsTo: 'a', holders: ['B'] },
        c: { reportsTo: 'b', holders: ['C'] },
      },
    })
    expect(managersOfPerson(org, 'C')).toEqual(['B'])
    expect(reportsOfPerson(org, 'A', { transitive: true })).toEqual(['B', 'C'])
    expect(headcountOf(org)).toBe(seatsOf(org))
  })
})
