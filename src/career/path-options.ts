import { givenOptions, type GivenOptions, oneOf, signalIn, upperLimit } from '../kernel/option-check.js'
import { invalidOption } from '../kernel/invalid-input.js'
import { ownHandle } from '../engine/role-handle.js'
import type { OrgState } from '../engine/org-state.js'
import type { MoveKind } from '../model/move.js'
import { rolesOfFamily } from './roles-of-family.js'
import type { MoveLimits } from './search/move-filter.js'

/** Which career moves a query follows. */
export interface MoveOptions<Id extends string = string> {
  /** Roles that are never entered or left. Default: none. */
  readonly avoid?: readonly Id[]
  /** Only roles of these families are passed. Default: any role, even one without a family. */
  readonly families?: readonly string[]
  /** Only moves of these kinds are taken. Default: all kinds. */
  readonly moves?: readonly MoveKind[]
}

/** How career paths are ranked, and which moves they may take. */
export interface CareerPathOptions<Id extends string = string> extends MoveOptions<Id> {
  /** The fewest `'steps'` (the default), or the fewest `'years'`: the sum of the least years of the moves. */
  readonly by?: 'steps' | 'years'
  /** The largest sum of the least years of the moves. Default: no limit. */
  readonly maxYears?: number
}

/** Which career paths are listed, in which order, and how many. */
export interface CareerPathsOptions<Id extends string = string> extends CareerPathOptions<Id> {
  /** The `'best'` first (the default), or in `'any'` order, which is faster for listing all paths. */
  readonly order?: 'best' | 'any'
  /** How many paths to return at most: a whole number, 0 or more. Default: all. */
  readonly limit?: number
  /** An `AbortSignal`, checked before each path; once it is aborted, its reason is thrown. */
  readonly signal?: { throwIfAborted(): void }
}

/** The checked options of a query for paths. */
export interface CheckedPathOptions extends MoveLimits {
  readonly by: 'steps' | 'years'
  readonly order: 'best' | 'any'
  readonly maxYears: number
  readonly limit: number
  readonly signal: { throwIfAborted(): void } | undefined
}

const MOVE_OPTIONS = ['avoid', 'families', 'moves']
const PATH_OPTIONS = [...MOVE_OPTIONS, 'by', 'maxYears', 'order', 'limit', 'signal']
const KINDS: readonly MoveKind[] = ['advancement', 'lateral', 'transition']

/** Checks the options of a query for paths. Throws `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`. */
export function checkPathOptions(
  caller: string,
  state: OrgState,
  options: CareerPathsOptions | undefined,
): CheckedPathOptions {
  const given = givenOptions(caller, options, PATH_OPTIONS)
  return {
    ...moveLimits(state, given),
    by: oneOf('by', given.get('by') ?? 'steps', ['steps', 'years']),
    order: oneOf('order', given.get('order') ?? 'best', ['best', 'any']),
    maxYears: yearsIn('maxYears', given.get('maxYears')),
    limit: upperLimit('limit', given.get('limit'), 0),
    signal: signalIn(given.get('signal')),
  }
}

/** Checks the options of a query that follows moves. Throws `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`. */
export function checkMoveOptions(
  caller: string,
  state: OrgState,
  options: MoveOptions | undefined,
): MoveLimits {
  return moveLimits(state, givenOptions(caller, options, MOVE_OPTIONS))
}

function moveLimits(state: OrgState, given: GivenOptions): MoveLimits {
  return {
    avoid: setOf('avoid', given.get('avoid'), (id) => ownHandle(state, id)),
    families: setOf('families', given.get('families'), (family) => {
      rolesOfFamily(state, family)
      return family
    }),
    kinds: setOf('moves', given.get('moves'), (kind) => oneOf('moves', kind, KINDS)),
  }
}

function setOf<Item>(
  option: string,
  received: unknown,
  read: (item: string) => Item,
): ReadonlySet<Item> | undefined {
  if (received === undefined) return undefined
  if (!Array.isArray(received)) throw invalidOption(option, received, 'an array of strings')
  const list: readonly unknown[] = received
  return new Set(
    // Array.from, unlike map, does not skip the holes of a sparse array.
    Array.from(list, (item) => {
      if (typeof item === 'string') return read(item)
      throw invalidOption(option, item, 'an array of strings')
    }),
  )
}

function yearsIn(option: string, received: unknown): number {
  if (received === undefined) return Infinity
  if (typeof received === 'number' && received >= 0) return received
  throw invalidOption(option, received, 'a number, 0 or more')
}
