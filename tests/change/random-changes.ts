import { type Change, changeOrg, isOrgError, type Org } from 'rolegraph'
import { type Random, randomChange, randomFrom } from './random-charts.js'

/** The org after changes, or `undefined` where one of them has a problem. */
export function tried(org: Org, changes: readonly Change[]): Org | undefined {
  try {
    return changeOrg(org, changes).org
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) return undefined
    throw error
  }
}

/** Changes without problems: those of some that can be applied one after the other. */
export function soundChanges(
  random: Random,
  org: Org,
  tries: number,
  isWanted: (change: Change) => boolean = () => true,
): readonly Change[] {
  const changes: Change[] = []
  let now = org
  for (let index = 0; index < tries; index++) {
    const change = randomChange(random)
    if (!isWanted(change)) continue
    const next = tried(now, [change])
    if (next === undefined) continue
    changes.push(change)
    now = next
  }
  return changes
}

/** Tests a law with many seeds; an error names its seed. */
export function forSeeds(runs: number, law: (random: Random) => void): void {
  for (let seed = 1; seed <= runs; seed++) {
    try {
      law(randomFrom(seed))
    } catch (error) {
      throw new Error(`seed ${String(seed)}: ${String(error)}`, { cause: error })
    }
  }
}
