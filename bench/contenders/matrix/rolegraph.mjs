import { checkOrg, isAbove, orgFromRecords } from 'rolegraph'

const all = { lines: 'all' }

export const matrixRolegraph = {
  name: 'rolegraph',
  build: (records) => orgFromRecords(records, { id: 'id', manager: 'manager', dotted: 'dotted' }),
  isAbove: (org, upper, lower) => isAbove(org, upper, lower, all),
  wouldMakeCycle: (org, report, manager) => isAbove(org, report, manager, all),
  checkStructure: (org) => checkOrg(org).total,
}
