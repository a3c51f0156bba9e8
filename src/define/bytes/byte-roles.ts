import type { Place } from '../../kernel/issue.js'
import { IssueList } from '../issue-list.js'
import { FIELD_OF_EDGE } from '../read-records.js'
import type { RoleNames } from '../role-rows.js'
import type { ByteRows } from './byte-rows.js'
import { type ByteSet, textsOf } from './byte-set.js'
import type { LateList } from './late-list.js'

/** The ids and places of roles, for issues. */
export class ByteRoles implements RoleNames {
  readonly issues = new IssueList()
  readonly #given: ByteRows

  readonly lateIds: LateList<string>

  constructor(given: ByteRows) {
    this.#given = given
    this.lateIds = textsOf(given.ids.set)
  }

  get handles(): ByteSet {
    return this.#given.ids.set
  }

  get ids(): readonly string[] {
    return this.lateIds.list
  }

  placeOf(handle: number, field?: string): Place {
    return this.placeOfRow(this.#given.ids.rowOf(handle), field && (FIELD_OF_EDGE.get(field) ?? field))
  }

  placeOfItem(handle: number, field: string, item: number): Place | undefined {
    const { ids, placeOfItem: placeOf } = this.#given
    return placeOf?.(ids.rowOf(handle), FIELD_OF_EDGE.get(field) ?? field, item)
  }

  placeOfRow(row: number, field?: string): Place {
    const { placeOf } = this.#given
    return placeOf === undefined
      ? { record: row, ...(field !== undefined && { field }) }
      : placeOf(row, field)
  }
}
