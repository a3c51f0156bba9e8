import { NONE, type Org, stateOf } from '../internal.js'

const NAMES = new WeakMap<Org, ReadonlyMap<string, string>>()

/** The names of the lines of an org by their lower case, as the first line of each spells it. O(roles + lines) once. */
export function lineNamesOf(org: Org): ReadonlyMap<string, string> {
  let names = NAMES.get(org)
  if (names === undefined) {
    names = namesIn(org)
    NAMES.set(org, names)
  }
  return names
}

function namesIn(org: Org): ReadonlyMap<string, string> {
  const { count, manager, managerEvidence, dotted } = stateOf(org).columns
  const names = new Map<string, string>()
  if (managerEvidence.size + dotted.evidence.size === 0) return names
  const add = (name: string | undefined): void => {
    const key = name?.toLowerCase()
    if (name !== undefined && key !== undefined && !names.has(key)) names.set(key, name)
  }
  for (let role = 0; role < count; role++) {
    if (manager[role] !== NONE) add(managerEvidence.get(role)?.as)
    for (let edge = dotted.start[role]; edge < dotted.start[role + 1]; edge++)
      add(dotted.evidence.get(edge)?.as)
  }
  return names
}
