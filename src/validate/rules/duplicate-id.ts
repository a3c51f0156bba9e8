import { ruleForFound } from '../found-issues.js'

/** Two records with one id, or a role and a unit: the witness has both places. */
export const duplicateId = /* @__PURE__ */ ruleForFound('DUPLICATE_ID')
