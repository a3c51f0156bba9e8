import { readerOf, type RoleRows } from '../define/role-rows.js'
import type { IssueList } from '../define/issue-list.js'
import { readRoleSpecs } from '../define/read-role-specs.js'
import { type Fields, placeBelow, SpecReader } from '../define/spec-reader.js'
import type { IssueCode, Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import type { Change, ChangeEffect } from '../model/change.js'
import type { Person } from '../model/person.js'
import type { Unit } from '../model/unit.js'
import type { OpenOrg } from './open-org.js'
import type { OpenRole } from './open-role.js'

/** What an issue of a change says besides its place. */
interface IssueParts {
  readonly roles?: readonly string[]
  readonly units?: readonly string[]
  readonly witness: readonly string[]
  readonly message: string
  readonly suggestion: string
}

/** One change while it is applied: its fields, and where its problems and effects go. */
export class Step {
  readonly reader: SpecReader

  constructor(
    readonly open: OpenOrg,
    readonly issues: IssueList,
    readonly index: number,
    readonly fields: Pick<Fields, 'get'>,
    readonly effects: ChangeEffect[],
    readonly place: Place,
  ) {
    this.reader = new SpecReader(issues, {})
  }

  placeOf(field: string): Place {
    return placeBelow(this.place, field)
  }

  issue(code: IssueCode, field: string, parts: IssueParts): void {
    this.issues.add(code, { ...parts, place: this.placeOf(field) })
  }

  invalid(field: string, expected: string): void {
    this.reader.invalid(this.fields.get(field), expected, this.placeOf(field))
  }

  /** Adds what the change does besides what it says. */
  effect(change: Change): void {
    this.effects.push({ of: this.index, change })
  }

  /** The text of a field that has to be given. */
  text(field: string): string | undefined {
    const value = this.fields.get(field)
    if (typeof value === 'string') return value
    this.invalid(field, `the id of a ${field === 'to' ? 'role' : field}`)
    return undefined
  }

  /** The id of something to add, which nothing has yet. */
  newId(field: 'role' | 'to' | 'unit' | 'person'): string | undefined {
    const id = this.text(field)
    if (id === undefined) return undefined
    const taken =
      field === 'person'
        ? this.open.people?.has(id) === true
          ? 'A person'
          : undefined
        : this.open.nodeOf(id) !== undefined
          ? 'A role'
          : this.open.units.has(id)
            ? 'A unit'
            : undefined
    if (taken === undefined) return id
    this.issue('DUPLICATE_ID', field, {
      witness: [id],
      message: `${taken} already has the id ${quote(id)}`,
      suggestion:
        field === 'person' ? 'Choose another id.' : 'Roles and units share one namespace: choose another id.',
    })
    return undefined
  }

  /** The role that a field names. */
  role(field: string): OpenRole | undefined {
    const id = this.text(field)
    return id === undefined ? undefined : this.roleOf(id, field)
  }

  /** A role by its id. */
  roleOf(id: string, field: string): OpenRole | undefined {
    const node = this.nodeOf(id, field)
    return node === undefined ? undefined : this.open.open(node)
  }

  /** The node of a role by its id. A role that is only referred to is not opened. */
  nodeOf(id: string, field: string): number | undefined {
    return this.#found(id, field, 'UNKNOWN_ROLE', [])
  }

  /** The node of the manager of a role by its id. */
  managerOf(id: string, field: string, report: OpenRole): number | undefined {
    return this.#found(id, field, 'UNKNOWN_MANAGER', [report.id])
  }

  #found(
    id: string,
    field: string,
    code: 'UNKNOWN_ROLE' | 'UNKNOWN_MANAGER',
    roles: readonly string[],
  ): number | undefined {
    const node = this.open.nodeOf(id)
    if (node === undefined)
      this.#unknown(code, id, 'role', field, { [Symbol.iterator]: () => this.open.ids() }, roles)
    return node
  }

  unit(field: string): Unit | undefined {
    const id = this.text(field)
    return id === undefined ? undefined : this.unitOf(id, field)
  }

  unitOf(id: string, field: string): Unit | undefined {
    const unit = this.open.units.get(id)
    if (unit === undefined)
      this.#unknown('UNKNOWN_UNIT', id, 'unit', field, { [Symbol.iterator]: () => this.open.units.keys() })
    return unit
  }

  person(field: string): Person | undefined {
    const id = this.text(field)
    return id === undefined ? undefined : this.personOf(id, field)
  }

  personOf(id: string, field: string): Person | undefined {
    const { people } = this.open
    const person = people?.get(id)
    if (person !== undefined) return person
    this.#unknown('UNKNOWN_PERSON', id, 'person', field, {
      [Symbol.iterator]: () => people?.keys() ?? [].values(),
    })
    return undefined
  }

  #unknown(
    code: IssueCode,
    id: string,
    noun: string,
    field: string,
    ids: Iterable<string>,
    roles: readonly string[] = [],
  ): void {
    this.issue(code, field, {
      roles,
      witness: [id],
      message: `No ${noun} has the id ${quote(id)} at this point${this.issues.didYouMean(id, ids)}`,
      suggestion: `Add the ${noun} in an earlier change, or correct the id.`,
    })
  }

  /** What `before` names, by `find`; `null` for the end, `undefined` where it is left out or is a problem. */
  before<Found>(find: (id: string) => Found | undefined): Found | null | undefined {
    const value = this.fields.get('before')
    if (value === undefined || value === null) return value
    if (typeof value === 'string') return find(value)
    this.invalid('before', 'an id, or null for the end')
    return undefined
  }

  beforeRole(): number | null | undefined {
    return this.before((id) => this.nodeOf(id, 'before'))
  }

  /** The fields to set, without those to remove, and the names of these. */
  fieldsToSet(): { readonly given: object; readonly removed: ReadonlySet<string> } | undefined {
    const set = this.fields.get('set')
    if (typeof set !== 'object' || set === null || Array.isArray(set)) {
      this.invalid('set', 'an object of fields to set, where null removes a field')
      return undefined
    }
    const entries = Object.entries(set) as [string, unknown][]
    return {
      given: Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined)),
      removed: new Set(entries.filter(([, value]) => value === null).map(([name]) => name)),
    }
  }

  /** Reads the spec of one role. */
  roleRows(id: string, spec: unknown): RoleRows {
    return readRoleSpecs(Object.fromEntries([[id, spec]]), this.issues, this.place)
  }

  readerFor(rows: RoleRows): SpecReader {
    return readerOf(rows, 0)
  }
}
