import type { OrganogramTable, TableParts } from './organogram-table.js'

export type SeniorPart =
  | 'reference'
  | 'name'
  | 'grade'
  | 'title'
  | 'unit'
  | 'reportsTo'
  | 'fte'
  | 'payFloor'
  | 'payCeiling'
  | 'valid'

export type SeniorTable = OrganogramTable<SeniorPart>

/** By the schema "UK Government Organogram - Senior Staff" of data.gov.uk; some files of 2011 say Grade alone. */
export const SENIOR_PARTS: TableParts<SeniorPart> = {
  required: ['reference', 'name', 'title', 'reportsTo'],
  headers: {
    reference: ['Post Unique Reference'],
    name: ['Name'],
    grade: ['Grade (or equivalent)', 'Grade'],
    title: ['Job Title'],
    unit: ['Unit'],
    reportsTo: ['Reports to Senior Post'],
    fte: ['FTE'],
    payFloor: ['Actual Pay Floor (£)'],
    payCeiling: ['Actual Pay Ceiling (£)'],
    valid: ['Valid?'],
  },
}
