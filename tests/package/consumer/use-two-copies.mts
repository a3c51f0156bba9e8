// Runs with --no-experimental-require-module, as in Node before 20.19: require() loads a second copy.
import { isOrgError, managerOf, OrgError } from 'rolegraph'
import { ask, org } from './use-cjs.cjs'

// An error of the CommonJS copy is not an instance of the class of the ESM copy, but is still recognised.
try {
  ask()
  throw new TypeError('a mistake did not throw')
} catch (error) {
  if (error instanceof OrgError)
    throw new Error('there is only one copy: this test tests nothing', { cause: error })
  if (!isOrgError(error, 'UNKNOWN_ROLE')) throw error
  if (error.details.nearest !== 'analyst') throw new Error('the details are missing', { cause: error })
}

// An org of the other copy has the same type; an error says that it comes from another copy.
try {
  managerOf(org, 'analyst')
  throw new TypeError('an org of another copy was accepted')
} catch (error) {
  if (!isOrgError(error, 'NOT_AN_ORG') || !error.message.includes('another copy')) throw error
}
