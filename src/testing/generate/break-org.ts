import {
  invalidArgument,
  isRole,
  type IssueCode,
  isUnit,
  listed,
  type Org,
  orgFromRecords,
  quote,
} from '../../internal.js'
import { type Defect, DEFECTS } from './defects.js'
import { Random } from './random.js'
import { rowsOf, unitSpecsOf } from './rows-of.js'

/**
 * Returns a copy of a sound org with exactly one defect: a few roles or units are added that are wrong.
 *
 * The same org, defect and seed give the same result; the seed decides where in the chart the defect is. `checkOrg`
 * finds one issue, with the code of the defect. Only what is added is wrong, so nothing of the org is lost or cut off;
 * services are left out.
 *
 * Complexity: O(roles + lines + moves + units).
 *
 * @param org A sound org, such as {@link makeOrg} makes.
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
      `one of ${listed([...DEFECTS.keys()].map(quote), 'or')}`,
    )
  if (!Number.isSafeInteger(seed)) throw invalidArgument('breakOrg', 'seed', seed, 'a whole number')
  const random = new Random(seed)
  const fresh = (name: string): string => {
    let id = name
    while (isRole(org, id) || isUnit(org, id)) id = `${id}-x`
    return id
  }
  const rows = rowsOf(org)
  // At least two joined roles: a role without lines would be a defect of its own.
  if (rows.length === 0) rows.push({ id: fresh('top') })
  if (rows.length === 1) rows.push({ id: fresh('report'), manager: rows[0].id })
  const sound = [...rows]
  const added = maker.make({ pick: () => sound[random.below(sound.length)], fresh, random })
  for (const row of added.rows)
    rows.splice(added.atEnd === true ? rows.length : random.below(rows.length + 1), 0, row)
  const units = new Map([...unitSpecsOf(org), ...(added.units ?? [])])
  return orgFromRecords(rows, { ...FIELDS, units: Object.fromEntries(units), onIssue: 'collect' })
}

const FIELDS = {
  id: 'id',
  manager: 'manager',
  dotted: 'dotted',
  moves: 'moves',
  title: 'title',
  aliases: 'aliases',
  grade: 'grade',
  family: 'family',
  unit: 'unit',
  holders: 'holders',
  vacant: 'vacant',
  fte: 'fte',
  cost: 'cost',
  minYears: 'minYears',
  certifications: 'certifications',
  skills: 'skills',
  sources: 'sources',
  hedge: 'hedge',
  note: 'note',
  data: 'data',
} as const

/** The code of the issue that `checkOrg` finds for each defect of {@link breakOrg}. */
export const defectCodes: Readonly<Record<Defect, IssueCode>> = /* @__PURE__ */ codesByName()

function codesByName(): Readonly<Record<Defect, IssueCode>> {
  const codes = Object.fromEntries([...DEFECTS].map(([name, { code }]) => [name, code]))
  // The keys of the map are exactly the names.
  return Object.freeze(codes as Record<Defect, IssueCode>)
}
