import { meaningOfKey } from '../engine/graph-key.js'
import type { ReadableGraph } from './read-graph-nodes.js'
import { FLAT_TYPES, type FlatName } from './flat-graph.js'

type Attributes = { readonly [name: string]: unknown }

/**
 * Turns a graph of single values into one that `fromGraph` reads: lists and data are parsed, ids are read from keys, and
 * `moveKind` and `assignmentKind` become `kind`. A text that is not JSON stays as it is in `data`, and becomes a list of
 * one elsewhere.
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

/** Whether a graph of single values has nodes for people, not just nodes that another program calls persons. */
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
  // Empty names are left out, but every service has a name.
  if (stated['relation'] === 'supports') stated['name'] ??= ''
  return stated
}

function statedValues(attributes: unknown): { [name: string]: unknown } {
  // No prototype, so that no name is special.
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

/** The value of an attribute; `undefined` for an empty text and for NaN, which readers return for no value. */
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

/** A number, or the text if it is not one. Some programs write `nan` for no number. */
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
