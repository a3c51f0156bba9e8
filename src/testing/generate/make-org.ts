import {
  givenOptions,
  invalidOption,
  type LineSpec,
  type Org,
  type OrgDocument,
  orgFromDocument,
  orgFromRecords,
  trueOrFalse,
} from '../../internal.js'
import { capacity, layerSizes, usualLayers } from './layer-sizes.js'
import { Random } from './random.js'
import { grouped, staffed } from './staffing.js'

/** The size and shape of an org made by {@link makeOrg}. */
export interface MakeOptions {
  /** The number of roles. Default: 20. */
  readonly roles?: number
  /** The most direct reports that a manager may have. Default: 6. */
  readonly span?: number
  /** The number of layers. Default: as many as the roles need if spans average three quarters of `span`. */
  readonly layers?: number
  /** The share of the roles, from 0 to 1, that have a dotted manager as well as a solid one. Default: 0. */
  readonly dotted?: number
  /** Names for dotted lines, such as `['project', 'functional']`: each line has one of them. Default: unnamed lines. */
  readonly lineNames?: readonly string[]
  /** The share of the roles without reports, from 0 to 1, whose line is a staff line, `as: 'assistant'`. Default: 0. */
  readonly staff?: number
  /** The share of the roles, from 0 to 1, that are vacant. Default: 0. */
  readonly vacancies?: number
  /** Whether each role that is not vacant is held by a person with a name. Default: `false`. */
  readonly people?: boolean
  /** The share of the held roles, from 0 to 1, that two people share, at half of full time each. Implies `people`. Default: 0. */
  readonly jobShares?: number
  /**
   * The share of the held roles, from 0 to 1, whose holder acts in them and also has another role, perhaps a lower one. Implies `people`.
   * Default: 0.
   */
  readonly acting?: number
  /** Whether each direct report of the top leads a unit that everybody below belongs to. Default: `false`. */
  readonly units?: boolean
  /** The share of the units, from 0 to 1, with two heads. Implies `units`. Default: 0. */
  readonly coHeads?: number
  /** The share of the roles, from 0 to 1, that may be in a second unit. Implies `units`. Default: 0. */
  readonly alsoIn?: number
  /** The same seed makes the same org. Default: 1. */
  readonly seed?: number
}

const FIELDS = [
  'Delivery',
  'Finance',
  'People',
  'Technology',
  'Sales',
  'Product',
  'Operations',
  'Marketing',
  'Legal',
  'Data',
  'Security',
  'Procurement',
]
const STAFF = ['Analyst', 'Specialist', 'Coordinator', 'Planner', 'Consultant', 'Assistant']

interface MadeRole {
  readonly id: string
  readonly title: string
  readonly family: string
  readonly grade: number
  readonly vacant: true | undefined
  readonly manager: string | undefined
  readonly dotted: string | undefined
}

/**
 * Makes a sound org of any size, with one top, realistic titles and grades that rise towards the top.
 *
 * The same options make the same org. `checkOrg` finds nothing in it, not even a hint: dotted lines neither form cycles
 * nor double solid lines. The roles are ordered from the top down, layer by layer.
 *
 * Complexity: O(roles).
 *
 * @param options `roles`, `span`, `layers`, `dotted`, `lineNames`, `staff`, `vacancies`; `people`, `jobShares`, `acting`; `units`,
 * `coHeads`, `alsoIn`; `seed`.
 * @returns The org.
 * @throws {@link OrgError} `INVALID_OPTION`, also if the roles do not fit into the layers.
 * @example
 * ```ts
 * import { checkOrg, spansAndLayers } from 'rolegraph'
 * import { makeOrg } from 'rolegraph/testing'
 *
 * const org = makeOrg({ roles: 500, span: 8, layers: 4, dotted: 0.1, vacancies: 0.05, seed: 7 })
 * const { roles, layers, widestSpan } = spansAndLayers(org)
 * console.log(roles, layers, widestSpan <= 8) // => 500 4 true
 * console.log(checkOrg(org).total) // => 0
 * ```
 * @see {@link breakOrg} for unsound ones.
 */
export function makeOrg(options: MakeOptions = {}): Org {
  const checked = checkedOptions(options)
  const { roles, span, layers, dotted, vacancies, seed } = checked
  const random = new Random(seed)
  const sizes = layerSizes(roles, span, layers)
  const managers = managersByRole(sizes, span, random)
  const made = madeRoles(sizes, managers, { dotted, vacancies }, random)
  if (checked.people || checked.units || checked.staff > 0 || checked.lineNames.length > 0)
    return completed(Array.from(made), checked)
  return orgFromRecords(made, {
    id: 'id',
    title: 'title',
    family: 'family',
    grade: 'grade',
    vacant: 'vacant',
    manager: 'manager',
    dotted: 'dotted',
  })
}

/** The org of these roles with people, units or both. They use their own random numbers, so the roles stay the same. */
function completed(roles: readonly MadeRole[], options: Checked): Org {
  const random = new Random(options.seed + 1)
  const groups = options.units ? grouped(roles, options, random) : undefined
  const staffing = options.people ? staffed(roles, options, random) : undefined
  const managers = new Set(roles.map(({ manager }) => manager))
  const { staff, lineNames } = options
  const solid = (id: string, manager: string | undefined): string | LineSpec | undefined =>
    manager === undefined || managers.has(id) || random.next() >= staff
      ? manager
      : { to: manager, as: 'assistant' }
  const dottedTo = (manager: string | undefined): string | LineSpec | undefined =>
    manager === undefined || lineNames.length === 0
      ? manager
      : { to: manager, as: lineNames[random.below(lineNames.length)] }
  const spec: unknown = {
    rolegraph: 2,
    roles: roles.map(({ manager, dotted, ...role }, index) => ({
      ...role,
      reportsTo: solid(role.id, manager),
      dottedTo: dottedTo(dotted),
      unit: groups?.unitOf[index],
      alsoIn: groups?.alsoIn[index],
      holders: staffing?.holders[index],
    })),
    ...(groups && { units: groups.units.map(([id, unit]) => ({ id, ...unit })) }),
    ...(staffing && { people: staffing.people.map(([id, person]) => ({ id, ...person })) }),
  }
  // The reader ignores fields that are undefined.
  return orgFromDocument(spec as OrgDocument)
}

/** The manager of each role, by index; -1 for the top. */
function managersByRole(sizes: readonly number[], span: number, random: Random): Int32Array {
  const managers = new Int32Array(sizes.reduce((sum, size) => sum + size, 0)).fill(-1)
  let first = 0
  for (const [layer, size] of sizes.entries()) {
    const next = sizes[layer + 1] ?? 0
    const usual = Math.max(Math.ceil(next / span), Math.round(next / (span * 0.75)))
    const leaders = someOf(size, Math.min(size, Math.max(1, usual)), random)
    for (let report = 0; report < next; report++) {
      managers[first + size + report] = first + leaders[Math.floor((report * leaders.length) / next)]
    }
    first += size
  }
  return managers
}

/** `count` numbers below `size`, ascending, each equally likely. */
function someOf(size: number, count: number, random: Random): number[] {
  const chosen: number[] = []
  for (let index = 0; index < size && chosen.length < count; index++) {
    if (random.next() * (size - index) < count - chosen.length) chosen.push(index)
  }
  return chosen
}

function* madeRoles(
  sizes: readonly number[],
  managers: Int32Array,
  { dotted, vacancies }: { readonly dotted: number; readonly vacancies: number },
  random: Random,
): Generator<MadeRole> {
  const manages = new Uint8Array(managers.length)
  for (const manager of managers) if (manager >= 0) manages[manager] = 1
  const fields: string[] = []
  const ids: string[] = []
  let index = 0
  for (const [depth, size] of sizes.entries()) {
    for (let place = 0; place < size; place++, index++) {
      const manager = managers[index]
      const field = depth < 2 ? fieldOf(place) : fields[manager]
      const title = titleOf(field, depth + 1, manages[index] === 1, random.below(1000))
      const id = `${title.toLowerCase().replaceAll(' ', '-')}-${String(index + 1)}`
      const isDotted = random.next() < dotted
      const other = otherManager(index, manager, random)
      fields.push(field)
      ids.push(id)
      yield {
        id,
        title,
        family: depth === 0 ? 'General' : field,
        grade: sizes.length - depth,
        vacant: random.next() < vacancies ? true : undefined,
        manager: ids[manager],
        dotted: isDotted ? ids[other] : undefined,
      }
    }
  }
}

/** An earlier role that is not the solid manager: lines to earlier roles form no cycle. -1 if there is none. */
function otherManager(index: number, manager: number, random: Random): number {
  if (index < 2) return -1
  const picked = random.below(index - 1)
  return picked < manager ? picked : picked + 1
}

type Checked = Required<MakeOptions>
const SHARES = ['dotted', 'staff', 'vacancies', 'jobShares', 'acting', 'coHeads', 'alsoIn'] as const
const OPTIONS = ['roles', 'span', 'layers', 'lineNames', 'people', 'units', ...SHARES, 'seed']

function checkedOptions(options: MakeOptions): Checked {
  const given = givenOptions('makeOrg', options, OPTIONS)
  const { roles = 20, span = 6, seed = 1 } = options
  if (!isCount(roles)) throw invalidOption('roles', roles, 'a whole number, 1 or more')
  if (!isCount(span)) throw invalidOption('span', span, 'a whole number, 1 or more')
  for (const name of SHARES) {
    const share = given.get(name)
    if (share !== undefined && !isShare(share)) throw invalidOption(name, share, 'a number from 0 to 1')
  }
  const { dotted = 0, vacancies = 0, jobShares = 0, acting = 0, coHeads = 0, alsoIn = 0 } = options
  const { staff = 0, lineNames = [] } = options
  const names: unknown = lineNames
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw invalidOption('lineNames', names, 'a list of names')
  }
  const people = trueOrFalse('people', given.get('people'), jobShares > 0 || acting > 0)
  const units = trueOrFalse('units', given.get('units'), coHeads > 0 || alsoIn > 0)
  if (!Number.isSafeInteger(seed)) throw invalidOption('seed', seed, 'a whole number')
  const { layers = usualLayers(roles, span) } = options
  if (!isCount(layers) || layers > roles || capacity(layers, span) < roles) {
    const range = `a whole number up to ${String(roles)}, with room for ${String(roles)} roles with spans of ${String(span)}`
    throw invalidOption('layers', layers, range)
  }
  const sizes = { roles, span, layers, dotted, vacancies, seed }
  return { ...sizes, staff, lineNames, people, jobShares, acting, units, coHeads, alsoIn }
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}

function fieldOf(index: number): string {
  return FIELDS[index % FIELDS.length]
}

/** A realistic title, by the layer of the role and whether anyone reports to it. */
function titleOf(field: string, layer: number, manages: boolean, pick: number): string {
  if (layer === 1) return 'Chief Executive Officer'
  if (!manages) return `${field} ${STAFF[pick % STAFF.length]}`
  if (layer === 2) return `${field} Director`
  if (layer === 3) return `Head of ${field}`
  return layer === 4 ? `${field} Manager` : `${field} Team Lead`
}
