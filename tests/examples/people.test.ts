import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { headcountOf, holdersOf, managersOfPerson, peopleOf, reportsOfPerson, rolesHeldBy } from 'rolegraph'
import { parseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const file = readFileSync(new URL('../import/data/adventureworks/employees.csv', import.meta.url))
const rows: Record<string, string>[] = parse(file, { columns: true })
const org = parseCsv(file, { columns: { id: 'BusinessEntityID', holder: 'LoginID' } })

/** The same once more, the simplest way there is: the rows, looked through anew for each question. */
const loginOf = (row: Record<string, string> | undefined): string => row?.['LoginID'] ?? ''
const managerOf = (row: Record<string, string>): Record<string, string> | undefined =>
  rows.find((other) => other['BusinessEntityID'] === row['ManagerID'])
const reportsOf = (row: Record<string, string>): Record<string, string>[] =>
  rows.filter((other) => other['ManagerID'] === row['BusinessEntityID'])
const belowOf = (row: Record<string, string>): Record<string, string>[] => {
  const below = reportsOf(row)
  for (const report of below) below.push(...reportsOf(report))
  return below
}

describe('the people of AdventureWorks', () => {
  it('are counted as the file has them', () => {
    expect(headcountOf(org)).toBe(new Set(rows.map(loginOf)).size)
    expect(headcountOf(org)).toBe(290)
    expect(peopleOf(org)).toEqual(rows.map(loginOf))
  })

  it('have the managers and reports that the rows give them', () => {
    for (const row of rows) {
      const person = loginOf(row)
      const manager = managerOf(row)
      expect(rolesHeldBy(org, person)).toEqual([row['BusinessEntityID']])
      expect(holdersOf(org, row['BusinessEntityID'] ?? '')).toEqual([person])
      expect(managersOfPerson(org, person)).toEqual(manager === undefined ? [] : [loginOf(manager)])
      expect(reportsOfPerson(org, person)).toEqual(reportsOf(row).map(loginOf))
      expect(reportsOfPerson(org, person, { transitive: true }).sort()).toEqual(
        belowOf(row).map(loginOf).sort(),
      )
    }
  })
})

describe('the example', () => {
  it('prints what the rows and the office say', () => {
    const command = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'tsconfig.json', 'examples/people.ts']
    const printed = execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' })

    const lines = printed.replaceAll(/\u001b\[\d+m/g, '').split('\n')
    expect(lines).toContain('What does Ada Lovelace hold? PMO Director, PMO Manager (acting)')
    expect(lines).toContain('What does May Day hold? Planner (0.4), Trainer')
    expect(lines).toContain('Who reports to Ada Lovelace? Joe Bloggs, May Day, Sam Sample')
    expect(lines).toContain('Whom does Joe Bloggs report to? Ada Lovelace')
    expect(lines).toContain('And if the vacancy counts? nobody')
    expect(lines).toContain('Is Ada above herself? yes')
    expect(lines).toContain('People and seats: 4 and 6, 1 vacant')
    for (const login of ['ken0', 'roberto0', 'peter0']) {
      const row = rows.find((other) => loginOf(other) === `adventure-works\\${login}`) ?? {}
      const manager = loginOf(managerOf(row)).replace('adventure-works\\', '') || 'nobody'
      const counts = `${String(reportsOf(row).length)} report directly, ${String(belowOf(row).length)} in all`
      expect(lines).toContain(`${login} ${row['JobTitle'] ?? ''}`)
      expect(lines).toContain(`  reports to ${manager}; ${counts}`)
    }
  })
})
