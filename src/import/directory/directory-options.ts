import { givenOptions, invalidOption } from '../../internal.js'
import { IMPORT_OPTIONS, type ImportOptions } from '../input/source.js'

/** How the users of a directory are read. */
export interface DirectoryOptions extends ImportOptions {
  /** Put before the names of departments, where they would take the ids of users. Default: nothing. */
  readonly unitPrefix?: string
}

const OPTIONS: readonly (keyof DirectoryOptions)[] = Object.freeze([...IMPORT_OPTIONS, 'unitPrefix'])

/** Throws `INVALID_OPTION` for what {@link DirectoryOptions} do not allow, for callers without types too. */
export function checkDirectoryOptions(parser: string, options: DirectoryOptions): void {
  givenOptions(parser, options, OPTIONS)
  const prefix: unknown = options.unitPrefix
  if (prefix !== undefined && typeof prefix !== 'string') throw invalidOption('unitPrefix', prefix, 'a text')
}
