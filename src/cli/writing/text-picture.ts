import type { Org } from '../../internal.js'
import type { PictureOptions } from '../../render/index.js'
import { CommandError } from '../exit-code.js'
import { safeLines } from '../terminal-text.js'

/**
 * A chart as text for a terminal. Each line is indented by its layer, so the text of a deep chart with a million roles may be longer than a
 * string of JavaScript can be.
 */
export async function textPicture(org: Org, options: PictureOptions): Promise<string> {
  const { toText } = await import('../../render/index.js')
  try {
    return safeLines(toText(org, options))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new CommandError(
      'the tree of this chart is too large to print',
      'Show fewer layers with --depth 20, or list the facts with rolegraph show --stable.',
    )
  }
}
