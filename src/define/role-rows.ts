import type { Place } from '../kernel/issue.js'
import type { LineFacts } from '../model/line.js'
import type { Move } from '../model/move.js'
import { quotedList } from '../kernel/in-words.js'
import { quote } from '../kernel/quote.js'
import type { Person } from '../model/person.js'
import type { RoleAttributes } from '../model/role.js'
import { type IssueList, placeText } from './issue-list.js'
import { placeBelow, SpecReader } from './spec-reader.js'

/** The ids and places of roles, for issues. */
export interface RoleNames {
  readonly ids: readonly string[]
  readonly handles: { get(id: string): number | undefined; has(id: string): boolean }
  readonly issues: IssueList
  placeOf(handle: number, field?: string): Place
  /** The place of an item of a list, if it is not directly below that of the field. */
  placeOfItem?(handle: number, field: string, item: number): Place | undefined
}

/** The place of an item of a list; with `NO_ITEM`, that of the field itself. */
export function placeOfItem(roles: RoleNames, handle: number, field: string, item: number): Place {
  if (item === NO_ITEM) return roles.placeOf(handle, field)
  return roles.placeOfItem?.(handle, field, item) ?? placeBelow(roles.placeOf(handle, field), item)
}

/** Given instead of an index if the value of the field is not a list. */
export const NO_ITEM = -1

export function readerOf(roles: RoleNames, handle: number): SpecReader {
  return new SpecReader(roles.issues, { roles: [roles.ids[handle]] })
}

/**
 * Edges as read, in the order of the roles that they come from; targets are still ids. Rows of edges are plain objects: V8
 * optimizes the code for a class again after each garbage collection that finds no instance of it.
 */
export interface EdgeRows {
  readonly from: number[]
  readonly to: string[]
  /** The index of each edge in the list of its role, or {@link NO_ITEM}. */
  readonly items: number[]
  /** Where edges are written, by row, if not in the field of their role. */
  readonly places: Map<number, Place>
  /** What edges are based on, and the names of lines, by row. */
  readonly evidence: Map<number, LineFacts>
}

/** Career moves as read. Most are advancements without conditions: `kind` and `conditions` list only the others, by row. */
export interface MoveRows extends EdgeRows {
  readonly kind: Map<number, Move['kind']>
  readonly years: Move['years'][]
  readonly conditions: Map<number, readonly string[]>
}

export function edgeRows(): EdgeRows {
  return { from: [], to: [], items: [], places: new Map(), evidence: new Map() }
}

export function moveRows(): MoveRows {
  return { ...edgeRows(), kind: new Map(), years: [], conditions: new Map() }
}

/** The handle of the solid manager of each role, or none, and the roles whose manager is unknown, ascending. */
export interface SolidLines {
  readonly manager: Int32Array
  readonly unknown: readonly number[]
}

/** Roles as read, from any source: columns with ids that are not looked up yet. */
export class RoleRows implements RoleNames {
  ids: string[] = []
  handles = new Map<string, number>()
  /** The id of each solid manager. */
  managers: (string | undefined)[] = []
  /** The managers, if they have been looked up while being read. */
  solid: SolidLines | undefined
  /** What stands for solid managers that cannot be read: such a role has a manager, but it is not known which. */
  readonly unreadManagers = new Map<number, string>()
  readonly managerEvidence = new Map<number, LineFacts>()
  #dotted: EdgeRows | undefined
  #moves: MoveRows | undefined
  /** One column per attribute, up to the last row that has the attribute. */
  readonly attributes = new Map<keyof RoleAttributes, unknown[]>()
  /** The people whom rows name by id; absent if holders are names. */
  people: ReadonlyMap<string, Person> | undefined
  #repeated = false

  /** `placeOf` returns the place of a row, or of one of its fields, in the input. */
  constructor(
    readonly placeOf: (handle: number, field?: string) => Place,
    readonly issues: IssueList,
  ) {}

  /** The dotted lines. Rows of a single role, of which changes read many, mostly have none. */
  get dotted(): EdgeRows {
    return (this.#dotted ??= edgeRows())
  }

  /** The career moves. */
  get moves(): MoveRows {
    return (this.#moves ??= moveRows())
  }

  /** Adds an id; `false` if an earlier row has it: then call {@link refuseRepeat}. */
  addId(id: string): boolean {
    const handle = this.ids.length
    if (this.#repeated && this.handles.has(id)) return false
    // A new id, as nearly all are, takes one hash operation: the size shows that it is new.
    this.handles.set(id, handle)
    if (this.handles.size === handle) {
      this.#repeated = true
      this.handles.set(id, this.ids.indexOf(id))
      return false
    }
    this.ids.push(id)
    return true
  }

  /** Adds the issue of an id that {@link addId} refused. */
  refuseRepeat(id: string, place: Place, repeated?: RepeatedRow): void {
    addRepeatedId(this, id, this.handles.get(id) ?? 0, place, repeated)
  }

  /** Remembers that a role states a manager that cannot be read. */
  addUnreadManager(handle: number, received: unknown): void {
    this.unreadManagers.set(handle, unreadManager(received))
  }

  /** Sets a checked value. */
  setAttribute(handle: number, name: keyof RoleAttributes, value: unknown): void {
    let column = this.attributes.get(name)
    if (column === undefined) this.attributes.set(name, (column = []))
    // Filled up to the handle, so that the column stays dense.
    while (column.length < handle) column.push(undefined)
    column.push(value)
  }
}

/** What stands for a solid manager that cannot be read. */
export function unreadManager(received: unknown): string {
  return `unreadable: ${quote(received)}`
}

/** For the issue of a row that repeats an id: why it is not a further holder of the role, and what to do. */
export interface RepeatedRow {
  /** The fields, other than those about the holder, in which it differs from the first row; absent if job shares are not read. */
  readonly differing?: readonly string[] | undefined
  readonly suggestion: string
}

const IN_SPEC: RepeatedRow = {
  suggestion: 'Give each role a different id; for a job share, write one role with several holders.',
}

/** For an input whose job shares are not read. */
const IN_ROWS: RepeatedRow = {
  suggestion:
    "Give each role a different id; if the rows are one role with several holders, pass repeatedIds: 'job-share'.",
}

/** The same for a row of records; `differing` is absent if job shares are not read. */
export function repeatedRow(differing: readonly string[] | undefined): RepeatedRow {
  if (differing === undefined) return IN_ROWS
  const suggestion = 'Give each role a different id; the rows of a job share may differ only in the holder.'
  return { differing, suggestion }
}

/** Adds the issue of a row whose id an earlier role has. */
export function addRepeatedId(
  roles: RoleNames,
  id: string,
  first: number,
  place: Place,
  { differing, suggestion }: RepeatedRow = IN_SPEC,
): void {
  const why =
    differing === undefined ? '' : `, but they are not a job share: they differ in ${quotedList(differing)}`
  const firstPlace = roles.placeOf(first)
  const { line, record } = firstPlace
  const row = placeText({ ...(line !== undefined && { line }), ...(record !== undefined && { record }) })
  roles.issues.add('DUPLICATE_ID', {
    roles: [id],
    place,
    witness: [firstPlace, place],
    message: `Two roles have the id ${quote(id)}${row === '' ? '' : `, the first at ${row}`}${why}`,
    suggestion,
  })
}

/** Checks the vacancies of all roles. */
export function checkVacancies(rows: RoleRows): void {
  const vacant = rows.attributes.get('vacant')
  const holders = rows.attributes.get('holders')
  if (vacant === undefined || holders === undefined) return
  for (let handle = 0; handle < vacant.length; handle++) {
    const names = holders[handle]
    if (vacant[handle] !== undefined && Array.isArray(names))
      checkVacancy(rows, handle, vacant[handle] === true, names)
  }
}

/**
 * Adds an issue for a role that is stated to be both vacant and held, or neither: only the author can resolve the
 * contradiction.
 */
export function checkVacancy(
  roles: RoleNames,
  handle: number,
  isVacant: boolean,
  names: readonly unknown[],
): void {
  if (isVacant === (names.length === 0)) return
  const expected = isVacant
    ? 'no holders, since the role is vacant'
    : 'at least one holder, since the role is not vacant'
  readerOf(roles, handle).invalid(names, expected, roles.placeOf(handle, 'holders'))
}
