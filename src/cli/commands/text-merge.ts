import type { World } from '../world.js'
import type { Labels } from '../writing/conflict-text.js'

/** What git makes of three texts. */
export interface TextMerge {
  readonly text: string
  readonly isClean: boolean
}

/** The most conflicts that git counts in its exit code; above it, it could not merge. */
const MOST_CONFLICTS = 127

/** Merges files as text, by `git merge-file`; `undefined` where it cannot be run. Nothing is written. */
export function textMerge(
  {
    base,
    ours,
    theirs,
    labels,
    size,
  }: {
    readonly base: string
    readonly ours: string
    readonly theirs: string
    readonly labels: Labels
    readonly size: number
  },
  { execute }: World,
): TextMerge | undefined {
  const names = [labels.ours, labels.base, labels.theirs].flatMap((label) => ['-L', label ?? ''])
  const args = ['merge-file', '-p', `--marker-size=${size}`, ...names, '--', ours, base, theirs]
  const result = execute('git', args)
  if (result === undefined || result.code > MOST_CONFLICTS) return undefined
  return { text: result.output, isClean: result.code === 0 }
}
