import { type ByteCells, ByteSet, RowIds, rowIdSteps, type Steps } from '../../internal.js'
import type { LdapRows } from './ldap-rows.js'

/** The names of entries, by which they refer to each other, and the ids of their roles. */
export class LdapNames {
  private constructor(
    readonly ids: RowIds,
    /** The keys of names, each once. */
    readonly keys: ByteSet,
    /** The first row with each name. */
    readonly rows: Int32Array,
  ) {}

  static *of(rows: LdapRows): Steps<LdapNames> {
    const keys = new ByteSet(rows.count)
    const numbers = keys.addAll(rows.keysOf(rows.dnKeys))
    yield
    const first = new Int32Array(keys.count)
    for (let row = numbers.length - 1; row >= 0; row--) first[numbers[row]] = row
    const cells = rows.cells('id')
    const ids = rows.isNamedByDn ? idsOf(cells, numbers, first) : yield* rowIdSteps(cells)
    return new LdapNames(ids, keys, first)
  }

  /** The handle of the role with a name, or -1. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const number = this.keys.find(bytes, from, to)
    return number < 0 ? -1 : this.ids.handles[this.rows[number]]
  }
}

/** The ids where they are names of entries: the first spelling of each. */
function idsOf({ bytes, starts, ends }: ByteCells, numbers: Int32Array, first: Int32Array): RowIds {
  const set = new ByteSet(first.length)
  for (const row of first) set.add(bytes, starts[row], ends[row])
  return new RowIds(set, numbers)
}
