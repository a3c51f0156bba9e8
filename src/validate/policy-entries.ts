import { listed, quotedList } from '../kernel/in-words.js'
import { nearestId, nearestSuggestion } from '../kernel/nearest-id.js'
import { isPlainObject } from '../kernel/option-check.js'
import { quote } from '../kernel/quote.js'

/** Reports what is wrong with a document. Never returns. */
export type PolicyFault = (what: string, advice?: string) => never

const EXAMPLE =
  'For example: { "rules": { "one top": { "rule": "oneTop", "because": "The board speaks to one person." } } }'
const REASONS = Object.freeze(['rule', 'because', 'source', 'severity'])

/** The parts of a policy document; calls `fail` if it has another part, or a part of another shape. */
export function policyEntries(
  content: unknown,
  fail: PolicyFault,
): { readonly starter: unknown; readonly rules: object } {
  if (!isPlainObject(content)) return fail('is not an object with rules', EXAMPLE)
  const entries = new Map<string, unknown>(Object.entries({ ...content }))
  for (const key of entries.keys()) {
    if (!['rules', 'starter', '$schema'].includes(key)) {
      return fail(`has the key ${quote(key)}; it can have rules and starter`, EXAMPLE)
    }
  }
  const rules = entries.get('rules') ?? {}
  if (!isPlainObject(rules)) return fail('has rules that are not an object by name', EXAMPLE)
  return { starter: entries.get('starter'), rules }
}

/** The fields of a rule of a document, and its maker among those of all kinds; calls `fail` for an unknown kind or field. */
export function ruleEntries<Maker extends { readonly fields: readonly string[] }>(
  name: string,
  spec: unknown,
  makers: ReadonlyMap<string, Maker>,
  fail: PolicyFault,
): { readonly maker: Maker; readonly fields: ReadonlyMap<string, unknown> } {
  const where = `has the rule ${quote(name)}`
  if (!isPlainObject(spec)) return fail(`${where}, which is not an object`, EXAMPLE)
  const fields = new Map<string, unknown>(Object.entries({ ...spec }))
  const kind = fields.get('rule')
  const maker = typeof kind === 'string' ? makers.get(kind) : undefined
  if (maker === undefined) {
    return fail(
      `${where} with rule: ${quote(kind)}; it can be ${listed([...makers.keys()].map(quote), 'or')}`,
      nearestSuggestion(nearestId(kind, makers.keys())),
    )
  }
  const known = [...REASONS, ...maker.fields]
  for (const field of fields.keys()) {
    if (known.includes(field)) continue
    return fail(
      `${where} with the field ${quote(field)}; it can have ${quotedList(known)}`,
      nearestSuggestion(nearestId(field, known)),
    )
  }
  return { maker, fields }
}
