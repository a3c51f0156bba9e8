import { quote } from '../../../internal.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type LinePlace, LinePlaces } from '../../input/line-places.js'
import type { DocumentPath, DocumentTree } from '../document-tree.js'
import { composeYaml } from './compose-yaml.js'
import { isNotText, keyText, readAs, type YamlModule } from './yaml-module.js'
import { rangeStart, yamlValue } from './yaml-value.js'

/** A YAML text as a tree, by the core schema of YAML 1.2, or `undefined` with an issue. */
export function readYaml(text: string, yaml: YamlModule, issues: ImportIssues): DocumentTree | undefined {
  const places = new LinePlaces(text)
  const document = composeYaml(text, yaml, places, issues)
  if (document === undefined) return undefined
  const read = yamlValue(document.contents, yaml, places, issues)
  return read && new YamlTree(read.value, document.contents, yaml, places)
}

/** The fields that hold something else than text or an object. */
const NOT_TEXT: ReadonlySet<unknown> = new Set([
  'grade',
  'vacant',
  'fte',
  'cost',
  'minYears',
  'years',
  'rolegraph',
])

interface Member {
  readonly key: unknown
  readonly value: unknown
}

/** A YAML document that has been read, with the nodes that tell where its parts are. */
class YamlTree implements DocumentTree {
  readonly #members = new Map<unknown, ReadonlyMap<string | number, Member>>()

  constructor(
    readonly value: unknown,
    readonly root: unknown,
    readonly yaml: YamlModule,
    readonly places: LinePlaces,
  ) {}

  keysAt(path: DocumentPath): readonly string[] {
    return Array.from(this.#membersOf(this.#nearest(path).member.value).keys(), String)
  }

  placeAt(path: DocumentPath, part: 'key' | 'value'): LinePlace {
    const { member } = this.#nearest(path)
    return this.places.at(rangeStart(part === 'key' ? member.key : (member.value ?? member.key)))
  }

  hintAt(path: DocumentPath): string | undefined {
    const { member, depth } = this.#nearest(path)
    if (depth < path.length) return undefined
    const field = path.findLast((key) => typeof key === 'string')
    const list = this.yaml.isSeq(member.value) ? member.value.items : [member.value]
    const wrong = list.find((node) => isNotText(this.yaml, node))
    if (wrong === undefined) return undefined
    const { value, source = '' } = wrong
    if (value === null) {
      return path.length === 2
        ? 'An empty value is null: write {} for a role or a unit without fields.'
        : 'An empty value is null: leave the field out, or quote the text.'
    }
    if (NOT_TEXT.has(field)) return undefined
    return `YAML reads ${source} as ${readAs(wrong)}: quote it, ${quote(source)}.`
  }

  /** The member at a path, or the nearest one around it. */
  #nearest(path: DocumentPath): { readonly member: Member; readonly depth: number } {
    let member: Member = { key: this.root, value: this.root }
    for (const [depth, key] of path.entries()) {
      const next = this.#membersOf(member.value).get(key)
      if (next === undefined) return { member, depth }
      member = next
    }
    return { member, depth: path.length }
  }

  #membersOf(node: unknown): ReadonlyMap<string | number, Member> {
    let members = this.#members.get(node)
    if (members === undefined) this.#members.set(node, (members = this.#readMembers(node)))
    return members
  }

  #readMembers(node: unknown): ReadonlyMap<string | number, Member> {
    const members = new Map<string | number, Member>()
    if (this.yaml.isSeq(node)) {
      for (const [index, value] of node.items.entries()) members.set(index, { key: value, value })
    } else if (this.yaml.isMap(node)) {
      for (const { key, value } of node.items) {
        if (!this.yaml.isScalar(key)) continue
        // Of members with the same key the first one is used.
        if (!members.has(keyText(key))) members.set(keyText(key), { key, value })
      }
    }
    return members
  }
}
