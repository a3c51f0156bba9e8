import { draftOf, type OrgDraft } from '../../../change/draft/draft-of.js'
import { orgFromDocument } from '../../../define/define-org.js'
import type { OrgDocument } from '../../../define/to-org-document.js'
import { isOrgError } from '../../../kernel/org-error.js'
import type { Change, ReportsRule } from '../../../model/change.js'
import type { EditData } from '../../edit-options.js'
import { NONE, type PageAssignment, type PageData } from '../../page-data.js'
import { termsText } from '../../assignment-terms.js'
import { changeMarks } from './change-marks.js'
import {
  assignmentsAt,
  withAssignments,
  withLabel,
  withManager,
  withoutRoles,
  withRole,
} from './page-edits.js'

/** An edit: what the page was and is, and how many edits of the draft it takes. */
interface Entry {
  readonly before: PageData
  readonly after: PageData
  readonly changes: readonly Change[]
  /** The roles whose marks may differ. */
  readonly roles: readonly string[]
  /** The role to select when it is made, and when it is undone. */
  readonly focus: readonly [made: string | undefined, undone: string | undefined]
}

/** Why an edit was refused, and the roles concerned. */
export interface Refusal {
  readonly message: string
  readonly roles: readonly string[]
}

/** The terms of a new assignment. */
export interface NewTerms {
  readonly kind?: 'acting' | 'interim'
  readonly share?: number
}

/** The edits of a page: a draft of the org, and the data that show it, step by step. */
export class EditSession {
  readonly draft: OrgDraft
  /** Whether holders are people with ids. */
  readonly hasPeople: boolean
  data: PageData
  readonly #base: PageData
  #entries: readonly Entry[] = []
  /** The number of entries that are not undone. */
  #at = 0

  constructor(
    data: PageData,
    { org }: Pick<EditData, 'org'>,
    private readonly shown: (data: PageData, focus: string | undefined) => void,
  ) {
    this.data = data
    this.#base = data
    const document = org as OrgDocument
    this.hasPeople = document.people !== undefined
    this.draft = draftOf(orgFromDocument(document, { onIssue: 'collect' }))
  }

  get canUndo(): boolean {
    return this.#at > 0
  }

  get canRedo(): boolean {
    return this.#at < this.#entries.length
  }

  get changes(): readonly Change[] {
    return this.draft.changes()
  }

  move(row: number, manager: number): Refusal | undefined {
    const { ids, unknownManagers } = this.data
    const [role, to] = [ids[row], manager === NONE ? null : ids[manager]]
    if ((this.draft.managerOf(role) ?? null) === to && !unknownManagers.includes(row)) return undefined
    return this.#edit([{ do: 'set-manager', role, manager: to }], [role], (data) =>
      withManager(data, row, manager),
    )
  }

  add(title: string, manager: number): Refusal | undefined {
    const { ids } = this.data
    const role = this.#newId(title, (id) => this.draft.isRole(id))
    const spec = { title, ...(manager !== NONE && { reportsTo: ids[manager] }) }
    const above = manager === NONE ? undefined : ids[manager]
    return this.#edit(
      [{ do: 'add-role', role, spec }],
      [role],
      (data) => withRole(data, role, title, manager),
      [role, above],
    )
  }

  /** The solid reports of a role at any depth, in rows. */
  below(row: number): number[] {
    const rows = new Map(this.data.ids.map((id, at) => [id, at]))
    const found = this.draft.directReportsOf(this.data.ids[row])
    // The loop also visits what is added while it runs.
    for (const id of found) for (const report of this.draft.directReportsOf(id)) found.push(report)
    return found.map((id) => rows.get(id) ?? NONE)
  }

  remove(row: number, reports: ReportsRule, references: 'refuse' | 'remove'): Refusal | undefined {
    const { ids } = this.data
    const role = ids[row]
    const rowOf = (id: string | undefined): number => (id === undefined ? NONE : ids.indexOf(id))
    const gone = new Set(reports === 'remove' ? [row, ...this.below(row)] : [row])
    const above = this.draft.managerOf(role)
    const touched = [role, ...this.draft.directReportsOf(role)]
    const heir = rowOf(typeof reports === 'object' ? reports.to : above)
    return this.#edit(
      [{ do: 'remove-role', role, reports, references }],
      touched,
      (data) => withoutRoles(data, gone, heir),
      [above, role],
    )
  }

  rename(row: number, title: string): Refusal | undefined {
    const role = this.data.ids[row]
    if (this.data.labels[row] === title) return undefined
    return this.#edit([{ do: 'update-role', role, set: { title } }], [role], (data) =>
      withLabel(data, row, title),
    )
  }

  assign(row: number, name: string, terms: NewTerms): Refusal | undefined {
    const role = this.data.ids[row]
    const known = this.data.people.findIndex(([id, ...names]) => id === name || names.includes(name))
    const id = known !== NONE ? this.data.people[known][0] : this.#personId(name)
    const holder = Object.keys(terms).length === 0 ? id : { person: id, ...terms }
    const isNew = known === NONE && this.hasPeople && !this.#hasPerson(id)
    const person = isNew
      ? [{ do: 'add-person', person: id, ...(id !== name && { spec: { name } }) } as const]
      : []
    return this.#edit([...person, { do: 'assign', role, holder }], [role], (data) => {
      const number = known === NONE ? data.people.length : known
      const people = known === NONE ? [...data.people, [id, name] as const] : data.people
      const assignment: PageAssignment = [number, termsText(terms)]
      return withAssignments({ ...data, people }, row, [...assignmentsAt(data, row), assignment])
    })
  }

  unassign(row: number, person: number): Refusal | undefined {
    const role = this.data.ids[row]
    return this.#edit([{ do: 'unassign', role, person: this.data.people[person][0] }], [role], (data) =>
      withAssignments(
        data,
        row,
        assignmentsAt(data, row).filter(([number]) => number !== person),
      ),
    )
  }

  undo(): void {
    if (!this.canUndo) return
    const { before, changes, focus } = this.#entries[--this.#at]
    for (let step = 0; step < changes.length; step++) this.draft.undo()
    this.#show(before, focus[1])
  }

  redo(): void {
    if (!this.canRedo) return
    const { after, changes, focus } = this.#entries[this.#at++]
    for (let step = 0; step < changes.length; step++) this.draft.redo()
    this.#show(after, focus[0])
  }

  #edit(
    changes: readonly Change[],
    roles: readonly string[],
    show: (data: PageData) => PageData,
    focus: Entry['focus'] = [roles[0], roles[0]],
  ): Refusal | undefined {
    let made = 0
    try {
      for (const change of changes) {
        this.draft.apply(change as never)
        made++
      }
    } catch (error) {
      for (let step = 0; step < made; step++) this.draft.undo()
      if (isOrgError(error)) return refusalOf(error)
      throw error
    }
    const before = this.data
    const done = this.#entries.slice(0, this.#at)
    const touched = new Set([...done.flatMap((entry) => entry.roles), ...roles])
    const plain = show(before)
    const after = { ...plain, marks: changeMarks(this.#base, plain, touched) }
    this.#entries = [...done, { before, after, changes, roles, focus }]
    this.#at++
    this.#show(after, focus[0])
    return undefined
  }

  #show(data: PageData, focus: string | undefined): void {
    this.data = data
    this.shown(data, focus)
  }

  #hasPerson(id: string): boolean {
    return this.#entries
      .slice(0, this.#at)
      .some(({ changes }) => changes.some((change) => change.do === 'add-person' && change.person === id))
  }

  #personId(name: string): string {
    if (!this.hasPeople) return name
    return this.#newId(name, (id) => this.data.people.some(([known]) => known === id))
  }

  /** An id made of a name: `senior-analyst`, or `senior-analyst-2` where that is taken. */
  #newId(name: string, isTaken: (id: string) => boolean): string {
    const words = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
    const id = words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'role'
    if (!isTaken(id)) return id
    for (let number = 2; ; number++) if (!isTaken(`${id}-${number}`)) return `${id}-${number}`
  }
}

interface IssueOfChange {
  readonly message: string
  readonly roles: readonly string[]
  readonly witness: readonly unknown[]
}

function refusalOf(error: { readonly message: string; readonly details: object }): Refusal {
  const { issues } = { issues: [], ...error.details } as { readonly issues: readonly IssueOfChange[] }
  if (issues.length === 0) return { message: error.message, roles: [] }
  const roles = issues.flatMap(({ roles: concerned, witness }) => [
    ...concerned,
    ...witness.filter((item) => typeof item === 'string'),
  ])
  return {
    message: issues.map(({ message }) => message.replace(/ \(at [^)]*\)$/, '')).join('. '),
    roles: [...new Set(roles)],
  }
}
