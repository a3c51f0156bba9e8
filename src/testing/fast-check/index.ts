export {
  anyCareerLattice,
  anyForest,
  anyMatrix,
  anyOrg,
  anyTree,
  type AnyOptions,
  type GeneratedOrg,
} from './any-org.js'
