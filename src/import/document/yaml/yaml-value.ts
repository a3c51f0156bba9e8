import { quote } from '../../../internal.js'
import { isExactNumber } from '../../input/exact-number.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type LinePlaces } from '../../input/line-places.js'
import { addDuplicate, type DocumentPath } from '../document-tree.js'
import {
  keyText,
  readAs,
  type YamlMap,
  type YamlModule,
  type YamlScalar,
  type YamlSeq,
} from './yaml-module.js'

/** A map or list that is being read. */
interface Open {
  /** The items of a list. */
  readonly items: readonly unknown[] | undefined
  /** The members of a map. */
  readonly pairs: YamlMap['items']
  readonly target: object
  /** The offset of each key of a map. */
  readonly keys: Map<string, number>
  key: string | number
  next: number
}

/** A composed node as plain data; `undefined`, with an issue, beyond a limit. O(nodes). */
export function yamlValue(
  root: unknown,
  yaml: YamlModule,
  places: LinePlaces,
  issues: ImportIssues,
): { readonly value: unknown } | undefined {
  return new YamlValueReader(yaml, places, issues).read(root)
}

class YamlValueReader {
  readonly #open: Open[] = []

  constructor(
    readonly yaml: YamlModule,
    readonly places: LinePlaces,
    readonly issues: ImportIssues,
  ) {}

  /** Without recursion; a list of one item holds the root. */
  read(root: unknown): { readonly value: unknown } | undefined {
    const holder: unknown[] = []
    this.#push(holder, [root])
    for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
      const { items, pairs, target } = open
      if (open.next === (items ?? pairs).length) {
        this.#open.pop()
        continue
      }
      const at = open.next++
      if (items !== undefined) open.key = at
      const node = items === undefined ? this.#member(open, pairs[at]) : items[at]
      if (node === NO_MEMBER) continue
      if (this.yaml.isMap(node)) {
        if (!this.#isWithinLimits(node)) return undefined
        // Without a prototype, so that __proto__ is a key like any other.
        const object = Object.create(null) as object
        Reflect.set(target, open.key, object)
        this.#push(object, undefined, node.items)
      } else if (this.yaml.isSeq(node)) {
        if (!this.#isWithinLimits(node)) return undefined
        const list: unknown[] = []
        Reflect.set(target, open.key, list)
        this.#push(list, node.items)
      } else {
        Reflect.set(target, open.key, this.yaml.isScalar(node) ? this.#scalar(node) : null)
      }
    }
    return { value: holder[0] }
  }

  #push(target: object, items?: Open['items'], pairs: Open['pairs'] = []): void {
    this.#open.push({ items, pairs, target, keys: new Map(), key: 0, next: 0 })
  }

  /** Reads the key of a member, and returns the node of its value unless the key cannot be read. */
  #member(open: Open, pair: YamlMap['items'][number]): unknown {
    const { key, value } = pair
    if (!this.yaml.isScalar(key)) {
      this.#refuse(rangeStart(key), 'a map or a list cannot be a key', 'Write the key as text.')
      return NO_MEMBER
    }
    const text = keyText(key)
    const at = rangeStart(key)
    open.key = text
    if (typeof key.value !== 'string') this.#addKeyIsNotText(key, text)
    if (text === '<<' && key.type === 'PLAIN') {
      this.#refuse(
        at,
        'a merge key (<<) is not supported',
        'Write the members themselves; quote it if it is an id.',
      )
      return NO_MEMBER
    }
    const first = open.keys.get(text)
    if (first !== undefined) {
      addDuplicate(this.issues, this.#path(), this.places, first, at)
      return NO_MEMBER
    }
    open.keys.set(text, at)
    return value
  }

  #scalar(scalar: YamlScalar): unknown {
    const { value, source = '' } = scalar
    if (typeof value !== 'number') return value
    // Hexadecimal and octal numbers are not decimal.
    const isExact = /^0[xo]/.test(source) ? Number.isSafeInteger(value) : isExactNumber(source)
    if (!isExact) {
      this.issues.addAt('INVALID_FIELD', {
        place: { path: this.#path(), ...this.places.at(rangeStart(scalar)) },
        witness: [source.slice(0, 60)],
        message: `the number ${quote(source)} cannot be represented exactly`,
        suggestion: 'Write it in quotes if it is an id or a code.',
      })
    }
    return value
  }

  #addKeyIsNotText(key: YamlScalar, text: string): void {
    this.issues.addAt('INVALID_FIELD', {
      place: { path: this.#path(), ...this.places.at(rangeStart(key)) },
      witness: [text.slice(0, 60)],
      message: `YAML reads the key ${quote(text)} as ${readAs(key)}`,
      suggestion: `Keys and ids are text: quote it, ${quote(text)}.`,
    })
  }

  #isWithinLimits(node: YamlMap | YamlSeq): boolean {
    const path = this.#path()
    const isCollection = path.length === 1 && (path[0] === 'roles' || path[0] === 'units')
    const limit = this.yaml.isMap(node) && !isCollection ? 'columns' : 'rows'
    if (node.items.length <= this.issues.limits[limit]) return true
    this.issues.exceeded(limit, this.places.at(rangeStart(node)))
    return false
  }

  /** The path of the member that is being read, without the key of the list around the root. */
  #path(): DocumentPath {
    return this.#open.slice(1).map(({ key }) => key)
  }

  #refuse(offset: number, what: string, suggestion: string): void {
    this.issues.addAt('INVALID_DOCUMENT', {
      place: { path: this.#path(), ...this.places.at(offset) },
      message: what,
      suggestion,
    })
  }
}

const NO_MEMBER = Symbol('no member')

/** Where a node begins; 0 for anything but a node. */
export function rangeStart(node: unknown): number {
  const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined
  const start: unknown = Array.isArray(range) ? range[0] : undefined
  return typeof start === 'number' ? start : 0
}
