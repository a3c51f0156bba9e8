import { quote, type Steps } from '../../internal.js'
import { addAt, isObject, type JsonDocument, JsonObject, objectsIn } from '../json/json-object.js'
import { readJson } from '../json/read-json.js'
import type { ImportIssues } from '../input/import-issues.js'
import { checkSwitch, checkText, type ImportOptions } from '../input/import-options.js'
import type { Source } from '../input/source.js'
import { jsonText } from '../json/json-text.js'
import { ManagerFaults, type MergedFaults } from './manager-faults.js'

/** How the users of a directory are read. */
export interface DirectoryOptions extends ImportOptions {
  /** A prefix for the names of departments, which share a namespace with the ids of users. Default: none. */
  readonly unitPrefix?: string
  /**
   * `true`: nobody in the directory has a manager. Else users of whom none has a field for the manager are an error, since
   * the request may not have asked for it.
   */
  readonly flat?: boolean
  /**
   * `true`: users are people too, with their name and e-mail address, and each holds the role of the same id. Default: the holder
   * of a role is a name.
   */
  readonly people?: boolean
}

/** The options of every directory that not every importer has. */
export const DIRECTORY_OPTIONS: readonly (keyof DirectoryOptions)[] = Object.freeze([
  'unitPrefix',
  'flat',
  'people',
])

/** How the responses of one kind of directory are recognised. */
export interface PageShape {
  readonly parser: string
  /** What the items are called in a message. Default: users. */
  readonly items?: readonly [one: string, many: string]
  /** The field of a page that holds its users. */
  readonly users: string
  /** Whether an object without that field is a page without users. */
  readonly isEmptyPage: (object: JsonObject) => boolean
  readonly ignoresCase: boolean
  /** The request that returns all users with their managers. */
  readonly request: string
  /** The issue that replaces single ones where most managers are not found. */
  readonly merged: MergedFaults
}

/** A directory that was read: its users in the order of the text, and the pages that they came in. */
export interface DirectoryPages {
  readonly shape: PageShape
  /** Whether the text is one user, not a page or a list. */
  readonly isOneUser: boolean
  readonly document: JsonDocument
  readonly users: readonly JsonObject[]
  readonly pages: readonly JsonObject[]
  /** The managers that are not found. */
  readonly faults: ManagerFaults
  /** Whether the caller says that nobody has a manager. */
  readonly isFlat: boolean
}

/**
 * The users in one page, a list of pages, a list of users, or one user. `undefined`, with an issue, for a text that
 * cannot be read or exceeds a limit.
 */
export function* directoryPages(
  source: Source,
  options: DirectoryOptions,
  issues: ImportIssues,
  shape: PageShape,
): Steps<DirectoryPages | undefined> {
  checkText('unitPrefix', options.unitPrefix)
  checkSwitch('flat', options.flat)
  checkSwitch('people', options.people)
  const text = yield* jsonText(shape.parser, source, options.encoding, issues)
  const tree = text && (yield* readJson(text, issues))
  if (tree === undefined) return undefined
  const document: JsonDocument = { tree, issues, caseless: shape.ignoresCase ? new WeakSet() : undefined }
  const items = itemsOf(tree.value, document, shape)
  if (items === undefined) return undefined
  const users: JsonObject[] = []
  const pages: JsonObject[] = []
  for (const item of items) {
    if (item.has(shape.users) || shape.isEmptyPage(item)) {
      pages.push(item)
      // Not spread: a page may have more users than a call takes arguments.
      for (const user of item.objects(shape.users)) users.push(user)
    } else {
      users.push(item)
    }
  }
  if (users.length > issues.limits.rows) {
    issues.exceeded('rows')
    return undefined
  }
  return {
    shape,
    isOneUser: pages.length === 0 && !Array.isArray(tree.value),
    document,
    users,
    pages,
    faults: new ManagerFaults(document),
    isFlat: options.flat === true,
  }
}

/** Reports that the response continues elsewhere. Nothing is ever fetched. */
export function addIncompletePage(page: JsonObject, field: string, what: string): void {
  addAt(page.document, 'INCOMPLETE_PAGE', page.pathOf(field), {
    witness: [field],
    message: `the input is not the whole directory: ${what}`,
    suggestion: 'Fetch the missing pages, and pass all pages as one list: [page, page].',
  })
}

/** Reports a directory that states more users than there are. */
export function addTooFewUsers({ users, pages }: DirectoryPages, field: string): void {
  let most: { readonly page: JsonObject; readonly total: number } | undefined
  for (const page of pages) {
    const given = page.field(field)
    if (given === undefined) continue
    // Some servers write the number as text.
    const total = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given
    if (typeof total !== 'number') page.refuse(field, given, 'a number')
    else if (total > (most?.total ?? users.length)) most = { page, total }
  }
  if (most !== undefined) addTooFew(most.page, field, most.total, users.length)
}

/** Reports a page whose field states more items than there are. */
export function addTooFew(page: JsonObject, field: string, stated: number, count: number): void {
  if (stated <= count) return
  addIncompletePage(page, field, `${field} is ${String(stated)}, but there are ${String(count)}`)
}

/**
 * Reports users of whom none has a field for the manager, unless the caller says that nobody has one: for one user, and
 * where the response states that managers were asked for, it means that too.
 */
export function reportNoManagers(
  { shape, document, users, isFlat }: DirectoryPages,
  statesManagers: (user: JsonObject) => boolean,
): void {
  if (users.length < 2 || users.some(statesManagers)) return
  const what = `none of the ${String(users.length)} users has a field for the manager`
  if (isFlat) {
    addAt(document, 'OPTION_APPLIED', [], {
      severity: 'info',
      witness: ['flat'],
      message: `flat: ${what}, so all are read as having no manager`,
      suggestion: `To be sure, request the managers too: ${shape.request}.`,
    })
    return
  }
  addAt(document, 'NO_MANAGERS', [], {
    message: `${what}, which does not mean that nobody has one`,
    suggestion: `Request the managers too: ${shape.request}. If nobody has a manager, pass flat: true.`,
  })
}

function itemsOf(
  value: unknown,
  document: JsonDocument,
  shape: PageShape,
): readonly JsonObject[] | undefined {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return objectsIn(items, [], document)
  }
  const item = isObject(value) ? new JsonObject(value, [], document) : undefined
  // A response that reports an error has no id.
  if (item !== undefined && (item.has(shape.users) || shape.isEmptyPage(item) || item.has('id')))
    return [item]
  const [one, many] = shape.items ?? ['user', 'users']
  addAt(document, 'INVALID_DOCUMENT', [], {
    message: `expected a page of ${many}, a list of pages or ${many}, or one ${one}, received ${quote(value)}`,
    suggestion: `Pass the response to ${shape.request}, or a list of such responses.`,
  })
  return undefined
}
