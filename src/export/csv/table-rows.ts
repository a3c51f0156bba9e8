import { type HolderSpec, type Org, type OrgState, type RoleSpec, roleSpec, stateOf } from '../../internal.js'
import { listOf, type LoseOfTable, type TableLoss } from './table-losses.js'

/** A role in a table. */
export interface TableRole {
  readonly id: string
  readonly spec: RoleSpec
}

/** Whether a text is read back as nothing. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}

/** The roles of an org that a table can hold: a role with a blank id is lost, with the lines that lead to it. */
export class TableRoles {
  readonly state: OrgState

  constructor(org: Org) {
    this.state = stateOf(org)
  }

  *[Symbol.iterator](): Generator<TableRole, void> {
    const { state } = this
    const { ids } = state.columns
    for (let handle = 0; handle < state.columns.count; handle++) {
      if (!isBlank(ids[handle])) yield { id: ids[handle], spec: roleSpec(state, handle) }
    }
  }

  /** Reports the roles that a table cannot hold. */
  lose(lose: LoseOfTable): void {
    for (const id of this.state.columns.ids)
      if (isBlank(id)) lose({ kind: 'role', of: [id], field: undefined, why: 'blank' })
  }

  /** The manager of a role; `undefined`, with a loss, for one that is not in the table. */
  managerOf({ id, spec }: TableRole, lose: LoseOfTable): string | undefined {
    const to = typeof spec.reportsTo === 'object' ? spec.reportsTo.to : spec.reportsTo
    if (to === undefined || this.#isHeld(to)) return to
    lose({ kind: 'solid-line', of: [id, to], field: undefined, why: 'no-such-end' })
    return undefined
  }

  /** The dotted managers of a role with the names of their lines, without those that are not in the table. */
  dottedOf({ id, spec }: TableRole, lose: LoseOfTable): readonly DottedEnd[] {
    const ends = listOf<string | { readonly to: string; readonly as?: string }>(spec.dottedTo).map((line) =>
      typeof line === 'string' ? { to: line, as: undefined } : { to: line.to, as: line.as },
    )
    return ends.filter(({ to }) => {
      if (this.#isHeld(to)) return true
      lose({ kind: 'dotted-line', of: [id, to], field: undefined, why: 'no-such-end' })
      return false
    })
  }

  #isHeld(id: string): boolean {
    return !isBlank(id) && this.state.columns.handles.has(id)
  }

  /** The name by which people know a holder. */
  nameOf(holder: HolderSpec): string {
    const person = typeof holder === 'string' ? holder : holder.person
    return this.state.people?.get(person)?.name ?? person
  }

  /** `Ann Roe (J05)`: the name of whoever holds a role, and its id; the id alone where it could be read otherwise. */
  labelOf(id: string): string {
    const handle = this.state.columns.handles.get(id)
    const holder = handle === undefined ? undefined : roleSpec(this.state, handle).holders?.[0]
    if (holder === undefined || /[()[\]]/.test(id) || id !== id.trim()) return id
    const name = tableText(this.nameOf(holder), () => undefined)
    return name === '' ? id : `${name} (${id})`
  }

  emailOf(holder: HolderSpec): string | undefined {
    return this.state.people?.get(typeof holder === 'string' ? holder : holder.person)?.email
  }
}

/** A dotted manager. */
export interface DottedEnd {
  readonly to: string
  readonly as: string | undefined
}

const PLAIN = /^[ -~]*$/
const HALF = /\p{Surrogate}/u
const HALVES = /\p{Surrogate}/gu

/** A text that can be encoded, and that is not read back as nothing; `lost` learns what is changed. */
export function tableText(
  text: string | undefined,
  lost: (why: 'blank' | 'no-such-character') => void,
): string {
  if (text === undefined) return ''
  if (isBlank(text)) {
    lost('blank')
    return ''
  }
  if (PLAIN.test(text) || !HALF.test(text)) return text
  lost('no-such-character')
  return text.replace(HALVES, '\uFFFD')
}

/** A loss of a field of a role. */
export function loseField(
  { id }: Pick<TableRole, 'id'>,
  field: keyof RoleSpec,
  lose: LoseOfTable,
): (why: Extract<TableLoss, { kind: 'role' }>['why']) => void {
  return (why) => {
    lose({ kind: 'role', of: [id], field, why })
  }
}
