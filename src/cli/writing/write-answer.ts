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

/** Refuses to write what is not a chart over a chart that is read: there would be no way back. */
export function refuseInput({ words, options, world }: Call, output: string | undefined): void {
  if (output === undefined || output === '-') return
  const identity = world.files.facts(output)?.identity
  const named = ['junior', 'policy', 'after', 'approval'].map((name) => options.text(name))
  const inputs = [...words, ...named]
  for (const input of inputs) {
    if (input === undefined || input === '-') continue
    if (input !== output && (identity === undefined || world.files.facts(input)?.identity !== identity))
      continue
    throw new CommandError(`cannot write ${quote(output)}: it is also an input file`, 'Name another file.')
  }
}

/** Writes a file whole, or says why it cannot be written. */
export function writeFile({ world }: Pick<Call, 'world'>, path: string, text: string): void {
  try {
    world.files.write(path, text)
  } catch (error) {
    const isMissing = error instanceof Error && Reflect.get(error, 'code') === 'ENOENT'
    throw new CommandError(
      `cannot write ${quote(path)}: ${isMissing ? 'there is no such folder' : reasonOf(error)}`,
      isMissing ? 'Create the folder first.' : '',
    )
  }
}
