/**
 * Measures drafts in one process and prints the figures as JSON: node --expose-gc bench/draft-child.mjs <roles> <turns> <rounds> <moves>
 *
 * The contenders take the same turns, a round each after the other, and must give the same answers. Then the library makes many random moves
 * and undoes every third.
 */
import { setTimeout } from 'node:timers/promises'
import { changeOrg, draftOf, isRole, orgFromRecords } from 'rolegraph'
import { drafts, stratifiedDraft } from './contenders/drafts.mjs'
import { median } from './measure.mjs'
import { usedBytes } from './used-bytes.mjs'
import { idIn, recordsOf } from './workloads/chart-records.mjs'
import { treeShape } from './workloads/chart-shapes.mjs'
import { take, turnsOf } from './workloads/drafts.mjs'
import { seeded } from './workloads/seeded.mjs'

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
      const list = withReferences(contenders[turn], models[turn], turnsOf(shape, turns, round))
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

/** The turns with what a contender takes in place of ids. */
function withReferences({ referenceTo }, model, turns) {
  if (referenceTo === undefined) return turns
  return turns.map((turn) =>
    Object.fromEntries(Object.entries(turn).map(([name, id]) => [name, referenceTo(model, id)])),
  )
}

/** The live bytes, once buffers that are garbage are released: that happens in the background. */
async function settledBytes() {
  usedBytes()
  await setTimeout(500)
  return usedBytes()
}

/** In a frame of its own, so that the records are garbage when it returns. */
function treeOrg() {
  return orgFromRecords(recordsOf(shape), { id: 'id', manager: 'manager' })
}

/** Random moves, of which every third is undone. The ids are there before, so that the memory is that of the draft. */
async function walk() {
  const ids = Array.from({ length: roles }, (_, role) => idIn(shape, role))
  const org = treeOrg()
  for (const id of ids) if (!isRole(org, id)) throw new Error(`Unknown role ${id}`)
  const random = seeded(99)
  const any = () => ids[Math.floor(random() * ids.length)]
  draftOf(org).setManager(any(), null)
  const before = await settledBytes()
  const draft = draftOf(org)
  const start = performance.now()
  for (let at = 0; at < moves; at++) {
    const [role, manager] = [any(), any()]
    if (!draft.wouldMakeCycle(role, manager)) draft.setManager(role, manager)
    if (at % 3 === 2) draft.undo()
  }
  const seconds = (performance.now() - start) / 1_000
  const bytes = ((await settledBytes()) - before) / roles
  const made = draft.toOrg()
  const replayed = changeOrg(org, draft.changes()).org
  if (JSON.stringify(made) !== JSON.stringify(replayed)) throw new Error('A replay gives another org')
  return { seconds, bytes }
}

const turns = inTurns(drafts, count)
const stratified = inTurns([library, stratifiedDraft], STRATIFIED)
console.log(
  JSON.stringify({
    turns: { ...turns, [stratifiedDraft.name]: stratified[stratifiedDraft.name] },
    walk: await walk(),
  }),
)
