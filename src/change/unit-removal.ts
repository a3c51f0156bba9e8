import { quotedList } from '../kernel/in-words.js'
import { quote } from '../kernel/quote.js'
import type { AttributeName } from './open-role.js'
import { replaceService, ruleIn } from './references.js'
import type { Step } from './step.js'
import { replaceUnit } from './unit-changes.js'
import { unitReplaced } from './unit-references.js'

export function removeUnit(step: Step): void {
  const { open } = step
  const unit = step.unit('unit')
  const rule = ruleIn(step, 'references', ['refuse', 'lift', 'remove'])
  if (unit === undefined || rule === undefined) return
  const members = open.membersOf(unit.id)
  const parts = [...open.units.values()].filter(({ id, partOf }) => partOf === unit.id && id !== unit.id)
  const services = open.services.filter(({ from }) => from === unit.id)
  const referrers = [
    ...members.map(open.idOf),
    ...parts.map(({ id }) => id),
    ...services.map(({ name }) => name),
  ]
  let heir: string | undefined
  if (rule === 'lift') heir = unit.partOf
  else if (typeof rule === 'object') {
    heir = step.unitOf(rule.to, 'references')?.id
    if (heir === undefined) return
  }
  if (heir === unit.id) {
    step.invalid('references', 'a unit that is not removed')
    return
  }
  if (referrers.length > 0 && (rule === 'refuse' || (rule === 'lift' && heir === undefined))) {
    step.issue('HAS_REFERENCES', 'references', {
      units: [unit.id],
      witness: referrers,
      message: `The unit ${quote(unit.id)} still has members, parts or services: ${quotedList(referrers)}`,
      suggestion: `Set references to say what happens to them: ${heir === undefined && rule === 'lift' ? '' : "'lift', "}{ to: 'id' } or 'remove'.`,
    })
    return
  }
  for (const node of members) {
    const role = open.open(node)
    const values = unitReplaced(role, unit.id, heir)
    open.setAttributes(role, values)
    step.effect({ do: 'update-role', role: role.id, set: writtenValues(values) })
  }
  for (const part of parts) replaceUnit(step, part, { partOf: heir === part.id ? null : (heir ?? null) })
  for (const service of services) replaceService(step, service, unit.id, heir)
  open.removeUnit(open.units.get(unit.id) ?? unit)
}

function writtenValues(values: ReadonlyMap<AttributeName, unknown>): object {
  return Object.fromEntries(Array.from(values, ([name, value]) => [name, value ?? null]))
}
