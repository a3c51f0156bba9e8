import { orgFromRecords } from 'rolegraph'

const records = [
  { id: '__proto__', boss: null, dotted: null, unit: null, fte: 1, title: 'Boss' },
  { id: 'constructor', boss: '__proto__', dotted: null, unit: 'hasOwnProperty', fte: 2, title: 'toString' },
  { id: '', boss: 'constructor', dotted: null, unit: null, fte: 4, title: null },
  { id: '7', boss: '', dotted: null, unit: 'valueOf', fte: 8, title: null },
  { id: '007', boss: '', dotted: '7', unit: 'valueOf', fte: 16, title: null },
]

/** A chart whose ids are names of `Object.prototype`, blank, and numbers written in two ways: all ordinary ids. */
export const hostileOrg = orgFromRecords(records, {
  id: 'id',
  manager: 'boss',
  dotted: 'dotted',
  unit: 'unit',
  fte: 'fte',
  title: 'title',
  units: { hasOwnProperty: { head: '__proto__' }, valueOf: { head: '', partOf: 'hasOwnProperty' } },
})
