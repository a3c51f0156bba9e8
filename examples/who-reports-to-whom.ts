/**
 * A project management office of ten roles, written by hand, and common questions about it.
 * Run it with: npm run build && npx tsx examples/who-reports-to-whom.ts
 */
import {
  careerPath,
  compareRoles,
  defineOrg,
  directReportsOf,
  isRole,
  lowestCommonManagerOf,
  managementChainOf,
  managerOf,
  managersOf,
  reportingPathBetween,
  type RoleIdOf,
  roleOf,
} from 'rolegraph'
import { faint, heading, strong } from './support/style.js'
import { treeLines } from './support/tree-lines.js'

const office = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive Officer', grade: 10, holders: ['Ada'] },
    cpo: { title: 'Chief Project Officer', reportsTo: 'ceo', grade: 9, holders: ['Grace'] },
    sponsor: { title: 'Sponsor', reportsTo: 'ceo', holders: ['Linus'] },
    director: {
      title: 'PMO Director',
      reportsTo: 'cpo',
      progressesTo: 'cpo',
      grade: 7,
      holders: ['Barbara'],
    },
    manager: {
      title: 'PMO Manager',
      reportsTo: 'director',
      progressesTo: 'director',
      grade: 6,
      holders: ['Edsger'],
    },
    analyst: {
      title: 'PMO Analyst',
      reportsTo: 'manager',
      progressesTo: 'manager',
      grade: 3,
      holders: ['Radia'],
    },
    coordinator: {
      title: 'PMO Coordinator',
      reportsTo: 'manager',
      progressesTo: [{ to: 'analyst', years: [1, 3] }],
      grade: 2,
      holders: ['Ken', 'Dennis'],
    },
    programManager: { title: 'Program Manager', reportsTo: 'cpo', grade: 6, holders: ['Margaret'] },
    projectManager: {
      title: 'Project Manager',
      reportsTo: 'programManager',
      dottedTo: ['sponsor', 'manager'],
      grade: 4,
      holders: ['Alan'],
    },
    projectCoordinator: {
      title: 'Project Coordinator',
      reportsTo: 'projectManager',
      progressesTo: 'projectManager',
      grade: 2,
      vacant: true,
    },
  },
  units: { pmo: { title: 'Project Management Office', head: 'director' } },
})

type RoleId = RoleIdOf<typeof office>

const titles = (ids: readonly RoleId[], join = ', '): string => {
  return ids.map((id) => roleOf(office, id).title).join(join) || 'nobody'
}
const titleOf = (id: RoleId | undefined): string => titles(id === undefined ? [] : [id])

const label = (id: string): string => {
  if (!isRole(office, id)) return id
  const { title, holders, vacant, dottedTo } = roleOf(office, id)
  const held = vacant ? 'vacant' : holders.join(' and ')
  const dotted = dottedTo.length === 0 ? '' : ` ┄ dotted to ${titles(dottedTo)}`
  return `${strong(title)} ${faint(`(${held})${dotted}`)}`
}

function ask(question: string, answer: string): void {
  console.log(`${question}\n  ${strong(answer)}`)
}

console.log(heading('A project management office'))
for (const line of treeLines(office, { label })) console.log(line)
console.log()

ask('Who does the PMO Analyst report to?', titleOf(managerOf(office, 'analyst')))
ask('And the PMO itself? (A unit answers through its head.)', titleOf(managerOf(office, 'pmo')))
ask('Who is above the PMO Coordinator?', titles(managementChainOf(office, 'coordinator'), ' → '))
ask('Who reports to the PMO Manager?', titles(directReportsOf(office, 'manager')))
ask('And with dotted lines?', titles(directReportsOf(office, 'manager', { lines: 'all' })))
ask(
  'Who are the managers of the Project Manager?',
  titles(managersOf(office, 'projectManager', { lines: 'all' })),
)

const higher = compareRoles(office, 'manager', 'projectManager')
ask(
  'Is the PMO Manager above the Project Manager?',
  higher.by === undefined
    ? 'They cannot be compared'
    : `${higher.relation} by ${higher.by}; neither reports to the other`,
)
ask(
  'Who is the lowest common manager of the PMO Analyst and the Project Manager?',
  titleOf(lowestCommonManagerOf(office, ['analyst', 'projectManager'])),
)
ask(
  'How does the PMO Analyst reach the Project Coordinator along the chart?',
  titles(reportingPathBetween(office, 'analyst', 'projectCoordinator')?.roles ?? [], ' → '),
)
ask(
  'What is the career path from PMO Coordinator to Chief Project Officer?',
  titles(careerPath(office, 'coordinator', 'cpo')?.roles ?? [], ' → '),
)
console.log()
