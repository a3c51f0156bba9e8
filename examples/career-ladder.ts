/**
 * A real career framework: 19 roles with 41 levels, the routes to its most senior engineering role, and the
 * competencies that are still missing.
 * Run it with: npm run build && npx tsx examples/career-ladder.ts
 */
import { careerGap, careerPath, entryRolesOf, isLattice, ladderOf, roleOf } from 'rolegraph'
import {
  careerFramework,
  competencyAndLevel,
  droppedCompetencies,
  readRungs,
} from './support/read-career-framework.js'
import { faint, heading, strong } from './support/style.js'

const FILES = ['product-and-engineering', 'creative', 'sso']
const TOP = 'senior-manager/chief-technology-officer'
const MANAGER_STEP = 'senior-manager/head-of-engineering'
const START = 'software-engineer/junior-software-engineer'

const rungs = FILES.flatMap((file) =>
  readRungs(new URL(`data/unidays-ladder/roles/${file}.json`, import.meta.url)),
)
const framework = careerFramework(rungs)

console.log(
  heading(
    `A career framework: ${String(new Set(rungs.map((rung) => rung.role)).size)} roles, ${String(rungs.length)} levels`,
  ),
)
const title = (id: string): string => roleOf(framework, id).title
for (const family of new Set(rungs.map((rung) => rung.role))) {
  const { rungs: ladder } = ladderOf(framework, family)
  console.log(
    `  ${strong(family.padEnd(24))} ${ladder.map((rung) => rung.map(title).join(', ')).join(' → ')}`,
  )
}
console.log(
  `\nDo the framework's own moves cross from one role to another? ${isLattice(framework) ? 'Yes' : 'No, they make ladders only'}.`,
)

for (const { rung, next, competency } of droppedCompetencies(rungs)) {
  console.log(`${strong('A finding:')} the step from ${rung.title} to ${next.title} drops ${competency}.`)
}

// The framework describes the levels within a role, but not moves to other roles. That the last level of an engineering
// role can lead to Head of Engineering is an assumption of this example, and is marked as one.
const assumed = rungs
  .filter(
    ({ department, next, role }) =>
      department === 'engineering' && next === undefined && role !== 'senior-manager',
  )
  .map(({ id }) => ({
    from: id,
    to: MANAGER_STEP,
    note: 'assumed: the framework gives no moves between roles',
  }))
const lattice = careerFramework(rungs, assumed)

console.log(
  strong(`\nRoutes to ${title(TOP)}, with the assumption that engineers may become ${title(MANAGER_STEP)}`),
)
for (const start of entryRolesOf(lattice)) {
  const path = careerPath(lattice, start, TOP)
  if (path === undefined) continue
  const steps = path.moves.map((move) => `${move.hedge === 'may' ? '⇢' : '→'} ${title(move.to)}`)
  console.log(`  ${title(start)} ${steps.join(' ')}`)
}

const gap = careerGap(lattice, START, TOP)
console.log(strong(`\nWhat ${title(START)} still needs on the way to ${title(TOP)}`))
const needed = new Map<string, { readonly level: string; readonly role: string }[]>()
for (const { name, role } of gap?.skills ?? []) {
  const [competency, level] = competencyAndLevel(name)
  needed.set(competency, [...(needed.get(competency) ?? []), { level, role }])
}
const held = new Map(roleOf(lattice, START).skills.map(competencyAndLevel))
for (const [competency, levels] of needed) {
  const steps = levels.map(({ level, role }) => `${level} ${faint(`as ${title(role)}`)}`)
  console.log(`  ${competency}: ${held.get(competency) ?? 'none'} → ${steps.join(' → ')}`)
}
