import { ByteIds } from '../engine/byte-ids.js'
import { NONE, type RoleColumns } from '../engine/columns.js'
import { NO_EDGES } from '../engine/edges.js'
import { reportingCycles } from '../engine/reporting-cycles.js'
import type { ByteColumn } from '../model/byte-column.js'

const NO_MOVES: RoleColumns['moves'] = Object.freeze({ ...NO_EDGES, kind: [], years: [], conditions: [] })

/** Columns that hold ids in bytes and make strings of them when one is asked for. */
export class PackedColumns implements RoleColumns {
  readonly managerEvidence = new Map<number, never>()
  readonly dotted = NO_EDGES
  readonly moves = NO_MOVES

  private constructor(
    readonly handles: ByteIds,
    readonly manager: Int32Array,
    readonly attributes: RoleColumns['attributes'],
  ) {}

  /**
   * The columns of a sound chart; `undefined` where anything is the matter with its ids or lines: an id that is missing
   * or there twice, an unknown manager, a circle. O(bytes).
   */
  static of(
    id: ByteColumn,
    managerId: ByteColumn | undefined,
    attributes: RoleColumns['attributes'],
  ): PackedColumns | undefined {
    const handles = ByteIds.of(id)
    const manager =
      managerId === undefined ? new Int32Array(id.starts.length).fill(NONE) : handles?.handlesOf(managerId)
    // A role that reports to itself is a circle too.
    if (handles === undefined || manager === undefined || reportingCycles(manager).length > 0)
      return undefined
    return new PackedColumns(handles, manager, attributes)
  }

  get count(): number {
    return this.manager.length
  }

  get ids(): readonly string[] {
    return this.handles.ids
  }
}
