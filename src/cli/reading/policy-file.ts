import { type AnyIssueCode, type Policy, policyFromDocument, quote } from '../../internal.js'
import type { Call } from '../call.js'
import { CommandError } from '../exit-code.js'
import type { World } from '../world.js'
import { readJsonOrYaml } from './read-json-or-yaml.js'

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
  return policyFromDocument(await readJsonOrYaml(path, 'policy', world), (what, advice = '') => {
    throw new CommandError(`the policy ${quote(path)} ${what}`, advice)
  })
}
