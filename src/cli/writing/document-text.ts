import { type History, type Org, toOrgDocument } from '../../internal.js'
import type { DOCUMENTS } from './exports.js'

export type WrittenFormat = (typeof DOCUMENTS)[number]

/** How the text is laid out. */
export interface Layout {
  readonly format: WrittenFormat
  /** Spaces or a tab. */
  readonly indent: string
}

/** An org or a history as the text of an org document, with a line end after the last line. */
export async function documentText(
  chart: { readonly org: Org; readonly history?: History | undefined },
  { format, indent }: Layout,
): Promise<string> {
  const document =
    chart.history === undefined ? toOrgDocument(chart.org) : await historyDocument(chart.history)
  if (format === 'json') return `${JSON.stringify(document, null, indent)}\n`
  const { stringify } = await import('../reading/yaml-package.js')
  const width = indent === '\t' ? 2 : Math.max(indent.length, 1)
  return stringify(document, { indent: width, lineWidth: 0, aliasDuplicateObjects: false })
}

async function historyDocument(history: History): Promise<object> {
  const { toHistoryDocument } = await import('../../internal-change.js')
  return toHistoryDocument(history)
}

/** The layout of a text: its format, and the indentation of its first indented line. */
export function layoutOf(text: string, format: WrittenFormat): Layout {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  return { format, indent: indent.startsWith('\t') ? '\t' : indent.slice(0, 8) }
}
