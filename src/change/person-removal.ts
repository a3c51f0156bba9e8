import { quotedList } from '../kernel/in-words.js'
import { quote } from '../kernel/quote.js'
import { personOfHolder } from '../model/person.js'
import { setHolders } from './holder-changes.js'
import { holdersIn } from './open-role.js'
import { ruleIn } from './references.js'
import type { Step } from './step.js'

export function removePerson(step: Step): void {
  const { open } = step
  const person = step.person('person')
  const rule = ruleIn(step, 'references', ['refuse', 'remove'])
  if (person === undefined || rule === undefined) return
  const heir = typeof rule === 'object' ? step.personOf(rule.to, 'references') : undefined
  if (typeof rule === 'object' && heir === undefined) return
  if (heir === person) {
    step.invalid('references', 'a person who is not removed')
    return
  }
  const held = open.heldBy(person.id)
  if (rule === 'refuse' && held.length > 0) {
    const ids = held.map(open.idOf)
    step.issue('HAS_REFERENCES', 'references', {
      roles: ids,
      witness: ids,
      message: `The person ${quote(person.id)} holds ${quotedList(ids)}`,
      suggestion: "Set references to say what happens to the assignments: { to: 'id' } or 'remove'.",
    })
    return
  }
  for (const node of held) {
    const role = open.open(node)
    const holders = holdersIn(role).flatMap((holder) => {
      if (personOfHolder(holder) !== person.id) return [holder]
      if (heir === undefined || holdersIn(role).some((other) => personOfHolder(other) === heir.id)) return []
      return [typeof holder === 'string' ? heir.id : Object.freeze({ ...holder, person: heir.id })]
    })
    setHolders(step, role, holders)
    step.effect({ do: 'update-role', role: role.id, set: { holders } })
  }
  open.removePerson(person)
}
