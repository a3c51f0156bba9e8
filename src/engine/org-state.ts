import type { AnyIssueCode, Issue } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import type { Person } from '../model/person.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import type { RoleColumns, RoleReader } from './columns.js'
import { type Edges, reversed } from './edges.js'
import { type HierarchyIndex, hierarchyIndexOf } from './hierarchy-index.js'
import { type MatrixIndex, matrixIndexOf } from './matrix-index.js'
import { VisitMarks } from './visit-marks.js'

/** The contents of an org, without anything that can be derived. */
export interface OrgRecord<Id extends string = string, UnitId extends string = string, Data = unknown> {
  readonly columns: RoleColumns<Id, UnitId, Data>
  readonly units: ReadonlyMap<string, Unit<Id, UnitId>>
  readonly services: readonly Service<Id, UnitId>[]
  /** The people by id; absent if holders are names, each of them one person. */
  readonly people?: ReadonlyMap<string, Person> | undefined
  /** The problems in the input of an org that was made in spite of them. */
  readonly issues: readonly Issue<AnyIssueCode>[]
  /**
   * Managers that roles state but the org does not have, by the handle of the report; absent if there are none. One that
   * could not be read is described in words.
   */
  readonly unknownManagers?: ReadonlyMap<number, string>
}

const NO_MANAGERS: ReadonlyMap<number, string> = new Map()

/** The record and its indexes; each index is built on first use and kept. */
export class OrgState<
  out Id extends string = string,
  out UnitId extends string = string,
  out Data = unknown,
> {
  readonly columns: RoleColumns<Id, UnitId, Data>
  readonly units: ReadonlyMap<string, Unit<Id, UnitId>>
  readonly services: readonly Service<Id, UnitId>[]
  readonly people: ReadonlyMap<string, Person> | undefined
  readonly issues: readonly Issue<AnyIssueCode>[]
  readonly unknownManagers: ReadonlyMap<number, string>
  /** Reads single roles; present if reading a column may have to make it. */
  readonly reader: RoleReader | undefined
  #tops: Int32Array | undefined
  #hierarchy: HierarchyIndex | undefined
  #preorderIds: readonly Id[] | undefined
  #dottedReports: Edges | undefined
  #matrix: MatrixIndex | undefined
  #marks: VisitMarks | undefined
  #lineViews: Map<string, OrgState<Id, UnitId, Data>> | undefined
  #kept: WeakMap<object, unknown> | undefined

  constructor(record: OrgRecord<Id, UnitId, Data>) {
    this.columns = record.columns
    this.units = record.units
    this.services = record.services
    this.people = record.people
    this.issues = record.issues
    this.unknownManagers = record.unknownManagers ?? NO_MANAGERS
    this.reader = record.columns.reader
  }

  /** The number of steps walked up the chart instead of making the hierarchy. */
  walked = 0

  /** The hierarchy if it has been made. */
  get madeHierarchy(): HierarchyIndex | undefined {
    return this.#hierarchy
  }

  get hierarchy(): HierarchyIndex {
    return (this.#hierarchy ??= hierarchyIndexOf(this.columns.manager))
  }

  /** The roles that report to nobody, in input order. A role whose manager is unknown is not one of them. */
  get tops(): Int32Array {
    const { unknownManagers } = this
    if (unknownManagers.size === 0) return this.hierarchy.roots
    return (this.#tops ??= this.hierarchy.roots.filter((root) => !unknownManagers.has(root)))
  }

  /** The ids in preorder, in which everyone below a manager is one slice. */
  get preorderIds(): readonly Id[] {
    return (this.#preorderIds ??= idsOf(this.hierarchy.preorder, this.columns.ids))
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

  /** Views of some of the lines, oldest first. */
  get lineViews(): Map<string, OrgState<Id, UnitId, Data>> {
    return (this.#lineViews ??= new Map())
  }

  /** An index that few queries need, built once by the function that defines it. */
  kept<Index>(build: (state: OrgState) => Index): Index {
    const kept = (this.#kept ??= new WeakMap())
    if (!kept.has(build)) kept.set(build, build(this))
    return kept.get(build) as Index
  }
}

function idsOf<Id extends string>(handles: Int32Array, ids: readonly Id[]): readonly Id[] {
  // Allocated at its full length, since a list that grows keeps spare room.
  const list = new Array<Id>(handles.length)
  for (let place = 0; place < list.length; place++) list[place] = ids[handles[place]]
  return list
}

/** What an org shows of itself outside queries. Implemented by `define`, on the floor above. */
export interface OrgFace {
  /** Everything in an org as plain data, for the comparison of two orgs in tests. */
  readonly contentOf: (state: OrgState) => object
  /** The org document, for `JSON.stringify`. */
  readonly documentOf: (state: OrgState) => object
  /** One line for `console.log`. */
  readonly textOf: (state: OrgState) => string
}

/** Marks orgs of every copy of the library. */
const BRAND = /* @__PURE__ */ Symbol.for('rolegraph.Org')
/** The method that `console.log` calls in Node, Deno and Bun. */
const INSPECT = /* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom')

/** What an {@link Org} is at run time: a frozen object around a state that nothing else can reach. */
class SealedOrg {
  readonly #state: OrgState
  readonly #face: OrgFace

  constructor(state: OrgState, face: OrgFace) {
    this.#state = state
    this.#face = face
    // Test runners compare own enumerable properties only: without one, any two orgs would be equal. The getter does
    // nothing until it is read, and each org has its own, so that a proxy shows the content as well.
    Object.defineProperty(this, 'content', { enumerable: true, get: () => face.contentOf(state) })
    Object.freeze(this)
  }

  static stateIn(value: object): OrgState | undefined {
    return #state in value ? value.#state : undefined
  }

  static isBaseOf(value: object): boolean {
    return value instanceof SealedOrg
  }

  static {
    // The prototype of an org is reachable, and must not lead to this class and its states.
    Reflect.deleteProperty(SealedOrg.prototype, 'constructor')
    Object.freeze(SealedOrg.prototype)
  }

  get [BRAND](): true {
    return true
  }

  toJSON(): object {
    // A proxy, or an object that inherits from an org, has this method too.
    if (!(#state in this)) throw notAnOrg(this)
    return this.#face.documentOf(this.#state)
  }

  [INSPECT](): string {
    return #state in this ? this.#face.textOf(this.#state) : 'Org { not usable: a proxy, or inherited }'
  }
}

/** Wraps a record in the opaque value that callers hold. */
export function sealOrg<Id extends string, UnitId extends string, Data>(
  record: OrgRecord<Id, UnitId, Data>,
  face: OrgFace,
): Org<Id, UnitId, Data> {
  const sealed: object = new SealedOrg(new OrgState(record), face)
  return sealed as Org<Id, UnitId, Data>
}

/** The state of an org; `undefined` for anything that this copy of the library did not seal. */
export function stateIn(value: unknown): OrgState | undefined {
  return typeof value === 'object' && value !== null ? SealedOrg.stateIn(value) : undefined
}

/** Opens an org for a query. Throws `NOT_AN_ORG` for anything that this copy of the library did not seal. */
export function stateOf<Id extends string, UnitId extends string, Data>(
  org: Org<Id, UnitId, Data>,
): OrgState<Id, UnitId, Data> {
  const received: unknown = org
  const state = typeof received === 'object' && received !== null ? SealedOrg.stateIn(received) : undefined
  if (state === undefined) throw notAnOrg(org)
  return state as OrgState<Id, UnitId, Data>
}

function notAnOrg(received: unknown): OrgError<'NOT_AN_ORG'> {
  const message = `Expected an Org, received ${quote(received)}. ${adviceFor(received)}`
  return new OrgError('NOT_AN_ORG', message, { received })
}

function adviceFor(received: unknown): string {
  if (typeof received !== 'object' || received === null) return MAKE_ONE
  const has = (name: PropertyKey): boolean => Reflect.has(received, name)
  if (isCopy(received)) {
    return (
      'It is a copy of an org (structuredClone, postMessage, cloneDeep, a spread), which is no longer an org: send packOrg(org), ' +
      'and restore it with unpackOrg.'
    )
  }
  if (has(BRAND)) return adviceForBranded(received)
  if (has('rolegraph'))
    return 'It is an org document, as JSON.stringify writes it: pass it to orgFromDocument.'
  if (has('packedOrg')) return 'It is a packed org: pass it to unpackOrg.'
  if (has('then')) return 'It is a promise: await it.'
  if (has('ok') && has('org')) return 'It is the result of a safeParse function: pass its org.'
  if (has('roles')) return 'It is a spec: pass it to defineOrg.'
  return MAKE_ONE
}

/** A copy has the content of an org as a value; an org and its proxies have a getter. */
function isCopy(received: object): boolean {
  const content: unknown = Object.getOwnPropertyDescriptor(received, 'content')?.value
  return typeof content === 'object' && content !== null && 'roles' in content && 'issues' in content
}

/** Another copy of the library has its own class, and only a proxy shows the own property of an org. */
function adviceForBranded(received: object): string {
  if (!SealedOrg.isBaseOf(received)) {
    return (
      'It comes from another copy of rolegraph (both require and import, or two versions): load only one copy, or send ' +
      'the document: orgFromDocument(JSON.parse(JSON.stringify(org))).'
    )
  }
  return Object.hasOwn(received, 'content')
    ? 'It is a proxy of an org, as reactive frameworks create: keep orgs out of deep reactive state (markRaw, shallowRef).'
    : 'It only inherits from an org: pass the org itself.'
}

const MAKE_ONE = 'Create one with defineOrg or orgFromRecords.'
