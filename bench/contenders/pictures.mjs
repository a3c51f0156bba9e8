import { orgFromRecords } from 'rolegraph'
import { toSvg, toText } from 'rolegraph/render'

export const pictures = {
  name: 'rolegraph',
  build: (records) => orgFromRecords(records, { id: 'id', manager: 'manager', title: 'title', cost: 'cost' }),
  toText: (org) => toText(org),
  toSvg: (org) => toSvg(org),
}
