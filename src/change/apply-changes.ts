import { IssueList } from '../define/issue-list.js'
import { NotPlain, plainCopy } from '../define/plain-copy.js'
import { SpecReader } from '../define/spec-reader.js'
import { ownValue } from '../kernel/option-check.js'
import { didYouMean } from '../kernel/nearest-id.js'
import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import type { Change, ChangeEffect, ChangeKind } from '../model/change.js'
import { meantKind } from './meant-kind.js'
import type { OpenOrg } from './open-org.js'
import { applyPlainly } from './own-changes.js'
import { removePerson } from './person-removal.js'
import { removeRole } from './role-removal.js'
import { addDottedLine, addMove, removeDottedLine, removeMove, updateMove } from './edge-changes.js'
import { assign, unassign } from './holder-changes.js'
import { addRole, renameRole, setManager, updateRole } from './role-changes.js'
import { Step } from './step.js'
import {
  addPerson,
  addService,
  addUnit,
  listPeople,
  removeService,
  reorder,
  unlistPeople,
  updatePerson,
  updateUnit,
} from './unit-changes.js'
import { removeUnit } from './unit-removal.js'

/** How a kind of change is applied, and its fields besides `do`. */
interface Kind {
  readonly apply: (step: Step) => void
  readonly fields: readonly string[]
}

const KINDS: { readonly [Name in ChangeKind]: Kind } = {
  'add-role': { apply: addRole, fields: ['role', 'spec', 'before'] },
  'update-role': { apply: updateRole, fields: ['role', 'set'] },
  'remove-role': { apply: removeRole, fields: ['role', 'reports', 'references'] },
  'rename-role': { apply: renameRole, fields: ['role', 'to'] },
  'set-manager': { apply: setManager, fields: ['role', 'manager', 'before'] },
  'add-dotted-line': { apply: addDottedLine, fields: ['role', 'manager', 'before'] },
  'remove-dotted-line': { apply: removeDottedLine, fields: ['role', 'manager'] },
  'add-move': { apply: addMove, fields: ['role', 'move', 'before'] },
  'update-move': { apply: updateMove, fields: ['role', 'to', 'set'] },
  'remove-move': { apply: removeMove, fields: ['role', 'to'] },
  'add-unit': { apply: addUnit, fields: ['unit', 'spec', 'before'] },
  'update-unit': { apply: updateUnit, fields: ['unit', 'set'] },
  'remove-unit': { apply: removeUnit, fields: ['unit', 'references'] },
  'add-person': { apply: addPerson, fields: ['person', 'spec', 'before'] },
  'update-person': { apply: updatePerson, fields: ['person', 'set'] },
  'remove-person': { apply: removePerson, fields: ['person', 'references'] },
  'list-people': { apply: listPeople, fields: [] },
  'unlist-people': { apply: unlistPeople, fields: [] },
  assign: { apply: assign, fields: ['role', 'holder'] },
  unassign: { apply: unassign, fields: ['role', 'person'] },
  'add-service': { apply: addService, fields: ['service', 'at'] },
  'remove-service': { apply: removeService, fields: ['service', 'at'] },
  reorder: { apply: reorder, fields: ['role', 'unit', 'person', 'before'] },
}

export interface AppliedChanges {
  readonly changes: readonly Change[]
  readonly effects: readonly ChangeEffect[]
  readonly issues: IssueList
}

/** Applies changes in order; one that cannot be applied is an issue, with its place below `path`. */
export function applyChanges(
  open: OpenOrg,
  changes: readonly unknown[],
  path: readonly (string | number)[] = [],
): AppliedChanges {
  const issues = new IssueList()
  const effects: ChangeEffect[] = []
  const applied: Change[] = []
  for (const [index, change] of changes.entries()) {
    const copy = plainCopy(change)
    const reader = new SpecReader(issues, {})
    const place = { path: [...path, 'changes', index] }
    if (copy instanceof NotPlain) {
      reader.invalid(change, `plain data, but it has ${copy.what}${copy.at}`, place)
      continue
    }
    const kind = kindOf(copy, reader, place.path)
    if (kind === undefined) continue
    const fields = reader.fieldsOf(copy, ['do', ...kind.fields], place)
    if (fields === undefined) continue
    kind.apply(new Step(open, issues, index, fields, effects, place))
    applied.push(copy as Change)
  }
  return { changes: Object.freeze(applied), effects: Object.freeze(effects), issues }
}

/** Applies a change that the library made, whose values nobody else can change, and returns whether it is without a problem. */
export function applyOwnChange(open: OpenOrg, change: Change): boolean {
  if (applyPlainly(open, change)) return true
  const issues = new IssueList()
  const fields = { get: (name: string): unknown => ownValue(change, name) }
  KINDS[change.do].apply(new Step(open, issues, 0, fields, [], OWN_PLACE))
  return issues.all.length === 0
}

const OWN_PLACE: Place = { path: ['changes', 0] }

function kindOf(change: unknown, reader: SpecReader, path: readonly (string | number)[]): Kind | undefined {
  const name: unknown = typeof change === 'object' && change !== null ? Reflect.get(change, 'do') : undefined
  const names = Object.keys(KINDS) as ChangeKind[]
  const known = names.find((each) => each === name)
  if (known !== undefined) return KINDS[known]
  if (typeof name !== 'string') reader.invalid(change, "a change, such as { do: 'set-manager', … }", { path })
  else {
    reader.issues.add('INVALID_FIELD', {
      place: { path: [...path, 'do'] },
      witness: [name],
      message: `There is no change ${quote(name)}${didYouMean(meantKind(name, names))}`,
      suggestion: `The changes are ${names.join(', ')}.`,
    })
  }
  return undefined
}
