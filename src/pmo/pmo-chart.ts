import { invalidOption, quote } from '../internal.js'
import { LARGER_MEMBERS, OFFICES, type PmoUnitId, UNITS_OF_SCOPE } from './data/offices.js'
import type { PmoRoleId } from './data/role-entry.js'
import { GENERAL, type Stated } from './data/sources.js'
import type { PmoSettings } from './pmo-options.js'
import { pmoRoles } from './pmo-roles.js'
import { dottedLinesOf, headOfOffice, solidLinesOf, type StatedLine } from './reporting-lines.js'

/** The place of one role under one kind of office. */
interface PmoPlace {
  readonly solid: StatedLine | undefined
  readonly dotted: readonly StatedLine[]
  readonly unit: PmoUnitId | undefined
  /** The evidence of the membership in the unit. */
  readonly membership: Stated | undefined
}

/** The places of all roles under one kind of office, before they become an org. */
export interface PmoChart {
  /** The units with their heads. */
  readonly units: ReadonlyMap<PmoUnitId, PmoRoleId>
  readonly places: ReadonlyMap<PmoRoleId, PmoPlace>
  /** The roles that have a line up or down, or a unit. */
  readonly placed: ReadonlySet<PmoRoleId>
}

const SEED: Stated = { sources: ['seed'] }

/** Places every role on the chart. Throws `INVALID_OPTION` for a choice that no source gives. */
export function pmoChartOf(settings: PmoSettings, choices: ReadonlyMap<string, unknown>): PmoChart {
  const units: readonly PmoUnitId[] = ['pmo', ...unitsOfScope(settings)]
  const places = new Map<PmoRoleId, PmoPlace>()
  const heads = new Map(units.map((unit) => [unit, headOfOffice(unit, settings)]))
  const placed = new Set<PmoRoleId>(heads.values())
  for (const { id } of Object.values(pmoRoles)) {
    const solid = chosenLine(id, solidLinesOf(settings, id), choices)
    const dotted = dottedLinesOf(settings, id).filter((line) => line.to !== solid?.to)
    const unit = unitOfRole(id, solid, units, settings)
    places.set(id, { solid, dotted, unit, membership: unit && membershipOf(id) })
    const lines = solid === undefined ? dotted : [solid, ...dotted]
    if (lines.length > 0 || unit !== undefined) placed.add(id)
    for (const line of lines) placed.add(line.to)
  }
  return { units: heads, places, placed }
}

function unitsOfScope({ scope }: PmoSettings): readonly PmoUnitId[] {
  return scope === undefined ? [] : UNITS_OF_SCOPE[scope]
}

function chosenLine(
  role: PmoRoleId,
  lines: readonly StatedLine[],
  choices: ReadonlyMap<string, unknown>,
): StatedLine | undefined {
  if (!choices.has(role)) return lines[0]
  const received = choices.get(role)
  const chosen = lines.find((line) => line.to === received)
  if (chosen !== undefined) return chosen
  const allowed = lines.map((line) => quote(line.to))
  throw invalidOption(
    `managers.${role}`,
    received,
    allowed.length > 0 ? allowed : 'undefined only: no source gives the role a manager',
    ' under this kind of office.',
  )
}

function unitOfRole(
  role: PmoRoleId,
  solid: StatedLine | undefined,
  units: readonly PmoUnitId[],
  settings: PmoSettings,
): PmoUnitId | undefined {
  if (settings.larger && LARGER_MEMBERS.roles.includes(role)) return 'pmo'
  const memberships = units.filter((unit) => OFFICES[unit].members.includes(role))
  // An office with another head has no director.
  if (role === OFFICES.pmo.head && headOfOffice('pmo', settings) !== role) return undefined
  // The office of the scope comes last and wins, unless the role reports to the manager of the permanent office.
  return solid?.to === 'pmo-manager' ? memberships[0] : memberships.at(-1)
}

function membershipOf(role: PmoRoleId): Stated {
  if (LARGER_MEMBERS.roles.includes(role)) {
    const { sources, hedge, note } = LARGER_MEMBERS
    return { sources, ...(hedge !== undefined && { hedge }), ...(note !== undefined && { note }) }
  }
  return role === 'chief-project-officer' ? SEED : GENERAL
}
