import type * as Exporters from '../../export/index.js'
import type { Exported } from '../../export/index.js'
import { counted, type Org } from '../../internal.js'
import { safeLines } from '../terminal-text.js'
import type { World } from '../world.js'

/** The entry below which those of an org are: an example, since a chart has none. */
const LDIF_BASE = 'ou=People,dc=example,dc=org'

/**
 * The formats of others that `convert` writes, each by its name and the endings of its files. The table is all there is to add one:
 * the help, the completion and the check of `--to` read it. It loads an exporter only to write.
 */
const EXPORTS = Object.freeze({
  csv: { ending: /\.csv$/i, write: async (org: Org): Promise<Exported> => (await exporters()).toCsv(org) },
  graphml: {
    ending: /\.graphml$/i,
    write: async (org: Org): Promise<Exported> => (await exporters()).toGraphml(org),
  },
  gexf: { ending: /\.gexf$/i, write: async (org: Org): Promise<Exported> => (await exporters()).toGexf(org) },
  dot: {
    ending: /\.(dot|gv)$/i,
    write: async (org: Org): Promise<Exported> => (await exporters()).toDotData(org),
  },
  cypher: {
    ending: /\.(cypher|cql)$/i,
    write: async (org: Org): Promise<Exported> => (await exporters()).toCypher(org),
  },
  turtle: {
    ending: /\.ttl$/i,
    write: async (org: Org): Promise<Exported> => (await exporters()).toTurtle(org),
  },
  'json-ld': {
    ending: /\.jsonld$/i,
    write: async (org: Org): Promise<Exported> => (await exporters()).toJsonLd(org),
  },
  ldif: {
    ending: /\.ldif$/i,
    write: async (org: Org): Promise<Exported> => (await exporters()).toLdif(org, { base: LDIF_BASE }),
  },
}) satisfies Readonly<Record<string, ExportFormat>>

/** A format of others. */
interface ExportFormat {
  readonly ending: RegExp
  readonly write: (org: Org) => Promise<Exported>
}

function exporters(): Promise<typeof Exporters> {
  return import('../../export/index.js')
}

export type ExportName = keyof typeof EXPORTS
const EXPORT_NAMES: readonly ExportName[] = Object.freeze(Object.keys(EXPORTS) as ExportName[])

/** The formats of org documents. */
export const DOCUMENTS = Object.freeze(['json', 'yaml'] as const)
/** All formats in which `convert` writes a chart. */
export const WRITTEN = Object.freeze([...DOCUMENTS, ...EXPORT_NAMES])

/** The format that the name of a file tells. */
export function exportNamed(file: string): ExportName | undefined {
  return EXPORT_NAMES.find((name) => EXPORTS[name].ending.test(file))
}

const SHOWN = 3

/** The text of an org in a format; what it does not carry is reported on the standard error. */
export async function exportText(org: Org, name: ExportName, world: World): Promise<string> {
  const { text, lost } = await EXPORTS[name].write(org)
  if (lost.length > 0) {
    const { describeLoss } = await exporters()
    const shown = lost.slice(0, SHOWN).map((loss) => safeLines(describeLoss(loss)))
    const more = lost.length > SHOWN ? `; and ${String(lost.length - SHOWN)} more` : ''
    const are = lost.length === 1 ? 'is' : 'are'
    world.errors.write(
      `rolegraph: ${counted(lost.length, 'value')} ${are} not in the ${name}: ${shown.join('; ')}${more}\n`,
    )
  }
  return text
}
