/**
 * Registers the matchers, equality tester and snapshot serializer of rolegraph with Jest, and adds their types to Jest's globals and
 * to `@jest/globals`. List it in `setupFilesAfterEnv`, or import it in a test file.
 */
import { expect } from '@jest/globals'
import type { Org } from '../internal.js'
import { matchers, orgEquality, type OrgMatchers, orgSerializer, type TestedRoute } from '../testing/index.js'

expect.extend(matchers)
expect.addEqualityTesters([orgEquality])
expect.addSnapshotSerializer(orgSerializer)

/** The matchers with the ids of the org or route under test; any string if the value is neither. */
type MatchersOf<Returns, Value> = [Value] extends [Org<infer Id, infer Unit, infer Data, infer Person>]
  ? OrgMatchers<Returns, Id, Unit, Person, Org<Id, Unit, Data, Person>>
  : [Value] extends [TestedRoute<infer Id, infer Person>]
    ? OrgMatchers<Returns, Id, never, Person>
    : OrgMatchers<Returns>

/** An interface can only extend a type with known names. */
type Added<Returns, Value> = { [Name in keyof OrgMatchers]: MatchersOf<Returns, Value>[Name] }

/**
 * The same for Jest's globals, which vitest 3 and 4 read too. A vitest assertion extends both these and Chai's, so the
 * types must be identical in a program that also imports `rolegraph/vitest`.
 */
type AddedToGlobals<Returns, Value> = {
  [Name in keyof OrgMatchers]: Name extends keyof Chai.Assertion
    ? Chai.Assertion[Name]
    : MatchersOf<Returns, Value>[Name]
}

/** The org under an asymmetric matcher is not known: rules about any one org are accepted. */
type AnyOrg = Org<never, never, never, never>

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
  interface Matchers<R extends void | Promise<void>, T = unknown> extends Added<R, T> {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
  interface AsymmetricMatchers extends OrgMatchers<unknown, string, string, string, AnyOrg> {}
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Chai's types can be read in no other way.
  namespace Chai {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- empty unless rolegraph/vitest or vitest adds to it.
    interface Assertion {}
  }
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the types of Jest's globals can be extended in no other way.
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
    interface Matchers<R, T = {}> extends AddedToGlobals<R, T> {}
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
    interface Expect extends OrgMatchers<unknown, string, string, string, AnyOrg> {}
  }
}

export { matchers }
