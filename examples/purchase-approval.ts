/**
 * Who approves a purchase, with a vacancy, an absence and a limit too low; and who can become Chief Project Officer on the PMO
 * reference model, how soon, and what each lacks.
 * Run it with: npm run build && npx tsx examples/purchase-approval.ts
 */
import { defineOrg, isRole, roleOf } from 'rolegraph'
import {
  approvalPolicy,
  approvalRoute,
  benchOf,
  checkApprovalPolicy,
  successionRisks,
} from 'rolegraph/approval'
import { pmoOrg, pmoVariants } from 'rolegraph/pmo'
import { faint, heading, strong } from './support/style.js'

const company = defineOrg({
  roles: {
    ceo: { holders: ['Cy'] },
    cfo: { reportsTo: 'ceo', holders: ['Fay'] },
    legal: { reportsTo: 'ceo', holders: ['Gus'] },
    lead: { reportsTo: 'cfo', vacant: true },
    buyer: { reportsTo: 'lead', holders: ['Bo'] },
  },
})
const policy = approvalPolicy<typeof company>({
  currency: 'EUR',
  limits: [
    { role: 'lead', upTo: 1_000 },
    { role: 'cfo', upTo: 10_000 },
    { role: 'ceo', upTo: null },
  ],
  rules: [{ by: 'chain' }],
  absences: [{ person: 'Fay', from: '2026-08-03', to: '2026-08-17' }],
  delegations: [{ person: 'Fay', delegate: 'Gus', limit: 5_000 }],
})

console.log(heading('Purchases'))
for (const [role, amount, date] of [
  ['buyer', 800, '2026-07-01'],
  ['buyer', 25_000, '2026-07-01'],
  ['buyer', 4_000, '2026-08-10'],
  ['ceo', 50, '2026-07-01'],
] as const) {
  const route = approvalRoute(company, policy, { requester: { role }, amount, currency: 'EUR', date })
  console.log(strong(`${role}, ${String(amount)} EUR on ${date}`))
  console.log(route.text.replaceAll(/^/gm, '  '))
}
console.log(heading('\nWhat the policy lacks'))
for (const { message } of checkApprovalPolicy(company, policy)) console.log(message)

const model = pmoOrg({ authority: 'directive' })
console.log(heading('\nWho can become Chief Project Officer'))
for (const { role, years, gap } of benchOf(model, 'chief-project-officer')) {
  const when = years === undefined ? 'no years stated' : `${String(years[0])} years at least`
  console.log(
    `${strong(roleOf(model, role).title)}: ${when}, ${String(gap.path.moves.length)} ${gap.path.moves.length === 1 ? 'move' : 'moves'}`,
  )
  const lacks = [
    ...gap.certifications.map(({ name }) => name),
    ...gap.conditions.map(({ condition }) => condition),
  ]
  if (lacks.length > 0) console.log(faint(`  ${lacks.join('; ')}`))
}

console.log(heading('\nRoles that nobody could take over'))
// Variants with the same risks in one line.
const variants = new Map<string, string[]>()
for (const { authority, scope } of pmoVariants()) {
  const org = pmoOrg(scope === undefined ? { authority } : { authority, scope })
  const risks = successionRisks(org).map(({ roles }) =>
    roles.map((role) => (isRole(org, role) ? roleOf(org, role).title : role)).join(', '),
  )
  const name = [authority, scope].filter((part) => part !== undefined).join(' ')
  variants.set(risks.join('; '), [...(variants.get(risks.join('; ')) ?? []), name])
}
for (const [risks, names] of variants) {
  console.log(
    `${strong(risks)}: in ${String(names.length)} kinds of office, such as ${names.slice(0, 2).join(' and ')}`,
  )
}
