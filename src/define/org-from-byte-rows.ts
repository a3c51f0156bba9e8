import { type AttributeColumns, type MoveColumns, NO_MOVES, type RoleColumns } from '../engine/columns.js'
import { type EvidencedEdges, NO_EDGES } from '../engine/edges.js'
import { reportingCycles } from '../engine/reporting-cycles.js'
import type { LineFacts } from '../model/line.js'
import type { Org } from '../model/org.js'
import { ROLE_ATTRIBUTES } from './attribute-readers.js'
import { ByteAttributes } from './bytes/byte-attributes.js'
import { ByteEdges } from './bytes/byte-edges.js'
import { ByteManagers } from './bytes/byte-managers.js'
import { ByteRoles } from './bytes/byte-roles.js'
import { type ByteRows, oddOf } from './bytes/byte-rows.js'
import type { ByteSet } from './bytes/byte-set.js'
import type { LateList } from './bytes/late-list.js'
import { finished, type Steps } from './bytes/steps.js'
import { linkFoundDotted, linkFoundMoves } from './link-edges.js'
import { addCycles } from './link-org.js'
import { orgOfRecord } from './org-of-record.js'
import { readEdges, readingOf } from './read-edges.js'
import { addRepeatedId, edgeRows, moveRows, repeatedRow } from './role-rows.js'

/**
 * Makes an org from columns of bytes. Problems become issues of the org: the same issues in the same order as
 * `orgFromRecords` finds in these rows. Texts are copied as bytes, and decoded when they are first read. O(bytes).
 */
export function orgFromByteRows(given: ByteRows): Org {
  return finished(orgStepsFromByteRows(given))
}

/** The same in steps. */
export function* orgStepsFromByteRows(given: ByteRows): Steps<Org> {
  const roles = new ByteRoles(given)
  const { ids } = given
  for (const row of ids.repeats()) {
    const differing = given.jobShares?.get(row)
    if (differing?.length === 0) continue
    const handle = ids.handles[row]
    addRepeatedId(roles, ids.set.text(handle), handle, roles.placeOfRow(row, 'id'), repeatedRow(differing))
  }
  const managers = new ByteManagers(given, roles)
  yield
  const attributes = new ByteAttributes(given, roles)
  for (const name of ROLE_ATTRIBUTES) {
    attributes.read(name)
    yield
  }
  attributes.checkVacancies()
  const oddDotted = edgeRows()
  const dottedReading = readingOf(roles, 'dottedTo', oddDotted)
  for (const [handle, value] of oddOf(given, 'dotted')) readEdges(dottedReading, handle, value)
  const oddMoves = moveRows()
  const moveReading = readingOf(roles, 'progressesTo', oddMoves, oddMoves)
  for (const [handle, value] of oddOf(given, 'moves')) readEdges(moveReading, handle, value)
  const units = attributes.linkedUnits()
  const unknownManagers = yield* managers.link()
  yield
  const dotted = new ByteEdges(given, given.dotted, dottedReading)
  const moves = new ByteEdges(given, given.moves, moveReading)
  const columns = new ByteColumns(
    roles.lateIds,
    ids.set,
    managers.handles,
    managers.facts,
    dotted.to.length === 0 ? NO_EDGES : linkFoundDotted(roles, dotted, dotted.lineFacts(oddDotted.evidence)),
    moves.to.length === 0
      ? NO_MOVES
      : linkFoundMoves(roles, moves, {
          evidence: moves.factsOf(oddMoves.evidence),
          kind: moves.factsOf(oddMoves.kind),
          years: Array.from(moves.to, (_, edge) => oddMoves.years[moves.oddOf(edge)]),
          conditions: moves.factsOf(oddMoves.conditions),
        }),
    attributes.columns,
  )
  yield
  addCycles(roles, reportingCycles(managers.handles))
  const { people } = attributes
  ids.set.settle()
  return orgOfRecord({ columns, units, services: [], people, issues: roles.issues.all, unknownManagers })
}

/** Columns that hold ids as bytes and decode them on first use. */
class ByteColumns implements RoleColumns {
  constructor(
    readonly lateIds: LateList<string>,
    readonly handles: ByteSet,
    readonly manager: Int32Array,
    readonly managerEvidence: ReadonlyMap<number, LineFacts>,
    readonly dotted: EvidencedEdges,
    readonly moves: MoveColumns,
    readonly attributes: AttributeColumns,
  ) {}

  get count(): number {
    return this.manager.length
  }

  get ids(): readonly string[] {
    return this.lateIds.list
  }
}
