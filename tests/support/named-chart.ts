import { type LineSpec, type Org, orgFromRecords } from 'rolegraph'

/** A role of a chart whose lines may have names. */
export interface NamedRecord {
  readonly id: string
  readonly manager: LineSpec | null
  readonly dotted: readonly LineSpec[]
  readonly grade: number | null
}

export function orgOfNamed(records: readonly NamedRecord[]): Org {
  return orgFromRecords(records, {
    id: 'id',
    manager: 'manager',
    dotted: 'dotted',
    grade: 'grade',
    onIssue: 'collect',
  })
}

/** The same chart with the lines of these names alone. */
export function onlyNamed(records: readonly NamedRecord[], names: readonly string[]): NamedRecord[] {
  const has = ({ as }: LineSpec): boolean => as !== undefined && names.includes(as)
  return records.map((record) => ({
    ...record,
    manager: record.manager !== null && has(record.manager) ? record.manager : null,
    dotted: record.dotted.filter(has),
  }))
}

/** The same chart without solid lines of these names. */
export function withoutSolid(records: readonly NamedRecord[], names: readonly string[]): NamedRecord[] {
  return records.map((record) => {
    const { as } = record.manager ?? {}
    return as !== undefined && names.includes(as) ? { ...record, manager: null } : record
  })
}
