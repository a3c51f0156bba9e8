/**
 * The matchers of rolegraph for vitest 3 and later: importing this registers them, with types. Import it in a test
 * file, or name it under `setupFiles` and import it once where your types are.
 */
import { expect } from 'vitest'
import type { Org } from '../internal.js'
import { matchers, type OrgMatchers } from '../testing/index.js'

expect.extend(matchers)

/** What `expect(value)` gives, whatever the type parameters of the version are. */
type AssertionOf<Value> = ReturnType<typeof expect<Value>>

/**
 * The matchers with the ids of the org that is asked about. The org is found by the type of `this`: the parameters of
 * vitest's own interfaces differ between its versions, those of Chai's are the same in all.
 */
type MatchersOfChai = {
  [Name in keyof OrgMatchers]: <Id extends string, Unit extends string, Data>(
    this: AssertionOf<Org<Id, Unit, Data>>,
    ...args: Parameters<OrgMatchers<void, Id, Unit>[Name]>
  ) => void
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Chai's types can be added to in no other way.
  namespace Chai {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
    interface Assertion extends MatchersOfChai {}
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
    interface ExpectStatic extends OrgMatchers<unknown> {}
  }
}

export { matchers }
