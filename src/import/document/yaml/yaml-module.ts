/**
 * What is used of the package `yaml`: `import * as YAML from 'yaml'` has it. This library does not import the
 * package itself, so that who reads no YAML need not install it.
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

/** What is used of a map of the package `yaml`. */
export interface YamlMap {
  readonly items: readonly { readonly key: unknown; readonly value: unknown }[]
  readonly range?: YamlRange | null | undefined
}

/** What is used of a list of the package `yaml`. */
export interface YamlSeq {
  readonly items: readonly unknown[]
  readonly range?: YamlRange | null | undefined
}

/** What is used of a scalar of the package `yaml`; `source` is what is written, `type` how. */
export interface YamlScalar {
  readonly value: unknown
  readonly source?: string | undefined
  readonly type?: string | undefined
  readonly range?: YamlRange | null | undefined
}

/** What is used of the parser of the package `yaml`: what it has begun and not finished stands on its stack. */
export interface YamlParser {
  readonly offset: number
  readonly stack: readonly { readonly type: string }[]
  next(source: string): Iterable<unknown>
  end(): Iterable<unknown>
}

/** The options that the package `yaml` is given. */
interface YamlComposerOptions {
  readonly version: '1.2'
  readonly schema: 'core'
  readonly merge: false
  readonly uniqueKeys: false
}

/** What is used of a document of the package `yaml`. */
export interface YamlDocument {
  readonly contents: unknown
  readonly range?: readonly number[] | null | undefined
  readonly errors: readonly YamlProblem[]
  readonly warnings: readonly YamlProblem[]
}

/** What is used of an error or warning of the package `yaml`. */
interface YamlProblem {
  readonly message: string
  readonly pos: readonly [number, number]
}
