import type { YamlModule } from '../../import/index.js'
import { CommandError } from '../exit-code.js'
import type { World } from '../world.js'

/** What the command uses of the package yaml: its parser, and its writer. */
export type YamlPackage = YamlModule & {
  readonly parse: (text: string, options: object) => unknown
  readonly stringify: (value: unknown, options: object) => string
}

/** The package yaml, which is optional: whoever has no YAML need not install it. */
export async function yamlPackage({ load }: World): Promise<YamlPackage> {
  try {
    return (await load('yaml')) as YamlPackage
  } catch {
    throw new CommandError(
      'YAML needs the package yaml, which is not installed here',
      'Install it: npm install --save-dev yaml. Or keep the chart as JSON.',
    )
  }
}
