/**
 * The matchers of rolegraph for Jest: importing this registers them, with types, for the globals of Jest and for what
 * is imported from `@jest/globals`. Name it under `setupFilesAfterEnv`, or import it in a test file.
 */
import { expect } from '@jest/globals'
import type { Org } from '../internal.js'
import { matchers, type OrgMatchers } from '../testing/index.js'

expect.extend(matchers)

/** The matchers with the ids of the org that is asked about; any text for a value that is no org. */
type MatchersOf<Returns, Value> = [Value] extends [Org<infer Id, infer Unit>]
  ? OrgMatchers<Returns, Id, Unit>
  : OrgMatchers<Returns>

/** An interface can only add what it knows the names of. */
type Added<Returns, Value> = { [Name in keyof OrgMatchers]: MatchersOf<Returns, Value>[Name] }

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
  interface Matchers<R extends void | Promise<void>, T = unknown> extends Added<R, T> {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
  interface AsymmetricMatchers extends OrgMatchers<unknown> {}
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the types of Jest's globals can be added to in no other way.
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
    interface Matchers<R, T = {}> extends Added<R, T> {}
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds what it extends.
    interface Expect extends OrgMatchers<unknown> {}
  }
}

export { matchers }
