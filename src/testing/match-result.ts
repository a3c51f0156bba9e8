import { callText } from './text/call-text.js'

/** What a matcher found: whether the org is as it should be, and the message for whoever expected otherwise. */
export interface MatchResult {
  readonly pass: boolean
  /** Where `pass` is true, this is what `.not` says; made only when it is asked for. */
  readonly message: () => string
}

/** The result of a matcher: its call as it stands in the test, and what the org says to it. */
export function matchResult(
  pass: boolean,
  matcher: string,
  args: readonly unknown[],
  found: () => readonly (string | undefined)[],
): MatchResult {
  return {
    pass,
    message: () => {
      const lines = found().filter((line) => line !== undefined)
      return [callText(matcher, args, pass), '', ...lines].join('\n')
    },
  }
}
