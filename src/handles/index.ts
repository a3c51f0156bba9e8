// Handles
export { handleOf, idOfHandle as idOf, NO_HANDLE, roleCountOf } from '../internal.js'

// Queries by handle, with the same names as by id
export type { HandleList, LinesOption } from '../internal.js'
export {
  directReportsOfHandle as directReportsOf,
  isHandleAbove as isAbove,
  layerOfHandle as layerOf,
  lowestCommonManagerOfHandles as lowestCommonManagerOf,
  managementChainOfHandle as managementChainOf,
  managerOfHandle as managerOf,
  organizationSizeOfHandle as organizationSizeOf,
  rollUpByHandle as rollUp,
  spanOfControlOfHandle as spanOfControlOf,
  transitiveReportsOfHandle as transitiveReportsOf,
} from '../internal.js'

// Drafts by handle
export { draftByHandle, type DraftByHandle } from '../internal-change.js'
