import {
  type ByteCells,
  endReadingOf,
  listed,
  type Org,
  orgStepsFromByteRows,
  quote,
  type RowIds,
  type Steps,
} from '../../internal.js'
import { Corrections } from '../input/corrections.js'
import { type ImportIssues, withUnitAdvice } from '../input/import-issues.js'
import { withPlaceWords } from '../input/line-places.js'
import { addPlaced, type LdapData, type LdapInput } from './ldap-input.js'
import { LdapLines } from './ldap-lines.js'
import { LdapNames } from './ldap-names.js'
import type { LdapOptions } from './ldap-options.js'
import type { LdapRows } from './ldap-rows.js'

const LISTED = 100

/** The org of the entries. */
export function* ldapOrg(
  input: LdapInput,
  options: LdapOptions,
  issues: ImportIssues,
): Steps<Org<string, string, LdapData>> {
  reportIds(input, issues)
  const names = yield* LdapNames.of(input.rows)
  const corrections = new Corrections(options.corrections, issues)
  const odd = corrections.odd({ ids: names.ids, jobShares: undefined })
  const lines = new LdapLines(input, names, odd.get('manager') ?? new Map<number, unknown>(), issues)
  const { rows } = input
  const { people = false, unitPrefix = '' } = options
  const isUnitCorrected = unitPrefix !== '' && odd.has('unit')
  const manager = yield* lines.managers()
  const org: Org = yield* orgStepsFromByteRows({
    ids: names.ids,
    manager,
    dotted: lines.dotted(),
    title: titlesOf(rows),
    unit: isUnitCorrected ? undefined : rows.cells('unit'),
    unitPrefix: isUnitCorrected ? '' : unitPrefix,
    holders: people ? undefined : holdersOf(rows),
    people: people ? peopleOf(rows, names.ids) : undefined,
    vacant: vacantPosts(rows),
    data: input.data,
    odd: new Map([
      ...(odd as ReadonlyMap<'holders', ReadonlyMap<number, unknown>>),
      ...lines.oddHolders(odd),
    ]),
    placeOf: (row, field) => lines.placeOf(row, field),
  })
  corrections.report()
  reportNoManagers(input, names.ids.set.count, options, issues)
  reportLeftOut(rows, issues)
  lines.report(org)
  issues.takeFrom(org, (issue) => withPlaceWords(withUnitAdvice(issue)))
  // The data are made from the values of attributes.
  return org as Org<string, string, LdapData>
}

/** The titles; where an entry has none, the name. */
function titlesOf(rows: LdapRows): ByteCells {
  const [titles, names] = [rows.cells('title'), rows.cells('name')]
  const from = (row: number): ByteCells => (titles.starts[row] < 0 ? names : titles)
  return {
    bytes: titles.bytes,
    starts: titles.starts.map((_, row) => from(row).starts[row]),
    ends: titles.ends.map((_, row) => from(row).ends[row]),
  }
}

/** The names of people, who hold their roles. The name of a post is no person. */
function holdersOf(rows: LdapRows): ByteCells {
  const { starts, ...names } = rows.cells('name')
  return { ...names, starts: starts.map((start, row) => (rows.isPost.values[row] === 1 ? -1 : start)) }
}

/** People with the same ids as their roles. */
function peopleOf(
  rows: LdapRows,
  ids: RowIds,
): NonNullable<Parameters<typeof orgStepsFromByteRows>[0]['people']> {
  const cells = rows.cells('id')
  // Of two entries with one id, the first is the person, as it is the role.
  const starts = cells.starts.map((start, row) =>
    rows.isPost.values[row] === 1 || ids.isRepeat(row) ? -1 : start,
  )
  return {
    person: { ...cells, starts },
    name: rows.cells('name'),
    email: rows.cells('email'),
    ends: endReadingOf(new Map(), false),
  }
}

/** 1 for each post that nobody occupies. */
function vacantPosts(rows: LdapRows): Uint8Array | undefined {
  if (!rows.isPost.taken.includes(1)) return undefined
  const vacant = Uint8Array.from(rows.isPost.taken)
  for (const row of rows.values.roleOccupant.rows.taken) vacant[row] = 0
  return vacant
}

/** Reports entries whose id is missing or too long. */
function reportIds({ rows, attributes, placeOf }: LdapInput, issues: ImportIssues): void {
  const [id = 'dn'] = attributes.id
  for (const origin of rows.withoutId) {
    addPlaced(issues, 'MISSING_ID', placeOf(origin), () => ({
      message: `the entry has no attribute ${quote(id)}, which is the id`,
      suggestion: 'Request the attribute too, or name another one that each entry has.',
    }))
  }
  for (const origin of rows.withLongId) issues.exceeded('idLength', placeOf(origin))
}

/** Reports entries of which none has a manager, unless the caller says that nobody has one. */
function reportNoManagers(
  { rows, attributes, placeOf }: LdapInput,
  count: number,
  { flat }: LdapOptions,
  issues: ImportIssues,
): void {
  const manager = attributes.manager.at(0)
  if (manager === undefined || count < 2) return
  if (rows.hasManagers || rows.values.directReports.count > 0) return
  const what = `none of the ${String(count)} entries has the attribute ${quote(manager)}`
  if (flat === true) {
    issues.add('OPTION_APPLIED', {
      severity: 'info',
      place: placeOf(rows.origins.values[0]),
      witness: ['flat'],
      message: `flat: ${what}, so all are read as having no manager`,
      suggestion: 'To be sure, request the attribute by its name.',
    })
    return
  }
  addPlaced(issues, 'NO_MANAGERS', placeOf(rows.origins.values[0]), () => ({
    message: `${what}, which does not mean that nobody has one`,
    suggestion: `Request the attribute ${quote(manager)} too. If nobody has a manager, pass flat: true.`,
  }))
}

/** Says which entries are left out since they are no roles. */
function reportLeftOut(rows: LdapRows, issues: ImportIssues): void {
  const kinds = [...rows.leftOut].sort(([, a], [, b]) => b - a)
  if (kinds.length === 0) return
  const count = kinds.reduce((sum, [, number]) => sum + number, 0)
  const few = kinds.slice(0, 10).map(([name, number]) => `${String(number)} × ${quote(name)}`)
  issues.add('OPTION_APPLIED', {
    severity: 'info',
    place: {},
    witness: ['classes', ...kinds.slice(0, LISTED).map(([name]) => name)],
    message: `classes: ${String(count)} ${count === 1 ? 'entry is left out, which is not a person' : 'entries are left out, which are not people'}: ${listed(few)}`,
    suggestion: 'Nothing to do, unless they are roles: name their object classes, classes: […].',
  })
}
