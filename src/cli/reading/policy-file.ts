import { type AnyIssueCode, type Policy, policyFromDocument, quote } from '../../internal.js'
import type { Call } from '../call.js'
import { CommandError } from '../exit-code.js'
import type { World } from '../world.js'
import { formatOf } from './chart-format.js'
import { readBytes } from './read-bytes.js'
import { yamlPackage } from './yaml-package.js'

/** The policy that is checked where it is in the folder of the command and no other one is named. */
const POLICY_FILE = 'rolegraph.policy.json'

/** The policy of `--policy`, else that of the folder, else none. */
export async function policyOf({ options, world }: Call): Promise<Policy<string, AnyIssueCode>> {
  const path = options.text('policy')
  if (path !== undefined) return readPolicy(path, world)
  return world.files.facts(POLICY_FILE) === undefined ? [] : readPolicy(POLICY_FILE, world)
}

/** Reads a policy from a file: `{ "rules": { "one top": { "rule": "oneTop", "because": "…" } } }`, in JSON or YAML. */
async function readPolicy(path: string, world: World): Promise<Policy<string, AnyIssueCode>> {
  return policyFromDocument(await contentOf(path, world), (what, advice = '') => {
    throw new CommandError(`the policy ${quote(path)} ${what}`, advice)
  })
}

/** What a file has, in JSON or YAML; `noun` is what it should be, for errors. */
export async function contentOf(path: string, world: World, noun = 'policy'): Promise<unknown> {
  const bytes = await readBytes(path, world)
  const isYaml = formatOf(bytes, path) === 'yaml'
  const text = new TextDecoder().decode(bytes)
  try {
    return isYaml ? (await yamlPackage(world)).parse(text, { maxAliasCount: 0 }) : JSON.parse(text)
  } catch (error) {
    if (error instanceof CommandError) throw error
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw new CommandError(`the ${noun} ${quote(path)} is not ${isYaml ? 'YAML' : 'JSON'}: ${reason}`)
  }
}
