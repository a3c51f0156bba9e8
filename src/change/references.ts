import { serviceSpec } from '../define/spec-of-org.js'
import type { Service } from '../model/service.js'
import type { Step } from './step.js'

/** What happens to what refers to something that is removed. */
export type Rule = 'refuse' | 'lift' | 'remove' | { readonly to: string }

/** The rule in a field; `undefined` and an issue for anything else. */
export function ruleIn(step: Step, field: string, words: readonly string[]): Rule | undefined {
  const value = step.fields.get(field) ?? 'refuse'
  if (typeof value === 'string' && words.includes(value)) return value as Rule
  if (typeof value === 'object') {
    const fields = new Map<string, unknown>(Object.entries(value))
    const to = fields.get('to')
    if (typeof to === 'string' && fields.size === 1) return { to }
  }
  step.invalid(field, `${words.map((word) => `'${word}'`).join(', ')} or { to: 'id' }`)
  return undefined
}

/** Lets a service refer to something else, or removes it. */
export function replaceService(step: Step, service: Service, id: string, by: string | undefined): void {
  const { open } = step
  const at = open.services.indexOf(service)
  const { from, to, name } = service
  open.removeService(at)
  step.effect({ do: 'remove-service', service: { from, to, name }, at })
  if (by === undefined) return
  const replaced = Object.freeze({ ...service, from: from === id ? by : from, to: to === id ? by : to })
  open.addService(replaced, at)
  step.effect({ do: 'add-service', service: serviceSpec(replaced), at })
}
