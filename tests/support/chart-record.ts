import { type Org, orgFromRecords } from 'rolegraph'

/** A role of a chart as plain data, the input of both the library and the oracle. */
export interface ChartRecord {
  readonly id: string
  readonly manager: string | null
  readonly dotted: readonly string[]
  readonly grade: number | null
}

/** A record without fields that are empty or undefined. */
export function chartRecord(id: string, parts: Partial<ChartRecord> = {}): ChartRecord {
  return { id, manager: null, dotted: [], grade: null, ...parts }
}

/** The org of a chart, broken or not. */
export function orgOfChart(records: readonly ChartRecord[]): Org {
  return orgFromRecords(records, {
    id: 'id',
    manager: 'manager',
    dotted: 'dotted',
    grade: 'grade',
    onIssue: 'collect',
  })
}
