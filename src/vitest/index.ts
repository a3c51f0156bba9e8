/**
 * Registers the matchers, equality tester and snapshot serializer of rolegraph with vitest 3 and later, and adds their types. Import
 * it in a test file, or list it in `setupFiles` and import it once for the types.
 */
import { expect } from 'vitest'
import type { Org } from '../internal.js'
import { matchers, orgEquality, type OrgMatchers, orgSerializer, type TestedRoute } from '../testing/index.js'

expect.extend(matchers)
expect.addEqualityTesters([orgEquality])
expect.addSnapshotSerializer(orgSerializer)

/** What `expect(value)` returns, regardless of the type parameters of the vitest version. */
type AssertionOf<Value> = ReturnType<typeof expect<Value>>

/**
 * The matchers with the ids of the org under test. The org is taken from the type of `this`, because the type parameters
 * of vitest's own interfaces differ between versions, while those of Chai's do not.
 */
type MatchersOfChai = {
  // `toHaveChanged` takes its ids from the org that it is given.
  [Name in keyof OrgMatchers]: Name extends 'toHaveChanged'
    ? OrgMatchers[Name]
    : Name extends 'toBeApprovedBy' | 'toHaveApprovalRoute'
      ? <Id extends string, Person extends string>(
          this: AssertionOf<TestedRoute<Id, Person>>,
          ...args: Parameters<OrgMatchers<void, Id, never, Person>[Name]>
        ) => void
      : <Id extends string, Unit extends string, Data, Person extends string>(
          this: AssertionOf<Org<Id, Unit, Data, Person>>,
          ...args: Parameters<OrgMatchers<void, Id, Unit, Person, Org<Id, Unit, Data, Person>>[Name]>
        ) => void
}

/** The org under an asymmetric matcher is not known: rules about any one org are accepted. */
type AnyOrg = Org<never, never, never, never>

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Chai's types can be extended in no other way.
  namespace Chai {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
    interface Assertion extends MatchersOfChai {}
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
    interface ExpectStatic extends OrgMatchers<unknown, string, string, string, AnyOrg> {}
  }
}

export { matchers }
