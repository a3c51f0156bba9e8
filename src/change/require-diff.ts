import { stateIn } from '../engine/org-state.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { ownValue } from '../kernel/option-check.js'

/** Throws `INVALID_ARGUMENT` for anything but what `diffOrgs` returns. */
export function requireDiff(caller: string, diff: unknown): void {
  const orgs = [ownValue(diff, 'before'), ownValue(diff, 'after')]
  if (orgs.every((org) => stateIn(org) !== undefined) && Array.isArray(ownValue(diff, 'changes'))) return
  throw invalidArgument(caller, 'diff', diff, 'what diffOrgs returns')
}
