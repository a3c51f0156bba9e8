import { quote } from '../../internal.js'
import { CommandError } from '../exit-code.js'
import type { World } from '../world.js'
import { formatOf } from './chart-format.js'
import { readBytes } from './read-bytes.js'

/** The value that a file holds, in JSON or YAML; `noun` is what the file should be, for errors. */
export async function readJsonOrYaml(path: string, noun: string, world: World): Promise<unknown> {
  const bytes = await readBytes(path, world)
  const isYaml = formatOf(bytes, path) === 'yaml'
  const text = new TextDecoder().decode(bytes)
  try {
    return isYaml ? (await import('./yaml-package.js')).parse(text, { maxAliasCount: 0 }) : JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw new CommandError(`the ${noun} ${quote(path)} is not ${isYaml ? 'YAML' : 'JSON'}: ${reason}`)
  }
}
