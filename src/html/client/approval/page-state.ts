import { attributeColumns, NO_MOVES } from '../../../engine/columns.js'
import { edgesFrom } from '../../../engine/edges.js'
import { OrgState } from '../../../engine/org-state.js'
import type { LineFacts } from '../../../model/line.js'
import { type HolderSpec, type Person, plainPerson } from '../../../model/person.js'
import type { Unit } from '../../../model/unit.js'
import type { ApprovalData } from '../../approval-options.js'
import { holderWithTerms } from '../../assignment-terms.js'
import { NONE, type PageData } from '../../page-data.js'

/**
 * The org of a page as the search for routes reads it: reporting lines, holders, units and grades. It is made of what the page
 * has of them, so that it follows the edits of a page that edits its chart, and no page has an org twice.
 */
export function stateOfPage(data: PageData, { heads, selfManaged, people }: ApprovalData): OrgState {
  const ghosts = new Set(data.ghosts)
  const rows = Array.from(data.ids.keys()).filter((row) => !ghosts.has(row))
  const ids = rows.map((row) => data.ids[row])
  const handles = new Map(ids.map((id, handle) => [id, handle]))
  const count = ids.length
  const handleOf = new Int32Array(data.ids.length).fill(NONE)
  for (const [handle, row] of rows.entries()) handleOf[row] = handle
  const manager = new Int32Array(count).fill(NONE)
  const dotted: { readonly from: number; readonly to: number; readonly as: string | undefined }[] = []
  for (const [from, to, kind, , as] of data.lines) {
    if (kind === 0) manager[handleOf[from]] = handleOf[to]
    else if (kind === 1) dotted.push({ from: handleOf[from], to: handleOf[to], as })
  }
  for (const id of selfManaged) {
    const handle = handles.get(id)
    if (handle !== undefined && manager[handle] === NONE) manager[handle] = handle
  }
  // In the order of the edges in their columns.
  dotted.sort((one, other) => one.from - other.from)
  const column = <Value>(
    pairs: readonly (readonly [row: number, value: Value])[],
  ): readonly (Value | undefined)[] => {
    const values = new Array<Value | undefined>(count).fill(undefined)
    for (const [row, value] of pairs) if (handleOf[row] !== NONE) values[handleOf[row]] = value
    return values
  }
  const unitOf = (row: number): string | undefined =>
    data.units[row] === NONE ? undefined : data.unitNames[data.units[row]][0]
  const headOf = new Map(heads.filter(([, role]) => handles.has(role)))
  return new OrgState({
    columns: {
      count,
      ids,
      handles,
      manager,
      managerEvidence: new Map(),
      dotted: {
        ...edgesFrom(
          count,
          dotted.map(({ from }) => from),
          dotted.map(({ to }) => to),
        ),
        evidence: new Map(dotted.map(({ as }, edge) => [edge, { as } as LineFacts])),
      },
      moves: NO_MOVES,
      attributes: attributeColumns([
        ['title', rows.map((row) => data.labels[row])],
        ['holders', column(holdersOf(data))],
        ['vacant', column(data.vacant.map((row) => [row, true]))],
        ['status', column(data.planned.map((row) => [row, 'planned']))],
        ['unit', rows.map(unitOf)],
        ['grade', rows.map((row) => data.grades[row] ?? undefined)],
      ]),
    },
    units: new Map(
      data.unitNames.map(([id], unit) => [id, unitWithHead(id, data.unitTitles[unit], headOf.get(id))]),
    ),
    services: [],
    people: new Map<string, Person>([
      ...data.people.map(([id, name]) => [id, plainPerson(id, name)] as const),
      ...people.map(([id, name]) => [id, plainPerson(id, name)] as const),
    ]),
    issues: [],
    unknownManagers: new Map(data.unknownManagers.map((row) => [handleOf[row], ''])),
  })
}

function holdersOf({ holders, assignments, people }: PageData): (readonly [number, HolderSpec[]])[] {
  const termsAt = new Map(assignments)
  return holders.map(([row, , numbers]) => {
    const assigned = termsAt.get(row) ?? numbers.map((number) => [number, ''] as const)
    return [row, assigned.map(([number, terms]) => holderWithTerms(people[number][0], terms))]
  })
}

function unitWithHead(id: string, title: string, head: string | undefined): Unit {
  return {
    id,
    title,
    aliases: [],
    kind: undefined,
    head,
    heads: head === undefined ? [] : [head],
    partOf: undefined,
  }
}
