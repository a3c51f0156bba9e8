import type { ApprovalPolicy, ApprovalPolicySpec } from '../../approval/index.js'
import { isOrgError, isPlainObject, quote } from '../../internal.js'
import { CommandError } from '../exit-code.js'
import type { World } from '../world.js'
import { readJsonOrYaml } from './read-json-or-yaml.js'

/** Reads an approval policy from a file, in JSON or YAML: what `approvalPolicy` takes, and `$schema`. */
export async function approvalPolicyFrom(path: string, world: World): Promise<ApprovalPolicy> {
  const content = await readJsonOrYaml(path, 'policy', world)
  const spec = isPlainObject(content)
    ? Object.fromEntries(Object.entries(content).filter(([name]) => name !== '$schema'))
    : content
  const { approvalPolicy } = await import('../../approval/index.js')
  try {
    // The library checks what it is.
    return approvalPolicy(spec as ApprovalPolicySpec)
  } catch (error) {
    if (isOrgError(error)) throw new CommandError(`the policy ${quote(path)} is wrong: ${error.message}`)
    throw error
  }
}
