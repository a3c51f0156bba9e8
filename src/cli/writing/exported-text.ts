import type { Org } from '../../internal.js'
import {
  describeLoss,
  type Exported,
  toCsv,
  toCypher,
  toDotData,
  toGexf,
  toGraphml,
  toJsonLd,
  toTurtle,
} from '../../export/index.js'
import type { Call } from '../call.js'
import { safeLines } from '../terminal-text.js'

/** The formats that `convert` writes besides org documents. */
const EXPORTS = Object.freeze({
  csv: (org: Org): Exported => toCsv(org),
  graphml: (org: Org): Exported => toGraphml(org),
  gexf: (org: Org): Exported => toGexf(org),
  dot: (org: Org): Exported => toDotData(org),
  cypher: (org: Org): Exported => toCypher(org),
  turtle: (org: Org): Exported => toTurtle(org),
  'json-ld': (org: Org): Exported => toJsonLd(org),
})

export type ExportFormat = keyof typeof EXPORTS

// The keys of a record with these names.
export const EXPORT_FORMATS = Object.freeze(Object.keys(EXPORTS) as ExportFormat[])

export function isExportFormat(format: string): format is ExportFormat {
  return Object.hasOwn(EXPORTS, format)
}

const SHOWN = 5

/** A chart in another format. What the format does not carry is reported on the standard error. */
export function exportedText(org: Org, format: ExportFormat, { world }: Call): string {
  const { text, lost } = EXPORTS[format](org)
  for (const loss of lost.slice(0, SHOWN)) {
    world.errors.write(`rolegraph: not in the ${format}: ${safeLines(describeLoss(loss))}\n`)
  }
  if (lost.length > SHOWN) world.errors.write(`rolegraph: and ${String(lost.length - SHOWN)} more\n`)
  return text
}
