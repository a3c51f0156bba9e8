/**
 * The part of the package `yaml` that is used: `import * as YAML from 'yaml'` has it. This library does not import the
 * package, so that you need not install it unless you read YAML.
 */
export interface YamlModule {
  readonly Lexer: new () => { lex(source: string): Iterable<string> }
  readonly Parser: new () => YamlParser
  readonly Composer: new (options: YamlComposerOptions) => {
    compose(tokens: Iterable<unknown>, forceDoc: boolean, endOffset: number): Iterable<YamlDocument>
  }
  readonly isMap: (node: unknown) => node is YamlMap
  readonly isScalar: (node: unknown) => node is YamlScalar
  readonly isSeq: (node: unknown) => node is YamlSeq
}

type YamlRange = readonly [start: number, valueEnd: number, nodeEnd: number]

/** A map of the package `yaml`, as far as it is used. */
export interface YamlMap {
  readonly items: readonly { readonly key: unknown; readonly value: unknown }[]
  readonly range?: YamlRange | null | undefined
}

/** A list of the package `yaml`, as far as it is used. */
export interface YamlSeq {
  readonly items: readonly unknown[]
  readonly range?: YamlRange | null | undefined
}

/** A scalar of the package `yaml`, as far as it is used; `source` is its text, `type` its style. */
export interface YamlScalar {
  readonly value: unknown
  readonly source?: string | undefined
  readonly type?: string | undefined
  readonly range?: YamlRange | null | undefined
}

/** The parser of the package `yaml`, as far as it is used ; its stack has what is not finished. */
export interface YamlParser {
  readonly offset: number
  readonly stack: readonly { readonly type: string }[]
  next(source: string): Iterable<unknown>
  end(): Iterable<unknown>
}

/** The options that are passed to the package `yaml`. */
interface YamlComposerOptions {
  readonly version: '1.2'
  readonly schema: 'core'
  readonly merge: false
  readonly uniqueKeys: false
}

/** A document of the package `yaml`, as far as it is used. */
export interface YamlDocument {
  readonly contents: unknown
  readonly range?: readonly number[] | null | undefined
  readonly errors: readonly YamlProblem[]
  readonly warnings: readonly YamlProblem[]
}

/** An error or warning of the package `yaml`, as far as it is used. */
interface YamlProblem {
  readonly message: string
  readonly pos: readonly [number, number]
}

/** The text of a key as it is written: `7` and `true` are keys too, and an empty key is ''. */
export function keyText(scalar: YamlScalar): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '')
}

/** Whether a node is a scalar that YAML does not read as text. */
export function isNotText(yaml: YamlModule, node: unknown): node is YamlScalar {
  return yaml.isScalar(node) && typeof node.value !== 'string'
}

/** A scalar that is not text, in words: `the number 7`, `null`. */
export function readAs({ value }: YamlScalar): string {
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${String(value)}`
  return 'null'
}
