import {
  defineOrg,
  type MoveKind,
  type MoveSpec,
  type Org,
  type RoleSpec,
  type ServiceSpec,
  type UnitSpec,
} from '../internal.js'
import { CAREER_ROWS } from './data/career-moves.js'
import type { ScopeSpelling } from './data/kinds.js'
import { OFFICES, type PmoUnitId, type UnitsOfScope } from './data/offices.js'
import type { PmoRoleId } from './data/role-entry.js'
import { specialistFacets } from './data/skills.js'
import type { Stated } from './data/sources.js'
import { mapped } from './data/table.js'
import { type PmoChart, pmoChartOf } from './pmo-chart.js'
import { choicesOf, type PmoOptions, type PmoSettings, settingsOf } from './pmo-options.js'
import { type PmoRole, pmoRoles, type RoleEvidence } from './pmo-roles.js'
import { pmoServices } from './pmo-services.js'

const YEARS_ARE_GENERAL = 'years: general'

/** The `data` of a role of a PMO chart: the facts without a field of their own. */
export interface PmoRoleFacts extends Pick<PmoRole, 'years' | 'responsibilities' | 'senior'> {
  /** Whether this kind of office gives the role a line or a unit. All roles are on the chart, for the careers. */
  readonly placed: boolean
  readonly evidence: RoleEvidence & {
    /** The evidence of the membership in the unit. */
    readonly membership?: Stated
  }
  /** The functions in which a specialist may specialise. */
  readonly facets?: typeof specialistFacets
}

/** The units of a chart with a scope. */
export type UnitsOf<Scope extends ScopeSpelling> = 'pmo' | UnitsOfScope[PmoScopeOf<Scope>]

type PmoScopeOf<Scope extends ScopeSpelling> = Scope extends 'program'
  ? 'programme'
  : Scope extends 'center-of-excellence'
    ? 'centre-of-excellence'
    : Scope extends keyof UnitsOfScope
      ? Scope
      : never

/** A PMO chart: 32 roles, the units of its scope, and the facts of each role. */
export type PmoOrg<Scope extends ScopeSpelling = ScopeSpelling> = Org<PmoRoleId, UnitsOf<Scope>, PmoRoleFacts>

/**
 * Builds the chart of one kind of office: its solid and dotted lines, its units with heads and members, its services to
 * project managers, and the career moves, each fact with its sources and its hedge.
 *
 * The permanent `pmo` is on every chart, with the given `authority`; a `scope` adds the office of that scope. All 32
 * roles are on every chart, so that every career path is; a role that this kind of office does not place
 * (`data.placed`) has no line. A role has at most one solid line, and no lines form a cycle. If the sources give a role
 * several possible managers, the chart has the usual one, or the one given in `managers`.
 *
 * Complexity: O(roles + lines + moves).
 *
 * @param options `authority`, and optionally `scope`, `within`, `larger`, `managers`, `heads`.
 * @returns The org, typed by the ids of its roles and by the units of its scope.
 * @throws {@link OrgError} `INVALID_OPTION`, also for a kind that the sources rule out (a centre of excellence that
 * controls or directs) and for a manager that no source gives.
 * @example
 * ```ts
 * import { managerOf, managersOf } from 'rolegraph'
 * import { pmoOrg } from 'rolegraph/pmo'
 *
 * const directive = pmoOrg({ authority: 'directive' })
 * console.log(managerOf(directive, 'project-manager')) // => pmo-director
 * const enterprise = pmoOrg({ authority: 'controlling', scope: 'enterprise' })
 * console.log(managerOf(enterprise, 'enterprise-pmo')) // => chief-executive-officer
 * console.log(managersOf(enterprise, 'project-manager', { lines: 'dotted' })) // => [ 'pmo-manager', 'sponsor' ]
 * ```
 * @see {@link pmoVariants} for the kinds of office, {@link managerChoicesOf} for `managers`.
 */
export function pmoOrg<const Scope extends ScopeSpelling = never>(options: PmoOptions<Scope>): PmoOrg<Scope> {
  const settings = settingsOf(options)
  const chart = pmoChartOf(settings, choicesOf(options, Object.keys(pmoRoles)))
  const org = defineOrg<PmoRoleId, string, PmoRoleFacts>({
    roles: mapped(pmoRoles, (role) => roleSpecOf(role, chart)),
    units: Object.fromEntries([...chart.units].map(([id, head]) => [id, unitSpecOf(id, head, chart)])),
    services: servicesOf(settings),
  })
  optionsOfCharts.set(org, options)
  // The units are those of the scope, which the compiler cannot derive from a table.
  return org as PmoOrg<Scope>
}

const optionsOfCharts = new WeakMap<object, Partial<PmoOptions>>()

/** The kind of office that a chart shows; `undefined` for an org of other origin. */
export function optionsOfChart(org: Org): Partial<PmoOptions> | undefined {
  return optionsOfCharts.get(org)
}

/** A chart for questions that are not about one kind of office. The default authority is supportive, which every scope allows. */
export function chartOfAnyKind(options: Partial<PmoOptions>): PmoOrg {
  const { authority = 'supportive' } = options
  const org = pmoOrg({ ...options, authority })
  optionsOfCharts.set(org, options)
  return org
}

function roleSpecOf(role: PmoRole, chart: PmoChart): RoleSpec<PmoRoleId, string, PmoRoleFacts> {
  const { id, title, aliases, grade, family, certifications, skills, sources, note } = role
  const place = chart.places.get(id)
  const minYears = role.years.at(0)?.min
  return {
    title,
    aliases,
    family,
    certifications,
    skills,
    sources,
    ...(grade !== undefined && { grade }),
    ...(note !== undefined && { note }),
    ...(minYears !== undefined && { minYears }),
    ...(place?.unit !== undefined && { unit: place.unit }),
    ...(place?.solid !== undefined && { reportsTo: place.solid }),
    dottedTo: place?.dotted ?? [],
    progressesTo: movesFrom(id),
    data: factsOf(role, chart.placed.has(id), place?.membership),
  }
}

function factsOf(role: PmoRole, placed: boolean, membership: Stated | undefined): PmoRoleFacts {
  const { years, responsibilities, senior } = role
  return {
    placed,
    years,
    responsibilities,
    ...(senior !== undefined && { senior }),
    evidence: { ...role.evidence, ...(membership !== undefined && { membership }) },
    ...(role.id === 'pmo-specialist' && { facets: specialistFacets }),
  }
}

function movesFrom(role: PmoRoleId): readonly MoveSpec<PmoRoleId>[] {
  return CAREER_ROWS.filter((row) => row.from.includes(role)).flatMap((row) => {
    const { years, conditions = [], sources, hedge, note } = row
    const remark = note === undefined ? YEARS_ARE_GENERAL : `${note}; ${YEARS_ARE_GENERAL}`
    return row.to.map((to): MoveSpec<PmoRoleId> => {
      return {
        to,
        kind: moveKind(role, to),
        years,
        conditions,
        sources,
        ...(hedge !== undefined && { hedge }),
        note: remark,
      }
    })
  })
}

/** A move into another family is a transition; within one family it is an advancement, or lateral at the same grade. */
function moveKind(from: PmoRoleId, to: PmoRoleId): MoveKind {
  if (pmoRoles[from].family !== pmoRoles[to].family) return 'transition'
  return pmoRoles[from].grade === pmoRoles[to].grade ? 'lateral' : 'advancement'
}

function unitSpecOf(id: PmoUnitId, head: PmoRoleId, chart: PmoChart): UnitSpec<PmoRoleId> {
  const { title, aliases = [], kind, head: usualHead, otherHead, sources, note } = OFFICES[id]
  const owner = chart.units.get('enterprise-pmo')
  const owned = id === 'pmo' && owner !== undefined && chart.places.get(head)?.solid?.to === owner
  return {
    title,
    aliases,
    kind,
    head,
    sources: head === usualHead ? sources : [...sources, ...(otherHead?.sources ?? [])],
    ...(note !== undefined && { note }),
    ...(owned && { partOf: 'enterprise-pmo' }),
  }
}

function servicesOf({ authority, scope }: PmoSettings): readonly ServiceSpec<PmoRoleId, PmoUnitId>[] {
  const from = scope === 'centre-of-excellence' ? scope : 'pmo'
  return pmoServices(authority)
    .filter(({ provision }) => provision !== 'no')
    .map(({ name, provision, sources, hedge, note }) => ({
      from,
      to: 'project-manager',
      name,
      sources,
      ...(hedge !== undefined && { hedge }),
      note: note === undefined ? provision : `${provision}; ${note}`,
    }))
}
