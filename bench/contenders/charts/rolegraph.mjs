import {
  checkOrg,
  isAbove,
  lowestCommonManagerOf,
  managementChainOf,
  orgFromRecords,
  organizationSizeOf,
  rollUp,
  spansAndLayers,
  transitiveReportsOf,
} from 'rolegraph'
import { handleOf, isAbove as isHandleAbove, organizationSizeOf as sizeOfHandle } from 'rolegraph/handles'

/** The library as users call it: through its public functions. */
export const rolegraph = {
  name: 'rolegraph',
  build: (records) => orgFromRecords(records, { id: 'id', manager: 'manager', title: 'title', cost: 'cost' }),
  handleOf,
  isHandleAbove,
  sizeOfHandle,
  isAbove,
  managementChainOf,
  transitiveReportsOf,
  organizationSizeOf,
  lowestCommonManagerOf: (org, a, b) => lowestCommonManagerOf(org, [a, b]),
  rollUp: (org) => {
    const sums = rollUp(org, 'cost')
    return { total: sums.total, of: (id) => sums.of(id) }
  },
  shape: (org) => {
    const { layers, managers, averageSpan, widestSpan } = spansAndLayers(org)
    return { layers, managers, averageSpan, widestSpan }
  },
  checkStructure: (org) => checkOrg(org).total,
}
