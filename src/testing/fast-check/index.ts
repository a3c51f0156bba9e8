export {
  anyChanges,
  type AnyChangesOptions,
  anyReorganisation,
  type AnyReorganisationOptions,
  type GeneratedReorganisation,
} from './any-changes.js'
export {
  anyCareerLattice,
  anyForest,
  anyMatrix,
  anyOrg,
  anyStaffedOrg,
  anyTree,
  type AnyOptions,
  type GeneratedOrg,
} from './any-org.js'
export { anyHistory, type AnyHistoryOptions, type GeneratedHistory } from './any-history.js'
