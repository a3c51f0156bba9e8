import { ascend, pathUp } from '../engine/ascent.js'
import { NONE } from '../engine/columns.js'
import { isHandleAbove } from '../engine/is-handle-above.js'
import { alongLines } from '../engine/lines-option.js'
import type { Along } from '../engine/lines-option.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import { attributesAt, idAt } from '../engine/role-reader.js'
import { lineRecord } from '../engine/role-record.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { oneOf, ownOption } from '../kernel/option-check.js'
import type { Reason } from '../model/reason.js'

/** What two roles are compared by: reporting lines, the grade in the data, or the layer on the chart. */
export type Criterion = 'chain' | 'grade' | 'layer'

/** The options of {@link compareRoles}. */
export interface CompareOptions extends LinesOption {
  /** Compare by this alone. Default: by chain and, where that does not decide, by grade; never by layer. */
  readonly by?: Criterion
}

/** How two roles compare, by which criterion, and the evidence. */
export type Comparison<Id extends string = string> =
  | {
      readonly relation: 'above' | 'below' | 'same'
      readonly by: Criterion
      readonly because: readonly Reason<Id>[]
    }
  | {
      readonly relation: 'incomparable'
      readonly by: undefined
      /** What was found, although it does not decide. */
      readonly because: readonly Reason<Id>[]
    }

const CRITERIA: readonly Criterion[] = ['chain', 'grade', 'layer']
const DEFAULT_CRITERIA: readonly Criterion[] = ['chain', 'grade']
const OTHER_OPTIONS = ['by']

/**
 * Compares two roles: whether `a` is above `b`, below it, or the same.
 *
 * By default the chain decides or, failing that, the grade. **chain**: one role is in the management chain of the
 * other; in a cycle each is above the other, which decides nothing. **grade**: both roles have one; the higher grade
 * is above, equal grades are the same. Where neither decides, the roles are incomparable.
 *
 * The layer is compared only with `by: 'layer'`, because a layer is a place and not a rank: the assistant of the chief
 * executive is in layer 2, and the director of a large division may be in layer 4. **layer**: both roles are under the
 * same top along solid lines; the layer nearer to the top is above, equal layers are the same.
 *
 * A role and itself are the same by every criterion, even without a grade or a layer. A unit answers through its head.
 *
 * `because` lists the lines of the shortest path from the lower role up to the upper one, or both grades, or both
 * layers, `a` first. When nothing decides, it has what was found: the lines of a cycle, the grade of one role, layers
 * under different tops. It is empty for a role and itself.
 *
 * Complexity: O(layers) along solid lines, else O(roles and lines above both).
 *
 * @param org The org.
 * @param a The id of a role, or of a unit with a head.
 * @param b The id of a role, or of a unit with a head.
 * @param options `by`: compare by this alone; `lines`: the reporting lines that make the chain,
 * `'solid'` by default.
 * @returns A fresh object; `by` is `undefined` for `'incomparable'`.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { compareRoles, defineOrg } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { grade: 9 },
 *     manager: { reportsTo: 'director', grade: 7 },
 *     architect: { reportsTo: 'director', grade: 8 },
 *     analyst: { reportsTo: 'manager' },
 *   },
 * })
 * const lines = compareRoles(org, 'director', 'manager')
 * console.log(lines.relation, lines.by) // => above chain
 * console.log(lines.because[0]) // => { kind: 'line', line: { from: 'manager', to: 'director', kind: 'solid' } }
 * console.log(compareRoles(org, 'manager', 'architect').relation) // => below
 * console.log(compareRoles(org, 'manager', 'architect').by) // => grade
 * console.log(compareRoles(org, 'analyst', 'architect').relation) // => incomparable
 * console.log(compareRoles(org, 'analyst', 'architect', { by: 'layer' }).relation) // => below
 * ```
 * @see {@link isAbove}, {@link layerOf}.
 */
export function compareRoles<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  a: NoInfer<Id | Unit>,
  b: NoInfer<Id | Unit>,
  options?: CompareOptions,
): Comparison<Id> {
  const state = stateOf(org)
  const along = alongLines(state, 'compareRoles', options, OTHER_OPTIONS)
  const criteria = criteriaOption(options)
  const first = roleHandle(state, a)
  const second = roleHandle(state, b)
  if (first === second) return { relation: 'same', by: criteria[0], because: [] }
  let found: Reason<Id>[] = []
  for (const by of criteria) {
    const { relation, because } = compareBy(by, state, along, first, second)
    if (relation !== undefined) return { relation, by, because }
    found = found.concat(because)
  }
  return { relation: 'incomparable', by: undefined, because: found }
}

function criteriaOption(options: CompareOptions | undefined): readonly Criterion[] {
  const by: unknown = ownOption(options, 'by')
  return by === undefined ? DEFAULT_CRITERIA : [oneOf('by', by, CRITERIA)]
}

interface Finding<Id extends string> {
  /** `undefined` when the criterion does not decide. */
  readonly relation: 'above' | 'below' | 'same' | undefined
  readonly because: Reason<Id>[]
}

function compareBy<Id extends string>(
  by: Criterion,
  state: OrgState<Id>,
  along: Along<Id>,
  a: number,
  b: number,
): Finding<Id> {
  if (by === 'chain') return compareByChain(along, a, b)
  return by === 'grade' ? compareByGrade(state, a, b) : compareByLayer(state, a, b)
}

function compareByChain<Id extends string>(along: Along<Id>, a: number, b: number): Finding<Id> {
  const { state, lines } = along
  const aAbove = isHandleAbove(state, a, b, lines)
  const bAbove = isHandleAbove(state, b, a, lines)
  const because = [...(aAbove ? linesUp(along, b, a) : []), ...(bAbove ? linesUp(along, a, b) : [])]
  return { relation: aAbove === bAbove ? undefined : aAbove ? 'above' : 'below', because }
}

function linesUp<Id extends string>({ state, lines }: Along<Id>, lower: number, upper: number): Reason<Id>[] {
  const ascent = ascend(state, lower, lines, upper)
  const path = pathUp(ascent, ascent.roles.lastIndexOf(upper))
  return path.slice(1).map((manager, below) => {
    return { kind: 'line', line: lineRecord(state, path[below], manager, lines) }
  })
}

function compareByGrade<Id extends string>(state: OrgState<Id>, a: number, b: number): Finding<Id> {
  const gradeOf = (handle: number): number | undefined => {
    const { attributes, at } = attributesAt(state, handle)
    return attributes.grade?.[at]
  }
  const reasonOf = (handle: number): Reason<Id>[] => {
    const grade = gradeOf(handle)
    return grade === undefined ? [] : [{ kind: 'grade', role: idAt(state, handle), grade }]
  }
  return {
    relation: relationOf(gradeOf(a), gradeOf(b)),
    because: [...reasonOf(a), ...reasonOf(b)],
  }
}

function compareByLayer<Id extends string>(state: OrgState<Id>, a: number, b: number): Finding<Id> {
  const { layer } = state.hierarchy
  const { ids } = state.columns
  const numbered = [a, b].filter((handle) => layer[handle] > 0)
  const tops = numbered.map((handle) => topOver(state, handle))
  const because = numbered.map((handle, index): Reason<Id> => {
    return { kind: 'layer', role: ids[handle], layer: layer[handle], top: ids[tops[index]] }
  })
  const comparable = tops.length === 2 && tops[0] === tops[1]
  return { relation: comparable ? relationOf(layer[b], layer[a]) : undefined, because }
}

function topOver(state: OrgState, handle: number): number {
  const { manager } = state.columns
  let top = handle
  while (manager[top] !== NONE) top = manager[top]
  return top
}

/** How `a` compares with `b` if more is higher; `undefined` if either is unknown. */
function relationOf(a: number | undefined, b: number | undefined): Finding<string>['relation'] {
  if (a === undefined || b === undefined) return undefined
  if (a === b) return 'same'
  return a > b ? 'above' : 'below'
}
