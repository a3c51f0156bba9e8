import type { ImportIssues } from '../input/import-issues.js'
import { limitsOf } from '../input/limits.js'
import { type Source, textOf } from '../input/source.js'
import { readJson } from '../document/json/read-json.js'
import { addAt, type Directory, DirectoryObject, isObject, objectsIn } from './directory-object.js'
import { checkDirectoryOptions, type DirectoryOptions } from './directory-options.js'

/** How the answers of one kind of directory are recognised. */
export interface PageShape {
  readonly parser: string
  /** The field of a page that holds its users. */
  readonly users: string
  /** Whether an object without that field is a page all the same: one that has no users. */
  readonly isEmptyPage: (object: DirectoryObject) => boolean
  readonly ignoresCase: boolean
  /** How to get the pages, for a text that has none. */
  readonly request: string
}

/** What was read of a directory: its users in the order of the text, and the pages that they came in. */
export interface DirectoryPages {
  readonly directory: Directory
  readonly users: readonly DirectoryObject[]
  readonly pages: readonly DirectoryObject[]
}

/**
 * The users in one page, a list of pages, a list of users, or one user. `undefined`, with an issue, for a text that
 * cannot be read or exceeds a limit.
 */
export function directoryPages(
  source: Source,
  options: DirectoryOptions,
  issues: ImportIssues,
  shape: PageShape,
): DirectoryPages | undefined {
  checkDirectoryOptions(shape.parser, options)
  const limits = limitsOf(options.limits)
  const text = textOf(source, options, issues)
  if (text === undefined) return undefined
  const tree = readJson(text, limits, issues)
  if (tree === undefined) return undefined
  const { unitPrefix = '' } = options
  const directory: Directory = { tree, limits, issues, ignoresCase: shape.ignoresCase, unitPrefix }
  const items = itemsOf(tree.value, directory, shape)
  if (items === undefined) return undefined
  const users: DirectoryObject[] = []
  const pages: DirectoryObject[] = []
  for (const item of items) {
    if (item.has(shape.users) || shape.isEmptyPage(item)) {
      pages.push(item)
      // Not by spreading: a page may hold more users than a call takes arguments.
      for (const user of item.objects(shape.users)) users.push(user)
    } else {
      users.push(item)
    }
  }
  if (users.length > limits.rows) {
    issues.exceeded('rows')
    return undefined
  }
  return { directory, users, pages }
}

/** There is an issue where users are missing because the answer goes on elsewhere. Nothing is ever fetched. */
export function addIncompletePage(page: DirectoryObject, field: string, what: string): void {
  addAt(page.directory, 'INCOMPLETE_PAGE', page.pathOf(field), {
    witness: [field],
    message: `the input is not the whole directory: ${what}`,
    suggestion: 'Fetch the pages that are missing, and give all of them as one list: [page, page].',
  })
}

/** There is an issue where a directory says that it has more users than there are. */
export function addTooFewUsers({ users, pages }: DirectoryPages, field: string): void {
  let most: { readonly page: DirectoryObject; readonly total: number } | undefined
  for (const page of pages) {
    const total = page.field(field)
    if (typeof total === 'number' && total > (most?.total ?? users.length)) most = { page, total }
  }
  if (most === undefined) return
  const counts = `${field} is ${String(most.total)}, and there are ${String(users.length)}`
  addIncompletePage(most.page, field, counts)
}

function itemsOf(
  value: unknown,
  directory: Directory,
  shape: PageShape,
): readonly DirectoryObject[] | undefined {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return objectsIn(items, [], directory)
  }
  const item = isObject(value) ? new DirectoryObject(value, [], directory) : undefined
  // An answer that says what went wrong has no id.
  if (item !== undefined && (item.has(shape.users) || shape.isEmptyPage(item) || item.has('id')))
    return [item]
  addAt(directory, 'INVALID_DOCUMENT', [], {
    message: 'this is neither a page of users, nor a list of pages or users, nor a user',
    suggestion: `Give the answer to ${shape.request}, or a list of such answers.`,
  })
  return undefined
}
