import { invalidOption, type Org, orgFromRecords } from '../../internal.js'
import { capacity, layerSizes, usualLayers } from './layer-sizes.js'
import { Random } from './random.js'
import { fieldOf, titleOf } from './titles.js'

/** What {@link makeOrg} makes. */
export interface MakeOptions {
  /** How many roles. Default: 20. */
  readonly roles?: number
  /** The most direct reports of a manager. Default: 6. */
  readonly span?: number
  /** How many layers. Default: as many as the roles need where managers have three quarters of `span` on average. */
  readonly layers?: number
  /** The share of the roles, from 0 to 1, that have a dotted manager beside the solid one. Default: 0. */
  readonly dotted?: number
  /** The share of the roles, from 0 to 1, that are vacant. Default: 0. */
  readonly vacancies?: number
  /** Another seed makes another org; the same one makes the same. Default: 1. */
  readonly seed?: number
}

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
 * Makes a sound org of any size: one top, titles as real charts have them, grades that rise towards the top.
 *
 * The same options make the same org, role by role. `checkOrg` finds nothing in it, not so much as a hint: dotted lines
 * close no circle and double no solid line. The roles come from the top down, layer by layer.
 *
 * Complexity: O(roles).
 *
 * @param options `roles`, `span`, `layers`, `dotted`, `vacancies`, `seed`.
 * @returns The org.
 * @throws {@link OrgError} `INVALID_OPTION`, also where the roles have no room in the layers.
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
  const { roles, span, layers, dotted, vacancies, seed } = checkedOptions(options)
  const random = new Random(seed)
  const sizes = layerSizes(roles, span, layers)
  const managers = managersByRole(sizes, span, random)
  return orgFromRecords(madeRoles(sizes, managers, { dotted, vacancies }, random), {
    id: 'id',
    title: 'title',
    family: 'family',
    grade: 'grade',
    vacant: 'vacant',
    manager: 'manager',
    dotted: 'dotted',
  })
}

/** The manager of each role, by index; of the top -1. */
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

/** So many numbers below `size`, ascending, each with the same chance. */
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

/** A role further up the list that is not the solid manager: such lines close no circle. -1 where there is none. */
function otherManager(index: number, manager: number, random: Random): number {
  if (index < 2) return -1
  const picked = random.below(index - 1)
  return picked < manager ? picked : picked + 1
}

function checkedOptions(options: MakeOptions): Required<MakeOptions> {
  const { roles = 20, span = 6, dotted = 0, vacancies = 0, seed = 1 } = options
  for (const option of Object.keys(options)) {
    if (!OPTIONS.includes(option))
      throw invalidOption(option, Reflect.get(options, option), OPTIONS.join(', '))
  }
  if (!isCount(roles)) throw invalidOption('roles', roles, 'a whole number, 1 or more')
  if (!isCount(span)) throw invalidOption('span', span, 'a whole number, 1 or more')
  if (!isShare(dotted)) throw invalidOption('dotted', dotted, 'a number from 0 to 1')
  if (!isShare(vacancies)) throw invalidOption('vacancies', vacancies, 'a number from 0 to 1')
  if (!Number.isSafeInteger(seed)) throw invalidOption('seed', seed, 'a whole number')
  const { layers = usualLayers(roles, span) } = options
  if (!isCount(layers) || layers > roles || capacity(layers, span) < roles) {
    const range = `a whole number up to ${String(roles)} in which ${String(roles)} roles with spans of ${String(span)} find room`
    throw invalidOption('layers', layers, range)
  }
  return { roles, span, layers, dotted, vacancies, seed }
}

const OPTIONS: readonly string[] = ['roles', 'span', 'layers', 'dotted', 'vacancies', 'seed']

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}
