import fc from 'fast-check'
import { givenOptions, type HolderSpec, type MoveKind, wholeNumber } from '../../internal.js'
import { type GeneratedOrg, generatedOrg, type GeneratedRole } from './generated-org.js'

export type { GeneratedOrg }

/** The options of an arbitrary for orgs. */
export interface AnyOptions {
  /** The most roles. Default: 12. */
  readonly maxRoles?: number
}

/** The choices for a role; 0 is the simplest, so charts shrink to a few reports of one top. */
interface Choice {
  readonly manager: number
  readonly top: number
  readonly dotted: number
  readonly vacant: boolean
  readonly grade: number
  readonly moves: readonly { readonly to: number; readonly kind: number; readonly years: number }[]
}

interface Shape {
  readonly tops: boolean
  readonly dotted: boolean
  readonly extras: boolean
  readonly careers: boolean
}

const KINDS: readonly MoveKind[] = ['advancement', 'lateral', 'transition']
const FAMILIES = ['delivery', 'finance', 'people']

/**
 * Generates sound orgs of every shape: some have several tops, dotted lines, vacancies, grades or career moves.
 *
 * `checkOrg` finds no error in any of them. They shrink to small charts with short ids, and a counterexample prints as
 * its chart. Each value is `{ org, chart }`: the org, and its chart as text.
 *
 * Complexity: O(roles) for each org.
 *
 * @param options `maxRoles`: the most roles, 12 by default.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { isAbove, managementChainOf, rolesOf } from 'rolegraph'
 * import { anyOrg } from 'rolegraph/testing/fast-check'
 *
 * fc.assert(
 *   fc.property(anyOrg(), ({ org }) => {
 *     return rolesOf(org).every((role) => managementChainOf(org, role).every((upper) => isAbove(org, upper, role)))
 *   }),
 * )
 * ```
 * @see {@link anyTree}, {@link anyForest}, {@link anyMatrix}, {@link anyCareerLattice}.
 */
export function anyOrg(options?: AnyOptions): fc.Arbitrary<GeneratedOrg> {
  return charts('anyOrg', options, { tops: true, dotted: true, extras: true, careers: true })
}

/**
 * Generates orgs with one top and only solid lines.
 *
 * Complexity: O(roles) for each org.
 *
 * @param options `maxRoles`: the most roles, 12 by default.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { topRolesOf } from 'rolegraph'
 * import { anyTree } from 'rolegraph/testing/fast-check'
 *
 * fc.assert(fc.property(anyTree({ maxRoles: 30 }), ({ org }) => topRolesOf(org).length === 1))
 * ```
 * @see {@link anyForest}.
 */
export function anyTree(options?: AnyOptions): fc.Arbitrary<GeneratedOrg> {
  return charts('anyTree', options, { tops: false, dotted: false, extras: false, careers: false })
}

/**
 * Generates orgs with one or more tops and only solid lines.
 *
 * Complexity: O(roles) for each org.
 *
 * @param options `maxRoles`: the most roles, 12 by default.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { spansAndLayers } from 'rolegraph'
 * import { anyForest } from 'rolegraph/testing/fast-check'
 *
 * fc.assert(fc.property(anyForest(), ({ org }) => spansAndLayers(org).unlayered === 0))
 * ```
 * @see {@link anyTree}.
 */
export function anyForest(options?: AnyOptions): fc.Arbitrary<GeneratedOrg> {
  return charts('anyForest', options, { tops: true, dotted: false, extras: false, careers: false })
}

/**
 * Generates orgs with one top whose roles may have a dotted manager as well as a solid one. Dotted lines form no cycles.
 *
 * Complexity: O(roles) for each org.
 *
 * @param options `maxRoles`: the most roles, 12 by default.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { managersOf, rolesOf } from 'rolegraph'
 * import { anyMatrix } from 'rolegraph/testing/fast-check'
 *
 * fc.assert(
 *   fc.property(anyMatrix(), ({ org }) => rolesOf(org).every((role) => managersOf(org, role, { lines: 'all' }).length < 3)),
 * )
 * ```
 * @see {@link anyTree}.
 */
export function anyMatrix(options?: AnyOptions): fc.Arbitrary<GeneratedOrg> {
  return charts('anyMatrix', options, { tops: false, dotted: true, extras: false, careers: false })
}

/**
 * Generates orgs with families and career moves of every kind, with and without years; moves may form cycles.
 *
 * Complexity: O(roles + moves) for each org.
 *
 * @param options `maxRoles`: the most roles, 12 by default.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { nextStepsOf, reachableFrom, rolesOf } from 'rolegraph'
 * import { anyCareerLattice } from 'rolegraph/testing/fast-check'
 *
 * fc.assert(
 *   fc.property(anyCareerLattice(), ({ org }) => {
 *     return rolesOf(org).every((role) => nextStepsOf(org, role).every(({ to }) => reachableFrom(org, role).includes(to)))
 *   }),
 * )
 * ```
 * @see `careerPath`.
 */
export function anyCareerLattice(options?: AnyOptions): fc.Arbitrary<GeneratedOrg> {
  return charts('anyCareerLattice', options, { tops: false, dotted: false, extras: false, careers: true })
}

/** The choices for the people and lines of a role; 0 means nobody, no unit, no dotted line and no name. */
interface Staffing {
  readonly manager: number
  readonly dotted: number
  readonly solidName: number
  readonly dottedName: number
  readonly people: readonly { readonly person: number; readonly share: number; readonly acting: boolean }[]
  readonly isStated: boolean
  readonly unit: number
  readonly alsoIn: number
  readonly leads: boolean
}

const PEOPLE = ['Ada', 'Ben', 'Cy', 'Di']
// Not a letter and a number like the ids of roles, since the two share one namespace.
const UNITS = ['unit1', 'unit2', 'unit3']
const SHARES = [undefined, 0.2, 0.5, 1]
const SOLID_NAMES = [undefined, 'assistant', 'adviser', 'project']
const DOTTED_NAMES = [undefined, 'project', 'functional']

/**
 * Generates orgs with one top whose roles are held by a few people, with job shares, acting holders, people in several roles (even
 * above each other), vacancies, and roles whose holders are not stated. Some roles have a dotted manager too. Some lines have names:
 * staff lines, and solid and dotted lines `as: 'project'`. Roles are in units, some in two; a unit has no head, one, or several.
 *
 * Dotted lines form no cycles. The orgs shrink to small charts with short ids and unnamed lines.
 *
 * Complexity: O(roles) for each org.
 *
 * @param options `maxRoles`: the most roles, 12 by default.
 * @returns A fast-check arbitrary.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { headcountOf, seatsOf } from 'rolegraph'
 * import { anyStaffedOrg } from 'rolegraph/testing/fast-check'
 *
 * fc.assert(fc.property(anyStaffedOrg(), ({ org }) => headcountOf(org) <= seatsOf(org)))
 * ```
 * @see {@link anyTree}.
 */
export function anyStaffedOrg(options?: AnyOptions): fc.Arbitrary<GeneratedOrg> {
  const maxRoles = maxRolesOption('anyStaffedOrg', options)
  const unit = fc.nat({ max: UNITS.length })
  const staffing: fc.Arbitrary<Staffing> = fc.record({
    manager: fc.nat(),
    dotted: fc.nat(),
    solidName: fc.nat({ max: SOLID_NAMES.length - 1 }),
    dottedName: fc.nat({ max: DOTTED_NAMES.length - 1 }),
    people: fc.uniqueArray(
      fc.record({
        person: fc.nat({ max: PEOPLE.length - 1 }),
        share: fc.nat({ max: SHARES.length - 1 }),
        acting: fc.boolean(),
      }),
      { maxLength: 3, selector: ({ person }) => person },
    ),
    isStated: fc.boolean().map((pick) => !pick),
    unit,
    alsoIn: unit,
    leads: fc.boolean(),
  })
  return fc.array(staffing, { minLength: 1, maxLength: maxRoles, size: 'max' }).map((choices) => {
    // An array shrinks from its start, so the top comes last and the other roles keep their places.
    const fromTop = [...choices].reverse()
    const heads = new Map<string, string[]>(UNITS.map((id) => [id, []]))
    for (const [index, { unit: own, leads }] of fromTop.entries()) {
      if (own > 0 && leads) heads.get(UNITS[own - 1])?.push(idOf(index))
    }
    return generatedOrg(fromTop.map(staffedRole), heads)
  })
}

function staffedRole(chosen: Staffing, index: number): GeneratedRole {
  const { people, unit, alsoIn, solidName, dottedName } = chosen
  const manager = index === 0 ? undefined : chosen.manager % index
  const dotted = dottedManager(chosen.dotted, index, manager)
  const as = DOTTED_NAMES[dottedName]
  const holders = people.map(({ person, share, acting }): HolderSpec => {
    const terms = { share: SHARES[share], kind: acting ? ('acting' as const) : undefined }
    const stated = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined))
    return Object.keys(stated).length === 0 ? PEOPLE[person] : { person: PEOPLE[person], ...stated }
  })
  return {
    id: idOf(index),
    manager: manager === undefined ? undefined : idOf(manager),
    managerAs: SOLID_NAMES[solidName],
    dotted: dotted.map((to) => (as === undefined ? to : { to, as })),
    vacant: undefined,
    grade: undefined,
    family: undefined,
    moves: [],
    holders: chosen.isStated ? holders : undefined,
    unit: unit === 0 ? undefined : UNITS[unit - 1],
    alsoIn: alsoIn === 0 || alsoIn === unit ? undefined : UNITS[alsoIn - 1],
  }
}

function charts(caller: string, options: AnyOptions | undefined, shape: Shape): fc.Arbitrary<GeneratedOrg> {
  const maxRoles = maxRolesOption(caller, options)
  const choice: fc.Arbitrary<Choice> = fc.record({
    manager: fc.nat(),
    top: shape.tops ? fc.nat({ max: 4 }).map((pick) => (pick === 4 ? 1 : 0)) : fc.constant(0),
    dotted: shape.dotted ? fc.nat() : fc.constant(0),
    vacant: shape.extras ? fc.boolean() : fc.constant(false),
    grade: shape.extras ? fc.nat({ max: 3 }) : fc.constant(0),
    moves: shape.careers
      ? fc.array(fc.record({ to: fc.nat(), kind: fc.nat({ max: 2 }), years: fc.nat({ max: 5 }) }), {
          maxLength: 3,
        })
      : fc.constant([]),
  })
  return fc.array(choice, { minLength: 1, maxLength: maxRoles, size: 'max' }).map((choices) => {
    // An array shrinks from its start, so the top comes last and the other roles keep their places.
    const fromTop = [...choices].reverse()
    return generatedOrg(fromTop.map((chosen, index) => roleOfChoice(chosen, index, fromTop, shape)))
  })
}

function maxRolesOption(caller: string, options: AnyOptions | undefined): number {
  return wholeNumber('maxRoles', givenOptions(caller, options, ['maxRoles']).get('maxRoles'), 1, 12)
}

function roleOfChoice(chosen: Choice, index: number, all: readonly Choice[], shape: Shape): GeneratedRole {
  const manager = index === 0 || chosen.top === 1 ? undefined : chosen.manager % index
  const moves = new Map(chosen.moves.map((move) => [move.to % all.length, move]))
  moves.delete(index)
  return {
    id: idOf(index),
    manager: manager === undefined ? undefined : idOf(manager),
    dotted: dottedManager(chosen.dotted, index, manager),
    vacant: chosen.vacant ? true : undefined,
    grade: chosen.grade === 0 ? undefined : chosen.grade,
    family: shape.careers ? FAMILIES[chosen.manager % FAMILIES.length] : undefined,
    moves: [...moves].map(([to, { kind, years }]) => ({
      to: idOf(to),
      kind: KINDS[kind],
      ...(years > 0 && { years: [years, years + kind] as const }),
    })),
  }
}

/** An earlier role, so that no cycle forms, but not the solid manager; or none. */
function dottedManager(choice: number, index: number, manager: number | undefined): readonly string[] {
  const dotted = (choice % (index + 1)) - 1
  return dotted >= 0 && dotted !== manager ? [idOf(dotted)] : []
}

/** a, b, … z, a1, b1, …: short ids make a counterexample readable. */
function idOf(index: number): string {
  const letter = String.fromCodePoint(97 + (index % 26))
  return index < 26 ? letter : `${letter}${String(Math.floor(index / 26))}`
}
