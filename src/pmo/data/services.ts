import type { Authority } from './kinds.js'
import type { Stated } from './sources.js'

/** How an office gives a service: from "no" to "mandatory". */
export type Provision = 'optional' | 'mandated items' | 'mandatory' | 'offered' | 'yes' | 'sometimes' | 'no'

/** One row of the services: the same provision for each name. */
export interface ServiceRow extends Stated {
  readonly names: readonly string[]
  readonly provision: { readonly [A in Authority]: Provision }
  /** Evidence for one kind of office, if it differs from that of the row. */
  readonly by?: { readonly [A in Authority]?: Stated }
}

const GENERAL: Stated = { sources: ['general'] }
const IN_SOME_CASES: Stated = { sources: ['seed', 'B6'], hedge: 'sometimes', note: 'in some cases' }

export const SERVICE_ROWS: readonly ServiceRow[] = [
  {
    names: ['templates', 'best practices', 'training'],
    provision: { supportive: 'optional', controlling: 'mandated items', directive: 'mandatory' },
    sources: ['seed', 'B5', 'T2'],
  },
  {
    names: ['lessons learned'],
    provision: { supportive: 'offered', controlling: 'offered', directive: 'offered' },
    sources: ['B5'],
    by: { controlling: GENERAL, directive: GENERAL },
  },
  {
    names: ['coaching', 'shared documentation', 'communication'],
    provision: { supportive: 'yes', controlling: 'yes', directive: 'yes' },
    sources: ['B6', 'general'],
    note: 'which kinds of office give it is general knowledge',
  },
  {
    names: ['resource allocation and management'],
    provision: { supportive: 'sometimes', controlling: 'sometimes', directive: 'yes' },
    sources: ['seed', 'B6'],
    by: { supportive: IN_SOME_CASES, controlling: IN_SOME_CASES },
  },
  {
    names: ['audits', 'governance reviews'],
    provision: { supportive: 'no', controlling: 'yes', directive: 'yes' },
    sources: ['B6', 'T1', 'general'],
  },
  {
    names: ['assignment of project managers', 'KPIs', 'holding to account'],
    provision: { supportive: 'no', controlling: 'no', directive: 'yes' },
    sources: ['seed', 'T3'],
    by: { supportive: GENERAL, controlling: GENERAL },
  },
]
