import { cycleText } from '../kernel/in-words.js'
import type { Issue, Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'

/** The text and witness of an issue about a cycle, found while an org is made or by a rule. */
type CycleIssue = Pick<Issue, 'roles' | 'units' | 'place' | 'witness' | 'message' | 'suggestion'>

/** Two or more roles that report to each other along solid lines, in order of reporting. */
export function reportingCycleIssue(roles: readonly string[], place: Place): CycleIssue {
  return {
    roles,
    units: [],
    place,
    witness: [...roles, roles[0]],
    message: `${String(roles.length)} roles report to each other in a cycle: ${cycleText(roles)}`,
    suggestion: 'Remove one of these lines, or make it dotted.',
  }
}

/** A role that is its own solid manager. */
export function selfReportIssue(role: string, place: Place): CycleIssue {
  return {
    roles: [role],
    units: [],
    place,
    witness: [role, role],
    message: `The role ${quote(role)} reports to itself`,
    suggestion: 'Leave the manager out for a role at the top.',
  }
}

/** Units that are part of each other, each of the next, or one unit that is part of itself. */
export function unitCycleIssue(units: readonly string[]): CycleIssue {
  return {
    roles: [],
    units,
    place: { path: ['units', units[0], 'partOf'] },
    witness: [...units, units[0]],
    message:
      units.length === 1
        ? `The unit ${quote(units[0])} is part of itself`
        : `${String(units.length)} units are part of each other in a cycle: ${cycleText(units)}`,
    suggestion: 'Remove one of the partOf fields.',
  }
}
