import { describeLoss, type Exported, toCsv } from '../../export/index.js'
import { counted, type Org } from '../../internal.js'
import { safeLines } from '../terminal-text.js'
import type { World } from '../world.js'

/** The formats of others that `convert` writes, each by its name and the endings of its files. */
export const EXPORTS = Object.freeze({
  csv: { ending: /\.csv$/i, write: (org: Org): Exported => toCsv(org) },
}) satisfies Readonly<Record<string, ExportFormat>>

/** A format of others. */
interface ExportFormat {
  readonly ending: RegExp
  readonly write: (org: Org) => Exported
}

export type ExportName = keyof typeof EXPORTS
export const EXPORT_NAMES: readonly ExportName[] = Object.freeze(Object.keys(EXPORTS) as ExportName[])

/** The format that the name of a file tells. */
export function exportNamed(file: string): ExportName | undefined {
  return EXPORT_NAMES.find((name) => EXPORTS[name].ending.test(file))
}

const SHOWN = 3

/** The text of an org in a format; what it does not carry is reported on the standard error. */
export function exportText(org: Org, name: ExportName, world: World): string {
  const { text, lost } = EXPORTS[name].write(org)
  if (lost.length > 0) {
    const shown = lost.slice(0, SHOWN).map((loss) => safeLines(describeLoss(loss)))
    const more = lost.length > SHOWN ? `; and ${String(lost.length - SHOWN)} more` : ''
    const are = lost.length === 1 ? 'is' : 'are'
    world.errors.write(
      `rolegraph: ${counted(lost.length, 'value')} ${are} not in the ${name}: ${shown.join('; ')}${more}\n`,
    )
  }
  return text
}
