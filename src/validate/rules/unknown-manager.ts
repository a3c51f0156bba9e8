import { ruleForFound } from '../found-issues.js'

/** A line to a role that is not there. Its report is in the org, without the line. */
export const unknownManager = /* @__PURE__ */ ruleForFound('UNKNOWN_MANAGER')
