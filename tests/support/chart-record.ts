import { type Org, orgFromRecords } from 'rolegraph'

/** A role of a chart as plain data, from which both the library and the oracle are fed. */
export interface ChartRecord {
  readonly id: string
  readonly manager: string | null
  readonly dotted: readonly string[]
  readonly grade: number | null
}

/** A record from what is worth saying. */
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
