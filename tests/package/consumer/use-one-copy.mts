import { isRole, managerOf, OrgError } from 'rolegraph'
import { ask, org } from './use-cjs.cjs'

// Where require() can load an ES module, it loads the same copy as import.
try {
  ask()
  throw new TypeError('a mistake did not throw')
} catch (error) {
  if (!(error instanceof OrgError)) throw error
}

// The declarations for CommonJS are others, so the org does not compile; at run time it is one of this copy.
// @ts-expect-error an org of the CommonJS declarations
if (!isRole(org, 'analyst') || managerOf(org, 'analyst') !== 'director')
  throw new Error('wrong answer for the org')
