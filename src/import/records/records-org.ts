import { type Issue, type Org, orgStepsFromByteRows, quote, quotedList, type Steps } from '../../internal.js'
import { placedIn } from '../document/document-tree.js'
import { withoutError, withUnitAdvice } from '../input/import-issues.js'
import { withPlaceWords } from '../input/line-places.js'
import { topsAdvice, unknownManagerIn, withMergedUnknown } from '../input/unknown-managers.js'
import { addAt, addInvalid } from '../json/json-object.js'
import type { RecordColumns } from './record-columns.js'
import { recordIds, type RecordsDocument } from './record-ids.js'
import { RecordRows } from './record-rows.js'
import { reportJobShares } from './record-shares.js'
import { dottedFields, type FieldNames, type RecordsOptions } from './records-options.js'

/** The fields of a record that no part of a role is read from. */
export type RecordData = Readonly<Record<string, unknown>>

/** The org of the records in a text; problems become issues with their line and column. */
export function* recordsOrg(
  columns: RecordColumns,
  names: FieldNames,
  document: RecordsDocument,
  options: RecordsOptions,
): Steps<Org<string, string, RecordData>> {
  const { issues } = document
  for (const { index, start } of columns.others) {
    addInvalid(document, [index], document.tree.valueAt(start), 'an object')
  }
  if (columns.rows > 0) addMissing(names, columns, document, options)
  const ids = yield* recordIds(columns, names.get('id')?.field ?? 'id', document)
  const rows = new RecordRows(columns, names, ids, document, options)
  const org: Org = yield* orgStepsFromByteRows(rows.byteRows)
  rows.named?.report(org, rows.managed, issues)
  rows.corrections.report()
  reportJobShares(rows.byteRows, issues)
  issues.takeFrom(
    org,
    (issue) => withPlaceWords(placedWithin(document, withoutError(withTopsAdvice(withUnitAdvice(issue))))),
    (found) => withMergedUnknown(found, rows.managed, MOST_UNKNOWN, issues),
  )
  // The data is parsed JSON: an object, or nothing.
  return org as Org<string, string, RecordData>
}

/** An issue of a part of a field, such as an item of a list, with its own line and column. */
function placedWithin({ tree }: RecordsDocument, issue: Issue): Issue {
  const { path } = issue.place
  return path !== undefined && path.length > 2
    ? { ...issue, place: placedIn(tree, issue.code, issue.place) }
    : issue
}

const MOST_UNKNOWN =
  "Name the field that managers refer to, id: '…' or managerBy: '…', or the field of the managers, manager: '…'."

function withTopsAdvice(issue: Issue): Issue {
  const cell = unknownManagerIn(issue)?.cell
  if (cell === undefined) return issue
  return { ...issue, suggestion: `${issue.suggestion} Or ${topsAdvice(cell)}.` }
}

/** Reports a field that no record has although the caller named it, or although it holds the managers. */
function addMissing(
  names: FieldNames,
  columns: RecordColumns,
  document: RecordsDocument,
  options: RecordsOptions,
): void {
  const { managerBy } = options
  const named = managerBy === undefined ? [] : [['managerBy', { field: managerBy, isGiven: true }] as const]
  const [, ...others] = dottedFields(options)
  const dotted = others.map(({ field }) => ['dotted', { field, isGiven: true }] as const)
  for (const [part, { field, isGiven }] of [...names, ...named, ...dotted]) {
    if (columns.has(field) || !(isGiven || part === 'manager')) continue
    const fields = [...columns.names]
    const shown = fields.slice(0, SHOWN)
    addAt(document, 'MISSING_COLUMN', [], {
      witness: shown,
      message: `No record has the field ${quote(field)} for ${part === 'managerBy' ? 'the names of managers' : `the ${part}`}${document.issues.didYouMean(field, fields)}`,
      suggestion: `Name it, ${part}: '…'${part === 'id' || part === 'managerBy' ? '' : ', or null for none'}. The fields are ${quotedList(shown)}.`,
    })
  }
}

const SHOWN = 20
