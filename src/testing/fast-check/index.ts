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
