import type { MatchResult } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'

/** A call of a matcher with its whole message; what `.not` says where it passes. */
type MatcherCase = readonly [name: string, result: () => MatchResult, message: readonly string[]]

interface MatcherCases {
  readonly passes: readonly MatcherCase[]
  readonly fails: readonly MatcherCase[]
}

/** Holds a matcher to its whole messages, where it passes, as `.not` shows them, and where it fails. */
export function itSays(matcher: string, { passes, fails }: MatcherCases): void {
  describe(matcher, () => {
    it.each(passes)('passes: %s', (_, call, message) => {
      const result = call()
      expect(result.message().split('\n')).toEqual(message)
      expect(result.pass).toBe(true)
    })

    it.each(fails)('fails: %s', (_, call, message) => {
      const result = call()
      expect(result.message().split('\n')).toEqual(message)
      expect(result.pass).toBe(false)
    })
  })
}
