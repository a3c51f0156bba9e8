import { ruleForFound } from '../found-issues.js'

/** A role with several solid managers. The first of them is in the org. */
export const severalManagers = /* @__PURE__ */ ruleForFound('SEVERAL_MANAGERS')
