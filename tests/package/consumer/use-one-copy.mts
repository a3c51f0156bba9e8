import { isRole, managerOf, OrgError } from 'rolegraph'
import { ask, org } from './use-cjs.cjs'

// Where require() can load an ES module, it loads the same copy as import.
try {
  ask()
  throw new TypeError('a mistake did not throw')
} catch (error) {
  if (!(error instanceof OrgError)) throw error
}

// An org of a file in CommonJS is one of this copy, and has the same type.
if (!isRole(org, 'analyst') || managerOf(org, 'analyst') !== 'director')
  throw new Error('wrong answer for the org')
