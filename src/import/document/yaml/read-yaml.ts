import type { ImportIssues } from '../../input/import-issues.js'
import type { Limits } from '../../input/limits.js'
import type { DocumentTree } from '../document-tree.js'
import { LinePlaces } from '../line-places.js'
import { composeYaml } from './compose-yaml.js'
import type { YamlModule } from './yaml-module.js'
import { YamlTree } from './yaml-tree.js'
import { yamlValue } from './yaml-value.js'

/** A YAML text as a tree, by the core schema of YAML 1.2, or `undefined` with an issue. */
export function readYaml(
  text: string,
  yaml: YamlModule,
  limits: Limits,
  issues: ImportIssues,
): DocumentTree | undefined {
  const places = new LinePlaces(text)
  const document = composeYaml(text, yaml, places, limits, issues)
  if (document === undefined) return undefined
  const read = yamlValue(document.contents, yaml, places, limits, issues)
  return read && new YamlTree(read.value, document.contents, yaml, places)
}
