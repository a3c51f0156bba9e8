import { ATTRIBUTE_READERS } from '../define/attribute-readers.js'
import { quote } from '../kernel/quote.js'
import { type HolderSpec, personOfHolder } from '../model/person.js'
import { holdersIn } from './open-role.js'
import type { AttributeName, OpenRole } from './open-role.js'
import type { Step } from './step.js'

export function assign(step: Step): void {
  const role = step.role('role')
  if (role === undefined) return
  const place = step.placeOf('holder')
  const holder = step.fields.get('holder')
  const read = step.reader.read(
    new Map([['holder', [holder]]]),
    'holder',
    ATTRIBUTE_READERS.holders,
    step.place,
  )
  const added = read?.at(0)
  if (added === undefined) return
  if (step.open.people !== undefined && step.personOf(personOfHolder(added), 'holder') === undefined) return
  if (holdersIn(role).some((known) => typeof known === 'string' && known === added)) {
    const message = `The role ${quote(role.id)} is already held by ${quote(personOfHolder(added))}`
    step.issues.add('DUPLICATE_LINE', {
      roles: [role.id],
      place,
      witness: [personOfHolder(added)],
      message,
      suggestion: 'Remove the change, or unassign the person first.',
    })
    return
  }
  setHolders(step, role, [...holdersIn(role), added])
}

export function unassign(step: Step): void {
  const role = step.role('role')
  const person = step.text('person')
  if (role === undefined || person === undefined) return
  const holders = holdersIn(role)
  const kept = holders.filter((holder) => personOfHolder(holder) !== person)
  if (kept.length < holders.length) setHolders(step, role, kept)
  else {
    step.issue('UNKNOWN_PERSON', 'person', {
      roles: [role.id],
      witness: [person],
      message: `The role ${quote(role.id)} is not held by ${quote(person)} at this point${step.issues.didYouMean(person, holders.map(personOfHolder))}`,
      suggestion: 'Correct the ids, or remove the change.',
    })
  }
}

/** Sets the holders of a role, and removes a statement of whether it is vacant that they contradict. */
export function setHolders(step: Step, role: OpenRole, holders: readonly HolderSpec[]): void {
  const values = new Map<AttributeName, unknown>([['holders', Object.freeze(holders)]])
  const vacant = role.attributes.get('vacant')
  if (vacant !== undefined && vacant !== (holders.length === 0)) {
    values.set('vacant', undefined)
    step.effect({ do: 'update-role', role: role.id, set: { vacant: null } })
  }
  step.open.setAttributes(role, values)
}
