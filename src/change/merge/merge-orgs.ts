import { orgOfRecord } from '../../define/org-of-record.js'
import { stateOf } from '../../engine/org-state.js'
import { invalidOption } from '../../kernel/invalid-input.js'
import { givenOptions, isPlainObject, oneOf, ownValue } from '../../kernel/option-check.js'
import type { Change, RenameRole } from '../../model/change.js'
import type { Org, PersonIdOf, RoleIdOf, UnitIdOf } from '../../model/org.js'
import { changeOrg } from '../change-org.js'
import { changesTo, diffOrgs } from '../diff-orgs.js'
import { KnownHandles } from '../known-handles.js'
import { OpenOrg } from '../open-org.js'
import { MOST_MERGED, recordAfter } from '../version-record.js'
import { Disputes } from './disputes.js'
import { mergeSteps } from './merge-changes.js'
import { type MergeConflict, removalText } from './merge-conflict.js'
import { MergedFacts } from './merged-facts.js'
import { MergeSide } from './merge-side.js'
import { sharedIds } from './shared-ids.js'

/** The options of {@link mergeOrgs}. */
export interface MergeOptions {
  /**
   * What happens where both sides are in conflict: `'report'` it and merge nothing (the default), or keep what `'ours'` or `'theirs'`
   * has there. The conflicts are listed either way.
   */
  readonly conflicts?: 'report' | 'ours' | 'theirs'
  /**
   * The ids that a side changed, as `rename-role` changes in order. A comparison cannot tell a new id from a role that is removed and
   * another one that is added.
   */
  readonly renames?: { readonly ours?: readonly RenameRole[]; readonly theirs?: readonly RenameRole[] }
}

/** The data of the roles of an org. */
type DataOf<Chart extends Org> = Chart extends Org<string, string, infer Data> ? Data : unknown

/** The type of the org that two others merge into. */
export type MergedOrg<Ours extends Org, Theirs extends Org> = Org<
  RoleIdOf<Ours> | RoleIdOf<Theirs>,
  UnitIdOf<Ours> | UnitIdOf<Theirs>,
  DataOf<Ours> | DataOf<Theirs>,
  PersonIdOf<Ours> | PersonIdOf<Theirs>
>

/** What {@link mergeOrgs} returns. */
export interface MergeResult<
  Merged extends Org = Org,
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
> {
  /** The merged org. Absent where there are conflicts, unless `conflicts` says who wins. */
  readonly org?: Merged
  /**
   * The changes that lead from our side to the merged org. Where conflicts are reported, they are what their side adds without a
   * conflict: applied to our side, they give the org in which every conflict is as on our side.
   */
  readonly changes: readonly Change[]
  /** What both sides changed in ways that exclude each other. */
  readonly conflicts: readonly MergeConflict<Id, Unit, Person>[]
}

/**
 * Merges two orgs that were made from one, the base: what only one side changed is taken from that side. Where both sides
 * changed the same thing differently, that is a conflict, with the base and both sides; none is resolved silently.
 *
 * What is compared is each attribute of a role, its solid line as a whole, each dotted line, each field of a career move, each field
 * of a unit or person, and the services with the same ends and name. The holders of a role are one field, with whether it is
 * vacant: two appointments to an empty role are a conflict, not a job share. It is a conflict, too, if
 *
 * - one side removes a role, unit or person that the other side changes or lets something refer to;
 * - both sides add one with the same id, and not the same one;
 * - lines of both sides together close a cycle, with the cycle; the same holds for units that are part of each other.
 *
 * What a removal lifts is its effect, on either side: where the manager of a report was removed, and the report lifted to the next
 * manager above, a line that the other side gives the report stays. Order is never a conflict: ours comes first, and what
 * their side adds or moves is placed before the same thing as there.
 *
 * Roles are the same if their ids are. Where a side changed ids, say so in `renames`; conflicts and changes then have the new ids.
 * Cycles and unknown managers of one side alone are merged as they are.
 *
 * Complexity: as for two calls of {@link diffOrgs} and one of {@link changeOrg}.
 *
 * @param base The org from which both were made.
 * @param ours One side.
 * @param theirs The other side.
 * @param options `conflicts` and `renames`.
 * @returns The merged org, the changes that lead to it from our side, and the conflicts.
 * @throws {@link OrgError} `NOT_AN_ORG`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { changeOrg, defineOrg, managementChainOf, mergeOrgs } from 'rolegraph'
 *
 * const base = defineOrg({ roles: { director: {}, lead: { reportsTo: 'director' }, analyst: { reportsTo: 'lead' } } })
 * const ours = changeOrg(base, [{ do: 'update-role', role: 'analyst', set: { title: 'Senior Analyst' } }]).org
 * const theirs = changeOrg(base, [{ do: 'remove-role', role: 'lead', reports: 'lift' }]).org
 * const { org, conflicts } = mergeOrgs(base, ours, theirs)
 * console.log(conflicts) // => []
 * console.log(org && managementChainOf(org, 'analyst')) // => [ 'director' ]
 * ```
 * @see {@link diffOrgs}, {@link changeOrg}.
 */
export function mergeOrgs<Ours extends Org, Theirs extends Org>(
  base: Org,
  ours: Ours,
  theirs: Theirs,
  options?: MergeOptions,
): MergeResult<
  MergedOrg<Ours, Theirs>,
  RoleIdOf<Ours> | RoleIdOf<Theirs>,
  UnitIdOf<Ours> | UnitIdOf<Theirs>,
  PersonIdOf<Ours> | PersonIdOf<Theirs>
> {
  const given = givenOptions('mergeOrgs', options, ['conflicts', 'renames'])
  const resolution = oneOf('conflicts', given.get('conflicts'), ['report', 'ours', 'theirs'], 'report')
  const renames = renamesGiven(given.get('renames'))
  for (const org of [base, ours, theirs]) stateOf(org)
  const result =
    resolution === 'theirs'
      ? mirrored(ours, merged(base, theirs, ours, { ours: renames.theirs, theirs: renames.ours }, true))
      : merged(base, ours, theirs, renames, resolution === 'ours')
  // Its ids are those of both sides.
  return Object.freeze(result) as ReturnType<typeof mergeOrgs<Ours, Theirs>>
}

interface Renames {
  readonly ours: readonly RenameRole[]
  readonly theirs: readonly RenameRole[]
}

/** Merges their side into ours, which stays as it is where there are conflicts. */
function merged(base: Org, ours: Org, theirs: Org, renames: Renames, resolves: boolean): MergeResult {
  const shared = sharedIds({ base: stateOf(base), ours: stateOf(ours), theirs: stateOf(theirs) }, renames)
  const [from, our, their] = [
    renamed(base, shared.base),
    renamed(ours, shared.ours),
    renamed(theirs, shared.theirs),
  ]
  const known = new KnownHandles()
  const open = new OpenOrg(stateOf(from), undefined, true, known)
  const theirSide = sideOf(open, from, their, shared.renamed.theirs, known)
  // The order of our roles is ours already. Which of them we moved counts where their side moved any.
  const ourSide = sideOf(open, from, our, shared.renamed.ours, known, theirSide.moved.hasAny('role'))
  const facts = new MergedFacts(new Disputes(open, ourSide, theirSide))
  const steps = mergeSteps(facts, stateOf(our), stateOf(their), known)
  const changes: readonly Change[] = Object.freeze([...shared.ours, ...steps.list])
  const conflicts = Object.freeze([...shared.conflicts, ...facts.disputes.conflicts])
  if (conflicts.length > 0 && !resolves) return { changes, conflicts }
  // The steps have applied the changes already; the issues of broken charts name their indexes.
  const isDone = !steps.hasIssues && shared.ours.length === 0
  const org = isDone ? orgOfRecord(recordAfter(steps.open, MOST_MERGED)) : changed(ours, changes).org
  return { org, changes, conflicts }
}

function changed(org: Org, changes: readonly Change[]): ReturnType<typeof changeOrg> {
  return changeOrg(org, changes, { onIssue: 'collect' })
}

function renamed(org: Org, renames: readonly RenameRole[]): Org {
  return renames.length === 0 ? org : changed(org, renames).org
}

function sideOf(
  open: OpenOrg,
  base: Org,
  side: Org,
  renamedIds: ReadonlySet<string>,
  known: KnownHandles,
  isOrdered = true,
): MergeSide {
  const changes = changesTo(stateOf(base), stateOf(side), { known, isOrdered })
  const effects = swapsKinds(changes) ? effectsOf(base, changes) : []
  return new MergeSide(open, new OpenOrg(stateOf(side), undefined, true, known), changes, effects, renamedIds)
}

/** Whether an id of a role becomes that of a unit, or the reverse. Only then does a diff count on what removals do besides. */
function swapsKinds(changes: readonly Change[]): boolean {
  const removed = new Set<string>()
  for (const change of changes) {
    if (change.do === 'remove-role') removed.add(`unit ${change.role}`)
    if (change.do === 'remove-unit') removed.add(`role ${change.unit}`)
  }
  return changes.some(
    (change) =>
      (change.do === 'add-role' && removed.has(`role ${change.role}`)) ||
      (change.do === 'add-unit' && removed.has(`unit ${change.unit}`)),
  )
}

function effectsOf(base: Org, changes: readonly Change[]): readonly Change[] {
  return changed(base, changes).effects.map(({ change }) => change)
}

/** A merge of our side into theirs, told from our side. */
function mirrored(ours: Org, { org, conflicts }: MergeResult): MergeResult {
  return {
    ...(org && { org }),
    changes: org === undefined ? [] : diffOrgs(ours, org).changes,
    conflicts: Object.freeze(conflicts.map(mirroredConflict)),
  }
}

function mirroredConflict(conflict: MergeConflict): MergeConflict {
  const { ours, theirs } = conflict
  const message =
    conflict.kind === 'removed'
      ? removalText(theirs === undefined ? 'ours' : 'theirs', conflict.of, conflict.because)
      : conflict.message
  // Both sides of a conflict have the same type.
  return { ...conflict, ours: theirs, theirs: ours, message } as MergeConflict
}

function renamesGiven(given: unknown): Renames {
  if (given === undefined) return { ours: [], theirs: [] }
  if (!isPlainObject(given)) throw invalidOption('renames', given, 'an object { ours, theirs }')
  const options = givenOptions('renames of mergeOrgs', given, ['ours', 'theirs'])
  return { ours: renamesOf('ours', options.get('ours')), theirs: renamesOf('theirs', options.get('theirs')) }
}

function renamesOf(side: string, given: unknown): readonly RenameRole[] {
  if (given === undefined) return []
  if (!Array.isArray(given) || !given.every(isRename)) {
    throw invalidOption(`renames.${side}`, given, "a list of changes { do: 'rename-role', role, to }")
  }
  return given
}

function isRename(value: unknown): value is RenameRole {
  return (
    ownValue(value, 'do') === 'rename-role' &&
    typeof ownValue(value, 'role') === 'string' &&
    typeof ownValue(value, 'to') === 'string'
  )
}
