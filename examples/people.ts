/**
 * What does Ada hold, and who reports to her? A small office with a vacancy, a job share and an acting manager, and the 290
 * employees of Microsoft's sample company AdventureWorks.
 * Run it with: npm run build && npx tsx examples/people.ts
 */
import { readFileSync } from 'node:fs'
import {
  assignmentsOf,
  defineOrg,
  headcountOf,
  isPersonAbove,
  managersOfPerson,
  personOf,
  reportsOfPerson,
  roleOf,
  rolesHeldBy,
  seatsOf,
  vacantRolesOf,
} from 'rolegraph'
import { parseCsv } from 'rolegraph/import'
import { faint, heading, strong } from './support/style.js'

const office = defineOrg({
  roles: {
    director: { title: 'PMO Director', holders: ['ada'] },
    manager: {
      title: 'PMO Manager',
      reportsTo: 'director',
      holders: [{ person: 'ada', kind: 'acting', from: '2026-03-01' }],
    },
    lead: { title: 'Planning Lead', reportsTo: 'manager', vacant: true },
    planner: {
      title: 'Planner',
      reportsTo: 'lead',
      holders: [
        { person: 'joe', share: 0.6 },
        { person: 'may', share: 0.4 },
      ],
    },
    analyst: { title: 'PMO Analyst', reportsTo: 'manager', holders: ['sam'] },
    trainer: { title: 'Trainer', reportsTo: 'manager', holders: ['may'] },
  },
  people: {
    ada: { name: 'Ada Lovelace' },
    joe: { name: 'Joe Bloggs' },
    may: { name: 'May Day' },
    sam: { name: 'Sam Sample' },
  },
})

const nameOf = (person: 'ada' | 'joe' | 'may' | 'sam'): string => personOf(office, person).name
const list = (names: readonly string[]): string => (names.length === 0 ? 'nobody' : names.join(', '))

console.log(heading('A small office'))
for (const person of ['ada', 'may'] as const) {
  const held = assignmentsOf(office, { person }).map(({ role, kind, share }) => {
    const terms = [kind === 'permanent' ? '' : kind, share === undefined ? '' : String(share)].filter(Boolean)
    return `${roleOf(office, role).title}${terms.length === 0 ? '' : ` (${terms.join(', ')})`}`
  })
  console.log(`${strong(`What does ${nameOf(person)} hold?`)} ${held.join(', ')}`)
}
console.log(`${strong('Who reports to Ada Lovelace?')} ${list(reportsOfPerson(office, 'ada').map(nameOf))}`)
console.log(
  `${strong('Whom does Joe Bloggs report to?')} ${list(managersOfPerson(office, 'joe').map(nameOf))}`,
)
console.log(
  `${strong('And if the vacancy counts?')} ${list(managersOfPerson(office, 'joe', { vacant: 'stop' }).map(nameOf))}`,
)
console.log(`${strong('Is Ada above herself?')} ${isPersonAbove(office, 'ada', 'ada') ? 'yes' : 'no'}`)
console.log(
  `${strong('People and seats')}: ${String(headcountOf(office))} and ${String(seatsOf(office))}, ` +
    `${String(vacantRolesOf(office).length)} vacant`,
)

// One row per employee: the login is the person, the row the role.
const file = new URL('../tests/import/data/adventureworks/employees.csv', import.meta.url)
const company = parseCsv(readFileSync(file), { columns: { id: 'BusinessEntityID', person: 'LoginID' } })

console.log(heading(`AdventureWorks: ${String(headcountOf(company))} people`))
for (const login of ['ken0', 'roberto0', 'peter0']) {
  const person = `adventure-works\\${login}`
  const titles = rolesHeldBy(company, person).map((role) => roleOf(company, role).title)
  const direct = reportsOfPerson(company, person)
  const all = reportsOfPerson(company, person, { transitive: true })
  const managers = managersOfPerson(company, person).map((manager) =>
    manager.replace('adventure-works\\', ''),
  )
  console.log(`${strong(login)} ${faint(list(titles))}`)
  console.log(
    `  reports to ${list(managers)}; ${String(direct.length)} report directly, ${String(all.length)} in all`,
  )
}
