import { type Change, changeOrg, describeChange, diffOrgs, mergeOrgs } from 'rolegraph'
import type { Tenant } from 'rolegraph/store'

/** What somebody else did meanwhile, and what is left of one's own changes after it. */
export interface MergedChanges {
  /** The revision that the merged changes are for. */
  readonly rev: number
  /** What others changed, in words, with who did it. */
  readonly others: readonly string[]
  /** What excludes each other, in words. */
  readonly conflicts: readonly string[]
  /** The changes to send for that revision; absent where a conflict is to be decided. */
  readonly changes?: readonly Change[]
}

/** Merges changes that were made to an earlier revision into the present org. */
export async function mergedChanges(
  tenant: Tenant,
  base: number,
  changes: readonly Change[],
  keep?: 'ours' | 'theirs',
): Promise<MergedChanges> {
  const [{ org: before }, theirs] = [await tenant.load({ at: base }), await tenant.load()]
  const since = await tenant.history({ after: base })
  const renames = {
    ours: renamesIn(changes),
    theirs: since.flatMap((revision) => renamesIn(revision.changes)),
  }
  const { org, conflicts } = mergeOrgs(before, changeOrg(before, changes).org, theirs.org, {
    renames,
    ...(keep !== undefined && { conflicts: keep }),
  })
  return {
    rev: theirs.rev,
    others: since.flatMap(({ actor, changes }) =>
      changes.map((change) => `${actor}: ${describeChange(change)}`),
    ),
    conflicts: conflicts.map(({ message }) => message),
    ...(org !== undefined && { changes: diffOrgs(theirs.org, org).changes }),
  }
}

/** The new ids of roles, which a comparison of two orgs cannot tell from other roles. */
function renamesIn(changes: readonly Change[]): Extract<Change, { do: 'rename-role' }>[] {
  return changes.filter((change) => change.do === 'rename-role')
}
