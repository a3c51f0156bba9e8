/**
 * Measures drafts in one process and prints the figures as JSON: node --expose-gc bench/draft-child.mjs <roles> <turns> <rounds> <moves>
 *
 * The contenders take the same turns, a round each after the other, and must give the same answers. Then the library makes many random moves
 * and undoes every third.
 */
import { changeOrg, draftOf, orgFromRecords } from 'rolegraph'
import { drafts, stratifiedDraft } from './contenders/drafts.mjs'
import { median } from './measure.mjs'
import { usedBytes } from './used-bytes.mjs'
import { recordsOf } from './workloads/chart-records.mjs'
import { treeShape } from './workloads/chart-shapes.mjs'
import { take, turnsOf } from './workloads/drafts.mjs'

/** d3-hierarchy takes a tenth of a second for a turn. */
const STRATIFIED = 3

const [roles, count, rounds, moves] = process.argv.slice(2).map(Number)
const shape = treeShape(roles)
const [library] = drafts

function inTurns(contenders, turns) {
  const models = contenders.map(({ build }) => build(recordsOf(shape)))
  const samples = contenders.map(() => [])
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const answers = contenders.map(() => 0)
    for (let at = 0; at < contenders.length; at++) {
      const turn = (at + round) % contenders.length
      const list = turnsOf(shape, turns, round)
      globalThis.gc()
      const start = performance.now()
      answers[turn] = take(contenders[turn], models[turn], list)
      samples[turn].push(((performance.now() - start) * 1_000) / turns)
    }
    if (answers.some((answer) => answer !== answers[0]))
      throw new Error(`round ${round}: the answers differ: ${answers.join(', ')}`)
  }
  return Object.fromEntries(contenders.map(({ name }, at) => [name, median(samples[at].slice(1))]))
}

/** Random moves, of which every third is undone. */
function walk() {
  const org = orgFromRecords(recordsOf(shape), { id: 'id', manager: 'manager' })
  const list = turnsOf(shape, moves, 99).map(({ role, manager }) => [role, manager])
  draftOf(org).setManager(list[0][0], null)
  const before = usedBytes()
  const draft = draftOf(org)
  const start = performance.now()
  for (let at = 0; at < list.length; at++) {
    const [role, manager] = list[at]
    if (!draft.wouldMakeCycle(role, manager)) draft.setManager(role, manager)
    if (at % 3 === 2) draft.undo()
  }
  const seconds = (performance.now() - start) / 1_000
  const bytes = (usedBytes() - before) / roles
  const made = draft.toOrg()
  const replayed = changeOrg(org, draft.changes()).org
  const isEqual = JSON.stringify(made) === JSON.stringify(replayed)
  if (!isEqual) throw new Error('A replay of the edits gives another org')
  return { seconds, bytes }
}

const turns = inTurns(drafts, count)
const stratified = inTurns([library, stratifiedDraft], STRATIFIED)
console.log(
  JSON.stringify({
    turns: { ...turns, [stratifiedDraft.name]: stratified[stratifiedDraft.name] },
    walk: walk(),
  }),
)
