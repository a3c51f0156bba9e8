/**
 * Questions in words, about a small office and about the PMO reference model; each answer with the function that gives it.
 * Run it with: npm run build && npx tsx examples/ask.ts
 */
import { defineOrg } from 'rolegraph'
import { ask, type AskResult } from 'rolegraph/ask'
import { askPmo } from 'rolegraph/pmo'
import { faint, heading, strong } from './support/style.js'

const office = defineOrg({
  roles: {
    cpo: { title: 'Chief Project Officer', aliases: ['CPO'], holders: ['Eve Moss'] },
    director: {
      title: 'PMO Director',
      reportsTo: 'cpo',
      holders: ['Ada Lovelace'],
      progressesTo: [{ to: 'cpo', years: [5, 8] }],
    },
    manager: {
      title: 'PMO Manager',
      reportsTo: 'director',
      holders: [{ person: 'Ben King', kind: 'acting' }],
      progressesTo: [{ to: 'director', years: [3, 5] }],
    },
    analyst: {
      title: 'PMO Analyst',
      reportsTo: 'manager',
      holders: ['Cat Hale'],
      progressesTo: [{ to: 'manager', years: [2, 4] }],
    },
    coordinator: {
      title: 'Coordinator',
      reportsTo: 'manager',
      holders: [],
      progressesTo: [
        { to: 'analyst', years: [1, 3] },
        { to: 'manager', years: [4, 6] },
      ],
    },
  },
})

function print(question: string, result: AskResult): void {
  console.log(strong(question))
  console.log(`  ${result.text}`)
  if (result.ok)
    console.log(faint(`  ${result.query}(${result.arguments.map((one) => JSON.stringify(one)).join(', ')})`))
  else for (const suggestion of result.suggestions) console.log(faint(`  ${suggestion}`))
}

console.log(heading('A small office'))
for (const question of [
  'Path from Coordinator to CPO',
  'How do I get from coordinator to CPO by the fewest years?',
  "Who's the analyst's boss?",
  'Who reports to Ada?',
  'Who is above both Cat and the coordinator?',
  'Which positions are vacant?',
  'Who should the analyst report to?',
]) {
  print(question, ask(office, question))
}

console.log(heading('\nThe PMO reference model'))
for (const question of [
  'Which is higher, PMO or PM?',
  'Who does a project manager report to?',
  'Path from Coordinator to CPO',
  'Path from PMO Coordinator to CPO',
]) {
  print(question, askPmo(question))
}
