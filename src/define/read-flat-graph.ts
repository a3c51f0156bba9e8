import { meaningOfKey } from '../engine/graph-key.js'
import type { ReadableGraph } from '../engine/graph.js'
import { FLAT_TYPES, type FlatName } from './flat-graph.js'

type Attributes = { readonly [name: string]: unknown }

/**
 * A graph of single values as `fromGraph` reads one: lists and data are parsed, the ids are those in the keys, and `moveKind` and
 * `assignmentKind` are `kind`. A text that is not JSON stays as it is in `data`, and is a list of one elsewhere.
 */
export function unflattened(graph: ReadableGraph): ReadableGraph {
  return {
    forEachNode: (visit) => {
      graph.forEachNode((key, attributes) => {
        visit(key, nodeAttributes(key, attributes))
      })
    },
    forEachEdge: (visit) => {
      graph.forEachEdge((key, attributes, ...ends) => {
        visit(key, edgeAttributes(attributes), ...ends)
      })
    },
  }
}

/** Whether a graph of single values has nodes for people, and not only nodes of another program that are called so. */
export function hasPeople(graph: ReadableGraph): boolean {
  let found = false
  graph.forEachNode((key, attributes) => {
    if (found) return
    const { kind, id } = statedValues(attributes)
    const raw: unknown = typeof id === 'string' ? id : key
    found = kind === 'person' && typeof raw === 'string' && meaningOfKey(raw).isPerson
  })
  return found
}

function nodeAttributes(key: unknown, attributes: unknown): Attributes {
  const stated = statedValues(attributes)
  const given = stated['id']
  const raw = typeof given === 'string' ? given : key
  if (typeof raw === 'string') stated['id'] = meaningOfKey(raw).id
  return stated
}

function edgeAttributes(attributes: unknown): Attributes {
  const stated = statedValues(attributes)
  const kind = stated['moveKind'] ?? stated['assignmentKind']
  if (kind !== undefined) stated['kind'] = kind
  // An empty name is left out, and every service has one.
  if (stated['relation'] === 'supports') stated['name'] ??= ''
  return stated
}

function statedValues(attributes: unknown): { [name: string]: unknown } {
  // Without a prototype, so that any name is one like any other.
  const stated = Object.create(null) as { [name: string]: unknown }
  if (typeof attributes !== 'object' || attributes === null) return stated
  for (const [name, value] of Object.entries(attributes) as (readonly [string, unknown])[]) {
    stated[name] = Object.hasOwn(FLAT_TYPES, name) ? unflatValue(name as FlatName, value) : value
  }
  return stated
}

const LISTS: ReadonlySet<FlatName> = new Set([
  'aliases',
  'holders',
  'certifications',
  'skills',
  'sources',
  'conditions',
])

/** What a value of an attribute states: `undefined` for an empty text and for NaN, which readers give where there is nothing. */
export function unflatValue(name: FlatName, value: unknown): unknown {
  if (value === '' || value === null || Number.isNaN(value)) return undefined
  if (typeof value !== 'string') return value
  switch (FLAT_TYPES[name]) {
    case 'text':
      return value
    case 'number':
      return numberIn(value)
    case 'flag':
      return /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : value
    case 'json':
      return jsonIn(name, value)
  }
}

/** A number, or the text where it is none; `nan` is what some programs write for none. */
function numberIn(text: string): unknown {
  if (/^\s*nan\s*$/i.test(text)) return undefined
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : text
}

function jsonIn(name: FlatName, text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return LISTS.has(name) ? [text] : text
  }
  return LISTS.has(name) && !Array.isArray(value) ? [text] : value
}
