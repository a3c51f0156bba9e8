import type { Edges, EvidencedEdges } from '../engine/edges.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'
import type { Person } from '../model/person.js'
import { packTexts } from './bytes/packed-texts.js'
import { isKeptByJson } from './lost-in-json.js'
import {
  NUMBER_COLUMNS,
  PACKED_VERSION,
  type PackedOrg,
  type PackedValues,
  TEXT_COLUMNS,
  VALUE_COLUMNS,
} from './packed-org.js'
import { MOVE_KINDS } from './read-edges.js'
import { personSpec, serviceSpec, unitSpec } from './spec-of-org.js'

/**
 * Packs an org into an object that `structuredClone` and `postMessage` copy as a whole: for a worker, another window, or
 * IndexedDB. {@link unpackOrg} makes an equal org of it on the other side.
 *
 * The object holds the whole org, including its issues, unknown managers, cycles, and data that JSON cannot hold. An org
 * itself cannot be sent: its copy is not an org. The form is fast, but neither readable nor lasting: use `toOrgDocument`
 * for files and for other programs.
 *
 * Complexity: O(roles + lines + moves + units + services + size of the texts and data).
 *
 * @param org The org.
 * @returns A fresh object. Its buffers can be moved: see {@link transferListOf}.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, managementChainOf, packOrg, unpackOrg } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { ceo: {}, cfo: { reportsTo: 'ceo' }, controller: { reportsTo: 'cfo' } } })
 * const received = structuredClone(packOrg(org)) // what a worker gets in event.data
 * console.log(managementChainOf(unpackOrg(received), 'controller')) // => [ 'cfo', 'ceo' ]
 * ```
 * @see {@link unpackOrg}, {@link transferListOf}, {@link orgFromDocument}.
 */
export function packOrg(org: Org): PackedOrg {
  const state = stateOf(org)
  const { columns, units, people, services, issues, unknownManagers } = state
  const { count, ids, manager, managerEvidence } = columns
  const packed = new Map<string, unknown>([
    ['id', packTexts(ids, count) ?? valuesOf(ids, count)],
    ['manager', manager.slice()],
    ['managerEvidence', valuesAt(managerEvidence)],
    ['unknownManagers', pairsOf(unknownManagers)],
    ['units', valuesOf(Array.from(units.values(), (unit) => ({ id: unit.id, ...unitSpec(unit) })))],
    ['people', people && peopleOf(people)],
    ['services', valuesOf(services.map(serviceSpec))],
    // A place in an issue can have any number, even one that JSON cannot hold.
    ['issues', valuesOf(issues, issues.length, areKept)],
  ])
  addEdges(packed, state)
  addAttributes(packed, state)
  for (const [name, column] of packed) if (column === undefined) packed.delete(name)
  return { packedOrg: PACKED_VERSION, roles: count, columns: Object.fromEntries(packed) }
}

/** An empty list of people is not the same as none: it allows no holders. */
function peopleOf(people: ReadonlyMap<string, Person>): PackedValues {
  const specs = Array.from(people.values(), (person) => ({ id: person.id, ...personSpec(person) }))
  return valuesOf(specs, specs.length, areKept) ?? { json: '[]' }
}

function addEdges(packed: Map<string, unknown>, { columns: { dotted, moves } }: OrgState): void {
  const edgesOf = ({ start, to }: Edges): unknown => ({ start: start.slice(), to: to.slice() })
  const evidenceOf = ({ evidence }: EvidencedEdges): PackedValues | undefined => valuesAt(evidence)
  if (dotted.to.length > 0) {
    packed.set('dotted', edgesOf(dotted))
    packed.set('dottedEvidence', evidenceOf(dotted))
  }
  if (moves.to.length === 0) return
  packed.set('moves', edgesOf(moves))
  packed.set('moveEvidence', evidenceOf(moves))
  packed.set(
    'moveKind',
    Uint8Array.from(moves.kind, (kind) => MOVE_KINDS.indexOf(kind)),
  )
  if (moves.years.some((years) => years !== undefined)) {
    packed.set('moveYears', Float64Array.from(moves.years.flatMap((years) => years ?? [NaN, NaN])))
  }
  const conditions = moves.conditions.map((list) => (list.length > 0 ? list : undefined))
  packed.set('moveConditions', valuesOf(conditions))
}

function addAttributes(packed: Map<string, unknown>, { columns, units }: OrgState): void {
  const { count, attributes } = columns
  for (const name of TEXT_COLUMNS) {
    const column = attributes[name]
    if (column !== undefined) packed.set(name, packTexts(column, count) ?? valuesOf(column, count))
  }
  for (const name of NUMBER_COLUMNS) {
    const column = attributes[name]
    if (column === undefined) continue
    packed.set(
      name,
      filled(new Float64Array(count).fill(NaN), column, (value) => value ?? NaN),
    )
  }
  for (const name of VALUE_COLUMNS) {
    const column = attributes[name]
    if (column !== undefined) packed.set(name, valuesOf(column, count, name === 'data' ? areKept : areTexts))
  }
  const { unit, vacant } = attributes
  if (unit !== undefined) {
    const indexes = new Map(Array.from(units.keys(), (id, index) => [id, index]))
    const indexOf = (id: string | undefined): number => (id === undefined ? -1 : (indexes.get(id) ?? -1))
    packed.set('unit', filled(new Int32Array(count).fill(-1), unit, indexOf))
  }
  if (vacant !== undefined) {
    packed.set(
      'vacant',
      filled(new Uint8Array(count), vacant, (is) => (is === undefined ? 0 : is ? 2 : 1)),
    )
  }
}

/** Writes the numbers of a column, which may be shorter, to an array and returns it. */
function filled<Numbers extends Float64Array | Int32Array | Uint8Array, Value>(
  numbers: Numbers,
  column: ArrayLike<Value>,
  numberOf: (value: Value) => number,
): Numbers {
  for (let row = 0; row < column.length; row++) numbers[row] = numberOf(column[row])
  return numbers
}

/** Whether JSON preserves all of the values. */
type IsKept = (values: readonly unknown[]) => boolean

/** For texts, and lists and objects of them. */
const areTexts: IsKept = () => true
const areKept: IsKept = (values) => values.every(isKeptByJson)

/** The values of the rows that have one; `undefined` if none has. */
function valuesOf(
  column: readonly unknown[],
  count = column.length,
  isKept = areTexts,
): PackedValues | undefined {
  const values = column.filter((value) => value !== undefined)
  if (values.length === 0) return undefined
  if (values.length === count) return written(values, isKept)
  const at = new Int32Array(values.length)
  let next = 0
  for (const [row, value] of column.entries()) if (value !== undefined) at[next++] = row
  return { at, ...written(values, isKept) }
}

function valuesAt(entries: ReadonlyMap<number, unknown>): PackedValues | undefined {
  if (entries.size === 0) return undefined
  const sorted = Array.from(entries).sort(([a], [b]) => a - b)
  return { at: Int32Array.from(sorted, ([row]) => row), ...written(sorted.map(([, value]) => value)) }
}

/** Not sorted: the order of unknown managers is that of `orphansOf`. */
function pairsOf(entries: ReadonlyMap<number, unknown>): PackedValues | undefined {
  return entries.size === 0 ? undefined : written(Array.from(entries))
}

function written(values: readonly unknown[], isKept = areTexts): PackedValues {
  return isKept(values) ? { json: JSON.stringify(values) } : { values: values.slice() }
}
