import type { FuzzFormat } from './fuzz-format.js'
import { LDAP_FORMATS } from './ldif-formats.js'
import { GRAPH_FORMATS } from './graph-formats.js'
import { ROW_FORMATS } from './row-formats.js'
import { TABLE_FORMATS } from './table-formats.js'
import { TREE_FORMATS } from './tree-formats.js'

/** Every format, made with its fixtures when it is needed. */
export const FORMATS: ReadonlyMap<string, () => FuzzFormat> = new Map(
  Object.entries({ ...TABLE_FORMATS, ...TREE_FORMATS, ...ROW_FORMATS, ...LDAP_FORMATS, ...GRAPH_FORMATS }),
)
