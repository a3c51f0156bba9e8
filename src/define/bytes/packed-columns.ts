import { ByteIds } from './byte-ids.js'
import { NONE, type RoleColumns } from '../../engine/columns.js'
import { NO_EDGES } from '../../engine/edges.js'
import { reportingCycles } from '../../engine/reporting-cycles.js'
import type { OrgColumns } from '../../model/org-columns.js'
import { packedAttributes } from './packed-attributes.js'

const NO_MOVES: RoleColumns['moves'] = Object.freeze({ ...NO_EDGES, kind: [], years: [], conditions: [] })

/** Columns that hold ids as bytes and make strings of them on first use. */
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
   * The columns of a sound chart; `undefined` for any other: an id is missing or appears twice, a manager is unknown,
   * roles report in a cycle, an attribute is invalid. O(bytes).
   */
  static of(columns: OrgColumns<unknown>): PackedColumns | undefined {
    const { id, manager: managerId } = columns
    const handles = ByteIds.of(id)
    const manager =
      managerId === undefined ? new Int32Array(id.starts.length).fill(NONE) : handles?.handlesOf(managerId)
    // A role that reports to itself is a cycle too.
    if (handles === undefined || manager === undefined || reportingCycles(manager).length > 0)
      return undefined
    const attributes = packedAttributes(columns)
    return attributes && new PackedColumns(handles, manager, attributes)
  }

  get count(): number {
    return this.manager.length
  }

  get ids(): readonly string[] {
    return this.handles.ids
  }
}
