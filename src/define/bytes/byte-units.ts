import { NONE } from '../../engine/columns.js'
import type { ByteColumn } from '../../model/org-columns.js'
import type { ByteRows } from './byte-rows.js'
import { ofRoles } from './byte-rows.js'
import { ByteSet } from './byte-set.js'
import { ByteTexts } from './byte-texts.js'

/** The units that roles are members of, numbered as they are first named. */
export interface Members {
  readonly names: ByteSet
  /** The unit of each role. */
  readonly own: Int32Array
  /** The further units of the roles that have any, each once; absent if none are read. */
  readonly others: ReadonlyMap<number, readonly number[]> | undefined
  /** The role that names a unit first, and in which field. */
  readonly firstOf: (unit: number) => { readonly handle: number; readonly field: 'unit' | 'alsoIn' }
}

/** Checked odd values, by handle. */
interface OddUnits {
  readonly unit: ReadonlyMap<number, unknown>
  readonly alsoIn: ReadonlyMap<number, unknown>
}

/** The members of units; `undefined` if no row has a unit. O(bytes). */
export function membersIn(given: ByteRows, odd: OddUnits): Members | undefined {
  const { ids, unit, alsoIn, unitPrefix = '' } = given
  const hasOthers = alsoIn !== undefined || odd.alsoIn.size > 0
  if (unit === undefined && odd.unit.size === 0 && !hasOthers) return undefined
  const names = new ByteSet()
  const cells = unit && ByteTexts.plain(ofRoles(unit, ids))
  if (cells !== undefined && odd.unit.size === 0 && !hasOthers && unitPrefix === '') {
    const own = names.addAll(cells)
    return {
      names,
      own,
      others: undefined,
      firstOf: (number) => ({ handle: own.indexOf(number), field: 'unit' }),
    }
  }
  const add = prefixing(names, unitPrefix)
  const own = new Int32Array(ids.set.count).fill(NONE)
  const others = new Map<number, readonly number[]>()
  const first: ReturnType<Members['firstOf']>[] = []
  const further = alsoIn && listsIn(alsoIn)
  for (let handle = 0; handle < own.length; handle++) {
    own[handle] = numberIn(cells, handle, odd.unit, names, add)
    if (names.count > first.length) first.push({ handle, field: 'unit' })
    if (!hasOthers) continue
    const row = ids.rowOf(handle)
    const numbers = odd.alsoIn.has(handle)
      ? textsIn(odd.alsoIn.get(handle)).map((name) => names.addText(name))
      : (further?.(row, add) ?? [])
    if (numbers.length > 0) others.set(handle, [...new Set(numbers)])
    while (names.count > first.length) first.push({ handle, field: 'alsoIn' })
  }
  return { names, own, others: hasOthers ? others : undefined, firstOf: (number) => first[number] }
}

/** Adds the text of a range to the names of units, and returns its number. */
type AddName = (bytes: Uint8Array, begin: number, end: number) => number

function prefixing(names: ByteSet, unitPrefix: string): AddName {
  if (unitPrefix === '') return (bytes, begin, end) => names.add(bytes, begin, end)
  const prefix = new TextEncoder().encode(unitPrefix)
  return (bytes, begin, end) => {
    const name = new Uint8Array(prefix.length + end - begin)
    name.set(prefix)
    name.set(bytes.subarray(begin, end), prefix.length)
    return names.add(name, 0, name.length)
  }
}

function numberIn(
  cells: ByteColumn | undefined,
  handle: number,
  odd: ReadonlyMap<number, unknown>,
  names: ByteSet,
  add: AddName,
): number {
  if (odd.has(handle)) {
    const name = odd.get(handle)
    return typeof name === 'string' ? names.addText(name) : NONE
  }
  if (cells === undefined || cells.starts[handle] < 0) return NONE
  return add(cells.bytes, cells.starts[handle], cells.ends[handle])
}

/** Returns the numbers of the units that a row lists. */
function listsIn(alsoIn: NonNullable<ByteRows['alsoIn']>): (row: number, add: AddName) => readonly number[] {
  const { bytes, starts, ends } = ByteTexts.plain('items' in alsoIn ? alsoIn.items : alsoIn)
  const first = 'items' in alsoIn ? alsoIn.first : undefined
  return (row, add) => {
    const numbers: number[] = []
    const [from, past] = first === undefined ? [row, row + 1] : [first[row], first[row + 1]]
    for (let item = from; item < past; item++)
      if (starts[item] >= 0) numbers.push(add(bytes, starts[item], ends[item]))
    return numbers
  }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
