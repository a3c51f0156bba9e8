import type { YamlModule, YamlScalar } from './yaml-module.js'

/** The text of a key as it is written: `7` and `true` are keys too, and an empty one is ''. */
export function keyText(scalar: YamlScalar): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '')
}

/** A scalar that is written without quotes and is something else than text. */
export function isPlainNoText(yaml: YamlModule, node: unknown): node is YamlScalar {
  return yaml.isScalar(node) && typeof node.value !== 'string'
}

/** How YAML reads a scalar that is no text: `the number 7`, `null`. */
export function readAs({ value }: YamlScalar): string {
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${String(value)}`
  return 'null'
}
