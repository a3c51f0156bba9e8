import { defineOrg, type Issue } from 'rolegraph'
import { issuesThrownBy } from '../support/thrown-by.js'

/** The issues of a spec that does not compile as one: read like a file, so that no type stands in the way. */
export function issuesOfSpec(spec: object): readonly Issue<string>[] {
  const defineAnything = defineOrg as (spec: object) => unknown
  return issuesThrownBy(() => defineAnything(spec))
}
