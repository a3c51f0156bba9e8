import {
  assignmentsOf,
  directReportsOf,
  filledManagerOf,
  headcountOf,
  holdersOf,
  isAbove,
  isPersonAbove,
  managersOf,
  managersOfPerson,
  organizationSizeOf,
  type Org,
  orgFromRecords,
  peopleOf,
  reportsOfPerson,
  rolesHeldBy,
  rollUp,
  seatsOf,
  transitiveReportsOf,
  vacantRolesOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { heldCharts, type HeldRow } from '../support/held-charts.js'

/** The holders of a role: none = vacant, undefined = not stated. */
type Row = HeldRow<readonly string[] | undefined>

const HOLDINGS: readonly Row['holders'][] = [undefined, [], ['x'], ['y'], ['x', 'y'], ['z', 'x']]

/** A role is vacant, or one of three people fills it. */
const FILLED: readonly Row['holders'][] = [[], ['x'], ['y'], ['z']]

/** Whether people come in the order of their names: any other chart is one of these with other names. */
function isNamedInOrder(rows: readonly Row[]): boolean {
  const people = [...new Set(rows.flatMap(({ holders = [] }) => holders))]
  return people.join('') === 'xyz'.slice(0, people.length)
}

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

/** Where each role has one holder of its own, questions about people answer as those about roles. */
function compareWithRoles(rows: readonly Row[]): void {
  const org = orgOf(rows.map((row) => ({ ...row, holders: [row.id.toUpperCase()] })))
  const upper = (ids: readonly string[]): Set<string> => new Set(ids.map((id) => id.toUpperCase()))
  for (const { id } of rows) {
    const person = id.toUpperCase()
    expect(new Set(managersOfPerson(org, person))).toEqual(
      upper(managersOf(org, id).filter((one) => one !== id)),
    )
    expect(new Set(reportsOfPerson(org, person))).toEqual(upper(directReportsOf(org, id)))
    const below = reportsOfPerson(org, person, { transitive: true })
    expect(new Set(below)).toEqual(upper(transitiveReportsOf(org, id)))
    for (const other of rows)
      expect(isPersonAbove(org, person, other.id.toUpperCase())).toBe(isAbove(org, id, other.id))
    expect(headcountOf(org, id)).toBe(organizationSizeOf(org, id))
  }
}

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

  it('hold on every chart of 3 roles that up to 3 people fill, with cycles', () => {
    for (const rows of heldCharts<Row['holders']>(3, FILLED)) if (isNamedInOrder(rows)) compare(rows)
  })

  it('hold on every forest of 4 roles that up to 3 people fill', () => {
    for (const rows of heldCharts<Row['holders']>(4, FILLED)) {
      if (isNamedInOrder(rows) && rows.every(({ id, manager = '' }) => manager < id)) compare(rows)
    }
  })

  it.each([1, 2, 3, 4])('answer as roles do where each of %i roles has a holder of its own', (count) => {
    for (const rows of heldCharts<Row['holders']>(count, [undefined])) {
      // A role that reports to itself is above itself as a person, and not as a role.
      if (rows.every(({ id, manager }) => id !== manager)) compareWithRoles(rows)
    }
  })
})
