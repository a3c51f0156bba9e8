import { quote } from '../../internal.js'
import type { Call } from '../call.js'
import { CommandError } from '../exit-code.js'
import { reasonOf } from '../reading/read-bytes.js'

/** Writes an answer to the file of `--output`, else to the standard output. */
export function writeAnswer({ options, world }: Call, text: string): void {
  const path = options.text('output')
  if (path === undefined || path === '-') {
    world.output.write(text)
    return
  }
  writeFile({ world }, path, text)
}

/** Writes a file whole, or says why it cannot be written. */
export function writeFile({ world }: Pick<Call, 'world'>, path: string, text: string): void {
  try {
    world.files.write(path, text)
  } catch (error) {
    throw new CommandError(`cannot write ${quote(path)}: ${reasonOf(error)}`)
  }
}
