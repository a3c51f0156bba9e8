import {
  invalidArgument,
  isPerson,
  isRole,
  type IssueCode,
  isUnit,
  listed as inWords,
  type Org,
  type OrgDocument,
  orgFromDocument,
  quote,
  specOfOrg,
} from '../../internal.js'
import { type Defect, DEFECTS, type Row } from './defects.js'
import { Random } from './random.js'
import { rowsOf } from './rows-of.js'

/**
 * Returns a copy of a sound org with exactly one defect, made by adding a few roles or units.
 *
 * The same org, defect and seed give the same result; the seed decides where in the chart the defect is. `checkOrg` finds one
 * issue, with the code of the defect; for some defects only with a policy (`noReportingToOneself`, `noRoleWithoutUnit`,
 * `noUnitWithoutHead`). Only the additions are wrong, so no part of the org is lost or cut off; services are left out.
 *
 * Complexity: O(roles + lines + moves + units).
 *
 * @param org A sound org, such as one from {@link makeOrg}.
 * @param defect The name of the defect. `defectCodes` lists them, with the codes of the issues that `checkOrg` finds.
 * @param seed A whole number that decides where the defect is. Default: 1.
 * @returns An org collected despite its issues: `issuesOf` may list the defect too.
 * @throws {@link OrgError} `INVALID_ARGUMENT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { checkOrg } from 'rolegraph'
 * import { breakOrg, makeOrg } from 'rolegraph/testing'
 *
 * const broken = breakOrg(makeOrg({ roles: 50 }), 'cycle', 3)
 * console.log(checkOrg(broken).counts) // => [Object: null prototype] { REPORTING_CYCLE: 1 }
 * ```
 * @see {@link makeOrg}, {@link defectCodes}.
 */
export function breakOrg(org: Org, defect: Defect, seed = 1): Org {
  const maker = DEFECTS.get(defect)
  if (maker === undefined)
    throw invalidArgument(
      'breakOrg',
      'defect',
      defect,
      `one of ${inWords([...DEFECTS.keys()].map(quote), 'or')}`,
    )
  if (!Number.isSafeInteger(seed)) throw invalidArgument('breakOrg', 'seed', seed, 'a whole number')
  const random = new Random(seed)
  const fresh = (name: string): string => {
    let id = name
    while (isRole(org, id) || isUnit(org, id)) id = `${id}-x`
    return id
  }
  const rows = rowsOf(org)
  // At least two connected roles: a role without lines would be another defect.
  if (rows.length === 0) rows.push({ id: fresh('top') })
  if (rows.length === 1) rows.push({ id: fresh('report'), manager: rows[0].id })
  const sound = [...rows]
  const pick = (): Row => sound[random.below(sound.length)]
  const added = maker.make({ pick, fresh, freshPerson: () => unusedPerson(org), random })
  for (const row of added.rows)
    rows.splice(added.atEnd === true ? rows.length : random.below(rows.length + 1), 0, row)
  const { units, people } = specOfOrg(org)
  const spec: unknown = {
    rolegraph: 2,
    // Lists, because an id may occur twice.
    roles: rows.map(({ manager, dotted, moves, ...attributes }) => ({
      ...attributes,
      reportsTo: manager,
      dottedTo: dotted,
      progressesTo: moves,
    })),
    units: listed([...units, ...(added.units ?? [])]),
    ...(people && { people: listed([...people, ...(added.people ?? []).map((id) => [id, {}] as const)]) }),
  }
  // The document is wrong on purpose.
  return orgFromDocument(spec as OrgDocument, { onIssue: 'collect' })
}

function listed(entries: Iterable<readonly [id: string, spec: object]>): readonly object[] {
  return Array.from(entries, ([id, spec]) => ({ ...spec, id }))
}

function unusedPerson(org: Org): string {
  let id = 'Robin'
  while (isPerson(org, id)) id = `${id} Roe`
  return id
}

/** The code of the issue that `checkOrg` finds for each defect of {@link breakOrg}. */
export const defectCodes: Readonly<Record<Defect, IssueCode>> = /* @__PURE__ */ codesByName()

function codesByName(): Readonly<Record<Defect, IssueCode>> {
  const codes = Object.fromEntries([...DEFECTS].map(([name, { code }]) => [name, code]))
  // The keys of the map are exactly the names.
  return Object.freeze(codes as Record<Defect, IssueCode>)
}
