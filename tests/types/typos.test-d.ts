// Every place where an id or a name can be misspelt: the line after each expectation must not compile.
import { defineOrg, isAbove, managementChainOf, managerOf, orgFromRecords, roleOf, unitOf } from 'rolegraph'
import { describe, test } from 'vitest'

describe('a typo in a spec does not compile', () => {
  test('in a solid line', () => {
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { reportsTo: 'aa' } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { reportsTo: { to: 'aa' } } } })
    // @ts-expect-error at most one solid manager
    defineOrg({ roles: { a: {}, b: { reportsTo: ['a'] } } })
    // @ts-expect-error null is not a manager: leave it out
    defineOrg({ roles: { a: { reportsTo: null } } })
  })

  test('in a dotted line, in each of its forms', () => {
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { dottedTo: 'aa' } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { dottedTo: { to: 'aa' } } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { dottedTo: ['a', 'aa'] } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { dottedTo: ['a', { to: 'aa' }] } } })
  })

  test('in a move, in each of its forms', () => {
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { progressesTo: 'aa' } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { progressesTo: { to: 'aa' } } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { progressesTo: ['a', 'aa'] } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {}, b: { progressesTo: [{ to: 'a', years: [1, 2] }, { to: 'aa' }] } } })
    // @ts-expect-error there is no such kind of move
    defineOrg({ roles: { a: {}, b: { progressesTo: { to: 'a', kind: 'promotion' } } } })
    // @ts-expect-error years are [min, max]
    defineOrg({ roles: { a: {}, b: { progressesTo: { to: 'a', years: [1, 2, 3] } } } })
    // @ts-expect-error years are [min, max]
    defineOrg({ roles: { a: {}, b: { progressesTo: { to: 'a', years: 3 } } } })
  })

  test('in a unit', () => {
    // @ts-expect-error the spec has no units
    defineOrg({ roles: { a: { unit: 'pmo' } } })
    // @ts-expect-error 'pno' is not a unit
    defineOrg({ roles: { a: { unit: 'pno' } }, units: { pmo: {} } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {} }, units: { pmo: { head: 'aa' } } })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {} }, units: { pmo: { head: ['a', 'aa'] } } })
    // @ts-expect-error 'pno' is not a unit
    defineOrg({ roles: { a: { alsoIn: 'pno' } }, units: { pmo: {} } })
    // @ts-expect-error 'pno' is not a unit
    defineOrg({ roles: { a: { alsoIn: ['pmo', 'pno'] } }, units: { pmo: {} } })
    // @ts-expect-error a unit is not a head
    defineOrg({ roles: { a: {} }, units: { pmo: { head: 'pmo' } } })
    // @ts-expect-error 'company' is not a unit
    defineOrg({ roles: { a: {} }, units: { pmo: { partOf: 'company' } } })
    // @ts-expect-error a role is not a larger unit
    defineOrg({ roles: { a: {} }, units: { pmo: { partOf: 'a' } } })
  })

  test('in a service', () => {
    // @ts-expect-error 'pno' is neither a unit nor a role
    defineOrg({ roles: { a: {} }, units: { pmo: {} }, services: [{ from: 'pno', to: 'a', name: 'n' }] })
    // @ts-expect-error 'aa' is not a role
    defineOrg({ roles: { a: {} }, units: { pmo: {} }, services: [{ from: 'pmo', to: 'aa', name: 'n' }] })
    // @ts-expect-error a unit is not supported
    defineOrg({ roles: { a: {} }, units: { pmo: {} }, services: [{ from: 'a', to: 'pmo', name: 'n' }] })
    // @ts-expect-error a service has a name
    defineOrg({ roles: { a: {} }, services: [{ from: 'a', to: 'a' }] })
  })

  test('in the name of a field', () => {
    // @ts-expect-error there is no 'titel'
    defineOrg({ roles: { a: { titel: 'A' } } })
    // @ts-expect-error a custom attribute belongs under data
    defineOrg({ roles: { a: { floor: 3 } } })
    // @ts-expect-error there is no 'reportTo'
    defineOrg({ roles: { a: {}, b: { reportTo: 'a' } } })
    // @ts-expect-error there is no 'source'
    defineOrg({ roles: { a: {}, b: { reportsTo: { to: 'a', source: ['x'] } } } })
    // @ts-expect-error there is no 'year'
    defineOrg({ roles: { a: {}, b: { progressesTo: [{ to: 'a', year: [1] }] } } })
    // @ts-expect-error there is no 'heads'
    defineOrg({ roles: { a: {} }, units: { pmo: { heads: 'a' } } })
    // @ts-expect-error there is no 'unit'
    defineOrg({ roles: { a: {} }, unit: { pmo: {} } })
  })

  test('in the kind of a value', () => {
    // @ts-expect-error a grade is a number
    defineOrg({ roles: { a: { grade: '7' } } })
    // @ts-expect-error a holder is a name, or an object
    defineOrg({ roles: { a: { holders: 7 } } })
    // @ts-expect-error there is no such hedge
    defineOrg({ roles: { a: { hedge: 'maybe' } } })
  })

  test('a unit with the id of a role', () => {
    // @ts-expect-error roles and units share one namespace
    defineOrg({ roles: { a: {}, pmo: {} }, units: { pmo: {} } })
    // @ts-expect-error also if the unit comes first, with fields
    defineOrg({ units: { pmo: { title: 'PMO', head: 'a' } }, roles: { pmo: {}, a: {} } })
  })
})

describe('a typo in a question does not compile', () => {
  const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } }, units: { pmo: {} } })

  test('in the id of a role or unit', () => {
    // @ts-expect-error 'analist' is not a role
    managerOf(org, 'analist')
    // @ts-expect-error 'analist' is not a role
    managementChainOf(org, 'analist')
    // @ts-expect-error 'leed' is not a role
    isAbove(org, 'leed', 'analyst')
    // @ts-expect-error 'analist' is not a role
    isAbove(org, 'lead', 'analist')
    // @ts-expect-error a unit has no record as a role
    roleOf(org, 'pmo')
    // @ts-expect-error 'pno' is not a unit
    unitOf(org, 'pno')
    const text = ['lead'].join()
    // @ts-expect-error a plain string may be a typo
    managerOf(org, text)
  })

  test('in an option', () => {
    // @ts-expect-error 'doted' is not a kind of line
    managementChainOf(org, 'analyst', { lines: 'doted' })
    // @ts-expect-error 'line' is not an option
    managementChainOf(org, 'analyst', { line: 'all' })
  })

  test('in the org', () => {
    // @ts-expect-error a spec is not an org
    managerOf({ roles: { lead: {} } }, 'lead')
    // @ts-expect-error the role comes second
    managerOf('lead', org)
  })
})

describe('a typo in the fields of records does not compile', () => {
  const rows = [{ post: '1', boss: null, name: 'Director', level: 7, people: ['Ann'] }]

  test('in the name of a field', () => {
    // @ts-expect-error 'pots' is not a field
    orgFromRecords(rows, { id: 'pots' })
    // @ts-expect-error 'bos' is not a field
    orgFromRecords(rows, { id: 'post', manager: 'bos' })
    // @ts-expect-error 'levels' is not a field
    orgFromRecords(rows, { id: 'post', data: 'levels' })
    // @ts-expect-error 'pots' is not a field of a record
    orgFromRecords(rows, { id: (row) => String(row.pots) })
  })

  test('in the type of a field', () => {
    // @ts-expect-error a level is not an id
    orgFromRecords(rows, { id: 'level' })
    // @ts-expect-error an id may not be null
    orgFromRecords(rows, { id: 'boss' })
    // @ts-expect-error a level is not a title
    orgFromRecords(rows, { id: 'post', title: 'level' })
    // @ts-expect-error a name is not a grade
    orgFromRecords(rows, { id: 'post', grade: 'name' })
    // @ts-expect-error people are not a title
    orgFromRecords(rows, { id: 'post', title: (row) => row.people })
    // @ts-expect-error a level is not an id
    orgFromRecords(rows, { id: (row) => row.level })
  })

  test('in the name or value of an option', () => {
    // @ts-expect-error there is no 'managr'
    orgFromRecords(rows, { id: 'post', managr: 'boss' })
    // @ts-expect-error the value is 'throw' or 'collect'
    orgFromRecords(rows, { id: 'post', onIssue: 'ignore' })
    // @ts-expect-error the field of the id is required
    orgFromRecords(rows, { manager: 'boss' })
    // @ts-expect-error records are iterable
    orgFromRecords({ post: '1' }, { id: 'post' })
  })
})
