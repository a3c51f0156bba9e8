import type { AnyIssueCode, Issue } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import type { RoleColumns } from './columns.js'
import { type Edges, reversed } from './edges.js'
import { type HierarchyIndex, hierarchyIndexOf } from './hierarchy-index.js'
import { type MatrixIndex, matrixIndexOf } from './matrix-index.js'
import { VisitMarks } from './visit-marks.js'

/** The contents of an org, without anything that can be derived. */
export interface OrgRecord<Id extends string = string, UnitId extends string = string, Data = unknown> {
  readonly columns: RoleColumns<Id, UnitId, Data>
  readonly units: ReadonlyMap<string, Unit<Id, UnitId>>
  readonly services: readonly Service<Id, UnitId>[]
  /** What was wrong with the input of an org that was made with its issues. */
  readonly issues: readonly Issue<AnyIssueCode>[]
}

/** The record and its indexes, each of which is built on first use and kept. */
export class OrgState<
  out Id extends string = string,
  out UnitId extends string = string,
  out Data = unknown,
> {
  readonly columns: RoleColumns<Id, UnitId, Data>
  readonly units: ReadonlyMap<string, Unit<Id, UnitId>>
  readonly services: readonly Service<Id, UnitId>[]
  readonly issues: readonly Issue<AnyIssueCode>[]
  #hierarchy: HierarchyIndex | undefined
  #preorderIds: readonly Id[] | undefined
  #dottedReports: Edges | undefined
  #matrix: MatrixIndex | undefined
  #marks: VisitMarks | undefined
  readonly #kept = new WeakMap<object, unknown>()

  constructor(record: OrgRecord<Id, UnitId, Data>) {
    this.columns = record.columns
    this.units = record.units
    this.services = record.services
    this.issues = record.issues
  }

  get hierarchy(): HierarchyIndex {
    return (this.#hierarchy ??= hierarchyIndexOf(this.columns.manager))
  }

  /** The ids in preorder, in which everyone below a manager is one slice. */
  get preorderIds(): readonly Id[] {
    return (this.#preorderIds ??= Array.from(this.hierarchy.preorder, (handle) => this.columns.ids[handle]))
  }

  /** Dotted lines reversed, from manager to report. */
  get dottedReports(): Edges {
    return (this.#dottedReports ??= reversed(this.columns.count, this.columns.dotted))
  }

  /** For an org with dotted lines. */
  get matrix(): MatrixIndex {
    return (this.#matrix ??= matrixIndexOf(this.columns, this.hierarchy))
  }

  get marks(): VisitMarks {
    return (this.#marks ??= new VisitMarks(this.columns.count))
  }

  /** An index that few queries need, built once by the function that defines it. */
  kept<Index>(build: (state: OrgState) => Index): Index {
    if (!this.#kept.has(build)) this.#kept.set(build, build(this))
    return this.#kept.get(build) as Index
  }
}

/** What an {@link Org} is at run time: a frozen object around a state that nothing else can reach. */
class SealedOrg {
  readonly #state: OrgState

  constructor(state: OrgState) {
    this.#state = state
    Object.freeze(this)
  }

  static stateIn(value: object): OrgState | undefined {
    return #state in value ? value.#state : undefined
  }

  static {
    // The prototype of an org is reachable, and must not lead on to this class and its states.
    Reflect.deleteProperty(SealedOrg.prototype, 'constructor')
    Object.freeze(SealedOrg.prototype)
  }

  get [Symbol.toStringTag](): string {
    return 'Org'
  }
}

/** Wraps a record in the opaque value that callers hold. */
export function sealOrg<Id extends string, UnitId extends string, Data>(
  record: OrgRecord<Id, UnitId, Data>,
): Org<Id, UnitId, Data> {
  const sealed: object = new SealedOrg(new OrgState(record))
  return sealed as Org<Id, UnitId, Data>
}

/** Opens an org for a query. Throws `NOT_AN_ORG` for anything that this copy of the library did not seal. */
export function stateOf<Id extends string, UnitId extends string, Data>(
  org: Org<Id, UnitId, Data>,
): OrgState<Id, UnitId, Data> {
  const received: unknown = org
  const state = typeof received === 'object' && received !== null ? SealedOrg.stateIn(received) : undefined
  if (state === undefined) {
    throw new OrgError(
      'NOT_AN_ORG',
      `Expected an Org, received ${quote(received)}. Make one with defineOrg or orgFromRecords. If it is one, ` +
        'it comes from another copy of rolegraph (ESM beside CJS, or two versions): load the library in one way only.',
      { received },
    )
  }
  return state as OrgState<Id, UnitId, Data>
}
